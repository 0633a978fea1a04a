package present

import (
	"strings"

	"waybill/catalog"
)

// unknown stands for what nobody said.
const unknown = "unknown"

// term gives the name of a value in a family of keys, also of none.
func (w *Words) term(family, value string) string {
	if value == "" {
		value = unknown
	}
	return w.T(family + value)
}

// Stage is the name of how far goods had come, also that nobody knows.
func (w *Words) Stage(s catalog.Stage) string { return w.term("stage.", string(s)) }

// Basis says why a direction is known, also that nobody said.
func (w *Words) Basis(b catalog.Basis) string { return w.term("basis.", string(b)) }

// Packaging says how goods are packed, also that nobody knows.
func (w *Words) Packaging(p catalog.Packaging) string { return w.term("packaging.", string(p)) }

// Confidence says how sure somebody is, also that nobody said.
func (w *Words) Confidence(c catalog.Confidence) string { return w.term("confidence.", string(c)) }

// Quantity writes how many goods there are: "about 38 pieces"; "" when nobody counted.
func (w *Words) Quantity(s *catalog.Observation) string {
	if s.Quantity == nil {
		return ""
	}
	return w.quantity(w.number(*s.Quantity), w.Unit(s.Unit, s.UnitNames, *s.Quantity), s.Estimated)
}

// quantity writes a number, or two between which it lies, of a unit.
func (w *Words) quantity(n, unit string, estimated bool) string {
	key := "seen.quantity"
	if estimated {
		key = "seen.quantity_about"
	}
	return strings.TrimSpace(w.T(key, "n", n, "unit", unit))
}

// Unit is the word for a quantity of a unit: "pieces"; as it was typed when the
// vocabulary does not have it.
func (w *Words) Unit(typed string, n catalog.UnitNames, quantity float64) string {
	if name := w.Name(n.Names); name != "" && name != n.English {
		return name
	}
	return n.Word(typed, quantity)
}

// Seen lists what is known about goods in a photo besides what they are, each
// as a few words, and first that they are only reported.
func (w *Words) Seen(o *catalog.Observation) []string {
	var parts []string
	add := func(text string, is bool) {
		if is {
			parts = append(parts, text)
		}
	}
	s := &o.Seen
	add(w.T("seen.reported"), !o.Visible)
	add(w.T("seen.region"), s.Region != nil)
	add(w.Stage(s.Stage), s.Stage != "")
	add(w.Direction(s.Direction), s.Direction != "" && s.Basis == "")
	add(w.T("seen.direction", "direction", w.Direction(s.Direction), "basis", w.Basis(s.Basis)), s.Direction != "" && s.Basis != "")
	add(s.Use, s.Use != "")
	add(w.Quantity(o), s.Quantity != nil)
	add(strings.TrimSpace(s.Brand+" "+s.Model), s.Brand+s.Model != "")
	add(w.T("seen.label", "text", s.Label), s.Label != "")
	add(w.T("seen.made_in", "country", w.Country(s.MadeIn)), s.MadeIn != "")
	add(w.Packaging(s.Packaging), s.Packaging != "")
	add(w.Confidence(s.Confidence), s.Confidence != "")
	add(s.Note, s.Note != "")
	return parts
}

// terms lists the values that a field takes, as they are typed.
func terms[T ~string](values []T) []string {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = string(v)
	}
	return names
}

// values lists what the field takes whose operation refused a value.
func (w *Words) values(op string) string {
	switch op {
	case string(catalog.PropKind):
		return w.kinds()
	case "mode":
		return w.list(terms(catalog.Modes()))
	case "leg kind":
		return w.list(catalog.LegKinds())
	case "stage":
		return w.list(terms(catalog.Stages()))
	case "basis":
		return w.list(terms(catalog.Bases()))
	case "packaging":
		return w.list(terms(catalog.Packagings()))
	case "confidence":
		return w.list(terms(catalog.Confidences()))
	}
	return w.statuses()
}
