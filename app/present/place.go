package present

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"waybill/catalog"
)

// Where says where something is: on the first line the place and what is near,
// on the second, when there is a point, the point and how closely it is known.
// lat and lon are degrees, WGS 84, or nil. It gives "" when nothing is known.
func (w *Words) Where(x *catalog.Where, lat, lon *float64) string {
	var lines []string
	if x != nil {
		lines = append(lines, w.WhereNamed(x))
	}
	if lat != nil && lon != nil {
		lines = append(lines, w.WherePoint(x, *lat, *lon))
	}
	return strings.Join(slices.DeleteFunc(lines, func(s string) bool { return s == "" }), "\n")
}

// WhereNamed is the first line of Where alone: "Quanhe–Wonjong-ri crossing,
// 400 m · border zone China/DPRK".
func (w *Words) WhereNamed(x *catalog.Where) string {
	var parts []string
	byEntry := x.Entry != "" && x.Nearest != nil && x.Nearest.Entry == x.Entry
	if x.Name != "" && !byEntry {
		parts = append(parts, harmless(x.Name))
	}
	if x.Nearest != nil {
		near := w.near(x.Nearest)
		if !byEntry {
			near = w.T("where.near", "place", near, "distance", w.Distance(x.Nearest.Distance))
		}
		parts = append(parts, near)
	}
	switch {
	case x.BorderZone:
		var countries []string
		for _, code := range x.Countries {
			countries = append(countries, w.Country(code))
		}
		parts = append(parts, w.T("where.border_zone", "countries", strings.Join(countries, "/")))
	case x.Country != "":
		parts = append(parts, w.Country(x.Country))
	}
	return strings.Join(parts, w.T("where.separator"))
}

// WherePoint is the second line of Where alone: "42.56670° N, 130.53330° E ·
// vicinity · within 300 m".
func (w *Words) WherePoint(x *catalog.Where, lat, lon float64) string {
	parts := []string{w.Position(lat, lon)}
	if x == nil {
		return parts[0]
	}
	if x.Precision != "" && x.Precision != catalog.PrecisionExact {
		parts = append(parts, w.Precision(x.Precision))
	}
	if x.Accuracy != nil && *x.Accuracy > 0 {
		parts = append(parts, w.T("where.within", "distance", w.Distance(*x.Accuracy)))
	}
	if note := w.Datum(x.Datum); note != "" {
		parts = append(parts, note)
	}
	return strings.Join(parts, w.T("where.separator"))
}

// near names an entry of the gazetteer, as a crossing where it is one.
func (w *Words) near(n *catalog.Near) string {
	name := w.Name(n.Names)
	if isCrossing(n.Kind) {
		return w.T("where.crossing", "name", name)
	}
	return name
}

// isCrossing tells whether a kind of the gazetteer is one of land crossings:
// bridges, dams, roads and railways.
func isCrossing(kind string) bool {
	return slices.ContainsFunc([]string{"bridge", "rail", "road"}, func(s string) bool { return strings.Contains(kind, s) })
}

// Country names a country by its code of ISO 3166-1 alpha-2, and gives back a
// code that has no name here.
func (w *Words) Country(code string) string {
	if key := "country." + strings.ToLower(code); w.has(key) {
		return w.T(key)
	}
	return harmless(code)
}

// Datum says from which maps a point was converted; "" when from none.
func (w *Words) Datum(datum string) string {
	switch datum {
	case catalog.DatumGCJ02:
		return w.T("where.gcj02")
	case catalog.DatumBD09:
		return w.T("where.bd09")
	}
	return harmless(datum)
}

// Distance writes metres, rounded to two or three digits: "8 m", "400 m",
// "1.2 km", "42 km".
func (w *Words) Distance(metres float64) string {
	step := 1.0
	if metres >= 100 {
		step = 10
	}
	if rounded := math.Round(metres/step) * step; rounded < 1000 {
		return w.T("distance.m", "n", w.group(strconv.FormatFloat(rounded, 'f', 0, 64)))
	}
	return w.T("distance.km", "n", w.short(metres/1000))
}

// place says a place as a claim holds it: its name, its point, or both.
func (w *Words) place(p catalog.Place) string {
	var parts []string
	if p.Name != "" {
		parts = append(parts, harmless(p.Name))
	}
	if p.Latitude != nil && (p.Entry == "" || p.Name == "") {
		parts = append(parts, w.Position(*p.Latitude, *p.Longitude))
	}
	if note := w.Datum(p.Datum); note != "" {
		parts = append(parts, note)
	}
	return strings.Join(parts, w.T("where.separator"))
}
