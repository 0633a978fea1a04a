package inspector

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/app/apptest"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

func TestTypedDates(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	f.show(1)
	for _, c := range []struct{ typed, edtf, words, bounds string }{
		{"early July 2023", "[2023-07-01~..2023-07-10~]", "early July 2023", "1 July 2023, 00:00 – 10 July 2023, 23:59"},
		{"2023-07-03 ca.", "2023-07-03~", "about 3 July 2023", "3 July 2023, 00:00 – 3 July 2023, 23:59"},
		{"3 July 2023 14:05 +09:00", "2023-07-03T14:05:00+09:00", "3 July 2023, 14:05 (+09:00)", "3 July 2023, 14:05"},
		{"between 1 and 10 July 2023", "[2023-07-01..2023-07-10]", "between 1 and 10 July 2023", "1 July 2023, 00:00 – 10 July 2023, 23:59"},
		{"2023년 7월 초", "[2023-07-01~..2023-07-10~]", "early July 2023", "1 July 2023, 00:00 – 10 July 2023, 23:59"},
		{"2023年7月上旬", "[2023-07-01~..2023-07-10~]", "early July 2023", "1 July 2023, 00:00 – 10 July 2023, 23:59"},
	} {
		f.when.entry.save("")
		f.settle()
		f.FocusDate()
		test.Type(f.when.entry.input, c.typed)
		if got := f.when.entry.preview; !got.Visible() || got.Text != c.words+" · "+c.edtf+" · "+c.bounds {
			t.Errorf("%q is previewed as %q", c.typed, got.Text)
		}
		key(f.when.entry.input, fyne.KeyReturn)
		f.settle()
		p := f.photo(1)
		if p.Date == nil || p.Date.EDTF != c.edtf || p.Date.Origin != catalog.OriginEditor {
			t.Errorf("%q is saved as %+v", c.typed, p.Date)
		}
		if f.when.date.Text != c.words || f.when.entry.preview.Visible() || f.when.entry.entry.Text != c.typed {
			t.Errorf("after saving %q it says %q, preview %q", c.typed, f.when.date.Text, f.when.entry.preview.Text)
		}
	}
}

func TestDateThatIsNotUnderstood(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	f.show(1)
	f.FocusDate()
	test.Type(f.when.entry.input, "32 July 2023")
	preview := f.when.entry.preview
	if !strings.Contains(preview.Text, "“32” (character 1)") || preview.Importance != widget.WarningImportance {
		t.Errorf("while typing it says %q", preview.Text)
	}
	key(f.when.entry.input, fyne.KeyReturn)
	f.ui.Until(t, "the refusal", func() bool { return preview.Importance == widget.DangerImportance })
	if f.when.entry.entry.Text != "32 July 2023" || f.store.applied() != 0 || len(f.errors) != 0 {
		t.Errorf("%q stands there, %d edits, errors %v", f.when.entry.entry.Text, f.store.applied(), f.errors)
	}
	f.show(2)
	if f.when.entry.entry.Text != "" || preview.Visible() {
		t.Errorf("the next photo shows %q and %q", f.when.entry.entry.Text, preview.Text)
	}
	f.show(1)
	if f.when.entry.entry.Text != "32 July 2023" || !preview.Visible() {
		t.Errorf("what was typed is %q with %q", f.when.entry.entry.Text, preview.Text)
	}
	key(f.when.entry.input, fyne.KeyEscape)
	if f.when.entry.entry.Text != "" || preview.Visible() {
		t.Errorf("Escape leaves %q with %q", f.when.entry.entry.Text, preview.Text)
	}
}

// An empty text takes the editor's word back, and the files' counts again.
func TestDateIsTakenBack(t *testing.T) {
	f := newFixture(t, newSamples(t, byPhone))
	f.show(1)
	before := f.photo(1).Date.EDTF
	f.edit(catalog.Edit{Photos: count(1, 1), Statements: []catalog.Statement{{Property: catalog.PropTaken, Raw: "2021", Value: "2021"}}})
	f.Changed(count(1, 1))
	f.settle()
	if f.when.date.Text != "2021" || f.when.origin.Text == "" || f.when.entry.entry.Text != "2021" || !f.when.entry.erase.Visible() {
		t.Errorf("said is %q, %q in the entry", f.when.date.Text, f.when.entry.entry.Text)
	}
	f.FocusDate()
	f.when.entry.entry.SetText("")
	if !strings.Contains(f.when.entry.preview.Text, "takes your word back") {
		t.Errorf("the preview says %q", f.when.entry.preview.Text)
	}
	key(f.when.entry.input, fyne.KeyReturn)
	f.settle()
	if got := f.photo(1).Date; got.EDTF != before || f.when.entry.erase.Visible() {
		t.Errorf("the date is %+v", got)
	}
	if _, err := f.store.Undo(t.Context(), "AB"); err != nil {
		t.Fatal(err)
	}
	f.Changed(count(1, 1))
	f.settle()
	if f.when.date.Text != "2021" || f.when.entry.entry.Text != "2021" {
		t.Errorf("after undo it says %q and %q", f.when.date.Text, f.when.entry.entry.Text)
	}
}

// contradicted makes a catalogue of one sample whose batch says another year.
func contradicted(t *testing.T) *workspace.Catalogue {
	t.Helper()
	c := apptest.Catalogue(t)
	in := intake()
	in.Taken = "2024-07"
	apptest.Import(t, c, in, apptest.Samples(t, "20230702_091204.jpg"))
	return c
}

func TestContradictingDatesStandSideBySide(t *testing.T) {
	f := newFixture(t, contradicted(t))
	f.show(1)
	said := f.when.claims.said
	if len(said.conflicts) != 1 || said.conflicts[0].followed.text != "EXIF: 2 July 2023, 09:12 (+08:00)" || said.conflicts[0].other.text != "batch: July 2024" {
		t.Fatalf("said is %+v", said)
	}
	texts, links := textsIn(f.when.claims.box)
	for _, want := range []string{"followed", "contradicts it", "EXIF: 2 July 2023, 09:12 (+08:00)", "batch: July 2024"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not among %q", want, texts)
		}
	}
	if texts, _ := textsIn(f.alerts.list); len(texts) != 1 || !strings.HasPrefix(texts[0], "Two dates cannot both be right. ") || strings.Contains(texts[0], "EXIF") {
		t.Errorf("the warning is %q", texts)
	}
	if len(links) != 1 {
		t.Fatalf("there are %d links", len(links))
	}
	links[0].OnTapped()
	f.settle()
	if p := f.photo(1); p.Date.EDTF != "2024-07" || p.Date.Origin != catalog.OriginEditor || len(f.steps) != 1 {
		t.Errorf("taken over is %+v in %d steps", p.Date, len(f.steps))
	}
	if f.when.date.Text != "July 2024" || f.when.entry.entry.Text != "2024-07" {
		t.Errorf("it says %q, and %q in the entry", f.when.date.Text, f.when.entry.entry.Text)
	}
}

func TestClaimsAreLines(t *testing.T) {
	words := apptest.Words(t)
	claims := []catalog.Claim{
		{Origin: catalog.OriginExif, Property: catalog.PropTaken, Raw: "2000:01:01 00:00:00", Value: "2000-01-01T00:00:00"},
		{Origin: catalog.OriginExif, Property: catalog.PropDigitized, Raw: "2000:01:01 00:00:00", Value: "2000-01-01T00:00:00"},
		{Origin: catalog.OriginXMP, Property: catalog.PropTaken, Raw: "soon"},
		{Origin: catalog.OriginIPTC, Property: catalog.PropTaken, Raw: "20230703", Value: "2023-07-03"},
		{Origin: catalog.OriginFilename, Property: catalog.PropSaved, Raw: "1720512300", Value: "2024-07-09T08:05:00Z"},
		{Origin: catalog.OriginBatch, Property: catalog.PropTaken, Raw: "2023-07-03", Value: "2023-07-03"},
	}
	at := catalog.Circumstances{}
	a := workspace.Assessment{Chosen: catalog.Choose(claims, at), Claims: claims, Followed: catalog.Followed(claims, at)}
	if got := agreeing(words, &a); !slices.Equal(got, []string{"IPTC", "batch"}) {
		t.Errorf("agreeing are %v", got)
	}
	lines := aboutDates(words, &a).lines
	if len(lines) != 3 {
		t.Fatalf("there are %d lines: %+v", len(lines), lines)
	}
	if l := lines[0]; l.text != "EXIF: 1 January 2000, 00:00" || l.reason != words.Warning(catalog.WarnClock) || l.use != nil {
		t.Errorf("the wrong clock is %+v", l)
	}
	if l := lines[1]; !strings.Contains(l.text, "soon") || l.use != nil {
		t.Errorf("what is not understood is %+v", l)
	}
	if l := lines[2]; !strings.Contains(l.text, "saved 9 July 2024") || l.use == nil || l.use.Value != "[..2024-07-09]" {
		t.Errorf("the time of saving is %+v", l)
	}
}

func TestTakenAs(t *testing.T) {
	for _, c := range []struct {
		about       catalog.Property
		value, want string
	}{
		{catalog.PropTaken, "2023-07~", "2023-07~"},
		{catalog.PropDigitized, "2023-07-03T14:05:00", "2023-07-03T14:05:00"},
		{catalog.PropSaved, "2024-07-09T12:05:00Z", "[..2024-07-10]"}, // the clocks of Kiribati are there already
		{catalog.PropReceived, "2024-07-09", "[..2024-07-09]"},
		{catalog.PropModified, "2024-07-09T23:05:00", "[..2024-07-09]"},
	} {
		got := takenAs(catalog.Claim{Property: c.about, Value: c.value})
		if got == nil || got.Value != c.want || got.Check() != nil {
			t.Errorf("%s %s is taken as %+v, want %s", c.about, c.value, got, c.want)
		}
	}
	if got := takenAs(catalog.Claim{Property: catalog.PropSaved, Value: "2024-07-09/.."}); got != nil {
		t.Errorf("an open end is taken as %+v", got)
	}
}

// textsIn gathers the visible texts and links below an object.
func textsIn(o fyne.CanvasObject) (texts []string, links []*widget.Hyperlink) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			t, l := textsIn(child)
			texts, links = append(texts, t...), append(links, l...)
		}
	case *widget.Label:
		if o.Visible() {
			texts = append(texts, o.Text)
		}
	case *widget.Hyperlink:
		if o.Visible() {
			links = append(links, o)
		}
	}
	return texts, links
}
