package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

func TestTopWithinContainersThatNobodyPainted(t *testing.T) {
	strip := func() *canvas.Rectangle {
		r := canvas.NewRectangle(nil)
		r.SetMinSize(fyne.NewSize(10, 30))
		return r
	}
	first, second, elsewhere := strip(), strip(), strip()
	inner := container.NewWithoutLayout(first, second)
	inner.Move(fyne.NewPos(7, 100))
	second.Move(fyne.NewPos(3, 40))
	outer := container.NewWithoutLayout(strip(), inner)
	for _, c := range []struct {
		of fyne.CanvasObject
		y  float32
		in bool
	}{{first, 100, true}, {second, 140, true}, {inner, 100, true}, {elsewhere, 0, false}} {
		if y, ok := TopWithin(outer, c.of); y != c.y || ok != c.in {
			t.Errorf("it is at %v (%v), want %v (%v)", y, ok, c.y, c.in)
		}
	}
}

func TestHiddenWithin(t *testing.T) {
	leaf, elsewhere := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	inner := container.NewWithoutLayout(canvas.NewRectangle(nil), leaf)
	outer := container.NewWithoutLayout(inner, canvas.NewRectangle(nil))
	elsewhere.Hide()
	if HiddenWithin(outer, leaf) || HiddenWithin(outer, elsewhere) {
		t.Error("hidden is what is shown, or what is elsewhere")
	}
	leaf.Hide()
	if !HiddenWithin(outer, leaf) {
		t.Error("what is hidden is not")
	}
	leaf.Show()
	inner.Hide()
	if !HiddenWithin(outer, leaf) {
		t.Error("what is in something hidden is not")
	}
}
