package catalog

import "slices"

// Fill completes an edit of one photo with those of other values that the photo
// has not, and of which the edit says nothing itself: items, route, source,
// caption, note, credit and statements. What a photo has, from its batch too, is
// never put out of its place.
func (e Edit) Fill(values Edit, p *Photo) Edit {
	if !e.namesItems() && len(p.Observations) == 0 && len(values.AddItems) > 0 {
		e.AddItems, e.Reported = slices.Clone(values.AddItems), values.Reported
	}
	if e.Route == nil && p.Route.Value == 0 {
		e.Route = values.Route
	}
	if e.Source == nil && p.Source.Value == 0 {
		e.Source = values.Source
	}
	for _, text := range []struct {
		field Field
		own   **string
		given *string
		has   string
	}{
		{FieldCaption, &e.Caption, values.Caption, p.Caption},
		{FieldNote, &e.Note, values.Note, p.Note},
		{FieldCredit, &e.Credit, values.Credit, p.Credit.Value},
	} {
		if *text.own == nil && e.AddText[text.field]+e.RemoveText[text.field] == "" && text.has == "" {
			*text.own = text.given
		}
	}
	e.Statements = slices.Clone(e.Statements)
	for _, s := range values.Statements {
		said := slices.ContainsFunc(e.Statements, func(own Statement) bool { return own.Property == s.Property })
		if !said && !p.Chosen.knows(s.Property) {
			e.Statements = append(e.Statements, s)
		}
	}
	return e
}

// namesItems tells whether the edit says what goods there are.
func (e *Edit) namesItems() bool {
	return len(e.AddItems)+len(e.NewItems)+len(e.RemoveItems)+len(e.RemoveObservations) > 0 || e.ClearItems
}

// knows tells whether something was chosen for what a person can state. A kind
// that is only proposed is not known.
func (c *Chosen) knows(about Property) bool {
	switch about {
	case PropTaken:
		return c.Date != nil
	case PropPlace:
		return c.Where != nil
	case PropPlaceShown:
		return c.Shown != nil
	case PropKind:
		return c.Kind != "" && c.KindOrigin.IsPerson()
	}
	return false
}
