package vocabulary

import (
	"context"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// routeSheet is the form of a route.
type routeSheet struct {
	view      *View
	route     catalog.Route // what the store said
	names     nameLines
	mode      *choice
	direction *choice
	legs      *legs
	fields
	box *fyne.Container
}

func newRouteSheet(v *View) *routeSheet {
	t := v.words.T
	s := &routeSheet{view: v, names: newNameLines(v), legs: newLegs(v)}
	modes := []string{""}
	for _, m := range catalog.Modes() {
		modes = append(modes, string(m))
	}
	s.mode = newChoice(v, modes, func(m string) string { return v.say.mode(catalog.Mode(m)) })
	ways := []string{"", string(catalog.Into), string(catalog.OutOf)}
	s.direction = newChoice(v, ways, func(d string) string { return v.words.Direction(catalog.Direction(d)) })
	n := &s.names
	s.inputs = []input{n.english, n.korean, n.chinese, n.also, s.mode, s.direction}
	s.box = column(n.rows(v, false)...)
	s.box.Add(labelled(t("vocabulary.mode"), s.mode))
	s.box.Add(labelled(t("vocabulary.direction"), s.direction))
	s.box.Add(section(t("vocabulary.legs")))
	s.box.Add(s.legs.box)
	return s
}

func (s *routeSheet) object() fyne.CanvasObject { return s.box }
func (s *routeSheet) begin(name string)         { s.names.begin(name) }
func (s *routeSheet) start() fyne.Focusable     { return s.names.english }
func (s *routeSheet) typed() string             { return s.fields.typed() + s.legs.typed() }
func (s *routeSheet) saved(r ref)               { s.route.ID = catalog.RouteID(r.id) }

func (s *routeSheet) lock() {
	s.fields.lock()
	s.legs.lock()
}

// state implements sheet.
func (s *routeSheet) state() {
	s.fields.state()
	s.legs.stated = s.legs.typed()
}

// hold implements sheet.
func (s *routeSheet) hold() (putBack func()) {
	fields, legs := s.fields.hold(), s.legs.hold()
	return func() {
		fields()
		legs()
	}
}

func (s *routeSheet) fill(r ref) {
	s.route = catalog.Route{}
	if route := s.view.shelf.routes[catalog.RouteID(r.id)]; route != nil {
		s.route = *route
	}
	s.names.fill(s.route.Names)
	s.mode.put(string(s.route.Mode))
	s.direction.put(string(s.route.Direction))
	s.legs.fill(s.route.Legs)
	s.state()
}

func (s *routeSheet) gather() (work, error) {
	if err := s.names.check(s.view); err != nil {
		return nil, err
	}
	r, store := s.route, s.view.store
	r.Names = s.names.names()
	r.Names.KoreanNorth = s.route.Names.KoreanNorth
	r.Mode, r.Direction = catalog.Mode(s.mode.text()), catalog.Direction(s.direction.text())
	var err error
	if r.Legs, err = s.legs.gather(); err != nil {
		return nil, err
	}
	return func(ctx context.Context) (ref, catalog.Step, error) {
		id, step, err := store.SaveRoute(ctx, r, "")
		return ref{kind: Routes, id: int64(id)}, step, err
	}, nil
}
