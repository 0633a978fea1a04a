package present_test

import (
	"testing"

	"waybill/catalog"
	"waybill/catalog/journey"
)

func TestRoutesNear(t *testing.T) {
	near := func(english, korean string, metres float64) journey.Near {
		return journey.Near{Route: catalog.Route{Names: catalog.Names{English: english, Korean: korean}}, Metres: metres}
	}
	w := load(t)
	for _, c := range []struct {
		near []journey.Near
		want string
	}{
		{nil, ""},
		{[]journey.Near{near("Quanhe–Wonjong", "", 812)}, "Quanhe–Wonjong (810 m)"},
		{[]journey.Near{near("Quanhe–Wonjong", "", 1_240), near("", "훈춘", 9_990)}, "Quanhe–Wonjong (1.2 km), 훈춘 (10 km)"},
	} {
		if got := w.RoutesNear(c.near); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
