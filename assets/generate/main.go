// Command generate draws the sample photos and the icon that ship with the
// program: "go run ./assets/generate" in the repository's root rewrites
// assets/samples and assets/icons, byte for byte the same on one kind of
// processor and one version of Go. Scenes are modelled in three dimensions and
// rendered in software; nothing is downloaded or photographed.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/draw"
)

const (
	cameraSide    = 1600 // longest side of a camera's picture, in pixels
	messengerSide = 1280 // and of what a messenger passes on
)

func main() {
	dir := flag.String("dir", "assets", "the assets folder to write into")
	only := flag.String("only", "", "draw only files whose name contains this text")
	scale := flag.Float64("scale", 1, "size of the pictures relative to the shipped ones, for a quick look")
	flag.Parse()
	if err := run(*dir, *only, *scale); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// run writes samples, manifest and icon below dir.
func run(dir, only string, scale float64) error {
	all := shots()
	for _, s := range all {
		if !strings.Contains(s.file, only) {
			continue
		}
		b, err := s.draw(all, scale)
		if err != nil {
			return fmt.Errorf("draw %s: %w", s.file, err)
		}
		if err := os.WriteFile(filepath.Join(dir, "samples", s.file), b, 0o644); err != nil {
			return err
		}
		fmt.Println(s.file, len(b))
	}
	if only != "" {
		return nil
	}
	if err := os.WriteFile(filepath.Join(dir, "samples", "samples.tsv"), manifest(all), 0o644); err != nil {
		return err
	}
	var icon bytes.Buffer
	if err := png.Encode(&icon, drawIcon()); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "icons", "waybill.png"), icon.Bytes(), 0o644)
}

// draw renders and encodes one sample; all is where a copy finds its original.
func (s *shot) draw(all []shot, scale float64) ([]byte, error) {
	if s.copyOf != "" || s.screen != "" {
		return s.drawCopy(all, scale)
	}
	w := int(float64(s.longest()) * scale)
	h := w * 3 / 4
	if s.upright {
		w, h = h, w
	}
	sc := s.scene(s.view)
	sc.look.seed = hash(int32(s.view), int32(len(s.file)), int32(s.file[len(s.file)-6]), 1)
	sc.look.aperture *= scale
	sc.roll = (unitHash(len(s.file), int(sc.look.seed>>8), 2, 5) - 0.5) * 0.035 // held by hand
	img := sc.look.develop(sc.render(w, h))
	if s.meta == nil {
		return encode(img, s.quality)
	}
	b, err := encode(stored(img, s.meta.orientation), s.quality)
	if err != nil {
		return nil, err
	}
	if s.meta.orientation >= 5 {
		w, h = h, w
	}
	return insertExif(b, s.meta.tiff(w, h))
}

// drawCopy draws the original and passes it on.
func (s *shot) drawCopy(all []shot, scale float64) ([]byte, error) {
	for _, o := range all {
		if o.file != s.copyOf+s.screen {
			continue
		}
		b, err := o.draw(all, scale)
		if err != nil {
			return nil, err
		}
		return s.passOn(b, scale)
	}
	return nil, fmt.Errorf("no sample %s to copy", s.copyOf+s.screen)
}

// passOn is what becomes of an original that is sent on, or shown on a screen.
func (s *shot) passOn(original []byte, scale float64) ([]byte, error) {
	long := int(float64(s.longest()) * scale)
	if s.screen != "" {
		return screenshot(original, long, s.quality)
	}
	return recompress(original, long, s.quality)
}

// recompress is what remains of an upright picture after a messenger: w pixels
// wide, compressed again, without metadata.
func recompress(jpg []byte, w, quality int) ([]byte, error) {
	src, err := jpeg.Decode(bytes.NewReader(jpg))
	if err != nil {
		return nil, err
	}
	out := image.NewRGBA(image.Rect(0, 0, w, w*src.Bounds().Dy()/src.Bounds().Dx()))
	draw.CatmullRom.Scale(out, out.Bounds(), src, src.Bounds(), draw.Src, nil)
	return encode(out, quality)
}

func encode(img *image.RGBA, quality int) ([]byte, error) {
	var b bytes.Buffer
	err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality})
	return b.Bytes(), err
}

// manifest is samples.tsv: what the demonstration tags each sample with.
func manifest(all []shot) []byte {
	var b bytes.Buffer
	b.WriteString("file\titems\troute\tstatus\tcaption\n")
	for _, s := range all {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\n", s.file, s.items, s.route, s.status, s.caption)
	}
	return b.Bytes()
}
