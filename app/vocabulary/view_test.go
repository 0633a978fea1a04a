package vocabulary

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

func TestListHasChildrenBelowTheirParents(t *testing.T) {
	f := newFixture(t, someWords())
	if want := []string{"appliance", "household refrigerator", "fridge", "supermarket cart"}; !slices.Equal(f.titles(), want) {
		t.Errorf("the list is %q", f.titles())
	}
	if e := f.shown[1]; e.depth != 1 || e.detail != "냉장고 · 冰箱 · HS 8418.21" || e.use != "12 photos" {
		t.Errorf("the refrigerator is %+v", e)
	}
	if !f.shown[2].own || f.shown[1].own {
		t.Error("what was added here is not marked, or all is")
	}
	if got := f.head.tabs[Goods].Text; got != "Goods 4" {
		t.Errorf("the tab says %q", got)
	}
}

func TestFilterFindsAnyPartOfAnyName(t *testing.T) {
	f := newFixture(t, someWords())
	for text, want := range map[string][]string{
		"장":      {"household refrigerator"},
		"랭동":     {"household refrigerator"},
		"電":      nil,
		"841821": {"household refrigerator"},
		"8716":   {"supermarket cart"},
		"FRI":    {"household refrigerator", "fridge"},
		"***":    nil,
		"":       {"appliance", "household refrigerator", "fridge", "supermarket cart"},
	} {
		f.Find()
		f.retype(f.head.filter, text)
		f.settle()
		if !slices.Equal(f.titles(), want) {
			t.Errorf("%q finds %q, want %q", text, f.titles(), want)
		}
	}
	f.retype(f.head.filter, "nosuch")
	if !f.note.box.Visible() || f.note.title.Text != "Nothing is called “nosuch”" || f.note.hint.Text == "" {
		t.Errorf("it says %q, %q", f.note.title.Text, f.note.hint.Text)
	}
	f.key(fyne.KeyEscape)
	if len(f.shown) != 4 || f.note.box.Visible() {
		t.Error("Escape does not show all again")
	}
	f.retype(f.head.filter, "cart")
	f.key(fyne.KeyReturn)
	f.Find()
	f.key(fyne.KeyEscape)
	test.Type(f.head.filter, "카트")
	if f.head.filter.Text != "카트" {
		t.Errorf("typed after Escape it says %q", f.head.filter.Text)
	}
	f.key(fyne.KeyReturn)
	if f.title() != "supermarket cart" || f.window.Canvas().Focused() != fyne.Focusable(f.list) {
		t.Errorf("Enter leads to %q", f.title())
	}
}

// The chosen entry is in sight after the filter is taken away and when the window shrinks.
func TestChosenEntryStaysInSight(t *testing.T) {
	m := someWords()
	for i := range 200 {
		m.items = append(m.items, catalog.Item{ID: catalog.ItemID(1000 + i), Names: catalog.Names{English: "goods " + number(i)}})
	}
	f := newFixture(t, m)
	f.retype(f.head.filter, "00150")
	f.key(fyne.KeyReturn)
	f.Find()
	f.key(fyne.KeyEscape)
	for _, height := range []float32{600, 400, 700} {
		f.window.Resize(fyne.NewSize(900, height))
		top := float32(f.at)*(rowHeight+4) - f.list.GetScrollOffset()
		if f.title() != "goods 00150" || top < 0 || top+rowHeight > f.list.Size().Height {
			t.Errorf("%v high, entry %d is at %v of %v", height, f.at, top, f.list.Size().Height)
		}
	}
}

// What was looked for in vain is the name of the new entry, in the field of its script.
func TestNewEntryTakesTheNameLookedFor(t *testing.T) {
	f := newFixture(t, someWords())
	for name, field := range map[string]*line{"solar panel": f.goods().names.english, "양수기": f.goods().names.korean, "水泵": f.goods().names.chinese} {
		f.retype(f.head.filter, name)
		f.NewEntry()
		if field.Text != name || !f.dirty() {
			t.Errorf("%q leads to %q", name, field.Text)
		}
		f.key(fyne.KeyEscape)
	}
	f.expect()
}

func TestRenameIsSavedAsOneStep(t *testing.T) {
	f := newFixture(t, someWords())
	f.key(fyne.KeyDown, fyne.KeyReturn)
	f.retype(f.goods().names.english, "fridge-freezer")
	f.retype(f.goods().names.chinese, "冷藏箱")
	if f.panel.about.Text != "Not saved: press Enter" || f.panel.save.Disabled() || !f.Typing() {
		t.Errorf("it says %q", f.panel.about.Text)
	}
	f.key(fyne.KeyReturn)
	f.settle()
	f.expect(`save item 2 "fridge-freezer" kind of 1`)
	if len(f.steps) != 1 || f.title() != "fridge-freezer" || f.dirty() || f.Typing() {
		t.Errorf("%d steps, the title is %q", len(f.steps), f.title())
	}
	if i := f.store.items[1]; i.HS != "8418.21" || i.Names.Chinese != "冷藏箱" || i.Names.KoreanNorth != "랭동기" {
		t.Errorf("stored is %+v", i)
	}
}

// goods gives the form of goods.
func (f *fixture) goods() *goodsSheet { return f.panel.sheets[Goods].(*goodsSheet) }

func TestLeavingAnEntrySavesIt(t *testing.T) {
	f := newFixture(t, someWords())
	f.retype(f.goods().names.korean, "가전")
	f.key(fyne.KeyTab)
	f.Focus()
	f.key(fyne.KeyDown)
	f.settle()
	f.expect(`save item 1 "appliance" kind of 0`)
	if f.title() != "household refrigerator" {
		t.Errorf("the form is of %q", f.title())
	}
	f.retype(f.goods().hs, "8418")
	f.Focus()
	f.key(fyne.KeyEscape)
	f.settle()
	if f.left != 1 || len(f.calls()) != 2 {
		t.Errorf("left %d times after %q", f.left, f.calls())
	}
}

func TestWhatCannotBeSavedStays(t *testing.T) {
	f := newFixture(t, someWords())
	f.store.refuse = &catalog.Error{Code: catalog.ErrExists, Op: "item", Subject: "fridge"}
	f.retype(f.goods().names.english, "fridge")
	f.Focus()
	f.key(fyne.KeyDown, fyne.KeyDown)
	f.settle()
	if f.goods().names.english.Text != "fridge" || f.current.id != 1 || !f.panel.troubled.Visible() || f.panel.trouble.Text == "" {
		t.Errorf("the form of %d says %q, the trouble is %q", f.current.id, f.goods().names.english.Text, f.panel.trouble.Text)
	}
	f.store.set(func() { f.store.refuse = nil })
	f.window.Canvas().Focus(f.goods().names.english)
	f.key(fyne.KeyEscape)
	if f.goods().names.english.Text != "appliance" || f.panel.troubled.Visible() {
		t.Errorf("Escape leaves %q", f.goods().names.english.Text)
	}
	f.retype(f.goods().parent.CompleteEntry, "nosuch")
	f.goods().parent.CloseOptions()
	f.Save()
	if len(f.calls()) != 1 || !strings.Contains(f.panel.trouble.Text, "nosuch") {
		t.Errorf("of an unknown parent it says %q", f.panel.trouble.Text)
	}
	f.retype(f.goods().names.english, "")
	f.retype(f.goods().names.korean, "")
	f.retype(f.goods().names.chinese, "")
	f.Save()
	if !strings.Contains(f.panel.trouble.Text, "name") || len(f.calls()) != 1 {
		t.Errorf("without a name it says %q", f.panel.trouble.Text)
	}
}

func TestNewGoodsWithAParent(t *testing.T) {
	f := newFixture(t, someWords())
	f.list.TypedRune('n')
	if f.panel.title.Text != "New goods" || f.window.Canvas().Focused() != fyne.Focusable(f.goods().names.english) {
		t.Fatalf("the title is %q", f.panel.title.Text)
	}
	test.Type(f.goods().names.english, "rice cooker")
	f.retype(f.goods().parent.CompleteEntry, "가전")
	if o := f.goods().parent.Options(); len(o) != 1 || o[0].Text != "appliance" {
		t.Fatalf("offered are %v", o)
	}
	f.key(fyne.KeyDown, fyne.KeyReturn)
	f.Save()
	f.settle()
	f.expect(`save item 0 "rice cooker" kind of 1`)
	if f.title() != "rice cooker" || f.at < 0 || f.shown[f.at].depth != 1 {
		t.Errorf("the form is of %q at %d", f.title(), f.at)
	}
	f.retype(f.goods().names.english, "rice boiler")
	f.key(fyne.KeyReturn)
	f.settle()
	if got := f.calls()[1]; !strings.HasPrefix(got, `save item 105 "rice boiler"`) {
		t.Errorf("the second time it is told %q", got)
	}
}

// An entry that nobody typed anything into leaves no trace.
func TestNewEntryCanBeGivenUp(t *testing.T) {
	f := newFixture(t, someWords())
	f.NewEntry()
	f.key(fyne.KeyEscape)
	if f.isNew() || f.title() != "appliance" || f.window.Canvas().Focused() != fyne.Focusable(f.list) {
		t.Errorf("the form is of %q", f.title())
	}
	f.NewEntry()
	f.Focus()
	f.key(fyne.KeyDown)
	f.settle()
	f.expect()
}

// 50,000 entries are read off the UI thread, and the page keeps up with typing.
func TestManyEntries(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	m := someWords()
	for i := range 50_000 {
		m.items = append(m.items, catalog.Item{ID: catalog.ItemID(1000 + i), Names: catalog.Names{English: "goods " + number(i), Korean: "물품 " + number(i)}})
	}
	f := newFixture(t, m)
	if len(f.shown) != 50_004 {
		t.Fatalf("%d are shown", len(f.shown))
	}
	worst := time.Duration(0)
	timed := func(do func()) {
		begun := time.Now()
		do()
		worst = max(worst, time.Since(begun))
	}
	f.window.Canvas().Focus(f.head.filter)
	for _, r := range "물품 49999" {
		timed(func() { f.head.filter.TypedRune(r) })
	}
	f.ui.Until(t, "one is found", func() bool { return len(f.shown) == 1 })
	timed(func() { f.head.filter.SetText("") })
	f.ui.Until(t, "all are back", func() bool { return len(f.shown) == 50_004 })
	f.Focus()
	for range 20 {
		timed(func() { f.key(fyne.KeyPageDown) })
	}
	timed(func() { f.key(fyne.KeyEnd) })
	if f.title() != "supermarket cart" {
		t.Errorf("End leads to %q", f.title())
	}
	if worst > 500*time.Millisecond {
		t.Errorf("the page stood still for %v", worst)
	}
	t.Logf("the longest was %v", worst)
}

func number(n int) string {
	digits := []byte("00000")
	for i := 4; i >= 0; i, n = i-1, n/10 {
		digits[i] += byte(n % 10)
	}
	return string(digits)
}
