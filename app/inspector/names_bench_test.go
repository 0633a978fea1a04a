package inspector

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"waybill/catalog"
)

// manyNames are so many candidates with names in three languages and an HS code.
func manyNames(n int) []candidate {
	list := make([]candidate, n)
	for i := range list {
		list[i] = newCandidate(catalog.ItemID(i+1), i%7, catalog.Names{
			English: fmt.Sprintf("%s goods %d / thing %d", []string{"steel", "paper", "cold", "motor"}[i%4], i, i),
			Korean:  fmt.Sprintf("물건 %d", i), KoreanNorth: fmt.Sprintf("물품 %d", i), Chinese: fmt.Sprintf("货物 %d; 物品 %d", i, i),
		}, headings(fmt.Sprintf("%d.%d", 8401+i%90, 10+i%80))...)
		if i%5 == 0 {
			list[i].recent = int64(i * 7919 % n)
		}
	}
	return list
}

// BenchmarkCompleteItems completes texts among 50,000 items; the slowest of them
// must stay below 30 ms.
func BenchmarkCompleteItems(b *testing.B) {
	list := manyNames(50_000)
	texts := []string{"", "g", "goods", "thing 49999", "物品 123", "물", "8418", "unheard of"}
	var slowest time.Duration
	for b.Loop() {
		for _, text := range texts {
			start := time.Now()
			complete(list, text)
			if text == "" {
				recent(list)
			}
			slowest = max(slowest, time.Since(start))
		}
	}
	b.ReportMetric(float64(slowest.Microseconds())/1000, "slowest-ms")
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N*len(texts)), "mean-ms")
}

func TestItemsCompleteByHeading(t *testing.T) {
	list := []candidate{
		newCandidate(1, 0, catalog.Names{English: "refrigerator"}, headings("8418.21")...),
		newCandidate(2, 9, catalog.Names{English: "bulk lot 18421"}, headings("8716.80; 7326")...),
	}
	for text, want := range map[string]string{
		"8418": "refrigerator", "8418.2": "refrigerator", "841821": "refrigerator", "7326": "bulk lot 18421", "9999": "", "21": "refrigerator",
	} {
		options, _ := complete(list, text)
		got := ""
		if len(options) > 0 {
			got = options[0].Text
		}
		if got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

// TestCompletionsAreTheBest compares with sorting all that fits.
func TestCompletionsAreTheBest(t *testing.T) {
	list := manyNames(500)
	for _, text := range []string{"", "g", "goods 4", "thing", "물건 33"} {
		wanted := newTyped(text)
		var all []match
		for i := range list {
			if c := wanted.near(list[i].called); c < far {
				all = append(all, match{&list[i], c})
			}
		}
		slices.SortStableFunc(all, before)
		options, _ := complete(list, text)
		if len(options) != min(len(all), maxOffered) {
			t.Errorf("%q offers %d of %d", text, len(options), len(all))
			continue
		}
		for i, o := range options {
			if o != all[i].option {
				t.Errorf("%q: %d is %v, want %v", text, i, o, all[i].option)
			}
		}
	}
}
