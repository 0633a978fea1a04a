package similar_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"waybill/catalog/similar"
)

// skewed gives hashes as pictures with much sky have them: the bits of the
// upper rows mostly agree.
func skewed(r *rand.Rand, entries []similar.Entry) []similar.Entry {
	for i := range entries {
		if r.IntN(3) == 0 {
			entries[i].Hash &^= 0xFFFF_FF00_0000_0000 &^ (1 << r.IntN(64))
		}
	}
	return entries
}

// lopsided gives hashes that agree in 16 bits, the worst for the index.
func lopsided(_ *rand.Rand, entries []similar.Entry) []similar.Entry {
	for i := range entries {
		entries[i].Hash &^= 0xFFFF
	}
	return entries
}

// BenchmarkGroups groups random hashes, a third of them versions of others.
func BenchmarkGroups(b *testing.B) {
	for _, c := range []struct {
		name string
		n    int
		make func(*rand.Rand, []similar.Entry) []similar.Entry
	}{
		{"random", 100_000, func(_ *rand.Rand, e []similar.Entry) []similar.Entry { return e }},
		{"random", 1_000_000, func(_ *rand.Rand, e []similar.Entry) []similar.Entry { return e }},
		{"skewed", 100_000, skewed},
		{"skewed", 1_000_000, skewed},
		{"lopsided", 100_000, lopsided},
	} {
		b.Run(fmt.Sprintf("%s/%d", c.name, c.n), func(b *testing.B) {
			r := rand.New(rand.NewPCG(3, 4))
			entries := c.make(r, planted(r, c.n, 1.0/3, similar.Threshold))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := similar.Groups(b.Context(), entries, similar.Threshold); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkNear looks for one photo's versions among many.
func BenchmarkNear(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	entries := planted(r, 1_000_000, 1.0/3, similar.Threshold)
	for b.Loop() {
		similar.Near(entries, entries[0].Hash, similar.Threshold)
	}
}
