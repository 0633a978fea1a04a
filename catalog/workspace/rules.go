package workspace

import (
	"context"
	"errors"
	"io/fs"
	"maps"
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

// shippedPack is the rule pack that ships with the program. It is read when it is
// first needed, and does not change.
var shippedPack = sync.OnceValues(func() (*rules.Pack, error) {
	return rules.Load(func(name string) ([]byte, error) { return assets.RuleTable(assets.DefaultRulePack, name) })
})

// Packs gives the rule packs in force: the shipped one and those that were
// loaded, of each the version that was loaded last.
func (c *Catalogue) Packs(ctx context.Context) ([]*rules.Pack, error) {
	stored, err := c.StoredPacks(ctx)
	if err != nil {
		return nil, err
	}
	packs := []*rules.Pack{}
	if _, replaced := stored[assets.DefaultRulePack]; !replaced {
		p, err := shippedPack()
		if err != nil {
			return nil, err
		}
		packs = append(packs, p)
	}
	for _, key := range slices.Sorted(maps.Keys(stored)) {
		p, err := rules.Load(stored[key].Table)
		if err != nil {
			return nil, err
		}
		packs = append(packs, p)
	}
	return packs, nil
}

// readPack loads a pack from a folder.
func readPack(dir string) (*rules.Pack, sqlite.StoredPack, error) {
	var stored sqlite.StoredPack
	pack, err := rules.Load(func(name string) ([]byte, error) {
		data, err := readTable(filepath.Join(dir, name))
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
// anywhere is refused as a whole, and what was in force stays.
func (c *Catalogue) LoadPack(ctx context.Context, dir, by string) (*rules.Pack, catalog.Step, error) {
	pack, stored, err := readPack(dir)
	if err != nil {
		return nil, catalog.Step{}, packError(dir, err)
	}
	step, err := c.StorePack(ctx, stored, by)
	return pack, step, err
}

func packError(dir string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &catalog.Error{Code: catalog.ErrNotFound, Op: "read rule pack", Subject: dir, Err: err}
	}
	return err
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
