package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// maxTemplate is how long the values of a template are at most, in bytes of JSON.
const maxTemplate = 64 << 10

// Templates lists the templates, those with a key first.
func (s *Store) Templates(ctx context.Context) ([]catalog.Template, error) {
	list, err := templates(ctx, s.read)
	return list, wrap("list templates", "", err)
}

func templates(ctx context.Context, q querier) ([]catalog.Template, error) {
	rows, err := q.QueryContext(ctx, "SELECT id, name, key, content FROM template ORDER BY key = '', key, name, id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []catalog.Template
	for rows.Next() {
		var t catalog.Template
		var content string
		if err := rows.Scan(&t.ID, &t.Name, &t.Key, &content); err != nil {
			return nil, err
		}
		if err := json.Unmarshal([]byte(content), &t.Values); err != nil {
			return nil, &catalog.Error{Code: catalog.ErrCorrupt, Op: "read template", Subject: t.Name, Err: err}
		}
		list = append(list, t)
	}
	return list, rows.Err()
}

// SaveTemplate keeps values under a name, in the place of what the name stood for.
// A key that another template has goes over to it. Errors have the codes
// ErrInvalid, ErrUnknownItem, ErrNotFound (the route) and ErrAliasWord.
func (s *Store) SaveTemplate(ctx context.Context, t catalog.Template, by string) (catalog.Step, error) {
	name, err := catalog.CleanTitle(t.Name)
	if err == nil {
		err = errors.Join(catalog.CheckKey(t.Key), t.Values.Check())
	}
	if err != nil {
		return catalog.Step{}, err
	}
	content, err := canonical(t.Values)
	if err == nil && len(content) > maxTemplate {
		err = &catalog.Error{Code: catalog.ErrInvalid, Op: "template", Subject: t.Name}
	}
	if err != nil {
		return catalog.Step{}, err
	}
	return s.do(ctx, &action{name: catalog.ActionTemplate, actor: by}, func(d *door) (map[string]any, error) {
		if _, err := templateEdit(ctx, d, &t); err != nil {
			return nil, err
		}
		if err := d.freeKey(t.Key, name); err != nil {
			return nil, err
		}
		return d.keep(entTemplate, name, row{"key": t.Key, "content": string(content)})
	})
}

// freeKey takes a key away from the template that has it, unless it is the named one.
func (d *door) freeKey(key, name string) error {
	if key == "" {
		return nil
	}
	own, err := d.titled(entTemplate, name)
	if err != nil {
		return err
	}
	others, err := column[int64](d.ctx, d, "SELECT id FROM template WHERE key = ? AND id <> ?", key, own)
	for _, id := range others {
		if err := d.set(entTemplate, id, row{"key": ""}); err != nil {
			return err
		}
	}
	return err
}

// RenameTemplate gives a template another name. Errors have the codes ErrNotFound,
// ErrInvalid and ErrExists.
func (s *Store) RenameTemplate(ctx context.Context, name, into, by string) (catalog.Step, error) {
	into, err := catalog.CleanTitle(into)
	if err != nil {
		return catalog.Step{}, err
	}
	return s.do(ctx, &action{name: catalog.ActionTemplate, actor: by}, func(d *door) (map[string]any, error) {
		return d.retitle(entTemplate, name, into)
	})
}

// DeleteTemplate forgets a template; no photo changes. Its error has the code
// ErrNotFound when there is none of that name.
func (s *Store) DeleteTemplate(ctx context.Context, name, by string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionTemplate, actor: by}, func(d *door) (map[string]any, error) {
		return d.forget(entTemplate, name)
	})
}

// TemplateEdit gives what the template of a name does, as an edit that lacks the
// photos and who does it. Errors have the codes ErrNotFound (the template, or the
// route in it) and ErrUnknownItem (an item was taken out of the vocabulary).
func (s *Store) TemplateEdit(ctx context.Context, name string) (catalog.Edit, error) {
	list, err := s.Templates(ctx)
	if err != nil {
		return catalog.Edit{}, err
	}
	for i := range list {
		if naming.Fold(list[i].Name) == naming.Fold(name) {
			e, err := templateEdit(ctx, s.read, &list[i])
			return e, wrap("read template", name, err)
		}
	}
	return catalog.Edit{}, &catalog.Error{Code: catalog.ErrNotFound, Op: "find template", Subject: name}
}

func templateEdit(ctx context.Context, q querier, t *catalog.Template) (catalog.Edit, error) {
	var items []catalog.ItemID
	for _, key := range t.Values.Items {
		id, err := byKey(ctx, q, entItem, key)
		if err != nil {
			return catalog.Edit{}, err
		}
		items = append(items, catalog.ItemID(id))
	}
	var route int64
	if key := t.Values.Route; key != nil && *key != "" {
		var err error
		if route, err = byKey(ctx, q, entRoute, *key); err != nil {
			return catalog.Edit{}, err
		}
	}
	if alias := t.Values.Source; alias != nil && *alias != "" {
		if _, _, err := knownSource(ctx, q, *alias); err != nil {
			return catalog.Edit{}, err
		}
	}
	return t.Edit(items, catalog.RouteID(route)), nil
}

// byKey gives the entry of the vocabulary that has a key and was not removed.
func byKey(ctx context.Context, q querier, entity, key string) (int64, error) {
	var id int64
	err := q.QueryRowContext(ctx, "SELECT id FROM "+entity+" WHERE key = ? AND removed IS NOT 1", key).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		code := catalog.ErrNotFound
		if entity == entItem {
			code = catalog.ErrUnknownItem
		}
		err = &catalog.Error{Code: code, Op: "find " + entity, Subject: key}
	}
	return id, err
}

// ItemKey and RouteKey give the key of what a text names, see FindItem.
func (s *Store) ItemKey(ctx context.Context, text string) (string, error) {
	return s.keyOf(ctx, entItem, text)
}

func (s *Store) RouteKey(ctx context.Context, text string) (string, error) {
	return s.keyOf(ctx, entRoute, text)
}

func (s *Store) keyOf(ctx context.Context, entity, text string) (string, error) {
	id, err := findOne(ctx, s.read, entity, text)
	var key string
	if err == nil {
		err = s.read.QueryRowContext(ctx, "SELECT key FROM "+entity+" WHERE id = ?", id).Scan(&key)
	}
	return key, wrap("find "+entity, text, err)
}
