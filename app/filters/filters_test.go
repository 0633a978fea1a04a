package filters

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
)

// fixture is a panel in a window over a source.
type fixture struct {
	*View
	t      *testing.T
	queue  *apptest.Queue
	window fyne.Window
	picks  []string // queries that were asked for
	follow bool     // they are searched for
	errs   []error
}

func newFixture(t *testing.T, source Source) *fixture {
	t.Helper()
	test.NewTempApp(t)
	f := &fixture{t: t, queue: apptest.NewQueue()}
	tasks := task.New(t.Context(), f.queue.Post)
	t.Cleanup(tasks.Close)
	f.View = New(source, tasks, apptest.Words(t), func(s catalog.Status) widgets.Badge {
		return widgets.Badge{Shape: widgets.ShapeDiamond, Letter: strings.ToUpper(string(s[:1]))}
	})
	f.OnQuery = func(q catalog.Query) {
		f.picks = append(f.picks, q.String())
		if f.follow {
			f.Refresh(q)
		}
	}
	f.OnError = func(err error) { f.errs = append(f.errs, err) }
	f.window = test.NewTempWindow(t, f.Object())
	f.window.Resize(fyne.NewSize(220, 600))
	return f
}

// search counts a query and waits for the answer.
func (f *fixture) search(text string) {
	f.t.Helper()
	f.ask(text)
	f.settle()
}

func (f *fixture) ask(text string) {
	f.t.Helper()
	q, err := catalog.ParseQuery(text)
	if err != nil {
		f.t.Fatal(err)
	}
	f.Refresh(q)
}

func (f *fixture) settle() {
	f.t.Helper()
	f.queue.Until(f.t, "the answer", func() bool { return !f.waiting })
}

// lines gives what a section shows: "*" for picked, the label, the count.
func (f *fixture) lines(field catalog.Field) (lines []string) {
	for _, s := range f.sections {
		if s.field != field || s.box.Hidden {
			continue
		}
		for _, r := range s.shown[1:] { // the first is the title
			line := strings.Repeat("  ", r.value.depth) + strings.TrimSpace(r.text()+" "+r.count.Text)
			if r.value.picked() {
				line = "*" + line
			}
			lines = append(lines, line)
		}
	}
	return lines
}

func (f *fixture) row(label string) *row {
	f.t.Helper()
	for _, r := range f.rows() {
		if r.value.label == label {
			return r
		}
	}
	f.t.Fatalf("no row %q", label)
	return nil
}

// literal is a source whose names mean themselves.
type literal struct{}

func (literal) Meant(_ context.Context, q catalog.Query) (catalog.Query, error) { return q, nil }

// counts is a source that gives the same facets for every query.
type counts []catalog.Facet

func (counts) Meant(_ context.Context, q catalog.Query) (catalog.Query, error) { return q, nil }

func (c counts) Facets(context.Context, catalog.Query) ([]catalog.Facet, error) { return c, nil }

func facet(field catalog.Field, name string, count int) catalog.Facet {
	return catalog.Facet{Field: field, Value: name, Label: name, Count: count}
}

func (f *fixture) expect(field catalog.Field, want ...string) {
	f.t.Helper()
	if got := f.lines(field); !slices.Equal(got, want) {
		f.t.Errorf("%s shows %q, not %q", field, got, want)
	}
}

func TestSectionsOfACount(t *testing.T) {
	f := newFixture(t, counts{
		facet(catalog.FieldItem, "refrigerator", 12), facet(catalog.FieldItem, "shopping cart", 3),
		facet(catalog.FieldRoute, "훈춘–원정", 1204),
		facet(catalog.FieldStatus, "sanctioned", 38), facet(catalog.FieldStatus, "not-assessed", 1200),
		facet(catalog.FieldType, "jpeg", 1238),
	})
	f.search("item:fridge -route:quanhe type:jpeg")
	f.expect(catalog.FieldStatus, "Sanctioned 38", "Suspected 0", "Disputed 0", "Exempt 0", "Not listed 0", "Not assessed 1,200")
	f.expect(catalog.FieldItem, "*fridge 1,238", "refrigerator 12", "shopping cart 3")
	f.expect(catalog.FieldRoute, "*not quanhe", "훈춘–원정 1,204")
	f.expect(catalog.FieldType, "*JPEG 1,238")
	f.expect(catalog.FieldBatch)
}

func TestPickingAndUnpicking(t *testing.T) {
	f := newFixture(t, counts{facet(catalog.FieldItem, "shopping cart", 3), facet(catalog.FieldBatch, `SD "A"`, 3), facet(catalog.FieldBatch, "훈춘", 2)})
	f.search(`item:"Shopping Cart" source:gone`)
	f.expect(catalog.FieldItem, "*shopping cart 3")
	f.expect(catalog.FieldSource, "*gone 0")
	for _, label := range []string{"shopping cart", "gone", `SD "A"`, "훈춘", "Disputed"} {
		test.Tap(f.row(label))
	}
	const q = `item:"Shopping Cart" source:gone `
	want := []string{`source:gone -item:"shopping cart"`, `item:"Shopping Cart" -source:gone`, q + `batch:"SD ""A"""`, q + "batch:훈춘", q + "status:disputed"}
	if !slices.Equal(f.picks, want) {
		t.Errorf("picked %q", f.picks)
	}
}

func TestLongSectionsFold(t *testing.T) {
	var many counts
	for i := range 131 {
		many = append(many, facet(catalog.FieldItem, fmt.Sprint("item ", i), 200-i))
	}
	f := newFixture(t, many)
	f.search(`item:"item 100"`)
	lines := f.lines(catalog.FieldItem)
	if len(lines) != 10 || lines[8] != "*item 100 100" || lines[9] != "more (122)" {
		t.Fatalf("at first: %q", lines)
	}
	f.window.Canvas().Focus(f.row("more (122)"))
	f.focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if lines = f.lines(catalog.FieldItem); len(lines) != 110 || lines[108] != "more (23)" || lines[109] != "fewer" {
		t.Fatalf("unfolded: %d, %q", len(lines), lines[100:])
	}
	f.focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if lines = f.lines(catalog.FieldItem); len(lines) != 132 || f.focused == nil || f.focused.value.label != "item 108" {
		t.Errorf("all: %d lines, the keyboard is on %+v", len(lines), f.focused)
	}
	test.Tap(f.row("fewer"))
	if lines = f.lines(catalog.FieldItem); len(lines) != 10 {
		t.Errorf("folded again: %q", lines)
	}
}

func TestKeyboard(t *testing.T) {
	f := newFixture(t, counts{facet(catalog.FieldRoute, "Quanhe", 2), facet(catalog.FieldItem, "cart", 1)})
	f.search("")
	key := func(name fyne.KeyName) { f.focused.TypedKey(&fyne.KeyEvent{Name: name}) }
	f.window.Canvas().Focus(f.row("Not assessed"))
	key(fyne.KeyDown)
	key(fyne.KeySpace)
	key(fyne.KeyDown)
	key(fyne.KeyDown) // stays on the last
	key(fyne.KeyEnter)
	key(fyne.KeyUp)
	if f.focused != f.row("cart") || !slices.Equal(f.picks, []string{"item:cart", "route:Quanhe"}) {
		t.Errorf("picked %q, the keyboard is on %v", f.picks, f.focused.value)
	}
	f.search("item:cart")
	if f.focused != f.row("cart") || f.row("cart").fill.StrokeWidth == 0 {
		t.Error("a row lost the keyboard when it was picked")
	}
}

func TestKeyboardScrollsToTheRow(t *testing.T) {
	f := newFixture(t, counts{facet(catalog.FieldRoute, "Quanhe", 2)})
	f.search("")
	f.window.Resize(fyne.NewSize(200, 120))
	f.window.Canvas().Focus(f.row("Quanhe"))
	if f.scroll.Offset.Y <= 0 {
		t.Error("the row with the keyboard is out of sight")
	}
	f.window.Canvas().Focus(f.row("Sanctioned"))
	if top := f.row("Sanctioned").Position().Y; f.scroll.Offset.Y > top+1 {
		t.Errorf("scrolled to %v, beyond the first row", f.scroll.Offset.Y)
	}
}

func TestOlderCountsDoNotOverwriteNewerOnes(t *testing.T) {
	source := &held{release: map[string]chan struct{}{"old": make(chan struct{}), "new": make(chan struct{})}}
	f := newFixture(t, source)
	f.ask("old")
	f.ask("new")
	close(source.release["new"])
	f.queue.Next(t, 2)
	close(source.release["old"])
	f.queue.Next(t, 1) // its end; its answer was cancelled or is dropped
	f.queue.Drain()
	f.expect(catalog.FieldItem, "new 1")
}

// held answers when it is let, whatever its context says.
type held struct {
	literal
	release map[string]chan struct{}
}

func (h *held) Facets(_ context.Context, q catalog.Query) ([]catalog.Facet, error) {
	<-h.release[q.String()]
	return []catalog.Facet{facet(catalog.FieldItem, q.String(), 1)}, nil
}

type failing struct {
	literal
	err error
}

func (s *failing) Facets(context.Context, catalog.Query) ([]catalog.Facet, error) { return nil, s.err }

func TestFailures(t *testing.T) {
	source := &failing{err: &catalog.QueryError{Reason: catalog.QueryUnknownName}}
	f := newFixture(t, source)
	f.search("item:nothing")
	f.expect(catalog.FieldItem, "*nothing")
	if len(f.errs) > 0 {
		t.Errorf("a query that its user is told about elsewhere: %v", f.errs)
	}
	source.err = &catalog.Error{Code: catalog.ErrCorrupt}
	f.search("")
	if len(f.errs) != 1 || !errors.Is(f.errs[0], source.err) {
		t.Errorf("errors are %v", f.errs)
	}
}

func TestRealCatalogue(t *testing.T) {
	c := apptest.Catalogue(t)
	f := newFixture(t, c)
	f.search("")
	if !f.empty.Visible() {
		t.Error("nothing says what to do in an empty catalogue")
	}
	apptest.Import(t, c, catalog.Intake{Name: "SD 카드 1", Route: "quanhe", Source: "Magpie"}, apptest.PNGs(t, 3))
	f.search("")
	f.expect(catalog.FieldBatch, "SD 카드 1 3")
	f.expect(catalog.FieldSource, "Magpie 3")
	if f.empty.Visible() {
		t.Error("the hint for an empty catalogue stays")
	}
	for _, r := range f.rows() {
		if r.value.term.Value == "not-assessed" || r.value.count == 0 {
			continue
		}
		f.search(f.query.WithRole(r.value.term, catalog.RoleAny).String()) // every pick can be searched for
		if !f.row(r.value.label).value.picked() {
			t.Errorf("%s is not shown as picked", r.value.label)
		}
	}
	f.search("status:disputed batch:\"SD 카드 1\"")
	f.expect(catalog.FieldBatch, "*SD 카드 1 0")
}
