package inspector

import (
	"strings"

	"waybill/app/present"
	"waybill/catalog"
)

// valuesLine names what photos have in a field, the most frequent first, with how
// many photos have each: "Hunchun 31 · Changbai 4 · and 7 more · none 12".
func valuesLine(w *present.Words, of catalog.Field, f catalog.FieldValues) string {
	var parts []string
	for i, v := range f.List {
		if i == maxCounts {
			break
		}
		parts = append(parts, countOf(w, clip(valueName(w, of, v)), v.Count))
	}
	if rest := len(f.List) - len(parts) + f.More; rest > 0 {
		parts = append(parts, w.N("batch.further", rest))
	}
	if f.None > 0 {
		parts = append(parts, countOf(w, w.T("inspector.none"), f.None))
	}
	return strings.Join(parts, " · ")
}

// countOf puts a number behind a value.
func countOf(w *present.Words, text string, n int) string {
	key := "inspector.count"
	if strings.TrimRight(text, "0123456789") != text { // else two numbers would run together
		key = "inspector.count_of_number"
	}
	return w.T(key, "value", text, "n", n)
}

// valueName is what people read for a value.
func valueName(w *present.Words, of catalog.Field, v catalog.Value) string {
	switch of {
	case catalog.FieldStatus:
		return w.Status(catalog.Status(v.Value))
	case catalog.FieldDirection:
		return w.Direction(catalog.Direction(v.Value))
	case catalog.FieldStage:
		return w.Stage(catalog.Stage(v.Value))
	case catalog.FieldPackaging:
		return w.Packaging(catalog.Packaging(v.Value))
	case catalog.FieldMadeIn:
		return w.Country(v.Value)
	case catalog.FieldKind:
		return w.Kind(catalog.Kind(v.Value))
	case catalog.FieldDate:
		return w.EDTF(v.Value)
	case catalog.FieldPlace:
		if v.Label == "" {
			return w.T("batch.point")
		}
		return w.Called(v.Label)
	case catalog.FieldItem, catalog.FieldVisible, catalog.FieldReported, catalog.FieldRoute:
		return w.Called(v.Label)
	}
	return v.Label
}
