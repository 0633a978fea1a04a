package inspector

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/app/widgets"
	"waybill/catalog"
)

// fourPhotos are refrigerators in three photos, of which one without a
// direction, carts in one of them, and tiles that are judged already.
func fourPhotos(t *testing.T) *fixture {
	t.Helper()
	f := newFixture(t, newSamples(t, byCamera, byPhone, byWhatsApp, byLostClock))
	f.addGoods(1, "refrigerator", catalog.Into)
	f.addGoods(2, "refrigerator", catalog.Into)
	f.addGoods(2, "shopping_cart", catalog.Into)
	f.addGoods(3, "refrigerator", "")
	f.addGoods(4, "ceramic_tile", catalog.Into)
	suspected := catalog.Suspected
	f.edit(catalog.Edit{Photos: []catalog.PhotoID{4}, Status: &suspected})
	date := catalog.Statement{Property: catalog.PropTaken, Raw: "3 July 2023", Value: "2023-07-03"}
	f.edit(catalog.Edit{Photos: count(1, 4), Statements: []catalog.Statement{date}})
	f.show(count(1, 4)...)
	return f
}

func (f *fixture) statuses(ids ...catalog.PhotoID) string {
	f.t.Helper()
	var list []string
	for _, id := range ids {
		for _, o := range f.photo(id).Observations {
			list = append(list, o.ItemKey+" "+string(o.Status()))
		}
	}
	return strings.Join(list, ", ")
}

func TestSuggestionsOfManyAreTakenInOneStep(t *testing.T) {
	f := fourPhotos(t)
	m := f.goods.many
	f.TakeSuggestion(false)
	f.ui.Until(t, "the lines are there", m.box.Visible)
	want := []string{
		"2 × household refrigerator, Into the DPRK, Resolution 2397 (2017), paragraph 7: Sanctioned",
		"1 × supermarket shopping cart, Into the DPRK, conflict with Resolution 2397 (2017), paragraph 7: left",
		"1 × household refrigerator, without a direction: left",
		"1 × ceramic tile, judged already: left",
	}
	if got := labels(m.lines); !slices.Equal(got, want) {
		t.Errorf("the lines are\n%s", strings.Join(got, "\n"))
	}
	if f.window.Canvas().Focused() != fyne.Focusable(m.take) || m.take.Text() != "Take over 2" || m.reason.Visible() {
		t.Fatalf("the keyboard is at %T, %q", f.window.Canvas().Focused(), m.take.Text())
	}
	before := f.statuses(count(1, 4)...)
	key(m.take, fyne.KeyReturn)
	f.settle()
	after := "refrigerator sanctioned, refrigerator sanctioned, shopping_cart not-assessed, refrigerator not-assessed, ceramic_tile suspected"
	if got := f.statuses(count(1, 4)...); got != after {
		t.Errorf("judged is %s", got)
	}
	if len(f.steps) != 1 || f.steps[0].Action != catalog.ActionDetermine || m.box.Visible() {
		t.Errorf("steps are %+v", f.steps)
	}
	if d := f.photo(2).Observations[0].Determination; d.Measure != "UN2397-7" || d.Pack != "un-dprk-2397 1" || d.Direction != catalog.Into {
		t.Errorf("judged is %+v", d)
	}
	if _, err := f.store.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if got := f.statuses(count(1, 4)...); got != before {
		t.Errorf("undone, it is %s", got)
	}
}

func TestReasonForMany(t *testing.T) {
	f := fourPhotos(t)
	m := f.goods.many
	f.TakeSuggestion(true)
	f.ui.Until(t, "the lines are there", m.box.Visible)
	if f.window.Canvas().Focused() != fyne.Focusable(m.reason) {
		t.Fatalf("the keyboard is at %T", f.window.Canvas().Focused())
	}
	m.reason.SetText("labels")
	key(m.reason, fyne.KeyReturn)
	f.settle()
	for _, id := range count(1, 2) {
		if d := f.photo(id).Observations[0].Determination; d == nil || d.Reason != "labels" {
			t.Errorf("photo %d is judged %+v", id, d)
		}
	}
}

func TestTakingManyIsGivenUp(t *testing.T) {
	f := fourPhotos(t)
	m := f.goods.many
	left := false
	f.OnLeave = func() { left = true }
	f.TakeSuggestion(false)
	f.ui.Until(t, "the lines are there", m.box.Visible)
	key(m.take, fyne.KeyEscape)
	if m.box.Visible() || !left {
		t.Error("Escape does not take it away")
	}
	f.TakeSuggestion(false)
	f.ui.Until(t, "the lines are there", m.box.Visible)
	f.show(3, 4)
	if m.box.Visible() {
		t.Error("the lines are about other photos")
	}
	f.TakeSuggestion(false)
	f.ui.Until(t, "the lines are there", m.box.Visible)
	if m.take.Visible() || len(m.lines.Objects) != 2 || f.window.Canvas().Focused() != m.ways.Objects[0].(fyne.Focusable) {
		t.Errorf("offered is %q, the keyboard is at %T", m.take.Text(), f.window.Canvas().Focused())
	}
	if got := f.statuses(3, 4); got != "refrigerator not-assessed, ceramic_tile suspected" || len(f.steps) != 0 {
		t.Errorf("judged is %s", got)
	}
}

// What waits for a direction gets it for all at once, and is offered then.
func TestDirectionOfMany(t *testing.T) {
	f := fourPhotos(t)
	m := f.goods.many
	f.show(3, 4)
	f.TakeSuggestion(false)
	f.ui.Until(t, "the lines are there", m.box.Visible)
	into := m.ways.Objects[0].(*widgets.Chip)
	if !m.ways.Visible() || into.Text() != "Into the DPRK (1)" || f.window.Canvas().Focused() != into {
		t.Fatalf("asked is %q, the keyboard is at %T", into.Text(), f.window.Canvas().Focused())
	}
	key(into, fyne.KeyReturn)
	f.ui.Until(t, "it can be taken over", func() bool { return m.box.Visible() && m.take.Visible() })
	if o := f.photo(3).Observations[0]; o.Direction != catalog.Into || len(f.steps) != 1 {
		t.Errorf("the goods go %q, by %d steps", o.Direction, len(f.steps))
	}
	if m.ways.Visible() || m.take.Text() != "Take over 1" {
		t.Errorf("then it offers %q", m.take.Text())
	}
}
