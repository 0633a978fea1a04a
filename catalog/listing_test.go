package catalog

import (
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"
)

func TestArrange(t *testing.T) {
	k := GroupKeys{Labels: map[int32]string{1: "Quanhe", 2: "Hyesan", 3: "Changbai"}}
	for id, key := range map[PhotoID]int32{1: 2, 2: 1, 3: 2, 5: 3, 6: 1} {
		k.Set(id, key)
	}
	ids := []PhotoID{6, 5, 4, 3, 2, 1, 90}
	run := func(key, count int32) Run { return Run{Key: key, Count: count, Label: k.Labels[key]} }
	for by, want := range map[Grouping]Listing{
		GroupLot:   {SortTaken, GroupLot, []PhotoID{6, 2, 3, 1, 5, 4, 90}, []Run{run(1, 2), run(2, 2), run(3, 1), run(NoKey, 2)}},
		GroupBatch: {SortTaken, GroupBatch, []PhotoID{5, 3, 1, 6, 2, 4, 90}, []Run{run(3, 1), run(2, 2), run(1, 2), run(NoKey, 2)}},
		GroupRoute: {SortTaken, GroupRoute, []PhotoID{5, 3, 1, 6, 2, 4, 90}, []Run{run(3, 1), run(2, 2), run(1, 2), run(NoKey, 2)}},
	} {
		if got := k.Arrange(ids, SortTaken, by); !reflect.DeepEqual(got, want) {
			t.Errorf("by %s: %v, want %v", by, got, want)
		}
	}
	if got := k.Arrange(nil, SortTaken, GroupLot); len(got.IDs)+len(got.Runs) != 0 {
		t.Errorf("nothing arranged is %v", got)
	}
}

func TestListingAdd(t *testing.T) {
	var l Listing
	l.Add(NewListing(SortName, []PhotoID{1, 2, 3}, []int32{7, 7, 8}))
	l.Add(NewListing(SortName, []PhotoID{4}, []int32{8}))
	l.Add(Listing{Sort: SortName})
	l.Add(NewListing(SortName, []PhotoID{5}, []int32{7}))
	want := Listing{SortName, GroupNone, []PhotoID{1, 2, 3, 4, 5}, []Run{{Key: 7, Count: 2}, {Key: 8, Count: 2}, {Key: 7, Count: 1}}}
	if !reflect.DeepEqual(l, want) {
		t.Errorf("%v, want %v", l, want)
	}
}

func TestDayKeys(t *testing.T) {
	at := func(text string) *time.Time {
		if text == "" {
			return nil
		}
		v, err := time.Parse(time.DateTime, text)
		if err != nil {
			t.Fatal(err)
		}
		return &v
	}
	last := int32(NoKey)
	for _, tt := range []struct {
		from, to string
		day      string
		kind     DayKind
	}{ // in the order of time
		{"1890-03-02 00:00:00", "1890-03-02 23:59:59", "1890-03-02", OnDay},
		{"1969-12-31 23:59:59", "1969-12-31 23:59:59", "1969-12-31", OnDay},
		{"1970-01-01 00:00:00", "1970-12-31 23:59:59", "1970-01-01", InYear},
		{"2023-07-01 00:00:00", "2023-07-01 00:00:00", "2023-07-01", OnDay},
		{"", "2023-07-01 21:30:00", "2023-07-01", ByDay},
		{"2023-07-01 10:00:00", "", "2023-07-01", FromDay},
		{"2023-07-01 00:00:00", "2023-07-31 23:59:59", "2023-07-01", InMonth},
		{"2023-07-01 00:00:00", "2023-07-10 23:59:59", "2023-07-01", InStretch},
		{"2023-07-02 20:00:00", "2023-07-03 04:00:00", "2023-07-02", InStretch},
	} {
		key := DayKeyOf(at(tt.from), at(tt.to))
		day, kind := KeyDay(key)
		if day.Format(time.DateOnly) != tt.day || kind != tt.kind {
			t.Errorf("%s to %s is %s, %d; want %s, %d", tt.from, tt.to, day, kind, tt.day, tt.kind)
		}
		if key <= last {
			t.Errorf("%s to %s does not come after what is before it", tt.from, tt.to)
		}
		last = key
	}
	if DayKeyOf(nil, nil) != NoKey {
		t.Error("no date has a key")
	}
}

// TestArrangeMillion measures what 1,000,000 photos in 100,000 groups keep.
func TestArrangeMillion(t *testing.T) {
	ids := make([]PhotoID, 1_000_000)
	for i := range ids {
		ids[i] = PhotoID(i + 1)
	}
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	var k GroupKeys
	for i := range ids {
		k.Set(PhotoID(i+1), int32(i*7919%100_000))
	}
	l := k.Arrange(ids, SortTaken, GroupLot)
	if kept := int64(heap()-before) + int64(8*len(ids)); kept > 30<<20 {
		t.Errorf("they keep %d MB", kept>>20)
	}
	if len(l.Runs) != 100_000 {
		t.Errorf("there are %d groups", len(l.Runs))
	}
	at := 0
	for _, r := range l.Runs {
		part := l.IDs[at : at+int(r.Count)]
		at += int(r.Count)
		if !slices.IsSorted(part) || slices.ContainsFunc(part, func(id PhotoID) bool { return k.Of(id) != r.Key }) {
			t.Fatalf("group %d holds %v", r.Key, part)
		}
	}
	runtime.KeepAlive(k)
}

func TestBeside(t *testing.T) {
	ids := []PhotoID{5, 3, 8, 1}
	for _, c := range []struct {
		first, last int
		gone        []PhotoID
		want        PhotoID
	}{
		{1, 1, nil, 8},
		{0, 2, nil, 1},
		{3, 3, nil, 8},
		{1, 1, []PhotoID{3, 8}, 1},
		{2, 3, []PhotoID{3}, 5},
		{0, 3, nil, 0},
		{1, 1, []PhotoID{5, 8, 1}, 0},
	} {
		gone := map[PhotoID]bool{}
		for _, id := range c.gone {
			gone[id] = true
		}
		if got, ok := Beside(ids, c.first, c.last, gone); got != c.want || ok != (c.want != 0) {
			t.Errorf("beside %d to %d without %v is %v", c.first, c.last, c.gone, got)
		}
	}
}
