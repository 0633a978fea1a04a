package catalog

import (
	"cmp"
	"maps"
	"slices"
)

// Count is how much of one kind of goods some photos show, or are only reported
// to show.
type Count struct {
	Item     ItemID
	ItemKey  string
	ItemName string // English label
	Visible  bool   // what is only reported is counted apart
	Photos   int
	Lots     int      // goods that several photos have in a lot count once, others once for each observation
	Amounts  []Amount // one for each unit, in their order
	Unknown  int      // lots of which nobody said how many they are
}

// Amount is a quantity of goods, summed over lots.
type Amount struct {
	Unit      string // as in Seen; "" when nobody said
	UnitNames UnitNames
	Low, High float64 // they differ when photos of one lot state different quantities
	Differ    int     // lots of which they do
	Estimated bool    // one of the quantities was not counted
}

// Tally counts goods in photos that are added page by page. It keeps a few bytes
// for each lot, and nothing for a photo. The zero value has counted nothing.
type Tally struct {
	kinds map[tallied]*tally
}

// tallied is what is counted by itself.
type tallied struct {
	item    ItemID
	visible bool
}

type tally struct {
	Count
	amounts map[string]Amount
	lots    map[LotID][]Amount // what their photos state, a unit once
}

// Add counts photos, each of which must not be added again.
func (t *Tally) Add(photos ...Photo) {
	for i := range photos {
		seen := map[tallied]bool{}
		for j := range photos[i].Observations {
			o := &photos[i].Observations[j]
			k := tallied{o.Item, o.Visible}
			kind := t.kind(k, o)
			if !seen[k] {
				kind.Photos++
			}
			seen[k] = true
			kind.observe(o)
		}
	}
}

func (t *Tally) kind(k tallied, o *Observation) *tally {
	if t.kinds == nil {
		t.kinds = map[tallied]*tally{}
	}
	if t.kinds[k] == nil {
		t.kinds[k] = &tally{
			Count:   Count{Item: o.Item, ItemKey: o.ItemKey, ItemName: o.ItemName, Visible: o.Visible},
			amounts: map[string]Amount{}, lots: map[LotID][]Amount{},
		}
	}
	return t.kinds[k]
}

func (t *tally) observe(o *Observation) {
	if o.Lot != 0 {
		t.lots[o.Lot] = stated(t.lots[o.Lot], o)
		return
	}
	t.Lots++
	t.sum(stated(nil, o))
}

// stated adds what one photo says of goods to what others said of the same.
func stated(list []Amount, s *Observation) []Amount {
	if s.Quantity == nil {
		return list
	}
	n := *s.Quantity
	i := slices.IndexFunc(list, func(a Amount) bool { return a.Unit == s.Unit })
	if i < 0 {
		return append(list, Amount{Unit: s.Unit, UnitNames: s.UnitNames, Low: n, High: n, Estimated: s.Estimated})
	}
	a := &list[i]
	a.Low, a.High, a.Estimated = min(a.Low, n), max(a.High, n), a.Estimated || s.Estimated
	return list
}

// sum adds what is known of one lot.
func (t *tally) sum(list []Amount) {
	if len(list) == 0 {
		t.Unknown++
	}
	for _, a := range list {
		sum := t.amounts[a.Unit]
		sum.Unit, sum.UnitNames, sum.Low, sum.High = a.Unit, a.UnitNames, sum.Low+a.Low, sum.High+a.High
		sum.Estimated = sum.Estimated || a.Estimated
		if a.Low != a.High {
			sum.Differ++
		}
		t.amounts[a.Unit] = sum
	}
}

// Counts gives what was counted: what photos show before what is only reported,
// then the most lots first, then by name.
func (t *Tally) Counts() []Count {
	list := make([]Count, 0, len(t.kinds))
	for _, kind := range t.kinds {
		list = append(list, kind.count())
	}
	slices.SortFunc(list, func(a, b Count) int {
		switch {
		case a.Visible && !b.Visible:
			return -1
		case !a.Visible && b.Visible:
			return 1
		}
		return cmp.Or(cmp.Compare(b.Lots, a.Lots), cmp.Compare(a.ItemName, b.ItemName), cmp.Compare(a.Item, b.Item))
	})
	return list
}

// CountsOf gives what was counted of one kind of goods, what photos show first.
func (t *Tally) CountsOf(item ItemID) []Count {
	var list []Count
	for _, visible := range []bool{true, false} {
		if kind := t.kinds[tallied{item, visible}]; kind != nil {
			list = append(list, kind.count())
		}
	}
	return list
}

// count adds the lots to what is of none. It leaves t as it is, so that more can
// be added.
func (t *tally) count() Count {
	all := tally{Count: t.Count, amounts: maps.Clone(t.amounts)}
	all.Lots += len(t.lots)
	for _, lot := range slices.Sorted(maps.Keys(t.lots)) { // in order, so that sums of fractions are the same each time
		all.sum(t.lots[lot])
	}
	for _, unit := range slices.Sorted(maps.Keys(all.amounts)) {
		all.Amounts = append(all.Amounts, all.amounts[unit])
	}
	return all.Count
}
