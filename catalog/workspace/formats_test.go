package workspace_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/picture"
	"waybill/catalog/workspace"
)

// quarters paints red, green, blue and nearly white into the quarters of a
// picture, red at the top left.
func quarters(set func(x, y int, c color.Color), w, h int) {
	for y := range h {
		for x := range w {
			c := []color.RGBA{{220, 30, 30, 255}, {30, 200, 30, 255}, {30, 30, 220, 255}, {240, 240, 240, 255}}[x*2/w+y*2/h*2]
			set(x, y, c)
		}
	}
}

func deepPNG(t *testing.T) []byte {
	t.Helper()
	img := image.NewNRGBA64(image.Rect(0, 0, 144, 192))
	quarters(img.Set, 144, 192)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func plainJPEG(t *testing.T) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 144, 192))
	quarters(img.Set, 144, 192)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// rawOf wraps a JPEG in a TIFF as raw formats do: a preview at the end of a
// first directory that says it is one.
func rawOf(preview []byte) []byte {
	entry := func(tag, kind, count, value int) []byte {
		return []byte{byte(tag), byte(tag >> 8), byte(kind), byte(kind >> 8), byte(count), 0, 0, 0, byte(value), byte(value >> 8), byte(value >> 16), 0}
	}
	const at = 8 + 2 + 7*12 + 4
	raw := []byte{'I', 'I', 42, 0, 8, 0, 0, 0, 7, 0}
	for _, e := range [][]byte{
		entry(0x00FE, 4, 1, 1), entry(0x010F, 2, 5, at), entry(0x0112, 3, 1, 1), entry(0x0106, 3, 1, 32803),
		entry(0x0201, 4, 1, at+8), entry(0x0202, 4, 1, len(preview)), entry(0xC612, 1, 4, 1),
	} {
		raw = append(raw, e...)
	}
	raw = append(raw, 0, 0, 0, 0)
	raw = append(raw, "Test\x00\x00\x00\x00"...)
	return append(raw, preview...)
}

// TestEveryFormatInTheCatalogue: what a phone, a camera or a program writes has
// the right size, stands upright and has a thumbnail, or keeps its reason.
func TestEveryFormatInTheCatalogue(t *testing.T) {
	from := t.TempDir()
	whole := plainJPEG(t)
	files := map[string][]byte{
		"deep.png": deepPNG(t), "plain.jpg": whole, "cut.jpg": whole[:len(whole)/2], "camera.dng": rawOf(whole),
		"film.mp4": append([]byte("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"), make([]byte, 100)...),
		"old.x3f":  []byte("FOVb of a camera that nobody reads"), "letter.txt": []byte("no picture"),
		"liar.png": plainJPEG(t),
	}
	files["liar.png"] = append(files["liar.png"], "\n"...) // another file than plain.jpg
	for _, name := range []string{"phone.heic", "phone.avif", "phone.webp", "cmyk.jpg", "progressive.jpg"} {
		data, err := os.ReadFile(filepath.Join("..", "picture", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = data
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(from, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := open(t, create(t, "c.waybill"))
	skipped := 0
	summary, err := c.Import(t.Context(), workspace.ImportOptions{Paths: []string{from}, OnFile: func(f ingest.File) {
		if f.Result == ingest.Skipped {
			skipped++
		}
	}})
	if err != nil || summary.Imported != len(files)-1 || skipped != 1 {
		t.Fatalf("%+v, %v", summary, err)
	}
	photos := map[string]catalog.Photo{}
	for _, p := range allPhotos(t, c) {
		photos[p.Name] = p
	}
	for name, problem := range map[string]catalog.Code{
		"phone.heic": "", "phone.avif": "", "phone.webp": "", "deep.png": "", "cmyk.jpg": "", "progressive.jpg": "", "plain.jpg": "",
		"camera.dng": "", "liar.png": "", "cut.jpg": catalog.FileDamaged, "film.mp4": catalog.FileVideo, "old.x3f": catalog.FileUnsupported,
	} {
		p := photos[name]
		if p.Problem != problem {
			t.Errorf("%s: problem %q, want %q", name, p.Problem, problem)
			continue
		}
		thumb, err := c.Thumbnail(t.Context(), p)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if problem != "" {
			if !bytes.Equal(thumb, picture.Placeholder()) {
				t.Errorf("%s has no placeholder", name)
			}
			if img, err := c.Picture(t.Context(), p, 96); catalog.CodeOf(err) != problem || img != nil {
				t.Errorf("%s gives a picture or %v", name, err)
			}
			continue
		}
		if p.Width == nil || *p.Width != 144 || *p.Height != 192 {
			t.Errorf("%s: size %v×%v", name, deref(p.Width), deref(p.Height))
		}
		upright(t, name, thumb)
		img, err := c.Picture(t.Context(), p, 96)
		if err != nil || img.Bounds().Size() != image.Pt(72, 96) {
			t.Errorf("%s gives no picture of 72×96: %v", name, err)
			continue
		}
		inQuarters(t, name, img)
		if full, err := c.Picture(t.Context(), p, 0); err != nil || full.Bounds().Size() != image.Pt(144, 192) {
			t.Errorf("%s gives no picture with all its pixels: %v", name, err)
		} else {
			inQuarters(t, name, full)
		}
	}
	if at := photos["phone.heic"]; at.Taken() == nil || at.Taken().String() != "2023-07-03T14:05:00+08:00" || at.Where == nil ||
		at.Where.Nearest == nil || at.Where.Nearest.Entry != "quanhe-wonjong" || !at.Where.BorderZone {
		t.Errorf("the phone's photo is of %v at %+v", at.Taken(), at.Where)
	}
	if p := photos["liar.png"]; p.Format != "jpeg" || !p.Warned(catalog.WarnFormat) {
		t.Errorf("liar.png is %s with %v", p.Format, p.Warnings)
	}
	turned, quarter := photos["plain.jpg"], 6
	turned.Orientation = &quarter
	if img, err := c.Picture(t.Context(), turned, 96); err != nil || img.Bounds().Size() != image.Pt(96, 72) {
		t.Errorf("a photo that lies on its side is not turned: %v", err)
	}
	verifyClean(t, c)
}

// upright looks for the quarters where they belong.
func upright(t *testing.T, name string, thumb []byte) {
	t.Helper()
	img, err := jpeg.Decode(bytes.NewReader(thumb))
	if err != nil {
		t.Fatal(err)
	}
	inQuarters(t, name, img)
}

func inQuarters(t *testing.T, name string, img image.Image) {
	t.Helper()
	b := img.Bounds()
	if b.Dx() >= b.Dy() {
		t.Errorf("%s: the picture is %v", name, b.Size())
	}
	for i, want := range [][3]bool{{true, false, false}, {false, true, false}, {false, false, true}, {true, true, true}} {
		r, g, bl, _ := img.At(b.Dx()/4+i%2*b.Dx()/2, b.Dy()/4+i/2*b.Dy()/2).RGBA()
		if got := [3]bool{r > 0x7fff, g > 0x7fff, bl > 0x7fff}; got != want {
			t.Errorf("%s: quarter %d is %x %x %x", name, i, r>>8, g>>8, bl>>8)
		}
	}
}
