package transfer

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/widgets"
	"waybill/catalog"
)

// hint waits for what a field says below it.
func (f *fixture) hint(s *importSheet, name fieldName, want string) {
	f.t.Helper()
	f.until("the hint "+want, func() bool { return strings.Contains(s.form.fields[name].hint.Text, want) })
}

func TestImportSaysWhenAndWhere(t *testing.T) {
	f := newFixture(t)
	s := f.importSheet(apptest.PNGs(t, 2))
	f.typeInto(s.form.taken, "2023년 7월 초")
	if got := s.form.fields[fieldTaken].hint.Text; got != "early July 2023 · [2023-07-01~..2023-07-10~] · 1 July 2023, 00:00 – 10 July 2023, 23:59" {
		t.Errorf("the date is read as %q", got)
	}
	f.typeInto(s.form.place, "권하")
	s.form.place.CloseOptions()
	f.hint(s, fieldPlace, "Quanhe–Wonjong-ri crossing")
	f.run(s.start)
	photos, err := f.catalogue.Photos(t.Context(), []catalog.PhotoID{1, 2})
	if err != nil || len(photos) != 2 {
		t.Fatal(photos, err)
	}
	for _, p := range photos {
		if p.Date == nil || p.Date.EDTF != "[2023-07-01~..2023-07-10~]" || p.Where == nil || p.Where.Entry != "quanhe-wonjong" || p.Where.Origin != catalog.OriginBatch {
			t.Errorf("%v: %+v at %+v", p.ID, p.Date, p.Where)
		}
	}

	s = f.importSheet(apptest.PNGs(t, 3))
	if s.form.taken.Text != "[2023-07-01~..2023-07-10~]" || s.form.place.Text != "권하" {
		t.Errorf("the next one begins with %q and %q", s.form.taken.Text, s.form.place.Text)
	}
	s.form.taken.SetText("")
	f.run(s.start)
	if photos, err = f.catalogue.Photos(t.Context(), []catalog.PhotoID{3}); err != nil || photos[0].Where == nil || photos[0].Where.Entry != "quanhe-wonjong" || photos[0].Date != nil {
		t.Errorf("%+v, %v", photos, err)
	}
}

func TestImportTakesTheEntryThatWasChosen(t *testing.T) {
	f := newFixture(t)
	s := f.importSheet(apptest.PNGs(t, 1))
	f.typeInto(s.form.place, "나진")
	options := s.form.place.Options()
	at := slices.IndexFunc(options, func(o widgets.Option) bool { return o.Value.(catalog.Near).Entry == "port-rajin" })
	if at < 0 {
		t.Fatalf("offered are %v", options)
	}
	s.form.place.CloseOptions()
	s.form.choosePlace(options[at])
	f.run(s.start)
	batches, err := f.catalogue.Batches(t.Context())
	if err != nil || len(batches) != 1 {
		t.Fatal(batches, err)
	}
	if p, err := catalog.ParsePlace(batches[0].Place); err != nil || p.Entry != "port-rajin" || p.Name != options[at].Text || p.Latitude == nil {
		t.Errorf("the place is %+v, %v", p, err)
	}
}

func TestImportRefusesWhatItDoesNotUnderstand(t *testing.T) {
	for _, c := range []struct {
		name fieldName
		text string
		want string
	}{
		{fieldTaken, "32 July 2023", "“32” (character 1)"},
		{fieldPlace, "95.0, 130.5", "90"},
	} {
		f := newFixture(t)
		s := f.importSheet(apptest.PNGs(t, 1))
		f.typeInto(s.form.focusable(c.name), c.text)
		f.hint(s, c.name, c.want)
		test.Tap(s.start)
		f.until("the refusal", func() bool { return s.note.Visible() && !s.checked })
		if !s.form.fields[c.name].bad || !f.Open() || len(f.sums) > 0 || f.window.Canvas().Focused() != s.form.focusable(c.name) {
			t.Errorf("%q: open %v, the keyboard is on %T", c.text, f.Open(), f.window.Canvas().Focused())
		}
	}
}
