package catalog

import "slices"

// OtherPhotos lists the other photos that have the goods of an observation, by
// its lot, each once, in order.
func OtherPhotos(o *Observation, lot []Observation) []PhotoID {
	return photosWhere(o, lot, func(*Observation) bool { return true })
}

// JudgedDifferently lists the other photos of a lot in which the same goods are
// judged otherwise: with another status, measure or direction, or not at all.
// One judgement is for a whole lot, but goods may have been judged before they
// joined it.
func JudgedDifferently(o *Observation, lot []Observation) []PhotoID {
	return photosWhere(o, lot, func(other *Observation) bool {
		a, b := o.Determination, other.Determination
		if a == nil || b == nil {
			return a != b
		}
		return a.Status != b.Status || a.Measure != b.Measure || a.Direction != b.Direction
	})
}

func photosWhere(o *Observation, lot []Observation, fits func(*Observation) bool) []PhotoID {
	var photos []PhotoID
	for i := range lot {
		if lot[i].Photo != o.Photo && fits(&lot[i]) {
			photos = append(photos, lot[i].Photo)
		}
	}
	slices.Sort(photos)
	return slices.Compact(photos)
}
