package vocabulary

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
	tables "waybill/catalog/vocabulary"
)

// made is a store of words that are made up.
type made struct {
	mu       sync.Mutex
	items    []catalog.Item
	routes   []catalog.Route
	places   []catalog.PlaceEntry
	units    []catalog.Unit
	calls    []string
	reads    int
	refuse   error         // of everything that is written
	gate     chan struct{} // when not nil, writing waits for it
	rejected []tables.Rejected
}

func someWords() *made {
	return &made{
		items: []catalog.Item{
			{ID: 1, Key: "appliance", Names: catalog.Names{English: "appliance", Korean: "가전제품", Chinese: "家用电器"}},
			{ID: 2, Key: "refrigerator", Names: catalog.Names{English: "household refrigerator", Korean: "냉장고", KoreanNorth: "랭동기", Chinese: "冰箱"}, HS: "8418.21", Parent: 1, Used: 12},
			{ID: 3, Key: "cart", Names: catalog.Names{English: "supermarket cart", Korean: "쇼핑 카트", Chinese: "购物车"}, HS: "8716.80"},
			{ID: 4, Key: "fridge", Names: catalog.Names{English: "fridge"}, Own: true, Used: 3},
			{ID: 5, Key: catalog.UnspecifiedKey, Names: catalog.Names{English: "unspecified goods"}},
		},
		routes: []catalog.Route{{
			ID: 1, Names: catalog.Names{English: "Hunchun to Rason", Korean: "훈춘–라선"}, Mode: catalog.ModeRoad, Direction: catalog.Into, Used: 7,
			Legs: []catalog.Leg{{ID: 11, Kind: "origin", Place: "town-hunchun", Names: catalog.Names{English: "Hunchun"}}},
		}},
		places: []catalog.PlaceEntry{
			{Key: "town-hunchun", Kind: "town", Names: catalog.Names{English: "Hunchun", Korean: "훈춘", Chinese: "珲春"}, Countries: []string{"CN"}, Latitude: 42.8627, Longitude: 130.366, Accuracy: 3000},
			{Key: "quanhe", Kind: "road bridge", Names: catalog.Names{English: "Quanhe", Korean: "권하", Chinese: "圈河"}, Countries: []string{"CN", "KP"}, Latitude: 42.56, Longitude: 130.63, Accuracy: 200},
		},
		units: []catalog.Unit{{ID: 1, Key: "piece", Names: catalog.Names{English: "piece", Korean: "개", Chinese: "件"}, Plural: "pieces", Used: 2}},
	}
}

func (m *made) set(change func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	change()
}

// write notes a call and does what it changes.
func (m *made) write(change func(), format string, args ...any) (catalog.Step, error) {
	m.mu.Lock()
	gate := m.gate
	m.mu.Unlock()
	if gate != nil {
		<-gate
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.calls = append(m.calls, fmt.Sprintf(format, args...))
	if m.refuse != nil {
		return catalog.Step{}, m.refuse
	}
	change()
	return catalog.Step{ID: catalog.StepID(len(m.calls))}, nil
}

func readAll[T any](m *made, list *[]T) ([]T, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.reads++
	return slices.Clone(*list), nil
}

func (m *made) Items(context.Context) ([]catalog.Item, error)   { return readAll(m, &m.items) }
func (m *made) Routes(context.Context) ([]catalog.Route, error) { return readAll(m, &m.routes) }

func (m *made) Places(context.Context) ([]catalog.PlaceEntry, error) { return readAll(m, &m.places) }
func (m *made) Units(context.Context) ([]catalog.Unit, error)        { return readAll(m, &m.units) }

// put changes an element or adds one, and gives its place.
func put[T any](list *[]T, same func(T) bool, e T) {
	if i := slices.IndexFunc(*list, same); i >= 0 {
		(*list)[i] = e
		return
	}
	*list = append(*list, e)
}

func (m *made) SaveItem(_ context.Context, i catalog.Item, _ string) (catalog.ItemID, catalog.Step, error) {
	step, err := m.write(func() {
		if i.ID == 0 {
			i.ID, i.Own = catalog.ItemID(100+len(m.items)), true
		}
		put(&m.items, func(o catalog.Item) bool { return o.ID == i.ID }, i)
	}, "save item %d %q kind of %d", i.ID, i.Names.Label(), i.Parent)
	return i.ID, step, err
}

func (m *made) MergeItems(_ context.Context, from, into catalog.ItemID, _ string) (catalog.Step, error) {
	return m.write(func() { m.items = slices.DeleteFunc(m.items, func(o catalog.Item) bool { return o.ID == from }) }, "merge item %d into %d", from, into)
}

func (m *made) RemoveItem(_ context.Context, id catalog.ItemID, _ string) (catalog.Step, error) {
	return m.write(func() { m.items = slices.DeleteFunc(m.items, func(o catalog.Item) bool { return o.ID == id }) }, "remove item %d", id)
}

func (m *made) SaveRoute(_ context.Context, r catalog.Route, _ string) (catalog.RouteID, catalog.Step, error) {
	step, err := m.write(func() {
		if r.ID == 0 {
			r.ID = catalog.RouteID(100 + len(m.routes))
		}
		put(&m.routes, func(o catalog.Route) bool { return o.ID == r.ID }, r)
	}, "save route %d %q", r.ID, r.Names.Label())
	return r.ID, step, err
}

func (m *made) MergeRoutes(_ context.Context, from, into catalog.RouteID, _ string) (catalog.Step, error) {
	return m.write(func() {}, "merge route %d into %d", from, into)
}

func (m *made) RemoveRoute(_ context.Context, id catalog.RouteID, _ string) (catalog.Step, error) {
	return m.write(func() {}, "remove route %d", id)
}

func (m *made) SaveUnit(_ context.Context, u catalog.Unit, _ string) (catalog.UnitID, catalog.Step, error) {
	step, err := m.write(func() {
		if u.ID == 0 {
			u.ID = catalog.UnitID(100 + len(m.units))
		}
		put(&m.units, func(o catalog.Unit) bool { return o.ID == u.ID }, u)
	}, "save unit %d %q %q", u.ID, u.Names.Label(), u.Plural)
	return u.ID, step, err
}

func (m *made) MergeUnits(_ context.Context, from, into catalog.UnitID, _ string) (catalog.Step, error) {
	return m.write(func() {}, "merge unit %d into %d", from, into)
}

func (m *made) RemoveUnit(_ context.Context, id catalog.UnitID, _ string) (catalog.Step, error) {
	return m.write(func() {}, "remove unit %d", id)
}

func (m *made) SavePlace(_ context.Context, p catalog.PlaceEntry, _ string) (string, catalog.Step, error) {
	if p.Key == "" {
		p.Key = "own-" + p.Names.Label()
	}
	step, err := m.write(func() {
		put(&m.places, func(o catalog.PlaceEntry) bool { return o.Key == p.Key }, p)
	}, "save place %s %v %v ±%v %v", p.Key, p.Latitude, p.Longitude, p.Accuracy, p.Countries)
	return p.Key, step, err
}

func (m *made) MergePlaces(_ context.Context, from, into, _ string) (catalog.Step, error) {
	return m.write(func() {}, "merge place %s into %s", from, into)
}

func (m *made) RemovePlace(_ context.Context, key, _ string) (catalog.Step, error) {
	return m.write(func() {}, "remove place %s", key)
}

func (m *made) ExportVocabulary(context.Context, string) ([]string, error) {
	return []string{"items.tsv", "routes.tsv"}, nil
}

// fixture is a page of vocabularies in a window.
type fixture struct {
	*View
	t      testing.TB
	store  *made
	ui     *apptest.Queue
	window fyne.Window
	steps  []catalog.Step
	errs   []error
	said   []string
	left   int
}

func newFixture(t testing.TB, m *made) *fixture {
	t.Helper()
	apptest.App(t, look.ModeLight)
	f := &fixture{t: t, store: m, ui: apptest.NewQueue()}
	tasks := task.New(t.Context(), f.ui.Post)
	t.Cleanup(tasks.Close)
	f.View = New(m, tasks, apptest.Words(t))
	f.OnStep = func(s catalog.Step) { f.steps = append(f.steps, s); f.Changed() }
	f.OnError = func(err error) { f.errs = append(f.errs, err) }
	f.OnSay = func(text string) { f.said = append(f.said, text) }
	f.OnLeave = func() { f.left++ }
	f.TakeIn = func(context.Context, string) (Taken, []tables.Rejected, catalog.Step, error) {
		m.mu.Lock()
		defer m.mu.Unlock()
		if len(m.rejected) > 0 {
			return Taken{}, m.rejected, catalog.Step{}, &catalog.Error{Code: catalog.ErrInvalid}
		}
		return Taken{Added: 3, Changed: 1}, nil, catalog.Step{ID: 9}, nil
	}
	f.window = test.NewTempWindow(t, f.Object())
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(900, 600))
	f.Open()
	f.settle()
	f.Focus()
	return f
}

// settle waits until everything is read and written.
func (f *fixture) settle() {
	f.t.Helper()
	f.ui.Until(f.t, "the words", func() bool { return !f.writing && !f.stale && !f.busy })
	f.ui.Drain()
}

func (f *fixture) key(names ...fyne.KeyName) {
	f.t.Helper()
	for _, name := range names {
		focused := f.window.Canvas().Focused()
		if focused == nil {
			f.t.Fatal("nothing has the keyboard")
		}
		focused.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// retype puts a text into a field as its user would.
func (f *fixture) retype(o interface {
	fyne.Focusable
	fyne.Shortcutable
}, text string,
) {
	f.t.Helper()
	f.window.Canvas().Focus(o)
	o.TypedShortcut(&fyne.ShortcutSelectAll{})
	o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	test.Type(f.window.Canvas().Focused(), text)
}

// titles gives what stands in the list.
func (f *fixture) titles() (titles []string) {
	for _, e := range f.shown {
		titles = append(titles, e.title)
	}
	return titles
}

func (f *fixture) calls() []string {
	f.store.mu.Lock()
	defer f.store.mu.Unlock()
	return slices.Clone(f.store.calls)
}

func (f *fixture) expect(calls ...string) {
	f.t.Helper()
	if got := f.calls(); !slices.Equal(got, calls) {
		f.t.Errorf("the store was told %q, want %q", got, calls)
	}
}
