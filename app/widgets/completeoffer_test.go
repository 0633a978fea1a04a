package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// offering is an entry with two options and the keyboard.
func offering(t *testing.T) (*CompleteEntry, fyne.Canvas, *[]string) {
	t.Helper()
	test.NewTempApp(t)
	happened := &[]string{}
	e := NewCompleteEntry(func(_ string, show func([]Option)) { show([]Option{{Text: "typed"}}) })
	e.Eager = true
	e.OnChosen = func(o Option) { *happened = append(*happened, o.Text) }
	e.OnEscape = func() { *happened = append(*happened, "escape") }
	e.OnKeyboard = func(here bool) { *happened = append(*happened, map[bool]string{true: "came", false: "went"}[here]) }
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(400, 300))
	w.Canvas().Focus(e)
	return e, w.Canvas(), happened
}

func TestOfferChoosesOnlyWhenTold(t *testing.T) {
	options := []Option{{Text: "one"}, {Text: "two"}}
	for _, c := range []struct {
		choose bool
		keys   []fyne.KeyName
		want   string
	}{
		{true, []fyne.KeyName{fyne.KeyReturn}, "one"},
		{false, []fyne.KeyName{fyne.KeyReturn}, ""},
		{false, []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, "two"},
		{true, []fyne.KeyName{fyne.KeyEscape}, "escape"},
	} {
		e, canvas, happened := offering(t)
		e.Offer(options, c.choose)
		if len(e.Options()) != 2 {
			t.Fatalf("offered are %+v", e.Options())
		}
		for _, k := range c.keys {
			canvas.Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
		got := ""
		for _, what := range *happened {
			if what != "came" && what != "went" {
				got += what
			}
		}
		if got != c.want || e.Options() != nil {
			t.Errorf("%v, chosen %v: %q, want %q; still offered are %+v", c.keys, c.choose, got, c.want, e.Options())
		}
	}
}

// What is typed takes the place of what was offered, and then Escape only closes
// the list.
func TestTypingReplacesTheOffer(t *testing.T) {
	e, canvas, happened := offering(t)
	e.Offer([]Option{{Text: "one"}}, false)
	test.Type(canvas.Focused(), "x")
	if o := e.Options(); len(o) != 1 || o[0].Text != "typed" {
		t.Fatalf("offered are %+v", o)
	}
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if e.Options() != nil || len(*happened) != 1 {
		t.Errorf("it happened %q", *happened)
	}
	e.Offer([]Option{{Text: "one"}}, true)
	if e.Options() != nil {
		t.Error("it offers although something is typed")
	}
	canvas.Unfocus()
	if got := *happened; got[0] != "came" || got[len(got)-1] != "went" {
		t.Errorf("the keyboard came and went: %q", got)
	}
}
