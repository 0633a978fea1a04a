package sqlite

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

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

// big holds the generated catalogues of this run, which take minutes to make.
var big struct {
	sync.Mutex
	dir    string
	stores map[int]*Store
}

func TestMain(m *testing.M) {
	defer func() {
		for _, s := range big.stores {
			s.Close()
		}
		os.RemoveAll(big.dir)
	}()
	m.Run()
}

// bigStore gives a catalogue of n generated photos: four batches of two
// sources, two routes, a position and a date for most, items and judgements
// for a third. It is filled past the history, which finding does not read.
func bigStore(b *testing.B, n int) *Store {
	b.Helper()
	if testing.Short() {
		b.Skip("large catalogues take minutes to make")
	}
	big.Lock()
	defer big.Unlock()
	if s := big.stores[n]; s != nil {
		return s
	}
	if big.stores == nil {
		dir, err := os.MkdirTemp("", "waybill-bench-*")
		if err != nil {
			b.Fatal(err)
		}
		big.stores, big.dir = map[int]*Store{}, dir
	}
	s, err := Create(b.Context(), filepath.Join(big.dir, fmt.Sprint(n, ".db")), nil)
	if err != nil {
		b.Fatal(err)
	}
	seedBig(b, s)
	if _, err := s.write.Exec("PRAGMA cache_size = -600000; PRAGMA synchronous = OFF"); err != nil {
		b.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	const perTransaction = 20_000
	for from := 0; from < n; from += perTransaction {
		_, err := s.do(b.Context(), &action{name: catalog.ActionImport}, func(d *door) (map[string]any, error) {
			for i := from; i < min(n, from+perTransaction); i++ {
				if err := d.generate(random, i, n); err != nil {
					return nil, err
				}
			}
			if err := d.flushTexts(); err != nil {
				return nil, err
			}
			for _, entity := range []string{entArrival, entClaim, entObservation, entDetermination} {
				if err := d.exec("INSERT OR REPLACE INTO counter SELECT ?, max(id) FROM "+entity, entity); err != nil {
					return nil, err
				}
			}
			return nil, d.set(entBatch, 1, row{"message": fmt.Sprint(from)})
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := s.Close(); err != nil { // measure with the settings that people have
		b.Fatal(err)
	}
	if s, err = Open(b.Context(), s.path, nil); err != nil {
		b.Fatal(err)
	}
	big.stores[n] = s
	return s
}

func seedBig(b *testing.B, s *Store) {
	b.Helper()
	small := newStore(b)
	items, err := small.Items(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	routes, err := small.Routes(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Seed(b.Context(), items, routes, ""); err != nil {
		b.Fatal(err)
	}
	for i := range 4 {
		source := []string{"Heron", "Kingfisher"}[i%2]
		im, err := s.BeginImport(b.Context(), catalog.Intake{Name: fmt.Sprint("intake ", i), Source: source, Route: []string{"Quanhe", "Changbai"}[i/2]}, "", "")
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := im.Add(b.Context(), []catalog.NewPhoto{file(1<<30 + i)}); err != nil {
			b.Fatal(err)
		}
	}
}

// generate writes one photo and what is about it, past the history.
func (d *door) generate(random *rand.Rand, i, of int) error {
	id, err := d.number(entPhoto)
	if err != nil {
		return err
	}
	batch := i%4 + 1
	if err := d.exec(`INSERT INTO photo (id, uuid, sha256, size, format, path, referenced, width, height, problem, added, name, batch,
		caption, note, credit) VALUES (?, ?, ?, 3000000, ?, '', 0, 4000, 3000, '', ?, ?, ?, ?, '', '')`,
		id, fmt.Sprint("u", i), fmt.Sprint("s", i), []string{"jpeg", "jpeg", "jpeg", "png"}[random.IntN(4)], d.now,
		fmt.Sprintf("IMG_%06d.jpg", i), batch, []string{"", "customs warehouse", "트럭 훈춘 세관"}[random.IntN(3)]); err != nil {
		return err
	}
	if err := d.exec("INSERT INTO arrival (photo, batch, name, path, mtime) VALUES (?, ?, ?, '', ?)", id, batch, fmt.Sprintf("IMG_%06d.jpg", i), d.now); err != nil {
		return err
	}
	if random.IntN(10) > 0 {
		taken := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC).
			Add(time.Duration(i)*(365*24*time.Hour/time.Duration(of)) + time.Duration(random.IntN(86_400))*time.Second)
		if err := d.exec("INSERT INTO claim (photo, origin, property, n, raw, value) VALUES (?, 'exif', 'taken', 0, '', ?)", id, taken.Format("2006-01-02T15:04:05")); err != nil {
			return err
		}
	}
	if random.IntN(2) > 0 {
		if err := d.exec("INSERT INTO claim (photo, origin, property, n, raw, value) VALUES (?, 'gps', 'position', 0, '', '42.5645,130.532')", id); err != nil {
			return err
		}
	}
	if random.IntN(3) == 0 {
		if err := d.generateObservation(random, id); err != nil {
			return err
		}
	}
	return d.refresh(catalog.PhotoID(id))
}

func (d *door) generateObservation(random *rand.Rand, photo int64) error {
	item := 2 + random.IntN(6)
	if random.IntN(2000) == 0 {
		item = 8 // a rare one
	}
	var id int64
	err := d.queryRow("INSERT INTO observation (uuid, photo, item, visible, removed) VALUES (?, ?, ?, 1, 0) RETURNING id", fmt.Sprint("o", photo), photo, item).Scan(&id)
	if err != nil || random.IntN(2) == 0 {
		return err
	}
	statuses := catalog.Statuses()
	return d.exec("INSERT INTO determination (uuid, observation, status, reason, actor, at) VALUES (?, ?, ?, '', '', ?)",
		fmt.Sprint("t", photo), id, string(statuses[random.IntN(5)]), d.now)
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
			"date:2023-12-31", "has:gps", "no:date", "no:item", "batch:intake", "source:heron", "type:png", "customs", "훈춘", "춘", "IMG_000123", `"customs warehouse"`, "-customs",
			"-status:not-assessed", "status:disputed route:quanhe 훈춘", "item:engine no:date", "status:exempt item:fabric date:2023-11 customs", "item:unspecified", "item:unspecified -customs", "-has:date source:kingfisher type:png",
			"냉장고 status:sanctioned", "nosuchword",
		} {
			b.Run(fmt.Sprintf("%d/%s", n, text), func(b *testing.B) { benchmarkPage(b, bigStore(b, n), text, catalog.SortTaken) })
		}
		for _, sort := range []catalog.Sort{catalog.SortImported, catalog.SortName} {
			for _, text := range []string{"", "item:refrigerator", "item:engine", "customs", "date:2023-07"} {
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
		for _, text := range []string{"", "status:sanctioned", "customs", "date:2023-07"} {
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
