package loupe

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/catalog"
)

// made is a source of photos of 6000×4000 pixels, whose pictures have a shade of
// their own and half the pixels asked for in each direction, but at least one.
type made struct {
	mu      sync.Mutex
	asked   map[catalog.PhotoID][]int // sides of pictures
	gates   map[catalog.PhotoID]chan struct{}
	broken  map[catalog.PhotoID]error // of pictures
	noThumb bool
	failing error // of photos
	change  func(*catalog.Photo)
	side    int // of pictures, when not 0
}

func newMade() *made {
	return &made{asked: map[catalog.PhotoID][]int{}, gates: map[catalog.PhotoID]chan struct{}{}, broken: map[catalog.PhotoID]error{}}
}

func (m *made) set(change func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	change()
}

func (m *made) Photos(_ context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var photos []catalog.Photo
	for _, id := range ids {
		w, h := 6000, 4000
		p := catalog.Photo{
			ID: id, SHA256: id.String(), Name: "IMG.jpg", Width: &w, Height: &h,
			Chosen: catalog.Chosen{Date: catalog.DateAt(time.Date(2023, 7, 3, 14, 5, 0, 0, time.UTC), catalog.OriginExif)},
		}
		if m.change != nil {
			m.change(&p)
		}
		if id < 1000 {
			photos = append(photos, p)
		}
	}
	return photos, m.failing
}

// shade is the grey of a photo's picture.
func shade(id catalog.PhotoID) uint8 { return uint8(10 * id) }

func grey(id catalog.PhotoID, w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Rect, image.NewUniform(color.Gray{Y: shade(id)}), image.Point{}, draw.Src)
	return img
}

func (m *made) Thumbnail(_ context.Context, p catalog.Photo) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.noThumb {
		return nil, context.DeadlineExceeded
	}
	var b bytes.Buffer
	err := jpeg.Encode(&b, grey(p.ID, 30, 20), &jpeg.Options{Quality: 100})
	return b.Bytes(), err
}

func (m *made) Picture(ctx context.Context, p catalog.Photo, maxSide int) (image.Image, error) {
	m.mu.Lock()
	m.asked[p.ID] = append(m.asked[p.ID], maxSide)
	gate, broken, side := m.gates[p.ID], m.broken[p.ID], m.side
	m.mu.Unlock()
	if gate != nil {
		<-gate // as a decoder that does not stop for its context
	}
	if broken != nil {
		return nil, broken
	}
	if side == 0 {
		side = maxSide / 20
	}
	if side == 0 {
		side = 400
	}
	return grey(p.ID, side, side*2/3), ctx.Err()
}

func (m *made) sides(id catalog.PhotoID) []int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]int(nil), m.asked[id]...)
}

// fixture is a loupe in a window of 800×600, and what its callbacks said.
type fixture struct {
	*View
	t      testing.TB
	source *made
	ui     *apptest.Queue
	window fyne.Window
	shows  []catalog.PhotoID
	left   int
	errors []error
}

func newFixture(t testing.TB, source *made) *fixture {
	t.Helper()
	apptest.App(t, look.ModeLight)
	f := &fixture{t: t, source: source, ui: apptest.NewQueue()}
	tasks := task.New(t.Context(), f.ui.Post)
	t.Cleanup(tasks.Close)
	f.View = New(source, tasks, apptest.Words(t))
	f.OnShow = func(id catalog.PhotoID) { f.shows = append(f.shows, id) }
	f.OnLeave = func() { f.left++ }
	f.OnError = func(err error) { f.errors = append(f.errors, err) }
	f.window = test.NewTempWindow(t, f.Object())
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(800, 600))
	return f
}

// settle waits until the picture for the screen, or the reason why there is
// none, is there.
func (f *fixture) settle() {
	f.t.Helper()
	f.ui.Until(f.t, "the picture", func() bool { return !f.side().busy() && !f.other().busy() && len(f.pictures.wanted) == 0 })
}

// middle is the grey in the middle of the window.
func (f *fixture) middle() uint8 {
	img := f.window.Canvas().Capture()
	r, _, _, _ := img.At(400, 300).RGBA()
	return uint8(r >> 8)
}

func (f *fixture) key(name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	f.side().picture.KeyDown(e)
	f.side().picture.TypedKey(e)
	f.side().picture.KeyUp(e)
}

func ids(from, to catalog.PhotoID) []catalog.PhotoID {
	var out []catalog.PhotoID
	for id := from; id <= to; id++ {
		out = append(out, id)
	}
	return out
}
