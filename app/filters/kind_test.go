package filters

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/catalog"
)

func TestWhatIsToBeCheckedIsCounted(t *testing.T) {
	f := newFixture(t, counts{
		facet(catalog.FieldKind, "screenshot", 3), facet(catalog.FieldKind, "scene", 9), facet(catalog.FieldHas, "warning", 4), facet(catalog.FieldHas, "gps", 2),
		facet(catalog.FieldNo, "item", 7), facet(catalog.FieldNo, "note", 12), facet(catalog.FieldWarning, "clock_wrong", 1), facet(catalog.FieldReview, "none", 2),
	})
	f.search("route:quanhe")
	f.expect(catalog.FieldHas, "untagged 7", "with warnings 4")
	f.expect(catalog.FieldKind, "screenshot 3", "scene 9")
	f.expect(catalog.FieldWarning, "clock not set 1")
	f.expect(catalog.FieldReview, "nobody agrees yet 2")
	for _, label := range []string{"untagged", "with warnings", "screenshot", "clock not set"} {
		test.Tap(f.row(label))
	}
	want := []string{"route:quanhe no:item", "route:quanhe has:warning", "route:quanhe kind:screenshot", "route:quanhe warning:clock_wrong"}
	if !slices.Equal(f.picks, want) {
		t.Errorf("picked %q", f.picks)
	}
	f.search("has:warning has:gps kind:screenshot")
	f.expect(catalog.FieldHas, "untagged 7", "*and with warnings 4")
	f.expect(catalog.FieldKind, "*screenshot 3", "scene 9")
}

func TestKindsAndWarningsOfRealPhotos(t *testing.T) {
	c := apptest.Catalogue(t)
	apptest.Import(t, c, catalog.Intake{}, apptest.Samples(t, "DSCN0412.jpg", "Screenshot_20230705-213045_KakaoTalk.jpg", "20230702_091204.jpg"))
	f := newFixture(t, c)
	f.search("")
	f.expect(catalog.FieldHas, "untagged 3", "without a date 2", "without a place 2", "with warnings 1")
	f.expect(catalog.FieldKind, "scene 2", "screenshot 1")
	f.search("kind:screenshot")
	f.expect(catalog.FieldHas, "untagged 1", "without a date 1", "without a place 1")
	f.expect(catalog.FieldKind, "*screenshot 1", "scene +2")
}
