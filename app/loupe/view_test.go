package loupe

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/app/widgets"
	"waybill/catalog"
)

func TestShowsThumbnailThenPictureAndNeighbours(t *testing.T) {
	source := newMade()
	gate := make(chan struct{})
	source.gates[2] = gate
	f := newFixture(t, source)
	f.SetList(ids(1, 5))
	f.Show(2)
	f.ui.Until(t, "the thumbnail", func() bool { return f.side().best.ID == 2 })
	if f.side().best.size != thumb || f.middle() != shade(2) || !strings.Contains(f.title.zoom.Text, "reading") {
		t.Errorf("shown %v, grey %d, %q", f.side().best, f.middle(), f.title.zoom.Text)
	}
	close(gate)
	f.settle()
	if f.side().best.size != screen || f.middle() != shade(2) {
		t.Errorf("shown %v, grey %d", f.side().best, f.middle())
	}
	if f.title.whole != "P-000002 · IMG.jpg" || f.title.info.Text != "2 of 5 · 3 July 2023, 14:05" || f.title.zoom.Text != "whole · 11 %" {
		t.Errorf("the title says %q, %q, %q", f.title.whole, f.title.info.Text, f.title.zoom.Text)
	}
	for id, want := range map[catalog.PhotoID][]int{1: {screenSide}, 2: {screenSide}, 3: {screenSide}, 4: {screenSide}, 5: nil} {
		if got := source.sides(id); !slices.Equal(got, want) {
			t.Errorf("photo %d was decoded to %v, want %v", id, got, want)
		}
	}
	f.Next() // it is here already
	if f.side().best.size != screen || f.middle() != shade(3) {
		t.Errorf("the next one: %v, grey %d", f.side().best, f.middle())
	}
	f.settle()
	if got := source.sides(3); len(got) != 1 {
		t.Errorf("it was decoded again: %v", got)
	}
}

// A picture that takes its time never lands on a photo that was shown after it.
func TestStalePicturesAreNotShown(t *testing.T) {
	source := newMade()
	gate := make(chan struct{})
	source.gates[1], source.gates[2] = gate, gate
	f := newFixture(t, source)
	f.SetList(ids(1, 9))
	f.Show(1)
	f.ui.Until(t, "a decoder at work", func() bool { return len(source.sides(1)) > 0 })
	f.Next()
	f.ui.Until(t, "a decoder at work", func() bool { return len(source.sides(2)) > 0 })
	f.Last()
	if f.side().best != (pictureKey{}) || f.side().picture.HasPicture() {
		t.Errorf("the picture of %v stays", f.side().best)
	}
	f.ui.Until(t, "the thumbnail", func() bool { return f.side().best.ID == 9 })
	close(gate)
	f.settle()
	if f.side().best.ID != 9 || f.middle() != shade(9) {
		t.Errorf("shown %v, grey %d, want %d", f.side().best, f.middle(), shade(9))
	}
}

func TestZoomingAsksForMorePixelsOnce(t *testing.T) {
	source := newMade()
	f := newFixture(t, source)
	f.SetList(ids(1, 3))
	f.Show(1)
	f.settle()
	f.ZoomIn()
	f.settle()
	if got := source.sides(1); len(got) != 1 {
		t.Errorf("decoded to %v for a small zoom", got)
	}
	f.ZoomFull()
	before, _ := f.Place(Rect{X: .5, Y: .5, W: .1, H: .1})
	f.settle()
	f.ZoomIn()
	f.ZoomOut()
	f.settle()
	after, _ := f.Place(Rect{X: .5, Y: .5, W: .1, H: .1})
	if got := source.sides(1); !slices.Equal(got, []int{screenSide, 0}) || f.side().best.size != whole {
		t.Errorf("decoded to %v, shown %v", got, f.side().best)
	}
	if d := after.Subtract(before); max(d.X, -d.X, d.Y, -d.Y) > 1 || f.title.zoom.Text != "100 %" {
		t.Errorf("it went from %v to %v, %q", before, after, f.title.zoom.Text)
	}
}

// Who zooms before the picture is there sees all pixels as well.
func TestZoomingAheadOfThePicture(t *testing.T) {
	source := newMade()
	gate := make(chan struct{})
	source.gates[1] = gate
	f := newFixture(t, source)
	f.SetList(ids(1, 3))
	f.Show(1)
	f.ui.Until(t, "the thumbnail", func() bool { return f.side().best.ID == 1 })
	f.ZoomFull()
	close(gate)
	f.settle()
	if f.side().best.size != whole || f.title.zoom.Text != "100 %" {
		t.Errorf("shown from %v, %q", f.side().best, f.title.zoom.Text)
	}
}

// What decoding keeps is bounded, whatever is looked at.
func TestCacheIsBounded(t *testing.T) {
	source := newMade()
	source.side = 1600 // about 9 MB each with all sizes
	f := newFixture(t, source)
	f.SetList(ids(1, 24))
	f.Show(1)
	f.settle()
	for range 23 {
		f.Next()
		f.settle()
	}
	var kept int64
	for id := catalog.PhotoID(1); id <= 24; id++ {
		p := f.photos.get(24)
		k := keyOf(p, screen)
		k.ID, k.SHA256 = id, id.String()
		if img, ok := f.pictures.loaders[screen].Cached(k); ok {
			kept += img.(*widgets.Pyramid).Bytes()
		}
	}
	if kept == 0 || kept > cacheBytes {
		t.Errorf("%d bytes are kept of %d allowed", kept, cacheBytes)
	}
	if len(f.photos.rows) > 3 {
		t.Errorf("%d rows are kept", len(f.photos.rows))
	}
}

func TestKeysGoThroughTheList(t *testing.T) {
	f := newFixture(t, newMade())
	f.SetList(ids(1, 5))
	f.Show(2)
	f.settle()
	for _, c := range []struct {
		key  fyne.KeyName
		want catalog.PhotoID
	}{
		{fyne.KeyRight, 3}, {fyne.KeyLeft, 2}, {fyne.KeyEnd, 5}, {fyne.KeyRight, 5}, {fyne.KeyHome, 1}, {fyne.KeyLeft, 1}, {fyne.KeyPageDown, 2},
	} {
		f.key(c.key)
		f.settle()
		if got, _ := f.Shown(); got != c.want {
			t.Errorf("%s leads to %d, want %d", c.key, got, c.want)
		}
	}
	if want := []catalog.PhotoID{3, 2, 5, 1, 2}; !slices.Equal(f.shows, want) {
		t.Errorf("told %v, want %v", f.shows, want)
	}
	f.ZoomFull()
	f.key(fyne.KeyRight)
	if got, _ := f.Shown(); got != 2 {
		t.Error("an arrow key leads away from a zoomed picture")
	}
	f.key(fyne.KeyPageDown)
	if got, _ := f.Shown(); got != 3 || f.side().picture.HasPicture() && !isWhole(f) {
		t.Errorf("shown %d, zoomed still", got)
	}
	f.settle()
	f.SetRegions(3, []Region{{ID: 1, Rect: Rect{X: .1, Y: .1, W: .2, H: .2}, Visible: true}})
	f.Select(1)
	f.key(fyne.KeyRight)
	if got, _ := f.Shown(); got != 3 {
		t.Error("an arrow key leads away from a selected region")
	}
	f.key(fyne.KeyEscape)
	f.key(fyne.KeyEscape)
	f.key(fyne.KeySpace)
	if f.left != 2 {
		t.Errorf("left %d times, want 2: the first Escape takes the selection back", f.left)
	}
}

func isWhole(f *fixture) bool {
	_, whole := f.side().picture.Zoom()
	return whole
}

func TestPhotosThatCannotBeShownSayWhy(t *testing.T) {
	source := newMade()
	source.change = func(p *catalog.Photo) {
		if p.ID == 1 {
			p.Problem = catalog.FileDamaged
		}
	}
	source.broken[2] = &catalog.Error{Code: catalog.ErrNotFound, Op: "read", Subject: "P-000002"}
	f := newFixture(t, source)
	f.SetList([]catalog.PhotoID{1, 2, 3, 2000})
	f.Show(1)
	f.settle()
	if !f.side().note.box.Visible() || !strings.Contains(f.side().note.hint.Text, "damaged") || f.side().picture.HasPicture() || len(source.sides(1)) > 0 {
		t.Errorf("%q, %q, decoded to %v", f.side().note.title.Text, f.side().note.hint.Text, source.sides(1))
	}
	f.Next() // its thumbnail is there
	f.settle()
	if f.side().note.box.Visible() || f.middle() != shade(2) || !strings.HasPrefix(f.strip.notice.Text, "Only the thumbnail is shown.") {
		t.Errorf("note %v, grey %d, %q", f.side().note.box.Visible(), f.middle(), f.strip.notice.Text)
	}
	f.Next()
	f.settle()
	if f.side().note.box.Visible() || strings.Contains(f.strip.notice.Text, "thumbnail") {
		t.Errorf("the reason stays: %q", f.strip.notice.Text)
	}
	f.Last()
	f.settle()
	if !f.side().note.box.Visible() || !strings.Contains(f.side().note.hint.Text, "P-002000") {
		t.Errorf("a photo that is not there: %q", f.side().note.hint.Text)
	}
	source.set(func() { source.noThumb = true })
	f.Changed([]catalog.PhotoID{2})
	f.pictures.loaders[thumb].Forget(keyOf(f.photos.get(2), thumb))
	f.Show(2)
	f.settle()
	if !f.side().note.box.Visible() || f.side().note.hint.Text == "" || f.side().picture.HasPicture() {
		t.Errorf("without a thumbnail: %q", f.side().note.hint.Text)
	}
}

func TestErrorsOfTheCatalogueAreTold(t *testing.T) {
	source := newMade()
	source.failing = errors.New("the disk is gone")
	f := newFixture(t, source)
	f.Show(4)
	f.settle()
	if len(f.errors) != 1 || !f.side().note.box.Visible() || !strings.Contains(f.side().note.hint.Text, "the disk is gone") {
		t.Errorf("told %v, %q", f.errors, f.side().note.hint.Text)
	}
	source.set(func() { source.failing = nil })
	f.Changed([]catalog.PhotoID{4})
	f.settle()
	if f.side().note.box.Visible() || f.side().best.size != screen {
		t.Errorf("read again: %v", f.side().best)
	}
}

// A photo whose file was found again, or is another now, is shown anew.
func TestChangedPhotosAreShownAnew(t *testing.T) {
	source := newMade()
	f := newFixture(t, source)
	f.Show(4)
	f.settle()
	f.Changed([]catalog.PhotoID{4})
	f.ui.Until(t, "the row", func() bool { return !f.photos.stale[4] })
	f.settle()
	if got := source.sides(4); len(got) != 1 {
		t.Errorf("a change that is none of the picture decoded it again: %v", got)
	}
	source.set(func() { source.change = func(p *catalog.Photo) { p.SHA256 = "other" } })
	f.Changed([]catalog.PhotoID{4})
	f.ui.Until(t, "the row", func() bool { return !f.photos.stale[4] })
	f.settle()
	if f.side().best.SHA256 != "other" || len(source.sides(4)) != 2 {
		t.Errorf("shown %v, decoded to %v", f.side().best, source.sides(4))
	}
	source.set(func() { source.change = func(p *catalog.Photo) { p.Problem = catalog.FileDamaged } })
	f.Changed([]catalog.PhotoID{4})
	f.ui.Until(t, "the row", func() bool { return !f.photos.stale[4] })
	f.settle()
	if f.side().picture.HasPicture() || !f.side().note.box.Visible() {
		t.Error("a picture that cannot be shown any more stays")
	}
}
