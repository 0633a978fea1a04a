package vocabulary

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
	tables "waybill/catalog/vocabulary"
)

func TestMergeSaysWhatItWillDo(t *testing.T) {
	f := newFixture(t, someWords())
	f.key(fyne.KeyDown, fyne.KeyDown)
	f.list.TypedRune('m')
	m := f.panel.merge
	if !m.box.Visible() || !m.yes.Disabled() || m.title.Text != "Merge “fridge” into" {
		t.Fatalf("it asks %q", m.title.Text)
	}
	test.Type(f.window.Canvas().Focused(), "frig")
	if o := m.into.Options(); len(o) != 1 {
		t.Fatalf("offered are %v", o)
	}
	f.key(fyne.KeyReturn)
	if want := "3 photos get “household refrigerator”; “fridge” becomes one of its variants."; m.sentence.Text != want {
		t.Errorf("it says %q", m.sentence.Text)
	}
	f.key(fyne.KeyReturn)
	f.settle()
	f.expect("merge item 4 into 2")
	if f.title() != "household refrigerator" || m.box.Visible() || f.window.Canvas().Focused() != fyne.Focusable(f.list) {
		t.Errorf("the form is of %q", f.title())
	}
	f.Focus()
	f.key(fyne.KeyUp)
	f.AskMerge()
	test.Type(f.window.Canvas().Focused(), "cart")
	f.key(fyne.KeyReturn)
	if !strings.Contains(m.sentence.Text, "Its 1 kind becomes a kind of “supermarket cart”.") {
		t.Errorf("of a parent it says %q", m.sentence.Text)
	}
	f.key(fyne.KeyEscape)
	if m.box.Visible() || len(f.calls()) != 1 {
		t.Error("Escape does not take the question away")
	}
}

func TestWhatIsInUseIsNotRemoved(t *testing.T) {
	f := newFixture(t, someWords())
	f.store.refuse = &catalog.Error{Code: catalog.ErrInUse, Op: "remove item", Subject: "appliance"}
	f.key(fyne.KeyDelete)
	f.settle()
	if f.panel.trouble.Text == "" || !f.panel.instead.Visible() || f.title() != "appliance" {
		t.Errorf("it says %q", f.panel.trouble.Text)
	}
	test.Tap(f.panel.instead)
	if !f.panel.merging() || f.panel.troubled.Visible() {
		t.Error("it does not offer to merge instead")
	}
	f.key(fyne.KeyEscape)
	f.store.set(func() { f.store.refuse = nil })
	f.Focus()
	f.key(fyne.KeyEnd, fyne.KeyDelete)
	f.settle()
	if f.expect("remove item 1", "remove item 3"); f.title() != "fridge" {
		t.Errorf("then the form is of %q", f.title())
	}
}

func TestChangesFromElsewhere(t *testing.T) {
	f := newFixture(t, someWords())
	f.store.set(func() { f.store.items[0].Names.English = "household appliance" })
	f.Changed()
	f.settle()
	if f.goods().names.english.Text != "household appliance" {
		t.Errorf("the form says %q", f.goods().names.english.Text)
	}
	f.retype(f.goods().hs, "85")
	f.retype(f.goods().names.english, "household appliances")
	f.key(fyne.KeyLeft)
	f.store.set(func() { f.store.items[0].Names.Korean = "가전" })
	f.Changed()
	f.settle()
	f.goods().names.english.TypedRune('x')
	if got := f.goods().names.english.Text; got != "household appliancexs" {
		t.Errorf("typing goes on as %q", got)
	}
	f.retype(f.goods().names.english, "household appliance")
	if f.goods().hs.Text != "85" || f.goods().names.korean.Text != "가전" || !f.dirty() {
		t.Errorf("what was typed is now %q, what was not is %q", f.goods().hs.Text, f.goods().names.korean.Text)
	}
	f.store.set(func() { f.store.items = f.store.items[1:] })
	f.Changed()
	f.settle()
	if f.goods().hs.Text != "85" || !f.isNew() {
		t.Errorf("after the entry was removed, %q stands there", f.goods().hs.Text)
	}
	f.Save()
	f.settle()
	f.expect(`save item 0 "household appliance" kind of 0`)
}

// Somebody who types on while an entry is being saved loses nothing.
func TestTypingWhileSaving(t *testing.T) {
	f := newFixture(t, someWords())
	f.store.gate = make(chan struct{})
	f.NewEntry()
	test.Type(f.goods().names.english, "pump")
	f.key(fyne.KeyReturn)
	test.Type(f.goods().names.english, "s")
	f.Focus()
	f.key(fyne.KeyDown)
	f.store.mu.Lock()
	close(f.store.gate)
	f.store.gate = nil
	f.store.mu.Unlock()
	f.ui.Until(t, "both are saved", func() bool { return len(f.calls()) == 2 })
	f.settle()
	f.expect(`save item 0 "pump" kind of 0`, `save item 105 "pumps" kind of 0`)
}

func TestImportListsWhatIsWrong(t *testing.T) {
	f := newFixture(t, someWords())
	for i := range 60 {
		f.store.rejected = append(f.store.rejected, tables.Rejected{
			File: "items.tsv", Line: i + 2, Number: 7, Column: "hs", Problem: tables.ProblemHS, Cell: "84-18",
		})
	}
	f.ImportFrom("tables")
	f.settle()
	r := f.report
	if !r.box.Visible() || len(r.texts) != 60 || !strings.Contains(r.title.Text, "60") {
		t.Fatalf("it says %q", r.title.Text)
	}
	for _, part := range []string{"items.tsv", "2", "hs", "84-18"} {
		if !strings.Contains(r.texts[0], part) {
			t.Errorf("the first line is %q", r.texts[0])
		}
	}
	f.key(fyne.KeyEscape)
	if r.box.Visible() || f.window.Canvas().Focused() != fyne.Focusable(f.list) {
		t.Error("Escape does not close the list")
	}
	f.store.rejected = nil
	f.ImportFrom("tables")
	f.settle()
	if len(f.said) != 1 || f.said[0] != "Imported: 3 added, 1 changed, 0 as they were." {
		t.Errorf("said is %q", f.said)
	}
	f.ExportTo("folder")
	f.ui.Until(t, "the tables are exported", func() bool { return len(f.said) == 2 })
	if f.said[1] != "Exported 2 tables to folder." {
		t.Errorf("said is %q", f.said)
	}
}

func TestReadOnlyOffersNothing(t *testing.T) {
	f := newFixture(t, someWords())
	f.Lock()
	f.list.TypedRune('n')
	f.list.TypedRune('m')
	f.key(fyne.KeyDown, fyne.KeyDelete, fyne.KeyReturn)
	f.ImportFrom("tables")
	f.settle()
	if f.expect(); f.title() != "household refrigerator" || f.goods().names.korean.Text != "냉장고" {
		t.Errorf("shown is %q", f.title())
	}
	for _, b := range []fyne.CanvasObject{f.panel.save, f.panel.mergeTo, f.panel.remove, f.head.add, f.head.take} {
		if b.Visible() {
			t.Error("it offers to change something")
		}
	}
	for k, s := range f.panel.sheets {
		f.turn(Kind(k))
		for _, in := range inputsOf(s) {
			if d, ok := in.(fyne.Disableable); !ok || !d.Disabled() {
				t.Errorf("a %T of vocabulary %d can be typed into", in, k)
			}
		}
	}
}

func inputsOf(s sheet) []input {
	switch s := s.(type) {
	case *goodsSheet:
		return s.inputs
	case *routeSheet:
		list := s.inputs
		for _, l := range s.legs.rows {
			list = append(list, l.kind, l.place)
		}
		return list
	case *placeSheet:
		return s.inputs
	}
	return s.(*unitSheet).inputs
}
