package inspector

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

// What is ticked of the exemptions of a suggestion was considered; the judgement
// keeps it and the row shows it.
func TestExemptionsAreConsidered(t *testing.T) {
	f := goodsOf(t, "refrigerator", catalog.Into)
	row := f.goods.rows[0]
	if row.advice.exempt.box.Visible() {
		t.Error("exemptions are offered before anybody asks")
	}
	f.TakeSuggestion(true)
	offered := row.advice.proposals[0].Exemptions
	ticks := row.advice.exempt.ticks
	if len(offered) < 2 || len(ticks) != len(offered) || !row.advice.exempt.box.Visible() {
		t.Fatalf("%q are to be considered, offered are %d", offered, len(ticks))
	}
	test.Tap(ticks[1])
	test.Tap(ticks[0])
	test.Tap(ticks[0])
	key(ticks[0].check, fyne.KeyEscape)
	if row.advice.exempt.box.Visible() || row.advice.reason.Visible() {
		t.Error("Escape does not take them away")
	}
	f.TakeSuggestion(true)
	for _, tick := range row.advice.exempt.ticks {
		if tick.check.Checked {
			t.Error("a tick is left of what was given up")
		}
	}
	f.window.Canvas().Focus(row.advice.exempt.ticks[1].check)
	test.Type(row.advice.exempt.ticks[1].check, " ")
	measure := slices.Index(offered, "UN2397-25")
	test.Tap(row.advice.exempt.ticks[measure])
	test.Type(row.advice.reason, "no exemption was granted")
	key(row.advice.reason, fyne.KeyReturn)
	f.settle()
	d := f.photo(1).Observations[0].Determination
	if d == nil || d.Exemptions != offered[1]+"; UN2397-25" || d.Reason != "no exemption was granted" {
		t.Fatalf("judged is %+v", d)
	}
	if text := row.verdict.law.Text; !strings.Contains(text, offered[1]+"; Resolution 2397 (2017), paragraph 25") {
		t.Errorf("the row says %q", text)
	}
	if row.advice.exempt.box.Visible() {
		t.Error("they are still offered")
	}
}

// For many goods each judgement keeps what was ticked of its own exemptions.
func TestExemptionsOfMany(t *testing.T) {
	f := fourPhotos(t)
	m := f.goods.many
	f.TakeSuggestion(true)
	f.ui.Until(t, "the lines are there", m.box.Visible)
	if !m.exempt.box.Visible() || len(m.exempt.ticks) == 0 {
		t.Fatal("no exemptions are offered")
	}
	first := m.exempt.ticks[0]
	test.Tap(first)
	key(m.reason, fyne.KeyReturn)
	f.settle()
	kept := 0
	for _, id := range f.ids {
		for _, o := range f.photo(id).Observations {
			if o.Determination != nil && o.Determination.Exemptions == first.text {
				kept++
			}
		}
	}
	if kept != 2 {
		t.Errorf("%d judgements keep %q", kept, first.text)
	}
}
