package filters

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/canvas"

	"waybill/catalog"
)

func TestLongNamesAreCutAndShownWhole(t *testing.T) {
	long := "훈춘–권하–원정–라선 컨테이너 운송 경로 (2023년 7월 이후 재개된 구간)"
	f := newFixture(t, counts{facet(catalog.FieldRoute, long, 12345), facet(catalog.FieldRoute, "Hyesan", 1)})
	f.search("")
	r := f.row(long)
	if !strings.HasSuffix(r.label.Text, "…") || r.label.Position().X+r.label.MinSize().Width > r.count.Position().X {
		t.Errorf("%q reaches to %v, the count begins at %v", r.label.Text, r.label.Position().X+r.label.MinSize().Width, r.count.Position().X)
	}
	r.MouseIn(nil)
	var whole strings.Builder
	for _, o := range f.hint.layer.Objects[1:] {
		line := o.(*canvas.Text)
		whole.WriteString(line.Text)
		if right := line.Position().X + line.MinSize().Width; right > f.hint.layer.Size().Width {
			t.Errorf("%q ends at %v", line.Text, right)
		}
	}
	if strip := func(s string) string { return strings.ReplaceAll(s, " ", "") }; strip(whole.String()) != strip(long) {
		t.Errorf("the whole name is given as %q", whole.String())
	}
	r.MouseOut()
	if f.hint.layer.Visible() {
		t.Error("the whole name stays when the pointer has gone")
	}
	f.row("Hyesan").MouseIn(nil)
	if f.hint.layer.Visible() {
		t.Error("a name that is not cut is shown twice")
	}
}
