package inspector

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/widgets"
	"waybill/catalog"
)

// ahead selects a photo and does something before it is read.
func (f *fixture) ahead(id catalog.PhotoID, do func()) {
	f.t.Helper()
	f.Show([]catalog.PhotoID{id})
	do()
	f.ui.Until(f.t, "the photo", func() bool { return f.known() && f.content.one != nil })
}

// What is typed is for the photo that is selected, also while that is being read,
// and the keyboard stays where it is.
func TestTypingAheadIsForWhatIsSelected(t *testing.T) {
	f := newFixture(t, newSamples(t, byCamera, byPhone))
	f.window.Resize(fyne.NewSize(320, 300))
	f.show(1)
	for _, c := range []struct {
		name  string
		key   func()
		field *field
	}{
		{"caption", f.FocusCaption, f.caption},
		{"note", f.FocusNote, f.note},
		{"source", f.FocusSource, f.source},
		{"route", f.FocusRoute, f.route},
		{"date", f.FocusDate, f.when.entry.field},
		{"place", f.FocusPlace, f.where.entry.field},
	} {
		f.ahead(2, func() {
			c.key()
			test.Type(c.field.input, "2023")
		})
		if c.field.entry.Text != "2023" {
			t.Errorf("%s: the field has %q", c.name, c.field.entry.Text)
		}
		if !c.field.entry.Visible() || f.keyboardAt() != c.field.input {
			t.Errorf("%s: the keyboard is at %T", c.name, f.window.Canvas().Focused())
		}
		object := c.field.input.(fyne.CanvasObject)
		if top := f.topOf(object) - f.scroll.Offset.Y; top < 0 || top+object.Size().Height > f.scroll.Size().Height {
			t.Errorf("%s: the field is out of view, at %v", c.name, top)
		}
		f.show(1)
		if c.field.entry.Text != c.field.saved {
			t.Errorf("%s: the photo before has %q", c.name, c.field.entry.Text)
		}
	}
	f.ahead(2, func() {
		f.FocusCaption()
		f.caption.entry.SetText("ahead")
	})
	f.caption.commit()
	f.settle()
	if a, b := f.photo(1), f.photo(2); a.Caption != "" || b.Caption != "ahead" {
		t.Errorf("the captions are %q and %q", a.Caption, b.Caption)
	}
}

// keyboardAt is what is typed into; a list of completions hands on to its entry.
func (f *fixture) keyboardAt() fyne.Focusable {
	at := f.window.Canvas().Focused()
	if list, ok := at.(interface{ Field() *widgets.CompleteEntry }); ok {
		return list.Field()
	}
	return at
}

func TestItemsAreAddedAheadToWhatIsSelected(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.show(1)
	f.ahead(2, func() {
		f.FocusItem()
		test.Type(f.goods.add, "ceramic tile")
		key(f.goods.add, fyne.KeyReturn)
	})
	f.settle()
	if one, two := f.itemsOf(1), f.itemsOf(2); len(one) != 0 || !slices.Equal(two, []string{"ceramic tile"}) {
		t.Errorf("the photos have %v and %v", one, two)
	}
}

func TestTheStatusIsAskedAboutWhatIsSelected(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.edit(catalog.Edit{Photos: count(2, 2), AddItems: []catalog.ItemID{f.item("refrigerator"), f.item("ceramic tile")}})
	f.show(1)
	f.ahead(2, func() { f.SetStatus(catalog.Suspected) })
	f.ui.Until(t, "the question", func() bool { return f.goods.asking.Visible() })
	var asked []string
	for _, o := range f.goods.asking.Objects[1].(*fyne.Container).Objects {
		asked = append(asked, o.(*widgets.Chip).Text())
	}
	if focused := f.window.Canvas().Focused(); focused == nil || !slices.Contains(asked, "ceramic tile") {
		t.Errorf("it asks about %q, and the keyboard is at %T", asked, focused)
	}
}

// What was typed about goods outlives a visit at which they were not read yet.
func TestTextsAboutGoodsWaitForThem(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	suspected := catalog.Suspected
	f.edit(catalog.Edit{Photos: count(1, 1), AddItems: []catalog.ItemID{f.item("refrigerator")}})
	f.edit(catalog.Edit{Photos: count(1, 1), Status: &suspected})
	f.show(1)
	f.goods.rows[0].reason.entry.SetText("seals")
	f.goods.rows[0].details.unfold()
	brand := func() *detail {
		i := slices.IndexFunc(f.goods.rows[0].details.parts, func(p *detail) bool { return p.name == "brand" })
		return f.goods.rows[0].details.parts[i]
	}
	brand().put("Haier")
	f.show(2)
	f.ahead(1, f.FocusCaption)
	if reason, b := f.goods.rows[0].reason.entry.Text, brand().value(); reason != "seals" || b != "Haier" {
		t.Errorf("the reason is %q, the brand %q", reason, b)
	}
}
