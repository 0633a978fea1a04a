package sqlite

import (
	"context"
	"strings"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// SavedSearches lists the saved searches by name, each with how many photos it
// finds now. A query that can no longer be carried out says why; it does not keep
// the others from being listed.
func (s *Store) SavedSearches(ctx context.Context) ([]catalog.SavedSearch, error) {
	list, err := s.Searches(ctx)
	if err != nil {
		return nil, err
	}
	for i := range list {
		q, err := catalog.ParseQuery(list[i].Query)
		if err == nil {
			list[i].Count, err = s.Count(ctx, q)
		}
		if err != nil && catalog.CodeOf(err) != catalog.ErrQuery {
			return nil, err
		}
		list[i].Err = err
	}
	return list, nil
}

// Searches lists the saved searches by name and counts nothing.
func (s *Store) Searches(ctx context.Context) ([]catalog.SavedSearch, error) {
	list, err := s.searches(ctx)
	return list, wrap("list saved searches", "", err)
}

func (s *Store) searches(ctx context.Context) ([]catalog.SavedSearch, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT id, name, query FROM saved_search ORDER BY name, id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []catalog.SavedSearch
	for rows.Next() {
		var search catalog.SavedSearch
		if err := rows.Scan(&search.ID, &search.Name, &search.Query); err != nil {
			return nil, err
		}
		list = append(list, search)
	}
	return list, rows.Err()
}

// SaveSearch keeps a query under a name, in the place of what the name stood for.
// Errors have the codes ErrInvalid (the name) and ErrQuery.
func (s *Store) SaveSearch(ctx context.Context, name, query, by string) (catalog.Step, error) {
	name, err := catalog.CleanTitle(name)
	if err != nil {
		return catalog.Step{}, err
	}
	if _, err := catalog.ParseQuery(query); err != nil {
		return catalog.Step{}, err
	}
	return s.do(ctx, &action{name: catalog.ActionSearch, actor: by}, func(d *door) (map[string]any, error) {
		return d.keep(entSearch, name, row{"query": strings.TrimSpace(query)})
	})
}

// RenameSearch gives a saved search another name. Errors have the codes
// ErrNotFound, ErrInvalid and ErrExists.
func (s *Store) RenameSearch(ctx context.Context, name, into, by string) (catalog.Step, error) {
	into, err := catalog.CleanTitle(into)
	if err != nil {
		return catalog.Step{}, err
	}
	return s.do(ctx, &action{name: catalog.ActionSearch, actor: by}, func(d *door) (map[string]any, error) {
		return d.retitle(entSearch, name, into)
	})
}

// retitle gives what has a name another.
func (d *door) retitle(entity, name, into string) (map[string]any, error) {
	id, err := d.titled(entity, name)
	if err != nil || id == 0 {
		return nil, orMissing(err, "rename "+entity, name)
	}
	other, err := d.titled(entity, into)
	if err != nil || other != 0 && other != id {
		return nil, orExists(err, "rename "+entity, into)
	}
	before, err := d.get(entity, id)
	if err != nil {
		return nil, err
	}
	title, _ := before["name"].(string)
	detail, err := d.titleDetail(didRename, title)
	if err != nil {
		return nil, err
	}
	return detail, d.set(entity, id, row{"name": into})
}

func orExists(err error, op, subject string) error {
	if err != nil {
		return err
	}
	return &catalog.Error{Code: catalog.ErrExists, Op: op, Subject: subject}
}

// DeleteSearch forgets a saved search; no photo changes. Its error has the code
// ErrNotFound when there is none of that name.
func (s *Store) DeleteSearch(ctx context.Context, name, by string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionSearch, actor: by}, func(d *door) (map[string]any, error) {
		return d.forget(entSearch, name)
	})
}

// titled gives the row of an entity with a name, in any case and spelling; 0 when
// there is none. There are as many as a person makes.
func (d *door) titled(entity, name string) (int64, error) {
	rows, err := d.query("SELECT id, name FROM " + entity + " ORDER BY id")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var title string
		if err := rows.Scan(&id, &title); err != nil {
			return 0, err
		}
		if naming.Fold(title) == naming.Fold(name) {
			return id, nil
		}
	}
	return 0, rows.Err()
}

// keep gives the row of a name these columns, and makes it where there is none.
func (d *door) keep(entity, name string, columns row) (map[string]any, error) {
	id, err := d.titled(entity, name)
	if err != nil {
		return nil, err
	}
	did := didChange
	columns["name"] = name
	if id != 0 {
		err = d.set(entity, id, columns)
	} else {
		did = didAdd
		_, err = d.add(entity, columns)
	}
	if err != nil {
		return nil, err
	}
	return d.titleDetail(did, name)
}

// forget takes the row of a name away.
func (d *door) forget(entity, name string) (map[string]any, error) {
	id, err := d.titled(entity, name)
	if err != nil || id == 0 {
		return nil, orMissing(err, "delete "+entity, name)
	}
	before, err := d.get(entity, id)
	if err != nil {
		return nil, err
	}
	title, _ := before["name"].(string)
	detail, err := d.titleDetail(didRemove, title)
	if err != nil {
		return nil, err
	}
	return detail, d.put(entity, id, before, nil)
}

// titleDetail says what was done to what a person named. A name with the alias of
// a source in it is left out.
func (d *door) titleDetail(did, name string) (map[string]any, error) {
	known, err := readAliases(d.ctx, d)
	if err != nil {
		return nil, err
	}
	detail := map[string]any{"did": did}
	if !known.in(naming.Fold(name)) {
		detail["name"] = name
	}
	return detail, nil
}
