package inspector

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/catalog"
)

// bare is an inspector of photos without anything, the first of which then gets
// values.
func bare(t *testing.T, n int) *fixture {
	t.Helper()
	c := apptest.Catalogue(t)
	apptest.Import(t, c, catalog.Intake{Name: "bare"}, apptest.PNGs(t, n))
	f := newFixture(t, c)
	caption, source := "훈춘의 창고 앞마당에 쌓여 있는 상자들", "Magpie"
	route, err := c.FindRoute(t.Context(), "quanhe")
	if err != nil {
		t.Fatal(err)
	}
	place, err := c.UnderstandPlace(t.Context(), catalog.PropPlace, "圈河")
	if err != nil {
		t.Fatal(err)
	}
	f.edit(catalog.Edit{
		Photos: count(1, 1), AddItems: []catalog.ItemID{f.item("shopping cart")}, Caption: &caption, Source: &source, Route: &route,
		Statements: []catalog.Statement{place, {Property: catalog.PropTaken, Raw: "July 2023", Value: "2023-07"}},
	})
	f.show(1)
	return f
}

// lockOn locks fields of the photo that is shown and waits for their values.
func (f *fixture) lockOn(fields ...catalog.Field) {
	f.t.Helper()
	for _, of := range fields {
		test.Tap(&f.locks.find(of).button.Button)
		f.ui.Until(f.t, "the value of "+string(of), func() bool { return f.locks.value(of) != "" })
	}
}

// add adds goods to the photo that is shown.
func (f *fixture) add(name string) {
	f.t.Helper()
	f.goods.chosen(f.ItemsCalled(name)[0])
	f.settle()
}

// Looking writes nothing; the first tag takes the locked values along as one step,
// photo by photo, and never over what is there.
func TestLocksThroughThreePhotos(t *testing.T) {
	f := bare(t, 4)
	own := "its own"
	f.edit(catalog.Edit{Photos: count(3, 3), Caption: &own})
	f.lockOn(catalog.FieldRoute, catalog.FieldCaption, catalog.FieldPlace, catalog.FieldDate, catalog.FieldSource)
	if got := f.locks.text.Text; !f.locks.bar.Visible() || got != "Locked: Caption, When, Where, Route, Source alias" {
		t.Errorf("the bar says %q", got)
	}
	for _, id := range []catalog.PhotoID{2, 3, 4, 2} {
		f.show(id)
	}
	f.settle()
	if n := f.store.applied(); n != 0 {
		t.Fatalf("looking wrote %d times", n)
	}
	for name, c := range map[string]struct{ got, want string }{
		"route":   {f.route.entry.PlaceHolder, "locked: Hunchun–Quanhe–Wonjong–Rason"},
		"caption": {f.caption.entry.PlaceHolder, "locked: 훈춘의 창고 앞마당에 쌓여 있는 상자들"},
		"date":    {f.when.entry.entry.PlaceHolder, "locked: July 2023"},
		"source":  {f.source.entry.PlaceHolder, "locked: Magpie"},
	} {
		if c.got != c.want {
			t.Errorf("in the %s stands %q, want %q", name, c.got, c.want)
		}
	}
	f.add("ceramic tile")
	f.show(3)
	if f.caption.entry.Text != own {
		t.Errorf("shown is %q", f.caption.entry.Text)
	}
	f.SetStatus(catalog.Suspected)
	f.settle()
	if len(f.steps) != 2 {
		t.Fatalf("%d steps for two tags", len(f.steps))
	}
	for _, id := range []catalog.PhotoID{2, 3} {
		p := f.photo(id)
		if p.RouteName == "" || p.SourceName != "Magpie" || p.Date == nil || p.Date.EDTF != "2023-07" || p.Where == nil || (p.Caption == own) != (id == 3) || p.Caption == "" || len(p.Observations) != 1 {
			t.Errorf("%v: %+v", id, p)
		}
	}
	if p := f.photo(4); p.Caption != "" || p.RouteName != "" {
		t.Errorf("the fourth was only looked at: %q", p.Caption)
	}
	for range 2 {
		if _, err := f.store.Undo(t.Context(), "AB"); err != nil {
			t.Fatal(err)
		}
	}
	if p := f.photo(2); p.Caption != "" || p.RouteName != "" || p.Date != nil || len(p.Observations) != 0 {
		t.Errorf("undone: %+v", p)
	}
}

// Going on gives the values to a photo without goods, once, and to no other.
func TestGiveLockedOnTheWayToTheNext(t *testing.T) {
	f := bare(t, 3)
	said := ""
	f.OnSay = func(text string) { said = text }
	f.GiveLocked()
	f.lockOn(catalog.FieldCaption, catalog.FieldItem)
	f.GiveLocked() // the first has goods
	f.show(2)
	if got := f.goods.add.PlaceHolder; got != "locked: supermarket shopping cart" {
		t.Errorf("in the field of goods stands %q", got)
	}
	for range 2 {
		f.GiveLocked()
		f.settle()
	}
	if p := f.photo(2); p.Caption == "" || len(p.Observations) != 1 || p.Observations[0].ItemKey != f.photo(1).Observations[0].ItemKey || len(f.steps) != 1 {
		t.Errorf("%q, %+v, %d steps", p.Caption, p.Observations, len(f.steps))
	}
	f.ui.Until(t, "the word", func() bool { return said == "P-000002 has got what is locked." })
	f.ReleaseLocks()
	f.show(3)
	f.GiveLocked()
	f.settle()
	if p := f.photo(3); p.Caption != "" || f.locks.bar.Visible() || len(f.Locks()) != 0 || f.caption.entry.PlaceHolder != "none" {
		t.Errorf("after the release: %q, %q", p.Caption, f.caption.entry.PlaceHolder)
	}
}

// What the editor says in a locked field is its value from then on, and what they
// take out of a photo does not come back to it.
func TestLockFollowsTheEditor(t *testing.T) {
	f := bare(t, 4)
	f.lockOn(catalog.FieldCaption, catalog.FieldRoute)
	f.show(2)
	f.add("ceramic tile")
	test.Tap(f.route.erase)
	f.settle()
	f.SetStatus(catalog.Suspected)
	f.settle()
	if p := f.photo(2); p.RouteName != "" {
		t.Errorf("the route came back: %q", p.RouteName)
	}
	f.show(3)
	f.caption.entry.SetText("Another")
	f.caption.commit()
	f.ui.Until(t, "the other value", func() bool { return f.locks.value(catalog.FieldCaption) == "Another" })
	if p := f.photo(3); p.RouteName == "" {
		t.Error("the third did not get the route")
	}
	f.show(4)
	f.add("ceramic tile")
	if p := f.photo(4); p.Caption != "Another" {
		t.Errorf("the fourth has %q", p.Caption)
	}
}

// The key locks the field that has the keyboard, with what is typed in it.
func TestLockByKeyboard(t *testing.T) {
	f := bare(t, 2)
	said := ""
	f.OnSay = func(text string) { said = text }
	f.ToggleLock()
	if said == "" || len(f.Locks()) != 0 {
		t.Errorf("without a field it says %q", said)
	}
	f.FocusNote()
	test.Type(f.note.input, "seen from the road")
	f.ToggleLock()
	f.ui.Until(t, "the value", func() bool { return f.locks.value(catalog.FieldNote) == "seen from the road" })
	if !slices.Equal(f.Locks(), []string{"note"}) || f.photo(1).Note != "seen from the road" {
		t.Errorf("locked are %v, the note is %q", f.Locks(), f.photo(1).Note)
	}
	f.FocusNote()
	f.ToggleLock()
	if len(f.Locks()) != 0 {
		t.Error("the key does not release")
	}
	button := f.locks.find(catalog.FieldRoute).button
	if button.Title() != "Lock: Route" {
		t.Errorf("the button is called %q", button.Title())
	}
	key(button, fyne.KeyReturn)
	if !slices.Equal(f.Locks(), []string{"route"}) {
		t.Error("Enter on the button does not lock")
	}
	f.Show(count(1, 2))
	f.ui.Until(t, "both", func() bool { return len(f.form) == 2 })
	if f.locks.find(catalog.FieldNote).button.Visible() || !button.Visible() {
		t.Error("many photos can be locked, or not be released")
	}
}

// A template with locks locks its fields, with its values.
func TestTemplateWithLocks(t *testing.T) {
	f := bare(t, 3)
	caption := "From a template"
	if _, err := f.store.SaveTemplate(t.Context(), catalog.Template{Name: "T", Values: catalog.TemplateValues{Caption: &caption, Locks: []string{"caption", "nosuch"}}}, ""); err != nil {
		t.Fatal(err)
	}
	f.show(2)
	f.GiveTemplate("T", []string{"caption", "nosuch"})
	f.ui.Until(t, "the lock", func() bool { return f.locks.value(catalog.FieldCaption) == caption })
	f.show(3)
	f.add("ceramic tile")
	if f.photo(2).Caption != caption || f.photo(3).Caption != caption {
		t.Errorf("%q, %q", f.photo(2).Caption, f.photo(3).Caption)
	}
}
