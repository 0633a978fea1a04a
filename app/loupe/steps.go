package loupe

import (
	"slices"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// at is the place of the photo that is shown, -1 when it is not in the list.
func (v *View) at() int { return slices.Index(v.ids, v.shown) }

// around lists the photo that is shown, the next one and the one before.
func (v *View) around() []catalog.PhotoID {
	if v.shown == 0 {
		return nil
	}
	ids := []catalog.PhotoID{v.shown}
	at := v.at()
	if at >= 0 && at+1 < len(v.ids) {
		ids = append(ids, v.ids[at+1])
	}
	if at > 0 {
		ids = append(ids, v.ids[at-1])
	}
	return ids
}

// Beside gives the photo after the one that is shown, or else the one before,
// passing over those that are gone.
func (v *View) Beside(gone map[catalog.PhotoID]bool) (catalog.PhotoID, bool) {
	at := v.at()
	if at < 0 {
		return 0, false
	}
	return catalog.Beside(v.ids, at, at, gone)
}

// Next shows the next photo of the list; behind the last there is none.
func (v *View) Next() { v.step(v.at() + 1) }

// Previous shows the photo before.
func (v *View) Previous() { v.step(v.at() - 1) }

// First shows the first photo of the list.
func (v *View) First() { v.step(0) }

// Last shows the last one.
func (v *View) Last() { v.step(len(v.ids) - 1) }

func (v *View) step(to int) {
	if to < 0 || to >= len(v.ids) || v.ids[to] == v.shown {
		return
	}
	v.Show(v.ids[to])
	if v.OnShow != nil {
		v.OnShow(v.shown)
	}
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
	case fyne.KeyEscape, fyne.KeySpace:
		v.leave()
	default:
		return v.OnKey != nil && v.OnKey(e)
	}
	return true
}
