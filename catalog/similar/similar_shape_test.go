package similar_test

import (
	"testing"

	"waybill/catalog/similar"
)

func TestSameShape(t *testing.T) {
	for _, tt := range []struct {
		w1, h1, w2, h2 int
		want           bool
	}{
		{4000, 3000, 1280, 960, true},
		{4000, 3000, 853, 640, true}, // rounded
		{4032, 3024, 1081, 810, true},
		{4000, 3000, 3000, 4000, false},
		{4000, 3000, 1280, 720, false},
		{4000, 3000, 1280, 853, false},
		{4000, 3000, 0, 0, true},
	} {
		if got := similar.SameShape(tt.w1, tt.h1, tt.w2, tt.h2); got != tt.want || similar.SameShape(tt.w2, tt.h2, tt.w1, tt.h1) != got {
			t.Errorf("%d×%d and %d×%d: %v", tt.w1, tt.h1, tt.w2, tt.h2, got)
		}
	}
}
