package inspector

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// Guide knows the ways of goods and what they are counted in.
type Guide interface {
	Units(ctx context.Context) ([]catalog.Unit, error)
	RoutesNear(ctx context.Context, id catalog.PhotoID) ([]workspace.NearRoute, error)
	RouteOrder(ctx context.Context, photos []catalog.PhotoID) (workspace.Order, error)
}

// nearby proposes for a photo without a route those that pass by where it was
// taken, the nearest first.
type nearby struct {
	view  *View
	title *widget.Label
	chips *fyne.Container
	box   *fyne.Container
}

// maxNearby is how many routes are proposed; the list of the entry has them all.
const maxNearby = 3

func newNearby(v *View) *nearby {
	n := &nearby{view: v, title: newText(muted), chips: widgets.NewFlow(look.Tight)}
	n.title.SetText(v.words.T("inspector.nearby"))
	n.box = container.New(&column{-look.Tight}, n.title, container.New(&column{0}, n.chips))
	n.box.Hide()
	return n
}

func (n *nearby) show() {
	n.chips.Objects = nil
	near := n.view.near()
	for _, r := range near[:min(len(near), maxNearby)] {
		chip := widgets.NewChip(n.view.nearText(&r), widgets.Badge{})
		chip.OnEscape = n.view.leave
		chip.OnTap = func() {
			n.view.used(r.ID)
			n.view.change(catalog.Edit{Route: &r.ID})
		}
		n.chips.Add(chip)
	}
	setVisible(n.box, len(near) > 0)
	n.box.Refresh()
}

// near lists the routes that are proposed for the photo of the form.
func (v *View) near() []workspace.NearRoute {
	if one := v.content.one; one != nil && !v.locked {
		return one.near
	}
	return nil
}

// nearRoom is how wide the name of a route may be in a chip, in pixels: what is
// cut off is not how far away it is.
const nearRoom = 150

func (v *View) nearText(r *workspace.NearRoute) string {
	name := widgets.Ellipsis(v.words.Name(r.Names), nearRoom, theme.TextSize(), fyne.TextStyle{})
	return v.words.T("inspector.nearby.route", "route", name, "distance", v.words.Distance(r.Metres))
}

// readNear reads which routes pass by, unless the photo is on one.
func (s *single) readNear(ctx context.Context, store Store) error {
	if s.photo.Route.Value != 0 {
		return nil
	}
	var err error
	s.near, err = store.RoutesNear(ctx, s.photo.ID)
	return err
}

// FocusRoute takes the keyboard to the route and offers those that are proposed,
// the nearest first, and those that were used; Enter takes the first.
func (v *View) FocusRoute() {
	if v.batch.focusOn(catalog.FieldRoute) {
		return
	}
	v.focus(v.route.input)
	v.whenRead(func() {
		v.route.selectAll()
		if !v.locked {
			v.route.input.(*widgets.CompleteEntry).Offer(v.proposedFirst(recent(v.names.routes)), true)
		}
	})
}

// maxLast is how many routes are remembered that were chosen here.
const maxLast = 8

// used remembers a route that was chosen, 0 for none.
func (v *View) used(id catalog.RouteID) {
	if id == 0 {
		return
	}
	v.routes = slices.DeleteFunc(v.routes, func(other catalog.RouteID) bool { return other == id })
	v.routes = slices.Insert(v.routes, 0, id)
	v.routes = v.routes[:min(len(v.routes), maxLast)]
}

// routesCalled gives the routes that fit a text; for none those that are proposed
// come first, then those that were chosen last.
func (v *View) routesCalled(text string) []widgets.Option {
	options, _ := complete(v.names.routes, text)
	if text != "" {
		return options
	}
	return v.proposedFirst(options)
}

// proposedFirst puts the routes that are proposed before others, then those that
// were chosen last.
func (v *View) proposedFirst(options []widgets.Option) []widgets.Option {
	var first []widgets.Option
	for _, r := range v.near() {
		first = append(first, widgets.Option{Text: v.words.Name(r.Names), Detail: v.words.Distance(r.Metres), Value: r.ID})
		options = slices.DeleteFunc(options, func(o widgets.Option) bool { return o.Value == any(r.ID) })
	}
	slices.SortStableFunc(options, func(a, b widgets.Option) int { return v.sinceUse(a) - v.sinceUse(b) })
	return append(first, options...)
}

// sinceUse is how many other routes were chosen after one.
func (v *View) sinceUse(route widgets.Option) int {
	if at := slices.Index(v.routes, route.Value.(catalog.RouteID)); at >= 0 {
		return at
	}
	return maxLast
}
