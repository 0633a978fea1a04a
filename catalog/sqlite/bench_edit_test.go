package sqlite

import (
	"fmt"
	"testing"

	"waybill/catalog"
)

// selected is how many photos the benchmarks below select.
const selected = 100_000

func selection(b *testing.B, s *Store) []catalog.PhotoID {
	b.Helper()
	ids, _, err := s.Find(b.Context(), catalog.Query{}, catalog.SortTaken, Cursor{}, selected)
	if err != nil || len(ids) != selected {
		b.Fatal(len(ids), err)
	}
	return ids
}

// BenchmarkValues counts the values of every field in 100,000 photos of a large
// catalogue, and in what a query finds there.
func BenchmarkValues(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n, "/by number"), func(b *testing.B) {
			s := bigStore(b, n)
			ids := selection(b, s)
			b.ResetTimer()
			for b.Loop() {
				values, err := s.Values(b.Context(), catalog.Selection{Photos: ids})
				if err != nil || values.Photos != selected {
					b.Fatal(values.Photos, err)
				}
			}
		})
		for _, text := range []string{"", "has:item", "customs"} {
			b.Run(fmt.Sprint(n, "/", text), func(b *testing.B) {
				s, q := bigStore(b, n), parse(b, text)
				for b.Loop() {
					if _, err := s.Values(b.Context(), catalog.Selection{Query: &q}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkPreview foresees edits of 100,000 photos of a large catalogue.
func BenchmarkPreview(b *testing.B) {
	for _, n := range sizes {
		for name, edit := range map[string]catalog.Edit{
			"caption": {Caption: text("x")}, "add to caption": {AddText: map[catalog.Field]string{catalog.FieldCaption: "x"}},
			"date": {Statements: []catalog.Statement{{Property: catalog.PropTaken, Raw: "x", Value: "2023-07"}}},
			"item": {AddItems: []catalog.ItemID{2}}, "clear": {ClearItems: true}, "status": {Status: status(catalog.Suspected), AllItems: true},
		} {
			b.Run(fmt.Sprint(n, "/", name), func(b *testing.B) {
				s := bigStore(b, n)
				edit.Photos = selection(b, s)
				b.ResetTimer()
				for b.Loop() {
					if changed, err := s.Preview(b.Context(), edit, nil); err != nil || changed == 0 {
						b.Fatal(changed, err)
					}
				}
			})
		}
	}
}

// BenchmarkRemoveThousand moves 1,000 photos of a large catalogue into the bin.
func BenchmarkRemoveThousand(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := bigStore(b, n)
			ids := selection(b, s)[:1000]
			b.ResetTimer()
			for b.Loop() {
				if step, err := s.Remove(b.Context(), ids, ""); err != nil || step.Touched != 1000 {
					b.Fatal(step.Touched, err)
				}
				b.StopTimer()
				if _, err := s.Restore(b.Context(), ids, ""); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}
