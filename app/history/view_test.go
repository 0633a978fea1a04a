package history

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
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

// made is a history of n captions, each of the photo of the step's number.
type made struct {
	mu     sync.Mutex
	n      int
	undone catalog.StepID
	long   int   // changes of each step, 1 at least
	most   int   // steps asked for at once
	read   int   // steps read
	broken error // of listing
	asked  catalog.HistoryOf
}

func (m *made) set(change func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	change()
}

func (m *made) Actions(_ context.Context, of catalog.HistoryOf) ([]catalog.StepID, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.asked = of
	var list []catalog.StepID
	for i := m.n; i > 0; i-- {
		if of.Photo == 0 || of.Photo == catalog.PhotoID(i) {
			list = append(list, catalog.StepID(i))
		}
	}
	return list, m.broken
}

func (m *made) Actors(context.Context) ([]string, error) { return []string{"", "HK"}, nil }

func (m *made) Steps(_ context.Context, ids []catalog.StepID) ([]catalog.Step, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.most, m.read = max(m.most, len(ids)), m.read+len(ids)
	var list []catalog.Step
	for _, id := range ids {
		list = append(list, catalog.Step{
			ID: id, PartOf: id, Actor: "HK", At: time.Date(2023, 7, 4, 12, 0, 0, 0, time.UTC), Action: catalog.ActionTag,
			Detail: map[string]any{"photos": int(id), "caption": true}, Undone: id == m.undone,
		})
	}
	return list, nil
}

func (m *made) Changes(_ context.Context, of catalog.StepID, _ catalog.PhotoID, after catalog.ChangeCursor, limit int) ([]catalog.Change, catalog.ChangeCursor, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var list []catalog.Change
	for i := after.N; i < max(m.long, 1) && len(list) < limit; i++ {
		list = append(list, catalog.Change{Step: of, Photo: catalog.PhotoID(of) + catalog.PhotoID(i), Entity: "photo", Field: "caption", Before: "a yard", After: fmt.Sprintf("yard %d", i)})
	}
	return list, catalog.ChangeCursor{Step: of, N: after.N + len(list)}, nil
}

// fixture is the page in a window.
type fixture struct {
	*View
	t      *testing.T
	queue  *apptest.Queue
	window fyne.Window
	done   []string
}

func newFixture(t *testing.T, source Source) *fixture {
	t.Helper()
	apptest.App(t, look.ModeLight)
	f := &fixture{t: t, queue: apptest.NewQueue()}
	tasks := task.New(t.Context(), f.queue.Post)
	t.Cleanup(tasks.Close)
	f.View = New(source, tasks, apptest.Words(t))
	note := func(format string, a ...any) { f.done = append(f.done, fmt.Sprintf(format, a...)) }
	f.OnPhotos = func(id catalog.StepID) { note("photos of %d", id) }
	f.OnShow = func(id catalog.PhotoID) { note("show %s", id) }
	f.OnLeave = func() { note("leave") }
	f.OnError = func(err error) { note("error %v", err) }
	f.OnRune = func(r rune) { note("rune %c", r) }
	f.window = test.NewTempWindow(t, f.Object())
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(480, 520))
	return f
}

func (f *fixture) open(photo catalog.PhotoID) {
	f.t.Helper()
	f.Open(photo)
	f.Focus()
	f.settle()
}

// settle waits until all that is in sight is read.
func (f *fixture) settle() {
	f.t.Helper()
	f.queue.Until(f.t, "the history is read", func() bool {
		if f.reading || f.entries.busy || f.changes.reading {
			return false
		}
		from, to := f.list.InSight()
		for _, id := range f.actions[from:to] {
			if e := f.entries.peek(id); e == nil || e.round != f.entries.round {
				return false
			}
		}
		return true
	})
}

func (f *fixture) press(keys ...fyne.KeyName) {
	for _, key := range keys {
		f.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	f.settle()
}

// shown gives the texts of the rows in sight.
func (f *fixture) shown() string {
	var texts []string
	for _, o := range test.LaidOutObjects(f.Object()) {
		if r, ok := o.(*stepRow); ok && r.Visible() {
			texts = append(texts, r.texts[0].Text+" / "+r.texts[1].Text)
		}
		if r, ok := o.(*lineRow); ok && r.Visible() {
			texts = append(texts, strings.TrimSpace(r.texts[0].Text+" "+r.texts[1].Text+" "+r.texts[2].Text))
		}
	}
	return strings.Join(texts, "\n")
}

func TestSaysWhatWasDoneAndWhatItChanged(t *testing.T) {
	f := newFixture(t, &made{n: 3, undone: 2})
	f.open(0)
	for _, want := range []string{"Changed 3 photos: caption / ", "Changed 2 photos: caption / ", "· HK · step 2 · undone", "· HK · step 3\n", "P-000003 caption: a yard › yard 0"} {
		if text := f.shown(); !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	if id, ok := f.Focused(); id != 3 || !ok {
		t.Errorf("the photo is %v", id)
	}
	if got := f.detail.title.Text; got != "Changed 3 photos: caption" {
		t.Errorf("above the changes stands %q", got)
	}
	f.press(fyne.KeyDown)
	if text := f.shown(); !strings.Contains(text, "P-000002 caption: a yard › yard 0") {
		t.Errorf("the change is not that of the step:\n%s", text)
	}
	f.press(fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn, fyne.KeyLeft, fyne.KeyEscape)
	f.window.Canvas().Focused().TypedRune('/')
	if want := []string{"photos of 2", "show P-000002", "leave", "rune /"}; !slices.Equal(f.done, want) {
		t.Errorf("done is %q, want %q", f.done, want)
	}
}

func TestOfOnePhotoAndOfOnePerson(t *testing.T) {
	m := &made{n: 5}
	f := newFixture(t, m)
	f.open(4)
	if !slices.Equal(f.actions, []catalog.StepID{4}) || f.head.title.Text != "History of P-000004" || !f.head.whole.Visible() {
		t.Errorf("it lists %v under %q", f.actions, f.head.title.Text)
	}
	test.Tap(f.head.whole)
	f.settle()
	if len(f.actions) != 5 || f.head.whole.Visible() {
		t.Errorf("it lists %v", f.actions)
	}
	f.head.who.SetSelectedIndex(2)
	f.settle()
	if m.asked.Actor == nil || *m.asked.Actor != "HK" {
		t.Errorf("asked for %+v", m.asked)
	}
	f.head.who.SetSelectedIndex(0)
	f.settle()
	if m.asked.Actor != nil {
		t.Errorf("asked for %+v", m.asked)
	}
}

// TestKeepsItsPlaceWhenMoreIsDone follows the latest step at the top, and stays at
// another.
func TestKeepsItsPlaceWhenMoreIsDone(t *testing.T) {
	m := &made{n: 10}
	f := newFixture(t, m)
	f.open(0)
	m.set(func() { m.n = 11 })
	f.Changed()
	f.settle()
	if f.Step() != 11 || f.changes.of != 11 {
		t.Errorf("at the top it is at step %d", f.Step())
	}
	f.press(fyne.KeyDown, fyne.KeyDown)
	m.set(func() { m.n, m.undone = 12, 9 })
	f.Changed()
	f.settle()
	if f.Step() != 9 || !strings.Contains(f.shown(), "step 9 · undone") {
		t.Errorf("it is at step %d:\n%s", f.Step(), f.shown())
	}
}

// TestLongHistoryIsReadWhereItIsSeen scrolls through 100,000 steps.
func TestLongHistoryIsReadWhereItIsSeen(t *testing.T) {
	m := &made{n: 100_000}
	f := newFixture(t, m)
	f.open(0)
	f.press(fyne.KeyEnd)
	if f.Step() != 1 || !strings.Contains(f.shown(), "Changed 1 photo: caption") {
		t.Errorf("the end is step %d:\n%s", f.Step(), f.shown())
	}
	for range 300 {
		f.press(fyne.KeyPageUp)
	}
	kept := len(f.entries.young) + len(f.entries.old)
	if m.most > fetchMost || kept > 2*keepMost || m.read > 20_000 {
		t.Errorf("%d steps were read at once, %d in all, %d are kept", m.most, m.read, kept)
	}
}

// TestManyChangesComeAsTheyAreScrolledTo reads page after page.
func TestManyChangesComeAsTheyAreScrolledTo(t *testing.T) {
	f := newFixture(t, &made{n: 2, long: 350})
	f.open(0)
	if n := len(f.changes.list); n >= 350 || f.changes.whole {
		t.Fatalf("%d changes are read at once", n)
	}
	f.press(fyne.KeyRight)
	for range 8 {
		f.press(fyne.KeyEnd)
	}
	if n := len(f.changes.list); n != 350 || f.detail.count.Text != "350 changes" {
		t.Errorf("%d changes are read: %q", n, f.detail.count.Text)
	}
	if id, _ := f.Focused(); id != 2+349 {
		t.Errorf("the photo is %v", id)
	}
}

func TestSaysThatThereIsNothing(t *testing.T) {
	m := &made{}
	f := newFixture(t, m)
	f.open(0)
	if title, _ := f.note.Says(); title != "Nothing was done here" || !f.detail.photos.Disabled() {
		t.Errorf("it says %q", title)
	}
	m.set(func() { m.broken = errors.New("torn") })
	f.open(0)
	if title, _ := f.note.Says(); title != "The history could not be read" || !slices.Equal(f.done, []string{"error torn"}) {
		t.Errorf("it says %q and %q", title, f.done)
	}
}
