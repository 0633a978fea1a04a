package inspector

import (
	"fmt"
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
		})
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
			slowest = max(slowest, time.Since(start))
		}
	}
	b.ReportMetric(float64(slowest.Microseconds())/1000, "slowest-ms")
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N*len(texts)), "mean-ms")
}
