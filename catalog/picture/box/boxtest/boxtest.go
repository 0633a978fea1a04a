// Package boxtest makes test programs into decoders that misbehave, to show that
// a box and what uses it survive them. Programs do not import it.
//
// TestMain calls ServeIfChild first, and tests make their boxes with the
// environment that Misbehave gives.
package boxtest

import (
	"context"
	"errors"
	"image"
	"os"
	"strings"
	"time"

	"github.com/tetratelabs/wazero"

	"waybill/catalog/format"
	"waybill/catalog/picture"
	"waybill/catalog/picture/box"
)

// Behaviour is what a decoder does with a picture.
type Behaviour string

// Behaviours.
const (
	Fine    Behaviour = "fine"    // gives a grey picture of the right size
	Hang    Behaviour = "hang"    // never comes back from WebAssembly
	Hungry  Behaviour = "hungry"  // takes memory without end
	Panic   Behaviour = "panic"   // crashes the process
	Garbage Behaviour = "garbage" // writes what is no answer
	Refuse  Behaviour = "refuse"  // says in an orderly way that it cannot
	Exit    Behaviour = "exit"    // ends the process without a word
)

const variable = "WAYBILL_TEST_DECODER"

// Misbehave gives the environment, for box.Options, of a decoder that behaves
// so for pictures of these formats, and decodes others as it should.
func Misbehave(behaviours map[format.Format]Behaviour) []string {
	var list []string
	for f, b := range behaviours {
		list = append(list, string(f)+"="+string(b))
	}
	return []string{variable + "=" + strings.Join(list, ",")}
}

// ServeIfChild is box.ServeIfChild for test programs.
func ServeIfChild() {
	behaviours := map[format.Format]Behaviour{}
	for _, rule := range strings.Split(os.Getenv(variable), ",") {
		f, b, _ := strings.Cut(rule, "=")
		behaviours[format.Format(f)] = Behaviour(b)
	}
	box.ServeIfChildWith(func(data []byte, info picture.Info) (image.Image, error) {
		if b := behaviours[info.Format]; b != "" {
			return behave(b, info)
		}
		return box.Decoders(data, info)
	})
}

func behave(b Behaviour, info picture.Info) (image.Image, error) {
	switch b {
	case Hang:
		return nil, hang()
	case Hungry:
		var eaten [][]byte
		for {
			block := make([]byte, 8<<20)
			for i := 0; i < len(block); i += 4096 {
				block[i] = 1
			}
			eaten = append(eaten, block)
			time.Sleep(time.Duration(len(eaten)/1000) * time.Second)
		}
	case Panic:
		panic("a decoder that panics")
	case Garbage:
		for range 1 << 16 {
			if _, err := os.Stdout.WriteString("no answer at all"); err != nil {
				break
			}
		}
	case Refuse:
		return nil, errors.New("a decoder that refuses")
	case Exit:
		os.Exit(0)
	}
	return image.NewGray(image.Rect(0, 0, info.Width, info.Height)), nil
}

// hang runs a loop without end in WebAssembly, which Go's scheduler cannot
// interrupt.
func hang() error {
	// (module (func (export "f") (loop (br 0))))
	loop := []byte("\x00asm\x01\x00\x00\x00" + "\x01\x04\x01\x60\x00\x00" + "\x03\x02\x01\x00" +
		"\x07\x05\x01\x01f\x00\x00" + "\x0a\x09\x01\x07\x00\x03\x40\x0c\x00\x0b\x0b")
	ctx := context.Background()
	module, err := wazero.NewRuntime(ctx).Instantiate(ctx, loop)
	if err != nil {
		return err
	}
	_, err = module.ExportedFunction("f").Call(ctx)
	return err
}
