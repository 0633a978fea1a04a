package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestDividerMovesByPointerAndByKeys(t *testing.T) {
	test.NewTempApp(t)
	d := NewDivider()
	w := test.NewTempWindow(t, d)
	w.Resize(fyne.NewSize(60, 100))
	var moved float32
	resets := 0
	d.OnMove, d.OnReset = func(pixels float32) { moved += pixels }, func() { resets++ }
	d.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(7, 3)})
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if moved != 7-dividerStep {
		t.Errorf("it moved by %v", moved)
	}
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	d.DoubleTapped(nil)
	if resets != 2 {
		t.Errorf("it was put back %d times", resets)
	}
	thin := d.line.Size().Width
	w.Canvas().Focus(d)
	if d.line.Size().Width <= thin || d.line.FillColor != theme.Color(theme.ColorNamePrimary) {
		t.Error("nobody sees that it has the keyboard")
	}
}
