package loupe

import (
	"fyne.io/fyne/v2"

	"waybill/app/widgets"
	"waybill/catalog"
)

// side is the one with the keyboard.
func (v *View) side() *side { return v.sides[v.at] }

// other is the one without it; it shows something only while there are two.
func (v *View) other() *side { return v.sides[1-v.at] }

// seen lists the sides that are on the screen, the one with the keyboard first.
func (v *View) seen() []*side {
	if v.two {
		return []*side{v.side(), v.other()}
	}
	return []*side{v.side()}
}

// Two tells whether two photos are shown side by side.
func (v *View) Two() bool { return v.two }

// Both gives the photos that are shown, the one with the keyboard first.
func (v *View) Both() []catalog.PhotoID {
	var ids []catalog.PhotoID
	for _, s := range v.seen() {
		if s.shown != 0 {
			ids = append(ids, s.shown)
		}
	}
	return ids
}

// ShowTwo shows two photos side by side; the first has the keyboard.
func (v *View) ShowTwo(first, second catalog.PhotoID) {
	v.at = 0
	v.sides[0].begin(first)
	v.sides[1].begin(second)
	v.pair(true)
}

// SideBySide puts the next photo of the list beside the one that is shown, or the
// one before when it is the last; of two it leaves the one with the keyboard.
func (v *View) SideBySide() {
	if v.two {
		v.Alone()
		return
	}
	at := v.place(v.side().shown)
	beside := at + 1
	if beside >= len(v.ids) {
		beside = at - 1
	}
	if at < 0 || beside < 0 {
		return
	}
	v.at = 0
	if kept := v.sides[1]; kept.shown != 0 {
		v.sides[0], v.sides[1] = kept, v.sides[0] // the one that is shown stands first
	}
	v.sides[1].begin(v.ids[beside])
	v.pair(true)
	v.told()
}

// Alone leaves one photo of two: that with the keyboard.
func (v *View) Alone() {
	if !v.two {
		return
	}
	v.other().begin(0)
	v.pair(false)
	v.told()
}

// pair shows one photo or two, and reads what that takes.
func (v *View) pair(two bool) {
	v.two = two
	for _, s := range v.sides {
		s.picture.SetOnTab(nil)
		if two {
			s.picture.SetOnTab(func(bool) { v.Switch() })
		}
		shown(s.box.box, two || s == v.side())
	}
	v.pairs.Refresh()
	v.photos.fetch(v.around())
	v.present()
	v.film.follow()
	if widgets.HasKeyboard(v.sides[0].picture, v.sides[1].picture) {
		v.Focus()
	}
}

// Switch gives the keyboard to the other of two photos.
func (v *View) Switch() {
	if v.two {
		widgets.Focus(v.other().picture)
	}
}

// enter follows the keyboard to a side.
func (v *View) enter(s *side) {
	if !v.two || s == v.side() {
		return
	}
	v.at = 1 - v.at
	v.present()
	v.film.follow()
	for _, s := range v.sides {
		s.box.box.Refresh()
	}
	if v.OnShow != nil {
		v.OnShow(v.side().shown)
	}
}

// Linked tells whether two photos are zoomed together.
func (v *View) Linked() bool { return !v.apart }

// Unlink has two photos zoomed each for itself, or together again: the other one
// then shows what the one with the keyboard does.
func (v *View) Unlink() {
	v.apart = !v.apart
	v.moved(v.side())
	v.title.show()
}

// moved has the other of two linked photos show the same place as this one.
func (v *View) moved(s *side) {
	if !v.two || v.apart {
		return
	}
	for _, o := range v.sides {
		if o != s && o.picture.HasPicture() && s.picture.HasPicture() {
			o.picture.Follow(s.picture)
		}
	}
}

// join has a picture that has just come show the same place as the other one.
func (v *View) join(s *side) {
	for _, o := range v.sides {
		if o != s {
			v.moved(o)
		}
	}
}

// pairLayout puts two photos beside each other, or one above the other where the
// room is higher than wide.
type pairLayout struct{ view *View }

// MinSize implements fyne.Layout: everything can be cut.
func (p pairLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(96, 96) }

// Layout implements fyne.Layout.
func (p pairLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	v := p.view
	if !v.two {
		v.side().box.box.Move(fyne.Position{})
		v.side().box.box.Resize(size)
		return
	}
	half, way := fyne.NewSize((size.Width-sideGap)/2, size.Height), fyne.NewPos((size.Width+sideGap)/2, 0)
	if size.Height > size.Width {
		half, way = fyne.NewSize(size.Width, (size.Height-sideGap)/2), fyne.NewPos(0, (size.Height+sideGap)/2)
	}
	v.sides[0].box.box.Move(fyne.Position{})
	v.sides[1].box.box.Move(way)
	for _, s := range v.sides {
		s.box.box.Resize(half)
	}
	v.moved(v.side())
}
