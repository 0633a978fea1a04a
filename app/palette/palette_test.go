package palette

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// desk is a palette over a window with a field.
type desk struct {
	*View
	window fyne.Window
	field  *widget.Entry
	ran    []string
}

func newDesk(t *testing.T, size fyne.Size) *desk {
	t.Helper()
	test.NewTempApp(t)
	d := &desk{field: widget.NewEntry()}
	d.window = test.NewTempWindow(t, d.field)
	d.window.Resize(size)
	d.window.Canvas().Focus(d.field)
	line := func(label, of string, off bool) Line {
		return Line{ID: label, Label: label, Of: of, Off: off, Run: func() { d.ran = append(d.ran, label) }}
	}
	d.View = Open(d.window.Canvas(), "What?", "Nothing.", []Line{
		line("Add item…", "Tag", false), line("Undo", "Edit", true), line("Quit", "File", false), line("Edit together", "Tag", false), line("경로", "태그", false),
	})
	return d
}

func (d *desk) labels() []string {
	var labels []string
	for _, l := range d.Shown() {
		labels = append(labels, l.Label)
	}
	return labels
}

func (d *desk) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestPaletteFindsAndRuns(t *testing.T) {
	d := newDesk(t, fyne.NewSize(900, 600))
	if got := d.labels(); !slices.Equal(got, []string{"Add item…", "Quit", "Edit together", "경로", "Undo"}) {
		t.Errorf("first it shows %q", got)
	}
	for typed, want := range map[string][]string{
		"ai": {"Add item…", "Edit together"}, "item": {"Add item…"}, "ㄱㄹ": {"경로"}, "ㅕㅜ애": {"Undo"}, "edit": {"Edit together", "Undo"}, "zzz": nil,
	} {
		d.entry.SetText("")
		test.Type(d.window.Canvas().Focused(), typed)
		if got := d.labels(); !slices.Equal(got, want) {
			t.Errorf("%q shows %q, want %q", typed, got, want)
		}
		if d.none.Visible() != (want == nil) {
			t.Errorf("%q: it says that there is nothing: %t", typed, d.none.Visible())
		}
	}
	d.entry.SetText("undo")
	if d.press(fyne.KeyReturn); len(d.ran) > 0 || !d.Visible() {
		t.Error("what is off was run")
	}
	d.entry.SetText("")
	d.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if !slices.Equal(d.ran, []string{"Quit"}) || d.Visible() {
		t.Errorf("it ran %q and is open: %t", d.ran, d.Visible())
	}
	if d.window.Canvas().Focused() != fyne.Focusable(d.field) {
		t.Errorf("the keyboard is at %T", d.window.Canvas().Focused())
	}
}

func TestPaletteIsLeftAndClicked(t *testing.T) {
	d := newDesk(t, fyne.NewSize(500, 300))
	if size := d.popup.Size(); size.Width > 500 || size.Height > 300 {
		t.Errorf("in a small window it is %v large", size)
	}
	d.Add([]Line{{ID: "late", Label: "Customs yard", Of: "Saved search", Run: func() { d.ran = append(d.ran, "late") }}})
	if got := d.labels(); !slices.Contains(got, "Customs yard") {
		t.Errorf("what came late is not in %q", got)
	}
	d.entry.SetText("customs")
	r := newRow(d.View)
	r.Resize(fyne.NewSize(300, rowHeight))
	r.show(0)
	r.Tapped(nil)
	if !slices.Equal(d.ran, []string{"late"}) {
		t.Errorf("a click ran %q", d.ran)
	}
	d = newDesk(t, fyne.NewSize(900, 600))
	d.press(fyne.KeyEscape)
	if d.Visible() || d.window.Canvas().Focused() != fyne.Focusable(d.field) || len(d.ran) > 0 {
		t.Errorf("after Escape the keyboard is at %T", d.window.Canvas().Focused())
	}
}
