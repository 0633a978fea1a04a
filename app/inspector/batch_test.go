package inspector

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"waybill/app/widgets"
	"waybill/catalog"
)

// batched is an inspector with the panel open for all photos of a catalogue in
// which the first has all that a field can hold.
func batched(t *testing.T, n int) *fixture {
	t.Helper()
	f := newFixture(t, newCatalogue(t, n))
	caption, note, credit, source := "Boxes at the gate", "seen twice", "Agency", "Magpie"
	into, stage, china, packed, status := catalog.Into, catalog.StageCustoms, "CN", catalog.Packagings()[0], catalog.Sanctioned
	place, err := f.store.UnderstandPlace(t.Context(), catalog.PropPlace, "圈河")
	if err != nil {
		t.Fatal(err)
	}
	f.edit(catalog.Edit{
		Photos: count(1, 1), AddItems: []catalog.ItemID{f.item("shopping cart")}, Caption: &caption, Note: &note, Credit: &credit, Source: &source,
		Direction: &into, Stage: &stage, MadeIn: &china, Packaging: &packed, Status: &status, AllItems: true,
		Statements: []catalog.Statement{
			place, {Property: catalog.PropTaken, Raw: "x", Value: "2023-07-03"}, {Property: catalog.PropKind, Value: string(catalog.KindScene)},
		},
	})
	f.edit(catalog.Edit{Photos: count(2, 2), AddItems: []catalog.ItemID{f.item("ceramic tile")}})
	ids := make([]catalog.PhotoID, n)
	for i := range ids {
		ids[i] = catalog.PhotoID(i + 1)
	}
	f.show(ids...)
	f.OpenBatch()
	f.ui.Until(t, "the values", func() bool { return f.batch.values.Photos == n })
	return f
}

func (f *fixture) batchField(of catalog.Field) *batchField {
	f.t.Helper()
	i := slices.IndexFunc(f.batch.fields, func(b *batchField) bool { return b.of == of })
	if i < 0 {
		f.t.Fatalf("there is no field %q", of)
	}
	return f.batch.fields[i]
}

// say fills the input of a field as its user would.
func (f *fixture) say(of catalog.Field, text string) {
	f.t.Helper()
	switch input := f.batchField(of).input.(type) {
	case *batchText:
		f.batch.focus(input.entry)
		test.Type(input.entry, text)
		input.entry.CloseOptions()
	case *batchProse:
		test.Type(input.entry, text)
	case *batchPick:
		input.list.SetSelected(text)
	case *batchGoods:
		f.batch.focus(input.entry)
		test.Type(f.window.Canvas().Focused(), text)
		key(f.window.Canvas().Focused(), fyne.KeyReturn)
	}
}

// foreseen waits for the preview and gives it.
func (f *fixture) foreseenText() string {
	f.t.Helper()
	f.ui.Until(f.t, "the preview", func() bool { return f.batch.preview.Text != f.words.T("batch.counting") })
	return f.batch.preview.Text
}

// written presses the button and waits.
func (f *fixture) written() {
	f.t.Helper()
	f.batch.submit()
	f.ui.Until(f.t, "the writing", func() bool { return !f.batch.writing && !f.Busy() })
}

func TestBatchShowsValuesWithCounts(t *testing.T) {
	f := batched(t, 5)
	if !f.BatchOpen() || f.scroll.Visible() || f.batch.title.Text != "Edit 5 photos together" {
		t.Fatalf("the panel is not there: %q", f.batch.title.Text)
	}
	for of, want := range map[catalog.Field]string{
		catalog.FieldItem: "ceramic tile 1 · supermarket shopping cart 1 · none 3", catalog.FieldStatus: "Not assessed 4 · Sanctioned 1",
		catalog.FieldRoute: "Hunchun–Quanhe–Wonjong–Rason 5", catalog.FieldSource: "Swallow 4 · Magpie 1", catalog.FieldCaption: "Boxes at the gate 1 · none 4",
		catalog.FieldDate: "3 July 2023: 1 · none 4", catalog.FieldPlace: "Quanhe–Wonjong-ri 1 · none 4", catalog.FieldKind: "scene 1 · none 4",
		catalog.FieldStage: "customs 1 · none 4", catalog.FieldMadeIn: "China 1 · none 4", catalog.FieldDirection: "Into the DPRK 1 · none 4",
	} {
		if got := f.batchField(of).counts.Text; got != want {
			t.Errorf("%s: %q, want %q", of, got, want)
		}
	}
	many := catalog.FieldValues{More: 2}
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		many.List = append(many.List, catalog.Value{Label: name, Count: 2})
	}
	if got := valuesLine(f.words, catalog.FieldCredit, many); got != "a 2 · b 2 · c 2 · d 2 · and 3 more" {
		t.Errorf("a long tail is %q", got)
	}
}

// Every way of every field changes what it should, as many photos as was foreseen,
// in one step that one undo takes back.
func TestBatchWaysOfAllFields(t *testing.T) {
	f := batched(t, 4)
	own := func(p catalog.Photo, of catalog.Field) string {
		seen := func(value func(o catalog.Observation) string) string {
			var all []string
			for _, o := range p.Observations {
				all = append(all, value(o))
			}
			return strings.Join(all, ",")
		}
		switch of {
		case catalog.FieldItem:
			return seen(func(o catalog.Observation) string { return o.ItemName })
		case catalog.FieldStatus:
			return seen(func(o catalog.Observation) string { return string(o.Status()) })
		case catalog.FieldDirection:
			return seen(func(o catalog.Observation) string { return string(o.Direction) })
		case catalog.FieldStage:
			return seen(func(o catalog.Observation) string { return string(o.Stage) })
		case catalog.FieldPackaging:
			return seen(func(o catalog.Observation) string { return string(o.Packaging) })
		case catalog.FieldMadeIn:
			return seen(func(o catalog.Observation) string { return o.MadeIn })
		case catalog.FieldRoute:
			return p.RouteName
		case catalog.FieldSource:
			return p.SourceName
		case catalog.FieldCaption:
			return p.Caption
		case catalog.FieldNote:
			return p.Note
		case catalog.FieldCredit:
			return p.Credit.Value
		case catalog.FieldKind:
			return string(p.Kind)
		case catalog.FieldDate:
			if p.Date != nil {
				return p.Date.EDTF
			}
		case catalog.FieldPlace:
			if p.Where != nil {
				return p.Where.Nearest.Names.Label()
			}
		}
		return ""
	}
	tests := []struct {
		of   catalog.Field
		way  way
		text string
		want [3]string // of the photos 1 to 3
		n    int       // photos that change
	}{
		{catalog.FieldItem, add, "shopping cart", [3]string{"supermarket shopping cart", "ceramic tile,supermarket shopping cart", "supermarket shopping cart"}, 3},
		{catalog.FieldItem, set, "shopping cart", [3]string{"supermarket shopping cart", "supermarket shopping cart", "supermarket shopping cart"}, 3},
		{catalog.FieldItem, remove, "ceramic tile", [3]string{"supermarket shopping cart", "", ""}, 1},
		{catalog.FieldItem, clean, "", [3]string{"", "", ""}, 2},
		{catalog.FieldStatus, set, "Suspected", [3]string{"suspected", "suspected", "suspected"}, 4},
		{catalog.FieldStatus, clean, "", [3]string{"not-assessed", "not-assessed", ""}, 1},
		{catalog.FieldDirection, set, "Out of the DPRK", [3]string{"out", "out", ""}, 2},
		{catalog.FieldDirection, clean, "", [3]string{"", "", ""}, 1},
		{catalog.FieldStage, set, "warehouse", [3]string{"warehouse", "warehouse", ""}, 2},
		{catalog.FieldStage, clean, "", [3]string{"", "", ""}, 1},
		{catalog.FieldPackaging, set, "not packed", [3]string{"unpacked", "unpacked", ""}, 2},
		{catalog.FieldPackaging, clean, "", [3]string{"", "", ""}, 1},
		{catalog.FieldMadeIn, set, "jp", [3]string{"JP", "JP", ""}, 2},
		{catalog.FieldMadeIn, clean, "", [3]string{"", "", ""}, 1},
		{catalog.FieldRoute, set, "Dandong–Sinuiju", [3]string{"Dandong–Sinuiju", "Dandong–Sinuiju", "Dandong–Sinuiju"}, 4},
		{catalog.FieldPlace, set, "취안허", [3]string{"Quanhe–Wonjong-ri", "Quanhe–Wonjong-ri", "Quanhe–Wonjong-ri"}, 4},
		{catalog.FieldPlace, clean, "", [3]string{"", "", ""}, 1},
		{catalog.FieldDate, set, "2023년 7월", [3]string{"2023-07", "2023-07", "2023-07"}, 4},
		{catalog.FieldDate, clean, "", [3]string{"", "", ""}, 1},
		{catalog.FieldKind, set, "video frame", [3]string{"video-frame", "video-frame", "video-frame"}, 4},
		{catalog.FieldKind, clean, "", [3]string{"", "", ""}, 1},
		{catalog.FieldSource, set, "Magpie", [3]string{"Magpie", "Magpie", "Magpie"}, 3},
		{catalog.FieldSource, clean, "", [3]string{"Swallow", "Swallow", "Swallow"}, 1},
		{catalog.FieldCaption, set, "Boxes", [3]string{"Boxes", "Boxes", "Boxes"}, 4},
		{catalog.FieldCaption, add, "in rain", [3]string{"Boxes at the gate in rain", "in rain", "in rain"}, 4},
		{catalog.FieldCaption, remove, "at the gate", [3]string{"Boxes", "", ""}, 1},
		{catalog.FieldCaption, clean, "", [3]string{"", "", ""}, 1},
		{catalog.FieldNote, set, "seen twice", [3]string{"seen twice", "seen twice", "seen twice"}, 3},
		{catalog.FieldNote, add, "ask again", [3]string{"seen twice\nask again", "ask again", "ask again"}, 4},
		{catalog.FieldNote, remove, "twice", [3]string{"seen", "", ""}, 1},
		{catalog.FieldNote, clean, "", [3]string{"", "", ""}, 1},
		{catalog.FieldCredit, set, "Herald", [3]string{"Herald", "Herald", "Herald"}, 4},
		{catalog.FieldCredit, add, "/ Herald", [3]string{"Agency / Herald", "/ Herald", "/ Herald"}, 4},
		{catalog.FieldCredit, remove, "Agency", [3]string{"Daily Paper", "Daily Paper", "Daily Paper"}, 1},
		{catalog.FieldCredit, clean, "", [3]string{"Daily Paper", "Daily Paper", "Daily Paper"}, 1},
	}
	tried := map[catalog.Field][]way{}
	for _, c := range tests {
		tried[c.of] = append(tried[c.of], c.way)
		name := string(c.of) + " " + string(c.way)
		f.steps = nil
		if c.text != "" {
			f.say(c.of, c.text)
			if got := f.batchField(c.of).way(); got != f.batchField(c.of).ways[1] {
				t.Errorf("%s: typing chooses %q", name, got)
			}
		}
		f.batchField(c.of).choose(c.way)
		foreseen := f.foreseenText()
		want := map[bool]string{true: f.words.T("batch.all", "n", 4), false: f.words.N("batch.some", c.n, "of", 4, "rest", 4-c.n)}[c.n == 4]
		if foreseen != want {
			t.Errorf("%s: it says %q, want %q", name, foreseen, want)
		}
		f.written()
		for i, want := range c.want {
			if got := own(f.photo(catalog.PhotoID(i+1)), c.of); got != want {
				t.Errorf("%s: photo %d has %q, want %q", name, i+1, got, want)
			}
		}
		if len(f.steps) != 1 || f.steps[0].Touched != c.n || len(f.errors) > 0 {
			t.Fatalf("%s: %+v, %v", name, f.steps, f.errors)
		}
		if f.batchField(c.of).way() != leave || !f.batchField(c.of).input.empty() {
			t.Errorf("%s: it is not left alone afterwards", name)
		}
		if _, err := f.store.Undo(t.Context(), "AB"); err != nil {
			t.Fatal(err)
		}
	}
	for _, field := range f.batch.fields {
		for _, w := range field.ways[1:] {
			if !slices.Contains(tried[field.of], w) && !(field.of == catalog.FieldRoute && w == clean) {
				t.Errorf("%s %s was not tried", field.of, w)
			}
		}
	}
}

// Several fields are one step, by Ctrl+Enter from where one types; what names no
// value, or none that can be, is said and not written.
func TestBatchManyFieldsAreOneStep(t *testing.T) {
	f := batched(t, 3)
	said := ""
	f.OnSay = func(text string) { said = text }
	f.say(catalog.FieldItem, "refrigerator")
	f.say(catalog.FieldItem, "창고에서 새로 본 아주 긴 이름의 품목")
	f.say(catalog.FieldStage, "warehouse")
	f.batchField(catalog.FieldCaption).choose(set)
	if got := f.foreseenText(); got != "Caption: say what it becomes, or choose “leave”." || !f.batch.apply.Disabled() {
		t.Errorf("without a caption it says %q", got)
	}
	f.written()
	if len(f.store.edits) != 0 || f.window.Canvas().Focused() != f.batchField(catalog.FieldCaption).input.focus() {
		t.Error("what lacks a value was written, or is not shown")
	}
	f.say(catalog.FieldCaption, "창고")
	f.say(catalog.FieldMadeIn, "Atlantis")
	if got := f.foreseenText(); !strings.Contains(got, "ATLANTIS") || !f.batch.apply.Disabled() {
		t.Errorf("of no country it says %q", got)
	}
	f.batchField(catalog.FieldMadeIn).reset()
	if got := f.foreseenText(); got != "All 3 photos change." || f.batch.apply.Text != "Change 3 photos" {
		t.Errorf("it says %q on %q", got, f.batch.apply.Text)
	}
	prose := f.batchField(catalog.FieldCaption).input.(*batchProse)
	prose.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	f.ui.Until(t, "the writing", func() bool { return !f.batch.writing && !f.Busy() && len(f.steps) == 1 })
	f.ui.Until(t, "the word", func() bool { return said == "3 photos changed." })
	for _, id := range count(1, 3) {
		if p := f.photo(id); p.Caption != "창고" || len(p.Observations) != map[catalog.PhotoID]int{1: 3, 2: 3, 3: 2}[id] || p.Observations[len(p.Observations)-1].Stage != catalog.StageWarehouse {
			t.Errorf("%v: %q, %d goods", id, p.Caption, len(p.Observations))
		}
	}
	if p := f.photo(1); p.Observations[0].Stage != catalog.StageCustoms {
		t.Errorf("goods that were not named are at %q", p.Observations[0].Stage)
	}
}

// previews is a store whose answers wait until they are let go.
type previews struct {
	*watched
	asked chan catalog.Edit
	let   chan int
}

func (p *previews) Preview(ctx context.Context, e catalog.Edit) (int, error) {
	p.asked <- e
	return <-p.let, nil // even when nobody waits any more
}

func TestBatchOlderPreviewNeverOverwrites(t *testing.T) {
	f := batched(t, 3)
	slow := &previews{watched: f.store, asked: make(chan catalog.Edit, 9), let: make(chan int, 9)}
	f.View.store = slow
	f.batchField(catalog.FieldStatus).choose(clean)
	<-slow.asked
	f.batchField(catalog.FieldStage).choose(clean)
	<-slow.asked
	slow.let <- 1
	slow.let <- 1
	f.batch.reset()
	f.batchField(catalog.FieldStage).choose(clean)
	<-slow.asked
	ran := false
	f.tasks.Post(func() { ran = true })
	f.ui.Until(t, "the older answers", func() bool { return ran })
	if f.batch.preview.Text != f.words.T("batch.counting") || !f.batch.apply.Disabled() {
		t.Errorf("an older answer says %q", f.batch.preview.Text)
	}
	slow.let <- 2
	if got := f.foreseenText(); got != "2 of 3 photos change; 1 are so already." {
		t.Errorf("it says %q", got)
	}
}

// What takes long shows a bar and can be stopped, and then nothing has changed.
func TestBatchCanBeStopped(t *testing.T) {
	f := batched(t, 3)
	said := ""
	f.OnSay = func(text string) { said = text }
	gate := make(chan struct{})
	f.store.set(func() { f.store.gate = gate })
	f.say(catalog.FieldNote, "x")
	f.foreseenText()
	f.batch.submit()
	f.ui.Until(t, "the bar", func() bool { return f.batch.working.Visible() && f.batch.cancel.Visible() })
	if f.window.Canvas().Focused() != fyne.Focusable(f.batch.cancel) {
		t.Error("the keyboard is not at the button that stops")
	}
	key(f.batch.cancel, fyne.KeyEscape)
	f.ui.Until(t, "the end", func() bool { return !f.batch.writing })
	if said != "Stopped. Nothing was changed." || len(f.steps) != 0 || f.photo(3).Note != "" || f.batch.working.Visible() || len(f.errors) > 0 {
		t.Errorf("it says %q: %v, %q, %v", said, f.steps, f.photo(3).Note, f.errors)
	}
	if f.batchField(catalog.FieldNote).way() != set {
		t.Error("what was chosen is gone")
	}
}

// The keys of single fields lead into the panel, Tab goes through it, and other
// selections keep what was chosen.
func TestBatchByKeyboard(t *testing.T) {
	f := batched(t, 4)
	left := 0
	f.OnLeave = func() { left++ }
	canvas := f.window.Canvas()
	f.FocusCaption()
	caption := f.batchField(catalog.FieldCaption)
	if canvas.Focused() != caption.input.focus() {
		t.Fatalf("%T has the keyboard", canvas.Focused())
	}
	canvas.FocusPrevious()
	if canvas.Focused() != fyne.Focusable(caption.choice) {
		t.Errorf("before the text the keyboard is at %T", canvas.Focused())
	}
	key(caption.choice, fyne.KeyEscape)
	if left != 1 {
		t.Error("Escape does not lead back to the photos")
	}
	f.FocusRoute()
	entry := canvas.Focused().(*widgets.CompleteEntry)
	test.Type(entry, "Dandong")
	entry.CloseOptions()
	f.Show(count(1, 1))
	if f.BatchOpen() || !f.ids1() {
		t.Error("the panel stays for one photo")
	}
	f.Show(count(1, 3))
	f.ui.Until(t, "other values", func() bool { return f.batch.values.Photos == 3 })
	if !f.BatchOpen() || f.batchField(catalog.FieldRoute).way() != set || f.batch.title.Text != "Edit 3 photos together" {
		t.Error("with other photos what was chosen is gone")
	}
	f.CloseBatch()
	if f.BatchOpen() || !f.scroll.Visible() || f.batchField(catalog.FieldRoute).way() != leave {
		t.Error("the panel is not closed")
	}
}

// ids1 tells whether one photo is selected.
func (f *fixture) ids1() bool { return len(f.ids) == 1 }
