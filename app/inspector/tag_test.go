package inspector

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"waybill/app/widgets"
	"waybill/catalog"
)

// names lists the items of a photo, in the order in which they were added.
func (f *fixture) itemsOf(id catalog.PhotoID) []string {
	p := f.photo(id)
	return p.ItemNames()
}

func TestAddItemByAnyName(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.show(1)
	for _, c := range []struct{ typed, want string }{
		{"refrig", "household refrigerator"},
		{"쇼핑", "supermarket shopping cart"},
		{"瓷砖", "ceramic tile"},
	} {
		f.FocusItem()
		test.Type(f.goods.add, c.typed)
		if len(f.goods.add.Options()) == 0 {
			t.Fatalf("%q offers nothing", c.typed)
		}
		key(f.goods.add, fyne.KeyReturn)
		f.settle()
		if got := f.itemsOf(1); len(got) == 0 || got[len(got)-1] != c.want {
			t.Errorf("%q adds %v, want %q", c.typed, got, c.want)
		}
		if f.goods.add.Text != "" {
			t.Errorf("%q stays in the entry", f.goods.add.Text)
		}
	}
	if len(f.steps) != 3 || len(f.goods.rows) != 3 {
		t.Errorf("%d steps, %d rows", len(f.steps), len(f.goods.rows))
	}
}

func TestUnknownNameMakesAnItem(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.show(1, 2)
	f.FocusItem()
	test.Type(f.goods.add, "Gear wheel zz")
	if o := f.goods.add.Options(); len(o) != 1 || o[0].Value != NewItem("Gear wheel zz") {
		t.Fatalf("offered are %v", o)
	}
	key(f.goods.add, fyne.KeyReturn)
	f.settle()
	if got := f.itemsOf(2); !slices.Equal(got, []string{"Gear wheel zz"}) {
		t.Errorf("the second photo has %v", got)
	}
	f.ui.Until(t, "the new vocabulary", func() bool {
		options, exactly := complete(f.names.items, "gear WHEEL zz")
		return exactly && len(options) == 1
	})
}

func TestSubmittedNames(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	f.show(1)
	f.goods.submitted(" ")
	f.goods.submitted("electric") // more than one
	if f.store.applied() != 0 || len(f.errors) != 1 || catalog.CodeOf(f.errors[0]) != catalog.ErrAmbiguous {
		t.Fatalf("%d edits, errors %v", f.store.applied(), f.errors)
	}
	f.goods.submitted("CERAMIC tile")
	f.settle()
	if got := f.itemsOf(1); !slices.Equal(got, []string{"ceramic tile"}) {
		t.Errorf("the photo has %v", got)
	}
}

func TestItemRow(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	cart, tile := f.item("shopping cart"), f.item("ceramic tile")
	f.edit(catalog.Edit{Photos: count(1, 1), AddItems: []catalog.ItemID{cart, tile}})
	f.show(1)
	row := f.goods.rows[0]

	row.status.SetSelected("Sanctioned")
	f.settle()
	p := f.photo(1)
	if p.Status != catalog.Sanctioned || p.Observations[0].Status() != catalog.Sanctioned || p.Observations[1].Determination != nil {
		t.Fatalf("the photo is %v: %+v", p.Status, p.Observations)
	}
	if row != f.goods.rows[0] || !row.reason.box.Visible() || !strings.HasPrefix(row.verdict.by.Text, "by AB, ") || row.badge.Badge().Letter != "S" {
		t.Errorf("the row says %q with badge %v", row.verdict.by.Text, row.badge.Badge())
	}
	test.Type(row.reason.input, "2397 ¶7")
	if !row.reason.dirty() || !row.reason.mark.Visible() {
		t.Error("an unsaved reason is not marked")
	}
	key(row.reason.input, fyne.KeyReturn)
	f.settle()
	if got := f.photo(1).Observations[0].Determination; got.Reason != "2397 ¶7" || got.Status != catalog.Sanctioned {
		t.Errorf("the determination is %+v", got)
	}
	test.Tap(row.seen)
	f.settle()
	if p := f.photo(1); p.Observations[0].Visible || p.Status != catalog.NotAssessed {
		t.Errorf("after the turn: %+v", p.Observations[0])
	}
	if row.seen.Text != "Source says" || !row.name.TextStyle.Italic {
		t.Errorf("the mark is %q", row.seen.Text)
	}
	row.status.SetSelected("Not assessed")
	f.settle()
	if f.photo(1).Observations[0].Determination != nil {
		t.Error("the determination is not withdrawn")
	}
	test.Tap(row.remove)
	f.settle()
	if got := f.itemsOf(1); !slices.Equal(got, []string{"ceramic tile"}) || len(f.goods.rows) != 1 {
		t.Errorf("the photo has %v, %d rows", got, len(f.goods.rows))
	}
	if len(f.content.one.lines) != 1 || len(f.errors) != 0 {
		t.Errorf("%v, errors %v", f.content.one.lines, f.errors)
	}
}

// A reason that was typed before the status is chosen goes with it.
func TestReasonGoesWithStatus(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	f.edit(catalog.Edit{Photos: count(1, 1), AddItems: []catalog.ItemID{f.item("shopping cart")}})
	f.show(1)
	row := f.goods.rows[0]
	row.status.SetSelected("Suspected")
	f.settle()
	test.Type(row.reason.input, "no label")
	row.status.SetSelected("Disputed")
	f.settle()
	if d := f.photo(1).Observations[0].Determination; d.Status != catalog.Disputed || d.Reason != "no label" || row.reason.dirty() {
		t.Errorf("%+v", d)
	}
	if len(f.steps) != 2 {
		t.Errorf("%d steps", len(f.steps))
	}
}

func TestTextsAreSavedWhenLeft(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 3))
	f.show(1)
	f.FocusCaption()
	test.Type(f.caption.input, "Boxes at 훈춘")
	if f.caption.mark.Text != "unsaved · Ctrl+Enter saves" {
		t.Errorf("beside the caption stands %q", f.caption.mark.Text)
	}
	f.FocusNote() // leaves the caption
	f.settle()
	if f.photo(1).Caption != "Boxes at 훈춘" || f.caption.mark.Text != "" {
		t.Errorf("the caption is %q, beside it %q", f.photo(1).Caption, f.caption.mark.Text)
	}
	test.Type(f.note.input, "first")
	key(f.note.input, fyne.KeyReturn)
	test.Type(f.note.input, "second")
	f.note.input.(*textEntry).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	f.settle()
	if got := f.photo(1).Note; got != "first\nsecond" {
		t.Errorf("the note is %q", got)
	}
	edits := f.store.applied()
	f.FocusCaption()
	f.FocusNote()
	if f.store.applied() != edits {
		t.Error("an unchanged text was saved")
	}
	test.Type(f.note.input, "x")
	key(f.note.input, fyne.KeyEscape)
	if f.note.dirty() || f.note.entry.Text != "first\nsecond" {
		t.Errorf("Escape leaves %q", f.note.entry.Text)
	}
}

func TestRouteSourceAndCredit(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	f.show(1)
	for _, field := range []*field{f.route, f.source, f.credit} {
		if field.entry.Text != "" || field.mark.Text != "from batch" || field.erase.Visible() {
			t.Errorf("%s: %q, %q", field.name, field.entry.Text, field.mark.Text)
		}
	}
	if f.route.entry.PlaceHolder != "Hunchun–Quanhe–Wonjong–Rason" || f.source.entry.PlaceHolder != "Swallow" {
		t.Errorf("from the batch: %q, %q", f.route.entry.PlaceHolder, f.source.entry.PlaceHolder)
	}
	f.FocusRoute()
	test.Type(f.route.input, "혜산")
	key(f.route.input, fyne.KeyReturn)
	f.FocusSource()
	test.Type(f.source.input, "  Kingfisher ")
	key(f.source.input, fyne.KeyReturn)
	test.Type(f.credit.input, "Photo desk")
	key(f.credit.input, fyne.KeyReturn)
	f.settle()
	p := f.photo(1)
	if !strings.Contains(p.RouteName, "Hyesan") || p.SourceName != "Kingfisher" || p.Credit.Value != "Photo desk" {
		t.Errorf("route %q, source %q, credit %q", p.RouteName, p.SourceName, p.Credit.Value)
	}
	if f.source.entry.Text != "Kingfisher" || f.source.dirty() || !f.route.erase.Visible() {
		t.Errorf("the source shows %q", f.source.entry.Text)
	}
	test.Tap(f.route.erase)
	f.settle()
	if p := f.photo(1); !p.Route.FromBatch || f.route.mark.Text != "from batch" {
		t.Errorf("the route is %+v, %q", p.Route, f.route.mark.Text)
	}
	f.FocusRoute()
	test.Type(f.route.input, "Atlantis")
	key(f.route.input, fyne.KeyReturn)
	if len(f.errors) != 1 || catalog.CodeOf(f.errors[0]) != catalog.ErrNotFound || f.route.entry.Text != "Atlantis" {
		t.Errorf("an unknown route: %v, the text is %q", f.errors, f.route.entry.Text)
	}
}

func TestErrorsKeepTheText(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.store.set(func() { f.store.failing = errors.New("disk full") })
	f.show(1)
	f.FocusNote()
	test.Type(f.note.input, "a long story")
	f.FocusCaption()
	f.ui.Until(t, "the error", func() bool { return len(f.errors) == 1 })
	if f.note.entry.Text != "a long story" || !f.note.dirty() {
		t.Errorf("the note is %q", f.note.entry.Text)
	}
	f.goods.submitted("CERAMIC tile")
	f.ui.Until(t, "the error", func() bool { return len(f.errors) == 2 })
	if f.goods.add.Text != "CERAMIC tile" && f.goods.add.Text != "ceramic tile" {
		t.Errorf("the item is %q", f.goods.add.Text)
	}
	f.show(2)
	if f.note.entry.Text != "" || f.goods.add.Text != "" {
		t.Errorf("another photo shows %q and %q", f.note.entry.Text, f.goods.add.Text)
	}
	f.show(1)
	if f.note.entry.Text != "a long story" || !f.note.dirty() {
		t.Errorf("back at the photo the note is %q", f.note.entry.Text)
	}
	f.store.set(func() { f.store.failing = nil })
	f.note.commit()
	f.settle()
	if f.photo(1).Note != "a long story" || f.photo(2).Note != "" {
		t.Error("the note was not saved to its photo")
	}
}

// A text that is being written while the user goes elsewhere reaches its own
// photos, and does not come back as a draft.
func TestSavingWhileLeaving(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	gate := make(chan struct{})
	f.store.set(func() { f.store.gate = gate })
	f.show(1)
	f.FocusCaption()
	test.Type(f.caption.input, "slow")
	f.window.Canvas().Unfocus()
	if f.caption.mark.Text != "saving …" {
		t.Errorf("beside the caption stands %q", f.caption.mark.Text)
	}
	f.show(2)
	f.store.set(func() { f.store.gate = nil })
	close(gate)
	f.settle()
	if f.photo(1).Caption != "slow" || f.photo(2).Caption != "" || f.caption.entry.Text != "" {
		t.Errorf("captions %q and %q, shown %q", f.photo(1).Caption, f.photo(2).Caption, f.caption.entry.Text)
	}
	f.edit(catalog.Edit{Photos: count(1, 1), Caption: new(string)})
	f.show(1)
	if f.caption.entry.Text != "" {
		t.Errorf("the saved text came back: %q", f.caption.entry.Text)
	}
}

func TestRefreshKeepsUnsavedText(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	f.show(1)
	f.FocusNote()
	test.Type(f.note.input, "mine")
	theirs := "theirs"
	f.edit(catalog.Edit{Photos: count(1, 1), Note: &theirs, Caption: &theirs})
	f.Changed(count(1, 1))
	f.settle()
	if f.note.entry.Text != "mine" || f.caption.entry.Text != theirs {
		t.Errorf("note %q, caption %q", f.note.entry.Text, f.caption.entry.Text)
	}
	f.note.escape()
	if f.note.entry.Text != theirs {
		t.Errorf("Escape gives %q", f.note.entry.Text)
	}
}

func TestStatusForSeveralItems(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 3))
	cart, tile := f.item("shopping cart"), f.item("ceramic tile")
	f.edit(catalog.Edit{Photos: count(1, 2), AddItems: []catalog.ItemID{cart, tile}})
	f.show(3)
	f.SetStatus(catalog.Suspected) // no item yet: makes one
	f.settle()
	if f.photo(3).Status != catalog.Suspected {
		t.Errorf("a photo without items is %v", f.photo(3).Status)
	}
	f.show(1, 2, 3)
	f.SetStatus(catalog.Sanctioned)
	f.ui.Until(t, "the question", func() bool { return f.goods.question != nil })
	if len(f.errors) != 0 || f.photo(3).Status != catalog.Suspected {
		t.Fatalf("errors %v; the third photo is %v", f.errors, f.photo(3).Status)
	}
	chips := f.goods.asking.Objects[1].(*fyne.Container).Objects
	if f.window.Canvas().Focused() != fyne.Focusable(chips[0].(*widgets.Chip)) {
		t.Error("the keyboard is not at the question")
	}
	var labels []string
	for _, o := range chips {
		labels = append(labels, o.(*widgets.Chip).Text())
	}
	if len(labels) != 5 { // all, three items, cancel
		t.Errorf("the choices are %v", labels)
	}
	for i, l := range labels {
		if l == "ceramic tile" {
			test.Tap(chips[i].(*widgets.Chip))
		}
	}
	f.settle()
	if p := f.photo(2); p.Observations[0].Determination != nil || p.Observations[1].Status() != catalog.Sanctioned || f.goods.asking.Visible() {
		t.Errorf("%+v", p.Observations)
	}
	f.SetStatus(catalog.NotAssessed)
	f.ui.Until(t, "the question", func() bool { return f.goods.question != nil })
	key(f.goods.asking.Objects[1].(*fyne.Container).Objects[0].(*widgets.Chip), fyne.KeyReturn)
	f.settle()
	for id := range count(1, 3) {
		if s := f.photo(catalog.PhotoID(id + 1)).Status; s != catalog.NotAssessed {
			t.Errorf("photo %d is %v", id+1, s)
		}
	}
	f.SetStatus(catalog.Exempt)
	f.ui.Until(t, "the question", func() bool { return f.goods.question != nil })
	f.show(3)
	if f.goods.asking.Visible() {
		t.Error("the question stays though other photos are shown")
	}
}
