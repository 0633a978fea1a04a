package present

import "waybill/catalog/journey"

// RoutesNear lists routes with how far away they pass: "Quanhe–Wonjong (0.8 km)".
func (w *Words) RoutesNear(near []journey.Near) string {
	names := make([]string, len(near))
	for i, n := range near {
		names[i] = w.T("route.near", "route", w.Name(n.Names), "distance", w.Distance(n.Metres))
	}
	return w.list(names)
}
