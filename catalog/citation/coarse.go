package citation

import (
	"time"

	"waybill/catalog"
	"waybill/catalog/edtf"
)

// within is how far, in metres, from the point of a town or crossing a photo is
// said to be in it or at it.
const within = 3_000

// basis says on whose word a claim's origin is. What a batch says was entered by
// who took it in.
func basis(o catalog.Origin) Basis {
	switch o {
	case catalog.OriginEditor, catalog.OriginBatch:
		return BasisEditor
	case catalog.OriginSource:
		return BasisSource
	}
	return BasisOwn
}

// date makes a date as coarse as the public may know it: a day, else one month
// or some, else years. It keeps how sure it is.
func date(d *catalog.Date) *Date {
	if d == nil || d.Earliest == nil && d.Latest == nil {
		return nil
	}
	var quality edtf.Qualifier
	if parsed, err := edtf.Parse(d.EDTF); err == nil {
		if p := parsed.Precision(); p != edtf.NoPrecision && p <= edtf.Day {
			return &Date{EDTF: d.EDTF, Basis: basis(d.Origin)} // such as a season
		}
		if parsed.Uncertain() {
			quality |= edtf.Uncertain
		}
		if parsed.Approximate() {
			quality |= edtf.Approximate
		}
	}
	coarse, err := stretch(d.Earliest, d.Latest, quality)
	if err != nil { // years before 0 or after 9999 have no months, and no photos
		return nil
	}
	return &Date{EDTF: coarse.String(), Basis: basis(d.Origin)}
}

func stretch(from, to *time.Time, q edtf.Qualifier) (edtf.Date, error) {
	if from == nil || to == nil {
		var a, b edtf.Date
		if from != nil {
			a = edtf.Of(*from, edtf.Month).WithQualifier(q)
		} else {
			b = edtf.Of(*to, edtf.Month).WithQualifier(q)
		}
		return edtf.Between(a, b)
	}
	precision := edtf.Month
	if to.After(from.AddDate(1, 0, 0)) {
		precision = edtf.Year
	}
	for _, p := range []edtf.Precision{edtf.Day, precision} {
		if a, b := edtf.Of(*from, p), edtf.Of(*to, p); a.String() == b.String() {
			return a.WithQualifier(q), nil
		}
	}
	return edtf.Between(edtf.Of(*from, precision).WithQualifier(q), edtf.Of(*to, precision).WithQualifier(q))
}

// place makes a place as coarse as the public may know it: the place that the
// picture shows, else that where the camera stood, and of it only an entry of
// the gazetteer. What somebody typed may be as exact as a door: it is left out.
func place(c *catalog.Chosen) *Place {
	for _, w := range []*catalog.Where{c.Shown, c.Where} {
		if w == nil || w.Precision == catalog.PrecisionWithheld {
			continue
		}
		p := &Place{Shown: w == c.Shown, Basis: basis(w.Origin)}
		switch {
		case w.Nearest != nil:
			p.Names, p.Crossing = labels(w.Nearest.Names), w.Nearest.Crossing
			p.At = w.Entry == w.Nearest.Entry || w.Nearest.Distance <= within
		case !w.BorderZone && w.Country != "":
			p.Country = w.Country
		default:
			continue
		}
		return p
	}
	return nil
}
