package sqlite

import (
	"context"
	"strings"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// facetValues gives the facets that a term of one value means, as their kind and
// their values.
func (s *Store) facetValues(ctx context.Context, t catalog.Term) (kind string, values []string, err error) {
	kind = string(t.Field)
	switch t.Field {
	case catalog.FieldReview:
		if t.Value == catalog.ReviewWaiting {
			return kind, []string{catalog.ReviewNone, catalog.ReviewDisagreed}, nil
		}
		return kind, []string{t.Value}, nil
	case catalog.FieldStatus, catalog.FieldHas, catalog.FieldNo, catalog.FieldKind, catalog.FieldDirection, catalog.FieldStage,
		catalog.FieldMadeIn, catalog.FieldPackaging, catalog.FieldMonth, catalog.FieldWarning:
		return kind, []string{t.Value}, nil
	case catalog.FieldMeasure:
		values, err = column[string](ctx, s.read, "SELECT value FROM facet WHERE kind = ? AND instr(upper(value), upper(?)) > 0", kind, t.Value)
		return kind, values, err
	case catalog.FieldCamera:
		values, err = column[string](ctx, s.read, "SELECT value FROM facet WHERE kind = ?", kind)
		return kind, fitting(values, t.Value), err
	case catalog.FieldCrossing, catalog.FieldPlace:
		values, err = s.placeValues(ctx, t)
		return kind, values, err
	case catalog.FieldLot:
		return kind, []string{strings.TrimLeft(strings.TrimPrefix(strings.ToUpper(t.Value), "L-"), "0")}, nil
	case catalog.FieldType:
		return kind, typeNames(t.Value), nil
	}
	return s.nameValues(ctx, t)
}

// placeValues finds places or crossings: those that photos have and that are
// called exactly so, else those of the gazetteer that a name may mean, and names
// that are in no gazetteer.
func (s *Store) placeValues(ctx context.Context, t catalog.Term) ([]string, error) {
	places, err := s.GazetteerNow(ctx)
	if err != nil {
		return nil, err
	}
	known, err := column[string](ctx, s.read, "SELECT value FROM facet WHERE kind = ?", string(t.Field))
	if err != nil {
		return nil, err
	}
	var called, typed []string
	for _, value := range known {
		if label := placeLabel(value, places); naming.Fold(label) == naming.Fold(t.Value) {
			called = append(called, value)
		} else if strings.HasPrefix(value, named) {
			typed = append(typed, value)
		}
	}
	if len(called) > 0 {
		return called, nil
	}
	values := fitting(typed, t.Value)
	switch {
	case places == nil:
	case t.Field == catalog.FieldCrossing:
		values = places.Crossings(t.Value)
	default:
		values = append(values, places.Named(t.Value)...)
	}
	if len(values) == 0 {
		return nil, &catalog.QueryError{Pos: t.Pos, Token: t.Value, Reason: catalog.QueryUnknownName}
	}
	return values, nil
}

// nameValues finds the rows of the vocabulary that a name means. Goods are found
// with what is a kind of them.
func (s *Store) nameValues(ctx context.Context, t catalog.Term) (kind string, values []string, err error) {
	entity, kind := string(t.Field), string(t.Field)
	switch t.Field {
	case catalog.FieldItem:
		kind = facetGoods
	case catalog.FieldVisible, catalog.FieldReported:
		entity = entItem
	}
	owners, err := matchNames(ctx, s.read, entity, t.Value)
	if err != nil {
		return kind, nil, err
	}
	if len(owners) == 0 {
		return kind, nil, &catalog.QueryError{Pos: t.Pos, Token: t.Value, Reason: catalog.QueryUnknownName}
	}
	if t.Field == catalog.FieldVisible || t.Field == catalog.FieldReported {
		if owners, err = kindsOf(ctx, s.read, owners); err != nil {
			return kind, nil, err
		}
	}
	values = make([]string, len(owners))
	for i, owner := range owners {
		values[i] = itoa(owner)
	}
	return kind, values, nil
}

// typeNames gives the formats that a person means by a type.
func typeNames(typed string) []string {
	switch name := naming.Fold(typed); name {
	case "jpg":
		return []string{"jpeg"}
	case "tif":
		return []string{"tiff"}
	case "heif":
		return []string{"heic"}
	case "raw":
		return []string{"dng", "cr2", "cr3", "nef", "arw", "orf", "rw2", "pef", "raf"}
	default:
		return []string{name}
	}
}
