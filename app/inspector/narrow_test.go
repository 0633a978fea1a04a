package inspector

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/app/apptest"
	"waybill/catalog"
)

func TestNarrow(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 2))
	long := strings.Repeat("훈춘에서라선으로가는아주긴이름", 12)
	f.edit(catalog.Edit{
		Photos: count(1, 1), NewItems: []string{long, strings.Repeat("珲春", 40), strings.Repeat("unbroken", 20)},
		Caption: &long, Note: &long, Credit: &long,
	})
	for _, ids := range [][]catalog.PhotoID{count(1, 1), count(1, 2)} {
		f.show(ids...)
		f.record.lists.OpenAll()
		f.window.Resize(fyne.NewSize(260, 800))
		f.relayout()
		if w := f.Object().MinSize().Width; w > 260 {
			t.Errorf("%d photos need %v pixels of width", len(ids), w)
		}
		if f.caption.entry.Size().Height < 60 {
			t.Errorf("a long caption has %v pixels of height", f.caption.entry.Size().Height)
		}
	}
}

// Contradictions with long names and two pictures fit beside one another.
func TestNarrowWithWarnings(t *testing.T) {
	c := apptest.Catalogue(t)
	lat, lon := 40.1, 124.39
	in := intake()
	in.Taken = "[2024-07-01~..2024-07-10~]"
	in.Place = catalog.Place{
		Latitude: &lat, Longitude: &lon, Precision: catalog.PrecisionExact, Name: strings.Repeat("압록강철교옆세관마당", 6) + strings.Repeat("unbroken", 8),
	}.Value()
	dir := apptest.Samples(t, byPhone)
	differs := withThumbnail(t, scene(640, 480, false), scene(160, 120, true), 6)
	if err := os.WriteFile(filepath.Join(dir, "differs.jpg"), differs, 0o600); err != nil {
		t.Fatal(err)
	}
	apptest.Import(t, c, in, dir)
	f := newFixture(t, c)
	for _, id := range count(1, 2) {
		f.show(id)
		if id == 2 {
			f.ui.Until(t, "the pictures", func() bool { return f.alerts.pair.box.Visible() })
		}
		f.window.Resize(fyne.NewSize(260, 800))
		f.relayout()
		if w := f.Object().MinSize().Width; w > 260 || !f.alerts.box.Visible() {
			t.Errorf("%v needs %v pixels of width; warnings: %v", id, w, f.alerts.box.Visible())
		}
	}
	if conflicts := len(f.when.claims.said.conflicts) + len(f.where.claims.said.conflicts); conflicts != 0 {
		t.Errorf("the second has %d contradictions", conflicts)
	}
}
