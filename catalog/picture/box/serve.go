package box

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"time"

	"waybill/catalog"
	"waybill/catalog/picture"
)

// mark is the environment variable that makes a program a child. Its value is
// the memory that the child may use, in bytes.
const mark = "WAYBILL_DECODER"

// Exit statuses of a child.
const (
	statusFine   = 0
	statusBroken = 3  // its input is not what a parent writes
	statusHungry = 86 // it needed more memory than it may use
)

// Decode decodes a whole picture whose headers Probe has read. Its errors may
// have a catalog.Code; those without are of a damaged file.
type Decode func(data []byte, info picture.Info) (image.Image, error)

// ServeIfChild makes this process a decoder if it was started as one by a Box,
// and does not return then. Otherwise it does nothing.
func ServeIfChild() { ServeIfChildWith(Decoders) }

// ServeIfChildWith is ServeIfChild with another decoder.
func ServeIfChildWith(decode Decode) {
	limit, err := strconv.ParseInt(os.Getenv(mark), 10, 64)
	if err != nil || limit <= 0 {
		return
	}
	os.Exit(serve(os.Stdin, os.Stdout, limit, decode))
}

// serve answers requests until there are no more, and gives the exit status.
//
// What reads the input does so in a goroutine of its own that is always waiting
// for more, so that the process ends with its parent while it decodes, too.
func serve(in io.Reader, out io.Writer, limit int64, decode Decode) int {
	confine(limit)
	runtime.GOMAXPROCS(max(2, runtime.GOMAXPROCS(0))) // one decodes, one watches
	debug.SetGCPercent(50)                            // a WebAssembly memory that grows leaves its old self behind
	go watchMemory(limit)
	type request struct {
		data []byte
		side int
	}
	requests := make(chan request)
	go func() {
		for {
			data, side, err := readRequest(in)
			switch {
			case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
				os.Exit(statusFine)
			case err != nil:
				os.Exit(statusBroken)
			}
			requests <- request{data, side}
		}
	}()
	for r := range requests {
		a := respond(r.data, r.side, decode)
		r.data = nil
		taken, _ := memory()
		a.last = taken > limit/retireAt
		if err := writeAnswer(out, a); err != nil {
			return statusFine // the parent is gone
		}
		if a.last {
			return statusFine
		}
		a.img = nil
		debug.FreeOSMemory()
	}
	return statusFine
}

// retireAt is the part of the memory limit beyond which a child ends after its
// picture: what Go once took from the system counts against the limit for ever.
const retireAt = 3

// respond decodes and scales one picture.
func respond(data []byte, side int, decode Decode) answer {
	info, err := picture.Probe(data)
	if err != nil {
		return answer{err: coded(err)}
	}
	img, err := decode(data, info)
	if err != nil {
		return answer{err: coded(err)}
	}
	scaled, w, h, err := picture.Finish(img, info, side)
	if err != nil {
		return answer{err: coded(err)}
	}
	return answer{img: scaled, w: w, h: h}
}

func coded(err error) error {
	if catalog.CodeOf(err) != "" {
		return err
	}
	return failure(catalog.FileDamaged, err)
}

// watchMemory ends the process when it uses more than limit bytes. On Linux the
// system enforces a limit too, which no growth between two looks can pass.
func watchMemory(limit int64) {
	for range time.Tick(10 * time.Millisecond) {
		if _, used := memory(); used > limit {
			fmt.Fprintln(os.Stderr, "out of memory:", used, "bytes in use")
			os.Exit(statusHungry)
		}
	}
}

// memory tells how many bytes Go has ever taken from the system, and how many
// of them it has not given back.
func memory() (taken, used int64) {
	s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(s)
	taken = int64(s[0].Value.Uint64())
	return taken, taken - int64(s[1].Value.Uint64())
}

// tail is a writer that keeps the last bytes it was given, for logs.
type tail struct{ bytes.Buffer }

const maxTail = 4 << 10

func (t *tail) Write(p []byte) (int, error) {
	n := len(p)
	if n > maxTail {
		p = p[n-maxTail:]
	}
	if over := t.Len() + len(p) - maxTail; over > 0 {
		t.Next(over)
	}
	t.Buffer.Write(p)
	return n, nil
}
