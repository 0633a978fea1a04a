package loupe

import (
	"image"

	"waybill/app/widgets"
	"waybill/catalog"
)

// clear shows nothing of the photo before.
func (v *View) clear() {
	v.best = pictureKey{}
	v.pictures.forget()
	v.picture.SetPicture(nil, image.Point{})
	v.SetRegions(nil)
}

// present shows what is known about the photo, and asks for what is not.
func (v *View) present() {
	p := v.photos.get(v.shown)
	if v.best != (pictureKey{}) && (p == nil || p.Problem != "" || keyOf(p, v.best.side) != v.best) {
		v.best = pictureKey{} // it looks different now
		v.picture.SetPicture(nil, image.Point{})
	}
	v.pictures.want(v.wish())
	v.refresh()
}

// refresh brings what stands around the picture in line with it.
func (v *View) refresh() {
	v.title.show()
	v.strip.show()
	v.note.show(v.missing())
}

// wish lists the pictures that are wanted, the most urgent first.
func (v *View) wish() []pictureKey {
	var keys, ahead []pictureKey
	for _, id := range v.around() {
		p := v.photos.get(id)
		if p == nil || p.Problem != "" {
			continue
		}
		if id == v.shown {
			keys = append(keys, keyOf(p, 0), keyOf(p, screenSide))
			if v.wantsDetail(p) {
				keys = append(keys, keyOf(p, detailSide))
			}
			continue
		}
		keys = append(keys, keyOf(p, 0))
		ahead = append(ahead, keyOf(p, screenSide))
	}
	return append(keys, ahead...)
}

// wantsDetail tells whether the photo is zoomed further than a picture for the
// screen is sharp.
func (v *View) wantsDetail(p *catalog.Photo) bool {
	if v.best.side == detailSide {
		return true // until another photo is shown
	}
	larger := p.Width == nil || p.Height == nil || max(*p.Width, *p.Height) > screenSide
	return larger && v.best.side == screenSide && v.picture.Demand() > screenSide
}

// zoomed follows a change of the zoom.
func (v *View) zoomed() {
	if p := v.photos.get(v.shown); p != nil && v.wantsDetail(p) {
		v.pictures.want(v.wish())
	}
	v.title.show()
}

// arrived shows a picture if it is of the photo that is shown and better than
// what is there.
func (v *View) arrived(k pictureKey, img image.Image) {
	p := v.photos.get(v.shown)
	if p == nil || keyOf(p, k.side) != k {
		return
	}
	if pixels, ok := img.(*widgets.Pyramid); ok && (v.best == (pictureKey{}) || k.side > v.best.side) {
		var size image.Point
		if p.Width != nil && p.Height != nil {
			size = image.Pt(*p.Width, *p.Height)
		}
		if v.best == (pictureKey{}) {
			v.best = k
			v.picture.SetPicture(pixels, size)
		} else {
			v.best = k
			v.picture.Sharpen(pixels, size)
		}
	}
	v.refresh()
}

// busy tells whether a better picture is on its way.
func (v *View) busy() bool {
	p := v.photos.get(v.shown)
	if p == nil {
		return v.shown != 0 && !v.photos.missing[v.shown] && v.photos.failed == nil
	}
	return v.pictures.wanted[keyOf(p, screenSide)] != nil || v.pictures.wanted[keyOf(p, detailSide)] != nil
}

// missing says why no picture is shown: what is the case, and the reason; no
// words as long as one may come.
func (v *View) missing() (title, reason string) {
	p, w := v.photos.get(v.shown), v.words
	switch {
	case v.shown == 0, v.best != (pictureKey{}):
		return "", ""
	case p == nil && v.photos.missing[v.shown]:
		gone := &catalog.Error{Code: catalog.ErrNotFound, Op: "show photo", Subject: v.shown.String()}
		return w.T("loupe.not_shown", "name", v.shown.String()), w.Error(gone)
	case p == nil && v.photos.failed != nil:
		return w.T("loupe.not_shown", "name", v.shown.String()), w.Error(v.photos.failed)
	case p == nil:
		return "", ""
	case p.Problem != "":
		return w.T("loupe.not_shown", "name", p.Name), w.FileReason(p.Problem)
	}
	if err := v.pictures.came[keyOf(p, screenSide)]; err != nil {
		return w.T("loupe.not_shown", "name", p.Name), w.Error(err)
	}
	return "", ""
}

// lesser says why the picture is less sharp than it could be.
func (v *View) lesser() string {
	p := v.photos.get(v.shown)
	if p == nil || v.best == (pictureKey{}) {
		return ""
	}
	if err := v.pictures.came[keyOf(p, screenSide)]; err != nil {
		return v.words.T("loupe.only_thumbnail", "reason", v.words.Error(err))
	}
	if err := v.pictures.came[keyOf(p, detailSide)]; err != nil {
		return v.words.T("loupe.not_sharper", "reason", v.words.Error(err))
	}
	return ""
}
