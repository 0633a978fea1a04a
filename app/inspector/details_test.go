package inspector

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// part gives the field of a name in the details of a row.
func (f *fixture) part(row *itemRow, name string) *detail {
	f.t.Helper()
	for _, p := range row.details.parts {
		if p.name == name {
			return p
		}
	}
	f.t.Fatalf("there is no field %s", name)
	return nil
}

func TestDetailsAreSavedInOneStep(t *testing.T) {
	f := goodsOf(t, "refrigerator", catalog.Into)
	row := f.goods.rows[0]
	if row.details.parts != nil || row.details.form.Visible() {
		t.Fatal("the fields are there unasked")
	}
	f.EditDetails()
	first := f.part(row, "direction")
	if !row.details.form.Visible() || f.window.Canvas().Focused() != first.input.(fyne.Focusable) || first.value() != "into" {
		t.Fatalf("the keyboard is at %T", f.window.Canvas().Focused())
	}
	if !row.details.save.Disabled() || row.details.note.Visible() {
		t.Error("there is something to save")
	}
	region := catalog.Region{X: 0.1, Y: 0.1, W: 0.2, H: 0.2}
	o := f.photo(1).Observations[0]
	o.Region = &region // what another program does meanwhile stays
	if _, _, err := f.store.Observe(t.Context(), []catalog.Observation{o}, ""); err != nil {
		t.Fatal(err)
	}
	f.part(row, "basis").input.(*rowSelect).SetSelected("seen in the picture")
	f.part(row, "stage").input.(*rowSelect).SetSelected("warehouse")
	f.part(row, "estimated").input.(*tickBox).SetChecked(true)
	for name, text := range map[string]string{
		"quantity": "1,200", "unit": "cartons", "brand": "Haier", "model": "BCD-1", "label": "冰箱", "made_in": "cn", "use": "for shops", "note": "blue",
	} {
		f.part(row, name).put(text)
	}
	if row.details.save.Disabled() || row.details.note.Text != "unsaved · Enter saves" {
		t.Errorf("below the fields it says %q", row.details.note.Text)
	}
	key(f.part(row, "note").input.(*textEntry), fyne.KeyReturn)
	f.settle()
	got := f.photo(1).Observations[0].Seen
	if got.Quantity == nil || *got.Quantity != 1200 || got.Region == nil || *got.Region != region {
		t.Fatalf("stored is %+v", got)
	}
	got.Quantity, got.Region = nil, nil
	want := catalog.Seen{
		Direction: catalog.Into, Basis: catalog.BasisSeen, Stage: catalog.StageWarehouse, Estimated: true, Unit: "carton", Brand: "Haier",
		Model: "BCD-1", Label: "冰箱", MadeIn: "CN", Use: "for shops", Note: "blue",
	}
	if got != want {
		t.Errorf("stored is %+v", got)
	}
	if len(f.steps) != 1 || f.steps[0].Action != catalog.ActionObserve || !row.details.save.Disabled() {
		t.Errorf("steps are %+v", f.steps)
	}
	for _, words := range []string{"Into the DPRK", "seen in the picture", "warehouse", "1,200 cartons", "Haier BCD-1"} {
		if !strings.Contains(row.facts.Text, words) {
			t.Errorf("the row says %q, without %q", row.facts.Text, words)
		}
	}
	if _, err := f.store.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	f.settle()
	if got := f.photo(1).Observations[0].Seen; got.Quantity != nil || got.Brand != "" || got.Direction != catalog.Into {
		t.Errorf("undone, it is %+v", got)
	}
	if v := f.part(row, "brand").value(); v != "" {
		t.Errorf("the field still says %q", v)
	}
}

func TestWrongDetailsAreRefused(t *testing.T) {
	f := goodsOf(t, "refrigerator", catalog.Into)
	row := f.goods.rows[0]
	f.EditDetails()
	for name, wrong := range map[string]string{"quantity": "a dozen", "made_in": "China"} {
		p := f.part(row, name)
		p.put(wrong)
		key(p.input.(*textEntry), fyne.KeyReturn)
		if f.Busy() || !strings.Contains(row.details.note.Text, strings.ToUpper(wrong)) && !strings.Contains(row.details.note.Text, wrong) {
			t.Errorf("%s %q: it says %q", name, wrong, row.details.note.Text)
		}
		if p.input.(*textEntry).Text != wrong {
			t.Errorf("the field loses %q", wrong)
		}
		key(p.input.(*textEntry), fyne.KeyEscape)
		if p.value() != "" || row.details.note.Visible() {
			t.Errorf("Escape leaves %q", p.value())
		}
	}
}

func TestDetailsWaitForTheirPhoto(t *testing.T) {
	f := newFixture(t, newSamples(t, byCamera, byPhone))
	f.addGoods(1, "refrigerator", catalog.Into)
	f.addGoods(2, "refrigerator", catalog.Into)
	f.show(1)
	f.EditDetails()
	f.part(f.goods.rows[0], "brand").put("Haier")
	f.show(2)
	row := f.goods.rows[0]
	if row.details.form.Visible() || len(row.details.changed()) != 0 {
		t.Fatal("the other photo has them too")
	}
	f.EditDetails()
	if v := f.part(row, "brand").value(); v != "" {
		t.Errorf("the other photo's brand is %q", v)
	}
	f.show(1)
	row = f.goods.rows[0]
	if !row.details.form.Visible() || f.part(row, "brand").value() != "Haier" || row.details.save.Disabled() {
		t.Error("what was typed is lost")
	}
	if o := f.photo(1).Observations[0]; o.Brand != "" {
		t.Errorf("it was saved unasked: %q", o.Brand)
	}
}

// Another reason for a judgement leaves what it rests on in law.
func TestReasonKeepsTheBasis(t *testing.T) {
	f := goodsOf(t, "refrigerator", catalog.Into)
	f.TakeSuggestion(false)
	f.settle()
	row := f.goods.rows[0]
	row.reason.entry.SetText("as the label says")
	row.reason.commit()
	f.settle()
	if d := f.photo(1).Observations[0].Determination; d.Reason != "as the label says" || d.Measure != "UN2397-7" || d.Pack == "" {
		t.Errorf("judged is %+v", d)
	}
}
