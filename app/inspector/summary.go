package inspector

import (
	"cmp"
	"slices"
	"time"

	"waybill/catalog"
)

// value is what a field of a photo says; "" is nothing.
type value struct {
	text      string
	fromBatch bool
}

// tally counts the values that photos have in one field.
type tally struct {
	counts map[value]int
	order  []value // as they came
}

func (t *tally) add(v value) {
	if t.counts == nil {
		t.counts = map[value]int{}
	}
	if t.counts[v] == 0 {
		t.order = append(t.order, v)
	}
	t.counts[v]++
}

// common gives the one value that all photos have.
func (t *tally) common() (v value, ok bool) {
	if len(t.order) != 1 {
		return value{}, len(t.order) == 0
	}
	return t.order[0], true
}

// ranked lists the values, the most frequent first.
func (t *tally) ranked() []value {
	list := slices.Clone(t.order)
	slices.SortStableFunc(list, func(a, b value) int { return cmp.Compare(t.counts[b], t.counts[a]) })
	return list
}

// own tells whether a photo has a value of its own, which can be taken away.
func (t *tally) own() bool {
	return slices.ContainsFunc(t.order, func(v value) bool { return v.text != "" && !v.fromBatch })
}

// goods is one kind of goods in one or many photos: of one photo each
// observation by itself.
type goods struct {
	item         catalog.ItemID
	name         string
	photos       int
	visible      int // observations that the pictures show
	observations []int64
	statuses     map[catalog.Status]int
	judged       *catalog.Determination // of one photo, the one in force
}

// reported is how many observations are only the source's word.
func (g *goods) reported() int { return len(g.observations) - g.visible }

// common gives the status that all observations have.
func (g *goods) common() (catalog.Status, bool) {
	for s := range g.statuses {
		return s, len(g.statuses) == 1
	}
	return catalog.NotAssessed, false
}

// summary is what photos have in common and where they differ.
type summary struct {
	photos  int
	bytes   int64
	goods   []*goods
	formats tally
	cameras tally
	route   tally
	caption tally
	note    tally
	source  tally
	credit  tally

	dated, placed int
	first, last   time.Time // wall times
	problems      int
}

// add counts a photo in. With apart each observation is goods of its own.
func (s *summary) add(p *catalog.Photo, apart bool) {
	s.photos++
	s.bytes += p.Size
	s.formats.add(value{text: p.Format})
	s.cameras.add(value{text: camera(p)})
	s.route.add(value{p.RouteName, p.Route.FromBatch})
	s.source.add(value{p.SourceName, p.Source.FromBatch})
	s.credit.add(value{p.Credit.Value, p.Credit.FromBatch})
	s.caption.add(value{text: p.Caption})
	s.note.add(value{text: p.Note})
	if p.Taken() != nil {
		if s.dated == 0 || p.Taken().Time.Before(s.first) {
			s.first = p.Taken().Time
		}
		if s.dated == 0 || p.Taken().Time.After(s.last) {
			s.last = p.Taken().Time
		}
		s.dated++
	}
	if p.Latitude != nil && p.Longitude != nil {
		s.placed++
	}
	if p.Problem != "" {
		s.problems++
	}
	seen := map[catalog.ItemID]bool{}
	for i := range p.Observations {
		o := &p.Observations[i]
		g := s.goodsOf(o, apart)
		g.observations = append(g.observations, o.ID)
		g.statuses[o.Status()]++
		if o.Visible {
			g.visible++
		}
		if !seen[o.Item] || apart {
			g.photos++
		}
		seen[o.Item] = true
	}
}

func (s *summary) goodsOf(o *catalog.Observation, apart bool) *goods {
	if !apart {
		for _, g := range s.goods {
			if g.item == o.Item {
				return g
			}
		}
	}
	g := &goods{item: o.Item, name: o.ItemName, statuses: map[catalog.Status]int{}}
	if apart {
		g.judged = o.Determination
	}
	s.goods = append(s.goods, g)
	return g
}

// camera names what took a photo; many makers write their name into the model.
func camera(p *catalog.Photo) string {
	if p.Make == "" || len(p.Model) >= len(p.Make) && p.Model[:len(p.Make)] == p.Make {
		return p.Model
	}
	if p.Model == "" {
		return p.Make
	}
	return p.Make + " " + p.Model
}
