package catalog

import (
	"reflect"
	"slices"
	"testing"
)

// of makes an observation of item 1, "fridge", of n pieces (0: nobody said).
func of(lot LotID, n float64, change ...func(*Observation)) Observation {
	o := Observation{Item: 1, ItemKey: "fridge", ItemName: "fridge", Visible: true, Lot: lot}
	if n > 0 {
		o.Quantity, o.Unit = &n, "pieces"
	}
	for _, c := range change {
		c(&o)
	}
	return o
}

func reported(o *Observation)  { o.Visible = false }
func estimated(o *Observation) { o.Estimated = true }
func tiles(o *Observation)     { o.Item, o.ItemKey, o.ItemName = 2, "tile", "tile" }
func in(unit string) func(*Observation) {
	return func(o *Observation) { o.Unit = unit }
}

func TestTally(t *testing.T) {
	pieces := func(low, high float64, differ int, estimated bool) Amount {
		return Amount{Unit: "pieces", Low: low, High: high, Differ: differ, Estimated: estimated}
	}
	fridges := func(photos, lots, unknown int, amounts ...Amount) Count {
		return Count{Item: 1, ItemKey: "fridge", ItemName: "fridge", Visible: true, Photos: photos, Lots: lots, Unknown: unknown, Amounts: amounts}
	}
	onlyReported := fridges(1, 1, 0, pieces(4, 4, 0, false))
	onlyReported.Visible = false
	for name, c := range map[string]struct {
		photos [][]Observation // of each
		want   []Count
	}{
		"nothing":                        {nil, []Count{}},
		"photos without goods":           {[][]Observation{{}, {}}, []Count{}},
		"each by itself without a lot":   {[][]Observation{{of(0, 38)}, {of(0, 2)}}, []Count{fridges(2, 2, 0, pieces(40, 40, 0, false))}},
		"a lot counts once":              {[][]Observation{{of(7, 38)}, {of(7, 38)}, {of(7, 38)}}, []Count{fridges(3, 1, 0, pieces(38, 38, 0, false))}},
		"one photo of a lot says it":     {[][]Observation{{of(7, 0)}, {of(7, 38)}}, []Count{fridges(2, 1, 0, pieces(38, 38, 0, false))}},
		"no photo says it":               {[][]Observation{{of(7, 0)}, {of(7, 0)}, {of(0, 0)}}, []Count{fridges(3, 2, 2)}},
		"a lot without a quantity":       {[][]Observation{{of(7, 38)}, {of(7, 38)}, {of(8, 0)}, {of(8, 0)}}, []Count{fridges(4, 2, 1, pieces(38, 38, 0, false))}},
		"photos of a lot differ":         {[][]Observation{{of(7, 38)}, {of(7, 36)}, {of(0, 2)}}, []Count{fridges(3, 2, 0, pieces(38, 40, 1, false))}},
		"estimated":                      {[][]Observation{{of(7, 38, estimated)}, {of(0, 2)}}, []Count{fridges(2, 2, 0, pieces(40, 40, 0, true))}},
		"twice in one photo":             {[][]Observation{{of(0, 1), of(0, 2)}}, []Count{fridges(1, 2, 0, pieces(3, 3, 0, false))}},
		"twice in one photo and one lot": {[][]Observation{{of(7, 1), of(7, 1)}}, []Count{fridges(1, 1, 0, pieces(1, 1, 0, false))}},
		"units are not summed": {
			[][]Observation{{of(7, 38)}, {of(7, 2, in("cartons"))}, {of(0, 3, in("cartons"))}},
			[]Count{fridges(3, 2, 0, Amount{Unit: "cartons", Low: 5, High: 5}, pieces(38, 38, 0, false))},
		},
		"reported apart, most lots first": {
			[][]Observation{{of(0, 4, reported), of(0, 0, tiles), of(0, 0, tiles), of(9, 1)}},
			[]Count{{Item: 2, ItemKey: "tile", ItemName: "tile", Visible: true, Photos: 1, Lots: 2, Unknown: 2}, fridges(1, 1, 0, pieces(1, 1, 0, false)), onlyReported},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var photos []Photo
			for _, list := range c.photos {
				photos = append(photos, Photo{Observations: list})
			}
			var whole, paged Tally
			whole.Add(photos...)
			for page := range slices.Chunk(photos, 1) {
				paged.Add(page...)
				paged.Counts() // which counts nothing twice
			}
			for _, got := range [][]Count{whole.Counts(), paged.Counts()} {
				if !reflect.DeepEqual(c.want, got) {
					t.Errorf("want %+v\n got %+v", c.want, got)
				}
				for i, one := range whole.CountsOf(1) {
					if at := slices.IndexFunc(got, func(c Count) bool { return c.Item == 1 && c.Visible == one.Visible }); !reflect.DeepEqual(got[at], one) || i > 1 {
						t.Errorf("of the item alone: %+v", one)
					}
				}
			}
		})
	}
}

func TestJudgedDifferently(t *testing.T) {
	judged := func(photo PhotoID, s Status, measure string) Observation {
		o := Observation{Photo: photo}
		if s != "" {
			o.Determination = &Determination{Status: s, Legal: Legal{Measure: measure}}
		}
		return o
	}
	lot := []Observation{judged(4, Sanctioned, "7"), judged(2, Sanctioned, "7"), judged(3, Sanctioned, "6"), judged(1, "", ""), judged(3, Exempt, ""), judged(4, Exempt, "")}
	for _, c := range []struct {
		o      Observation
		differ []PhotoID
	}{
		{lot[0], []PhotoID{1, 3}},
		{judged(9, "", ""), []PhotoID{2, 3, 4}},
		{judged(3, Exempt, ""), []PhotoID{1, 2, 4}},
	} {
		if got := JudgedDifferently(&c.o, lot); !slices.Equal(got, c.differ) {
			t.Errorf("beside P-%d: %v, want %v", c.o.Photo, got, c.differ)
		}
	}
	if got := OtherPhotos(&lot[0], lot); !slices.Equal(got, []PhotoID{1, 2, 3}) {
		t.Errorf("the other photos are %v", got)
	}
}
