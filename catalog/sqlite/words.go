package sqlite

import (
	"strings"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// What a step did to one entry of the vocabulary, in the detail of a step.
const (
	didAdd    = "added"
	didRename = "renamed" // to another name
	didChange = "changed"
	didMerge  = "merged" // into another
	didRemove = "removed"
)

// wording is the detail of a step that did something to one entry; other is
// what it was renamed to or merged into.
func wording(did, entity, name, other string) map[string]any {
	detail := map[string]any{"entries": 1, "noun": entity, "did": did, "name": name}
	if other != "" {
		detail["into"] = other
	}
	return detail
}

// entry reads a row of the vocabulary that was not removed.
func (d *door) entry(op, entity string, id int64) (row, error) {
	r, err := d.get(entity, id)
	if err != nil || r == nil || r["removed"] == int64(1) {
		return nil, orMissing(err, op, itoa(id))
	}
	return r, nil
}

// rowLabel is what people read for a row that has names.
func rowLabel(r row) string {
	return catalog.Names{English: r.text("en"), Korean: r.text("ko"), Chinese: r.text("zh"), AlsoKnownAs: r.text("also")}.Label()
}

// newKey gives the key of a new entry: the one given, else one made from its
// name. Its error has the code ErrExists when there is such an entry.
func (d *door) newKey(entity, given, name string) (string, error) {
	key := given
	if key == "" {
		key = strings.ReplaceAll(naming.Fold(name), " ", "_")
	}
	if naming.Fold(key) == "" || key != strings.ToLower(key) || strings.ContainsAny(key, " \t\n;") {
		return "", &catalog.Error{Code: catalog.ErrInvalid, Op: "new " + entity, Subject: name}
	}
	for n, tried := 2, key; ; n++ {
		ids, err := column[int64](d.ctx, d, "SELECT coalesce(removed, 0) FROM "+entity+" WHERE key = ?", tried)
		if err != nil || len(ids) == 0 {
			return tried, err
		}
		if ids[0] == 0 || given != "" {
			return "", &catalog.Error{Code: catalog.ErrExists, Op: "new " + entity, Subject: name}
		}
		tried = key + "_" + itoa(int64(n)) // what was removed keeps its key
	}
}

// refuseNamed refuses a new entry whose name another has, which nobody could tell
// apart. Routes are told apart by their places.
func (d *door) refuseNamed(entity, name string) error {
	var named bool
	err := d.queryRow("SELECT EXISTS (SELECT 1 FROM name WHERE entity = ? AND folded = ?)", entity, naming.Fold(name)).Scan(&named)
	if err == nil && named && entity != entRoute {
		err = &catalog.Error{Code: catalog.ErrExists, Op: "new " + entity, Subject: name}
	}
	return err
}

// save adds an entry when id is 0, else changes the columns that are given. It
// gives its number and the step's detail.
func (d *door) save(entity string, id int64, key string, names catalog.Names, columns row) (int64, map[string]any, error) {
	label := names.Label()
	if id == 0 {
		if err := d.refuseNamed(entity, label); err != nil {
			return 0, nil, err
		}
		key, err := d.newKey(entity, key, label)
		if err != nil {
			return 0, nil, err
		}
		columns["key"], columns["own"] = key, true
		id, err = d.add(entity, columns)
		return id, wording(didAdd, entity, label, ""), err
	}
	before, err := d.entry("save "+entity, entity, id)
	if err != nil {
		return 0, nil, err
	}
	detail := wording(didChange, entity, label, "")
	if was := rowLabel(before); was != label {
		detail = wording(didRename, entity, was, label)
	}
	return id, detail, d.set(entity, id, columns)
}

// merge gives one entry the names and the key of another, and what only that
// one has in the columns to fill, and takes the other out of the vocabulary. It
// gives the two rows as they were and the step's detail.
func (d *door) merge(entity string, from, into int64, fill ...string) (a, b row, detail map[string]any, err error) {
	if a, err = d.entry("merge "+entity, entity, from); err != nil {
		return nil, nil, nil, err
	}
	if b, err = d.entry("merge "+entity, entity, into); err != nil {
		return nil, nil, nil, err
	}
	if from == into {
		return nil, nil, nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "merge", Subject: rowLabel(a)}
	}
	columns, err := mergedNames(a, b)
	if err != nil {
		return nil, nil, nil, err
	}
	for _, c := range fill {
		if (b[c] == nil || b[c] == "") && a[c] != nil {
			columns[c] = a[c]
		}
	}
	if err := d.set(entity, from, row{"removed": 1}); err != nil {
		return nil, nil, nil, err
	}
	return a, b, wording(didMerge, entity, rowLabel(a), rowLabel(b)), d.set(entity, into, columns)
}

// nameColumns are the columns of names that rows may have.
var nameColumns = []string{"en", "en_plural", "ko", "ko_dprk", "zh", "also"}

// mergedNames gives the columns of names of b with those of a and its key as
// variants: each in its language where b has none, else among the others. Its
// error has the code ErrInvalid (Op "name") when these become too many.
func mergedNames(a, b row) (row, error) {
	columns, known := row{}, map[string]bool{}
	for _, c := range append([]string{"key"}, nameColumns...) {
		for _, name := range naming.Spellings(b.text(c)) {
			known[naming.Fold(name)] = true
		}
	}
	also := b.text("also")
	for _, c := range append(nameColumns, "key") {
		if b.text(c) == "" && a.text(c) != "" && c != "key" && c != "also" && (c != "en_plural" || b.text("en") == "") {
			columns[c] = a.text(c)
			continue
		}
		for _, name := range naming.Variants(a.text(c)) {
			if folded := naming.Fold(name); folded != "" && !known[folded] {
				known[folded] = true
				also = strings.TrimPrefix(also+"; "+strings.TrimSpace(name), "; ")
			}
		}
	}
	if len(also) > catalog.MaxNames {
		return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "name", Subject: rowLabel(b)}
	}
	columns["also"] = also
	return columns, nil
}

// repoint makes the standing rows of an entity that refer to one entry refer to
// another, some at a time.
func (d *door) repoint(entity, reference string, from, into any) error {
	text := " FROM " + entity + " WHERE " + reference + " = ? AND id > ?"
	if e, err := entityOf(entity); err != nil {
		return err
	} else if e.has("removed") {
		text += " AND removed IS NOT 1"
	}
	done, total := 0, 0
	if err := d.queryRow("SELECT count(*)"+text, from, 0).Scan(&total); err != nil {
		return err
	}
	for last := int64(0); ; {
		ids, err := column[int64](d.ctx, d, "SELECT id"+text+" ORDER BY id LIMIT ?", from, last, chunk)
		if err != nil || len(ids) == 0 {
			return err
		}
		for _, id := range ids {
			if err := d.set(entity, id, row{reference: into}); err != nil {
				return err
			}
			last = id
		}
		done += len(ids)
		d.tell(done, total)
	}
}

// remove takes an entry out of the vocabulary, unless one of the queries, which
// take its number, finds that something has it (ErrInUse).
func (d *door) remove(entity string, id int64, users ...string) (map[string]any, error) {
	before, err := d.entry("remove "+entity, entity, id)
	if err != nil {
		return nil, err
	}
	for _, text := range users {
		var used bool
		if err := d.queryRow("SELECT EXISTS ("+text+")", id).Scan(&used); err != nil {
			return nil, err
		}
		if used {
			return nil, &catalog.Error{Code: catalog.ErrInUse, Op: "remove " + entity, Subject: rowLabel(before)}
		}
	}
	return wording(didRemove, entity, rowLabel(before), ""), d.set(entity, id, row{"removed": 1})
}
