package box_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/gen2brain/webp"

	"waybill/catalog"
	"waybill/catalog/format"
	"waybill/catalog/picture"
	"waybill/catalog/picture/box"
	"waybill/catalog/picture/box/boxtest"
)

func TestMain(m *testing.M) {
	boxtest.ServeIfChild()
	if os.Getenv(parentMark) != "" {
		hangOn()
	}
	os.Exit(m.Run())
}

// parentMark makes the test program one whose child hangs.
const parentMark = "WAYBILL_TEST_PARENT"

func hangOn() {
	b := box.New(box.Options{Env: boxtest.Misbehave(all(boxtest.Hang))})
	data, err := os.ReadFile(filepath.Join("..", "testdata", "phone.webp"))
	if err != nil {
		panic(err)
	}
	_, _, err = picture.Decoder{Remote: b}.DecodeScaled(context.Background(), data, 32)
	panic(err)
}

// newBox makes a box that is closed with the test.
func newBox(t testing.TB, o box.Options, behaviours map[format.Format]boxtest.Behaviour) *box.Box {
	t.Helper()
	o.Env = append(o.Env, boxtest.Misbehave(behaviours)...)
	b := box.New(o)
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

// all makes every format behave so.
func all(b boxtest.Behaviour) map[format.Format]boxtest.Behaviour {
	return map[format.Format]boxtest.Behaviour{format.WebP: b, format.HEIC: b, format.AVIF: b}
}

// quarters is a picture of four colours, red at the top left.
func quarters(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	colours := [2][2]color.NRGBA{{{200, 30, 30, 255}, {30, 160, 30, 255}}, {{30, 30, 200, 255}, {240, 240, 240, 255}}}
	for y := range h {
		for x := range w {
			img.SetNRGBA(x, y, colours[2*y/h][2*x/w])
		}
	}
	return img
}

func webpFile(t testing.TB, img image.Image, o webp.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := webp.Encode(&b, img, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMisbehaviour(t *testing.T) {
	tests := []struct {
		behaviour boxtest.Behaviour
		options   box.Options
		code      catalog.Code
	}{
		{boxtest.Hang, box.Options{Timeout: time.Second}, catalog.FileDecoderSlow},
		{boxtest.Hungry, box.Options{MemoryLimit: 256 << 20}, catalog.FileTooLarge},
		{boxtest.Panic, box.Options{}, catalog.FileDecoderFailed},
		{boxtest.Garbage, box.Options{Timeout: 5 * time.Second}, catalog.FileDecoderFailed},
		{boxtest.Exit, box.Options{}, catalog.FileDecoderFailed},
		{boxtest.Refuse, box.Options{}, catalog.FileDamaged},
	}
	data := webpFile(t, quarters(64, 48), webp.Options{Quality: 80})
	good, err := os.ReadFile(filepath.Join("..", "testdata", "phone.heic"))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		t.Run(string(test.behaviour), func(t *testing.T) {
			if test.options.MemoryLimit > 0 && box.RaceDetector {
				t.Skip("the race detector takes more memory than that")
			}
			b := newBox(t, test.options, map[format.Format]boxtest.Behaviour{format.WebP: test.behaviour, format.HEIC: boxtest.Fine})
			d := picture.Decoder{Remote: b}
			for range 2 { // each failure needs a new child
				start := time.Now()
				img, info, err := d.DecodeScaled(t.Context(), data, 32)
				if img != nil || catalog.CodeOf(err) != test.code {
					t.Errorf("code %q, want %q: %v", catalog.CodeOf(err), test.code, err)
				}
				if info.Width != 64 || info.Height != 48 {
					t.Errorf("info %+v", info)
				}
				if took := time.Since(start); took > 20*time.Second {
					t.Errorf("took %v", took)
				}
				t.Logf("%v: %v", time.Since(start), err)
				if img, _, err := d.DecodeScaled(t.Context(), good, 32); err != nil || img == nil {
					t.Errorf("the next picture: %v", err)
				}
			}
		})
	}
}

func TestCancel(t *testing.T) {
	b := newBox(t, box.Options{}, all(boxtest.Hang))
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(200*time.Millisecond, cancel)
	start := time.Now()
	_, _, err := picture.Decoder{Remote: b}.DecodeScaled(ctx, webpFile(t, quarters(64, 48), webp.Options{}), 32)
	if !errors.Is(err, context.Canceled) || catalog.CodeOf(err) != "" {
		t.Errorf("cancelled decoding gives %v", err)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}

// TestCannotStart has a program for a child that is no decoder, or is not there.
func TestCannotStart(t *testing.T) {
	data := webpFile(t, quarters(64, 48), webp.Options{})
	for _, command := range []string{filepath.Join(t.TempDir(), "nothing"), "/bin/true", "/bin/cat"} {
		b := newBox(t, box.Options{Command: command, Timeout: 5 * time.Second}, nil)
		_, _, err := picture.Decoder{Remote: b}.DecodeScaled(t.Context(), data, 32)
		if catalog.CodeOf(err) != catalog.FileDecoderFailed {
			t.Errorf("%s: %v", command, err)
		}
	}
}

// TestTooLargeAtOnce refuses what is expected to need too much without a child.
func TestTooLargeAtOnce(t *testing.T) {
	data := webpFile(t, image.NewGray(image.Rect(0, 0, 3000, 2000)), webp.Options{})
	b := newBox(t, box.Options{Command: "/nonexistent", MemoryLimit: 16 << 20}, nil)
	_, _, err := picture.Decoder{Remote: b}.DecodeScaled(t.Context(), data, 32)
	if catalog.CodeOf(err) != catalog.FileTooLarge {
		t.Error(err)
	}
}

func TestClosed(t *testing.T) {
	b := newBox(t, box.Options{}, all(boxtest.Fine))
	d := picture.Decoder{Remote: b}
	data := webpFile(t, quarters(64, 48), webp.Options{})
	if _, _, err := d.DecodeScaled(t.Context(), data, 32); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := d.DecodeScaled(t.Context(), data, 32); catalog.CodeOf(err) != catalog.FileDecoderFailed {
		t.Errorf("a closed box gives %v", err)
	}
}
