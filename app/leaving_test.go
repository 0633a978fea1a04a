package app

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/app/apptest"
	"waybill/app/widgets"
	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// paintedCatalogue makes a catalogue of n tiny pictures.
func paintedCatalogue(t *testing.T, n int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Painted.waybill")
	if err := workspace.Create(t.Context(), dir, assets.Vocabulary, "HK"); err != nil {
		t.Fatal(err)
	}
	c, err := workspace.OpenSession(t.Context(), dir, "test")
	if err != nil {
		t.Fatal(err)
	}
	apptest.Import(t, c, catalog.Intake{Name: "painted"}, apptest.PNGs(t, n))
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

// kept reads what the catalogue keeps about its window, as another program does.
func kept(t *testing.T, dir string) lastView {
	t.Helper()
	c, err := workspace.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	v := readLastView(t.Context(), c)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	return v
}

// arrange changes everything about a window that a catalogue remembers.
func arrange(d *desk) {
	s := d.session
	d.win.Resize(fyne.NewSize(1000, 640))
	d.menu("Filters")
	s.panes.right.(*fyne.Container).Objects[1].(*widgets.Divider).OnMove(-60)
	s.search.setSort(catalog.SortName)
	d.menu("Time or name below pictures")
	s.search.size.SetValue(288)
	d.look("type:png")
	d.until("all are found", func() bool { return d.found() == 60 })
	s.setGrouping(catalog.GroupBatch)
	d.until("they are in groups", func() bool { return s.results.listed == 60 })
	s.gallery.Select([]catalog.PhotoID{50})
	d.drain()
}

func TestCatalogueOpensAsItWasLeft(t *testing.T) {
	d := newDesk(t)
	dir := paintedCatalogue(t, 60)
	d.OpenCatalogue(dir)
	d.until("all are listed", func() bool { return d.session != nil && d.session.results.listed == 60 })
	arrange(d)
	left := d.session.view()
	want := lastView{
		width: 1000, height: 640, leftHidden: true, rightWidth: 348, sort: catalog.SortName, grouping: catalog.GroupBatch, cell: 288,
		query: "type:png", photo: 50, top: left.top,
	}
	if left != want || left.top < 2 || left.top > 50 {
		t.Fatalf("it was left as %+v, want %+v", left, want)
	}
	d.menu("Close catalogue")
	d.until("it is closed", func() bool { return d.session == nil })
	<-d.closed
	if got := kept(t, dir); got != left {
		t.Errorf("the catalogue keeps %+v", got)
	}
	d.win.Resize(startSize)
	d.OpenCatalogue(dir)
	d.until("it is as it was", func() bool { return d.session != nil && d.session.results.listed == 60 && d.session.view() == left })
	if got := d.session.gallery.Selected(); !slices.Equal(got, []catalog.PhotoID{50}) {
		t.Errorf("selected is %v", got)
	}
	d.until("the last step is known", func() bool { return d.session.undo != nil })
	if d.session.undo.Action != catalog.ActionImport {
		t.Errorf("to look around is a step: %+v", d.session.undo)
	}
}

func TestWhatIsLeftIsKeptWithoutClosing(t *testing.T) {
	d := deskWithFew(t)
	dir := d.session.catalogue.Dir()
	d.menu("Larger pictures")
	d.until("it is kept while the window is open", func() bool {
		d.session.changes.stepped()
		return kept(t, dir).cell == defaultCell+stepCell
	})
}

func TestEveryPageOpensAgain(t *testing.T) {
	d := deskWithFew(t)
	dir := d.session.catalogue.Dir()
	for name, go_ := range map[string]func(){
		"versions":   func() { d.session.compare() },
		"loupe":      func() { d.session.look(2) },
		"law":        func() { d.session.toggleLaw() },
		"vocabulary": func() { d.session.showVocabulary() },
	} {
		go_()
		page := d.session.page
		d.menu("Close catalogue")
		d.until("it is closed", func() bool { return d.session == nil })
		d.OpenCatalogue(dir)
		d.until(name+" is open again", func() bool { return d.session != nil && d.session.page == page && d.session.results.listed == 3 })
		if id, _ := d.session.loupe.Shown(); name == "loupe" && id != 2 {
			t.Errorf("the loupe shows %d", id)
		}
	}
}

// A photo that was removed, and a query that is damaged, keep nobody out.
func TestOldPlaceThatIsGone(t *testing.T) {
	d := newDesk(t)
	dir := fewCatalogue(t)
	c, err := workspace.OpenSession(t.Context(), dir, "test")
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf(`{"page":"loupe","photo":%d,"top":4711,"query":"item:\"","sort":"name"}`, catalog.MaxPhotos)
	if err := c.SetViewState(t.Context(), viewName, text); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	d.OpenCatalogue(dir)
	d.until("the photos are shown", func() bool { return d.session != nil && d.session.results.listed == 3 })
	if v := d.session.view(); v.page != galleryPage || v.query != "" || v.photo != 0 || v.sort != catalog.SortName {
		t.Errorf("it opens as %+v", v)
	}
}
