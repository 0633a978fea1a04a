package law

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/rules"
)

func TestNothingToLookAt(t *testing.T) {
	f := newFixture(t, madeOf(t, 0))
	f.begin()
	if title, hint := f.note.Says(); !strings.HasPrefix(title, "Nothing to look at:") || hint == "" {
		t.Errorf("it says %q", title)
	}
	if text := f.head.packs.Text; !strings.Contains(text, "version 1 of 20") || !strings.Contains(text, "38 measures (") || !strings.Contains(text, " unverified)") {
		t.Errorf("in force is %q", text)
	}
	if f.head.export.Visible() || f.head.load.Visible() || !f.head.choose.Visible() {
		t.Error("the wrong buttons are there")
	}
	f.key(fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd)
	test.Type(f.list, "+=")
	if _, ok := f.Focused(); ok || len(f.shown) > 0 || f.steps > 0 {
		t.Error("keys did something to nothing")
	}
	f.key(fyne.KeyEscape)
	if f.left != 1 {
		t.Error("Escape does not leave")
	}
}

// The list is worked through by keys and by buttons.
func TestWorkedThrough(t *testing.T) {
	source := madeOf(t, 4)
	f := newFixture(t, source)
	f.begin()
	if text := f.head.count.Text; !strings.HasPrefix(text, "4 judgements are worth another look.") {
		t.Errorf("it says %q", text)
	}
	e := f.entries[0]
	if e.title != "P-000001 · Sanctioned · household refrigerator · 2 July 2023" {
		t.Errorf("the first is %q", e.title)
	}
	if e.why != "Why: its measure changed" || !strings.HasPrefix(e.was, "Before: Resolution 2397 (2017), paragraph 7: All industrial") ||
		!strings.HasPrefix(e.is, "Now: Resolution 2397 (2017), paragraph 7: Machinery") || !strings.Contains(e.is, "suggested: Sanctioned, Resolution 2397 (2017), paragraph 6") {
		t.Errorf("%+v", e)
	}
	f.key(fyne.KeyDown, fyne.KeyReturn)
	if id, ok := f.Focused(); id != 2 || !ok || f.Goods() != 2 || !slices.Equal(f.shown, []catalog.PhotoID{2}) {
		t.Errorf("at %d, shown %v", id, f.shown)
	}
	test.Type(f.list, "=x")
	f.settled()
	if !slices.Equal(source.stood, []int64{2}) || len(f.entries) != 3 || f.steps != 1 || string(f.runes) != "x" {
		t.Fatalf("stood %v, %d left, typed %q", source.stood, len(f.entries), string(f.runes))
	}
	if id, _ := f.Focused(); id != 3 {
		t.Errorf("the keyboard is at %d, not at the next", id)
	}
	test.Type(f.list, "+")
	f.settled()
	test.Tap(f.rows()[0].stand)
	f.settled()
	test.Tap(f.rows()[0].take)
	f.settled()
	if !slices.Equal(source.stood, []int64{2, 1}) || !slices.Equal(source.taken, []int64{3, 4}) || len(f.entries) != 0 || !f.note.Object().Visible() {
		t.Errorf("stood %v, taken %v, %d left", source.stood, source.taken, len(f.entries))
	}
	if len(f.errs) > 0 {
		t.Errorf("%v", f.errs)
	}
}

// While a judgement is made its entry waits, and is not judged twice.
func TestBusyEntryWaits(t *testing.T) {
	source := madeOf(t, 2)
	source.gate = make(chan struct{})
	f := newFixture(t, source)
	f.begin()
	test.Type(f.list, "==+")
	if r := f.rows()[0]; !r.take.Disabled() || !r.stand.Disabled() || f.rows()[1].stand.Disabled() {
		t.Error("the wrong buttons wait")
	}
	close(source.gate)
	f.settled()
	if !slices.Equal(source.stood, []int64{1}) || len(source.taken) > 0 || f.steps != 1 {
		t.Errorf("stood %v, taken %v", source.stood, source.taken)
	}
}

func TestRefusedJudgementIsTold(t *testing.T) {
	source := madeOf(t, 2)
	source.refused = errors.New("the disk is full")
	f := newFixture(t, source)
	f.begin()
	test.Type(f.list, "=")
	f.settled()
	if len(f.errs) != 1 || len(f.entries) != 2 || f.steps != 0 || f.rows()[0].stand.Disabled() {
		t.Errorf("%v, %d left", f.errs, len(f.entries))
	}
}

// A wrong pack is refused with its place in words, and the list stays.
func TestWrongPackIsRefused(t *testing.T) {
	f := newFixture(t, madeOf(t, 3))
	f.begin()
	test.Tap(f.head.choose)
	f.ui.Until(t, "the refusal", func() bool { return f.head.text.Visible() })
	if !strings.Contains(f.head.text.Text, "goods.tsv, line 4, column 6 (hs2022)") || f.proposal != nil || len(f.entries) != 3 {
		t.Errorf("it says %q, %d entries", f.head.text.Text, len(f.entries))
	}
}

func TestLocked(t *testing.T) {
	source := madeOf(t, 2)
	f := newFixture(t, source)
	f.Lock()
	f.begin()
	test.Type(f.list, "+=")
	f.Propose("somewhere")
	f.settled()
	if len(source.stood)+len(source.taken) > 0 || f.head.choose.Visible() || f.rows()[0].take.Visible() || !f.rows()[0].open.Visible() || f.head.text.Visible() {
		t.Error("a catalogue that cannot be changed is")
	}
}

func TestListIsExported(t *testing.T) {
	f := newFixture(t, madeOf(t, 3))
	f.begin()
	test.Tap(f.head.export)
	f.ui.Until(t, "the file", func() bool { return len(f.said) > 0 })
	if lines := strings.Split(f.file.String(), "\n"); len(lines) != 5 || !strings.HasPrefix(lines[1], "P-000001\t") || f.said[0] != "Exported 3 judgements" {
		t.Errorf("%v\n%s", f.said, f.file.String())
	}
}

// What changed while the page was out of sight is read when it is shown again.
func TestChanges(t *testing.T) {
	source := madeOf(t, 3)
	f := newFixture(t, source)
	f.begin()
	source.set(func() { source.list = source.list[1:] })
	f.Changed([]catalog.PhotoID{1})
	f.settled()
	if len(f.entries) != 2 {
		t.Errorf("%d entries", len(f.entries))
	}
	f.Object().Hide()
	source.set(func() { source.list = source.list[1:] })
	f.Changed([]catalog.PhotoID{2})
	if len(f.entries) != 2 || f.reading {
		t.Error("it was read though nobody sees it")
	}
	f.Object().Show()
	f.Shown()
	f.settled()
	if len(f.entries) != 1 {
		t.Errorf("%d entries", len(f.entries))
	}
	source.set(func() { source.broken = errors.New("broken"); source.list = nil })
	f.Changed(nil)
	f.settled()
	if len(f.errs) != 1 || len(f.entries) != 1 {
		t.Errorf("%v, %d entries", f.errs, len(f.entries))
	}
}

// Many entries cost as many rows as are visible, and keys lead to their end.
func TestManyEntries(t *testing.T) {
	source := madeOf(t, MaxListed+10)
	f := newFixture(t, source)
	begun := time.Now()
	f.begin()
	f.key(fyne.KeyEnd)
	if id, _ := f.Focused(); id != MaxListed || !f.more || !strings.HasPrefix(f.head.count.Text, "More than 50,000") {
		t.Errorf("at %d: %q", id, f.head.count.Text)
	}
	if n := len(f.rows()); n == 0 || n > 20 {
		t.Errorf("there are %d rows", n)
	}
	if f.rows()[MaxListed-1] == nil {
		t.Error("the last is not in sight")
	}
	t.Logf("took %v", time.Since(begun))
}

// Long names stay within a narrow page.
func TestNarrow(t *testing.T) {
	source := madeOf(t, 1)
	source.list[0].ItemName = strings.Repeat("가정용 대형 냉장고와 냉동고 ", 20)
	f := newFixture(t, source)
	f.window.Resize(fyne.NewSize(300, 500))
	f.begin()
	r := f.rows()[0]
	for _, line := range r.lines {
		if line.MinSize().Width > r.Size().Width {
			t.Errorf("%q is %v wide, the row %v", line.Text, line.MinSize().Width, r.Size().Width)
		}
	}
	for _, b := range []*widget.Button{r.open, r.take, r.stand} {
		if right := b.Position().X + b.Size().Width; right > r.Size().Width {
			t.Errorf("%q ends at %v, the row at %v", b.Text, right, r.Size().Width)
		}
	}
	if least := f.Object().MinSize(); least.Width > 300 {
		t.Errorf("the page cannot be narrower than %v", least.Width)
	}
}

// A difference between packs says each field before and after.
func TestChangeInWords(t *testing.T) {
	f := newFixture(t, madeOf(t, 0))
	e := changeOf(f.words, &rules.Change{Kind: rules.MeasureChanged, Measure: "UN2397-7", Fields: []rules.FieldChange{
		{Field: "title", Old: "a", New: "b"}, {Field: "until", New: "2030-01-01"}, {Field: "status", Old: "x", New: "y"},
	}})
	if e.title != "Changed measure: UN2397-7" || e.was != "title: “a”, now “b”" || e.is != "until: “”, now “2030-01-01”, status: “x”, now “y”" || e.photo != 0 {
		t.Errorf("%+v", e)
	}
	e = changeOf(f.words, &rules.Change{Kind: rules.GoodsChanged, Goods: "refrigerator", Direction: catalog.Into})
	if e.title != "Changed goods: refrigerator, Into the DPRK" {
		t.Errorf("%+v", e)
	}
	for _, c := range []struct {
		text        string
		first, rest string
	}{{"short", "short", ""}, {"", "", ""}} {
		if first, rest := widgets.InTwo(c.text, 200, 12); first != c.first || rest != c.rest {
			t.Errorf("%q is %q and %q", c.text, first, rest)
		}
	}
	long := strings.Repeat("냉장고", 40)
	first, rest := widgets.InTwo(long, 100, 12)
	if first+rest != long || first == "" || fyne.MeasureText(first, 12, fyne.TextStyle{}).Width > 100 {
		t.Errorf("%q and %q", first, rest)
	}
	if first, rest := widgets.InTwo("W", 1, 12); first+rest != "W" {
		t.Errorf("%q and %q in no room", first, rest)
	}
}
