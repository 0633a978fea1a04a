package filters

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/present"
	"waybill/assets"
	"waybill/catalog"
)

// click clicks a row with keys held.
func (f *fixture) click(label string, held fyne.KeyModifier) {
	f.t.Helper()
	r := f.row(label)
	r.MouseDown(&desktop.MouseEvent{Modifier: held, Button: desktop.MouseButtonPrimary})
	r.Tapped(nil)
	f.settle()
}

func (f *fixture) expectQuery(want string) {
	f.t.Helper()
	if got := f.query.String(); got != want || f.text.entry.Text != want {
		f.t.Errorf("the query is %q and its text %q, want %q", got, f.text.entry.Text, want)
	}
}

func TestClicksAskForAnyAllAndNone(t *testing.T) {
	f := newFixture(t, counts{facet(catalog.FieldItem, "cart", 5), facet(catalog.FieldItem, "tile", 4), facet(catalog.FieldItem, "fridge", 3)})
	f.follow = true
	f.search("")
	for _, step := range []struct {
		label string
		held  fyne.KeyModifier
		want  string
		lines []string
	}{
		{"cart", 0, "item:cart", []string{"*cart 5", "tile 4", "fridge 3"}},
		{"fridge", 0, "item:cart|fridge", []string{"*cart 5", "tile 4", "*fridge 3"}},
		{"tile", fyne.KeyModifierControl, "item:cart|fridge item:tile", []string{"*cart 5", "*and tile 4", "*fridge 3"}},
		{"tile", fyne.KeyModifierControl, "item:cart|fridge", []string{"*cart 5", "tile 4", "*fridge 3"}},
		{"tile", fyne.KeyModifierAlt, "item:cart|fridge -item:tile", []string{"*cart 5", "*not tile", "*fridge 3"}},
		{"cart", 0, "item:fridge -item:tile -item:cart", []string{"*not cart", "*not tile", "*fridge 3"}},
		{"cart", 0, "item:fridge -item:tile", []string{"cart 5", "*not tile", "*fridge 3"}},
		{"tile", fyne.KeyModifierAlt, "item:fridge", []string{"cart 5", "tile 4", "*fridge 3"}},
	} {
		f.click(step.label, step.held)
		f.expectQuery(step.want)
		f.expect(catalog.FieldItem, step.lines...)
	}
}

func TestKeysAskForAnyAllAndNone(t *testing.T) {
	f := newFixture(t, counts{facet(catalog.FieldItem, "cart", 5), facet(catalog.FieldItem, "tile", 4)})
	f.follow = true
	f.search("item:cart")
	f.window.Canvas().Focus(f.row("tile"))
	for _, step := range []struct {
		press func()
		want  string
	}{
		{func() { f.focused.TypedRune('+') }, "item:cart item:tile"},
		{func() { f.focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete}) }, "item:cart"},
		{func() { f.focused.TypedRune('−') }, "item:cart -item:tile"},
		{func() { f.focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) }, "item:cart"},
		{func() { f.focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) }, "item:cart|tile"},
		{func() {
			f.focused.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: fyne.KeyModifierControl})
		}, "item:cart item:tile"},
	} {
		step.press()
		f.settle()
		f.expectQuery(step.want)
		if f.focused != f.row("tile") {
			t.Fatalf("%s: the keyboard is on %v", step.want, f.focused)
		}
	}
}

// offered is a source that counts less the more is asked for.
type offered struct {
	literal
	asked []string
}

func (o *offered) Facets(_ context.Context, q catalog.Query) ([]catalog.Facet, error) {
	o.asked = append(o.asked, q.String())
	if strings.Contains(q.String(), "route:") {
		return []catalog.Facet{facet(catalog.FieldStatus, "exempt", 3), facet(catalog.FieldRoute, "Quanhe", 3)}, nil
	}
	return []catalog.Facet{facet(catalog.FieldStatus, "exempt", 10), facet(catalog.FieldRoute, "Changbai", 7), facet(catalog.FieldRoute, "Quanhe", 3)}, nil
}

func TestWhatAnotherValueWouldAddIsShown(t *testing.T) {
	source := &offered{}
	f := newFixture(t, source)
	f.search("x route:quanhe")
	f.expect(catalog.FieldRoute, "*Quanhe 3", "Changbai +7")
	f.expect(catalog.FieldStatus, "Sanctioned 0", "Suspected 0", "Disputed 0", "Exempt 3", "Not listed 0", "Not assessed 0")
	if want := []string{"x route:quanhe", "x"}; !slices.Equal(source.asked, want) {
		t.Errorf("counted %q", source.asked)
	}
	f.search("x")
	f.expect(catalog.FieldRoute, "Changbai 7", "Quanhe 3")
}

func TestNamesInAnyLanguageArePicked(t *testing.T) {
	c := apptest.Catalogue(t)
	apptest.Import(t, c, catalog.Intake{Name: "first"}, apptest.PNGs(t, 3))
	fridge, err := c.FindItem(t.Context(), "냉장고")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{1, 2}, AddItems: []catalog.ItemID{fridge}}); err != nil {
		t.Fatal(err)
	}
	f := newFixture(t, c)
	f.follow = true
	f.search("item:냉장고 x batch:fir")
	f.expect(catalog.FieldItem, "*household refrigerator 0")
	f.search("item:냉장고 batch:fir")
	f.expect(catalog.FieldItem, "*household refrigerator 2")
	f.expect(catalog.FieldBatch, "*first 2")
	f.expectQuery("item:냉장고 batch:fir")
	f.click("household refrigerator", fyne.KeyModifierAlt)
	f.expectQuery(`batch:fir -item:"household refrigerator"`)
	f.expect(catalog.FieldBatch, "*first 1")
}

func TestGoodsStandBelowWhatTheyAreAKindOf(t *testing.T) {
	kind := func(name, parent string, n int) catalog.Facet {
		return catalog.Facet{Field: catalog.FieldItem, Value: name, Label: name, Parent: parent, Count: n}
	}
	f := newFixture(t, counts{
		kind("vehicle", "", 9), kind("tile", "", 8), kind("truck", "vehicle", 7), kind("car", "vehicle", 6), kind("tipper", "truck", 5), kind("lamp", "light", 4),
		kind("a", "b", 3), kind("b", "a", 3), // two items of one name may look like a circle
	})
	f.search("")
	lines := f.lines(catalog.FieldItem)
	want := []string{"vehicle 9", "  truck 7", "    tipper 5", "  car 6", "tile 8", "lamp 4"}
	if len(lines) < len(want) || !slices.Equal(lines[:len(want)], want) {
		t.Errorf("goods are %q", lines)
	}
}

func TestMonthsAreInTheirOrder(t *testing.T) {
	f := newFixture(t, counts{facet(catalog.FieldMonth, "2023-06", 9), facet(catalog.FieldMonth, "2023-08", 3), facet(catalog.FieldMonth, "2022-12", 5)})
	f.search("month:2023-06")
	f.expect(catalog.FieldMonth, "August 2023 3", "*June 2023 9", "December 2022 5")
}

func TestSectionsFold(t *testing.T) {
	f := newFixture(t, counts{facet(catalog.FieldRoute, "Quanhe", 2), facet(catalog.FieldRoute, "Changbai", 1), facet(catalog.FieldCamera, "P40", 1)})
	f.search("route:changbai")
	f.expect(catalog.FieldCamera)
	f.window.Canvas().Focus(f.row("Quanhe"))
	f.focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	f.expect(catalog.FieldRoute, "*Changbai 1")
	if f.focused != f.row("Route") {
		t.Fatalf("the keyboard is on %v", f.focused)
	}
	f.focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	f.expect(catalog.FieldRoute, "*Changbai 1", "Quanhe 2")
	test.Tap(f.row("Camera"))
	f.expect(catalog.FieldCamera, "P40 1")
	folded := f.Folded()
	f.SetFolded(append(folded, catalog.FieldRoute))
	f.expect(catalog.FieldRoute, "*Changbai 1")
	if slices.Contains(folded, catalog.FieldCamera) || !slices.Contains(f.Folded(), catalog.FieldRoute) {
		t.Errorf("folded are %v, then %v", folded, f.Folded())
	}
}

func TestAValueIsLookedForInALongSection(t *testing.T) {
	var many counts
	for i := range 40 {
		many = append(many, facet(catalog.FieldBatch, fmt.Sprint("SD 카드 ", i), 200-i))
	}
	f := newFixture(t, many)
	f.search(`batch:"sd 카드 3"`)
	var batches *section
	for _, s := range f.sections {
		if s.field == catalog.FieldBatch {
			batches = s
		}
		if has := slices.Contains(s.box.Objects, fyne.CanvasObject(s.look.box)); has != (s.field == catalog.FieldBatch) {
			t.Errorf("%s has a field to look in: %v", s.field, has)
		}
	}
	f.window.Canvas().Focus(batches.look.entry)
	test.Type(batches.look.entry, "드 2")
	f.expect(catalog.FieldBatch, "*SD 카드 3 197", "SD 카드 2 198", "SD 카드 20 180", "SD 카드 21 179", "SD 카드 22 178", "SD 카드 23 177", "SD 카드 24 176", "SD 카드 25 175",
		"more (4)")
	batches.look.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if lines := f.lines(catalog.FieldBatch); len(lines) != 9 || lines[8] != "more (32)" {
		t.Errorf("after Escape %q", lines)
	}
	batches.look.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if f.focused != f.row("SD 카드 3") {
		t.Errorf("the keyboard is on %v", f.focused)
	}
}

func TestTheTextOfTheQueryIsEdited(t *testing.T) {
	f := newFixture(t, counts{facet(catalog.FieldItem, "cart", 5), facet(catalog.FieldItem, "tile", 4)})
	var texts []string
	f.OnText = func(text string, done bool) {
		texts = append(texts, fmt.Sprint(text, " ", done))
		if q, err := catalog.ParseQuery(text); err == nil {
			f.Refresh(q)
		}
	}
	left := false
	f.OnLeave = func() { left = true }
	f.search("item:cart")
	f.expectQuery("item:cart")
	f.window.Canvas().Focus(f.text.entry)
	f.text.entry.CursorColumn = len("item:cart")
	test.Type(f.text.entry, "|tile")
	f.settle()
	f.expectQuery("item:cart|tile")
	f.expect(catalog.FieldItem, "*cart 5", "*tile 4")
	f.text.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if n := len(texts); n < 6 || texts[n-2] != "item:cart|tile false" || texts[n-1] != "item:cart|tile true" {
		t.Errorf("told %q", texts)
	}
	test.Type(f.text.entry, ` "`) // which does not end
	f.text.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	f.expectQuery("item:cart|tile")
	if !left {
		t.Error("Escape does not leave the text")
	}
	before := f.text.entry.Size().Height
	f.search(`item:cart|tile batch:"SD card of the twelfth of July" status:sanctioned|suspected -source:Kingfisher`)
	if f.text.entry.Size().Height <= before {
		t.Error("a long text is not seen as a whole")
	}
}

func TestStatusesAndFieldsCanBeTypedAsTheyAreShown(t *testing.T) {
	f := newFixture(t, counts{})
	files, err := fs.Glob(assets.Translations(), "*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files { // of every language that the window has
		words, err := present.Load(assets.Translations(), strings.TrimSuffix(file, ".json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, typed := range catalog.Statuses() {
			label := words.Status(typed)
			q, err := catalog.ParseQuery(`status:"` + label + `"`)
			if err != nil || q.Terms[0].Value != string(typed) {
				t.Errorf("%s: status %q is read %v, %v", file, label, q, err)
			}
		}
	}
	for _, text := range []struct {
		field  catalog.Field
		values []string
	}{
		{catalog.FieldKind, []string{"scene", "screen-photo", "screenshot", "document", "video-frame", "file-photo", "composite"}},
		{catalog.FieldStage, []string{"factory", "warehouse", "customs", "loading", "crossing", "inside", "on-sale"}},
		{catalog.FieldPackaging, []string{"retail", "unpacked", "removed"}},
	} {
		for _, value := range text.values {
			label := f.label(text.field, value)
			q, err := catalog.ParseQuery(string(text.field) + `:"` + label + `"`)
			if err != nil || q.Terms[0].Value != value {
				t.Errorf("%s %q is read %v, %v", text.field, label, q, err)
			}
		}
	}
}
