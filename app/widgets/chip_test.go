package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestChipPointerAndKeys(t *testing.T) {
	test.NewTempApp(t)
	taps, removals := 0, 0
	c := NewChip("refrigerator ×12", Badge{Shape: ShapeDiamond, Letter: "S"})
	c.OnTap = func() { taps++ }
	w := test.NewTempWindow(t, c)
	if c.cross.Visible() {
		t.Error("a chip that cannot be removed has a ✕")
	}
	c.OnRemove = func() { removals++ }
	c.Refresh()
	w.Resize(c.MinSize().AddWidthHeight(20, 20))
	test.Tap(c)
	test.Tap(c.cross)
	w.Canvas().Focus(c)
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyA} {
		c.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if taps != 3 || removals != 3 {
		t.Errorf("%d taps and %d removals, want 3 and 3", taps, removals)
	}
	NewChip("bare", Badge{}).TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete}) // nobody to tell
}

func TestChipLongTextIsCut(t *testing.T) {
	test.NewTempApp(t)
	long := strings.Repeat("냉장고 refrigerator ", 20)
	c := NewChip(long, Badge{})
	c.Resize(c.MinSize())
	if c.MinSize().Width != chipWidest || !strings.HasSuffix(c.label.Text, "…") || c.Text() != long {
		t.Errorf("width %g, label %q", c.MinSize().Width, c.label.Text)
	}
	if c.label.MinSize().Width > chipWidest-2*chipPadding+1 {
		t.Errorf("the label is %g wide", c.label.MinSize().Width)
	}
	c.SetText("short")
	c.Resize(c.MinSize())
	if c.label.Text != "short" || c.MinSize().Width >= chipWidest {
		t.Errorf("label %q, width %g", c.label.Text, c.MinSize().Width)
	}
	if got := Ellipsis("abc", 0, 14, fyne.TextStyle{}); got != "…" {
		t.Errorf("with no room at all: %q", got)
	}
}

// block is an object of a least size.
func block(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

func TestFlowWraps(t *testing.T) {
	test.NewTempApp(t)
	hidden := block(500, 500)
	hidden.Hide()
	objects := []fyne.CanvasObject{block(50, 20), block(60, 30), hidden, block(40, 20), block(120, 10)}
	flow := NewFlow(8, objects...)
	if got := flow.MinSize(); got != fyne.NewSize(120, 30) {
		t.Errorf("before a layout the least size is %v", got)
	}
	for _, tt := range []struct {
		width, height float32
		at            []fyne.Position // of the objects but the hidden one
	}{
		{400, 30, []fyne.Position{{}, {X: 58}, {X: 126}, {X: 174}}},
		{166, 48, []fyne.Position{{}, {X: 58}, {X: 126}, {Y: 38}}},
		{120, 76, []fyne.Position{{}, {X: 58}, {Y: 38}, {Y: 66}}},
		{30, 104, []fyne.Position{{}, {Y: 28}, {Y: 66}, {Y: 94}}},
	} {
		flow.Resize(fyne.NewSize(tt.width, 300))
		if got := flow.Layout.(*FlowLayout).HeightFor(tt.width, objects); got != tt.height {
			t.Errorf("width %g: height %g, want %g", tt.width, got, tt.height)
		}
		for i, o := range []fyne.CanvasObject{objects[0], objects[1], objects[3], objects[4]} {
			if o.Position() != tt.at[i] {
				t.Errorf("width %g: object %d at %v, want %v", tt.width, i, o.Position(), tt.at[i])
			}
			if o.Size().Width > tt.width {
				t.Errorf("width %g: object %d is %g wide", tt.width, i, o.Size().Width)
			}
		}
	}
	if got := NewFlow(8).MinSize(); got != (fyne.Size{}) {
		t.Errorf("an empty flow takes %v", got)
	}
}

func TestFlowPushesWhatIsBelow(t *testing.T) {
	test.NewTempApp(t)
	below := widget.NewLabel("below")
	flow := NewFlow(8, block(90, 20), block(90, 20), block(90, 20))
	w := test.NewTempWindow(t, container.NewVBox(flow, below))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 300))
	w.Content().Refresh()
	if got := below.Position().Y; got < 48 {
		t.Errorf("two rows of chips reach down to 48, what follows begins at %g", got)
	}
	w.Resize(fyne.NewSize(400, 300))
	w.Content().Refresh()
	if got := below.Position().Y; got > 30 {
		t.Errorf("one row of chips reaches down to 20, what follows begins at %g", got)
	}
}
