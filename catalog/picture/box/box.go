package box

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"runtime"
	"strconv"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"

	"waybill/catalog"
	"waybill/catalog/format"
	"waybill/catalog/picture"
)

// Defaults of Options.
const (
	// DefaultTimeout is for a picture of any size; perMegapixel is added. HEIC takes
	// a quarter of a second a megapixel, and more when the machine is busy.
	DefaultTimeout = 30 * time.Second
	perMegapixel   = time.Second
	// DefaultMemoryLimit admits 48-megapixel HEIC, which needs about 1.1 GB, and
	// 30-megapixel AVIF, which needs 2 GB.
	DefaultMemoryLimit = 2 << 30
	// DefaultIdle is how long children are kept for the next picture.
	DefaultIdle = 20 * time.Second
)

// Options say how children are run. The zero value is what programs use.
type Options struct {
	Command     string        // the program that becomes a child; "" for this one
	Args        []string      // its arguments
	Env         []string      // its environment besides what marks it as a child
	Timeout     time.Duration // for one picture, and a second more for each megapixel; 0: DefaultTimeout
	MemoryLimit int64         // bytes for one child, and the estimate for all that decode at once; 0: DefaultMemoryLimit
	Children    int           // how many decode at once, 0: as many as CPUs
	Idle        time.Duration // 0: DefaultIdle
}

// Box decodes in child processes, several at once. It starts them when they are
// needed.
type Box struct {
	options Options
	slots   *semaphore.Weighted // children
	memory  *semaphore.Weighted // bytes that they are expected to need

	mu     sync.Mutex
	idle   []*child // the one used last is last
	closed bool
	expiry *time.Timer    // closes idle children; nil when there are none
	ending sync.WaitGroup // children that are being closed, and the timer's work
}

// New makes a box. Close ends its children.
func New(o Options) *Box {
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.MemoryLimit <= 0 {
		o.MemoryLimit = DefaultMemoryLimit
	}
	if o.Children <= 0 {
		o.Children = runtime.GOMAXPROCS(0)
	}
	if o.Idle <= 0 {
		o.Idle = DefaultIdle
	}
	return &Box{
		options: o,
		slots:   semaphore.NewWeighted(int64(o.Children)),
		memory:  semaphore.NewWeighted(o.MemoryLimit),
	}
}

var errClosed = errors.New("the decoders are closed")

// Decode implements picture.Remote. Codes: FileTooLarge when the picture cannot
// be decoded within the memory limit, or the child needed more;
// FileDecoderSlow when it was killed for its time; FileDecoderFailed when it
// crashed, sent nonsense or could not be started; else what the decoder says:
// FileDamaged, FileUnsupported. When ctx ends the child is killed, and the error
// is ctx's.
func (b *Box) Decode(ctx context.Context, info picture.Info, data []byte, maxSide int) (img *image.NRGBA, w, h int, err error) {
	if least := leastNeed(info, len(data)); least > b.options.MemoryLimit {
		return nil, 0, 0, failure(catalog.FileTooLarge, fmt.Errorf("%d×%d needs at least %d bytes of %d", info.Width, info.Height, least, b.options.MemoryLimit))
	}
	need := min(estimate(info, len(data)), b.options.MemoryLimit)
	if err := b.slots.Acquire(ctx, 1); err != nil {
		return nil, 0, 0, err
	}
	defer b.slots.Release(1)
	if err := b.memory.Acquire(ctx, need); err != nil {
		return nil, 0, 0, err
	}
	defer b.memory.Release(need)
	c, err := b.take()
	if err != nil {
		return nil, 0, 0, failure(catalog.FileDecoderFailed, err)
	}
	patience := b.options.Timeout + time.Duration(info.Width)*time.Duration(info.Height)/1e6*perMegapixel
	a, err := b.exchange(ctx, c, data, maxSide, patience)
	if err != nil {
		return nil, 0, 0, err
	}
	return a.img, a.w, a.h, a.err
}

// exchange has one picture decoded by a child, and keeps the child if it is fit
// for more.
func (b *Box) exchange(ctx context.Context, c *child, data []byte, side int, patience time.Duration) (answer, error) {
	timed, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	stop := context.AfterFunc(timed, c.kill)
	a, err := c.decode(data, side, b.options.MemoryLimit/4)
	if stop() && err == nil && !a.last {
		b.put(c)
		return a, nil
	}
	if err == nil { // it answered, and then ended or was killed
		c.close()
		return a, nil
	}
	c.kill()
	c.close()
	switch {
	case ctx.Err() != nil:
		return a, ctx.Err()
	case timed.Err() != nil:
		return a, failure(catalog.FileDecoderSlow, fmt.Errorf("killed after %v", patience))
	case c.hungry():
		return a, failure(catalog.FileTooLarge, fmt.Errorf("decoder out of memory: %w", err))
	}
	return a, failure(catalog.FileDecoderFailed, fmt.Errorf("%w; %v; %s", err, c.state, c.said.String()))
}

// program is what a child needs besides the picture, in bytes.
const program = 64 << 20

// estimate is how many bytes a child is expected to need, rather high: measured
// with Go 1.26, HEIC takes 22 bytes a pixel, AVIF 62, WebP 4 to 8 and more when
// it moves. TestEstimate measures again.
func estimate(info picture.Info, length int) int64 {
	perPixel := int64(24)
	switch info.Format {
	case format.WebP:
		perPixel = 20
	case format.AVIF:
		perPixel = 66
	}
	return program + 4*int64(length) + perPixel*int64(info.Width)*int64(info.Height)
}

// leastNeed is what no decoder can do without: the file and its pixels.
func leastNeed(info picture.Info, length int) int64 {
	return 2*int64(length) + 3*int64(info.Width)*int64(info.Height)
}

// take gives a child that is ready for a picture.
func (b *Box) take() (*child, error) {
	b.mu.Lock()
	if b.closed {
		b.mu.Unlock()
		return nil, errClosed
	}
	for len(b.idle) > 0 {
		c := b.idle[len(b.idle)-1]
		b.idle = b.idle[:len(b.idle)-1]
		if !c.over() {
			b.mu.Unlock()
			return c, nil
		}
		c.close() // it was killed from outside
	}
	b.mu.Unlock()
	return b.start()
}

func (b *Box) start() (*child, error) {
	if os.Getenv(mark) != "" { // a program that forgot ServeIfChild would start itself for ever
		return nil, errors.New("this process is a child itself")
	}
	command := b.options.Command
	if command == "" {
		var err error
		if command, err = os.Executable(); err != nil {
			return nil, fmt.Errorf("find this program: %w", err)
		}
	}
	env := append([]string{mark + "=" + strconv.FormatInt(b.options.MemoryLimit, 10)}, b.options.Env...)
	return start(command, b.options.Args, env, b.options.MemoryLimit)
}

// put keeps a child for the next picture.
func (b *Box) put(c *child) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		c.kill()
		c.close()
		return
	}
	b.idle = append(b.idle, c)
	if b.expiry != nil && b.expiry.Stop() {
		b.ending.Done()
	}
	b.ending.Add(1)
	b.expiry = time.AfterFunc(b.options.Idle, func() {
		defer b.ending.Done()
		b.release()
	})
}

// release ends the children that wait for pictures.
func (b *Box) release() {
	b.mu.Lock()
	idle := b.idle
	b.idle = nil
	b.mu.Unlock()
	for _, c := range idle {
		c.close()
	}
}

// Close ends all children that wait for pictures and waits for them. Pictures
// that are being decoded are not waited for: cancel them first.
func (b *Box) Close() error {
	b.mu.Lock()
	b.closed = true
	if b.expiry != nil && b.expiry.Stop() {
		b.ending.Done()
	}
	b.mu.Unlock()
	b.ending.Wait()
	b.release()
	return nil
}
