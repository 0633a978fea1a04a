package thumbs

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/jpeg"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/task"
	"waybill/catalog"
)

// source gives a picture as wide as the photo's number; odd ones cannot be had.
type source struct {
	mu    sync.Mutex
	asked []catalog.PhotoID
}

func (s *source) Thumbnail(_ context.Context, p catalog.Photo) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = append(s.asked, p.ID)
	if p.ID%2 == 1 {
		return nil, errors.New("gone")
	}
	var b bytes.Buffer
	err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, int(p.ID), 4)), nil)
	return b.Bytes(), err
}

// fixture is a picture with what it asks.
type fixture struct {
	*Picture
	ui     *apptest.Queue
	source *source
	came   int
}

func newFixture(t *testing.T) *fixture {
	test.NewTempApp(t)
	f := &fixture{ui: apptest.NewQueue(), source: &source{}}
	tasks := task.New(t.Context(), f.ui.Post)
	thumbs := New(f.source, tasks, 1<<20)
	t.Cleanup(func() {
		thumbs.Close()
		tasks.Close()
	})
	f.Picture = thumbs.NewPicture(func() { f.came++ })
	return f
}

// wait waits for the n-th answer.
func (f *fixture) wait(t *testing.T, n int) {
	t.Helper()
	f.ui.Until(t, "an answer", func() bool { return f.came == n })
}

func TestPictureOfOneAfterAnother(t *testing.T) {
	f := newFixture(t)
	f.Show(&catalog.Photo{ID: 2})
	f.Show(&catalog.Photo{ID: 4}) // the cell went on before the first came
	f.wait(t, 1)
	if f.Shape().Dx() != 4 || f.Broken() {
		t.Errorf("shown is %v", f.Shape())
	}
	f.Show(&catalog.Photo{ID: 4})
	f.Clear()
	if f.Shown() || f.came != 1 {
		t.Errorf("after clearing %v is shown", f.Shape())
	}
	turn := 6
	f.Show(&catalog.Photo{ID: 4, Orientation: &turn}) // another picture of the same photo
	f.wait(t, 2)
	if n := len(f.source.asked); !f.Shown() || f.source.asked[n-1] != 4 {
		t.Errorf("asked for %v", f.source.asked)
	}
}

func TestPictureThatCannotBeHad(t *testing.T) {
	f := newFixture(t)
	f.Show(&catalog.Photo{ID: 3})
	if f.Broken() {
		t.Error("broken before it is known")
	}
	f.wait(t, 1)
	f.Show(&catalog.Photo{ID: 3})
	if !f.Broken() || f.Shown() || len(f.source.asked) != 1 {
		t.Errorf("broken %v, asked for %v", f.Broken(), f.source.asked)
	}
	f.thumbs.Forget([]catalog.PhotoID{5})
	f.Show(&catalog.Photo{ID: 3})
	if len(f.source.asked) != 1 {
		t.Error("asked for again, though another photo changed")
	}
	f.thumbs.Forget([]catalog.PhotoID{3})
	f.Show(&catalog.Photo{ID: 3})
	f.wait(t, 2)
	f.thumbs.ForgetAll()
	f.Show(&catalog.Photo{ID: 3})
	f.wait(t, 3)
}

func TestPictureInItsPlace(t *testing.T) {
	f := newFixture(t)
	f.Show(&catalog.Photo{ID: 3})
	f.wait(t, 1)
	f.Place(fyne.NewPos(10, 20), fyne.NewSize(100, 60))
	f.Paint(nil)
	if !f.well.Visible() || f.image.Visible() || !f.broken.Visible() {
		t.Error("a picture that cannot be had is not marked")
	}
	if at, size := f.broken.Position(), f.broken.Size(); at != fyne.NewPos(44, 34) || size != fyne.NewSquareSize(32) {
		t.Errorf("the mark is at %v, %v", at, size)
	}
	f.Show(&catalog.Photo{ID: 2})
	f.wait(t, 2)
	f.Paint(nil)
	if f.well.Visible() || !f.image.Visible() || f.broken.Visible() || f.image.Size() != fyne.NewSize(100, 60) {
		t.Error("the picture is not shown")
	}
}
