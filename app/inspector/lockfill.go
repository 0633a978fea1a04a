package inspector

import (
	"context"
	"slices"

	"waybill/catalog"
)

// lockedProperties are what the fields state that are no rows of a photo.
var lockedProperties = map[catalog.Field]catalog.Property{catalog.FieldPlace: catalog.PropPlace, catalog.FieldDate: catalog.PropTaken}

// Padlocks of a field that is free and of one that is locked.
const (
	openLock = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000000" d="M5 11h14v10H5zM7 19h10v-6H7zM8 11V7a4 4 0 0 1 7.8-1.2l-1.9.6A2 2 0 0 0 10 7v4z"/></svg>`
	shutLock = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000000" d="M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4h-2V7a2 2 0 0 0-4 0v4z"/></svg>`
)

// putField gives an edit with one field as another edit has it.
func putField(e, from catalog.Edit, of catalog.Field) catalog.Edit {
	switch of {
	case catalog.FieldItem:
		e.AddItems, e.Reported = from.AddItems, from.Reported
	case catalog.FieldRoute:
		e.Route = from.Route
	case catalog.FieldSource:
		e.Source = from.Source
	case catalog.FieldCaption:
		e.Caption = from.Caption
	case catalog.FieldNote:
		e.Note = from.Note
	case catalog.FieldCredit:
		e.Credit = from.Credit
	default:
		about := func(s catalog.Statement) bool { return s.Property == lockedProperties[of] }
		e.Statements = slices.DeleteFunc(slices.Clone(e.Statements), about)
		if i := slices.IndexFunc(from.Statements, about); i >= 0 {
			e.Statements = append(e.Statements, from.Statements[i])
		}
	}
	return e
}

// speaks tells whether an edit says something about a field, and whether that is
// a value.
func speaks(e *catalog.Edit, of catalog.Field) (said, value bool) {
	text := func(s *string) (bool, bool) { return s != nil, s != nil && *s != "" }
	switch of {
	case catalog.FieldItem:
		adds := len(e.AddItems)+len(e.NewItems) > 0
		return adds || len(e.RemoveItems)+len(e.RemoveObservations) > 0 || e.ClearItems, adds
	case catalog.FieldRoute:
		return e.Route != nil, e.Route != nil && *e.Route != 0
	case catalog.FieldSource:
		return text(e.Source)
	case catalog.FieldCaption:
		return text(e.Caption)
	case catalog.FieldNote:
		return text(e.Note)
	case catalog.FieldCredit:
		return text(e.Credit)
	}
	for _, s := range e.Statements {
		if s.Property == lockedProperties[of] {
			return true, s.Value != ""
		}
	}
	return false, false
}

// due gives the locked values that a photo has still to get; nil when there are
// none.
func (l *locks) due(photos []catalog.PhotoID) *catalog.Edit {
	if len(photos) != 1 {
		return nil
	}
	var e catalog.Edit
	for _, k := range l.list {
		if k.on && !k.spared[photos[0]] {
			e = putField(e, l.values, k.of)
		}
	}
	if e.Empty() {
		return nil
	}
	return &e
}

// filled completes an edit of one photo with the values that are due and that it
// lacks.
func filled(ctx context.Context, store Store, e catalog.Edit, due *catalog.Edit) (catalog.Edit, error) {
	photos, err := store.Photos(ctx, e.Photos)
	if err != nil || len(photos) != 1 {
		return e, err
	}
	return e.Fill(*due, &photos[0]), nil
}

// noted follows an edit of one photo that was written: what the editor said in a
// locked field is its value from now on, and what they took away stays away.
func (l *locks) noted(asked *catalog.Edit) {
	if len(asked.Photos) != 1 {
		return
	}
	var values []catalog.Field
	for _, k := range l.list {
		said, value := speaks(asked, k.of)
		if !k.on || !said {
			continue
		}
		k.spared[asked.Photos[0]] = true
		if value {
			values = append(values, k.of)
		}
	}
	if len(values) > 0 {
		l.capture(asked.Photos[0], values...)
	}
}

// GiveLocked gives the locked values to the photo that is selected, when no goods
// are named in it yet, as one step: it is called when the editor is done with the
// photo and asks for the next one without goods, and never for looking alone.
func (v *View) GiveLocked() {
	ids := slices.Clone(v.ids)
	due := v.locks.due(ids)
	if due == nil || v.locked {
		return
	}
	v.queue(job{write: func(ctx context.Context, store Store) (catalog.Step, error) {
		photos, err := store.Photos(ctx, ids)
		if err != nil || len(photos) != 1 || len(photos[0].Observations) > 0 {
			return catalog.Step{}, err
		}
		e := catalog.Edit{Photos: ids}.Fill(*due, &photos[0])
		if e.Empty() {
			return catalog.Step{}, nil
		}
		step, err := store.Apply(ctx, e)
		if err == nil && step.ID != 0 {
			v.tasks.Post(func() { v.say(v.words.T("locks.given", "id", ids[0].String())) })
		}
		return step, err
	}})
}
