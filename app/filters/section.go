package filters

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"waybill/catalog"
	"waybill/catalog/naming"
)

const (
	atFirst = 8   // values of a section at first
	atOnce  = 100 // further ones that "more" shows at a time
	long    = 16  // a section of more values has a field to look for one
)

// section is the values of one field below its title.
type section struct {
	view   *View
	field  catalog.Field
	always []catalog.Facet // values that are there whether or not they are counted
	only   bool            // it has no others
	folded bool
	limit  int // values shown
	values []value
	rows   map[string]*row // by the text of their term, so that a row keeps the keyboard when it moves
	bare   bool            // it has no title
	pick   func(value)     // instead of giving a value a role in the query
	onKey  func(*row, fyne.KeyName) bool
	onMenu func(*row, fyne.Position)
	title  *row
	look   *lookFor
	more   *row
	less   *row
	shown  []*row // that can be reached with the arrow keys
	box    *fyne.Container
}

func newSection(v *View, field catalog.Field, text string) *section {
	s := &section{view: v, field: field, limit: atFirst, rows: map[string]*row{}}
	plain := func(label string, pick func()) *row {
		r := newRow(v, s)
		r.onPick = pick
		r.value = value{label: label, plain: true}
		return r
	}
	s.title = plain(text, func() { s.fold(!s.folded) })
	s.title.heading = true
	s.more = plain("", func() { s.unfold(s.limit + atOnce) })
	s.less = plain("", func() { s.unfold(atFirst) })
	s.look = newLookFor(s)
	s.box = container.New(stack{})
	return s
}

// fold hides the values that are not picked, or shows them again.
func (s *section) fold(folded bool) {
	s.view.change(func() {
		s.folded = folded
		s.set(s.values)
	})
}

// unfold shows more values, or fewer.
func (s *section) unfold(limit int) {
	s.view.change(func() {
		s.limit = limit
		s.set(s.values)
	})
}

// placeOf gives where a value stood before, behind all others for a new one.
func (s *section) placeOf(val value) int {
	at := slices.IndexFunc(s.values, func(v value) bool { return key(v) == key(val) })
	if at < 0 {
		return len(s.values)
	}
	return at
}

// key tells the rows of a section apart.
func key(val value) string { return (catalog.Query{Terms: []catalog.Term{val.term}}).String() }

// set shows values. The picked ones are never folded away.
func (s *section) set(values []value) {
	s.values = values
	visible, hidden := s.visible()
	rows := make(map[string]*row, len(visible))
	s.shown = []*row{s.title}
	if s.bare {
		s.shown = nil
	}
	for _, val := range visible {
		r := s.rows[key(val)]
		if r == nil {
			r = newRow(s.view, s)
			r.onPick = func() { s.view.pick(s, r.value, r.next()) }
			if s.pick != nil {
				r.onPick = func() { s.pick(r.value) }
			}
		}
		r.set(val)
		rows[key(val)] = r
		s.shown = append(s.shown, r)
	}
	s.rows = rows
	if hidden > 0 && !s.folded {
		s.more.set(value{label: s.view.words.T("filters.more", "n", hidden), plain: true})
		s.shown = append(s.shown, s.more)
	}
	if s.limit > atFirst && len(visible) > atFirst && !s.folded {
		s.less.set(value{label: s.view.words.T("filters.fewer"), plain: true})
		s.shown = append(s.shown, s.less)
	}
	s.title.Refresh()
	objects := make([]fyne.CanvasObject, 0, len(s.shown)+1)
	for _, r := range s.shown {
		objects = append(objects, r)
		if r == s.title && len(values) > long && !s.folded {
			objects = append(objects, s.look.box)
		}
	}
	s.box.Objects = objects
	s.box.Hidden = len(values) == 0
	if s.box.Hidden {
		s.shown = nil
	}
	s.box.Refresh()
}

// visible picks what of the values is shown, and tells how many there are besides:
// those that are looked for, else the first ones, and always those that are picked.
func (s *section) visible() (list []value, hidden int) {
	want := ""
	if len(s.values) > long && !s.folded {
		want = naming.Fold(s.look.entry.Text)
	}
	fits := make([]value, 0, len(s.values))
	for _, val := range s.values {
		if want == "" || val.picked() || strings.Contains(naming.Fold(val.label), want) {
			fits = append(fits, val)
		}
	}
	limit := s.limit
	if s.folded {
		limit = 0
	} else if len(fits) == limit+1 {
		limit++ // "more (1)" would take the same room
	}
	for i, val := range fits {
		if i < limit || val.picked() {
			list = append(list, val)
		}
	}
	return list, len(fits) - len(list)
}

// stack puts objects below one another without a gap.
type stack struct{}

func (stack) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
		}
	}
	return size
}

func (stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height // of text that wraps, now that it has its width
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height
	}
}
