package gallery

import (
	"context"

	"waybill/app/task"
	"waybill/catalog"
)

const (
	maxPlaced = 20_000 // photos of a group whose routes are read; larger groups say none
	keptPlace = 4_000  // groups whose routes are kept at most
)

// places knows on which routes the photos of the days in view were taken. They
// are read when a header comes into view, one read at a time.
type places struct {
	texts   map[int32]string
	known   map[int32]bool // in the list of now
	reading bool
	list    int // which list it is
}

// of gives the words for a group, "" until they are known.
func (p *places) of(key int32) string { return p.texts[key] }

// forget lets all be read again; what was known is shown until then.
func (p *places) forget() {
	p.known = map[int32]bool{}
	p.list++
	if len(p.texts) > keptPlace || p.texts == nil {
		p.texts = map[int32]string{}
	}
}

// fetchPlaces reads the routes of the groups in view that are not known.
func (v *View) fetchPlaces() {
	if v.places.reading || v.runs.by != catalog.GroupDay {
		return
	}
	missing := map[int32][]catalog.PhotoID{}
	from, to := v.grid.VisibleGroups()
	for n := from; n < min(to, len(v.runs.list)); n++ {
		first, end := v.runs.span(n)
		if key := v.runs.list[n].Key; !v.places.known[key] && end-first <= maxPlaced {
			missing[key] = v.ids[first:end]
		}
	}
	if len(missing) == 0 {
		return
	}
	v.places.reading = true
	list := v.places.list
	task.Run(v.tasks, func(ctx context.Context) (map[int32][]catalog.Facet, error) {
		routes := map[int32][]catalog.Facet{}
		for key, ids := range missing {
			found, err := v.source.RoutesAmong(ctx, ids)
			if err != nil {
				return nil, err
			}
			routes[key] = found
		}
		return routes, nil
	}, func(routes map[int32][]catalog.Facet, err error) {
		v.places.reading = false
		if err != nil {
			for key := range missing {
				v.places.known[key] = true // else each turn of the wheel would fail anew
			}
			v.report(err)
			return
		}
		v.placesCame(list, routes)
	})
}

// placesCame shows what was read, unless the list is another now, and reads what
// has come into view meanwhile.
func (v *View) placesCame(list int, routes map[int32][]catalog.Facet) {
	if list == v.places.list {
		for key, found := range routes {
			v.places.known[key], v.places.texts[key] = true, v.placeText(found)
		}
		from, to := v.grid.VisibleGroups()
		for n := from; n < to; n++ {
			v.grid.RefreshHeader(n)
		}
	}
	v.fetchPlaces()
}

// placeText names the most frequent route, and how many others there are.
func (v *View) placeText(routes []catalog.Facet) string {
	switch len(routes) {
	case 0:
		return v.words.T("gallery.group.nowhere")
	case 1:
		return v.words.Called(routes[0].Label)
	}
	return v.words.T("gallery.group.more", "place", v.words.Called(routes[0].Label), "n", len(routes)-1)
}
