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
// sources, two routes, a camera, a position for half, dates as newsrooms have them, items
// and judgements for a third. It is filled past the history, which finding does not read.
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
	s, err := Create(b.Context(), filepath.Join(big.dir, fmt.Sprint(n, ".db")), gazetteer(b))
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
	if s, err = Open(b.Context(), s.path, gazetteer(b)); err != nil {
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
	if err := s.Seed(b.Context(), catalog.Shipped{Items: items, Routes: routes}, ""); err != nil {
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
	if origin, property, value := bigDate(random, i, of); value != "" {
		if err := d.exec("INSERT INTO claim (photo, origin, property, n, raw, value) VALUES (?, ?, ?, 0, '', ?)", id, string(origin), string(property), value); err != nil {
			return err
		}
	}
	if err := d.generateCamera(random, id); err != nil {
		return err
	}
	if random.IntN(3) == 0 {
		if err := d.generateObservation(random, id); err != nil {
			return err
		}
	}
	return d.refresh(catalog.PhotoID(id))
}

// generateCamera claims with what a photo was taken, and for half of them where:
// near one of some crossings.
func (d *door) generateCamera(random *rand.Rand, id int64) error {
	claims := [][3]string{{"exif", "model", []string{"iPhone 12", "iPhone 13 Pro", "HUAWEI P40", "SM-G998N", "NIKON D750", "Redmi Note 9"}[random.IntN(6)]}}
	if random.IntN(2) > 0 {
		at := []string{"42.5645,130.532", "42.567,130.53", "41.4,128.17", "40.115,124.39", "42.87,129.36"}[random.IntN(5)]
		claims = append(claims, [3]string{"gps", "position", at})
	}
	for _, c := range claims {
		if err := d.exec("INSERT INTO claim (photo, origin, property, n, raw, value) VALUES (?, ?, ?, 0, '', ?)", id, c[0], c[1], c[2]); err != nil {
			return err
		}
	}
	return nil
}

// bigDate claims when the i-th photo was taken, on the days of 2023 in their
// order: to the second for 40 of 100, only not after for 30 (saved from a chat),
// on a day for 20, in a month for 8, in a year for 1, and nothing for 1.
func bigDate(random *rand.Rand, i, of int) (catalog.Origin, catalog.Property, string) {
	moment := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC).
		Add(time.Duration(i)*(365*24*time.Hour/time.Duration(of)) + time.Duration(random.IntN(86_400))*time.Second)
	second := moment.Format("2006-01-02T15:04:05")
	switch n := random.IntN(100); {
	case n < 40:
		return catalog.OriginExif, catalog.PropTaken, second
	case n < 70:
		return catalog.OriginFilename, catalog.PropSaved, second
	case n < 90:
		return catalog.OriginFilename, catalog.PropTaken, second[:len("2006-01-02")]
	case n < 98:
		return catalog.OriginIPTC, catalog.PropTaken, second[:len("2006-01")]
	case n < 99:
		return catalog.OriginIPTC, catalog.PropTaken, second[:len("2006")]
	}
	return "", "", ""
}

func (d *door) generateObservation(random *rand.Rand, photo int64) error {
	item := 2 + random.IntN(6)
	if random.IntN(2000) == 0 {
		item = 8 // a rare one
	}
	var id int64
	err := d.queryRow("INSERT INTO observation (uuid, photo, item, visible, removed, stage, made_in, packaging) VALUES (?, ?, ?, 1, 0, ?, ?, ?) RETURNING id",
		fmt.Sprint("o", photo), photo, item, []string{"", "customs", "warehouse", "crossing"}[random.IntN(4)], []string{"", "CN", "KR"}[random.IntN(3)],
		[]string{"", "retail", "unpacked"}[random.IntN(3)]).Scan(&id)
	if err != nil || random.IntN(2) == 0 {
		return err
	}
	statuses := catalog.Statuses()
	return d.exec("INSERT INTO determination (uuid, observation, status, reason, actor, at) VALUES (?, ?, ?, '', '', ?)",
		fmt.Sprint("t", photo), id, string(statuses[random.IntN(5)]), d.now)
}
