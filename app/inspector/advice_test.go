package inspector

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// goodsOf shows photo 1 of the samples with goods of that name in it, as going
// that way.
func goodsOf(t *testing.T, name string, way catalog.Direction) *fixture {
	t.Helper()
	f := newFixture(t, newSamples(t, byCamera))
	f.addGoods(1, name, way)
	f.show(1)
	return f
}

// addGoods puts goods into a photo, as going that way.
func (f *fixture) addGoods(photo catalog.PhotoID, name string, way catalog.Direction) int64 {
	f.t.Helper()
	o := catalog.Observation{Photo: photo, Item: f.item(name), Visible: true, Seen: catalog.Seen{Direction: way}}
	ids, _, err := f.store.Observe(f.t.Context(), []catalog.Observation{o}, "")
	if err != nil {
		f.t.Fatal(err)
	}
	return ids[0]
}

// texts lists what labels in a container say.
func labels(box *fyne.Container) []string {
	var list []string
	for _, o := range box.Objects {
		switch o := o.(type) {
		case *widget.Label:
			list = append(list, o.Text)
		case *fyne.Container:
			list = append(list, labels(o)...)
		}
	}
	return list
}

func TestSuggestionIsTakenOverWithItsBasis(t *testing.T) {
	f := goodsOf(t, "refrigerator", catalog.Into)
	row := f.goods.rows[0]
	if got := strings.Join(labels(row.advice.lines), "\n"); !strings.Contains(got, "Resolution 2397 (2017), paragraph 7") || !strings.Contains(got, "literal match") {
		t.Fatalf("suggested is %q", got)
	}
	if row.advice.take.Text != "Take over: Sanctioned" || !row.advice.keys.Visible() || row.verdict.law.Visible() {
		t.Errorf("the key says %q", row.advice.take.Text)
	}
	if d := f.photo(1).Observations[0].Determination; d != nil {
		t.Fatalf("shown alone, it is judged: %+v", d)
	}
	test.Tap(row.advice.take)
	f.settle()
	d := f.photo(1).Observations[0].Determination
	want := catalog.Legal{Measure: "UN2397-7", Pack: "un-dprk-2397 1", Direction: catalog.Into}
	if d == nil || d.Status != catalog.Sanctioned || d.Legal != want || d.By != "AB" {
		t.Fatalf("judged is %+v", d)
	}
	if !strings.Contains(row.verdict.law.Text, "Sanctioned – Resolution 2397 (2017), paragraph 7") || row.verdict.law.Importance == widget.LowImportance ||
		!strings.HasPrefix(row.verdict.by.Text, "by AB, ") {
		t.Errorf("the row says %q, %q", row.verdict.law.Text, row.verdict.by.Text)
	}
	if row.advice.keys.Visible() || !row.advice.lines.Visible() {
		t.Error("what was taken over is offered again, or not shown any more")
	}
	if len(f.steps) != 1 || f.steps[0].Action != catalog.ActionDetermine {
		t.Errorf("steps are %+v", f.steps)
	}
	f.TakeSuggestion(false)
	f.settle()
	if len(f.steps) != 1 {
		t.Error("it is taken over twice")
	}
}

func TestReasonIsAskedFor(t *testing.T) {
	f := goodsOf(t, "refrigerator", catalog.Into)
	row := f.goods.rows[0]
	f.TakeSuggestion(true)
	if f.window.Canvas().Focused() != fyne.Focusable(row.advice.reason) {
		t.Fatalf("the keyboard is at %T", f.window.Canvas().Focused())
	}
	key(row.advice.reason, fyne.KeyEscape)
	if row.advice.reason.Visible() || f.Busy() {
		t.Error("Escape does not close the field")
	}
	f.TakeSuggestion(true)
	test.Type(row.advice.reason, "the label says so")
	left := false
	f.OnLeave = func() { left = true }
	key(row.advice.reason, fyne.KeyReturn)
	f.settle()
	if !left {
		t.Error("the keyboard stays in a field that went away")
	}
	if d := f.photo(1).Observations[0].Determination; d == nil || d.Reason != "the label says so" || d.Measure != "UN2397-7" {
		t.Fatalf("judged is %+v", d)
	}
	if row.advice.reason.Visible() || row.reason.entry.Text != "the label says so" {
		t.Errorf("the row keeps the field, its reason is %q", row.reason.entry.Text)
	}
}

func TestDirectionIsOneTapAway(t *testing.T) {
	f := goodsOf(t, "refrigerator", "")
	row := f.goods.rows[0]
	if row.advice.missing.Text != "Which way the goods went is not known." || !row.advice.ways.Visible() || row.advice.keys.Visible() || row.advice.lines.Visible() {
		t.Fatalf("without a direction it says %q", row.advice.missing.Text)
	}
	f.TakeSuggestion(false)
	into := row.advice.ways.Objects[0].(*widgets.Chip)
	if f.window.Canvas().Focused() != into {
		t.Errorf("the keyboard is at %T", f.window.Canvas().Focused())
	}
	if into.Text() != "Into the DPRK" {
		t.Fatalf("the first choice is %q", into.Text())
	}
	test.Tap(into)
	f.settle()
	if o := f.photo(1).Observations[0]; o.Direction != catalog.Into || o.Basis != "" {
		t.Errorf("the goods go %q, known by %q", o.Direction, o.Basis)
	}
	if row.advice.ways.Visible() || !row.advice.keys.Visible() || !strings.Contains(row.facts.Text, "Into the DPRK") {
		t.Errorf("then the row says %q", row.facts.Text)
	}
	said := ""
	f.OnSay = func(text string) { said = text }
	f.TakeSuggestion(false)
	f.settle()
	if f.TakeSuggestion(false); said != "There is no suggestion to take over here." {
		t.Errorf("when it was taken it says %q", said)
	}
}

// An arrow would judge at once, and again on the way to what is meant.
func TestArrowsDoNotJudge(t *testing.T) {
	f := goodsOf(t, "refrigerator", catalog.Into)
	row := f.goods.rows[0]
	key(row.status, fyne.KeyDown)
	f.settle()
	if d := f.photo(1).Observations[0].Determination; d != nil {
		t.Errorf("judged is %+v", d)
	}
	if f.window.Canvas().Overlays().Top() == nil {
		t.Error("the list is not open")
	}
}

func TestEscapeLeadsOutOfARow(t *testing.T) {
	f := goodsOf(t, "refrigerator", catalog.Into)
	left := 0
	f.OnLeave = func() { left++ }
	row := f.goods.rows[0]
	f.EditDetails()
	for i, o := range []fyne.Focusable{row.status, row.seen, f.part(row, "stage").input.(*rowSelect), f.part(row, "estimated").input.(*tickBox)} {
		if key(o, fyne.KeyEscape); left != i+1 {
			t.Fatalf("Escape leads out %d times after %T", left, o)
		}
	}
	stage := f.part(row, "stage").input.(*rowSelect)
	stage.SetSelected("warehouse")
	key(stage, fyne.KeyReturn)
	f.settle()
	if o := f.photo(1).Observations[0]; o.Stage != catalog.StageWarehouse {
		t.Errorf("Enter keeps the stage %q", o.Stage)
	}
}

// The status of what is taken over: only what is certain is sanctioned.
func TestStatusOfASuggestion(t *testing.T) {
	within := catalog.Suggestion{Measure: "M", Kind: catalog.SuggestLiteral, InForce: catalog.InForceWithin}
	with := func(change func(*catalog.Suggestion)) catalog.Suggestion {
		s := within
		change(&s)
		return s
	}
	for name, c := range map[string]struct {
		suggestion catalog.Suggestion
		want       catalog.Status
	}{
		"literal":     {within, catalog.Sanctioned},
		"condition":   {with(func(s *catalog.Suggestion) { s.Condition = "if precious" }), catalog.Suspected},
		"no date":     {with(func(s *catalog.Suggestion) { s.InForce = catalog.InForceUnknown }), catalog.Suspected},
		"either side": {with(func(s *catalog.Suggestion) { s.InForce = catalog.InForceStraddles }), catalog.Suspected},
		"derived":     {with(func(s *catalog.Suggestion) { s.Kind = catalog.SuggestDerived }), catalog.Suspected},
		"ambiguous":   {with(func(s *catalog.Suggestion) { s.Kind = catalog.SuggestAmbiguous }), catalog.Suspected},
		"luxury":      {with(func(s *catalog.Suggestion) { s.Kind = catalog.SuggestLuxury }), catalog.Suspected},
		"quota":       {with(func(s *catalog.Suggestion) { s.Kind = catalog.SuggestQuota }), catalog.Suspected},
		"conflict":    {with(func(s *catalog.Suggestion) { s.Kind = catalog.SuggestConflict }), catalog.Disputed},
		"unlisted":    {catalog.Suggestion{Kind: catalog.SuggestUnlisted}, catalog.NotListed},
	} {
		p := workspace.Proposal{Suggestion: c.suggestion, Pack: "pack 1"}
		if got := p.Status(); got != c.want {
			t.Errorf("%s gives %s, want %s", name, got, c.want)
		}
	}
}

// The carts: the app shows the conflict and decides nothing until asked.
func TestConflictIsShown(t *testing.T) {
	f := goodsOf(t, "shopping_cart", catalog.Into)
	row := f.goods.rows[0]
	if got := strings.Join(labels(row.advice.lines), "\n"); !strings.Contains(got, "the source reads it otherwise") || !strings.Contains(got, "paragraph 7") {
		t.Errorf("suggested is %q", got)
	}
	f.TakeSuggestion(false)
	f.settle()
	if d := f.photo(1).Observations[0].Determination; d == nil || d.Status != catalog.Disputed {
		t.Errorf("judged is %+v", d)
	}
}

// Keys act on the goods selected in the picture, else on those that wait.
func TestSuggestionsAreTakenInTurn(t *testing.T) {
	f := newFixture(t, newSamples(t, byCamera))
	first, second := f.addGoods(1, "refrigerator", catalog.Into), f.addGoods(1, "ceramic_tile", catalog.Into)
	f.show(1)
	f.SetGoods(second)
	f.TakeSuggestion(false)
	f.settle()
	f.SetGoods(0)
	judged := map[int64]catalog.Status{}
	read := func() {
		for _, o := range f.photo(1).Observations {
			judged[o.ID] = o.Status()
		}
	}
	if read(); judged[first] != catalog.NotAssessed || judged[second] != catalog.NotListed {
		t.Fatalf("judged is %v", judged)
	}
	f.TakeSuggestion(false)
	f.settle()
	if read(); judged[first] != catalog.Sanctioned {
		t.Errorf("judged is %v", judged)
	}
}

func TestLockedInspectorOffersNoJudgement(t *testing.T) {
	c := newSamples(t, byCamera)
	f := newFixture(t, c)
	f.addGoods(1, "refrigerator", catalog.Into)
	f.addGoods(1, "ceramic_tile", "")
	f.Lock()
	f.show(1)
	for _, r := range f.goods.rows {
		if r.advice.keys.Visible() || r.advice.ways.Visible() || r.verdict.reviews.keys.Visible() {
			t.Errorf("%s can be judged", r.goods.name)
		}
	}
	f.TakeSuggestion(false)
	time.Sleep(10 * time.Millisecond)
	if f.Busy() {
		t.Error("it writes")
	}
}

// While the next photo is read the form still speaks of the one before.
func TestKeysAreForWhatIsSelected(t *testing.T) {
	f := newFixture(t, newSamples(t, byCamera, byPhone))
	f.addGoods(1, "refrigerator", catalog.Into)
	f.addGoods(2, "refrigerator", catalog.Into)
	f.show(1)
	f.Show([]catalog.PhotoID{2})
	f.TakeSuggestion(false)
	second := func() bool { return slices.Equal(f.form, []catalog.PhotoID{2}) }
	f.ui.Until(t, "the second photo", second)
	f.settle()
	if got := f.statuses(1, 2); got != "refrigerator not-assessed, refrigerator suspected" && got != "refrigerator not-assessed, refrigerator sanctioned" {
		t.Errorf("judged is %s", got)
	}
	f.Show([]catalog.PhotoID{1})
	f.TakeSuggestion(false)
	f.Show([]catalog.PhotoID{2})
	f.ui.Until(t, "the second photo", second)
	f.settle()
	if got := f.statuses(1); got != "refrigerator not-assessed" {
		t.Errorf("judged is %s, which was not seen", got)
	}
}
