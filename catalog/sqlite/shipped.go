package sqlite

import (
	"context"

	"waybill/catalog"
)

// settingVocabulary is the version of the shipped vocabulary that a catalogue has.
const settingVocabulary = "vocabulary"

// Seed puts the shipped vocabulary into a new catalogue, as its first step.
func (s *Store) Seed(ctx context.Context, shipped catalog.Shipped, editor string) error {
	_, err := s.do(ctx, &action{name: catalog.ActionCreate, actor: editor}, func(d *door) (map[string]any, error) {
		if err := d.ship(shipped); err != nil {
			return nil, err
		}
		if editor != "" {
			if err := d.setSetting(settingEditor, editor); err != nil {
				return nil, err
			}
		}
		return nil, d.setSetting(settingVocabulary, shipped.Version)
	})
	return err
}

// ship adds entries as the program ships them.
func (d *door) ship(shipped catalog.Shipped) error {
	for _, item := range shipped.Items {
		if _, err := d.add(entItem, itemRow(item)); err != nil {
			return err
		}
	}
	for _, route := range shipped.Routes {
		if err := d.newRoute(route); err != nil {
			return err
		}
	}
	for _, unit := range shipped.Units {
		if err := d.newUnit(unit); err != nil {
			return err
		}
	}
	return nil
}

func (d *door) newUnit(u catalog.Unit) error {
	columns := unitColumns(u)
	columns["key"], columns["own"] = u.Key, u.Own
	_, err := d.add(entUnit, columns)
	return err
}

// setSetting gives a setting a value.
func (d *door) setSetting(name, value string) error {
	ids, err := column[int64](d.ctx, d, "SELECT id FROM setting WHERE name = ?", name)
	if err != nil {
		return err
	}
	if len(ids) > 0 {
		return d.set(entSetting, ids[0], row{"value": value})
	}
	_, err = d.add(entSetting, row{"name": name, "value": value})
	return err
}
