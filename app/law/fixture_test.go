package law

import (
	"context"
	"io"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/rules"
	"waybill/catalog/workspace"
)

// made is a source of judgements that are made up: one in each photo.
type made struct {
	mu      sync.Mutex
	pack    *rules.Pack
	list    []workspace.Concern
	stood   []int64
	taken   []int64
	broken  error // of reading the list
	refused error // of settling
	gate    chan struct{}
}

// madeOf makes n of them, all of the same goods.
func madeOf(t testing.TB, n int) *made {
	t.Helper()
	pack, err := rules.Load(func(name string) ([]byte, error) { return assets.RuleTable(assets.DefaultRulePack, name) })
	if err != nil {
		t.Fatal(err)
	}
	old, ok := pack.Measure("UN2397-7")
	if !ok {
		t.Fatal("there is no paragraph 7")
	}
	now := old
	now.Title = "Machinery, vehicles and metals"
	m := &made{pack: pack}
	for i := range n {
		id := int64(i + 1)
		m.list = append(m.list, workspace.Concern{
			Observation: catalog.Observation{
				ID: id, Photo: catalog.PhotoID(id), ItemName: "household refrigerator", Visible: true,
				Determination: &catalog.Determination{ID: id, Observation: id, Status: catalog.Sanctioned, Legal: catalog.Legal{Measure: old.ID, Pack: "un-dprk-2397 0"}},
			},
			Effect: &rules.Effect{Reasons: []rules.Reason{rules.ReasonChanged}, OldBasis: &old, NewBasis: &now},
			Date:   "2023-07-02", Was: "un-dprk-2397 0", Is: pack.Name(),
			First: &workspace.Proposal{Suggestion: catalog.Suggestion{Measure: "UN2397-6", Instrument: "S/RES/2397(2017)", Paragraph: "6", Title: "another", Kind: catalog.SuggestLiteral, InForce: catalog.InForceWithin}, Pack: pack.Name()},
		})
	}
	return m
}

func (m *made) set(change func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	change()
}

func (m *made) Packs(context.Context) ([]*rules.Pack, error) { return []*rules.Pack{m.pack}, nil }

func (m *made) Outdated(context.Context) iter.Seq2[[]workspace.Concern, error] {
	m.mu.Lock()
	list, broken := slices.Clone(m.list), m.broken
	m.mu.Unlock()
	return func(yield func([]workspace.Concern, error) bool) {
		if broken != nil {
			yield(nil, broken)
			return
		}
		for page := range slices.Chunk(list, 500) {
			if !yield(page, nil) {
				return
			}
		}
	}
}

func (m *made) OutdatedIn(_ context.Context, photos []catalog.PhotoID) ([]workspace.Concern, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var list []workspace.Concern
	for _, x := range m.list {
		if slices.Contains(photos, x.Photo) {
			list = append(list, x)
		}
	}
	return list, nil
}

func (m *made) DiffPack(context.Context, string) (*workspace.PackDiff, error) {
	return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "load rule pack", Err: &rules.TableError{
		File: "goods.tsv", Line: 4, Column: "hs2022", Number: 6, Problem: rules.ProblemHS, Cell: "84x8",
	}}
}

func (m *made) LoadPack(context.Context, string, string) (*rules.Pack, catalog.Step, error) {
	return m.pack, catalog.Step{ID: 1}, nil
}

func (m *made) Stand(ctx context.Context, ids []int64, _ string) (catalog.Step, error) {
	return m.settle(ctx, ids, &m.stood)
}

func (m *made) TakeNew(ctx context.Context, ids []int64, _, _ string) (catalog.Step, error) {
	return m.settle(ctx, ids, &m.taken)
}

func (m *made) settle(ctx context.Context, ids []int64, into *[]int64) (catalog.Step, error) {
	m.mu.Lock()
	gate := m.gate
	m.mu.Unlock()
	if gate != nil {
		select {
		case <-gate:
		case <-ctx.Done():
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.refused != nil {
		return catalog.Step{}, m.refused
	}
	*into = append(*into, ids...)
	m.list = slices.DeleteFunc(m.list, func(x workspace.Concern) bool { return slices.Contains(ids, x.ID) })
	return catalog.Step{ID: 1, Action: catalog.ActionDetermine}, nil
}

// fixture is the page in a window.
type fixture struct {
	*View
	t      testing.TB
	ui     *apptest.Queue
	window fyne.Window
	shown  []catalog.PhotoID
	steps  int
	errs   []error
	said   []string
	runes  []rune
	left   int
	file   *strings.Builder
}

func newFixture(t testing.TB, source Source) *fixture {
	t.Helper()
	apptest.App(t, look.ModeLight)
	f := &fixture{t: t, ui: apptest.NewQueue(), file: &strings.Builder{}}
	tasks := task.New(t.Context(), f.ui.Post)
	t.Cleanup(tasks.Close)
	f.View = New(source, tasks, apptest.Words(t))
	f.OnShow = func(id catalog.PhotoID) { f.shown = append(f.shown, id) }
	f.OnStep = func(catalog.Step) { f.steps++ }
	f.OnError = func(err error) { f.errs = append(f.errs, err) }
	f.OnSay = func(text string) { f.said = append(f.said, text) }
	f.OnRune = func(r rune) { f.runes = append(f.runes, r) }
	f.OnLeave = func() { f.left++ }
	f.OnChoose = func(chosen func(string)) { chosen("somewhere") }
	f.OnSave = func(write func(io.WriteCloser, bool)) { write(closing{f.file}, false) }
	f.window = test.NewTempWindow(t, f.Object())
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(420, 640))
	return f
}

type closing struct{ io.Writer }

func (closing) Close() error { return nil }

// begin opens the page and waits for the list.
func (f *fixture) begin() {
	f.t.Helper()
	f.Open()
	f.settled()
	f.Focus()
}

func (f *fixture) settled() {
	f.t.Helper()
	f.ui.Until(f.t, "the list", func() bool { return !f.reading && len(f.busy) == 0 && len(f.changed) == 0 })
}

func (f *fixture) key(names ...fyne.KeyName) {
	for _, name := range names {
		f.list.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// rows gives the rows that show something, by their entries.
func (f *fixture) rows() map[int]*row {
	found := map[int]*row{}
	for _, r := range rowsIn(f.list) {
		if r.index >= 0 {
			found[r.index] = r
		}
	}
	return found
}

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
