package filters

import (
	"strings"

	"waybill/catalog"
)

// label gives the words for a value.
func (v *View) label(field catalog.Field, text string) string {
	switch field {
	case catalog.FieldStatus:
		return v.words.Status(catalog.Status(text))
	case catalog.FieldHas:
		return v.words.T("filters.warning")
	case catalog.FieldNo:
		return v.words.T("filters.no." + text)
	case catalog.FieldKind:
		return v.words.Kind(catalog.Kind(text))
	case catalog.FieldStage:
		return v.words.Stage(catalog.Stage(text))
	case catalog.FieldPackaging:
		return v.words.Packaging(catalog.Packaging(text))
	case catalog.FieldMadeIn:
		return v.words.Country(text)
	case catalog.FieldMonth:
		return v.words.EDTF(text)
	case catalog.FieldWarning:
		return v.words.T("warned." + text)
	case catalog.FieldReview:
		return v.words.T("filters.review." + text)
	case catalog.FieldType:
		return strings.ToUpper(text)
	case catalog.FieldItem, catalog.FieldVisible, catalog.FieldReported, catalog.FieldRoute, catalog.FieldPlace, catalog.FieldCrossing:
		return v.words.Called(text)
	}
	return text
}
