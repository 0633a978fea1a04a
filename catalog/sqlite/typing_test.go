package sqlite

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"waybill/catalog"
)

// BenchmarkTyping types searches rune by rune and waits after each for all that a
// window shows: the first page of the photos found, how many there are, and the
// facets, asked for beside one another. worst-ms is the slowest of all answers.
func BenchmarkTyping(b *testing.B) {
	for _, n := range sizes {
		for _, text := range []string{
			"customs", "훈춘 세관 트럭", "IMG_000123", "status:sanctioned route:quanhe", "item:refrigerator|shopping", "-customs", "month:2023-07|2023-08 -item:tile",
			"place:quanhe camera:iphone", "date:2023-07|2023-09", `"customs warehouse" status:exempt|disputed`, "type:jpeg",
		} {
			b.Run(fmt.Sprintf("%d/%s", n, text), func(b *testing.B) {
				s := bigStore(b, n)
				worst, at := time.Duration(0), ""
				for b.Loop() {
					runes := []rune(text)
					for i := range runes {
						begun := time.Now()
						if err := answer(b, s, string(runes[:i+1])); err != nil {
							b.Fatal(err)
						}
						if took := time.Since(begun); took > worst {
							worst, at = took, string(runes[:i+1])
						}
					}
				}
				b.ReportMetric(float64(worst.Microseconds())/1000, "worst-ms")
				b.Logf("worst at %q", at)
			})
		}
	}
}

// answer gives what a window asks for; a text that is not a query yet gives nothing.
func answer(b *testing.B, s *Store, text string) error {
	q, err := catalog.ParseQuery(text)
	if err != nil {
		return nil
	}
	var group errgroup.Group
	group.Go(func() error {
		ids, _, err := s.Find(b.Context(), q, catalog.SortTaken, Cursor{}, 2_000)
		if err == nil {
			_, err = s.Photos(b.Context(), ids[:min(len(ids), 50)])
		}
		return err
	})
	group.Go(func() error { _, err := s.Count(b.Context(), q); return err })
	group.Go(func() error { _, err := s.Facets(b.Context(), q); return err })
	if err := group.Wait(); err != nil {
		if _, unknown := errors.AsType[*catalog.QueryError](err); !unknown {
			return err
		}
	}
	return nil
}
