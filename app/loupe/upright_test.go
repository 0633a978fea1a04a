package loupe

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/catalog"
)

// quarters are the colours of an upright picture from top left to bottom right.
var quarters = [4]color.RGBA{{220, 30, 30, 255}, {30, 180, 30, 255}, {40, 40, 220, 255}, {235, 235, 235, 255}}

// turnedPhoto makes the JPEG of a picture of w×h pixels in quarters, stored as the
// Exif orientation says (Exif 3.0, section 4.6.5.1.6).
func turnedPhoto(t *testing.T, w, h, orientation int) []byte {
	t.Helper()
	stored := image.NewRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		stored = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	right, bottom := stored.Rect.Dx()-1, stored.Rect.Dy()-1
	for y := range h {
		for x := range w {
			at := [...]image.Point{
				{x, y},
				{right - x, y},
				{right - x, bottom - y},
				{x, bottom - y},
				{y, x},
				{y, bottom - x},
				{right - y, bottom - x},
				{right - y, x},
			}[orientation-1]
			stored.SetRGBA(at.X, at.Y, quarters[2*(2*y/h)+2*x/w])
		}
	}
	var data bytes.Buffer
	if err := jpeg.Encode(&data, stored, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00")
	tiff = append(binary.LittleEndian.AppendUint32(tiff, uint32(orientation)), 0, 0, 0, 0)
	segment := append(binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(tiff)+2)), tiff...)
	return append(append([]byte{0xff, 0xd8}, segment...), data.Bytes()[2:]...)
}

// real is a loupe of a catalogue with a photo in each orientation.
func real(t *testing.T, w, h int) *fixture {
	dir := t.TempDir()
	for o := 1; o <= 8; o++ {
		data := turnedPhoto(t, w, h, o)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("IMG_%d.jpg", o)), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	apptest.App(t, look.ModeDark)
	c := apptest.Catalogue(t)
	apptest.Import(t, c, catalog.Intake{}, dir)
	f := &fixture{t: t, ui: apptest.NewQueue()}
	tasks := task.New(t.Context(), f.ui.Post)
	t.Cleanup(tasks.Close)
	f.View = New(c, tasks, apptest.Words(t))
	f.window = test.NewTempWindow(t, f.Object())
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(1000, 700))
	f.SetList(ids(1, 8))
	return f
}

// quarter tells which quarter of the picture is seen at a place of a side.
func (f *fixture) quarter(img image.Image, s *side, at fyne.Position) int {
	abs := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.picture).Add(at)
	r, g, b, _ := img.At(int(abs.X), int(abs.Y)).RGBA()
	for i, q := range quarters {
		near := func(a uint32, b uint8) bool { return max(int(a>>8)-int(b), int(b)-int(a>>8)) < 40 }
		if near(r, q.R) && near(g, q.G) && near(b, q.B) {
			return i
		}
	}
	return -1
}

// seen lists the quarters that are seen around a place of the picture, from top
// left to bottom right.
func (f *fixture) seenAround(s *side, x, y, way float64) (found [4]int) {
	img := f.window.Canvas().Capture()
	for i := range found {
		dx, dy := way*float64(2*(i%2)-1), way*float64(2*(i/2)-1)
		at, _ := s.picture.Place(Rect{X: x + dx, Y: y + dy, W: .1, H: .1})
		found[i] = f.quarter(img, s, at)
	}
	return found
}

// Photos are upright whatever their Exif orientation, from the picture for the
// screen and from all pixels of the original, alone and beside another one.
func TestRealPhotosAreUpright(t *testing.T) {
	want := [4]int{0, 1, 2, 3}
	f := real(t, 2700, 400)
	for id := catalog.PhotoID(1); id <= 8; id++ {
		f.Show(id)
		f.settle()
		s := f.side()
		if got := f.seenAround(s, .5, .5, .2); got != want || s.best.size != screen {
			t.Errorf("orientation %d, whole: %v from %v", id, got, s.best)
		}
		centre, _ := s.picture.Place(Rect{X: .5, Y: .5, W: .1, H: .1})
		for range 20 {
			f.wheel(s, centre, 1)
		}
		f.settle()
		scale, _ := s.picture.Zoom()
		if got := f.seenAround(s, .5, .5, .02); got != want || s.best.size != whole || scale != 4 || f.title.zoom.Text != "400 %" {
			t.Errorf("orientation %d at %g: %v from %v, %q", id, scale, got, s.best, f.title.zoom.Text)
		}
		if size := s.best; *s.row().Width != 2700 || size.Turn != int(id) {
			t.Errorf("orientation %d: %v, %d pixels wide", id, size, *s.row().Width)
		}
	}
	f.ShowTwo(6, 8)
	f.settle()
	centre, _ := f.sides[0].picture.Place(Rect{X: .5, Y: .5, W: .1, H: .1})
	f.wheel(f.sides[0], centre, 8)
	f.settle()
	for i, s := range f.sides {
		if got := f.seenAround(s, .5, .5, .02); got != want {
			t.Errorf("side %d of two: %v", i, got)
		}
	}
}

// The edge of what a pixel of the original holds is sharp at 400 %.
func TestFourHundredPercentIsSharp(t *testing.T) {
	f := real(t, 2700, 100)
	f.Show(6)
	f.settle()
	s := f.side()
	for range 20 {
		at, _ := s.picture.Place(Rect{X: .5, Y: .25, W: .1, H: .1})
		f.wheel(s, at, 1)
	}
	f.settle()
	img, edge := f.window.Canvas().Capture(), 0
	at, _ := s.picture.Place(Rect{X: .5, Y: .25, W: .1, H: .1})
	for dx := float32(-24); dx < 24; dx++ { // colours are shared by two pixels, which are eight here, and JPEG rings a little
		if f.quarter(img, s, at.AddXY(dx, 0)) < 0 {
			edge++
		}
	}
	if edge > 16 || f.quarter(img, s, at.AddXY(-24, 0)) != 0 || f.quarter(img, s, at.AddXY(24, 0)) != 1 {
		t.Errorf("the edge is %d pixels wide", edge)
	}
}
