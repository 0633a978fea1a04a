package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"waybill/catalog"
)

// newStore makes a catalogue with a small vocabulary.
func newStore(t testing.TB) *Store {
	t.Helper()
	s, err := Create(t.Context(), filepath.Join(t.TempDir(), "catalog.db"), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	items := []catalog.Item{
		{Key: catalog.UnspecifiedKey, Names: catalog.Names{English: "unspecified goods"}},
		{Key: "refrigerator", Names: catalog.Names{English: "household refrigerator", Korean: "냉장고", KoreanNorth: "랭장고; 랭동기", Chinese: "冰箱; 电冰箱"}},
		{Key: "shopping_cart", Names: catalog.Names{English: "supermarket shopping cart", Korean: "쇼핑카트·마트 카트", Chinese: "购物车; 超市手推车"}},
		{Key: "ceramic_tile", Names: catalog.Names{English: "ceramic tile", Korean: "타일", Chinese: "瓷砖"}},
		{Key: "fabric", Names: catalog.Names{English: "fabric / textile materials", Korean: "원단"}},
		{Key: "steel", Names: catalog.Names{English: "steel products", Korean: "철강재"}},
		{Key: "steel_structure", Names: catalog.Names{English: "steel structures, profiles", Korean: "철구조물"}},
		{Key: "motorcycle_engine", Names: catalog.Names{English: "motorcycle engine (petrol)"}},
	}
	routes := []catalog.Route{
		{Key: "hunchun-rason", Names: catalog.Names{English: "Hunchun–Quanhe–Wonjong–Rason", Korean: "훈춘–취안허–원정–라선"}, Legs: []catalog.Leg{
			{Kind: "origin", Names: catalog.Names{English: "Hunchun", Korean: "훈춘", Chinese: "珲春", AlsoKnownAs: "Hunch’un"}},
			{Kind: "crossing", Names: catalog.Names{English: "Quanhe", Korean: "권하", Chinese: "圈河"}},
		}},
		{Key: "changbai-hyesan", Names: catalog.Names{English: "Changbai–Hyesan"}, Legs: []catalog.Leg{{Kind: "crossing", Names: catalog.Names{English: "Changbai", Korean: "장백", Chinese: "长白"}}}},
	}
	units := []catalog.Unit{
		{Key: "piece", Names: catalog.Names{English: "piece", Korean: "개", Chinese: "个", AlsoKnownAs: "pc; pcs"}, Plural: "pieces"},
		{Key: "box", Names: catalog.Names{English: "box", Korean: "상자", Chinese: "箱"}, Plural: "boxes"},
	}
	if err := s.Seed(t.Context(), catalog.Shipped{Version: "2026-01-01", Items: items, Routes: routes, Units: units}, ""); err != nil {
		t.Fatal(err)
	}
	return s
}

// file makes what an import would hand over for the n-th of some files, the
// taken time a minute after the one before; every tenth has no date.
func file(n int) catalog.NewPhoto {
	f := catalog.NewPhoto{
		SHA256: fmt.Sprintf("%064x", n+1), Size: 1000, Reading: catalog.Reading{Format: "jpeg"}, Path: fmt.Sprintf("originals/%d.jpg", n),
		Arrival: catalog.Arrival{Name: fmt.Sprintf("IMG_%d.jpg", n), Path: fmt.Sprintf("/card/IMG_%d.jpg", n), MTime: time.Unix(0, 0)},
	}
	if n%10 != 9 {
		taken := time.Date(2023, 7, 1, 8, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Minute)
		f.Claims = []catalog.Claim{{Origin: catalog.OriginExif, Property: catalog.PropTaken, Raw: "x", Value: taken.Format("2006-01-02T15:04:05")}}
	}
	return f
}

func addFiles(t testing.TB, s *Store, in catalog.Intake, from, to int) []catalog.PhotoID {
	t.Helper()
	im, err := s.BeginImport(t.Context(), in, "test", "")
	if err != nil {
		t.Fatal(err)
	}
	var files []catalog.NewPhoto
	for n := from; n < to; n++ {
		files = append(files, file(n))
	}
	placed, _, err := im.Add(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := im.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	ids := make([]catalog.PhotoID, len(placed))
	for i, p := range placed {
		ids[i] = p.Photo
	}
	return ids
}

func verifyClean(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Verify(t.Context(), func(f catalog.Finding) { t.Errorf("verify found %+v", f) }); err != nil {
		t.Fatal(err)
	}
}

func mustFind(t testing.TB, s *Store, text string) []catalog.PhotoID {
	t.Helper()
	q, err := catalog.ParseQuery(text)
	if err != nil {
		t.Fatal(err)
	}
	var all []catalog.PhotoID
	for ids, err := range s.FindAll(context.Background(), q, catalog.SortTaken, 7) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, ids...)
	}
	return all
}

func TestTagFindUndo(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{Name: "SD card", Route: "Quanhe", Source: "Heron"}, 0, 20)
	fridge, err := s.FindItem(t.Context(), "refrigerator")
	if err != nil {
		t.Fatal(err)
	}
	sanctioned := catalog.Sanctioned
	caption := "冰箱 at the customs house"
	step, err := s.Apply(t.Context(), catalog.Edit{Photos: ids[:5], AddItems: []catalog.ItemID{fridge}, Status: &sanctioned, Caption: &caption})
	if err != nil || len(step.Photos) != 5 {
		t.Fatal(step, err)
	}
	for text, want := range map[string]int{
		"": 20, "item:냉장고": 5, "status:sanctioned": 5, "-status:sanctioned": 15, "route:훈춘": 20, "source:heron": 20,
		"no:date": 2, "has:date": 18, "customs": 5, "cust": 5, "冰箱": 5, "箱": 5, "IMG_3": 1, "date:2023-07-01": 18, "date:2023-07-02": 0,
		"batch:sd item:refrigerator -date:2023-07-01T08:00:00": 4, "P-000003": 1, "type:jpg": 20, `"customs house"`: 5, "훈춘": 20,
	} {
		if got := mustFind(t, s, text); len(got) != want {
			t.Errorf("find %q: %d photos, want %d", text, len(got), want)
		}
	}
	verifyClean(t, s)
	for range 2 {
		if _, err := s.Undo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
		if n := len(mustFind(t, s, "status:sanctioned")); n != 0 {
			t.Errorf("after undo %d are sanctioned", n)
		}
		verifyClean(t, s)
		if _, err := s.Redo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
		if n := len(mustFind(t, s, "status:sanctioned customs")); n != 5 {
			t.Errorf("after redo %d are sanctioned", n)
		}
		verifyClean(t, s)
	}
	for range 2 {
		if _, err := s.Undo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(mustFind(t, s, "")); n != 0 {
		t.Errorf("after undoing the import there are %d photos", n)
	}
	if _, err := s.Undo(t.Context(), ""); catalog.CodeOf(err) != catalog.ErrNothing {
		t.Errorf("undo of nothing: %v", err)
	}
	verifyClean(t, s)
}
