package gallery

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// shadeOf is the grey of the nth picture of a fixture.
func shadeOf(n int) uint8 { return uint8(20 + n*3) }

// newCatalogue makes a catalogue of n grey pictures, every third upright, and a
// damaged one at the end.
func newCatalogue(t testing.TB, n int) *workspace.Catalogue {
	t.Helper()
	files := t.TempDir()
	for i := range n {
		img := image.NewGray(image.Rect(0, 0, 60, 40))
		if i%3 == 0 {
			img = image.NewGray(image.Rect(0, 0, 40, 60))
		}
		for p := range img.Pix {
			img.Pix[p] = shadeOf(i)
		}
		img.SetGray(0, 0, color.Gray{Y: uint8(i)})
		apptest.WritePNG(t, filepath.Join(files, fmt.Sprintf("IMG_%04d.png", i)), img)
	}
	damaged := []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
	if err := os.WriteFile(filepath.Join(files, "IMG_9999.jpg"), damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	c := apptest.Catalogue(t)
	apptest.Import(t, c, catalog.Intake{Name: "July"}, files)
	return c
}

// watched is a source that tells what it was asked and can be made to wait or fail.
type watched struct {
	Source
	mu      sync.Mutex
	photos  [][]catalog.PhotoID
	thumbs  int
	routes  int
	answers int           // of Photos, found and waiting at the gate
	gate    chan struct{} // when not nil, Photos waits for it before it answers
	failing error
	broken  error // of thumbnails
}

func (w *watched) Photos(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error) {
	w.mu.Lock()
	w.photos = append(w.photos, slices.Clone(ids))
	gate, failing := w.gate, w.failing
	w.mu.Unlock()
	if failing != nil {
		return nil, failing
	}
	found, err := w.Source.Photos(ctx, ids)
	if gate != nil {
		w.set(func() { w.answers++ })
		select {
		case <-gate:
		case <-ctx.Done():
		}
	}
	return found, err
}

func (w *watched) RoutesAmong(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Facet, error) {
	w.mu.Lock()
	w.routes++
	failing := w.failing
	w.mu.Unlock()
	if failing != nil {
		return nil, failing
	}
	return w.Source.RoutesAmong(ctx, ids)
}

func (w *watched) Thumbnail(ctx context.Context, p catalog.Photo) ([]byte, error) {
	w.mu.Lock()
	w.thumbs++
	broken := w.broken
	w.mu.Unlock()
	if broken != nil {
		return nil, broken
	}
	return w.Source.Thumbnail(ctx, p)
}

func (w *watched) set(change func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	change()
}

func (w *watched) asked() [][]catalog.PhotoID {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.photos)
}

// fixture is a gallery in a window.
type fixture struct {
	*View
	t      testing.TB
	source *watched
	ui     *apptest.Queue
	window fyne.Window
	errors []error
	chosen int // how often OnSelection was called
}

func newFixture(t testing.TB, source Source) *fixture {
	t.Helper()
	apptest.App(t, look.ModeLight)
	f := &fixture{t: t, source: &watched{Source: source}, ui: apptest.NewQueue()}
	tasks := task.New(t.Context(), f.ui.Post)
	t.Cleanup(tasks.Close)
	f.View = New(f.source, tasks, apptest.Words(t))
	f.OnError = func(err error) { f.errors = append(f.errors, err) }
	f.OnSelection = func() { f.chosen++ }
	f.window = test.NewTempWindow(t, f.Object())
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(600, 420))
	return f
}

// Reset and Append show photos without groups.
func (f *fixture) Reset(ids []catalog.PhotoID)  { f.View.Reset(catalog.Listing{IDs: ids}) }
func (f *fixture) Append(ids []catalog.PhotoID) { f.View.Append(catalog.Listing{IDs: ids}) }

// cells gives the visible cells by the photo they show.
func (f *fixture) cells() map[catalog.PhotoID]*cell {
	f.t.Helper()
	cells := map[catalog.PhotoID]*cell{}
	for _, o := range test.WidgetRenderer(f.grid).Objects() {
		if c, ok := o.(*cell); ok && c.Visible() {
			if cells[c.id] != nil {
				f.t.Fatalf("two cells show %v", c.id)
			}
			cells[c.id] = c
		}
	}
	return cells
}

// settle waits until every visible cell has its row and its picture, or the
// certainty that there is none.
func (f *fixture) settle() {
	f.t.Helper()
	f.ui.Until(f.t, "pictures", f.settled)
}

func (f *fixture) settled() bool {
	for _, c := range f.cells() {
		if c.photo == nil || (!c.picture.Shown() && !c.picture.Broken()) {
			return false
		}
	}
	return !f.rows.Reading()
}

func count(from, to catalog.PhotoID) []catalog.PhotoID {
	ids := make([]catalog.PhotoID, 0, to-from+1)
	for id := from; id <= to; id++ {
		ids = append(ids, id)
	}
	return ids
}
