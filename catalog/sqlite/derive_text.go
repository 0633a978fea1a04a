package sqlite

import "waybill/catalog"

// text gives everything by which words find a photo.
func (d *door) text(f facts) (indexed, error) {
	parts := []string{f.caption, f.note, f.credit, f.chosen.Make, f.chosen.Model}
	places, err := d.places()
	if err != nil {
		return indexed{}, err
	}
	parts = append(parts, placeWords(places, f.chosen.Where)...)
	parts = append(parts, placeWords(places, f.chosen.Shown)...)
	parts = append(parts, f.names...)
	parts = append(parts, f.batchNames...)
	owners := map[string][]int64{entItem: f.items, entRoute: {f.route}}
	for _, entity := range []string{entItem, entRoute} {
		for _, owner := range owners[entity] {
			if owner == 0 {
				continue
			}
			names, err := d.nameText(entity, owner)
			if err != nil {
				return indexed{}, err
			}
			parts = append(parts, names)
		}
	}
	return indexText(parts...), nil
}

// placeWords gives every name of a place. A point far from the nearest entry of
// the gazetteer is not found by its name.
func placeWords(places catalog.Gazetteer, w *catalog.Where) []string {
	if w == nil {
		return nil
	}
	words := []string{w.Name}
	if w.Nearest == nil || w.Nearest.Distance > findableWithin || places == nil {
		return words
	}
	entry, _ := places.Entry(w.Nearest.Entry)
	n := entry.Names
	return append(words, n.English, n.Korean, n.KoreanNorth, n.Chinese, n.AlsoKnownAs)
}

// findableWithin is how far from a place a photo is still found by its name, in
// metres.
const findableWithin = 10_000

// shortTaken and shortPlace are what a photo's date and place are counted by, see
// Values; nil when it has none.
func shortTaken(d *catalog.Date) any {
	if d == nil {
		return nil
	}
	return d.EDTF
}

func shortPlace(w *catalog.Where) any {
	switch {
	case w == nil:
		return nil
	case w.Nearest != nil && w.Nearest.Distance <= findableWithin:
		return w.Nearest.Entry
	}
	return w.Name
}
