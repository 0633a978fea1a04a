package filters

import (
	"context"
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/catalog"
)

// warned is a source some of whose photos have a warning.
type warned struct {
	counts
	n     int
	err   error
	asked []string
}

func (w *warned) Count(_ context.Context, q catalog.Query) (int, error) {
	w.asked = append(w.asked, q.String())
	return w.n, w.err
}

func TestWhatIsToBeCheckedIsCounted(t *testing.T) {
	source := &warned{counts: counts{facet(catalog.FieldKind, "screenshot", 3), facet(catalog.FieldKind, "scene", 9)}, n: 4}
	f := newFixture(t, source)
	f.search("route:quanhe", 2)
	f.expect(catalog.FieldHas, "with warnings 4")
	f.expect(catalog.FieldKind, "screenshot 3", "scene 9")
	test.Tap(f.row("with warnings"))
	test.Tap(f.row("screenshot"))
	if want := []string{"+has:warning", "+kind:screenshot"}; !slices.Equal(f.picks, want) {
		t.Errorf("picked %q", f.picks)
	}
	f.search("has:warning has:gps kind:screenshot", 2)
	f.expect(catalog.FieldHas, "*with warnings 4")
	f.expect(catalog.FieldKind, "*screenshot 3", "scene 9")
	if want := []string{"route:quanhe has:warning", "has:warning has:gps kind:screenshot"}; !slices.Equal(source.asked, want) {
		t.Errorf("counted %q", source.asked)
	}
	source.n = 0
	f.search("", 2)
	f.expect(catalog.FieldHas)
	source.err = &catalog.Error{Code: catalog.ErrCorrupt}
	f.search("", 1)
	if len(f.errs) != 1 || !errors.Is(f.errs[0], source.err) {
		t.Errorf("errors are %v", f.errs)
	}
}

func TestKindsAndWarningsOfRealPhotos(t *testing.T) {
	c := apptest.Catalogue(t)
	apptest.Import(t, c, catalog.Intake{}, apptest.Samples(t, "DSCN0412.jpg", "Screenshot_20230705-213045_KakaoTalk.jpg", "20230702_091204.jpg"))
	f := newFixture(t, c)
	f.search("", 2)
	f.expect(catalog.FieldHas, "with warnings 1")
	f.expect(catalog.FieldKind, "scene 2", "screenshot 1")
	f.search("kind:screenshot", 2)
	f.expect(catalog.FieldHas)
	f.expect(catalog.FieldKind, "*screenshot 1")
}
