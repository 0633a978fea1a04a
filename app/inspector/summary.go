package inspector

import (
	"cmp"
	"slices"
	"time"

	"waybill/app/present"
	"waybill/catalog"
)

// value is what a field of a photo says; "" is nothing.
type value struct {
	text      string
	fromBatch bool
	proposed  bool // by no person
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
	seen         *catalog.Observation   // of one photo, the observation itself
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
	words   *present.Words
	photos  int
	bytes   int64
	goods   []*goods
	amounts catalog.Tally
	formats tally
	cameras tally
	route   tally
	caption tally
	note    tally
	source  tally
	credit  tally
	dates   tally
	places  tally // where the camera stood
	shown   tally // what is depicted
	kinds   tally
	stated  map[catalog.Property]int // photos of which a person's word is followed

	dated, placed int
	first, last   time.Time // wall times
	problems      int
	removed       int // photos in the bin
	warned        int // photos with something to look at
}

// routed tells whether any of the photos is on a route.
func (s *summary) routed() bool {
	return slices.ContainsFunc(s.route.order, func(v value) bool { return v.text != "" })
}

// add counts a photo in. With apart each observation is goods of its own.
func (s *summary) add(p *catalog.Photo, apart bool) {
	s.photos++
	s.bytes += p.Size
	s.formats.add(value{text: p.Format})
	s.cameras.add(value{text: camera(p)})
	s.route.add(value{text: s.words.Called(p.RouteName), fromBatch: p.Route.FromBatch})
	s.source.add(value{text: p.SourceName, fromBatch: p.Source.FromBatch})
	s.credit.add(value{text: p.Credit.Value, fromBatch: p.Credit.FromBatch})
	s.caption.add(value{text: p.Caption})
	s.note.add(value{text: p.Note})
	s.addChosen(&p.Chosen)
	if p.Problem != "" {
		s.problems++
	}
	if p.Removed {
		s.removed++
	}
	s.amounts.Add(*p)
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

// addChosen counts in when and where a photo was taken, and what it is.
func (s *summary) addChosen(c *catalog.Chosen) {
	s.dates.add(value{text: dayOf(s.words, c.Date)})
	s.places.add(value{text: placeName(s.words, c.Where, c.Latitude, c.Longitude)})
	s.shown.add(value{text: placeName(s.words, c.Shown, nil, nil)})
	kind := value{}
	if c.Kind != "" {
		kind = value{text: s.words.Kind(c.Kind), proposed: !c.KindOrigin.IsPerson()}
	}
	s.kinds.add(kind)
	if s.stated == nil {
		s.stated = map[catalog.Property]int{}
	}
	for property, by := range map[catalog.Property]catalog.Origin{
		catalog.PropTaken: dateOrigin(c.Date), catalog.PropPlace: whereOrigin(c.Where), catalog.PropPlaceShown: whereOrigin(c.Shown),
	} {
		if by == catalog.OriginEditor {
			s.stated[property]++
		}
	}
	if c.Where != nil {
		s.placed++
	}
	if len(c.Warnings) > 0 {
		s.warned++
	}
	if c.Dated() {
		s.span(c.Date)
	}
}

// span widens the time from the first to the last photo.
func (s *summary) span(d *catalog.Date) {
	first, last := d.Earliest, d.Latest
	if last == nil {
		last = first
	}
	if s.dated == 0 || first.Before(s.first) {
		s.first = *first
	}
	if s.dated == 0 || last.After(s.last) {
		s.last = *last
	}
	s.dated++
}

// dayOf says when, without the time of day: photos are many on one day.
func dayOf(w *present.Words, d *catalog.Date) string {
	if d != nil && d.Wall != nil {
		return w.Day(catalog.WallTime{Time: *d.Wall})
	}
	return w.Date(d)
}

// placeName names where, without how far it is from there.
func placeName(w *present.Words, at *catalog.Where, lat, lon *float64) string {
	switch {
	case at == nil:
		return ""
	case at.Nearest != nil:
		return w.Name(at.Nearest.Names)
	case at.Name != "":
		return at.Name
	default:
		return w.Where(at, lat, lon)
	}
}

func dateOrigin(d *catalog.Date) catalog.Origin {
	if d == nil {
		return ""
	}
	return d.Origin
}

func whereOrigin(at *catalog.Where) catalog.Origin {
	if at == nil {
		return ""
	}
	return at.Origin
}

func (s *summary) goodsOf(o *catalog.Observation, apart bool) *goods {
	if !apart {
		for _, g := range s.goods {
			if g.item == o.Item {
				return g
			}
		}
	}
	g := &goods{item: o.Item, name: s.words.Called(o.ItemName), statuses: map[catalog.Status]int{}}
	if apart {
		g.judged, g.seen = o.Determination, o
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
