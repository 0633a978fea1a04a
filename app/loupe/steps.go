package loupe

import (
	"slices"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// place is where a photo is in the list, -1 when it is not. The list may be long,
// so that what was found is looked for there first.
func (v *View) place(id catalog.PhotoID) int {
	for _, at := range v.hints {
		if at < len(v.ids) && v.ids[at] == id {
			return at
		}
	}
	if id == 0 || id == v.absent {
		return -1
	}
	at := slices.Index(v.ids, id)
	if at < 0 {
		v.absent = id
		return -1
	}
	v.hints = [2]int{at, v.hints[0]}
	return at
}

// ahead lists the photos that are decoded before they are wanted: the next one
// in the direction the user goes, the one behind, and the one after the next.
func (v *View) ahead() []catalog.PhotoID {
	at := v.place(v.side().shown)
	if at < 0 {
		return nil
	}
	var ids []catalog.PhotoID
	for _, to := range []int{at + v.way, at - v.way, at + 2*v.way} {
		if to >= 0 && to < len(v.ids) && !slices.ContainsFunc(v.seen(), func(s *side) bool { return s.shown == v.ids[to] }) {
			ids = append(ids, v.ids[to])
		}
	}
	return ids
}

// Beside gives the photo after the one that is shown, or else the one before,
// passing over those that are gone; of two, the one without the keyboard.
func (v *View) Beside(gone map[catalog.PhotoID]bool) (catalog.PhotoID, bool) {
	if v.two {
		return v.other().shown, true
	}
	at := v.place(v.side().shown)
	if at < 0 {
		return 0, false
	}
	return catalog.Beside(v.ids, at, at, gone)
}

// Next shows the next photo of the list; behind the last there is none. Of two,
// the one with the keyboard goes on, past the other one.
func (v *View) Next() { v.step(v.beside(1), 1) }

// Previous shows the photo before.
func (v *View) Previous() { v.step(v.beside(-1), -1) }

// First shows the first photo of the list.
func (v *View) First() { v.step(v.past(0, 1), 1) }

// Last shows the last one.
func (v *View) Last() { v.step(v.past(len(v.ids)-1, -1), -1) }

// beside is the place of the next photo (1) or the one before (-1).
func (v *View) beside(way int) int {
	at := v.place(v.side().shown)
	if at < 0 && way < 0 {
		return -1
	}
	return v.past(at+way, way)
}

// past is a place, or the one behind it where the other of two photos is.
func (v *View) past(to, way int) int {
	if v.two && to >= 0 && to < len(v.ids) && v.ids[to] == v.other().shown {
		return to + way
	}
	return to
}

// step shows the photo at a place; way is where the user is going.
func (v *View) step(to, way int) {
	if to < 0 || to >= len(v.ids) || v.ids[to] == v.side().shown {
		return
	}
	v.way = way
	v.turn(v.ids[to])
	v.told()
}

// jump shows a photo of the list that was pointed at; the other of two gets the
// keyboard.
func (v *View) jump(to int) {
	if to < 0 || to >= len(v.ids) {
		return
	}
	if v.two && v.ids[to] == v.other().shown {
		v.Switch()
		return
	}
	way := 1
	if to < v.place(v.side().shown) {
		way = -1
	}
	v.step(to, way)
	v.Focus()
}

// key takes the keys that the picture has no use for.
func (v *View) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyPageUp:
		v.Previous()
	case fyne.KeyRight, fyne.KeyPageDown:
		v.Next()
	case fyne.KeyHome:
		v.First()
	case fyne.KeyEnd:
		v.Last()
	case fyne.KeyEscape:
		if v.two {
			v.Alone()
		} else {
			v.leave()
		}
	case fyne.KeySpace:
		v.leave()
	default:
		return v.OnKey != nil && v.OnKey(e)
	}
	return true
}
