package similar_test

import (
	"cmp"
	"context"
	"errors"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"waybill/catalog"
	"waybill/catalog/similar"
)

// The best version is the head of its group.
func TestHeads(t *testing.T) {
	for name, c := range map[string]struct {
		members []similar.Entry
		want    catalog.PhotoID
	}{
		"more pixels":   {[]similar.Entry{{Photo: 1, Pixels: 1, Facts: 3, Size: 9}, {Photo: 2, Pixels: 2}}, 2},
		"then facts":    {[]similar.Entry{{Photo: 1, Pixels: 2, Size: 9}, {Photo: 2, Pixels: 2, Facts: 1}}, 2},
		"then size":     {[]similar.Entry{{Photo: 1, Pixels: 2, Size: 8}, {Photo: 2, Pixels: 2, Size: 9}}, 2},
		"then age":      {[]similar.Entry{{Photo: 2, Pixels: 2}, {Photo: 1, Pixels: 2}, {Photo: 3, Pixels: 2}}, 1},
		"unknown pixel": {[]similar.Entry{{Photo: 1, Facts: 3, Size: 9}, {Photo: 2, Pixels: 1}}, 2},
	} {
		groups, err := similar.Groups(t.Context(), c.members, 0)
		if err != nil || len(groups) != 1 || len(groups[0]) != len(c.members) || groups[0][0] != c.want {
			t.Errorf("%s: %v, %v, want %v first", name, groups, err, c.want)
		}
	}
}

func TestNear(t *testing.T) {
	entries := []similar.Entry{{Photo: 4, Hash: 0b0111}, {Photo: 3, Hash: 0b0001}, {Photo: 2, Hash: 0b0010}, {Photo: 1, Hash: 0}, {Photo: 5, Hash: ^uint64(0)}}
	want := []similar.Match{{Photo: 1}, {Photo: 2, Distance: 1}, {Photo: 3, Distance: 1}}
	if diff := gocmp.Diff(want, similar.Near(entries, 0, 2)); diff != "" {
		t.Error(diff)
	}
	if got := similar.Near(entries, 0, 64); len(got) != 5 || got[4] != (similar.Match{Photo: 5, Distance: 64}) {
		t.Errorf("all: %v", got)
	}
	if got := similar.Near(nil, 0, 64); len(got) != 0 {
		t.Errorf("of none: %v", got)
	}
}

func TestGroups(t *testing.T) {
	const far = 0xFFFF_0000_FFFF_0000
	for name, c := range map[string]struct {
		entries  []similar.Entry
		distance int
		want     [][]catalog.PhotoID
	}{
		"nothing":   {nil, 8, [][]catalog.PhotoID{}},
		"no two":    {[]similar.Entry{{Photo: 1}, {Photo: 2, Hash: far}}, 8, [][]catalog.PhotoID{}},
		"equal":     {[]similar.Entry{{Photo: 2}, {Photo: 1}, {Photo: 3, Pixels: 1}}, 0, [][]catalog.PhotoID{{3, 1, 2}}},
		"the limit": {[]similar.Entry{{Photo: 1}, {Photo: 2, Hash: 0xFF}, {Photo: 3, Hash: 0x1FF << 32}}, 8, [][]catalog.PhotoID{{1, 2}}},
		"in the order of heads": {
			[]similar.Entry{{Photo: 1, Hash: far}, {Photo: 2, Pixels: 9}, {Photo: 3}, {Photo: 4, Hash: far}},
			8,
			[][]catalog.PhotoID{{1, 4}, {2, 3}},
		},
		// A chain 1 - 2 - 3 whose ends are 12 apart: 2 is with the better of its
		// neighbours, and 3 stays alone.
		"a chain": {
			[]similar.Entry{{Photo: 1, Hash: 0, Pixels: 9}, {Photo: 2, Hash: 0x3F, Pixels: 8}, {Photo: 3, Hash: 0xFFF, Pixels: 7}},
			8,
			[][]catalog.PhotoID{{1, 2}},
		},
		"a chain whose middle is best": {
			[]similar.Entry{{Photo: 1, Hash: 0, Pixels: 8}, {Photo: 2, Hash: 0x3F, Pixels: 9}, {Photo: 3, Hash: 0xFFF, Pixels: 7}},
			8,
			[][]catalog.PhotoID{{2, 1, 3}},
		},
		"the nearer of two heads": {
			[]similar.Entry{
				{Photo: 1, Hash: 0, Pixels: 9},
				{Photo: 2, Hash: 0xFFF, Pixels: 8},
				{Photo: 3, Hash: 0x7F, Pixels: 1},
				{Photo: 4, Hash: 0x3F, Pixels: 1},
			},
			8,
			[][]catalog.PhotoID{{1, 4}, {2, 3}},
		},
	} {
		got, err := similar.Groups(t.Context(), c.entries, c.distance)
		if diff := gocmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
}

func TestGroupsErrors(t *testing.T) {
	for _, distance := range []int{-1, similar.MaxDistance + 1} {
		if _, err := similar.Groups(t.Context(), nil, distance); catalog.CodeOf(err) != catalog.ErrInvalid {
			t.Errorf("distance %d: %v", distance, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := similar.Groups(ctx, []similar.Entry{{Photo: 1}}, 8); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// best gives the index of the best version.
func best(entries []similar.Entry) (at int) {
	for i, e := range entries {
		b := entries[at]
		if cmp.Or(-cmp.Compare(e.Pixels, b.Pixels), -cmp.Compare(e.Facts, b.Facts), -cmp.Compare(e.Size, b.Size), cmp.Compare(e.Photo, b.Photo)) < 0 {
			at = i
		}
	}
	return at
}

// plain groups as Groups says it does, comparing all with all.
func plain(entries []similar.Entry, distance int) [][]catalog.PhotoID {
	rest := slices.Clone(entries)
	groups := map[catalog.PhotoID][]catalog.PhotoID{}
	joined := map[uint64]catalog.PhotoID{} // the head of every hash so far
	var heads []similar.Entry
	for len(rest) > 0 {
		i := best(rest)
		e := rest[i]
		rest = slices.Delete(rest, i, i+1)
		head, seen := joined[e.Hash]
		if !seen {
			head = e.Photo
			least := distance + 1
			for _, h := range heads {
				if d := bits.OnesCount64(h.Hash ^ e.Hash); d < least {
					head, least = h.Photo, d
				}
			}
			joined[e.Hash] = head
		}
		if head == e.Photo {
			heads = append(heads, e)
		}
		groups[head] = append(groups[head], e.Photo)
	}
	sorted := [][]catalog.PhotoID{}
	for _, g := range groups {
		if len(g) > 1 {
			sorted = append(sorted, g)
		}
	}
	slices.SortFunc(sorted, func(a, b []catalog.PhotoID) int { return int(a[0] - b[0]) })
	return sorted
}

// TestGroupsLikePlain: the index finds just what comparing all with all finds,
// at every distance, and in whatever order the entries come.
func TestGroupsLikePlain(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 300 {
		distance := round % (similar.MaxDistance + 1)
		entries := planted(r, 1+r.IntN(120), 0.8, 2*distance)
		want := plain(entries, distance)
		for range 2 {
			got, err := similar.Groups(t.Context(), entries, distance)
			if diff := gocmp.Diff(want, got); diff != "" || err != nil {
				t.Fatalf("round %d, distance %d: %v (-want +got):\n%s", round, distance, err, diff)
			}
			r.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		}
	}
}

// planted gives n entries; a part of them are versions of an earlier one, up to
// distance bits away from it.
func planted(r *rand.Rand, n int, part float64, distance int) []similar.Entry {
	entries := make([]similar.Entry, n)
	for i := range entries {
		hash := r.Uint64()
		if i > 0 && r.Float64() < part {
			hash = entries[r.IntN(i)].Hash
			for range r.IntN(distance + 1) {
				hash ^= 1 << r.IntN(64)
			}
		}
		entries[i] = similar.Entry{Photo: catalog.PhotoID(i + 1), Hash: hash, Pixels: r.Int64N(4), Facts: r.IntN(2), Size: r.Int64N(2)}
	}
	return entries
}

// TestEqualHashes: very many equal hashes, and many that are all near one
// another, take no time.
func TestEqualHashes(t *testing.T) {
	entries := make([]similar.Entry, 200_000)
	for i := range entries {
		entries[i].Photo = catalog.PhotoID(i + 1)
		if i >= len(entries)/2 {
			entries[i].Hash = uint64(i&0xF) | uint64(i>>4&0xF)<<60
		}
	}
	start := time.Now()
	groups, err := similar.Groups(t.Context(), entries, 8)
	if err != nil || len(groups) != 1 || len(groups[0]) != len(entries) {
		t.Fatalf("%d groups, %v; want one of all", len(groups), err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}
