package inspector

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waybill/app/apptest"
	"waybill/catalog"
)

// scene draws a picture that no crop of another looks like.
func scene(width, height int, reds bool) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Rect, image.NewUniform(color.Gray{Y: 40}), image.Point{}, draw.Src)
	bright := image.Rect(width/8, height/8, width/2, height/2)
	if reds {
		bright = image.Rect(width/2, height/2, width, height)
	}
	draw.Draw(img, bright, image.NewUniform(color.RGBA{R: 250, G: 220, B: 200, A: 255}), image.Point{}, draw.Src)
	return img
}

func encoded(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withThumbnail puts a picture into the Exif data of a JPEG, as its second
// directory has it (Exif 3.0, section 4.6.4), and an orientation into its first.
func withThumbnail(t *testing.T, photo, thumb image.Image, orientation uint16) []byte {
	t.Helper()
	small, whole := encoded(t, thumb), encoded(t, photo)
	order := binary.BigEndian
	tiff := []byte("MM\x00*\x00\x00\x00\x08")
	entry := func(tag, kind uint16, value uint32) {
		tiff = order.AppendUint16(order.AppendUint16(tiff, tag), kind)
		tiff = order.AppendUint32(order.AppendUint32(tiff, 1), value)
	}
	tiff = order.AppendUint16(tiff, 1)
	entry(0x0112, 3, uint32(orientation)<<16)
	tiff = order.AppendUint32(tiff, uint32(len(tiff)+4))
	tiff = order.AppendUint16(tiff, 3)
	data := uint32(len(tiff) + 3*12 + 4)
	entry(0x0103, 3, 6<<16)
	entry(0x0201, 4, data)
	entry(0x0202, 4, uint32(len(small)))
	tiff = append(order.AppendUint32(tiff, 0), small...)
	segment := append([]byte("Exif\x00\x00"), tiff...)
	file := append([]byte{0xFF, 0xD8, 0xFF, 0xE1}, order.AppendUint16(nil, uint16(len(segment)+2))...)
	return append(append(file, segment...), whole[2:]...)
}

func TestThumbnailThatDiffersStandsBesideThePhoto(t *testing.T) {
	c := apptest.Catalogue(t)
	dir := t.TempDir()
	for name, data := range map[string][]byte{
		"1.jpg": withThumbnail(t, scene(640, 480, false), scene(160, 120, true), 6),
		"2.jpg": withThumbnail(t, scene(800, 600, false), scene(160, 120, false), 1),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	apptest.Import(t, c, intake(), dir)
	f := newFixture(t, c)
	f.show(1)
	if p := f.photo(1); !p.Warned(catalog.WarnThumbnail) {
		t.Fatalf("warnings are %+v", p.Warnings)
	}
	if texts, _ := textsIn(f.alerts.list); len(texts) != 1 || !strings.Contains(texts[0], "small picture inside the file") {
		t.Errorf("the warning is %q", texts)
	}
	f.ui.Until(t, "the pictures", func() bool { return f.alerts.pair.box.Visible() })
	photo, embedded := f.alerts.pair.photo.Image.Bounds(), f.alerts.pair.embedded.Image.Bounds()
	if photo.Dx() >= photo.Dy() || embedded.Dx() != 120 || embedded.Dy() != 160 {
		t.Errorf("the photo is %v, the picture in its file %v", photo, embedded)
	}
	f.show(2)
	if f.alerts.box.Visible() || f.alerts.pair.box.Visible() {
		t.Error("a photo without warnings shows those of another")
	}
	f.show(1, 2)
	if texts, _ := textsIn(f.alerts.list); len(texts) != 1 || texts[0] != "1 of them has something to look at." || f.alerts.pair.box.Visible() {
		t.Errorf("of two photos it says %q", texts)
	}
}

func TestThumbnailIsTurnedAsThePhoto(t *testing.T) {
	lying, standing := image.NewRGBA(image.Rect(0, 0, 4, 3)), image.NewRGBA(image.Rect(0, 0, 3, 4))
	for _, c := range []struct {
		embedded, photo *image.RGBA
		orientation     int
		want            image.Rectangle
	}{
		{lying, lying, 1, lying.Rect},
		{lying, lying, 3, lying.Rect},
		{lying, standing, 6, standing.Rect},
		{standing, standing, 6, standing.Rect}, // the second was turned already
		{standing, lying, 8, lying.Rect},
		{lying, standing, 0, lying.Rect},
	} {
		if got := uprightLike(c.embedded, c.photo, c.orientation).Bounds(); got != c.want {
			t.Errorf("%v beside %v with orientation %d is %v", c.embedded.Rect, c.photo.Rect, c.orientation, got)
		}
	}
}

func TestVersionsAreNamed(t *testing.T) {
	f := newFixture(t, newSamples(t, byLostClock, byWhatsApp, byCamera, byWeChat))
	var asked []catalog.PhotoID
	f.OnShowVersions = func(id catalog.PhotoID) { asked = append(asked, id) }
	f.show(4)
	near, err := f.store.Near(t.Context(), 4)
	if err != nil || len(near) != 2 {
		t.Fatalf("photos like it are %v, %v", near, err)
	}
	f.ui.Until(t, "the versions", func() bool { return f.head.versions.box.Visible() })
	if got := f.head.versions.link.Text; got != f.words.N("inspector.versions", len(near)) || !strings.Contains(f.head.versions.names.Text, near[0].Photo.String()) {
		t.Errorf("it says %q, %q", got, f.head.versions.names.Text)
	}
	f.head.versions.link.OnTapped()
	if len(asked) != 1 || asked[0] != 4 {
		t.Errorf("asked for are the versions of %v", asked)
	}
	f.show(1)
	f.settle()
	if f.head.versions.of != 1 || f.head.versions.box.Visible() {
		t.Errorf("a photo without versions has %q", f.head.versions.names.Text)
	}
}
