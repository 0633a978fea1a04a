package gallery

import (
	"slices"

	"waybill/app/widgets"
	"waybill/catalog"
)

// idSet is a set of photos, one bit for each number.
type idSet struct {
	bits  []uint64
	count int
}

func (s *idSet) add(id catalog.PhotoID) {
	if id < 0 || id > catalog.MaxPhotos || s.has(id) {
		return
	}
	word := int(id / 64)
	if word >= len(s.bits) {
		s.bits = append(s.bits, make([]uint64, word+1-len(s.bits))...)
	}
	s.bits[word] |= 1 << (id % 64)
	s.count++
}

func (s *idSet) has(id catalog.PhotoID) bool {
	word := int(id / 64)
	return id >= 0 && word < len(s.bits) && s.bits[word]&(1<<(id%64)) != 0
}

// wish is what the gallery had before its list was replaced and looks for in
// the new one, page after page, until the user chooses otherwise.
type wish struct {
	selected idSet
	focus    catalog.PhotoID   // 0: none
	top      []catalog.PhotoID // what was visible, from the top; the first that comes is brought there
	place    int               // where the first of top was
	scrolled bool              // one of them was found
}

// Place is where somebody was in the gallery.
type Place struct {
	Photo catalog.PhotoID // selected and with the keyboard, 0: none
	Top   catalog.PhotoID // the first of the first row that is seen, 0: the beginning
}

// Place tells where the gallery is. Of many selected photos it is the one with
// the keyboard. What is still looked for in a list that comes in pages counts as
// found.
func (v *View) Place() (p Place) {
	if v.back != (Place{}) {
		return v.back // nothing was listed yet
	}
	if id, ok := v.Focused(); ok && v.SelectedCount() > 0 {
		p.Photo = id
	} else {
		p.Photo = v.wanted.focus
	}
	if top := v.grid.Top(); top > 0 && top < len(v.ids) {
		p.Top = v.ids[top]
	} else if !v.wanted.scrolled && len(v.wanted.top) > 0 {
		p.Top = v.wanted.top[0]
	}
	return p
}

// Return leads back to a place with the next list.
func (v *View) Return(p Place) { v.back = p }

// goBack is the wish to be where Return said.
func (v *View) goBack() (w wish) {
	if v.back.Photo != 0 {
		w.selected.add(v.back.Photo)
		w.focus = v.back.Photo
	}
	if v.back.Top != 0 {
		w.top, w.place = []catalog.PhotoID{v.back.Top}, -1
	}
	v.back = Place{}
	return w
}

// Reset shows another list. What was selected stays selected, and what was at
// the top stays there, as far as the new list has it. The gallery keeps the list.
func (v *View) Reset(l catalog.Listing) {
	ids, before := l.IDs, v.Selected()
	w := wish{}
	for _, id := range before {
		w.selected.add(id)
	}
	if id, ok := v.Focused(); ok {
		w.focus = id
	}
	from, to := v.grid.VisibleRange()
	sameTop := len(v.ids) > 0 && len(ids) > 0 && v.ids[0] == ids[0]
	if from > 0 {
		w.top, w.place = slices.Clone(v.ids[from:min(to, len(v.ids))]), from
	}
	if v.back != (Place{}) {
		w = v.goBack()
	}
	v.wanted = w
	v.grid.SetSelection(widgets.Ranges{}, -1)
	v.ids = slices.Clip(ids)
	v.runs.set(l)
	v.places.forget()
	if l.By == catalog.GroupAlike {
		v.setAlike(v.runs.versions(l.IDs))
	}
	v.thumbs.ForgetAll()
	v.rows.Retry()
	v.listed(0)
	if !v.wanted.scrolled && (from > 0 || !sameTop) {
		v.grid.SetTop(0)
		v.grid.ScrollTo(0)
	}
	if !slices.Equal(before, v.Selected()) {
		v.notify()
	}
}

// Append adds what comes next at the end of the list.
func (v *View) Append(l catalog.Listing) {
	if len(l.IDs) == 0 {
		return
	}
	from, count := len(v.ids), v.SelectedCount()
	v.ids = append(v.ids, l.IDs...)
	v.runs.add(l.Runs)
	v.places.forget()
	v.listed(from)
	if v.SelectedCount() != count {
		v.notify()
	}
}

// listed takes the photos from an index on into the grid, and looks among them
// for what is wanted.
func (v *View) listed(from int) {
	chosen, focus := v.grid.Selection(), v.grid.Focused()
	if v.wanted.selected.count > 0 || v.wanted.focus != 0 {
		chosen, focus = v.find(from, chosen, focus)
	}
	v.grid.Refresh()
	v.grid.SetSelection(chosen, focus)
	if !v.wanted.scrolled && (from == 0 || v.grid.Top() == 0) { // else the user has scrolled meanwhile
		v.returnToTop(from)
	}
	v.empty.show(len(v.ids) == 0)
	v.fetch()
}

// find adds the wanted photos from an index on to what is chosen.
func (v *View) find(from int, chosen widgets.Ranges, focus int) (widgets.Ranges, int) {
	var found []int
	for i := from; i < len(v.ids); i++ {
		if v.wanted.selected.has(v.ids[i]) {
			found = append(found, i)
		}
		if v.ids[i] == v.wanted.focus {
			focus = i
		}
	}
	if len(found) == 0 {
		return chosen, focus
	}
	return widgets.NewRanges(slices.AppendSeq(found, chosen.All())...), focus
}

// returnToTop brings the first of what was visible to the top again.
func (v *View) returnToTop(from int) {
	for n, id := range v.wanted.top {
		at := slices.Index(v.ids[from:], id)
		if at < 0 {
			continue
		}
		v.wanted.scrolled = true
		if n > 0 || from+at != v.wanted.place || v.grid.Top() != v.wanted.place {
			v.grid.SetTop(from + at)
		}
		return
	}
}

// Listed gives all photos in the order of the list; they are not to be changed.
func (v *View) Listed() []catalog.PhotoID { return v.ids }

// Selected gives the selected photos in the order of the list.
func (v *View) Selected() []catalog.PhotoID {
	chosen := v.grid.Selection()
	selected := make([]catalog.PhotoID, 0, chosen.Len())
	for from, to := range chosen.Spans() {
		selected = append(selected, v.ids[from:min(to, len(v.ids))]...)
	}
	return selected
}

// Beside gives the photo behind the last selected one, or before the first when
// there is none behind, passing over those that are gone: where to go on when the
// selected ones go.
func (v *View) Beside(gone map[catalog.PhotoID]bool) (catalog.PhotoID, bool) {
	chosen := v.grid.Selection()
	first, last := -1, -1
	for from, to := range chosen.Spans() {
		if first < 0 {
			first = from
		}
		last = to - 1
	}
	if first < 0 {
		return 0, false
	}
	return catalog.Beside(v.ids, first, last, gone)
}

// SelectedCount tells how many photos are selected.
func (v *View) SelectedCount() int { return v.grid.Selection().Len() }

// Focused gives the photo the keyboard is at.
func (v *View) Focused() (catalog.PhotoID, bool) {
	if at := v.grid.Focused(); at >= 0 && at < len(v.ids) {
		return v.ids[at], true
	}
	return 0, false
}

// Select selects exactly these photos, as far as they are in the list, moves the
// keyboard to the first of them and scrolls it into view.
func (v *View) Select(ids []catalog.PhotoID) {
	v.wanted = wish{scrolled: true}
	for _, id := range ids {
		v.wanted.selected.add(id)
	}
	chosen, _ := v.find(0, widgets.Ranges{}, -1)
	v.wanted.selected = idSet{}
	focus := -1
	for at := range chosen.All() {
		focus = at
		break
	}
	v.grid.SetSelection(chosen, focus)
	if focus >= 0 {
		v.grid.ScrollTo(focus)
	}
	v.notify()
}

// SelectAll selects every photo.
func (v *View) SelectAll() { v.grid.SelectAll() }

// userSelected ends the search for what was selected before.
func (v *View) userSelected() {
	v.wanted = wish{scrolled: true}
	v.notify()
}

func (v *View) notify() {
	if v.OnSelection != nil {
		v.OnSelection()
	}
}
