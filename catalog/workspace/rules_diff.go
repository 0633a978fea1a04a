package workspace

import (
	"context"
	"iter"
	"slices"
	"strings"

	"waybill/catalog"
	"waybill/catalog/rules"
)

// PackDiff is what a rule pack would change if it were loaded.
type PackDiff struct {
	Old     *rules.Pack // of the same id in force, nil when there is none
	New     *rules.Pack
	Changes []rules.Change

	catalogue  *Catalogue
	comparison *rules.Comparison
	packs      []*rules.Pack // in force once it is loaded
}

// DiffPack says what a rule pack in a folder would change. Nothing is stored.
// Errors are those of LoadPack.
func (c *Catalogue) DiffPack(ctx context.Context, dir string) (*PackDiff, error) {
	pack, stored, err := readPack(dir)
	if err != nil {
		return nil, err
	}
	if err := c.sameVersion(ctx, stored); err != nil {
		return nil, err
	}
	packs, err := c.Packs(ctx)
	if err != nil {
		return nil, err
	}
	d := &PackDiff{New: pack, catalogue: c, packs: []*rules.Pack{pack}}
	for _, p := range packs {
		if p.ID == pack.ID {
			d.Old = p
		} else {
			d.packs = append(d.packs, p)
		}
	}
	slices.SortFunc(d.packs, func(a, b *rules.Pack) int { return strings.Compare(a.ID, b.ID) })
	d.comparison = rules.Compare(d.Old, d.New)
	d.Changes = d.comparison.Changes
	return d, nil
}

// Concerns goes through the determinations in force that the pack would be a
// reason to look at again, page by page, by photo.
func (d *PackDiff) Concerns(ctx context.Context) iter.Seq2[[]Concern, error] {
	return func(yield func([]Concern, error) bool) {
		if len(d.Changes) == 0 {
			return
		}
		l, err := d.catalogue.newLookout(ctx, d.packs)
		if err != nil {
			yield(nil, err)
			return
		}
		l.since = func(t *catalog.Determination) ([]since, error) {
			if t.Pack != "" && packID(t.Pack) != d.New.ID {
				return nil, nil
			}
			return []since{{d.comparison, d.Old, d.New}}, nil
		}
		l.pages(ctx, func(after catalog.PhotoID) ([]catalog.PhotoID, error) {
			return d.catalogue.JudgedPhotos(ctx, after, concernPage)
		}, yield)
	}
}

// packID gives the id of the pack that a determination names by id and version.
func packID(name string) string {
	id, _, _ := strings.Cut(name, " ")
	return id
}
