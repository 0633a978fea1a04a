package catalog

import (
	"math"
	"testing"
)

func TestSeenQuantities(t *testing.T) {
	for _, n := range []float64{0.001, 1, 38.5, MaxQuantity} {
		if err := (Seen{Quantity: &n}).Check(); err != nil {
			t.Errorf("%v: %v", n, err)
		}
	}
	for _, n := range []float64{0, -1, math.NaN(), math.Inf(1), math.Inf(-1), 2 * MaxQuantity, math.MaxFloat64} {
		if err := (Seen{Quantity: &n}).Check(); CodeOf(err) != ErrInvalid {
			t.Errorf("%v: %v", n, err)
		}
	}
}
