package export

import (
	"cmp"
	"math"
	"slices"

	"waybill/catalog"
)

// unnumber orders a page by time, the undated last, and photos of one time by
// their random ids: the order in which they came would show which arrived
// together.
func unnumber(page []catalog.Photo) {
	slices.SortFunc(page, func(a, b catalog.Photo) int {
		return cmp.Or(cmp.Compare(second(a), second(b)), cmp.Compare(a.UUID, b.UUID))
	})
}

func second(p catalog.Photo) int64 {
	if p.Taken() == nil {
		return math.MaxInt64
	}
	return p.Taken().Time.Unix()
}
