package widgets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// completeFixture is a completing entry over another one in a window, typed at as Fyne's driver does: through whatever the
// canvas says has the focus.
type completeFixture struct {
	*CompleteEntry
	other     *widget.Entry
	canvas    fyne.Canvas
	chosen    []Option
	submitted []string
}

var goods = []string{"refrigerator", "reefer lorry", "rice", "roof tile", "타일", "shopping cart"}

func matching(text string) (found []Option) {
	for i, g := range goods {
		if text != "" && strings.Contains(g, text) {
			found = append(found, Option{Text: g, Detail: fmt.Sprint("item ", i), Value: i})
		}
	}
	return found
}

func newCompleteFixture(t *testing.T, complete func(string, func([]Option))) *completeFixture {
	test.NewTempApp(t)
	f := &completeFixture{CompleteEntry: NewCompleteEntry(complete), other: widget.NewEntry()}
	f.OnSubmitted = func(s string) { f.submitted = append(f.submitted, s) }
	w := test.NewTempWindow(t, container.NewVBox(f.CompleteEntry, f.other, layout.NewSpacer()))
	w.Resize(fyne.NewSize(500, 400))
	f.canvas = w.Canvas()
	f.canvas.Focus(f.CompleteEntry)
	return f
}

func immediate(text string, show func([]Option)) { show(matching(text)) }

func (f *completeFixture) typeText(s string) {
	for _, r := range s {
		f.canvas.Focused().TypedRune(r)
	}
}

func (f *completeFixture) typeKeys(names ...fyne.KeyName) {
	for _, n := range names {
		f.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (f *completeFixture) offered() (texts []string) {
	for _, o := range f.Options() {
		texts = append(texts, o.Text)
	}
	return texts
}

func TestCompleteEntryOffersWhileTyping(t *testing.T) {
	f := newCompleteFixture(t, immediate)
	f.typeText("r")
	f.typeText("e")
	if got := f.offered(); !slices.Equal(got, []string{"refrigerator", "reefer lorry"}) {
		t.Errorf("offered %q", got)
	}
	f.typeText("fr")
	f.typeKeys(fyne.KeyBackspace)
	if f.Text != "ref" || len(f.canvas.Overlays().List()) != 1 {
		t.Errorf("text %q, %d overlays", f.Text, len(f.canvas.Overlays().List()))
	}
	f.typeText("zz")
	if f.Text != "refzz" || f.Options() != nil || f.canvas.Overlays().Top() != nil {
		t.Errorf("text %q, still offered %q", f.Text, f.offered())
	}
	if f.canvas.Focused() != fyne.Focusable(f.CompleteEntry) {
		t.Error("the entry lost the keyboard")
	}
}

func TestCompleteEntryKeys(t *testing.T) {
	tests := []struct {
		name      string
		eager     bool
		keys      []fyne.KeyName
		text      string
		submitted []string
		open      bool
	}{
		{"enter submits what was typed", false, []fyne.KeyName{fyne.KeyReturn}, "re", []string{"re"}, false},
		{"down and enter choose", false, []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "refrigerator", nil, false},
		{"the second", false, []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyEnter}, "reefer lorry", nil, false},
		{"not beyond the last", false, []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, "reefer lorry", nil, false},
		{"back up to the text", false, []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn}, "re", []string{"re"}, false},
		{"eager", true, []fyne.KeyName{fyne.KeyReturn}, "refrigerator", nil, false},
		{"escape closes", false, []fyne.KeyName{fyne.KeyDown, fyne.KeyEscape}, "re", nil, false},
		{"enter after escape submits", true, []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn}, "re", []string{"re"}, false},
		{"down opens again", false, []fyne.KeyName{fyne.KeyEscape, fyne.KeyDown}, "re", nil, true},
		{"left edits on", false, []fyne.KeyName{fyne.KeyLeft, fyne.KeyDelete}, "r", nil, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newCompleteFixture(t, immediate)
			f.Eager = tt.eager
			f.typeText("re")
			f.typeKeys(tt.keys...)
			if f.Text != tt.text || !slices.Equal(f.submitted, tt.submitted) || (f.Options() != nil) != tt.open {
				t.Errorf("text %q, submitted %q, offered %q", f.Text, f.submitted, f.offered())
			}
			if !tt.open && f.canvas.Focused() != fyne.Focusable(f.CompleteEntry) {
				t.Error("the entry lost the keyboard")
			}
		})
	}
}

func TestCompleteEntryOnChosenHasTheText(t *testing.T) {
	f := newCompleteFixture(t, immediate)
	f.OnChosen = func(o Option) { f.chosen = append(f.chosen, o); f.SetText("") }
	f.typeText("타")
	f.typeKeys(fyne.KeyDown, fyne.KeyReturn)
	if len(f.chosen) != 1 || f.chosen[0].Value != 4 || f.Text != "" || f.Options() != nil {
		t.Errorf("chosen %v, text %q", f.chosen, f.Text)
	}
	f.SetText("re")
	if f.Options() != nil {
		t.Error("a text set by the program opened the list")
	}
}

func TestCompleteEntryDropsLateAnswers(t *testing.T) {
	var answers []func()
	f := newCompleteFixture(t, func(text string, show func([]Option)) {
		answers = append(answers, func() { show(matching(text)) })
	})
	f.typeText("ri")
	answers[1]()
	answers[0]() // for "r", too late
	if got := f.offered(); !slices.Equal(got, []string{"refrigerator", "rice"}) {
		t.Errorf("offered %q", got)
	}
	f.typeText("c")
	f.typeKeys(fyne.KeyEscape)
	answers[2]()
	if f.Options() != nil {
		t.Error("an answer opened the list after Escape")
	}
	f.typeText("e")
	f.canvas.Focus(f.other)
	answers[3]()
	if f.Options() != nil {
		t.Error("an answer opened the list of an entry without the keyboard")
	}
}

func TestCompleteEntryPointer(t *testing.T) {
	f := newCompleteFixture(t, immediate)
	f.typeText("re")
	rows := f.list.rows
	rows[1].MouseIn(nil)
	if o, ok := f.list.current(); !ok || o.Text != "reefer lorry" {
		t.Errorf("under the pointer is %v", o)
	}
	test.Tap(rows[1])
	if f.Text != "reefer lorry" || f.Options() != nil {
		t.Errorf("text %q", f.Text)
	}
	f.typeKeys(fyne.KeyDown)
	press := func(at fyne.Position) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		e.Position = at
		f.list.MouseDown(e)
	}
	press(f.list.box.Position().AddXY(2, 2))
	if f.Options() == nil {
		t.Error("a press on the list's edge closed it")
	}
	press(fyne.NewPos(400, 390))
	if f.Options() != nil {
		t.Error("a press beside the list did not close it")
	}
}

func TestCompleteEntryListTakenAwayWithADialog(t *testing.T) {
	f := newCompleteFixture(t, immediate)
	f.Eager = true
	f.typeText("re")
	f.canvas.Overlays().Remove(f.list) // as happens when what lies below it is removed
	f.typeKeys(fyne.KeyReturn)
	if f.Options() != nil || !slices.Equal(f.submitted, []string{"re"}) {
		t.Errorf("offered %q, submitted %q", f.offered(), f.submitted)
	}
	f.typeText("f")
	if got := f.offered(); !slices.Equal(got, []string{"refrigerator"}) {
		t.Errorf("typing on offered %q", got)
	}
}

func TestCompleteEntryTabGoesOn(t *testing.T) {
	f := newCompleteFixture(t, immediate)
	f.typeText("re")
	f.typeKeys(fyne.KeyTab)
	if f.Options() != nil || f.canvas.Focused() != fyne.Focusable(f.other) {
		t.Errorf("offered %q, focus on %T", f.offered(), f.canvas.Focused())
	}
}

func TestCompleteEntryScrollsThroughManyOptions(t *testing.T) {
	f := newCompleteFixture(t, func(_ string, show func([]Option)) {
		var many []Option
		for i := range 100 {
			many = append(many, Option{Text: fmt.Sprint("option ", i)})
		}
		show(many)
	})
	f.typeText("x")
	for range 20 {
		f.typeKeys(fyne.KeyDown)
	}
	last := f.list.rows[f.list.shown()-1]
	if last.option.Text != "option 19" || !last.chosen || f.list.shown() != completionRows {
		t.Errorf("the last of %d rows shows %q, chosen %v", f.list.shown(), last.option.Text, last.chosen)
	}
	f.list.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -25}})
	if got := f.list.rows[0].option.Text; got != "option 13" {
		t.Errorf("after a notch the first row shows %q", got)
	}
	for range 200 {
		f.list.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -25}})
	}
	if got := last.option.Text; got != "option 99" {
		t.Errorf("at the end the last row shows %q", got)
	}
	f.typeKeys(fyne.KeyReturn)
	if f.Text != "option 19" {
		t.Errorf("text %q", f.Text)
	}
}

func TestCompletionListStaysInTheWindow(t *testing.T) {
	test.NewTempApp(t)
	e := NewCompleteEntry(func(_ string, show func([]Option)) { show(make([]Option, 30)) })
	w := test.NewTempWindow(t, container.NewBorder(nil, e, nil, nil, widget.NewLabel("")))
	for _, size := range []fyne.Size{fyne.NewSize(600, 500), fyne.NewSize(120, 200), fyne.NewSize(200, 90)} {
		w.Resize(size)
		w.Canvas().Focus(e)
		e.TypedRune('x')
		at, box := e.list.box.Position(), e.list.box.Size()
		if at.X < 0 || at.Y < -1 || at.X+box.Width > size.Width || at.Y+box.Height > size.Height+1 {
			t.Errorf("window %v: list at %v of %v", size, at, box)
		}
		e.CloseOptions()
	}
}
