package sqlite

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"waybill/catalog"
)

// mixedStore gives a catalogue of 90 photos of three batches that differ in all
// that facets count.
func mixedStore(t *testing.T) *Store {
	t.Helper()
	s, err := Create(t.Context(), filepath.Join(t.TempDir(), "catalog.db"), gazetteer(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	seedVaried(t, s)
	random := rand.New(rand.NewPCG(3, 4))
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	for batch := range 3 {
		in := catalog.Intake{Name: pick("SD card", "phone | old", "훈춘 7월") + fmt.Sprint(batch), Source: []string{"Heron", "Kingfisher", ""}[batch], Route: pick("by-quanhe", "")}
		im, err := s.BeginImport(t.Context(), in, "test", "")
		if err != nil {
			t.Fatal(err)
		}
		var files []catalog.NewPhoto
		for n := batch * 30; n < batch*30+30; n++ {
			f := file(n)
			f.Format = pick("jpeg", "png", "heic")
			claim := func(property catalog.Property, value string) {
				if value != "" {
					f.Claims = append(f.Claims, catalog.Claim{Origin: catalog.OriginExif, Property: property, Raw: value, Value: value})
				}
			}
			f.Claims = nil
			claim(catalog.PropTaken, pick("2023-07-03T08:00:00", "2023-08", "2023", "2023-07-31", "2023-07-31/2023-08-01", ""))
			if n%10 == 0 {
				says := catalog.Claim{Origin: catalog.OriginFilename, Property: catalog.PropTaken, Raw: f.Arrival.Name, Value: "2020-01-01"}
				f.Claims = append(f.Claims, says)
			}
			claim(catalog.PropMake, pick("Apple", "NIKON CORPORATION", ""))
			claim(catalog.PropModel, pick("iPhone 12", "iPhone 12 Pro", "NIKON D90", ""))
			if at := pick(quanhe, yanji, steppe, ""); at != "" {
				f.Claims = append(f.Claims, catalog.Claim{Origin: catalog.OriginGPS, Property: catalog.PropPosition, Raw: at, Value: at})
			}
			files = append(files, f)
		}
		if _, _, err := im.Add(t.Context(), files); err != nil {
			t.Fatal(err)
		}
		if _, err := im.Finish(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	observeVaried(t, s, random)
	return s
}

func seedVaried(t *testing.T, s *Store) {
	t.Helper()
	items := []catalog.Item{{Key: catalog.UnspecifiedKey, Names: catalog.Names{English: "unspecified goods"}}}
	for _, name := range []string{"vehicle", "truck", "tipper", "fridge", "tile"} {
		items = append(items, catalog.Item{Key: name, Names: catalog.Names{English: name}})
	}
	routes := []catalog.Route{{Key: "by-quanhe", Names: catalog.Names{English: "By Quanhe"}, Legs: []catalog.Leg{
		{Kind: "crossing", Place: "quanhe-wonjong", Names: catalog.Names{English: "the bridge"}},
	}}}
	if err := s.Seed(t.Context(), catalog.Shipped{Version: "2026-01-01", Items: items, Routes: routes}, ""); err != nil {
		t.Fatal(err)
	}
	kindOf(t, s, "truck", "vehicle")
	kindOf(t, s, "tipper", "truck")
}

// kindOf makes goods a kind of others, "" for none.
func kindOf(t *testing.T, s *Store, name, parent string) {
	t.Helper()
	items, err := s.Items(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(items, func(i catalog.Item) bool { return i.Key == name })
	items[at].Parent = 0
	if parent != "" {
		items[at].Parent = itemOf(t, s, parent)
	}
	if _, _, err := s.SaveItem(t.Context(), items[at], "kim"); err != nil {
		t.Fatal(err)
	}
}

func observeVaried(t *testing.T, s *Store, random *rand.Rand) {
	t.Helper()
	var seen []catalog.Observation
	for id := catalog.PhotoID(1); id <= 90; id++ {
		for range random.IntN(4) {
			o := catalog.Observation{Photo: id, Item: catalog.ItemID(2 + random.IntN(5)), Visible: random.IntN(3) > 0}
			o.Stage = []catalog.Stage{"", catalog.StageCustoms, catalog.StageInside}[random.IntN(3)]
			o.Packaging = []catalog.Packaging{"", catalog.PackedRetail, catalog.PackedNot}[random.IntN(3)]
			o.MadeIn = []string{"", "CN", "KR"}[random.IntN(3)]
			seen = append(seen, o)
		}
	}
	observed, _, err := s.Observe(t.Context(), seen, "AB")
	if err != nil {
		t.Fatal(err)
	}
	var judgements []Judgement
	for i, o := range observed {
		if i%2 == 0 {
			judgements = append(judgements, Judgement{Observations: []int64{o}, Status: catalog.Statuses()[i%5]})
		}
	}
	if _, err := s.Determine(t.Context(), judgements, "AB"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Review(t.Context(), 1, catalog.Agrees, "", "CD"); err != nil {
		t.Fatal(err)
	}
	for place, ids := range map[string][]catalog.PhotoID{"the old mill": {3, 4, 5}, "Old Mill": {6}} {
		says := []catalog.Statement{says(catalog.PropPlace, place, catalog.Place{Name: place}.Value())}
		if _, err := s.Apply(t.Context(), catalog.Edit{Photos: ids, Statements: says, StatedBy: catalog.OriginEditor}); err != nil {
			t.Fatal(err)
		}
	}
}
