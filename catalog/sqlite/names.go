package sqlite

import (
	"context"
	"strings"
	"unicode/utf8"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// rename keeps the index of names after a change to a row that has some. A
// route is also found by the names of its places.
func (d *door) rename(entity string, id int64, before, after row) error {
	owner, ownerID := entity, id
	if entity == entLeg {
		owner = entRoute
		r := after
		if r == nil {
			r = before
		}
		ownerID, _ = r["route"].(int64)
	}
	labels, err := d.labels(owner, ownerID)
	if err != nil {
		return err
	}
	known, err := column[string](d.ctx, d, "SELECT folded FROM name WHERE entity = ? AND owner = ?", owner, ownerID)
	if err != nil {
		return err
	}
	wanted := map[string]bool{}
	for _, label := range labels {
		for _, name := range naming.Spellings(label) {
			if folded := naming.Fold(name); folded != "" {
				wanted[folded] = true
			}
		}
	}
	delete(d.names, nameKey(owner, ownerID))
	for _, folded := range known {
		if wanted[folded] {
			delete(wanted, folded)
		} else if err := d.exec("DELETE FROM name WHERE entity = ? AND owner = ? AND folded = ?", owner, ownerID, folded); err != nil {
			return err
		}
	}
	return d.addNames(owner, ownerID, wanted)
}

// addNames takes new names into the index. A name of the vocabulary that is the
// alias of a source, or has it in it as a word, is refused: a text could not be
// searched for it before it leaves.
func (d *door) addNames(entity string, id int64, names map[string]bool) error {
	checked := entity != entSource && entity != entBatch && !d.reversing
	switch {
	case entity == entSource:
		d.aliases = nil
	case checked && d.aliases == nil:
		var err error
		if d.aliases, err = readAliases(d.ctx, d); err != nil {
			return err
		}
	}
	for folded := range names {
		if checked && d.aliases.in(folded) {
			return &catalog.Error{Code: catalog.ErrAliasWord, Op: "name " + entity, Subject: folded}
		}
		if err := d.exec("INSERT INTO name VALUES (?, ?, ?)", entity, id, folded); err != nil {
			return err
		}
	}
	return nil
}

// labels lists everything a row is called.
func (d *door) labels(entity string, id int64) ([]string, error) {
	text := map[string]string{
		entItem:  "SELECT key || ';' || en || ';' || ko || ';' || ko_dprk || ';' || zh || ';' || also FROM item WHERE id = ? AND coalesce(removed, 0) = 0",
		entPlace: "SELECT en || ';' || ko || ';' || ko_dprk || ';' || zh || ';' || also FROM place WHERE id = ?",
		entRoute: `SELECT key || ';' || en || ';' || ko || ';' || zh || ';' || also FROM route WHERE id = ? AND coalesce(removed, 0) = 0
			UNION ALL SELECT l.en || ';' || l.ko || ';' || l.zh || ';' || l.also FROM leg l JOIN route r ON r.id = l.route
			WHERE r.id = ?1 AND coalesce(r.removed, 0) = 0`,
		entUnit:   "SELECT key || ';' || en || ';' || en_plural || ';' || ko || ';' || zh || ';' || also FROM unit WHERE id = ? AND coalesce(removed, 0) = 0",
		entSource: "SELECT alias FROM source WHERE id = ?",
		entBatch:  "SELECT name FROM batch WHERE id = ?",
	}[entity]
	rows, err := d.query(text, id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var labels []string
	for rows.Next() {
		var label string
		if err := rows.Scan(&label); err != nil {
			return nil, err
		}
		if entity == entSource || entity == entBatch {
			labels = append(labels, label)
			continue
		}
		labels = append(labels, strings.Split(label, ";")...)
	}
	return labels, rows.Err()
}

func nameKey(entity string, id int64) string { return entity + " " + itoa(id) }

// nameText gives all names of a row as one text for the full-text index.
func (d *door) nameText(entity string, id int64) (string, error) {
	key := nameKey(entity, id)
	if text, ok := d.names[key]; ok {
		return text, nil
	}
	names, err := column[string](d.ctx, d, "SELECT folded FROM name WHERE entity = ? AND owner = ?", entity, id)
	d.names[key] = strings.Join(names, "\n")
	return d.names[key], err
}

// matchNames gives the rows of an entity that a text fits best: by a whole name
// first, then by whole words of one, by the beginning of a word, by any part.
func matchNames(ctx context.Context, q querier, entity, text string) ([]int64, error) {
	want := naming.Fold(text)
	if want == "" {
		return nil, nil
	}
	whole, err := column[int64](ctx, q, "SELECT owner FROM name WHERE entity = ? AND folded = ? ORDER BY owner", entity, want)
	if err != nil || len(whole) > 0 {
		return whole, err
	}
	rows, err := q.QueryContext(ctx, "SELECT owner, folded FROM name WHERE entity = ? AND instr(folded, ?) ORDER BY owner", entity, want)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	const tiers = 3
	var found [tiers][]int64
	for rows.Next() {
		var owner int64
		var name string
		if err := rows.Scan(&owner, &name); err != nil {
			return nil, err
		}
		tier := nameTier(name, want)
		if n := len(found[tier]); n == 0 || found[tier][n-1] != owner {
			found[tier] = append(found[tier], owner)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for _, owners := range found {
		if len(owners) > 0 {
			return owners, nil
		}
	}
	return nil, nil
}

func nameTier(name, want string) int {
	padded := " " + name + " "
	switch {
	case strings.Contains(padded, " "+want+" "):
		return 0
	case strings.Contains(padded, " "+want) || utf8.RuneCountInString(want) == 1:
		return 1
	}
	return 2
}
