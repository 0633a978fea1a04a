package inspector

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/catalog"
)

func TestEarlierJudgementsAreFolded(t *testing.T) {
	f := goodsOf(t, "refrigerator", catalog.Into)
	for _, s := range []catalog.Status{catalog.Suspected, catalog.Disputed, catalog.Exempt} {
		f.edit(catalog.Edit{Photos: []catalog.PhotoID{1}, Status: &s, AllItems: true})
	}
	f.settle()
	d := f.goods.rows[0].verdict
	if d.earlier.Text != "2 earlier" || d.line.Visible() {
		t.Fatalf("it says %q", d.earlier.Text)
	}
	d.earlier.OnTapped()
	if got := labels(d.line); !d.line.Visible() || len(got) != 2 || !strings.HasPrefix(got[0], "Disputed") || !strings.HasPrefix(got[1], "Suspected") {
		t.Errorf("earlier are %q", got)
	}
	withdrawn := catalog.NotAssessed
	f.edit(catalog.Edit{Photos: []catalog.PhotoID{1}, Status: &withdrawn, AllItems: true})
	f.settle()
	if d.by.Visible() || len(d.line.Objects) != 4 {
		t.Errorf("withdrawn, it says %q, and lists %q", d.by.Text, labels(d.line))
	}
}

func TestOthersReview(t *testing.T) {
	f := goodsOf(t, "refrigerator", catalog.Into)
	f.TakeSuggestion(false)
	f.settle()
	x := f.goods.rows[0].verdict.reviews
	if x.keys.Visible() {
		t.Fatal("its author is asked to review it")
	}
	if _, err := f.store.SetEditor(t.Context(), "CD"); err != nil {
		t.Fatal(err)
	}
	f.reload()
	f.ui.Until(t, "somebody else can review it", x.keys.Visible)
	test.Tap(x.keys.Objects[1].(*widget.Button))
	if f.window.Canvas().Focused() != fyne.Focusable(x.words) {
		t.Fatalf("the keyboard is at %T", f.window.Canvas().Focused())
	}
	key(x.words, fyne.KeyReturn)
	if f.settle(); len(f.photo(1).Observations[0].Determination.Reviews) != 0 {
		t.Error("a disagreement needs no reason")
	}
	test.Type(x.words, "it is a freezer")
	key(x.words, fyne.KeyReturn)
	f.settle()
	reviews := f.photo(1).Observations[0].Determination.Reviews
	if len(reviews) != 1 || reviews[0].Kind != catalog.Disagrees || reviews[0].Text != "it is a freezer" || reviews[0].By != "CD" {
		t.Fatalf("reviews are %+v", reviews)
	}
	if got := strings.Join(labels(x.list), "\n"); !strings.Contains(got, "CD disagrees") || !strings.Contains(got, "it is a freezer") || x.words.Visible() {
		t.Errorf("the row says %q", got)
	}
	resolve := x.list.Objects[0].(*fyne.Container).Objects[1].(*widget.Hyperlink)
	resolve.OnTapped()
	f.settle()
	if r := f.photo(1).Observations[0].Determination.Reviews; !r[0].Resolved {
		t.Errorf("reviews are %+v", r)
	}
	if got := strings.Join(labels(x.list), "\n"); !strings.HasSuffix(got, "(resolved)") {
		t.Errorf("the row says %q", got)
	}
	test.Tap(x.keys.Objects[0].(*widget.Button))
	f.settle()
	if r := f.photo(1).Observations[0].Determination.Reviews; len(r) != 2 || r[1].Kind != catalog.Agrees {
		t.Errorf("reviews are %+v", r)
	}
}
