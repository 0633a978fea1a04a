package sqlite

import (
	"slices"
	"testing"

	"waybill/catalog"
)

// lexicon is a catalogue whose goods, routes and units are in use.
type lexicon struct {
	*Store
	t      *testing.T
	photos []catalog.PhotoID
}

func newLexicon(t *testing.T) *lexicon {
	t.Helper()
	s := newStore(t)
	l := &lexicon{s, t, addFiles(t, s, catalog.Intake{Name: "SD card", Route: "Quanhe", Source: "Heron"}, 0, 6)}
	n := 38.0
	l.observe(0, "refrigerator", catalog.Seen{Quantity: &n, Unit: "Pieces"})
	l.observe(1, "refrigerator", catalog.Seen{Quantity: &n, Unit: "상자"})
	l.observe(1, "steel", catalog.Seen{Unit: "heaps"})
	lot := []int64{l.observe(2, "steel", catalog.Seen{}), l.observe(3, "steel", catalog.Seen{})}
	if _, err := s.Join(t.Context(), lot, ""); err != nil {
		t.Fatal(err)
	}
	l.tag(catalog.Edit{Photos: l.photos[4:], Route: new(l.route("changbai-hyesan").ID)})
	return l
}

func (l *lexicon) observe(photo int, item string, seen catalog.Seen) int64 {
	l.t.Helper()
	ids, _, err := l.Observe(l.t.Context(), []catalog.Observation{{Photo: l.photos[photo], Item: l.item(item).ID, Visible: true, Seen: seen}}, "")
	if err != nil {
		l.t.Fatal(err)
	}
	return ids[0]
}

func (l *lexicon) tag(e catalog.Edit) {
	l.t.Helper()
	if _, err := l.Apply(l.t.Context(), e); err != nil {
		l.t.Fatal(err)
	}
}

// item gives an item by its key, one of ID 0 when the vocabulary has none.
func (l *lexicon) item(key string) catalog.Item {
	l.t.Helper()
	list, err := l.Items(l.t.Context())
	return keyed(l.t, list, err, func(i catalog.Item) bool { return i.Key == key })
}

func (l *lexicon) route(key string) catalog.Route {
	l.t.Helper()
	list, err := l.Routes(l.t.Context())
	return keyed(l.t, list, err, func(r catalog.Route) bool { return r.Key == key })
}

func (l *lexicon) unit(key string) catalog.Unit {
	l.t.Helper()
	list, err := l.Units(l.t.Context())
	return keyed(l.t, list, err, func(u catalog.Unit) bool { return u.Key == key })
}

func keyed[T any](t *testing.T, list []T, err error, is func(T) bool) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if i := slices.IndexFunc(list, is); i >= 0 {
		return list[i]
	}
	var none T
	return none
}

// found tells how many photos some queries find, -1 for a name that nothing has.
func (l *lexicon) found(queries []string) map[string]int {
	l.t.Helper()
	counts := map[string]int{}
	for _, text := range queries {
		q, err := catalog.ParseQuery(text)
		if err != nil {
			l.t.Fatal(err)
		}
		if counts[text], err = l.Count(l.t.Context(), q); err != nil {
			counts[text] = -1
		}
	}
	return counts
}
