package inspector

import (
	"slices"

	"fyne.io/fyne/v2"

	"waybill/app/widgets"
	"waybill/catalog"
)

// FocusItem takes the keyboard to where an item is added, and offers those that
// were used last, of which Enter takes the first.
func (v *View) FocusItem() {
	if v.batch.focusOn(catalog.FieldItem) {
		return
	}
	v.focus(v.goods.add)
	v.whenRead(func() { v.goods.add.Offer(recent(v.names.items), true) })
}

// FocusDate takes the keyboard to where a date is typed.
func (v *View) FocusDate() {
	if !v.batch.focusOn(catalog.FieldDate) {
		v.focus(v.when.entry.input)
	}
}

// FocusPlace takes the keyboard to where a place is typed.
func (v *View) FocusPlace() {
	if !v.batch.focusOn(catalog.FieldPlace) {
		v.focus(v.where.entry.input)
	}
}

// FocusKind takes the keyboard to the kind of picture.
func (v *View) FocusKind() {
	if !v.batch.focusOn(catalog.FieldKind) {
		v.focus(v.kind.choice)
	}
}

// FocusCaption takes the keyboard to the caption.
func (v *View) FocusCaption() {
	if !v.batch.focusOn(catalog.FieldCaption) {
		v.focus(v.caption.input)
	}
}

// FocusNote takes the keyboard to the note.
func (v *View) FocusNote() {
	if !v.batch.focusOn(catalog.FieldNote) {
		v.focus(v.note.input)
	}
}

// FocusSource takes the keyboard to the source's alias.
func (v *View) FocusSource() {
	if !v.batch.focusOn(catalog.FieldSource) {
		v.focus(v.source.input)
		v.whenRead(v.source.selectAll)
	}
}

// focus gives a field the keyboard and scrolls to it. What is typed there is for
// what is selected, also before that is read.
func (v *View) focus(o fyne.Focusable) {
	object, ok := o.(fyne.CanvasObject)
	canvas := widgets.CanvasOf(v.root)
	if !ok || canvas == nil || len(v.ids) == 0 {
		return
	}
	if !slices.Equal(v.form, v.ids) {
		v.turnTo(content{ids: v.ids})
	}
	if v.batch.open { // what is asked for stands in the form
		v.batch.open = false
		v.face()
	}
	v.bring(object)
	canvas.Focus(o)
}
