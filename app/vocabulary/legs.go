package vocabulary

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// legs are the places of a route in their order, which can be changed.
type legs struct {
	view   *View
	rows   []*leg
	stated string // what the store says of the rows
	locked bool
	list   *fyne.Container
	none   *widget.Label
	add    *widget.Button
	box    *fyne.Container
}

// leg is a row of the form: what the place is to the route, which one it is,
// and buttons to move the row and to take it away.
type leg struct {
	leg              catalog.Leg // what the store said
	number           *widget.Label
	kind             *choice
	place            *named
	up, down, remove *widget.Button
	box              *fyne.Container
}

func newLegs(v *View) *legs {
	l := &legs{view: v, list: column(), none: caption(v.words.T("vocabulary.no_legs"))}
	l.add = widget.NewButtonWithIcon(v.words.T("vocabulary.add_leg"), theme.ContentAddIcon(), func() {
		row := l.newLeg(catalog.Leg{Kind: l.next()})
		l.put(append(l.rows, row))
		v.focus(row.place.CompleteEntry)
	})
	l.box = column(l.none, l.list, container.NewHBox(l.add))
	return l
}

// next is what a place that is added most likely is: the destination, once the
// journey has begun.
func (l *legs) next() string {
	kinds := catalog.LegKinds()
	switch len(l.rows) {
	case 0:
		return kinds[0]
	case 1:
		return "crossing"
	}
	return kinds[len(kinds)-1]
}

func (l *legs) newLeg(stored catalog.Leg) *leg {
	v, t := l.view, l.view.words.T
	r := &leg{leg: stored, number: caption("")}
	r.kind = newChoice(v, catalog.LegKinds(), v.say.legKind)
	r.kind.put(stored.Kind)
	r.place = newNamed(v, t("vocabulary.leg_hint"), func(text string) []widgets.Option { return offer(v.shelf.lists[Places], text, all) })
	r.place.set(v.words.Leg(&stored), nil)
	small := func(icon fyne.Resource, tap func()) *widget.Button {
		b := widget.NewButtonWithIcon("", icon, tap)
		b.Importance = widget.LowImportance
		return b
	}
	r.up = small(theme.MoveUpIcon(), func() { l.move(r, -1) })
	r.down = small(theme.MoveDownIcon(), func() { l.move(r, 1) })
	r.remove = small(theme.CancelIcon(), func() { l.drop(r) })
	r.box = container.New(legLayout{}, r.number, r.kind, r.place.CompleteEntry, r.up, r.down, r.remove)
	if l.locked {
		l.lockLeg(r)
	}
	return r
}

func (l *legs) fill(stored []catalog.Leg) {
	rows := make([]*leg, len(stored))
	for i, s := range stored {
		rows[i] = l.newLeg(s)
	}
	l.put(rows)
}

// hold gives a function that puts the rows back, if somebody changed them.
func (l *legs) hold() (putBack func()) {
	rows := l.rows
	if l.typed() == l.stated {
		return func() {}
	}
	return func() { l.put(rows) }
}

// put shows rows in their order.
func (l *legs) put(rows []*leg) {
	l.rows, l.list.Objects = rows, make([]fyne.CanvasObject, len(rows))
	for i, r := range rows {
		l.list.Objects[i] = r.box
		r.number.SetText(strconv.Itoa(i + 1))
		widgets.SetDisabled(r.up, l.locked || i == 0)
		widgets.SetDisabled(r.down, l.locked || i == len(rows)-1)
	}
	l.none.Hidden = len(rows) > 0
	l.box.Refresh()
	l.view.touched()
}

// move moves a row up (-1) or down (1).
func (l *legs) move(r *leg, by int) {
	from := slices.Index(l.rows, r)
	rows := slices.Clone(l.rows)
	rows[from], rows[from+by] = rows[from+by], rows[from]
	l.put(rows)
}

func (l *legs) drop(r *leg) {
	l.put(slices.DeleteFunc(slices.Clone(l.rows), func(other *leg) bool { return other == r }))
	l.view.focus(l.add)
}

func (l *legs) typed() string {
	var all fields
	for _, r := range l.rows {
		all.inputs = append(all.inputs, r.kind, r.place)
	}
	return all.typed()
}

func (l *legs) lock() {
	l.locked = true
	l.add.Hide()
	for _, r := range l.rows {
		l.lockLeg(r)
	}
}

func (l *legs) lockLeg(r *leg) {
	r.kind.lock()
	r.place.lock()
	for _, b := range []*widget.Button{r.up, r.down, r.remove} {
		b.Hide()
	}
}

// gather gives the legs as they stand in the form.
func (l *legs) gather() ([]catalog.Leg, error) {
	list := make([]catalog.Leg, len(l.rows))
	for i, r := range l.rows {
		if r.place.text() == "" {
			return nil, &problem{l.view.words.T("vocabulary.empty_leg", "n", i+1), r.place.CompleteEntry}
		}
		list[i] = l.placed(r)
		list[i].N, list[i].Kind = i, r.kind.text()
	}
	return list, nil
}

// placed gives a leg its place: the one it had, one of the vocabulary, or
// nothing but the name that was typed.
func (l *legs) placed(r *leg) catalog.Leg {
	if value, ok := r.place.value(); ok && value == nil {
		return r.leg
	}
	was := catalog.Leg{ID: r.leg.ID, Route: r.leg.Route}
	at, ok := meant(r.place, l.view.shelf.lists[Places])
	p := l.view.shelf.places[at.key]
	if !ok || p == nil {
		was.Names.English = r.place.text()
		return was
	}
	latitude, longitude, accuracy := p.Latitude, p.Longitude, p.Accuracy
	was.Place, was.Names = p.Key, p.Names
	was.Latitude, was.Longitude, was.Accuracy = &latitude, &longitude, &accuracy
	return was
}

// legKind is what a place is to a route.
func (s *sayer) legKind(kind string) string {
	switch kind {
	case "origin":
		return s.words.T("vocabulary.leg.origin")
	case "customs":
		return s.words.T("vocabulary.leg.customs")
	case "crossing":
		return s.words.T("vocabulary.leg.crossing")
	case "transit":
		return s.words.T("vocabulary.leg.transit")
	}
	return s.words.T("vocabulary.leg.destination")
}

// Widths in a row of legs, in pixels.
const (
	legNumber = 28
	legKind   = 128
)

// legLayout puts the parts of a leg beside one another; the place takes what is left.
type legLayout struct{}

// MinSize implements fyne.Layout.
func (legLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(legNumber+legKind+240, max(objects[1].MinSize().Height, objects[2].MinSize().Height))
}

// Layout implements fyne.Layout.
func (legLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := size.Width
	for _, b := range slices.Backward(objects[3:]) {
		if b.Visible() {
			width := b.MinSize().Width
			right -= width
			b.Move(fyne.NewPos(right, 0))
			b.Resize(fyne.NewSize(width, size.Height))
		}
	}
	objects[0].Move(fyne.NewPos(0, 2))
	objects[0].Resize(fyne.NewSize(legNumber, size.Height))
	objects[1].Move(fyne.NewPos(legNumber, 0))
	objects[1].Resize(fyne.NewSize(legKind, size.Height))
	at := float32(legNumber + legKind + look.Space)
	objects[2].Move(fyne.NewPos(at, 0))
	objects[2].Resize(fyne.NewSize(max(0, right-at-look.Tight), size.Height))
}
