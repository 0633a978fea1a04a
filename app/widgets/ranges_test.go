package widgets

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestRangesMergeAndSplit(t *testing.T) {
	tests := []struct {
		name string
		edit func(*Ranges)
		want []interval
	}{
		{"empty", func(*Ranges) {}, nil},
		{"nothing added by an empty span", func(r *Ranges) { r.Add(5, 5); r.Add(7, 3) }, nil},
		{"touching spans join", func(r *Ranges) { r.Add(0, 2); r.Add(4, 6); r.Add(2, 4) }, []interval{{0, 6}}},
		{"overlapping spans join", func(r *Ranges) { r.Add(0, 5); r.Add(3, 9) }, []interval{{0, 9}}},
		{"apart stays apart", func(r *Ranges) { r.Add(5, 6); r.Add(0, 1) }, []interval{{0, 1}, {5, 6}}},
		{"a hole splits", func(r *Ranges) { r.Add(0, 10); r.Remove(4, 6) }, []interval{{0, 4}, {6, 10}}},
		{"cut over several", func(r *Ranges) { r.Add(0, 2); r.Add(4, 6); r.Add(8, 10); r.Remove(1, 9) }, []interval{{0, 1}, {9, 10}}},
		{"removing what is not in", func(r *Ranges) { r.Add(3, 5); r.Remove(5, 9); r.Remove(0, 3) }, []interval{{3, 5}}},
		{"toggle in the middle", func(r *Ranges) { r.Add(0, 3); r.Toggle(1); r.Toggle(7) }, []interval{{0, 1}, {2, 3}, {7, 8}}},
		{"toggle twice", func(r *Ranges) { r.Add(0, 3); r.Toggle(1); r.Toggle(1) }, []interval{{0, 3}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var r Ranges
			tt.edit(&r)
			if !slices.Equal(r.list, tt.want) {
				t.Errorf("got %v, want %v", r.list, tt.want)
			}
		})
	}
}

func TestRangesOfAMillionAreOneInterval(t *testing.T) {
	r := Span(0, 1_000_000)
	if len(r.list) != 1 || r.Len() != 1_000_000 || !r.Contains(999_999) || r.Contains(1_000_000) {
		t.Errorf("got %d intervals with %d members", len(r.list), r.Len())
	}
}

func TestRangesCopiesAreIndependent(t *testing.T) {
	a := NewRanges(1, 2, 3, 9)
	b := a
	b.Toggle(2)
	b.Add(10, 20)
	a.Add(4, 5)
	if got := slices.Collect(a.All()); !slices.Equal(got, []int{1, 2, 3, 4, 9}) {
		t.Errorf("the first copy became %v", got)
	}
	if got := b.Len(); got != 13 {
		t.Errorf("the second copy has %d members, want 13", got)
	}
}

func TestRangesIterationStops(t *testing.T) {
	r := NewRanges(5, 1, 2, 2, 9)
	var got []int
	for i := range r.All() {
		if got = append(got, i); len(got) == 3 {
			break
		}
	}
	if !slices.Equal(got, []int{1, 2, 5}) {
		t.Errorf("got %v", got)
	}
	for lo, hi := range r.Spans() {
		if lo != 1 || hi != 3 {
			t.Errorf("first span %d..%d, want 1..3", lo, hi)
		}
		break
	}
}

func TestRangesAgainstAMap(t *testing.T) {
	for seed := range uint64(50) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		var r Ranges
		model := map[int]bool{}
		for step := range 200 {
			lo := rnd.IntN(60)
			hi := lo + rnd.IntN(12) - 2
			switch rnd.IntN(3) {
			case 0:
				r.Add(lo, hi)
				for i := lo; i < hi; i++ {
					model[i] = true
				}
			case 1:
				r.Remove(lo, hi)
				for i := lo; i < hi; i++ {
					delete(model, i)
				}
			default:
				r.Toggle(lo)
				if model[lo] {
					delete(model, lo)
				} else {
					model[lo] = true
				}
			}
			compareWithModel(t, seed, step, r, model)
		}
	}
}

func compareWithModel(t *testing.T, seed uint64, step int, r Ranges, model map[int]bool) {
	t.Helper()
	want := slices.Sorted(maps.Keys(model))
	if got := slices.Collect(r.All()); !slices.Equal(got, want) {
		t.Fatalf("seed %d step %d: got %v, want %v", seed, step, got, want)
	}
	if r.Len() != len(want) || r.Empty() != (len(want) == 0) || !r.Equal(NewRanges(want...)) {
		t.Fatalf("seed %d step %d: Len, Empty or Equal is wrong for %v", seed, step, want)
	}
	for i := -1; i < 75; i++ {
		if r.Contains(i) != model[i] {
			t.Fatalf("seed %d step %d: Contains(%d) = %v", seed, step, i, r.Contains(i))
		}
	}
	for k := 1; k < len(r.list); k++ {
		if r.list[k].lo <= r.list[k-1].hi {
			t.Fatalf("seed %d step %d: intervals touch: %v", seed, step, r.list)
		}
	}
}

func TestRangesUnionAndCovers(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 4))
	for range 500 {
		var a, b Ranges
		members := map[int]bool{}
		for range rnd.IntN(12) {
			lo := rnd.IntN(60)
			hi := lo + rnd.IntN(8)
			if rnd.IntN(2) == 0 {
				a.Add(lo, hi)
			} else {
				b.Add(lo, hi)
			}
			for i := lo; i < hi; i++ {
				members[i] = true
			}
		}
		before := a
		all := a.Union(b)
		if !a.Equal(before) || !all.Equal(NewRanges(slices.Collect(maps.Keys(members))...)) {
			t.Fatalf("%v and %v give %v", a, b, all)
		}
		lo := rnd.IntN(60)
		hi := lo + rnd.IntN(10)
		want := true
		for i := lo; i < hi; i++ {
			want = want && members[i]
		}
		if got := all.Covers(lo, hi); got != want {
			t.Fatalf("%v covers %d…%d: %v", all, lo, hi, got)
		}
	}
}
