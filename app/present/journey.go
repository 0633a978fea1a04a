package present

import (
	"waybill/catalog"
	"waybill/catalog/journey"
)

// RouteOrder says that two photos were taken in another order than goods pass
// their places on the route.
func (w *Words) RouteOrder(x *journey.Contradiction) string {
	first, then := &x.Before, &x.After
	args := []any{
		"route", w.Name(x.Route.Names),
		"first", first.Photo.String(), "first_place", w.Leg(&first.Leg), "first_date", w.orderedDate(first.Date),
		"then", then.Photo.String(), "then_place", w.Leg(&then.Leg), "then_date", w.orderedDate(then.Date),
	}
	switch x.Way {
	case catalog.Into:
		return w.T("route.order.into", args...)
	case catalog.OutOf:
		return w.T("route.order.out", args...)
	}
	return w.T("route.order", args...)
}

func (w *Words) orderedDate(d *catalog.Date) string {
	if d == nil {
		return ""
	}
	return w.EDTF(d.EDTF)
}
