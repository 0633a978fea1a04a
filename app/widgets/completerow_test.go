package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestDetailOfACompletionGetsWhatTheNameLeaves(t *testing.T) {
	test.NewTempApp(t)
	l := newCompletionLayer(NewCompleteEntry(nil), test.NewCanvas())
	for _, c := range []struct {
		name, detail string
		width        float32
		cut          bool // the detail is
	}{
		{"supermarket shopping cart", "쇼핑카트 · 购物车 · 购物手推车 · 超市手推车", 300, true},
		{"truck", "트럭 · 卡车", 300, false},
	} {
		r := newCompletionRow(l)
		r.Resize(fyne.NewSize(c.width, 28))
		r.set(0, Option{Text: c.name, Detail: c.detail}, false)
		test.TempWidgetRenderer(t, r).Layout(r.Size())
		if r.text.Text != c.name {
			t.Errorf("the name is cut: %q", r.text.Text)
		}
		if got := strings.HasSuffix(r.detail.Text, "…"); got != c.cut {
			t.Errorf("%s: the detail is %q", c.name, r.detail.Text)
		}
		if end := r.text.Position().X + r.text.MinSize().Width; end > r.detail.Position().X {
			t.Errorf("%s: the texts overlap", c.name)
		}
	}
}
