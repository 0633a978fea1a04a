package filters

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/catalog"
)

const (
	folded = 8   // values of a section at first
	atOnce = 100 // further ones that "more" shows at a time
)

// section is the values of one field below its title.
type section struct {
	view   *View
	field  catalog.Field
	limit  int // values shown
	values []value
	rows   map[string]*row // by the text of their term, so that a row keeps the keyboard when it moves
	more   *row
	less   *row
	shown  []*row
	title  *title
	box    *fyne.Container
}

func newSection(v *View, field catalog.Field, text string) *section {
	s := &section{view: v, field: field, limit: folded, rows: map[string]*row{}, title: newTitle(text)}
	s.more, s.less = newRow(v), newRow(v)
	s.more.onPick = func() { s.unfold(s.limit + atOnce) }
	s.less.onPick = func() { s.unfold(folded) }
	s.box = container.New(stack{})
	return s
}

// unfold shows more values, or fewer.
func (s *section) unfold(limit int) {
	s.view.change(func() {
		s.limit = limit
		s.set(s.values)
	})
}

// set shows values. The picked ones come first and are never folded away.
func (s *section) set(values []value) {
	s.values = values
	visible := min(len(values), s.limit)
	for visible < len(values) && values[visible].picked {
		visible++
	}
	if visible == len(values)-1 {
		visible++ // "more (1)" would take the same room
	}
	rows := make(map[string]*row, visible)
	s.shown = s.shown[:0]
	for _, val := range values[:visible] {
		key := (catalog.Query{Terms: []catalog.Term{val.term}}).String()
		r := s.rows[key]
		if r == nil {
			r = newRow(s.view)
			r.onPick = func() { s.view.pick(r.value) }
		}
		r.set(val)
		rows[key] = r
		s.shown = append(s.shown, r)
	}
	s.rows = rows
	if left := len(values) - visible; left > 0 {
		s.more.set(value{label: s.view.words.T("filters.more", "n", left)})
		s.shown = append(s.shown, s.more)
	}
	if s.limit > folded && visible > folded {
		s.less.set(value{label: s.view.words.T("filters.fewer")})
		s.shown = append(s.shown, s.less)
	}
	s.box.Objects = []fyne.CanvasObject{s.title}
	for _, r := range s.shown {
		s.box.Objects = append(s.box.Objects, r)
	}
	s.box.Hidden = len(values) == 0
	s.box.Refresh()
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

// title is the heading of a section.
type title struct {
	widget.BaseWidget
	text *canvas.Text
}

func newTitle(text string) *title {
	t := &title{text: canvas.NewText(text, nil)}
	t.text.TextStyle.Bold = true
	t.ExtendBaseWidget(t)
	return t
}

func (t *title) CreateRenderer() fyne.WidgetRenderer {
	r := &titleRenderer{t, []fyne.CanvasObject{t.text}}
	r.paint()
	return r
}

type titleRenderer struct {
	title   *title
	objects []fyne.CanvasObject
}

const titleAbove, titleBelow = 12, 4 // pixels

func (r *titleRenderer) MinSize() fyne.Size {
	return r.title.text.MinSize().AddWidthHeight(2*rowPad, titleAbove+titleBelow)
}

func (r *titleRenderer) Layout(size fyne.Size) {
	r.title.text.Move(fyne.NewPos(rowPad, titleAbove))
	r.title.text.Resize(fyne.NewSize(size.Width-2*rowPad, r.title.text.MinSize().Height))
}

func (r *titleRenderer) paint() {
	r.title.text.TextSize = theme.SizeForWidget(theme.SizeNameCaptionText, r.title)
	r.title.text.Color = theme.ColorForWidget(theme.ColorNamePlaceHolder, r.title)
}

func (r *titleRenderer) Refresh() {
	r.paint()
	r.Layout(r.title.Size())
	r.title.text.Refresh()
}

func (r *titleRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *titleRenderer) Destroy()                     {}
