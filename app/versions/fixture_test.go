package versions

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"slices"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// made is a source of groups that are made up. The picture of a photo has one
// colour that no other of the neighbouring ones has.
type made struct {
	mu     sync.Mutex
	groups []workspace.Group
	near   []workspace.Similar
	asked  []catalog.PhotoID
	united [][]catalog.PhotoID
	gate   chan struct{} // when not nil, photos and pictures wait for it
	union  chan struct{} // when not nil, uniting waits for it
	broken error         // of looking for groups
}

// groupsOf makes n groups of so many photos each, numbered from 1 on.
func groupsOf(n, each int) *made {
	m := &made{}
	id := catalog.PhotoID(1)
	for range n {
		var g workspace.Group
		for k := range each {
			g.Photos = append(g.Photos, workspace.Similar{Photo: id, Distance: k})
			id++
		}
		m.groups = append(m.groups, g)
	}
	return m
}

func (m *made) set(change func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	change()
}

func (m *made) Duplicates(context.Context) ([]workspace.Group, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.groups, m.broken
}

func (m *made) Near(context.Context, catalog.PhotoID) ([]workspace.Similar, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.near, m.broken
}

func (m *made) wait(ctx context.Context) {
	m.mu.Lock()
	gate := m.gate
	m.mu.Unlock()
	if gate != nil {
		select {
		case <-gate:
		case <-ctx.Done():
		}
	}
}

func (m *made) Photos(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error) {
	m.set(func() { m.asked = append(m.asked, ids...) })
	m.wait(ctx)
	photos := make([]catalog.Photo, len(ids))
	for i, id := range ids {
		photos[i] = catalog.Photo{ID: id, SHA256: id.String(), Name: id.String() + ".jpg", Status: catalog.NotAssessed}
		if id%2 == 1 {
			photos[i].Caption = "a caption"
		}
	}
	return photos, nil
}

func shade(id catalog.PhotoID) uint8 { return uint8(id*37%200) + 30 }

func (m *made) Thumbnail(ctx context.Context, p catalog.Photo) ([]byte, error) {
	m.wait(ctx)
	img := image.NewGray(image.Rect(0, 0, 40, 30))
	for i := range img.Pix {
		img.Pix[i] = shade(p.ID)
	}
	var b bytes.Buffer
	err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 100})
	return b.Bytes(), err
}

func (m *made) Unite(ctx context.Context, photos []catalog.PhotoID, _ string) (catalog.Step, error) {
	m.mu.Lock()
	union := m.union
	m.mu.Unlock()
	if union != nil {
		select {
		case <-union:
		case <-ctx.Done():
			return catalog.Step{}, ctx.Err()
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.united = append(m.united, slices.Clone(photos))
	return catalog.Step{ID: catalog.StepID(len(m.united)), Action: catalog.ActionUnite}, nil
}

// fixture is a page of versions in a window.
type fixture struct {
	*View
	t      testing.TB
	ui     *apptest.Queue
	window fyne.Window
	shown  [][]catalog.PhotoID
	steps  []catalog.Step
	errs   []error
	runes  []rune
	left   int
	chosen int
}

func newFixture(t testing.TB, source Source) *fixture {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.ModeLight))
	f := &fixture{t: t, ui: apptest.NewQueue()}
	tasks := task.New(t.Context(), f.ui.Post)
	t.Cleanup(tasks.Close)
	f.View = New(source, tasks, apptest.Words(t))
	f.OnShow = func(ids []catalog.PhotoID) { f.shown = append(f.shown, ids) }
	f.OnStep = func(s catalog.Step) { f.steps = append(f.steps, s) }
	f.OnError = func(err error) { f.errs = append(f.errs, err) }
	f.OnRune = func(r rune) { f.runes = append(f.runes, r) }
	f.OnLeave = func() { f.left++ }
	f.OnSelection = func() { f.chosen++ }
	f.window = test.NewTempWindow(t, f.Object())
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(760, 640))
	return f
}

// rows gives the visible rows by their groups.
func (f *fixture) rows() map[int]*row {
	f.t.Helper()
	rows := map[int]*row{}
	from, to := f.list.InSight()
	for _, r := range rowsIn(f.list) {
		if r.index >= from && r.index < to {
			if rows[r.index] != nil {
				f.t.Fatalf("two rows show group %d", r.index)
			}
			rows[r.index] = r
		}
	}
	return rows
}

// rowsIn gives the rows below an object, without laying anything out.
func rowsIn(o fyne.CanvasObject) (rows []*row) {
	if !o.Visible() {
		return nil
	}
	var below []fyne.CanvasObject
	switch o := o.(type) {
	case *row:
		return []*row{o}
	case *fyne.Container:
		below = o.Objects
	case fyne.Widget:
		below = test.WidgetRenderer(o).Objects()
	}
	for _, o := range below {
		rows = append(rows, rowsIn(o)...)
	}
	return rows
}

// tilesOf gives the visible tiles of a row.
func tilesOf(r *row) []*tile {
	return slices.DeleteFunc(slices.Clone(r.tiles), func(t *tile) bool { return !t.Visible() })
}

// settle waits until every visible tile has its photo and its picture.
func (f *fixture) settle() {
	f.t.Helper()
	f.ui.Until(f.t, "pictures", func() bool {
		if f.looking || f.photos.Reading() {
			return false
		}
		for _, r := range f.rows() {
			for _, t := range tilesOf(r) {
				if t.photo == nil || (!t.picture.Shown() && !t.picture.Broken()) {
					return false
				}
			}
		}
		return true
	})
}

// check finds tiles that show another photo's picture or name.
func (f *fixture) check() {
	f.t.Helper()
	for _, r := range f.rows() {
		for n, t := range tilesOf(r) {
			if n == 0 && t.version != 0 {
				f.t.Errorf("group %d begins with version %d", r.index, t.version)
			}
			id := f.groups[r.index].Photos[t.version].Photo
			if t.similar.Photo != id || (t.photo != nil && t.photo.ID != id) {
				f.t.Errorf("in the place of photo %d is %d", id, t.similar.Photo)
			}
			if !t.picture.Shown() {
				continue
			}
			got := color.GrayModel.Convert(t.picture.Objects()[1].(*canvas.Image).Image.At(5, 5)).(color.Gray).Y
			if want := shade(id); max(got, want)-min(got, want) > 3 {
				f.t.Errorf("photo %d has the picture of another: %d, want %d", id, got, want)
			}
		}
	}
}

func (f *fixture) key(names ...fyne.KeyName) {
	for _, name := range names {
		f.list.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (f *fixture) expect(want catalog.PhotoID) {
	f.t.Helper()
	if got, ok := f.Focused(); got != want || ok != (want != 0) {
		f.t.Errorf("the keyboard is at photo %d (%t), want %d", got, ok, want)
	}
}
