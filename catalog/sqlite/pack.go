package sqlite

import (
	"context"
	"database/sql"
	"errors"
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
// that it replaced. When that shipped with the program and its tables are not in
// the catalogue yet, they are kept.
func (s *Store) StorePack(ctx context.Context, p StoredPack, by string) (catalog.Step, error) {
	return s.do(ctx, &action{name: catalog.ActionPack, actor: by}, func(d *door) (map[string]any, error) {
		if err := d.keepShipped(); err != nil {
			return nil, err
		}
		return map[string]any{"pack": p.Key, "version": p.Version}, d.addPack(&p)
	})
}

func (d *door) addPack(p *StoredPack) error {
	_, err := d.add(entPack, row{"key": p.Key, "version": p.Version, "head": p.Head, "measures": p.Measures, "goods": p.Goods})
	return err
}

// Ship says which pack ships with the program, for its tables to be kept when
// something is first judged under it, and when it is replaced: a later program
// may ship another version. inForce is asked when that version of the pack is not
// in the catalogue yet; it tells whether it is in force though last, which may be
// nil, is the version that was stored last. It is called before the store is used.
func (s *Store) Ship(pack func() (StoredPack, error), inForce func(last *StoredPack) (bool, error)) {
	s.shipped = &shipped{pack, inForce}
}

// shipped is the pack that ships with the program.
type shipped struct {
	pack    func() (StoredPack, error)
	inForce func(last *StoredPack) (bool, error)
}

// keepShipped keeps the tables of the shipped pack if it is in force and they are
// not in the catalogue.
func (d *door) keepShipped() error {
	if d.shipped == nil {
		return nil
	}
	ship := d.shipped
	d.shipped = nil // once in a step
	pack, err := ship.pack()
	if err != nil {
		return err
	}
	if kept, err := packWhere(d.ctx, d, "key = ? AND version = ?", pack.Key, pack.Version); err != nil || kept != nil {
		return err
	}
	last, err := packWhere(d.ctx, d, "key = ?", pack.Key)
	if err != nil {
		return err
	}
	if in, err := ship.inForce(last); err != nil || !in {
		return err
	}
	return d.addPack(&pack)
}

// packWhere gives the pack that was stored last of those that meet a condition,
// nil when there is none.
func packWhere(ctx context.Context, q querier, where string, args ...any) (*StoredPack, error) {
	p := &StoredPack{}
	err := q.QueryRowContext(ctx, "SELECT key, version, head, measures, goods FROM pack WHERE "+where+" ORDER BY id DESC LIMIT 1", args...).
		Scan(&p.Key, &p.Version, &p.Head, &p.Measures, &p.Goods)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return p, err
}

// PackVersion gives a version of a pack as it was stored last, nil when it never
// was.
func (s *Store) PackVersion(ctx context.Context, key, version string) (*StoredPack, error) {
	p, err := packWhere(ctx, s.read, "key = ? AND version = ?", key, version)
	return p, wrap("read rule pack", key, err)
}

// PackStep is a version of a pack and the step that stored it.
type PackStep struct {
	Key, Version string
	Step         catalog.StepID
}

// PackSteps lists all versions that were stored, the first one first.
func (s *Store) PackSteps(ctx context.Context) ([]PackStep, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT key, version, (SELECT min(step) FROM change WHERE entity = ? AND row = pack.id)
		FROM pack ORDER BY id`, entPack)
	if err != nil {
		return nil, wrap("list rule packs", "", err)
	}
	defer rows.Close()
	var list []PackStep
	for rows.Next() {
		var p PackStep
		if err := rows.Scan(&p.Key, &p.Version, &p.Step); err != nil {
			return nil, wrap("list rule packs", "", err)
		}
		list = append(list, p)
	}
	return list, wrap("list rule packs", "", rows.Err())
}
