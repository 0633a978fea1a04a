package inspector

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"waybill/app/present"
	"waybill/catalog"
)

// manyNames are so many candidates with names in three languages and an HS code.
func manyNames(n int) lookup {
	list := make([]candidate, n)
	for i := range list {
		list[i] = newCandidate(new(present.Words), catalog.ItemID(i+1), i%7, catalog.Names{
			English: fmt.Sprintf("%s goods %d / thing %d", []string{"steel", "paper", "cold", "motor"}[i%4], i, i),
			Korean:  fmt.Sprintf("물건 %d", i), KoreanNorth: fmt.Sprintf("물품 %d", i), Chinese: fmt.Sprintf("货物 %d; 物品 %d", i, i),
		}, headings(fmt.Sprintf("%d.%d", 8401+i%90, 10+i%80))...)
		if i%5 == 0 {
			list[i].recent = int64(i * 7919 % n)
		}
	}
	return newLookup(list)
}

// BenchmarkCompleteItems completes texts among 50,000 items, which must take less
// than 30 ms. On a busy machine the slowest one measures what else runs there.
func BenchmarkCompleteItems(b *testing.B) {
	list := manyNames(50_000)
	texts := []string{"", "g", "goods", "thing 49999", "物品 123", "물", "8418", "unheard of"}
	var took []time.Duration
	for b.Loop() {
		for _, text := range texts {
			start := time.Now()
			complete(list, text)
			if text == "" {
				recent(list)
			}
			took = append(took, time.Since(start))
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "slowest-ms")
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N*len(texts)), "mean-ms")
}

func TestItemsCompleteByHeading(t *testing.T) {
	list := newLookup([]candidate{
		newCandidate(new(present.Words), 1, 0, catalog.Names{English: "refrigerator"}, headings("8418.21")...),
		newCandidate(new(present.Words), 2, 9, catalog.Names{English: "bulk lot 18421"}, headings("8716.80; 7326")...),
	})
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

// fit tells how well a text fits a candidate, one question after the other.
func fit(text, called string) closeness {
	switch {
	case strings.Contains(called, "\n"+text+"\n"):
		return exact
	case strings.Contains(called, "\n"+text):
		return beginning
	case strings.Contains(called, " "+text):
		return word
	case strings.Contains(called, text):
		return part
	}
	return far
}

// TestCompletionsAreTheBest compares with sorting all that fits.
func TestCompletionsAreTheBest(t *testing.T) {
	list := manyNames(500)
	for _, text := range []string{"", "g", "goods 4", "thing", "물건 33", "thing 49", "3", "ng", "8418", "nowhere"} {
		var all []match
		for i := range list.list {
			if c := fit(text, list.list[i].called); c < far {
				all = append(all, match{&list.list[i], c})
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
