package present_test

import (
	"testing"

	"waybill/catalog"
	"waybill/catalog/journey"
)

func TestRouteOrder(t *testing.T) {
	w := load(t)
	leg := func(name string) catalog.Leg { return catalog.Leg{Names: catalog.Names{English: name}} }
	x := journey.Contradiction{
		Route:  catalog.Route{Names: catalog.Names{English: "Hunchun–Rason"}},
		Before: journey.Passed{Photo: 3, Leg: leg("Wonjong"), Date: &catalog.Date{EDTF: "2023-07-01"}},
		After:  journey.Passed{Photo: 12, Leg: leg("Quanhe"), Date: &catalog.Date{EDTF: "2023-07-05"}},
	}
	both := "The times run against Hunchun–Rason: P-000003 at Wonjong is of 1 July 2023, P-000012 at Quanhe of 5 July 2023. "
	for way, want := range map[catalog.Direction]string{
		catalog.Into:  both + "Goods going into the DPRK pass Quanhe first.",
		catalog.OutOf: both + "Goods coming out of the DPRK pass Quanhe first.",
		"":            both + "That fits neither direction.",
	} {
		x.Way = way
		check(t, w.RouteOrder(&x), want)
	}
}
