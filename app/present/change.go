package present

import (
	"strings"

	"waybill/catalog"
)

// Change says what a step made otherwise: "caption: a yard › the yard", "ceramic
// tile: status: Suspected › Sanctioned". It names a source where the change does.
func (w *Words) Change(c catalog.Change) string {
	if c.Destroyed {
		return w.T("change.destroyed")
	}
	field, before, after := w.ChangeField(c), w.ChangeValue(c, c.Before), w.ChangeValue(c, c.After)
	text := w.T("change.turned", "field", field, "before", before, "after", after)
	switch {
	case before == "":
		text = w.T("change.set", "field", field, "after", after)
	case after == "":
		text = w.T("change.gone", "field", field, "before", before)
	}
	if c.Subject == "" || c.Entity == "photo" || c.Field == "item" || c.Subject == c.Before || c.Subject == c.After {
		return text
	}
	return w.T("change.of", "subject", w.Called(c.Subject), "change", text)
}

// ChangeField names the field that a change is about.
func (w *Words) ChangeField(c catalog.Change) string {
	field := c.Field
	switch {
	case c.Destroyed:
		return ""
	case c.Entity == "claim":
		return w.T("change.said", "field", w.Property(c.Property), "origin", w.Origin(c.Origin))
	case c.Entity == "arrival":
		field = "arrival"
	case field == "removed" && c.Entity != "photo":
		field = "word_removed"
	}
	if key := "change.field." + field; w.has(key) {
		return w.T(key)
	}
	return field
}

// ChangeValue puts one side of a change into words, "" for none.
func (w *Words) ChangeValue(c catalog.Change, value string) string {
	if value == "" {
		return ""
	}
	if c.Entity == "claim" {
		return w.ClaimValue(catalog.Claim{Origin: c.Origin, Property: c.Property, Value: value})
	}
	family := ""
	switch c.Field {
	case "status":
		family = "status."
	case "direction":
		family = "direction."
	case "stage":
		family = "stage."
	case "basis":
		family = "basis."
	case "packaging":
		family = "packaging."
	case "confidence":
		family = "confidence."
	case "problem":
		return w.FileReason(catalog.Code(value))
	case "removed", "estimated", "resolved":
		return w.T(map[bool]string{true: "change.yes", false: "change.no"}[value == "1"])
	case "visible":
		return w.T(map[bool]string{true: "change.visible", false: "change.reported"}[value == "1"])
	case "made_in":
		return w.Country(value)
	case "item", "route", "parent", "merged", "unit":
		return w.Called(value)
	case "taken", "received", "as_of":
		return w.EDTF(value)
	case "place":
		if p, err := catalog.ParsePlace(value); err == nil {
			return w.place(p)
		}
	case "kind":
		if c.Entity == "review" {
			family = "review."
		}
	}
	if family != "" && w.has(family+value) {
		return w.T(family + value)
	}
	return strings.Join(strings.Fields(harmless(value)), " ")
}
