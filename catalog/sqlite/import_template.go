package sqlite

import (
	"slices"

	"waybill/catalog"
)

// ImportBasis is Basis for a photo that is being imported: of it are known its
// date and the direction of its batch.
type ImportBasis func(p catalog.Photo, o catalog.Observation, s catalog.Status) catalog.Legal

// Rest has the status that the import's template gives rest on what basis says.
func (im *Import) Rest(basis ImportBasis) { im.basis = basis }

// fill gives the new photos among those placed the values of the import's template.
func (im *Import) fill(d *door, placed []catalog.Placed) error {
	if im.template == nil {
		return nil
	}
	var fresh []catalog.PhotoID
	for _, p := range placed {
		if p.Outcome == catalog.OutcomeNew {
			fresh = append(fresh, p.Photo)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	e := *im.template
	e.Photos, e.StatusItems = fresh, slices.Clone(e.StatusItems)
	a, err := d.prepare(&e)
	if err != nil {
		return err
	}
	var failed error
	if im.basis != nil {
		a.basis = func(o catalog.Observation, s catalog.Status) catalog.Legal {
			p, err := d.arriving(o.Photo)
			if err != nil {
				failed = err
				return catalog.Legal{}
			}
			return im.basis(p, o, s)
		}
	}
	if err := a.all(); err != nil {
		return err
	}
	return failed
}

// arriving gives a photo that has just been written with its date and the
// direction of its batch.
func (d *door) arriving(id catalog.PhotoID) (catalog.Photo, error) {
	p := catalog.Photo{ID: id}
	f, err := d.facts(id)
	if err != nil {
		return p, err
	}
	if err := d.choose(&f, &derived{}); err != nil {
		return p, err
	}
	p.Chosen = f.chosen
	err = d.queryRow("SELECT b.direction FROM photo p JOIN batch b ON b.id = p.batch WHERE p.id = ?", id).Scan(&p.BatchDirection)
	return p, err
}
