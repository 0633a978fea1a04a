package sqlite

import (
	"slices"
	"testing"

	"waybill/catalog"
)

// mixedQueries ask for several values, all fields of the filters and words.
var mixedQueries = []string{
	"", "item:truck|tile", "-item:truck|tile", "item:vehicle item:tile", "status:sanctioned|disputed -place:quanhe", "month:2023-07|2023-08",
	"date:2023-07|2023-08 item:truck|tile", "date:2023-07-31|2020", "-date:2023-07|2020", "IMG_1|IMG_2", "IMG -IMG_1|phone", "-IMG_2",
	"P-000001|P-000002|P-000003", "P-000001|P-000005|phone", "-P-000001|P-000004", "camera:nikon|apple", `place:"the old mill"|quanhe`,
	"warning:date-conflict|clock-wrong", "review:waiting|agreed", "no:item|date", "crossing:quanhe-wonjong",
}

// mixedBin is a catalogue of everything, with every third photo in the bin.
func mixedBin(t *testing.T) *Store {
	t.Helper()
	s := mixedStore(t)
	var removed []catalog.PhotoID
	for id := catalog.PhotoID(1); id <= 90; id += 3 {
		removed = append(removed, id)
	}
	if _, err := s.Remove(t.Context(), removed, ""); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestBinOfAnyAllNone compares what is found in the bin and beside it, in each
// order and page, with what is found where nothing was removed.
func TestBinOfAnyAllNone(t *testing.T) {
	whole, s := mixedStore(t), mixedBin(t)
	sorts := []catalog.Sort{catalog.SortTaken, catalog.SortName, catalog.SortImported}
	for i, query := range mixedQueries {
		s.common = []int{1, 30, commonFrom}[i%3]
		for _, sort := range sorts {
			var left, gone []catalog.PhotoID
			for _, id := range findSorted(t, whole, query, sort) {
				if id%3 == 1 {
					gone = append(gone, id)
				} else {
					left = append(left, id)
				}
			}
			for text, want := range map[string][]catalog.PhotoID{query: left, query + " is:removed|deleted": gone} {
				if got := findSorted(t, s, text, sort); !slices.Equal(got, want) {
					t.Errorf("%q by %s, common from %d, finds %v, want %v", text, sort, s.common, got, want)
				}
				if n, err := s.Count(t.Context(), parse(t, text)); err != nil || n != len(want) {
					t.Errorf("%q counts %d, want %d, %v", text, n, len(want), err)
				}
			}
		}
	}
	verifyClean(t, s)
}

// TestBinFacetsAreFound: each value that is counted in the bin or beside it finds
// as many photos there as it says, and both together are as many as before.
func TestBinFacetsAreFound(t *testing.T) {
	whole, s := mixedStore(t), mixedBin(t)
	for _, query := range mixedQueries {
		type value struct {
			field catalog.Field
			value string
		}
		left := map[value]int{}
		for _, f := range facetsOf(t, whole, parse(t, query)) {
			left[value{f.Field, f.Value}] += f.Count
		}
		for _, text := range []string{query, query + " is:removed"} {
			q := parse(t, text)
			for _, f := range facetsOf(t, s, q) {
				narrowed := catalog.Query{Terms: append(slices.Clone(q.Terms), catalog.Term{Field: f.Field, Value: f.Value})}.String()
				if got := len(mustFind(t, s, narrowed)); got != f.Count {
					t.Errorf("%q finds %d, but %d are counted", narrowed, got, f.Count)
				}
				left[value{f.Field, f.Value}] -= f.Count
			}
		}
		for v, n := range left {
			if n != 0 {
				t.Errorf("%q: %d more have %s in the whole catalogue than in its parts", query, n, v)
			}
		}
	}
}

// TestBinIsMeant: values that only photos in the bin have are known again there.
func TestBinIsMeant(t *testing.T) {
	s := mixedStore(t)
	if _, err := s.Remove(t.Context(), []catalog.PhotoID{3, 4, 5, 6}, ""); err != nil {
		t.Fatal(err)
	}
	for _, f := range facetsOf(t, s, catalog.Query{}) {
		if f.Field == catalog.FieldPlace && f.Value == "the old mill" {
			t.Errorf("a place of the bin alone is counted: %+v", f)
		}
	}
	meant, err := s.Meant(t.Context(), parse(t, `is:removed place:"THE OLD  MILL"|"old mill" item:TRUCK`))
	if want := `is:removed place:"the old mill"|"Old Mill" item:truck`; err != nil || meant.String() != want {
		t.Errorf("meant %q, want %q, %v", meant, want, err)
	}
	bin := parse(t, "is:removed")
	counts := map[string]int{}
	for _, f := range facetsOf(t, s, bin) {
		if f.Field == catalog.FieldPlace {
			counts[f.Value] = f.Count
		}
	}
	if counts["the old mill"] != 3 || counts["Old Mill"] != 1 || len(counts) != 2 {
		t.Errorf("in the bin there are %v", counts)
	}
}
