package loupe

import (
	"image"

	"waybill/catalog"
)

// present shows what is known about the photos, and asks for what is not.
func (v *View) present() {
	for _, s := range v.seen() {
		s.settle()
	}
	v.pictures.want(v.wish())
	v.refresh()
}

// refresh brings what stands around the pictures in line with them.
func (v *View) refresh() {
	for _, s := range v.seen() {
		s.refresh()
	}
	v.title.show()
	v.strip.show()
}

// wish lists the pictures that are wanted, the most urgent first: of what is
// shown all that there is to see, then the thumbnails of its neighbours, then
// the neighbours themselves, those that the user is on the way to first.
func (v *View) wish() []pictureKey {
	var keys, ahead []pictureKey
	for _, s := range v.seen() {
		if p := s.row(); p != nil && p.Problem == "" {
			keys = append(keys, keyOf(p, thumb), keyOf(p, screen))
			if s.wantsAll(p) {
				keys = append(keys, keyOf(p, whole))
			}
		}
	}
	for _, id := range v.ahead() {
		if p := v.photos.get(id); p != nil && p.Problem == "" {
			keys, ahead = append(keys, keyOf(p, thumb)), append(ahead, keyOf(p, screen))
		}
	}
	return append(keys, ahead...)
}

// arrived shows a picture wherever its photo is shown.
func (v *View) arrived(k pictureKey, img image.Image) {
	for _, s := range v.seen() {
		if s.shown == k.ID {
			s.arrived(k, img)
		}
	}
	v.refresh()
}

// around lists the photos that are shown and those decoded ahead.
func (v *View) around() []catalog.PhotoID { return append(v.Both(), v.ahead()...) }
