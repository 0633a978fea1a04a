package sqlite

import (
	"strings"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// named begins the value of the place facet for a place that is known by its name
// alone; no key of the gazetteer begins so, for those have letters and hyphens.
const named = "="

// monthFacet gives the month that a date lies in as a whole, "" when it does not.
func monthFacet(d *catalog.Date) string {
	const layout = "2006-01"
	if d == nil || d.Earliest == nil || d.Latest == nil || d.Earliest.Format(layout) != d.Latest.Format(layout) {
		return ""
	}
	return d.Earliest.Format(layout)
}

// placeFacet gives the place where a photo was taken: the one that was named, else
// the nearest, if that is within reach, else a name that is in no gazetteer.
func placeFacet(w *catalog.Where, places catalog.Gazetteer) string {
	if w == nil {
		return ""
	}
	if places != nil && w.Entry != "" {
		if near, ok := places.Entry(w.Entry); ok {
			return near.Entry
		}
	}
	if w.Nearest != nil && w.Nearest.Distance <= findableWithin {
		return w.Nearest.Entry
	}
	if name := strings.Join(strings.Fields(w.Name), " "); name != "" {
		return named + name
	}
	return ""
}

// placeLabel gives what people read for a value of the place or crossing facet.
func placeLabel(value string, places catalog.Gazetteer) string {
	if name, ok := strings.CutPrefix(value, named); ok {
		return name
	}
	if places != nil {
		if near, ok := places.Entry(value); ok && near.Names.Label() != "" {
			return near.Names.Label()
		}
	}
	return value
}

// cameraFacet gives a camera's make and model as one: many makes stand in the model
// too ("Canon", "Canon EOS R6"), in whole or in part ("NIKON CORPORATION", "NIKON D90").
func cameraFacet(maker, model string) string {
	maker, model = strings.Join(strings.Fields(maker), " "), strings.Join(strings.Fields(model), " ")
	first, _, _ := strings.Cut(maker, " ")
	if maker == "" || strings.HasPrefix(strings.ToLower(model)+" ", strings.ToLower(first)+" ") {
		return model
	}
	return strings.TrimSpace(maker + " " + model)
}

// fitting picks the values that a text names: those that it is the whole of, else
// those that it is a part of.
func fitting(values []string, text string) []string {
	want := naming.Fold(text)
	if want == "" {
		return nil
	}
	var whole, part []string
	for _, v := range values {
		switch folded := naming.Fold(v); {
		case folded == want:
			whole = append(whole, v)
		case strings.Contains(folded, want):
			part = append(part, v)
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return part
}
