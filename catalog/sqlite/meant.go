package sqlite

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"waybill/catalog"
)

// Meant gives a query with each name that means one thing alone in the form that
// Facets gives it, so that values that were typed in another language or in part
// are known again: item:냉장고 is item:"household refrigerator". It finds the same;
// a name that is unknown stays as it is.
func (s *Store) Meant(ctx context.Context, q catalog.Query) (catalog.Query, error) {
	terms := slices.Clone(q.Terms)
	for i, t := range terms {
		switch t.Field {
		case catalog.FieldItem, catalog.FieldRoute, catalog.FieldBatch, catalog.FieldSource, catalog.FieldPlace, catalog.FieldCrossing:
		default:
			continue
		}
		choices := t.Choices()
		for n, c := range choices {
			label, err := s.meant(ctx, c)
			if err != nil {
				return q, wrap("read query", "", err)
			}
			choices[n].Value, choices[n].Phrase = label, c.Phrase || strings.ContainsAny(label, " |")
		}
		terms[i] = catalog.JoinChoices(choices)
	}
	return catalog.Query{Terms: terms}, nil
}

// meant gives the label of the one thing that a value means and that means it,
// else the value as it is.
func (s *Store) meant(ctx context.Context, t catalog.Term) (string, error) {
	values, label, err := s.labelled(ctx, t)
	if err != nil || len(values) != 1 || label == "" {
		return t.Value, err
	}
	typed := t.Value
	t.Value = label
	again, _, err := s.labelled(ctx, t)
	if err != nil || !slices.Equal(values, again) {
		return typed, err
	}
	return label, nil
}

// labelled gives what a term means, and its label if that is one thing.
func (s *Store) labelled(ctx context.Context, t catalog.Term) (values []string, label string, err error) {
	_, values, err = s.facetValues(ctx, t)
	if _, unknown := errors.AsType[*catalog.QueryError](err); unknown {
		return nil, "", nil
	}
	if err != nil || len(values) != 1 {
		return values, "", err
	}
	if t.Field == catalog.FieldPlace || t.Field == catalog.FieldCrossing {
		places, err := s.GazetteerNow(ctx)
		return values, placeLabel(values[0], places), err
	}
	id, err := strconv.ParseInt(values[0], 10, 64)
	if err != nil {
		return values, "", err
	}
	label, err = labelOf(ctx, s.read, string(t.Field), id)
	return values, label, err
}
