package filters

import "waybill/catalog"

// sectionsOf makes the sections of a panel from top to bottom. Those that are
// asked for seldom begin folded.
func sectionsOf(v *View) []*section {
	open := func(field catalog.Field, title string) *section { return newSection(v, field, title) }
	shut := func(field catalog.Field, title string) *section {
		s := newSection(v, field, title)
		s.folded = true
		return s
	}
	status := open(catalog.FieldStatus, v.words.T("filters.status"))
	for _, s := range catalog.Statuses() {
		status.always = append(status.always, catalog.Facet{Field: catalog.FieldStatus, Value: string(s)})
	}
	check := open(catalog.FieldHas, v.words.T("filters.check"))
	check.only = true
	for _, value := range []string{"item", "date", "gps"} {
		check.always = append(check.always, catalog.Facet{Field: catalog.FieldNo, Value: value})
	}
	check.always = append(check.always, catalog.Facet{Field: catalog.FieldHas, Value: "warning"})
	return []*section{
		status, check,
		open(catalog.FieldItem, v.words.T("filters.item")),
		open(catalog.FieldRoute, v.words.T("filters.route")),
		shut(catalog.FieldCrossing, v.words.T("filters.crossing")),
		open(catalog.FieldPlace, v.words.T("filters.place")),
		open(catalog.FieldMonth, v.words.T("filters.month")),
		open(catalog.FieldBatch, v.words.T("filters.batch")),
		open(catalog.FieldSource, v.words.T("filters.source")),
		shut(catalog.FieldMadeIn, v.words.T("filters.made_in")),
		shut(catalog.FieldPackaging, v.words.T("filters.packaging")),
		shut(catalog.FieldStage, v.words.T("filters.stage")),
		open(catalog.FieldKind, v.words.T("filters.kind")),
		shut(catalog.FieldCamera, v.words.T("filters.camera")),
		open(catalog.FieldType, v.words.T("filters.type")),
		open(catalog.FieldWarning, v.words.T("filters.warnings")),
		open(catalog.FieldReview, v.words.T("filters.review")),
	}
}

// Folded lists the fields whose sections are folded, for SetFolded at another time.
func (v *View) Folded() []catalog.Field {
	var fields []catalog.Field
	for _, s := range v.sections {
		if s.folded {
			fields = append(fields, s.field)
		}
	}
	return fields
}

// SetFolded folds the sections of some fields and unfolds all others.
func (v *View) SetFolded(fields []catalog.Field) {
	folded := map[catalog.Field]bool{}
	for _, f := range fields {
		folded[f] = true
	}
	v.change(func() {
		for _, s := range v.sections {
			s.folded = folded[s.field]
			s.set(s.values)
		}
	})
}
