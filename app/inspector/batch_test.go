package inspector

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/widgets"
	"waybill/catalog"
)

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
