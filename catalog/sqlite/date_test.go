package sqlite

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"waybill/catalog"
)

// anyDay gives a day of some years around 2023.
func anyDay(random *rand.Rand) time.Time {
	return time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, random.IntN(4*365))
}

// anyDate gives a date of any kind, "" for none.
func anyDate(random *rand.Rand) string {
	day := anyDay(random)
	later := day.AddDate(0, 0, random.IntN(90))
	switch random.IntN(14) {
	case 0, 1, 2:
		return day.Add(time.Duration(random.IntN(86_400)) * time.Second).Format("2006-01-02T15:04:05")
	case 3:
		return day.Format("2006-01-02") + "T00:00:00" // the first second of a day
	case 4:
		return day.Format("2006-01-02") + "T23:59:59"
	case 5:
		return day.Format("2006-01-02")
	case 6:
		return day.Format("2006-01") + []string{"", "~", "?"}[random.IntN(3)]
	case 7:
		return day.Format("2006")
	case 8:
		return day.Format("2006") + "-2" + fmt.Sprint(1+random.IntN(4))
	case 9:
		return "[" + day.Format("2006-01-02") + ".." + later.Format("2006-01-02") + "]"
	case 10:
		return []string{"202X", "[1990..2030]", "20XX", "[2022-02-03..2023-11-30]"}[random.IntN(4)]
	case 11:
		return "[" + day.Format("2006-01-02") + "..]"
	case 12:
		return "[.." + day.Format("2006-01-02") + "]"
	}
	return ""
}

// anyRange gives a value of date:.
func anyRange(random *rand.Rand) string {
	day := anyDay(random)
	later := day.AddDate(0, 0, random.IntN(400))
	switch random.IntN(9) {
	case 0:
		return day.Format("2006-01-02") + ".." + later.Format("2006-01-02")
	case 1:
		return day.Format("2006-01-02") + ".."
	case 2:
		return ".." + day.Format("2006-01-02")
	case 3:
		return day.Format("2006-01-02T15:04")
	case 4:
		return day.Format("2006-01-02") + "T00:00:00"
	}
	for {
		if d := anyDate(random); d != "" {
			return d
		}
	}
}

// datedStore makes a catalogue with dates of every kind, two formats, an item
// and a caption on some. Ties of names are broken by the number.
func datedStore(t *testing.T, random *rand.Rand, n int) (*Store, []catalog.Photo) {
	t.Helper()
	s := newStore(t)
	im, err := s.BeginImport(t.Context(), catalog.Intake{Name: "x"}, "", "")
	if err != nil {
		t.Fatal(err)
	}
	files := make([]catalog.NewPhoto, n)
	for i := range files {
		f := file(i)
		f.Format, f.Claims = []string{"jpeg", "png"}[random.IntN(2)], nil
		f.Arrival.Name = fmt.Sprintf("IMG_%d.jpg", random.IntN(n))
		if date := anyDate(random); date != "" {
			f.Claims = []catalog.Claim{{Origin: catalog.OriginIPTC, Property: catalog.PropTaken, Raw: date, Value: date}}
		}
		files[i] = f
	}
	placed, _, err := im.Add(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	tile, err := s.FindItem(t.Context(), "tile")
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]catalog.PhotoID, n)
	var some []catalog.PhotoID
	for i, p := range placed {
		if ids[i] = p.Photo; random.IntN(3) == 0 {
			some = append(some, p.Photo)
		}
	}
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: some, AddItems: []catalog.ItemID{tile}}); err != nil {
		t.Fatal(err)
	}
	random.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: append(some[:len(some)/2], ids[:n/4]...), Caption: text("customs yard")}); err != nil {
		t.Fatal(err)
	}
	photos, err := s.Photos(t.Context(), ids)
	if err != nil || len(photos) != n {
		t.Fatal(len(photos), err)
	}
	return s, photos
}

// satisfies is what a term means, told from the photo alone.
func satisfies(p catalog.Photo, t catalog.Term) bool {
	var is bool
	switch t.Field {
	case catalog.FieldDate:
		d := p.Date
		is = d != nil && (d.Latest == nil || t.Range.From == nil || !d.Latest.Before(*t.Range.From)) &&
			(d.Earliest == nil || t.Range.To == nil || !d.Earliest.After(*t.Range.To))
	case catalog.FieldType:
		is = p.Format == t.Value
	case catalog.FieldItem:
		is = len(p.Observations) > 0
	case catalog.FieldHas:
		is = p.Dated()
	case catalog.FieldWords:
		is = strings.Contains(p.Caption, t.Value)
	}
	return is != t.Not
}

// inOrder compares photos as a sort lists them.
func inOrder(sort catalog.Sort) func(a, b catalog.Photo) int {
	stands := func(p catalog.Photo) int64 {
		switch {
		case p.Date == nil:
			return 1 << 60
		case p.Date.Earliest != nil:
			return p.Date.Earliest.Unix()
		}
		return p.Date.Latest.Unix()
	}
	return func(a, b catalog.Photo) int {
		switch sort {
		case catalog.SortName:
			return cmp.Or(cmp.Compare(naturalKey(a.Name), naturalKey(b.Name)), cmp.Compare(a.ID, b.ID))
		case catalog.SortTaken:
			return cmp.Or(cmp.Compare(stands(a), stands(b)), cmp.Compare(a.ID, b.ID))
		}
		return cmp.Compare(a.ID, b.ID)
	}
}

// TestDatesOverlap searches at random, and beside each search tries every photo.
func TestDatesOverlap(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes minutes with the race detector")
	}
	random := rand.New(rand.NewPCG(7, 8))
	s, photos := datedStore(t, random, 300)
	verifyClean(t, s)
	terms := []string{"type:png", "-type:jpeg", "item:tile", "-item:tile", "has:date", "-has:date", "customs", "-customs", `"customs yard"`}
	for i := range 200 {
		s.common = []int{commonFrom, 1, 30}[i%3] // as if few, or all, were many
		var parts []string
		for range 1 + random.IntN(2) {
			parts = append(parts, []string{"", "", "-"}[random.IntN(3)]+"date:"+anyRange(random))
		}
		for range random.IntN(3) {
			parts = append(parts, terms[random.IntN(len(terms))])
		}
		q, err := catalog.ParseQuery(strings.Join(parts, " "))
		if err != nil {
			t.Fatal(err)
		}
		want := slices.DeleteFunc(slices.Clone(photos), func(p catalog.Photo) bool {
			return slices.ContainsFunc(q.Terms, func(t catalog.Term) bool { return !satisfies(p, t) })
		})
		compareFound(t, s, q, want, []int{5, 13, 50, 1000}[random.IntN(4)])
		if t.Failed() {
			return
		}
	}
}

func compareFound(t *testing.T, s *Store, q catalog.Query, want []catalog.Photo, page int) {
	t.Helper()
	for _, sort := range []catalog.Sort{catalog.SortTaken, catalog.SortName, catalog.SortImported} {
		slices.SortFunc(want, inOrder(sort))
		var ids, got []catalog.PhotoID
		for _, p := range want {
			ids = append(ids, p.ID)
		}
		for part, err := range s.FindAll(t.Context(), q, sort, page) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, part...)
		}
		if !slices.Equal(got, ids) {
			t.Errorf("%q by %s in pages of %d, common from %d, finds\n%v, want\n%v", q, sort, page, s.common, got, ids)
		}
	}
	if n, err := s.Count(t.Context(), q); err != nil || n != len(want) {
		t.Errorf("%q counts %d, %v; want %d", q, n, err, len(want))
	}
	formats := map[string]int{}
	for _, p := range want {
		formats[p.Format]++
	}
	counts := facetCounts(t, s, q.String())
	if counts["png"] != formats["png"] || counts["jpeg"] != formats["jpeg"] || counts["x"] != len(want) {
		t.Errorf("%q has the facets %v, want %v", q, counts, formats)
	}
}

// TestDateMoves: a photo is found where its date is, whatever that was before.
func TestDateMoves(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{}, 0, 3)
	for range 60 {
		value := anyDate(random)
		edit := catalog.Edit{Photos: ids[:1], Statements: []catalog.Statement{{Property: catalog.PropTaken, Raw: value, Value: value}}}
		if _, err := s.Apply(t.Context(), edit); err != nil {
			t.Fatal(err)
		}
		if random.IntN(3) == 0 {
			if _, err := s.Undo(t.Context(), ""); err != nil {
				t.Fatal(err)
			}
		}
		photos, err := s.Photos(t.Context(), ids)
		if err != nil {
			t.Fatal(err)
		}
		q, err := catalog.ParseQuery("date:" + anyRange(random))
		if err != nil {
			t.Fatal(err)
		}
		want := slices.DeleteFunc(photos, func(p catalog.Photo) bool { return !satisfies(p, q.Terms[0]) })
		compareFoundIDs(t, s, q, want)
	}
	var spans, stale int
	row := s.read.QueryRow("SELECT count(*), count(*) FILTER (WHERE seq NOT IN (SELECT seq FROM photo)) FROM photo_span")
	if err := row.Scan(&spans, &stale); err != nil || spans > 1 || stale > 0 {
		t.Errorf("%d stretches are kept, %d of no photo, %v", spans, stale, err)
	}
	verifyClean(t, s)
}

func compareFoundIDs(t *testing.T, s *Store, q catalog.Query, want []catalog.Photo) {
	t.Helper()
	got := mustFind(t, s, q.String())
	slices.SortFunc(want, inOrder(catalog.SortTaken))
	if !slices.EqualFunc(got, want, func(id catalog.PhotoID, p catalog.Photo) bool { return id == p.ID }) {
		t.Errorf("%q finds %v of %d", q, got, len(want))
	}
}

// TestWallTimeDecides: the clock at the place says which month it was.
func TestWallTimeDecides(t *testing.T) {
	s := newStore(t)
	im, err := s.BeginImport(t.Context(), catalog.Intake{}, "", "")
	if err != nil {
		t.Fatal(err)
	}
	f := file(0)
	f.Claims = []catalog.Claim{{Origin: catalog.OriginExif, Property: catalog.PropTaken, Raw: "x", Value: "2023-07-01T00:30:00+09:00"}}
	if _, _, err := im.Add(t.Context(), []catalog.NewPhoto{f}); err != nil {
		t.Fatal(err)
	}
	finds(t, s, map[string][]catalog.PhotoID{
		"date:2023-07": {1}, "date:2023-06": nil, "date:2023-07-01T00:30": {1}, "date:2023-07-01T00:30:00Z": {1}, "date:..2023-06": nil, "-date:2023-06": {1},
		"date:2023-06-30T15:30": nil, "date:2023-07-01..": {1},
	})
}
