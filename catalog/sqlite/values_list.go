package sqlite

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"waybill/catalog"
)

// values puts together what was counted.
func (v *valuing) values() (catalog.Values, error) {
	values := catalog.Values{Photos: v.photos, Fields: map[catalog.Field]catalog.FieldValues{}}
	for i, field := range counts {
		list := v.counted(i + 1)
		f := catalog.FieldValues{More: max(0, len(list)-catalog.MaxValues), None: v.lacking[i]}
		f.List = list[:min(len(list), catalog.MaxValues)]
		if err := v.label(field, f.List); err != nil {
			return catalog.Values{}, err
		}
		sortValues(f.List)
		values.Fields[field] = f
	}
	for i, field := range written {
		list, err := v.read(i)
		if err != nil {
			return catalog.Values{}, err
		}
		values.Fields[field] = catalog.FieldValues{List: list, More: len(v.texts[i]) - len(list), None: v.blank[i]}
	}
	return values, nil
}

func sortValues(list []catalog.Value) {
	slices.SortFunc(list, func(a, b catalog.Value) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID))
	})
}

// counted lists the values of a field that photos have, the most frequent first.
func (v *valuing) counted(field int) []catalog.Value {
	var list []catalog.Value
	for _, f := range v.facets {
		if f.field == field && f.photos > 0 {
			list = append(list, catalog.Value{Value: f.value, Label: f.value, Count: f.photos})
		}
	}
	sortValues(list)
	return list
}

// label finds the names of values that are numbers of rows.
func (v *valuing) label(field catalog.Field, list []catalog.Value) error {
	entity, keys := "", "CAST(id AS TEXT)"
	switch field {
	case catalog.FieldItem, catalog.FieldVisible, catalog.FieldReported:
		entity, keys = entItem, "key"
	case catalog.FieldRoute:
		entity, keys = entRoute, "key"
	case catalog.FieldBatch:
		entity = entBatch
	case catalog.FieldSource:
		entity = entSource
	default:
		return nil
	}
	ids := make([]int64, len(list))
	for i := range list {
		var err error
		if ids[i], err = strconv.ParseInt(list[i].Value, 10, 64); err != nil {
			return err
		}
	}
	in := " FROM " + entity + " WHERE id IN (" + marks(len(ids)) + ")"
	labels, err := labelled[int64](v.ctx, v.store.read, "SELECT id, "+labelColumn(entity)+in, anys(ids)...)
	if err != nil {
		return err
	}
	named, err := labelled[int64](v.ctx, v.store.read, "SELECT id, "+keys+in, anys(ids)...)
	for i, id := range ids {
		list[i].ID, list[i].Label = id, labels[id]
		if list[i].Value = named[id]; keys != "key" {
			list[i].Value = labels[id] // by which a query finds it
		}
	}
	return err
}

// read gives the most frequent texts of a field: only of these what they say is
// read again, each from a photo that has it.
func (v *valuing) read(field int) ([]catalog.Value, error) {
	found := slices.SortedFunc(maps.Values(v.texts[field]), func(a, b textCount) int {
		return cmp.Or(cmp.Compare(b.photos, a.photos), cmp.Compare(a.first, b.first))
	})
	found = found[:min(len(found), catalog.MaxValues)]
	ids := make([]catalog.PhotoID, len(found))
	for i, f := range found {
		ids[i] = f.first
	}
	said, err := v.said(field, ids)
	if err != nil {
		return nil, err
	}
	list := make([]catalog.Value, 0, len(found))
	for _, f := range found {
		value := catalog.Value{Value: said[f.first], Label: said[f.first], Count: f.photos}
		if written[field] == catalog.FieldPlace {
			if err := v.place(&value); err != nil {
				return nil, err
			}
		}
		list = append(list, value)
	}
	sortValues(list)
	return list, nil
}

// said gives what some photos say in one of the fields in their rows.
func (v *valuing) said(field int, ids []catalog.PhotoID) (map[catalog.PhotoID]string, error) {
	rows, err := v.store.read.QueryContext(v.ctx, "SELECT "+writtenSQL+" FROM photo p WHERE p.id IN ("+marks(len(ids))+")", idArgs(ids)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	said := map[catalog.PhotoID]string{}
	for rows.Next() {
		id, texts, err := v.row(rows)
		if err != nil {
			return nil, err
		}
		said[id] = texts[field].String
	}
	return said, rows.Err()
}

// place gives a place that the gazetteer knows its name.
func (v *valuing) place(value *catalog.Value) error {
	places, err := v.store.GazetteerNow(v.ctx)
	if err != nil || places == nil || value.Value == "" {
		return err
	}
	if near, ok := places.Entry(value.Value); ok {
		value.Label = near.Names.Label()
	}
	return nil
}
