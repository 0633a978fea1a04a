package widgets

import (
	"context"
	"errors"
	"image"
	"image/color"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// uiQueue stands for Fyne's event loop: what is posted waits until the test runs it on its own goroutine.
type uiQueue chan func()

func newUIQueue() uiQueue { return make(uiQueue, 100_000) }

func (q uiQueue) post(f func()) { q <- f }

// run takes the next posted function, waiting for it.
func (q uiQueue) run(t *testing.T) {
	t.Helper()
	select {
	case f := <-q:
		f()
	case <-time.After(10 * time.Second):
		t.Fatal("nothing was posted")
	}
}

// drain runs what is there already.
func (q uiQueue) drain() {
	for {
		select {
		case f := <-q:
			f()
		default:
			return
		}
	}
}

// numbered is a picture that says which key it is of.
func numbered(key int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, 4, 4))
	img.Set(0, 0, color.RGBA{R: uint8(key), G: uint8(key >> 8), B: uint8(key >> 16), A: 255})
	return img
}

func numberOf(img image.Image) int {
	c := img.At(0, 0).(color.RGBA)
	return int(c.R) | int(c.G)<<8 | int(c.B)<<16
}

// gate is a Load that waits for each key to be let through.
type gate struct {
	mu      sync.Mutex
	doors   map[int]chan struct{}
	started chan int
	ended   atomic.Int32 // loads whose context ended
}

func newGate() *gate { return &gate{doors: map[int]chan struct{}{}, started: make(chan int, 1000)} }

func (g *gate) door(key int) chan struct{} {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.doors[key] == nil {
		g.doors[key] = make(chan struct{}, 100)
	}
	return g.doors[key]
}

func (g *gate) open(key int) { g.door(key) <- struct{}{} }

func (g *gate) load(ctx context.Context, key int) (image.Image, error) {
	g.started <- key
	select {
	case <-g.door(key):
		return numbered(key), nil
	case <-ctx.Done():
		g.ended.Add(1)
		return nil, ctx.Err()
	}
}

// delivery notes what deliver was called with.
type delivery struct {
	calls int
	img   image.Image
	err   error
}

func (d *delivery) take(img image.Image, err error) { d.calls++; d.img, d.err = img, err }

func newGatedLoader(t *testing.T, workers int) (*Loader[int], *gate, uiQueue) {
	t.Helper()
	g, ui := newGate(), newUIQueue()
	l := NewLoader(t.Context(), LoaderOptions[int]{Load: g.load, Workers: workers, CacheBytes: 1 << 20, Post: ui.post})
	t.Cleanup(l.Close)
	return l, g, ui
}

func TestLoaderDeliversOnceAndThenFromTheCache(t *testing.T) {
	l, g, ui := newGatedLoader(t, 2)
	var first, second, third delivery
	l.Request(7, first.take)
	l.Request(7, second.take) // the same load serves both
	g.open(7)
	ui.run(t)
	if first.calls != 1 || second.calls != 1 || numberOf(first.img) != 7 || numberOf(second.img) != 7 {
		t.Errorf("deliveries %+v, %+v", first, second)
	}
	if ticket := l.Request(7, third.take); ticket != nil || third.calls != 1 || numberOf(third.img) != 7 {
		t.Errorf("from the cache: ticket %v, delivery %+v", ticket, third)
	}
	if len(g.started) != 1 {
		t.Errorf("%d loads for one picture", len(g.started))
	}
}

func TestLoaderCancelAfterTheLoadButBeforeTheDelivery(t *testing.T) {
	l, g, ui := newGatedLoader(t, 1)
	var d delivery
	ticket := l.Request(1, d.take)
	g.open(1)
	posted := <-ui // loaded and on its way
	ticket.Cancel()
	ticket.Cancel()
	posted()
	if d.calls != 0 {
		t.Error("a cancelled ticket was delivered")
	}
	if _, ok := l.Cached(1); !ok {
		t.Error("the loaded picture was not kept")
	}
}

func TestLoaderDropsWhatIsNotWantedAnyMore(t *testing.T) {
	l, g, ui := newGatedLoader(t, 1)
	var a, b, c delivery
	running := l.Request(1, a.take)
	<-g.started
	queued := l.Request(2, b.take)
	l.Request(3, c.take)
	queued.Cancel()
	running.Cancel() // its context ends and the worker goes on
	g.open(3)
	ui.run(t)
	if a.calls+b.calls != 0 || c.calls != 1 {
		t.Errorf("deliveries %+v, %+v, %+v", a, b, c)
	}
	if key := <-g.started; key != 3 || g.ended.Load() != 1 {
		t.Errorf("loaded %d next, %d loads ended early", key, g.ended.Load())
	}
}

func TestLoaderOneCancelsTheOtherWaits(t *testing.T) {
	l, g, ui := newGatedLoader(t, 1)
	var a, b delivery
	first := l.Request(1, a.take)
	l.Request(1, b.take)
	first.Cancel()
	g.open(1)
	ui.run(t)
	if a.calls != 0 || b.calls != 1 {
		t.Errorf("deliveries %+v, %+v", a, b)
	}
}

func TestLoaderADeliveryMayCancelTheNext(t *testing.T) {
	l, g, ui := newGatedLoader(t, 1)
	var second *Ticket[int]
	var b delivery
	l.Request(1, func(image.Image, error) { second.Cancel() })
	second = l.Request(1, b.take)
	g.open(1)
	ui.run(t)
	if b.calls != 0 {
		t.Error("the second ticket was delivered although the first delivery cancelled it")
	}
}

func TestLoaderErrorsAndPanicsAreOfTheirKey(t *testing.T) {
	wrong := errors.New("file ends early")
	ui := newUIQueue()
	l := NewLoader(t.Context(), LoaderOptions[string]{
		CacheBytes: 1000, Post: ui.post,
		Load: func(_ context.Context, key string) (image.Image, error) {
			switch key {
			case "damaged":
				return nil, wrong
			case "panics":
				panic("decoder lost its way")
			case "nothing":
				return nil, nil
			}
			return numbered(5), nil
		},
	})
	t.Cleanup(l.Close)
	got := map[string]*delivery{}
	for _, key := range []string{"damaged", "panics", "nothing", "good"} {
		got[key] = &delivery{}
		l.Request(key, got[key].take)
		ui.run(t)
	}
	if !errors.Is(got["damaged"].err, wrong) || !errors.Is(got["nothing"].err, ErrNoPicture) {
		t.Errorf("errors %v, %v", got["damaged"].err, got["nothing"].err)
	}
	if err := got["panics"].err; err == nil || !strings.Contains(err.Error(), "lost its way") {
		t.Errorf("after a panic the error is %v", err)
	}
	if got["good"].err != nil || numberOf(got["good"].img) != 5 {
		t.Errorf("the next picture: %+v", got["good"])
	}
}

func TestLoaderForget(t *testing.T) {
	l, g, ui := newGatedLoader(t, 2)
	var old, fresh delivery
	l.Request(1, old.take)
	<-g.started
	l.Forget(1) // while the old picture is being loaded
	g.open(1)
	ui.run(t)
	if old.calls != 1 {
		t.Error("who waited was forgotten too")
	}
	if _, ok := l.Cached(1); ok {
		t.Error("the old picture was kept")
	}
	l.Request(1, fresh.take)
	g.open(1)
	ui.run(t)
	if fresh.calls != 1 || len(g.started) != 1 {
		t.Errorf("delivery %+v after %d more loads", fresh, len(g.started))
	}
}

func TestLoaderCloseWaitsAndDeliversNothing(t *testing.T) {
	l, g, ui := newGatedLoader(t, 2)
	var d delivery
	for key := range 10 {
		l.Request(key, d.take)
	}
	<-g.started
	<-g.started
	l.Close()
	if g.ended.Load() != 2 {
		t.Errorf("%d of 2 running loads had ended when Close returned", g.ended.Load())
	}
	ui.drain()
	if ticket := l.Request(99, d.take); ticket != nil || d.calls != 0 {
		t.Errorf("after Close: ticket %v, %d deliveries", ticket, d.calls)
	}
	l.Close()
}
