package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

// TestTemplateFromPhotoToOthers makes a template of a photo in its sheet and gives
// it to others by its key.
func TestTemplateFromPhotoToOthers(t *testing.T) {
	d := deskWithFew(t)
	s := d.session
	s.gallery.Select([]catalog.PhotoID{2})
	d.drain()
	d.menu("Templates …")
	d.until("the sheet", func() bool { return s.patterns.dialog != nil && d.win.Canvas().Focused() != nil })
	canvas := d.win.Canvas()
	name := canvas.Focused()
	test.Type(name, "Yard")
	d.until("what the photo has", func() bool {
		name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		return len(s.patterns.list) == 1
	})
	name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.drain(); s.patterns.dialog != nil || canvas.Overlays().Top() != nil || len(d.dialogs) != 0 {
		t.Fatal("Escape does not close the sheet")
	}
	s.gallery.Select([]catalog.PhotoID{1, 3})
	d.drain()
	s.applyTemplate("1")
	d.until("that no template has the key", func() bool { return containsAll(d.messages.shown(), "1") })
	key := s.patterns.list[0]
	key.Key = "1"
	if _, err := s.catalogue.SaveTemplate(t.Context(), key, ""); err != nil {
		t.Fatal(err)
	}
	s.changes.stepped()
	d.until("the key", func() bool { return len(s.patterns.list) == 1 && s.patterns.list[0].Key == "1" })
	a, ok := d.list.Find("menu.tag.template.1")
	if !ok || a.Label() != "Yard" || !a.Do() {
		t.Fatalf("the menu says %q", a.Label())
	}
	d.until("the step", func() bool { return d.session.undo != nil && d.session.undo.Action == catalog.ActionTag })
	d.until("the word", func() bool { return containsAll(d.messages.shown(), "Yard", "2 photos") })
	photos, err := s.catalogue.Photos(t.Context(), []catalog.PhotoID{1, 3})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range photos {
		if len(p.Observations) != 1 || p.Observations[0].ItemKey != "refrigerator" {
			t.Errorf("%v shows %+v", p.ID, p.Observations)
		}
	}
	d.Undo()
	d.until("it is taken back", func() bool {
		p, err := s.catalogue.Photo(t.Context(), 3)
		return err == nil && len(p.Observations) == 0
	})
}

// TestManyPhotosInThePanel edits three photos together from the menu and keeps
// what was chosen as a template.
func TestManyPhotosInThePanel(t *testing.T) {
	d := deskWithFew(t)
	s := d.session
	s.gallery.SelectAll()
	d.drain()
	d.menu("Edit photos together")
	if !s.inspector.BatchOpen() {
		t.Fatal("the panel is not there")
	}
	s.inspector.FocusCaption()
	test.Type(d.win.Canvas().Focused(), "훈춘")
	d.menu("Templates …")
	d.until("the sheet", func() bool { return s.patterns.dialog != nil })
	test.Type(d.win.Canvas().Focused(), "Caption")
	name := d.win.Canvas().Focused()
	d.until("the template", func() bool {
		name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		return len(s.patterns.list) == 1
	})
	if c := s.patterns.list[0].Values.Caption; c == nil || *c != "훈춘" {
		t.Errorf("the template holds %v", c)
	}
}
