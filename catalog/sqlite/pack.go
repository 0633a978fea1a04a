package sqlite

import (
	"context"
	"io/fs"

	"waybill/catalog"
)

// StoredPack is a rule pack as it was loaded: its tables, unread.
type StoredPack struct {
	Key, Version          string
	Head, Measures, Goods string
}

// tables names the tables of a pack.
func (p *StoredPack) tables() map[string]*string {
	return map[string]*string{"pack.tsv": &p.Head, "measures.tsv": &p.Measures, "goods.tsv": &p.Goods}
}

// Set keeps a table under its file name; other names are nothing.
func (p *StoredPack) Set(name string, data []byte) {
	if table := p.tables()[name]; table != nil {
		*table = string(data)
	}
}

// Table gives a table by its file name; errors wrap fs.ErrNotExist.
func (p *StoredPack) Table(name string) ([]byte, error) {
	table := p.tables()[name]
	if table == nil || *table == "" {
		return nil, fs.ErrNotExist
	}
	return []byte(*table), nil
}

// StoredPacks gives, by key, the rule packs that were loaded last.
func (s *Store) StoredPacks(ctx context.Context) (map[string]*StoredPack, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT key, version, head, measures, goods FROM pack WHERE id IN (SELECT max(id) FROM pack GROUP BY key) ORDER BY key")
	if err != nil {
		return nil, wrap("read rule packs", "", err)
	}
	defer rows.Close()
	packs := map[string]*StoredPack{}
	for rows.Next() {
		p := &StoredPack{}
		if err := rows.Scan(&p.Key, &p.Version, &p.Head, &p.Measures, &p.Goods); err != nil {
			return nil, wrap("read rule packs", "", err)
		}
		packs[p.Key] = p
	}
	return packs, wrap("read rule packs", "", rows.Err())
}

// StorePack takes a rule pack into force, as one step. Undo brings the one back
// that it replaced.
func (s *Store) StorePack(ctx context.Context, p StoredPack, by string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionPack, actor: by}, func(d *door) (map[string]any, error) {
		_, err := d.add(entPack, row{"key": p.Key, "version": p.Version, "head": p.Head, "measures": p.Measures, "goods": p.Goods})
		return map[string]any{"pack": p.Key, "version": p.Version}, err
	})
}
