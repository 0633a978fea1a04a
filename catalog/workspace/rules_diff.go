package workspace

import (
	"context"
	"slices"
	"strings"

	"waybill/catalog"
	"waybill/catalog/rules"
)

// PackDiff is what a rule pack would change if it were loaded.
type PackDiff struct {
	Old      *rules.Pack // of the same id in force, nil when there is none
	New      *rules.Pack
	Changes  []rules.Change
	Concerns []Concern // by photo
}

// Concern is an observation whose determination is worth another look, with the
// old and the new basis.
type Concern struct {
	catalog.Observation
	*rules.Effect
}

// concernPage is how many photos are looked at at a time.
const concernPage = 500

// DiffPack says what a rule pack in a folder would change, also of the
// determinations in force. Nothing is stored. Errors are those of LoadPack.
func (c *Catalogue) DiffPack(ctx context.Context, dir string) (*PackDiff, error) {
	pack, _, err := readPack(dir)
	if err != nil {
		return nil, packError(dir, err)
	}
	return c.diffPack(ctx, pack)
}

func (c *Catalogue) diffPack(ctx context.Context, pack *rules.Pack) (*PackDiff, error) {
	packs, err := c.Packs(ctx)
	if err != nil {
		return nil, err
	}
	d := &PackDiff{New: pack}
	if i := slices.IndexFunc(packs, func(p *rules.Pack) bool { return p.ID == pack.ID }); i >= 0 {
		d.Old = packs[i]
	}
	comparison := rules.Compare(d.Old, d.New)
	d.Changes = comparison.Changes
	if len(d.Changes) == 0 {
		return d, nil
	}
	judged, err := c.JudgedPhotos(ctx)
	if err != nil {
		return nil, err
	}
	items, err := c.itemsByID(ctx)
	if err != nil {
		return nil, err
	}
	for ids := range slices.Chunk(judged, concernPage) {
		photos, err := c.Photos(ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, p := range photos {
			d.look(comparison, p, items)
		}
	}
	return d, nil
}

// look finds the observations of a photo whose determination is concerned.
func (d *PackDiff) look(c *rules.Comparison, p catalog.Photo, items map[catalog.ItemID]catalog.Item) {
	for _, o := range p.Observations {
		t := o.Determination
		if t == nil || t.Pack != "" && !isOf(t.Pack, d.New.ID) {
			continue
		}
		facts := rules.Facts{Input: inputOf(p, o, items[o.Item]), Measure: t.Measure}
		if t.Direction != "" {
			facts.Direction = t.Direction
		}
		if e := c.Affects(facts); e != nil {
			d.Concerns = append(d.Concerns, Concern{Observation: o, Effect: e})
		}
	}
}

// isOf tells whether a determination's pack, an id and a version, is of an id.
func isOf(pack, id string) bool {
	of, _, _ := strings.Cut(pack, " ")
	return of == id
}
