package sqlite

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// Items lists the vocabulary by English label, with how many photos have each.
func (s *Store) Items(ctx context.Context) ([]catalog.Item, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT i.id, uuid, key, en, ko, ko_dprk, zh, also, hs, own, coalesce(f.photos, 0),
			coalesce(parent, 0), coalesce(caption, '{}'), CASE WHEN f.photos > 0 THEN
				coalesce((SELECT id FROM observation WHERE item = i.id AND removed = 0 ORDER BY id DESC LIMIT 1), 0) ELSE 0 END
		FROM item i LEFT JOIN facet f ON f.kind = 'item' AND f.value = CAST(i.id AS TEXT) WHERE coalesce(removed, 0) = 0`)
	if err != nil {
		return nil, wrap("list items", "", err)
	}
	defer rows.Close()
	var items []catalog.Item
	for rows.Next() {
		var i catalog.Item
		var caption string
		n := &i.Names
		err := rows.Scan(&i.ID, &i.UUID, &i.Key, &n.English, &n.Korean, &n.KoreanNorth, &n.Chinese, &n.AlsoKnownAs, &i.HS, &i.Own, &i.Used,
			&i.Parent, &caption, &i.Recent)
		if err == nil {
			err = json.Unmarshal([]byte(caption), &i.Caption)
		}
		if err != nil {
			return nil, wrap("list items", "", err)
		}
		items = append(items, i)
	}
	return byLabel(items), wrap("list items", "", rows.Err())
}

// byLabel sorts items by label, in either case.
func byLabel(items []catalog.Item) []catalog.Item {
	type labelled struct {
		label string
		at    int
	}
	order := make([]labelled, len(items))
	for i := range items {
		order[i] = labelled{strings.ToLower(items[i].Names.Label()), i}
	}
	slices.SortFunc(order, func(a, b labelled) int { return cmp.Or(strings.Compare(a.label, b.label), cmp.Compare(a.at, b.at)) })
	sorted := make([]catalog.Item, len(items))
	for i, o := range order {
		sorted[i] = items[o.at]
	}
	return sorted
}

// FindItem gives the one item that a text names: its key, any name or variant
// in any language, or a part that fits only one. It fails with
// ErrUnknownItem, or with ErrAmbiguous and the labels that fit.
func (s *Store) FindItem(ctx context.Context, text string) (catalog.ItemID, error) {
	id, err := findOne(ctx, s.read, entItem, text)
	return catalog.ItemID(id), wrap("find item", text, err)
}

// findOne resolves a name to one row, or says what stands in the way.
func findOne(ctx context.Context, q querier, entity, text string) (int64, error) {
	ids, err := matchNames(ctx, q, entity, text)
	if err != nil {
		return 0, err
	}
	switch len(ids) {
	case 0:
		code := catalog.ErrNotFound
		if entity == entItem {
			code = catalog.ErrUnknownItem
		}
		return 0, &catalog.Error{Code: code, Op: "find " + entity, Subject: text}
	case 1:
		return ids[0], nil
	}
	labels := make([]string, len(ids))
	for i, id := range ids {
		if labels[i], err = labelOf(ctx, q, entity, id); err != nil {
			return 0, err
		}
	}
	return 0, &catalog.Error{Code: catalog.ErrAmbiguous, Op: "find " + entity, Subject: text, Matches: labels}
}

// labelSQL is how a row of names is shown: in the first language that has one.
const labelSQL = "coalesce(nullif(en, ''), nullif(ko, ''), zh)"

// labelColumn is the SQL of what people read for a row of an entity.
func labelColumn(entity string) string {
	return map[string]string{entItem: labelSQL, entRoute: labelSQL, entUnit: labelSQL, entSource: "alias", entBatch: "name"}[entity]
}

// labelOf gives what people read for a row that has names.
func labelOf(ctx context.Context, q querier, entity string, id int64) (string, error) {
	var label string
	err := q.QueryRowContext(ctx, "SELECT "+labelColumn(entity)+" FROM "+entity+" WHERE id = ?", id).Scan(&label)
	return label, err
}

// newItem adds a kind of goods under the name a person typed, in the column of
// the script it is written in.
func (d *door) newItem(name string) (catalog.ItemID, error) {
	name = strings.Join(strings.Fields(strings.ReplaceAll(name, ";", " ")), " ")
	key, err := d.newKey(entItem, "", name)
	if err != nil {
		return 0, err
	}
	item := catalog.Item{Key: key, Own: true}
	switch {
	case strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }):
		item.Names.Korean = name
	case strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) }):
		item.Names.Chinese = name
	default:
		item.Names.English = name
	}
	if err := item.Check(); err != nil {
		return 0, err
	}
	id, err := d.add(entItem, itemRow(item))
	return catalog.ItemID(id), err
}

func itemRow(i catalog.Item) row {
	return row{
		"key": i.Key, "en": i.Names.English, "ko": i.Names.Korean, "ko_dprk": i.Names.KoreanNorth, "zh": i.Names.Chinese,
		"also": i.Names.AlsoKnownAs, "hs": i.HS, "own": i.Own, "parent": ref(i.Parent), "removed": nil, "caption": captionText(i.Caption),
	}
}

// captionText is how caption forms are kept; nil when there are none.
func captionText(c catalog.CaptionForms) any {
	if c == (catalog.CaptionForms{}) {
		return nil
	}
	text, err := json.Marshal(c)
	if err != nil { // strings always have a form
		return nil
	}
	return string(text)
}

// newItems makes the items that an edit adds by a name that none has.
func (a *editing) newItems() error {
	d, e := a.d, a.e
	for _, name := range e.NewItems {
		ids, err := matchNames(d.ctx, d, entItem, name)
		if err != nil {
			return err
		}
		var id catalog.ItemID
		if len(ids) == 1 && d.isNamed(ids[0], name) {
			id = catalog.ItemID(ids[0])
		} else if id, err = d.newItem(name); err != nil {
			return err
		}
		a.items = append(a.items, id)
		if e.Status != nil && !e.AllItems && (len(e.StatusItems) > 0 || len(e.AddItems) == 0) { // a status beside new items is theirs
			e.StatusItems = append(e.StatusItems, id)
		}
	}
	return nil
}

// isNamed tells whether text is the whole of one of an item's names.
func (d *door) isNamed(item int64, text string) bool {
	var n int
	err := d.queryRow("SELECT count(*) FROM name WHERE entity = 'item' AND owner = ? AND folded = ?", item, naming.Fold(text)).Scan(&n)
	return err == nil && n > 0
}
