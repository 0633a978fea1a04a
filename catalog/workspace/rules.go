package workspace

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/naming"
	"waybill/catalog/rules"
	"waybill/catalog/sqlite"
)

// shippedRules is the rule pack that a program ships, with its tables.
type shippedRules struct {
	pack   *rules.Pack
	tables sqlite.StoredPack
}

// ships reads the rule pack that ships with this program. It is read when it is
// first needed, and does not change.
var ships = sync.OnceValues(func() (shippedRules, error) {
	var s shippedRules
	var err error
	s.pack, s.tables, err = loadTables(func(name string) ([]byte, error) { return assets.RuleTable(assets.DefaultRulePack, name) })
	return s, err
})

// loadTables loads a pack and keeps its tables.
func loadTables(source rules.Source) (*rules.Pack, sqlite.StoredPack, error) {
	var stored sqlite.StoredPack
	pack, err := rules.Load(func(name string) ([]byte, error) {
		data, err := source(name)
		if err == nil {
			stored.Set(name, data)
		}
		return data, err
	})
	if err != nil {
		return nil, stored, err
	}
	stored.Key, stored.Version = pack.ID, pack.Version
	return pack, stored, nil
}

// inForce tells whether the shipped pack, of a version that the catalogue has not
// seen, is in force though last is the one that was stored last of its id: when it
// was not made earlier than that one. nil is none.
func (s shippedRules) inForce(last *sqlite.StoredPack) (bool, error) {
	if last == nil {
		return true, nil
	}
	p, err := rules.Load(last.Table)
	return err == nil && !s.pack.Date.Before(p.Date), err
}

// ship tells the store what ships with the program.
func (c *Catalogue) ship(ships func() (shippedRules, error)) {
	c.ships = ships
	c.Store.Ship(func() (sqlite.StoredPack, error) {
		s, err := ships()
		return s.tables, err
	}, func(last *sqlite.StoredPack) (bool, error) {
		s, err := ships()
		if err != nil {
			return false, err
		}
		return s.inForce(last)
	})
}

// Packs gives the rule packs in force, ordered by id. Of those that were loaded
// it is the version that was loaded last. The shipped one is in force until a pack
// of its id is loaded, and again when the program ships a version that the
// catalogue has not seen and that was not made earlier than the loaded one.
func (c *Catalogue) Packs(ctx context.Context) ([]*rules.Pack, error) {
	stored, err := c.StoredPacks(ctx)
	if err != nil {
		return nil, err
	}
	ship, err := c.ships()
	if err != nil {
		return nil, err
	}
	id := ship.pack.ID
	seen, err := c.PackVersion(ctx, id, ship.pack.Version)
	if err != nil {
		return nil, err
	}
	var packs []*rules.Pack
	if seen == nil {
		if in, err := ship.inForce(stored[id]); err != nil {
			return nil, err
		} else if in {
			packs = append(packs, ship.pack)
			delete(stored, id)
		}
	}
	for _, table := range stored {
		p, err := rules.Load(table.Table)
		if err != nil {
			return nil, err
		}
		packs = append(packs, p)
	}
	slices.SortFunc(packs, func(a, b *rules.Pack) int { return strings.Compare(a.ID, b.ID) })
	return packs, nil
}

// readPack loads a pack from a folder.
func readPack(dir string) (*rules.Pack, sqlite.StoredPack, error) {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil, sqlite.StoredPack{}, &catalog.Error{Code: catalog.ErrNotFound, Op: "read rule pack", Subject: dir, Err: err}
	}
	return loadTables(func(name string) ([]byte, error) { return readTable(filepath.Join(dir, name)) })
}

// readTable reads a file that is not larger than any table of a pack may be.
func readTable(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > rules.MaxFile || !info.Mode().IsRegular() {
		return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "read rule pack", Subject: path}
	}
	return os.ReadFile(path)
}

// LoadPack takes a rule pack from a folder into force. One that is wrong
// anywhere is refused as a whole, and what was in force stays; so is one that
// differs from what the catalogue knows by its id and version, for determinations
// name it by these. The pack that is in force already changes nothing.
func (c *Catalogue) LoadPack(ctx context.Context, dir, by string) (*rules.Pack, catalog.Step, error) {
	pack, stored, err := readPack(dir)
	if err != nil {
		return nil, catalog.Step{}, err
	}
	if err := c.sameVersion(ctx, stored); err != nil {
		return nil, catalog.Step{}, err
	}
	packs, err := c.Packs(ctx)
	if err != nil {
		return nil, catalog.Step{}, err
	}
	if slices.ContainsFunc(packs, func(p *rules.Pack) bool { return p.Name() == pack.Name() }) {
		return pack, catalog.Step{}, nil
	}
	step, err := c.StorePack(ctx, stored, by)
	return pack, step, err
}

// sameVersion refuses a pack that is not what the catalogue or the program knows
// by its id and version.
func (c *Catalogue) sameVersion(ctx context.Context, p sqlite.StoredPack) error {
	known, err := c.PackVersion(ctx, p.Key, p.Version)
	if err != nil {
		return err
	}
	if known == nil {
		ship, err := c.ships()
		if err != nil {
			return err
		}
		known = &ship.tables
	}
	if known.Key != p.Key || known.Version != p.Version || *known == p {
		return nil
	}
	return &catalog.Error{Code: catalog.ErrInvalid, Op: "load rule pack", Subject: p.Key, Err: &rules.TableError{
		File: "pack.tsv", Column: "version", Problem: rules.ProblemVersion, Cell: p.Version,
	}}
}

// FindMeasure gives a measure of the packs in force by its id, and the pack. Its
// error has the code ErrNotFound, with ids that are close.
func (c *Catalogue) FindMeasure(ctx context.Context, id string) (catalog.Measure, *rules.Pack, error) {
	packs, err := c.Packs(ctx)
	if err != nil {
		return catalog.Measure{}, nil, err
	}
	var near []string
	for _, p := range packs {
		if m, ok := p.Measure(id); ok {
			return m, p, nil
		}
		near = append(near, nearIDs(p, id)...)
	}
	return catalog.Measure{}, nil, &catalog.Error{Code: catalog.ErrNotFound, Op: "find measure", Subject: id, Matches: near[:min(len(near), maxNear)]}
}

// maxNear is how many ids are offered instead of one that there is not.
const maxNear = 5

// nearIDs lists the measures whose id is the one looked for but for signs and
// case, or begins with most of it.
func nearIDs(p *rules.Pack, id string) []string {
	plain := func(s string) string { return strings.ReplaceAll(naming.Fold(s), " ", "") }
	wanted := plain(id)
	var near, begin []string
	for _, m := range p.Measures() {
		switch found := plain(m.ID); {
		case wanted == "":
		case strings.HasSuffix(found, wanted) || strings.HasPrefix(wanted, found):
			near = append(near, m.ID)
		case strings.HasPrefix(found, wanted[:max(min(len(wanted), 4), len(wanted)-2)]):
			begin = append(begin, m.ID)
		}
	}
	return append(near, begin...)
}
