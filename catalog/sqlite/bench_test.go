package sqlite

import (
	"fmt"
	"testing"

	"waybill/catalog"
)

// BenchmarkAdd writes photos as an import does, 200 in a transaction.
func BenchmarkAdd(b *testing.B) {
	s := newStore(b)
	im, err := s.BeginImport(b.Context(), catalog.Intake{Route: "Quanhe", Source: "Heron"}, "", "")
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		files := make([]catalog.NewPhoto, 200)
		for i := range files {
			files[i] = file(n)
			n++
		}
		if _, _, err := im.Add(b.Context(), files); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "photos/s")
}

var sizes = []int{100_000, 1_000_000}

// BenchmarkOpen opens a catalogue and reads the first page of photos.
func BenchmarkOpen(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			path := bigStore(b, n).path
			for b.Loop() {
				s, err := Open(b.Context(), path, nil)
				if err != nil {
					b.Fatal(err)
				}
				ids, _, err := s.Find(b.Context(), catalog.Query{}, catalog.SortTaken, Cursor{}, 50)
				if err != nil || len(ids) != 50 {
					b.Fatal(len(ids), err)
				}
				if _, err := s.Photos(b.Context(), ids); err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				s.Close()
				b.StartTimer()
			}
		})
	}
}

// BenchmarkFind reads a page of 50 photos for each kind of query.
func BenchmarkFind(b *testing.B) {
	for _, n := range sizes {
		for _, text := range []string{
			"", "item:refrigerator", "item:engine", "route:quanhe", "route:훈춘", "status:sanctioned", "status:not-assessed", "date:2023-07", "date:2023-07-01..2023-07-10",
			"date:2023-12-31", "date:2023-01-01", "date:2023-07-03T14:05", "date:2023", "date:..2023-02", "date:2023-07-03 item:refrigerator", "date:2023 item:engine",
			"date:2023-07 customs", "date:2023-07-03 date:2023-07", "-date:2023-07", "-date:2023-02..", "has:gps", "no:date", "no:item", "batch:intake", "source:heron", "type:png", "customs", "훈춘", "춘", "IMG_000123", `"customs warehouse"`, "-customs",
			"-status:not-assessed", "status:disputed route:quanhe 훈춘", "item:engine no:date", "status:exempt item:fabric date:2023-11 customs", "item:unspecified", "item:unspecified -customs", "-has:date source:kingfisher type:png",
			"냉장고 status:sanctioned", "nosuchword",
		} {
			b.Run(fmt.Sprintf("%d/%s", n, text), func(b *testing.B) { benchmarkPage(b, bigStore(b, n), text, catalog.SortTaken) })
		}
		for _, sort := range []catalog.Sort{catalog.SortImported, catalog.SortName} {
			for _, text := range []string{"", "item:refrigerator", "item:engine", "customs", "date:2023-07", "date:2023-07-03", "date:2023-07-03 item:refrigerator", "date:2022"} {
				b.Run(fmt.Sprintf("%d/by %s/%s", n, sort, text), func(b *testing.B) { benchmarkPage(b, bigStore(b, n), text, sort) })
			}
		}
	}
}

func benchmarkPage(b *testing.B, s *Store, text string, sort catalog.Sort) {
	q, err := catalog.ParseQuery(text)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		ids, _, err := s.Find(b.Context(), q, sort, Cursor{}, 50)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Photos(b.Context(), ids); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCount, BenchmarkFacets and BenchmarkAll are what a window asks for
// beside the first page.
func BenchmarkCount(b *testing.B) {
	benchmarkWhole(b, func(b *testing.B, s *Store, q catalog.Query) error { _, err := s.Count(b.Context(), q); return err })
}

func BenchmarkFacets(b *testing.B) {
	benchmarkWhole(b, func(b *testing.B, s *Store, q catalog.Query) error { _, err := s.Facets(b.Context(), q); return err })
}

func BenchmarkAll(b *testing.B) {
	benchmarkWhole(b, func(b *testing.B, s *Store, q catalog.Query) error {
		for _, err := range s.FindAll(b.Context(), q, catalog.SortTaken, 10_000) {
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func benchmarkWhole(b *testing.B, work func(*testing.B, *Store, catalog.Query) error) {
	for _, n := range sizes {
		for _, text := range []string{"", "status:sanctioned", "customs", "date:2023-07", "date:2023-01-03"} {
			b.Run(fmt.Sprintf("%d/%s", n, text), func(b *testing.B) {
				s := bigStore(b, n)
				q, err := catalog.ParseQuery(text)
				if err != nil {
					b.Fatal(err)
				}
				for b.Loop() {
					if err := work(b, s, q); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkTagThousand tags 1,000 photos of a large catalogue in one step.
func BenchmarkTagThousand(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := bigStore(b, n)
			tile, err := s.FindItem(b.Context(), "tile")
			if err != nil {
				b.Fatal(err)
			}
			ids, _, err := s.Find(b.Context(), catalog.Query{}, catalog.SortTaken, Cursor{}, 1000)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				edit := catalog.Edit{Photos: ids, AddItems: []catalog.ItemID{tile}, Status: status(catalog.NotListed), StatusItems: []catalog.ItemID{tile}}
				if step, err := s.Apply(b.Context(), edit); err != nil || step.ID == 0 {
					b.Fatal(step.ID, err)
				}
				b.StopTimer()
				if _, err := s.Undo(b.Context(), ""); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

// BenchmarkGroups reads what all photos are grouped by, and lists them so.
func BenchmarkGroups(b *testing.B) {
	for _, n := range sizes {
		for _, by := range []catalog.Grouping{catalog.GroupDay, catalog.GroupBatch, catalog.GroupRoute, catalog.GroupLot} {
			b.Run(fmt.Sprintf("%d/by %s", n, by), func(b *testing.B) {
				s := bigStore(b, n)
				for b.Loop() {
					keys, err := s.GroupKeys(b.Context(), by)
					if err != nil {
						b.Fatal(err)
					}
					var ids []catalog.PhotoID
					for page, err := range s.FindAll(b.Context(), catalog.Query{}, catalog.SortTaken, 20_000) {
						if err != nil {
							b.Fatal(err)
						}
						ids = append(ids, page...)
					}
					if l := keys.Arrange(ids, catalog.SortTaken, by); len(l.IDs) < n {
						b.Fatal(len(l.IDs))
					}
				}
			})
		}
	}
}
