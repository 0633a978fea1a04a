package sqlite

import (
	"context"

	"waybill/catalog"
)

// words does one step on the vocabulary.
func (s *Store) words(ctx context.Context, by string, work func(*door) (map[string]any, error)) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionWords, actor: by}, work)
}

// SaveItem adds a kind of goods when its ID is 0, under a key made from its name
// when it has none, else changes its names, heading, parent and caption forms.
// Errors have the codes ErrInvalid (Op "name", "hs" or "parent"), ErrExists,
// ErrNotFound and ErrAliasWord.
func (s *Store) SaveItem(ctx context.Context, item catalog.Item, by string) (catalog.ItemID, catalog.Step, error) {
	item.Names = item.Names.Clean()
	var id int64
	step, err := s.words(ctx, by, func(d *door) (map[string]any, error) {
		if err := item.Check(); err != nil {
			return nil, err
		}
		if err := d.checkParent(item.ID, item.Parent); err != nil {
			return nil, err
		}
		if item.Parent != 0 {
			if err := d.refuseUnspecified(item.ID); err != nil {
				return nil, err
			}
		}
		columns := itemRow(item)
		for _, own := range []string{"key", "own", "removed"} {
			delete(columns, own)
		}
		var detail map[string]any
		var err error
		id, detail, err = d.save(entItem, int64(item.ID), item.Key, item.Names, columns)
		return detail, err
	})
	if err != nil {
		return 0, step, err
	}
	return catalog.ItemID(id), step, nil
}

// checkParent refuses a parent that is not there, and one that is a kind of the
// item itself.
func (d *door) checkParent(item, parent catalog.ItemID) error {
	if parent == 0 {
		return nil
	}
	r, err := d.entry("parent", entItem, int64(parent))
	if err != nil {
		return err
	}
	within, err := d.isKindOf(int64(parent), int64(item))
	if err == nil && (within || r["key"] == catalog.UnspecifiedKey) {
		err = &catalog.Error{Code: catalog.ErrInvalid, Op: "parent", Subject: rowLabel(r)}
	}
	return err
}

// isKindOf tells whether an item is another one or a kind of it, at any depth.
func (d *door) isKindOf(item, of int64) (bool, error) {
	var is bool
	err := d.queryRow(`WITH RECURSIVE up (id) AS (SELECT ?1 UNION SELECT i.parent FROM item i JOIN up ON i.id = up.id WHERE i.parent IS NOT NULL)
		SELECT EXISTS (SELECT 1 FROM up WHERE id = ?2)`, item, of).Scan(&is)
	return is, err
}

// MergeItems makes two kinds of goods one: observations, lots and kinds of from
// are those of into, whose variants its names and key become, and from is taken
// out of the vocabulary. A photo that has both keeps both observations. Errors
// have the codes ErrInvalid (Op "merge": into itself; "unspecified"; "parent":
// into is a kind of from) and ErrNotFound.
func (s *Store) MergeItems(ctx context.Context, from, into catalog.ItemID, by string) (catalog.Step, error) {
	return s.words(ctx, by, func(d *door) (map[string]any, error) {
		if err := d.refuseUnspecified(from, into); err != nil {
			return nil, err
		}
		a, b, detail, err := d.merge(entItem, int64(from), int64(into), "hs", "caption")
		if err != nil {
			return nil, err
		}
		if within, err := d.isKindOf(int64(into), int64(from)); err != nil || within {
			return nil, orWrong(err, "parent", rowLabel(b))
		}
		if above, _ := a["parent"].(int64); above != 0 && b["parent"] == nil {
			if below, err := d.isKindOf(above, int64(into)); err != nil {
				return nil, err
			} else if !below {
				if err := d.set(entItem, int64(into), row{"parent": above}); err != nil {
					return nil, err
				}
			}
		}
		for _, r := range [][2]string{{entItem, "parent"}, {entLot, "item"}, {entObservation, "item"}} {
			if err := d.repoint(r[0], r[1], int64(from), int64(into)); err != nil {
				return nil, err
			}
		}
		return detail, nil
	})
}

// orWrong gives an error of reading, or that a value does not fit.
func orWrong(err error, op, subject string) error {
	if err != nil {
		return err
	}
	return &catalog.Error{Code: catalog.ErrInvalid, Op: op, Subject: subject}
}

// refuseUnspecified keeps the item that stands for goods that nobody has named.
func (d *door) refuseUnspecified(items ...catalog.ItemID) error {
	unspecified, err := d.unspecified()
	if err != nil {
		return err
	}
	for _, item := range items {
		if item == unspecified && item != 0 {
			return &catalog.Error{Code: catalog.ErrInvalid, Op: "unspecified", Subject: d.labelsText(items[:1])}
		}
	}
	return nil
}

// RemoveItem takes a kind of goods out of the vocabulary. Errors have the codes
// ErrInUse (a photo has it, or other items are kinds of it), ErrInvalid (Op
// "unspecified") and ErrNotFound.
func (s *Store) RemoveItem(ctx context.Context, item catalog.ItemID, by string) (catalog.Step, error) {
	return s.words(ctx, by, func(d *door) (map[string]any, error) {
		if err := d.refuseUnspecified(item); err != nil {
			return nil, err
		}
		return d.remove(entItem, int64(item), "SELECT 1 FROM observation WHERE item = ? AND removed = 0",
			"SELECT 1 FROM item WHERE parent = ? AND removed IS NOT 1")
	})
}
