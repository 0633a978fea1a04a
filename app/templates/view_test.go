package templates

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// fixture is the sheet in a window over a real catalogue of three photos, the
// first of which has values.
type fixture struct {
	*View
	t         *testing.T
	ui        *apptest.Queue
	catalogue *workspace.Catalogue
	steps     []catalog.Step
	given     []string
	closed    int
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	apptest.App(t, look.ModeLight)
	f := &fixture{t: t, ui: apptest.NewQueue(), catalogue: apptest.Catalogue(t)}
	apptest.Import(t, f.catalogue, catalog.Intake{Name: "July", Route: "Hunchun–Quanhe–Wonjong–Rason"}, apptest.PNGs(t, 3))
	item, err := f.catalogue.FindItem(t.Context(), "refrigerator")
	if err != nil {
		t.Fatal(err)
	}
	stage, status, caption := catalog.StageWarehouse, catalog.Suspected, "훈춘의 창고"
	if _, err := f.catalogue.Apply(t.Context(), catalog.Edit{
		Photos: []catalog.PhotoID{1}, AddItems: []catalog.ItemID{item}, Stage: &stage, Status: &status, AllItems: true, Caption: &caption,
		Statements: []catalog.Statement{{Property: catalog.PropTaken, Raw: "early July 2023", Value: "2023-07-01/2023-07-10"}},
	}); err != nil {
		t.Fatal(err)
	}
	tasks := task.New(t.Context(), f.ui.Post)
	t.Cleanup(tasks.Close)
	f.View = New(f.catalogue, tasks, apptest.Words(t))
	f.OnStep = func(s catalog.Step) { f.steps = append(f.steps, s) }
	f.OnGive = func(name string) { f.given = append(f.given, name) }
	f.OnClose = func() { f.closed++ }
	w := test.NewTempWindow(t, f.Object())
	w.Resize(fyne.NewSize(700, 500))
	return f
}

// fromPhoto shows the sheet for the first photo.
func (f *fixture) fromPhoto() {
	f.t.Helper()
	f.Show(Origin{Title: "from", Locks: []string{"route"}, Edit: func(ctx context.Context) (catalog.Edit, error) { return f.catalogue.Given(ctx, 1) }}, 2)
	f.ui.Until(f.t, "what it is made of", func() bool { return !f.save.Disabled() })
}

// make keeps a new template.
func (f *fixture) make(name string, key int) {
	f.t.Helper()
	f.fromPhoto()
	test.Type(f.name, name)
	f.key.SetSelectedIndex(key)
	n := len(f.list)
	f.name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f.ui.Until(f.t, "the template", func() bool { return len(f.list) == n+1 })
}

func (f *fixture) row(i int) *row { return f.rows.Objects[i].(*row) }

func TestTemplateFromPhoto(t *testing.T) {
	f := newFixture(t)
	f.fromPhoto()
	for _, part := range []string{"Goods: household refrigerator", "Status: Suspected", "Stage: warehouse", "Route: Hunchun", "Taken: early July 2023", "Caption: 훈춘의 창고", "1 field locked"} {
		if !strings.Contains(f.holds.Text, part) {
			t.Errorf("%q is not in %q", part, f.holds.Text)
		}
	}
	f.make("창고, 아주 긴 이름의 견본 – warehouse at the border with a very long name", 3)
	if row := f.row(0); row.key.key() != "3" || row.give.Text != "Give to 2 photos" || f.name.Text != "" || len(f.steps) != 1 {
		t.Errorf("the row has key %q and %q; %d steps", row.key.key(), row.give.Text, len(f.steps))
	}
	if n := f.list[0].Name; true {
		step, err := f.catalogue.ApplyTemplate(t.Context(), n, []catalog.PhotoID{2, 3}, "")
		if err != nil || step.Touched != 2 {
			t.Fatal(step, err)
		}
	}
	p, err := f.catalogue.Photo(t.Context(), 3)
	if err != nil || p.Caption != "훈춘의 창고" || p.Observations[0].Stage != catalog.StageWarehouse || p.Status != catalog.Suspected || p.Date == nil {
		t.Errorf("the third has %+v, %v", p, err)
	}
}

func TestTemplatesAreRenamedRekeyedAndDeleted(t *testing.T) {
	f := newFixture(t)
	f.make("Yard", 1)
	f.make("Bridge", 2)
	f.row(1).key.SetSelectedIndex(1) // takes the key of the first
	f.ui.Until(t, "the other key", func() bool { return f.list[0].Name == "Bridge" && f.list[0].Key == "1" && f.list[1].Key == "" })
	f.row(0).name.SetText("New bridge")
	f.row(0).name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f.ui.Until(t, "the other name", func() bool { return f.list[0].Name == "New bridge" })
	f.row(0).name.SetText("yard")
	f.row(0).name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f.ui.Until(t, "the refusal", func() bool { return !f.note.Hidden })
	if !strings.Contains(f.note.Text, "yard") {
		t.Errorf("it says %q", f.note.Text)
	}
	f.fromPhoto()
	test.Type(f.name, "YARD")
	f.saveNew()
	f.ui.Until(t, "the refusal of a new one", func() bool { return !f.note.Hidden })
	if f.name.Text != "YARD" {
		t.Error("what was typed is gone")
	}
	test.Tap(f.row(0).away)
	f.ui.Until(t, "one is gone", func() bool { return len(f.list) == 1 && f.list[0].Name == "Yard" })
	for range 2 { // each is a step that goes back
		if _, err := f.catalogue.Undo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
	}
	f.Changed()
	f.ui.Until(t, "it is back", func() bool { return len(f.list) == 2 && f.list[0].Name == "Bridge" })
	f.row(0).give.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(f.given) != 1 || f.given[0] != "Bridge" || f.closed != 1 {
		t.Errorf("given is %v, closed %d times", f.given, f.closed)
	}
	f.row(0).key.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.closed != 2 {
		t.Error("Escape does not close it")
	}
}

func TestTemplateOfWhatItCannotHold(t *testing.T) {
	f := newFixture(t)
	f.Show(Origin{Title: "from", Edit: func(context.Context) (catalog.Edit, error) {
		return catalog.Edit{ClearItems: true, AddText: map[catalog.Field]string{catalog.FieldNote: "x"}}, nil
	}}, 0)
	f.ui.Until(t, "the word", func() bool { return f.holds.Text != "" })
	if !f.save.Disabled() || !strings.Contains(f.holds.Text, "Nothing that a template could hold") || !strings.Contains(f.holds.Text, "not kept") {
		t.Errorf("it says %q", f.holds.Text)
	}
	f.Show(Origin{}, 0)
	if !f.create.Hidden {
		t.Error("it offers a new template of nothing")
	}
}
