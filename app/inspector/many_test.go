package inspector

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

func TestMixedValues(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 8))
	caption, note, status := "Boxes", "same for all", catalog.Sanctioned
	f.edit(catalog.Edit{Photos: count(1, 3), Caption: &caption, AddItems: []catalog.ItemID{f.item("shopping cart")}})
	f.edit(catalog.Edit{Photos: count(1, 1), Status: &status})
	f.edit(catalog.Edit{Photos: count(1, 8), Note: &note})
	f.edit(catalog.Edit{Photos: count(4, 4), AddItems: []catalog.ItemID{f.item("ceramic tile")}, Reported: true})
	f.show(count(1, 8)...)

	for _, c := range []struct{ what, got, want string }{
		{"title", f.head.title.Text, "8 photos selected"},
		{"line", f.head.file.Text, "Changes go to 8 photos"},
		{"caption", f.caption.entry.Text, ""},
		{"caption’s placeholder", f.caption.entry.PlaceHolder, "mixed"},
		{"captions", f.caption.counts.Text, "none 5 · Boxes 3"},
		{"note", f.note.entry.Text, note},
		{"route", f.route.entry.PlaceHolder, "Hunchun–Quanhe–Wonjong–Rason"},
		{"carts", f.goods.rows[0].detail.Text, "in 3 of 8 photos\nSanctioned 1 · Not assessed 2"},
		{"status of carts", f.goods.rows[0].status.Selected, ""},
		{"tiles", f.goods.rows[1].detail.Text, "in 1 of 8 photos"},
		{"mark of tiles", f.goods.rows[1].seen.Text, "Source says"},
		{"date", f.when.date.Text, "No date"},
		{"place", f.where.place.Text, "No place"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	if f.record.lists.Visible() {
		t.Error("many photos have the history of one")
	}
}

// What is touched changes in all photos, in one step; all else stays.
func TestManyPhotosChangeInOneStep(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 8))
	boxes := "Boxes"
	f.edit(catalog.Edit{Photos: count(1, 3), Caption: &boxes, AddItems: []catalog.ItemID{f.item("shopping cart")}})
	f.show(count(1, 8)...)
	f.FocusNote()
	test.Type(f.note.input, "for all")
	f.window.Canvas().Unfocus()
	f.settle()
	if len(f.steps) != 1 || len(f.store.edits[0].Photos) != 8 {
		t.Fatalf("%d steps of %v", len(f.steps), f.store.edits)
	}
	for _, id := range count(1, 8) {
		p := f.photo(id)
		if p.Note != "for all" || (p.Caption == boxes) != (id <= 3) || !p.Route.FromBatch || len(p.Observations) != map[bool]int{true: 1}[id <= 3] {
			t.Errorf("%v: note %q, caption %q", id, p.Note, p.Caption)
		}
	}
	row := f.goods.rows[0]
	row.status.SetSelected("Not listed")
	f.settle()
	test.Tap(row.seen)
	f.settle()
	for _, id := range count(1, 3) {
		if o := f.photo(id).Observations[0]; o.Visible || o.Status() != catalog.NotListed {
			t.Errorf("%v: %+v", id, o)
		}
	}
	test.Tap(f.caption.erase)
	f.settle()
	if f.photo(2).Caption != "" || f.caption.erase.Visible() {
		t.Errorf("the caption is %q", f.photo(2).Caption)
	}
	if len(f.steps) != 4 {
		t.Errorf("%d steps for 4 actions", len(f.steps))
	}
	for range 4 {
		if _, err := f.store.Undo(t.Context(), "AB"); err != nil {
			t.Fatal(err)
		}
	}
	if p := f.photo(2); p.Caption != boxes || p.Note != "" || !p.Observations[0].Visible || p.Observations[0].Determination != nil {
		t.Errorf("undone: %+v", p)
	}
}

// When, where and what many photos are is counted; one text sets it for all.
func TestManyDatesPlacesAndKinds(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 6))
	state := func(ids []catalog.PhotoID, s ...catalog.Statement) { f.edit(catalog.Edit{Photos: ids, Statements: s}) }
	quanhe, err := f.store.UnderstandPlace(t.Context(), catalog.PropPlace, "圈河")
	if err != nil {
		t.Fatal(err)
	}
	scene := catalog.Statement{Property: catalog.PropKind, Value: string(catalog.KindScene)}
	state(count(1, 3), catalog.Statement{Property: catalog.PropTaken, Raw: "x", Value: "2023-07-03T14:05:00"}, quanhe)
	state(count(4, 4), catalog.Statement{Property: catalog.PropTaken, Raw: "y", Value: "2023-07-03T16:00:00"}, scene)
	f.show(count(1, 6)...)
	for _, c := range []struct{ what, got, want string }{
		{"dates", f.when.entry.counts.Text, "3 July 2023: 4 · none 2"},
		{"date", f.when.date.Text, "3 July 2023"},
		{"undated", f.when.origin.Text, "2 photos without a date"},
		{"date’s entry", f.when.entry.entry.Text, ""},
		{"date’s placeholder", f.when.entry.entry.PlaceHolder, "Change 6 photos"},
		{"places", f.where.entry.counts.Text, "Quanhe–Wonjong-ri 3 · none 3"},
		{"place", f.where.place.Text, "3 photos with a place"},
		{"without a place", f.where.origin.Text, "3 photos without a place"},
		{"kinds", f.kind.counts.Text, "none 5 · scene 1"},
		{"kind", f.kind.choice.PlaceHolder, "mixed"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	f.where.role.SetSelected("is shown")
	if f.where.entry.counts.Visible() {
		t.Errorf("nobody said what is shown, but it says %q", f.where.entry.counts.Text)
	}
	f.FocusDate()
	test.Type(f.when.entry.input, "July 2023")
	key(f.when.entry.input, fyne.KeyReturn)
	f.settle()
	f.kind.choice.SetSelected("document or label")
	f.settle()
	if len(f.steps) != 2 || len(f.store.edits[0].Photos) != 6 {
		t.Fatalf("%d steps of %v", len(f.steps), f.store.edits)
	}
	for _, id := range count(1, 6) {
		if p := f.photo(id); p.Date == nil || p.Date.EDTF != "2023-07" || p.Kind != catalog.KindDocument || (p.Where != nil) != (id <= 3) {
			t.Errorf("%v: %+v, %q, %+v", id, p.Date, p.Kind, p.Where)
		}
	}
	if f.when.date.Text != "July 2023" || f.when.entry.counts.Visible() || f.kind.choice.Selected != "document or label" {
		t.Errorf("afterwards it says %q, %q", f.when.date.Text, f.kind.choice.Selected)
	}
	test.Tap(f.when.entry.erase)
	f.settle()
	if p := f.photo(1); p.Date != nil || f.when.entry.erase.Visible() {
		t.Errorf("taken back it is %+v", p.Date)
	}
}

// crowd is a store of photos that are made up.
type crowd struct {
	*watched
	asked chan []catalog.PhotoID
	fail  bool
}

func (c *crowd) Photos(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error) {
	if c.fail {
		return nil, errors.New("gone")
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	c.asked <- ids
	photos := make([]catalog.Photo, len(ids))
	for i, id := range ids {
		photos[i] = catalog.Photo{ID: id, Caption: fmt.Sprint(id % 7), Status: catalog.NotAssessed, Observations: []catalog.Observation{
			{ID: int64(id), Item: 1, ItemName: "tile", Visible: true},
		}}
	}
	return photos, nil
}

func TestVeryManyPhotos(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	c := &crowd{watched: f.store, asked: make(chan []catalog.PhotoID, 1000)}
	f.View.store = c
	f.Show(count(1, 12_345))
	if f.head.title.Text != "12,345 photos selected" || !strings.HasPrefix(f.head.file.Text, "Reading 0 of 5,000") {
		t.Errorf("while reading: %q, %q", f.head.title.Text, f.head.file.Text)
	}
	if f.when.date.Text != "" || f.caption.entry.PlaceHolder != "" || f.goods.none.Visible() {
		t.Errorf("before anything is read it says %q and %q", f.when.date.Text, f.caption.entry.PlaceHolder)
	}
	f.Show(count(1, 12_346)) // a newer selection ends the reading
	f.ui.Until(t, "the summary", func() bool { return f.content.read == maxRead })
	if got := f.head.file.Text; got != "Changes go to 12,346 photos\nWhat stands below is about the first 5,000 of them." {
		t.Errorf("said is %q", got)
	}
	row := f.goods.rows[0]
	if row.detail.Text != "in 5,000 of 5,000 photos" || !row.seen.Disabled() {
		t.Errorf("the goods are %q, the mark can be turned: %v", row.detail.Text, !row.seen.Disabled())
	}
	if got := f.caption.counts.Text; !strings.HasSuffix(got, "· 3 more") {
		t.Errorf("captions are %q", got)
	}
	for len(c.asked) > 0 {
		if ids := <-c.asked; len(ids) > pageSize || ids[len(ids)-1] > maxRead {
			t.Errorf("%d photos up to %v were read at once", len(ids), ids[len(ids)-1])
		}
	}
	f.note.entry.SetText("n")
	f.note.commit()
	f.ui.Until(t, "the edit", func() bool { return f.store.applied() == 1 })
	if n := len(f.store.edits[0].Photos); n != 12_346 {
		t.Errorf("the edit is for %d photos", n)
	}
}

func TestNewerSelectionWins(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 6))
	for range 20 {
		for _, id := range count(1, 6) {
			f.Show([]catalog.PhotoID{id})
		}
	}
	f.ui.Until(t, "the last", func() bool { return slices.Equal(f.form, count(6, 6)) })
	ran := false
	f.tasks.Post(func() { ran = true })
	f.ui.Until(t, "the rest", func() bool { return ran })
	if !slices.Equal(f.form, count(6, 6)) || !strings.HasPrefix(f.head.title.Text, "P-000006") {
		t.Errorf("shown is %q", f.head.title.Text)
	}
	f.Show(nil)
	if f.scroll.Visible() || !f.nothing.Visible() {
		t.Error("no selection shows something")
	}
	f.SetStatus(catalog.Sanctioned)
	f.FocusItem()
	if f.store.applied() != 0 {
		t.Error("nothing was edited")
	}
}

func TestReadingFails(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.show(1)
	f.View.store = &crowd{watched: f.store, fail: true}
	f.Show(count(2, 2))
	f.ui.Until(t, "the error", func() bool { return len(f.errors) == 1 })
	f.caption.entry.SetText("for the first")
	f.caption.commit()
	f.SetStatus(catalog.Sanctioned)
	f.ui.Until(t, "the edit", func() bool { return f.store.applied() == 1 })
	if f.scroll.Visible() || f.absence.Text != "These photos could not be read." || !slices.Equal(f.store.edits[0].Photos, count(2, 2)) {
		t.Errorf("said is %q; edits %+v", f.absence.Text, f.store.edits)
	}
	f.View.store = f.store
	f.show(1)
	if !f.scroll.Visible() || f.caption.entry.Text != "" {
		t.Errorf("the next photo shows %q", f.caption.entry.Text)
	}
}
