package app

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

// tabbed gives what the keyboard comes by when Tab is pressed until it is back.
func tabbed(d *desk) map[fyne.Focusable]bool {
	reached := map[fyne.Focusable]bool{}
	for range 400 {
		if d.win.Canvas().FocusNext(); reached[d.win.Canvas().Focused()] {
			break
		}
		reached[d.win.Canvas().Focused()] = true
	}
	return reached
}

// disabled tells whether nobody can use an object now.
func disabled(o fyne.CanvasObject) bool {
	d, ok := o.(fyne.Disableable)
	return ok && d.Disabled()
}

// otherwise are what can be pressed and is reached in another way: the photos of
// the film by the arrow keys in the loupe, the ground around a sheet by Escape.
var otherwise = map[string]bool{"*loupe.film": true, "*widget.OverlayContainer": true}

// Whatever can be pressed in any view can be reached with Tab, or stands in
// something that can, such as a cell of the gallery.
func TestEverythingIsReachedByTab(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1400, 2400)) // nothing is scrolled out
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	for name, turn := range map[string]func(){
		"gallery":    func() { d.session.toGallery() },
		"versions":   func() { d.session.compare() },
		"loupe":      func() { d.session.look(2) },
		"law":        func() { d.session.toggleLaw() },
		"vocabulary": func() { d.session.showVocabulary() },
		"settings":   func() { d.session.toGallery(); d.showSettings() },
	} {
		turn()
		d.settle()
		reached := tabbed(d)
		if len(reached) < 5 {
			t.Errorf("in %s Tab leads to %d places only", name, len(reached))
		}
		root := d.win.Content()
		if top := d.win.Canvas().Overlays().Top(); top != nil {
			root = top
		}
		for what, n := range unreached(root, reached, false) {
			if otherwise[what] {
				continue
			}
			t.Errorf("%s: %d × %s cannot be reached by Tab", name, n, what)
		}
		if d.win.Canvas().Overlays().Top() != nil {
			d.escape()
		}
	}
}

// unreached counts, by its kind and text, what can be pressed and not be reached.
func unreached(o fyne.CanvasObject, reached map[fyne.Focusable]bool, within bool) map[string]int {
	list := map[string]int{}
	if !o.Visible() || disabled(o) {
		return list
	}
	f, focusable := o.(fyne.Focusable)
	within = within || focusable && reached[f]
	if _, tappable := o.(fyne.Tappable); tappable && !within {
		list[fmt.Sprintf("%T", o)]++
		return list
	}
	var below []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		below = o.Objects
	case fyne.Widget:
		below = test.WidgetRenderer(o).Objects()
	}
	for _, b := range below {
		for what, n := range unreached(b, reached, within) {
			list[what] += n
		}
	}
	return list
}
