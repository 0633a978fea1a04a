package app

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/app/apptest"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

func containsAll(text string, parts ...string) bool {
	return !slices.ContainsFunc(parts, func(p string) bool { return !strings.Contains(text, p) })
}

func TestSearch(t *testing.T) {
	d := deskWithFew(t)
	for _, c := range []struct {
		query, count string
		found        int
	}{
		{"item:냉장고", "1 of 3", 1},
		{"-item:refrigerator", "2 of 3", 2},
		{"", "3 photos", 3},
		{"date:2023-07-02", "3 of 3", 3},
	} {
		d.look(c.query)
		d.until(c.query+" finds "+c.count, func() bool { return d.session.search.count.Text == c.count && d.found() == c.found })
		if !d.session.search.problem.Hidden {
			t.Errorf("%q is called wrong: %s", c.query, d.session.search.problem.Text)
		}
	}
}

func TestWrongSearchIsExplainedInPlace(t *testing.T) {
	d := deskWithFew(t)
	problem := d.session.search.problem
	for query, parts := range map[string][]string{
		"colour:red":     {"colour", "character 1"},
		"item:nosuch":    {"nosuch", "called"},
		"status:fine":    {"fine", "sanctioned"},
		`refrig "to the`: {"quotation", "8"},
	} {
		d.look(query)
		d.until(query+" is explained", func() bool { return !problem.Hidden && containsAll(problem.Text, parts...) })
		if d.session.search.entry.Text != query {
			t.Errorf("%q became %q", query, d.session.search.entry.Text)
		}
	}
	if d.messages.shown() != "" {
		t.Errorf("it is told twice: %s", d.messages.shown())
	}
	test.Tap(d.session.search.clear)
	d.until("all photos are back", func() bool { return problem.Hidden && d.session.search.count.Text == "3 photos" })
}

func TestNothingFoundSaysWhatStandsInTheWay(t *testing.T) {
	d := deskWithFew(t)
	d.look("item:refrigerator status:sanctioned")
	d.until("the links are there", func() bool {
		return d.found() == 0 && slices.Equal(d.ways(), []string{"Without status:sanctioned there is 1."})
	})
	d.look("item:refrigerator status:sanctioned no:item")
	d.until("nothing less than all of it helps", func() bool { return slices.Equal(d.ways(), []string{"Without any condition there are 3."}) })
	d.look("item:refrigerator no:item")
	d.until("the best comes first", func() bool {
		return slices.Equal(d.ways(), []string{"Without item:refrigerator there are 2.", "Without no:item there is 1."})
	})
	d.look("item:refrigerator status:sanctioned")
	d.until("the link is there", func() bool { return slices.Equal(d.ways(), []string{"Without status:sanctioned there is 1."}) })
	d.tapWay("Without status:sanctioned there is 1.")
	d.until("the condition is gone", func() bool { return d.found() == 1 && d.session.search.entry.Text == "item:refrigerator" })
	if len(d.ways()) > 0 {
		t.Error("the links stay when photos are found")
	}
	d.look("type:heic")
	d.until("the only condition is named", func() bool { return slices.Equal(d.ways(), []string{"Without type:heic there are 3."}) })
}

// links are those that the gallery shows without photos.
func (d *desk) links() (links []*widget.Hyperlink) {
	for _, o := range test.LaidOutObjects(d.session.gallery.Object()) {
		if l, ok := o.(*widget.Hyperlink); ok && l.Visible() {
			links = append(links, l)
		}
	}
	return links
}

func (d *desk) ways() (texts []string) {
	for _, l := range d.links() {
		texts = append(texts, l.Text)
	}
	return texts
}

func (d *desk) tapWay(text string) {
	for _, l := range d.links() {
		if l.Text == text {
			l.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // as a click does
		}
	}
}

func TestFilterPickChangesTheSearch(t *testing.T) {
	d := deskWithFew(t)
	term := catalog.Term{Field: catalog.FieldBatch, Value: "first"}
	d.session.filters.OnQuery(catalog.Query{}.WithRole(term, catalog.RoleAny))
	if got := d.session.search.entry.Text; got != "batch:first" {
		t.Errorf("the search is %q", got)
	}
	d.until("all are found", func() bool { return d.session.search.count.Text == "3 of 3" })
	d.session.filters.OnQuery(catalog.Query{})
	d.until("the condition is gone", func() bool { return d.session.search.entry.Text == "" && d.session.search.count.Text == "3 photos" })
}

func TestUndoAndRedoFromTheMenu(t *testing.T) {
	d := deskWithFew(t)
	d.look("item:refrigerator")
	d.until("one is found", func() bool { return d.found() == 1 })
	d.session.gallery.Focus()
	undo := "Undo: Changed 1 photo: added household refrigerator"
	if got := d.session.status.undo.Text; got != undo {
		t.Errorf("the status bar offers %q", got)
	}
	d.menu(undo)
	d.until("the tag is gone", func() bool { return d.found() == 0 && d.session.redo != nil })
	d.menu("Redo: Changed 1 photo: added household refrigerator")
	d.until("the tag is back", func() bool { return d.found() == 1 && d.session.redo == nil })
}

func TestUndoBelongsToATextFieldFirst(t *testing.T) {
	d := deskWithFew(t)
	d.menu("Find")
	entry := d.session.search.entry
	test.Type(entry, "steel")
	head := d.session.changes.head
	d.item(d.win.MainMenu().Items[1].Items[0].Label).Action()
	if entry.Text == "steel" {
		t.Error("the text is still there")
	}
	d.drain()
	if now, err := d.session.catalogue.Head(t.Context()); err != nil || now != head {
		t.Errorf("the catalogue is at step %d, want %d, %v", now, head, err)
	}
	entry.SetText("")
	d.win.MainMenu().Items[1].Items[0].Action()
	d.until("an empty field leaves it to the catalogue", func() bool { return d.session.redo != nil })
}

func TestChangesBesideAreNoticed(t *testing.T) {
	d := deskWithFew(t)
	d.session.gallery.Select([]catalog.PhotoID{1, 3})
	d.beside(func(ctx context.Context, c *workspace.Catalogue) error {
		status := catalog.Sanctioned
		_, err := c.Apply(ctx, catalog.Edit{Photos: []catalog.PhotoID{2}, Status: &status})
		return err
	})
	d.look("status:sanctioned")
	d.until("it is found", func() bool { return d.session.search.count.Text == "1 of 3" && d.found() == 1 })
	d.look("")
	d.until("all are found", func() bool { return d.found() == 3 })
}

func TestSelectionStaysWhenPhotosChange(t *testing.T) {
	d := deskWithFew(t)
	d.session.gallery.Select([]catalog.PhotoID{1, 3})
	d.session.results.again()
	d.until("it was asked again", func() bool { return d.session.results.listed == 3 })
	if got := d.session.gallery.Selected(); !slices.Equal(got, []catalog.PhotoID{1, 3}) {
		t.Errorf("selected is %v", got)
	}
	if got := d.session.status.selected.Text; got != "2 selected" {
		t.Errorf("the status bar says %q", got)
	}
}

func TestDroppedFilesOpenTheImportSheet(t *testing.T) {
	d := newDesk(t)
	files := apptest.Samples(t, "IMG_20230702_112745.jpg")
	d.HandleDropped([]fyne.URI{storage.NewFileURI(files)})
	if !containsAll(d.messages.shown(), "catalogue first") {
		t.Errorf("without a catalogue it says %q", d.messages.shown())
	}
	d.HandleDropped([]fyne.URI{storage.NewFileURI(fewCatalogue(t))})
	d.until("a dropped catalogue is opened", func() bool { return d.session != nil && d.found() == 3 })
	d.HandleDropped([]fyne.URI{storage.NewFileURI(files)})
	if !d.session.transfer.Open() {
		t.Fatal("there is no sheet")
	}
	d.until("the files are counted", func() bool {
		d.enter()
		return d.session.transfer.Busy()
	})
	d.until("the import is done and shown", func() bool { return !d.session.transfer.Busy() && d.found() == 4 })
}

func TestLeavingAsksWhileAnImportRuns(t *testing.T) {
	d := deskWithFew(t)
	d.HandleDropped([]fyne.URI{storage.NewFileURI(apptest.Samples(t, "IMG_20230702_112745.jpg"))})
	d.until("the import runs", func() bool {
		d.enter()
		return d.session.transfer.Busy()
	})
	d.leave(d.quit)
	if d.win.Canvas().Overlays().Top() == nil || d.quits != 0 {
		t.Fatal("it does not ask")
	}
	tapButton(t, d, "Stop and close")
	d.until("the program ends", func() bool { return d.quits == 1 && d.session == nil })
}

// escape presses Escape as the window's driver does: where the keyboard is, or
// for the whole window.
func (d *desk) escape() {
	key := &fyne.KeyEvent{Name: fyne.KeyEscape}
	if f := d.win.Canvas().Focused(); f != nil {
		f.TypedKey(key)
	} else {
		d.win.Canvas().OnTypedKey()(key)
	}
}

// tapButton taps the button of that text in what lies over the window.
func tapButton(t *testing.T, d *desk, text string) {
	t.Helper()
	for _, overlay := range d.win.Canvas().Overlays().List() {
		for _, o := range test.LaidOutObjects(overlay) {
			if b, ok := o.(interface {
				fyne.Tappable
				AccessibilityLabel() string
			}); ok && b.AccessibilityLabel() == text {
				b.Tapped(nil)
				return
			}
		}
	}
	t.Fatalf("there is no button %q", text)
}
