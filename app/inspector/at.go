package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// Goods gives the observation that keys act on: the one that is selected in the
// picture, or in whose row the keyboard is; 0 for none.
func (v *View) Goods() int64 { return v.goodsAt }

// SetGoods says which observation is selected in the picture, 0 for none. Its row
// is marked and scrolled to, as soon as it is there.
func (v *View) SetGoods(id int64) {
	v.kept = id != 0
	v.at(id)
	v.reveal()
}

// at marks the row of an observation, and no other.
func (v *View) at(id int64) {
	if v.goodsAt != id {
		v.goodsAt, v.revealed = id, 0
		v.goods.mark()
	}
}

// entered follows the keyboard into a row: what keys act on is marked in the
// picture too.
func (v *View) entered(r *itemRow) {
	o := r.goods
	if o == nil || o.seen == nil {
		return
	}
	id := o.seen.ID
	v.at(id)
	v.revealed = id // it is in view, or is scrolled to by what has the keyboard
	v.kept = v.OnGoods != nil && v.OnGoods(id)
}

// left follows the keyboard out of a row; what is selected in the picture stays.
func (v *View) left() {
	if !v.kept {
		v.at(0)
	}
}

// mark shows which row keys act on.
func (l *goodsList) mark() {
	for _, r := range l.rows {
		setVisible(r.stripe, r.goods.seen != nil && r.goods.seen.ID == l.view.goodsAt)
	}
}

// reveal scrolls to the row that is marked, once.
func (v *View) reveal() {
	if v.goodsAt == 0 || v.revealed == v.goodsAt {
		return
	}
	for _, r := range v.goods.rows {
		if r.goods.seen != nil && r.goods.seen.ID == v.goodsAt {
			v.revealed = v.goodsAt
			v.scrollTo(r.box)
		}
	}
}

// scrollTo brings the top of an object into view where it is not, or all of it
// where it does not begin in the upper half.
func (v *View) scrollTo(o fyne.CanvasObject) {
	top := v.topOf(o)
	view, offset := v.scroll.Size().Height, v.scroll.Offset.Y
	if top < offset || top > offset+view/2 && top+o.Size().Height > offset+view {
		v.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-view/8)))
	}
}

// topOf gives how far down in the form an object begins. The driver does not know
// of what was just made, and the containers not of what is inside a widget.
func (v *View) topOf(o fyne.CanvasObject) float32 {
	if y, ok := widgets.TopWithin(v.body, o); ok {
		return y
	}
	driver := fyne.CurrentApp().Driver()
	return driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(v.body).Y
}

// striped puts a stripe into the margin beside what it marks, where it takes no
// room and leaves the texts the ground that they are legible on.
type striped struct{}

const stripeWidth = 4 // pixels

// MinSize implements fyne.Layout.
func (striped) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

// Layout implements fyne.Layout.
func (striped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(-stripeWidth-1, 0))
	objects[0].Resize(fyne.NewSize(stripeWidth, size.Height))
	objects[1].Move(fyne.Position{})
	objects[1].Resize(size)
}

// rowSelect and rowButton are parts of a row that tell when the keyboard comes
// to them and when it goes; Fyne's do not. Escape leads out of them.
type rowSelect struct {
	widget.Select
	row      *itemRow
	onEscape func()
	onSave   func() // nil: choosing saves at once, so the arrows only open the list
}

func newRowSelect(r *itemRow, options []string, changed func(string)) *rowSelect {
	s := &rowSelect{row: r, onEscape: r.view.leave}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained implements fyne.Focusable.
func (s *rowSelect) FocusGained() {
	s.Select.FocusGained()
	s.row.view.entered(s.row)
}

// FocusLost implements fyne.Focusable.
func (s *rowSelect) FocusLost() {
	s.Select.FocusLost()
	s.row.view.left()
}

// TypedKey implements fyne.Focusable.
func (s *rowSelect) TypedKey(k *fyne.KeyEvent) {
	enter := k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter
	switch {
	case k.Name == fyne.KeyEscape:
		s.onEscape()
	case enter && s.onSave != nil:
		s.onSave()
	case enter, s.onSave == nil && (k.Name == fyne.KeyUp || k.Name == fyne.KeyDown):
		s.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		s.Select.TypedKey(k)
	}
}

type rowButton struct {
	widget.Button
	row *itemRow
}

func newRowButton(r *itemRow, text string, icon fyne.Resource, tapped func()) *rowButton {
	b := &rowButton{row: r}
	b.Text, b.Icon, b.OnTapped = text, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained implements fyne.Focusable.
func (b *rowButton) FocusGained() {
	b.Button.FocusGained()
	b.row.view.entered(b.row)
}

// FocusLost implements fyne.Focusable.
func (b *rowButton) FocusLost() {
	b.Button.FocusLost()
	b.row.view.left()
}

// TypedKey implements fyne.Focusable.
func (b *rowButton) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		b.row.view.leave()
		return
	}
	b.Button.TypedKey(k)
}

// newRowEntry returns an entry of one row that is part of the goods.
func newRowEntry(r *itemRow) *textEntry {
	e := newTextEntry(1)
	e.onEnter = func() { r.view.entered(r) }
	e.onLeave = r.view.left
	return e
}
