package sqlite

import (
	"slices"
	"testing"
	"time"

	"waybill/catalog"
)

// TestGroupKeys compares what photos are grouped by with what is read of them.
func TestGroupKeys(t *testing.T) {
	s := newStore(t)
	first := addFiles(t, s, catalog.Intake{Name: "first", Route: "Quanhe"}, 0, 12)
	second := addFiles(t, s, catalog.Intake{Name: "second"}, 20, 32)
	ids := slices.Concat(first, second)
	for i, value := range []string{"2023", "2023-07", "2023-07-03", "2023-07-01/2023-07-10", "[..2023-07-05]", "2023-07-03T23:59:59"} {
		edit := catalog.Edit{Photos: ids[i : i+1], Statements: []catalog.Statement{{Property: catalog.PropTaken, Raw: value, Value: value}}, StatedBy: catalog.OriginEditor}
		if _, err := s.Apply(t.Context(), edit); err != nil {
			t.Fatal(err)
		}
	}
	l := newLotted(t, s, 40, false)
	ids = append(ids, l.photos...)
	if _, err := s.Remove(t.Context(), slices.Concat(ids[4:9], l.photos[:3]), ""); err != nil {
		t.Fatal(err)
	}
	photos, err := s.Photos(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	keys := map[catalog.Grouping]catalog.GroupKeys{}
	for _, by := range catalog.Groupings() {
		if keys[by], err = s.GroupKeys(t.Context(), by); err != nil {
			t.Fatal(err)
		}
	}
	of := func(by catalog.Grouping, p *catalog.Photo) int32 { k := keys[by]; return k.Of(p.ID) }
	for i := range photos {
		p := &photos[i]
		want := map[catalog.Grouping]int32{
			catalog.GroupNone: catalog.NoKey, catalog.GroupAlike: catalog.NoKey, catalog.GroupBatch: int32(p.Batch),
			catalog.GroupRoute: catalog.NoKey, catalog.GroupLot: catalog.NoKey, catalog.GroupDay: catalog.NoKey,
		}
		if p.Date != nil {
			want[catalog.GroupDay] = catalog.DayKeyOf(p.Date.Earliest, p.Date.Latest)
		}
		if p.Route.Value != 0 {
			want[catalog.GroupRoute] = int32(p.Route.Value)
		}
		for _, o := range p.Observations {
			if o.Lot != 0 {
				want[catalog.GroupLot] = int32(o.Lot)
			}
		}
		for by, key := range want {
			if got := of(by, p); got != key {
				t.Errorf("%v by %q is %d, want %d (%+v)", p.ID, by, got, key, p.Date)
			}
		}
		if label := keys[catalog.GroupBatch].Labels[int32(p.Batch)]; label != p.BatchName {
			t.Errorf("the batch of %v is called %q", p.ID, label)
		}
		if label := keys[catalog.GroupRoute].Labels[int32(p.Route.Value)]; label != p.RouteName {
			t.Errorf("the route of %v is called %q, want %q", p.ID, label, p.RouteName)
		}
	}
	lot := of(catalog.GroupLot, &photos[len(photos)-1])
	if got := keys[catalog.GroupLot].Labels[lot]; lot == catalog.NoKey || got == "" {
		t.Errorf("lot %d is called %q", lot, got)
	}
	found, err := s.RoutesAmong(t.Context(), ids)
	if err != nil || len(found) != 1 || found[0].Count != 12 || found[0].Label != photos[0].RouteName {
		t.Errorf("the routes are %+v, %v", found, err)
	}
}

// TestFindPlaced says where in each order photos stand.
func TestFindPlaced(t *testing.T) {
	s := newStore(t)
	im, err := s.BeginImport(t.Context(), catalog.Intake{}, "", "")
	if err != nil {
		t.Fatal(err)
	}
	var files []catalog.NewPhoto
	for i, name := range []string{"IMG_1.jpg", "20230703.jpg", "국경.jpg", "한강.jpg", "圈河.jpg", "img_2.jpg", "42.jpg"} {
		f := file(i * 9) // the second has no date
		f.Arrival.Name = name
		if i > 3 {
			f.Claims[0].Value = "2024-02-29T12:00:00"
		}
		files = append(files, f)
	}
	if _, _, err := im.Add(t.Context(), files); err != nil {
		t.Fatal(err)
	}
	month := func(text string) int32 {
		day, err := time.Parse(time.DateOnly, text)
		if err != nil {
			t.Fatal(err)
		}
		return catalog.DayKey(day, catalog.InMonth)
	}
	all, err := s.Photos(t.Context(), []catalog.PhotoID{1})
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	today := catalog.DayKey(all[0].Added, catalog.OnDay)
	runs := map[catalog.Sort][]catalog.Run{
		catalog.SortTaken:    {{Key: month("2023-07-01"), Count: 3}, {Key: month("2024-02-01"), Count: 3}, {Key: catalog.NoKey, Count: 1}},
		catalog.SortName:     {{Key: '0', Count: 2}, {Key: 'I', Count: 2}, {Key: '圈', Count: 1}, {Key: 'ㄱ', Count: 1}, {Key: 'ㅎ', Count: 1}},
		catalog.SortImported: {{Key: today, Count: 7}},
	}
	expect := func(query string, sort catalog.Sort) {
		t.Helper()
		for _, size := range []int{2, 100} {
			var l catalog.Listing
			for page, err := range s.FindPlaced(t.Context(), parse(t, query), sort, size) {
				if err != nil {
					t.Fatal(err)
				}
				l.Add(page)
			}
			if !slices.Equal(l.Runs, runs[sort]) || len(l.IDs) != len(files) {
				t.Errorf("%q by %s in pages of %d: %v, want %v", query, sort, size, l.Runs, runs[sort])
			}
		}
	}
	for sort := range runs {
		expect("", sort)
	}
	if _, err := s.Remove(t.Context(), []catalog.PhotoID{1, 2, 3, 4, 5, 6, 7}, ""); err != nil {
		t.Fatal(err)
	}
	for sort := range runs {
		expect("is:removed", sort)
	}
}
