package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestPageScrollsByKeys(t *testing.T) {
	test.NewTempApp(t)
	long := canvas.NewRectangle(nil)
	long.SetMinSize(fyne.NewSize(100, 1000))
	p := NewPage(long)
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(100, 200))
	var others []fyne.KeyName
	p.OnKey = func(e *fyne.KeyEvent) { others = append(others, e.Name) }
	w.Canvas().Focus(p)
	if !p.ring.Visible() {
		t.Error("nobody sees that the keyboard is here")
	}
	last := p.Offset()
	for _, c := range []struct {
		key  fyne.KeyName
		down int // 1, -1 for up, 0 for not at all
	}{
		{fyne.KeyUp, 0},
		{fyne.KeyDown, 1},
		{fyne.KeyPageDown, 1},
		{fyne.KeySpace, 1},
		{fyne.KeyUp, -1},
		{fyne.KeyPageUp, -1},
		{fyne.KeyEnd, 1},
		{fyne.KeyDown, 0},
		{fyne.KeyHome, -1},
		{fyne.KeyEscape, 0},
	} {
		p.TypedKey(&fyne.KeyEvent{Name: c.key})
		now := p.Offset()
		if (now > last) != (c.down > 0) || (now < last) != (c.down < 0) {
			t.Errorf("%s scrolled from %v to %v", c.key, last, now)
		}
		last = now
	}
	if len(others) != 1 || others[0] != fyne.KeyEscape {
		t.Errorf("others are %v", others)
	}
	w.Canvas().Unfocus()
	if p.ring.Visible() {
		t.Error("the keyboard is gone, and the ring is not")
	}
}
