package inspector

import (
	"context"
	"fmt"
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

// intake is the batch of the test catalogues.
func intake() catalog.Intake {
	return catalog.Intake{Name: "July", Route: "Hunchun–Quanhe–Wonjong–Rason", Source: "Swallow", Credit: "Daily Paper"}
}

// newCatalogue makes a catalogue of n small pictures.
func newCatalogue(t testing.TB, n int) *workspace.Catalogue {
	t.Helper()
	c := apptest.Catalogue(t)
	apptest.Import(t, c, intake(), apptest.PNGs(t, n))
	return c
}

// Samples: a camera's with position and offset, the same picture from a camera
// and from two messengers, and one by a camera whose clock was not set.
const (
	byPhone     = "20230702_141023.jpg"
	byCamera    = "IMG_20230702_101530.jpg"
	byWhatsApp  = "IMG-20230705-WA0007.jpg"
	byWeChat    = "mmexport1688364567890.jpg"
	byLostClock = "DSCN0412.jpg"
)

// newSamples makes a catalogue of the named sample photos, or of all of them.
func newSamples(t testing.TB, names ...string) *workspace.Catalogue {
	t.Helper()
	c := apptest.Catalogue(t)
	apptest.Import(t, c, intake(), apptest.Samples(t, names...))
	return c
}

// watched is a store that counts what it is asked and can be made to fail.
type watched struct {
	*workspace.Catalogue
	mu      sync.Mutex
	edits   []catalog.Edit
	failing error // of Apply
	gate    chan struct{}
}

func (w *watched) Apply(ctx context.Context, e catalog.Edit) (catalog.Step, error) {
	w.mu.Lock()
	w.edits = append(w.edits, e)
	failing, gate := w.failing, w.gate
	w.mu.Unlock()
	if gate != nil {
		select {
		case <-gate:
		case <-ctx.Done():
		}
	}
	if failing != nil {
		return catalog.Step{}, failing
	}
	return w.Catalogue.Apply(ctx, e)
}

func (w *watched) set(change func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	change()
}

func (w *watched) applied() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.edits)
}

// fixture is an inspector in a window.
type fixture struct {
	*View
	t      testing.TB
	store  *watched
	ui     *apptest.Queue
	window fyne.Window
	errors []error
	steps  []catalog.Step
}

func newFixture(t testing.TB, c *workspace.Catalogue) *fixture {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.ModeLight))
	f := &fixture{t: t, store: &watched{Catalogue: c}, ui: apptest.NewQueue()}
	tasks := task.New(t.Context(), f.ui.Post)
	t.Cleanup(tasks.Close)
	f.View = New(f.store, tasks, apptest.Words(t))
	f.OnError = func(err error) { f.errors = append(f.errors, err) }
	f.OnApplied = func(s catalog.Step) { f.steps = append(f.steps, s) }
	f.window = test.NewTempWindow(t, f.Object())
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(320, 900))
	f.ui.Until(t, "the vocabulary", func() bool { return len(f.names.items.list) > 0 })
	return f
}

// show shows photos and waits until they were read.
func (f *fixture) show(ids ...catalog.PhotoID) {
	f.t.Helper()
	f.Show(ids)
	f.ui.Until(f.t, "the photos", func() bool {
		return slices.Equal(f.form, ids) && f.content.read == min(len(ids), maxRead)
	})
}

// settle waits until nothing is being written and the form shows the outcome.
func (f *fixture) settle() {
	f.t.Helper()
	f.ui.Until(f.t, "the writing", func() bool { return !f.writing && len(f.jobs) == 0 })
	read := false
	f.reload()
	f.tasks.Post(func() { read = true })
	f.ui.Until(f.t, "the reading", func() bool { return read })
	want, err := f.store.Photos(f.t.Context(), f.form[:min(len(f.form), maxRead)])
	if err != nil {
		f.t.Fatal(err)
	}
	sum := summary{words: f.words}
	for i := range want {
		sum.add(&want[i], len(f.form) == 1)
	}
	f.ui.Until(f.t, "what was written", func() bool { return sameSummary(&f.content.sum, &sum) })
}

func sameSummary(a, b *summary) bool {
	return fmt.Sprint(describe(a)) == fmt.Sprint(describe(b))
}

func describe(s *summary) []any {
	list := []any{s.photos, s.route.counts, s.caption.counts, s.note.counts, s.source.counts, s.credit.counts, s.dates.counts, s.places.counts, s.kinds.counts, s.stated}
	for _, g := range s.goods {
		list = append(list, g.item, g.photos, g.visible, g.observations, g.statuses)
		if g.judged != nil {
			list = append(list, *g.judged)
		}
		if g.seen != nil {
			seen := g.seen.Seen
			if region := seen.Region; region != nil {
				list = append(list, *region)
			}
			if n := seen.Quantity; n != nil {
				list = append(list, *n)
			}
			seen.Region, seen.Quantity = nil, nil
			list = append(list, seen)
		}
	}
	return list
}

// photo reads a photo as the catalogue has it.
func (f *fixture) photo(id catalog.PhotoID) catalog.Photo {
	f.t.Helper()
	photos, err := f.store.Photos(f.t.Context(), []catalog.PhotoID{id})
	if err != nil || len(photos) != 1 {
		f.t.Fatal(photos, err)
	}
	return photos[0]
}

// item finds an item by name.
func (f *fixture) item(name string) catalog.ItemID {
	f.t.Helper()
	id, err := f.store.FindItem(f.t.Context(), name)
	if err != nil {
		f.t.Fatal(err)
	}
	return id
}

func (f *fixture) edit(e catalog.Edit) {
	f.t.Helper()
	if _, err := f.store.Catalogue.Apply(f.t.Context(), e); err != nil {
		f.t.Fatal(err)
	}
}

func key(o interface{ TypedKey(*fyne.KeyEvent) }, name fyne.KeyName) {
	o.TypedKey(&fyne.KeyEvent{Name: name})
}

func count(from, to catalog.PhotoID) []catalog.PhotoID {
	var ids []catalog.PhotoID
	for id := from; id <= to; id++ {
		ids = append(ids, id)
	}
	return ids
}
