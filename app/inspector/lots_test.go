package inspector

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
	"waybill/catalog"
)

// newLotFixture has four photos: refrigerators in the first three, tiles in the
// second and third as well, and nothing in the fourth.
func newLotFixture(t *testing.T) (f *fixture, said *[]string) {
	t.Helper()
	f = newFixture(t, newCatalogue(t, 4))
	said = &[]string{}
	f.OnSay = func(text string) { *said = append(*said, text) }
	f.edit(catalog.Edit{Photos: count(1, 3), AddItems: []catalog.ItemID{f.item("refrigerator")}})
	f.edit(catalog.Edit{Photos: count(2, 3), AddItems: []catalog.ItemID{f.item("tile")}})
	return f, said
}

// lotsOf gives the lots of the goods of an item, by photo.
func (f *fixture) lotsOf(item string) map[catalog.PhotoID]catalog.LotID {
	f.t.Helper()
	list := map[catalog.PhotoID]catalog.LotID{}
	for id := catalog.PhotoID(1); id <= 4; id++ {
		for _, o := range f.photo(id).Observations {
			if o.Item == f.item(item) {
				list[id] = o.Lot
			}
		}
	}
	return list
}

func (f *fixture) oneLot(item string, photos ...catalog.PhotoID) bool {
	list := f.lotsOf(item)
	for _, id := range photos {
		if list[id] == 0 || list[id] != list[photos[0]] {
			return false
		}
	}
	return true
}

// pressed waits until an answer to a key is there: a step, a message or a question.
func (f *fixture) pressed(do func(), said *[]string) {
	f.t.Helper()
	steps, texts := len(f.steps), len(*said)
	do()
	f.ui.Until(f.t, "an answer", func() bool {
		return (len(f.steps) > steps && len(*said) > texts || len(f.steps) == steps && len(*said) > texts || f.goods.lots.box.Visible()) && !f.writing
	})
}

func (f *fixture) lotChoices() []string {
	var list []string
	for _, o := range f.goods.lots.choices.Objects {
		list = append(list, o.(*widgets.Chip).Text())
	}
	return list
}

func TestTheOnlyCommonGoodsAreJoinedAtOnce(t *testing.T) {
	f, said := newLotFixture(t)
	f.show(1, 2, 4)
	f.pressed(f.JoinLot, said)
	if !f.oneLot("refrigerator", 1, 2) || f.lotsOf("refrigerator")[3] != 0 || f.lotsOf("tile")[2] != 0 {
		t.Errorf("lots of refrigerators are %v, of tiles %v", f.lotsOf("refrigerator"), f.lotsOf("tile"))
	}
	if len(f.photo(4).Observations) != 0 {
		t.Error("goods were invented")
	}
	if want := "household refrigerator: now the same goods in 2 photos. 1 photo has none and was left."; len(*said) != 1 || (*said)[0] != want {
		t.Errorf("it says %q", *said)
	}
	if len(f.steps) != 1 || f.steps[0].Action != catalog.ActionLot {
		t.Errorf("steps are %+v", f.steps)
	}
	if _, err := f.store.Undo(t.Context(), ""); err != nil || f.oneLot("refrigerator", 1, 2) {
		t.Errorf("it is not undone: %v, %v", f.lotsOf("refrigerator"), err)
	}
}

func TestOfSeveralCommonGoodsItAsks(t *testing.T) {
	f, said := newLotFixture(t)
	f.show(2, 3)
	f.pressed(f.JoinLot, said)
	if got := f.lotChoices(); !slices.Equal(got, []string{"household refrigerator", "ceramic tile", "Cancel"}) {
		t.Fatalf("it asks %q, of %q", f.goods.lots.title.Text, got)
	}
	if f.window.Canvas().Focused() != f.goods.lots.choices.Objects[0].(fyne.Focusable) {
		t.Errorf("the keyboard is at %T", f.window.Canvas().Focused())
	}
	left := 0
	f.OnLeave = func() { left++ }
	key(f.goods.lots.choices.Objects[0].(*widgets.Chip), fyne.KeyEscape)
	if f.goods.lots.box.Visible() || left != 1 || len(f.steps) != 0 {
		t.Errorf("it was not given up: %d steps", len(f.steps))
	}
	f.pressed(f.JoinLot, said)
	test.Tap(f.goods.lots.choices.Objects[1].(*widgets.Chip))
	f.settle()
	if !f.oneLot("tile", 2, 3) || f.lotsOf("refrigerator")[2] != 0 || f.goods.lots.box.Visible() {
		t.Errorf("lots of tiles are %v", f.lotsOf("tile"))
	}
	f.pressed(f.JoinLot, said) // of what is left only one can be meant
	if !f.oneLot("refrigerator", 2, 3) {
		t.Errorf("lots of refrigerators are %v", f.lotsOf("refrigerator"))
	}
	f.pressed(f.JoinLot, said) // and then they can only be parted
	if got := f.lotChoices(); len(got) != 3 || !strings.Contains(f.goods.lots.title.Text, "out of") {
		t.Fatalf("it asks %q, of %q", f.goods.lots.title.Text, got)
	}
	f.show(1)
	if f.goods.lots.box.Visible() {
		t.Error("it asks about photos that are not shown any more")
	}
}

func TestWhatCannotBeJoinedIsSaid(t *testing.T) {
	f, said := newLotFixture(t)
	for _, c := range []struct {
		show []catalog.PhotoID
		do   func()
		want string
	}{
		{[]catalog.PhotoID{1, 4}, f.JoinLot, f.words.T("inspector.lot.nothing_common")},
		{[]catalog.PhotoID{1}, f.JoinLot, f.words.T("inspector.lot.one_photo")},
		{[]catalog.PhotoID{1, 2}, f.PartLot, f.words.T("inspector.lot.none")},
	} {
		f.show(c.show...)
		f.pressed(c.do, said)
		if got := (*said)[len(*said)-1]; got != c.want || len(f.steps) != 0 {
			t.Errorf("for %v it says %q", c.show, got)
		}
	}
	suspected := catalog.Suspected
	f.edit(catalog.Edit{Photos: []catalog.PhotoID{4}, Status: &suspected}) // unspecified goods
	f.edit(catalog.Edit{Photos: []catalog.PhotoID{1}, RemoveItems: []catalog.ItemID{f.item("refrigerator")}})
	f.edit(catalog.Edit{Photos: []catalog.PhotoID{1}, Status: &suspected})
	f.show(1, 4)
	f.pressed(f.JoinLot, said)
	if len(f.steps) != 0 {
		t.Error("goods that nobody has named were taken for the same")
	}
}

func TestLotIsPartedAgain(t *testing.T) {
	f, said := newLotFixture(t)
	f.show(1, 2, 3)
	f.pressed(f.JoinLot, said) // both items are common
	test.Tap(f.goods.lots.choices.Objects[0].(*widgets.Chip))
	f.settle()
	f.show(3)
	f.pressed(f.JoinLot, said)
	if got := f.lotChoices(); !slices.Equal(got, []string{"household refrigerator", "Cancel"}) {
		t.Fatalf("it offers %q", got)
	}
	key(f.goods.lots.choices.Objects[0].(*widgets.Chip), fyne.KeySpace)
	f.settle()
	if !f.oneLot("refrigerator", 1, 2) || f.lotsOf("refrigerator")[3] != 0 {
		t.Errorf("lots are %v", f.lotsOf("refrigerator"))
	}
	f.show(1, 2, 3)
	f.pressed(f.PartLot, said)
	if got := f.lotsOf("refrigerator"); got[1] != 0 || got[2] != 0 {
		t.Errorf("lots are %v", got)
	}
	if want := "household refrigerator: taken out of the lot, 2 times."; (*said)[len(*said)-1] != want {
		t.Errorf("it says %q", *said)
	}
}

func TestGoodsSayWhereElseTheyAre(t *testing.T) {
	f, said := newLotFixture(t)
	exempt := catalog.Exempt
	f.edit(catalog.Edit{Photos: []catalog.PhotoID{2}, Status: &exempt, StatusItems: []catalog.ItemID{f.item("refrigerator")}})
	f.show(1, 2, 3)
	f.pressed(f.JoinLot, said)
	test.Tap(f.goods.lots.choices.Objects[0].(*widgets.Chip))
	f.settle()
	if got := (*said)[len(*said)-1]; !strings.Contains(got, "judged differently") {
		t.Errorf("it says %q", got)
	}
	var shown catalog.LotID
	f.OnShowLot = func(id catalog.LotID) { shown = id }
	f.show(1)
	row := f.goods.rows[0]
	if len(row.lot.box.Objects) != 2 {
		t.Fatalf("the row says %d things of its lot", len(row.lot.box.Objects))
	}
	link, differ := row.lot.box.Objects[0].(*widget.Hyperlink), row.lot.box.Objects[1].(*widget.Label)
	if link.Text != "Same goods as in P-000002 and 1 more" || differ.Text != "Judged differently in P-000002" {
		t.Errorf("it says %q and %q", link.Text, differ.Text)
	}
	if link.OnTapped(); shown != f.photo(1).Observations[0].Lot || shown == 0 {
		t.Errorf("the link leads to lot %d", shown)
	}
	f.goods.rows[0].status.SetSelected(f.words.Status(catalog.Sanctioned))
	f.settle()
	if got := f.photo(2).Observations[0].Status(); got != catalog.Sanctioned {
		t.Errorf("the same goods in the other photo are %s", got)
	}
	if n := len(f.goods.rows[0].lot.box.Objects); n != 1 {
		t.Errorf("judged alike, the row says %d things of its lot", n)
	}
	suspected := catalog.Suspected
	f.edit(catalog.Edit{Photos: []catalog.PhotoID{1, 2}, Status: &suspected, StatusItems: []catalog.ItemID{f.item("refrigerator")}})
	ids, _, err := f.store.Observe(t.Context(), []catalog.Observation{{Photo: 4, Item: f.item("refrigerator")}}, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.store.Join(t.Context(), []int64{ids[0], f.photo(1).Observations[0].ID}, ""); err != nil {
		t.Fatal(err)
	}
	f.Changed([]catalog.PhotoID{3}) // which has the same goods
	f.ui.Until(t, "the row speaks of the fourth photo", func() bool {
		objects := f.goods.rows[0].lot.box.Objects
		return len(objects) == 2 && objects[0].(*widget.Hyperlink).Text == "Same goods as in P-000002 and 2 more" &&
			objects[1].(*widget.Label).Text == "Judged differently in P-000004"
	})
	f.Changed([]catalog.PhotoID{77})
	f.show(2) // tiles are of no lot
	if row := f.goods.rows[1]; row.lot.box.Visible() || row.goods.item != f.item("tile") {
		t.Error("goods of no lot speak of one")
	}
}

func TestManyPhotosCountLots(t *testing.T) {
	f, said := newLotFixture(t)
	f.show(1, 2, 3)
	for _, r := range f.goods.rows {
		if r.lot.box.Visible() {
			t.Errorf("without lots and quantities %s has more to say than the number of photos", r.name.Text)
		}
	}
	n := 38.0
	o := f.photo(1).Observations[0]
	o.Quantity, o.Unit = &n, "pieces"
	if _, _, err := f.store.Observe(t.Context(), []catalog.Observation{o}, ""); err != nil {
		t.Fatal(err)
	}
	f.show(1, 2)
	f.pressed(f.JoinLot, said)
	f.show(1, 2, 3)
	row := f.goods.rows[0]
	if len(row.lot.box.Objects) != 1 || row.lot.box.Objects[0].(*widget.Label).Text != "2 lots, 38 pieces (1 lot without a quantity)" {
		t.Errorf("the row says %+v", row.lot.box.Objects)
	}
	if !strings.Contains(row.detail.Text, "in 3 of 3 photos") {
		t.Errorf("and before it %q", row.detail.Text)
	}
}
