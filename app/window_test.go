package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	look "waybill/app/theme"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// desk is a window in a test. What it posts waits until the test's goroutine
// runs it.
type desk struct {
	*Window
	t     *testing.T
	queue *apptest.Queue
	quits int
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, queue: apptest.NewQueue()}
	folder := t.TempDir()
	d.Window = New(t.Context(), Options{
		App: apptest.App(t, look.ModeSystem, prefMode, prefText, prefLanguage, prefRecent, prefCodes), Words: apptest.Words(t), RecentFile: filepath.Join(t.TempDir(), "state", "recent.json"), Folder: folder,
		Post: d.queue.Post, Quit: func() { d.quits++ },
	})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
		d.win.Close() // else each change of theme would paint it again in later tests
	})
	return d
}

// long leaves a test that paints the whole window many times out of short runs:
// the race detector takes minutes for it.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("long")
	}
}

// drain runs what is posted now.
func (d *desk) drain() { d.queue.Drain() }

// until drains until something is so.
func (d *desk) until(what string, so func() bool) {
	d.t.Helper()
	reached := false
	defer func() {
		if !reached {
			d.t.Log(d.state())
		}
	}()
	d.queue.Until(d.t, what, func() bool { reached = so(); return reached })
}

// state describes the window for a test that failed.
func (d *desk) state() string {
	text := fmt.Sprintf("the message is %q", d.messages.shown())
	if s := d.session; s != nil {
		text += fmt.Sprintf(", the search %q with %q and the problem %q, %d photos are listed and %q selected",
			s.search.entry.Text, s.search.count.Text, s.search.problem.Text, s.results.listed, s.status.selected.Text)
	}
	return text
}

// few writes a catalogue of three photos with an editor: two of refrigerators
// and one of a street.
var few = apptest.Imported("HK", "first", "20230702_091204.jpg", "IMG_20230702_101530.jpg", "IMG_20230702_101744.jpg")

// fewCatalogue makes a catalogue of three photos, and gives its folder.
func fewCatalogue(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Few 훈춘.waybill")
	if err := few(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// deskOf is a desk for a part of a window that the test makes itself.
func deskOf(t *testing.T) *desk {
	t.Helper()
	return &desk{t: t, queue: apptest.NewQueue(), Window: &Window{messages: newDesk(t).messages}}
}

// deskWithFew is a window with a catalogue of three photos, of which the second
// is tagged as a refrigerator.
func deskWithFew(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	d.OpenCatalogue(fewCatalogue(t))
	d.until("three photos are shown", func() bool { return d.session != nil && d.session.search.count.Text == "3 photos" })
	d.beside(func(ctx context.Context, c *workspace.Catalogue) error {
		item, err := c.FindItem(ctx, "refrigerator")
		if err != nil {
			return err
		}
		_, err = c.Apply(ctx, catalog.Edit{Photos: []catalog.PhotoID{2}, AddItems: []catalog.ItemID{item}})
		return err
	})
	d.session.changes.stepped() // rather than wait for the next look
	d.until("the tag is noticed", func() bool { return d.session.undo != nil && d.session.undo.Action == catalog.ActionTag })
	return d
}

// beside changes the catalogue as another program does.
func (d *desk) beside(change func(context.Context, *workspace.Catalogue) error) {
	d.t.Helper()
	c, err := workspace.Open(d.t.Context(), d.session.catalogue.Dir())
	if err != nil {
		d.t.Fatal(err)
	}
	if err := errors.Join(change(d.t.Context(), c), c.Close()); err != nil {
		d.t.Fatal(err)
	}
}

// menu runs an entry of the menu, as its key would.
func (d *desk) menu(label string) {
	d.t.Helper()
	item := d.item(label)
	item.Action()
	d.drain()
}

func (d *desk) item(label string) *fyne.MenuItem {
	d.t.Helper()
	for _, menu := range d.win.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Label == label {
				return item
			}
		}
	}
	d.t.Fatalf("the menu has no %q", label)
	return nil
}

// look searches for a text as its user would.
func (d *desk) look(text string) {
	d.menu("Find")
	d.session.search.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) // what Find selected
	test.Type(d.session.search.entry, text)
	d.session.search.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// enter presses Enter where the keyboard is.
func (d *desk) enter() {
	if f := d.win.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}

// found tells how many photos the gallery lists now.
func (d *desk) found() int {
	before := d.session.gallery.Selected()
	d.session.gallery.SelectAll()
	n := d.session.gallery.SelectedCount()
	d.session.gallery.Select(before)
	return n
}

func TestWelcomeLeadsIntoNewCatalogue(t *testing.T) {
	d := newDesk(t)
	dir := filepath.Join(d.folder, "New.waybill")
	d.CreateCatalogue(dir)
	d.until("the new catalogue is open", func() bool { return d.session != nil })
	if got := d.win.Title(); got != "New — Waybill" {
		t.Errorf("the title is %q", got)
	}
	d.until("it asks for initials", func() bool { return d.session.initials.whole.Visible() })
	test.Type(d.session.initials.entry, "HK")
	d.session.initials.save()
	d.until("the initials are stored", func() bool {
		name, err := d.session.catalogue.Editor(t.Context())
		return err == nil && name == "HK"
	})
	d.menu("Close catalogue")
	d.until("the welcome screen is back", func() bool { return d.session == nil && len(d.listed) == 1 })
	d.OpenCatalogue(d.listed[0].path)
	d.until("it is open again", func() bool { return d.session != nil && d.session.changes.begun })
	if d.session.initials.whole.Visible() {
		t.Error("it asks for initials again")
	}
	d.CreateCatalogue(dir + "/")
	if d.drain(); d.messages.shown() != "" {
		t.Errorf("opening what is open says %q", d.messages.shown())
	}
}

func TestSamplesAreMadeOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("imports two dozen photos")
	}
	d := newDesk(t)
	for range 2 {
		d.OpenSamples()
		d.until("the samples are shown", func() bool { return d.session != nil && d.session.search.count.Text == "28 photos" })
		d.menu("Close catalogue")
		d.until("it is closed", func() bool { return d.session == nil })
	}
	if entries, err := os.ReadDir(d.folder); err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestCatalogueThatIsOpenElsewhere(t *testing.T) {
	d := newDesk(t)
	dir := fewCatalogue(t)
	other, err := workspace.OpenSession(t.Context(), dir, "another window")
	if err != nil {
		t.Fatal(err)
	}
	d.OpenCatalogue(dir)
	d.until("the message names who has it", func() bool { return containsAll(d.messages.shown(), "open", "another window") })
	if d.session != nil {
		t.Error("it is open all the same")
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	d.OpenCatalogue(dir)
	d.until("it is open", func() bool { return d.session != nil && d.messages.shown() == "" })
	d.OpenCatalogue(filepath.Join(t.TempDir(), "no.waybill"))
	d.until("the message says that it is none", func() bool { return containsAll(d.messages.shown(), "no Waybill catalogue") })
	if d.session == nil {
		t.Error("the open catalogue was closed for one that cannot be opened")
	}
}

func TestMessageGetsItsRoom(t *testing.T) {
	d := newDesk(t)
	d.win.Resize(fyne.NewSize(600, 400))
	before := d.body.Size().Height
	d.messages.say("something happened")
	if bar := d.messages.box.Size(); bar.Width != 600 || bar.Height < 20 || d.body.Size().Height != before-bar.Height {
		t.Errorf("the bar is %v large, and what is below it %v", bar, d.body.Size())
	}
	test.Tap(d.messages.shut)
	if d.body.Size().Height != before {
		t.Errorf("without the bar it is %v high, before it was %v", d.body.Size().Height, before)
	}
}

func TestLeavingClosesTheCatalogue(t *testing.T) {
	d := deskWithFew(t)
	dir := d.session.catalogue.Dir()
	d.menu("Quit")
	d.until("the program ends", func() bool { return d.quits == 1 })
	c, err := workspace.OpenSession(t.Context(), dir, "test")
	if err != nil {
		t.Fatalf("the catalogue is not free: %v", err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

// shown gives the text of the message, "" when there is none.
func (m *messageBar) shown() string {
	if m.box.Hidden {
		return ""
	}
	return m.text.Text
}
