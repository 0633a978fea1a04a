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
	if len(shipped.Units) > 0 {
		return d.recount()
	}
	return nil
}

func (d *door) newUnit(u catalog.Unit) error {
	columns := unitColumns(u)
	columns["key"], columns["own"] = u.Key, u.Own
	_, err := d.add(entUnit, columns)
	return err
}

// VocabularyVersion tells which version of the shipped vocabulary a catalogue
// has, "" when nobody knows.
func (s *Store) VocabularyVersion(ctx context.Context) (string, error) {
	version, err := readSetting(ctx, s.read, settingVocabulary)
	return version, wrap("read setting", settingVocabulary, err)
}

// Lacking gives what a catalogue never had of the shipped vocabulary. What was
// changed, removed or merged there has its key still. An entry with the alias of
// a source in a name is not for it.
func (s *Store) Lacking(ctx context.Context, shipped catalog.Shipped) (catalog.Shipped, error) {
	lacking, err := lacking(ctx, s.read, shipped)
	return lacking, wrap("compare vocabulary", "", err)
}

func lacking(ctx context.Context, q querier, shipped catalog.Shipped) (catalog.Shipped, error) {
	left := catalog.Shipped{Version: shipped.Version}
	aliases, err := readAliases(ctx, q)
	if err != nil {
		return left, err
	}
	takes := func(entity, key string, texts ...string) bool {
		var had bool
		if err == nil {
			err = q.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM "+entity+" WHERE key = ?)", key).Scan(&had)
		}
		return err == nil && !had && aliases.among(append(texts, key)...) == ""
	}
	for _, i := range shipped.Items {
		if takes(entItem, i.Key, i.Names.All()...) {
			left.Items = append(left.Items, i)
		}
	}
	for _, r := range shipped.Routes {
		texts := r.Names.All()
		for _, l := range r.Legs {
			texts = append(texts, l.Names.All()...)
		}
		if takes(entRoute, r.Key, texts...) {
			left.Routes = append(left.Routes, r)
		}
	}
	for _, u := range shipped.Units {
		if takes(entUnit, u.Key, append(u.Names.All(), u.Plural)...) {
			left.Units = append(left.Units, u)
		}
	}
	return left, err
}

// TakeShipped adds what a catalogue never had of the shipped vocabulary, as one
// step, and keeps its version. It changes nothing that is there, and brings
// nothing back that was removed or merged.
func (s *Store) TakeShipped(ctx context.Context, shipped catalog.Shipped, by string) (catalog.Step, error) {
	return s.words(ctx, by, func(d *door) (map[string]any, error) {
		left, err := lacking(ctx, d, shipped)
		if err != nil {
			return nil, err
		}
		if err := d.ship(left); err != nil {
			return nil, err
		}
		detail := map[string]any{"entries": left.Entries(), "did": "shipped", "version": shipped.Version}
		return detail, d.setSetting(settingVocabulary, shipped.Version)
	})
}

// CompleteVocabulary gives a catalogue of before there were versions of the
// shipped vocabulary its units, and the shipped routes in it their mode and
// direction, as one step that undo passes over. It does nothing for others.
func (s *Store) CompleteVocabulary(ctx context.Context, shipped func() (catalog.Shipped, error)) (catalog.Step, error) {
	has := func(q querier) (known bool, err error) {
		err = q.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM setting WHERE name = ?)", settingVocabulary).Scan(&known)
		return known, wrap("read setting", settingVocabulary, err)
	}
	if known, err := has(s.read); known || err != nil {
		return catalog.Step{}, err
	}
	all, err := shipped()
	if err != nil {
		return catalog.Step{}, err
	}
	return s.do(ctx, &action{name: catalog.ActionComplete}, func(d *door) (map[string]any, error) {
		if known, err := has(d); known || err != nil {
			return nil, err
		}
		left, err := lacking(ctx, d, all)
		if err != nil {
			return nil, err
		}
		if err := d.ship(catalog.Shipped{Units: left.Units}); err != nil {
			return nil, err
		}
		entries := d.changes
		for _, r := range all.Routes {
			was := d.changes
			if err := d.travel(r); err != nil {
				return nil, err
			}
			entries += d.changes - was
		}
		version := all.Version
		if len(left.Items)+len(left.Routes) > 0 {
			version = "" // it was seeded from an older one, nobody knows which
		}
		return map[string]any{"entries": entries}, d.setSetting(settingVocabulary, version)
	})
}

// travel gives a route its mode and direction as they are shipped, when nobody
// gave it others and its places are those that are shipped.
func (d *door) travel(r catalog.Route) error {
	ids, err := column[int64](d.ctx, d, `SELECT id FROM route WHERE key = ? AND mode IS NULL AND direction IS NULL AND removed IS NOT 1`, r.Key)
	if err != nil || len(ids) == 0 {
		return err
	}
	places, err := column[string](d.ctx, d, "SELECT en FROM leg WHERE route = ? ORDER BY n", ids[0])
	if err != nil {
		return err
	}
	for _, l := range r.Legs {
		if len(places) == 0 || places[0] != l.Names.English {
			return nil
		}
		places = places[1:]
	}
	if len(places) > 0 {
		return nil
	}
	return d.set(entRoute, ids[0], row{"mode": optional(string(r.Mode)), "direction": optional(string(r.Direction))})
}
