package loupe

import (
	"image"
	"math"
	"slices"

	"fyne.io/fyne/v2/theme"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// side is one photo with its regions: the only one of the loupe, or one of two.
type side struct {
	view    *View
	shown   catalog.PhotoID // 0: none
	best    pictureKey      // of what the picture shows, the zero value for nothing
	regions []Region
	closer  bool // it is zoomed in

	picture *widgets.Picture
	note    *note
	head    *head
	box     *sideBox
}

func newSide(v *View) *side {
	s := &side{view: v, note: newNote()}
	s.picture = widgets.NewPicture(widgets.PictureOptions{
		OnDrawn: func(a widgets.Area) { tell(v.OnDrawn, a) },
		OnChanged: func(id int64, a widgets.Area) {
			s.remember(id, a)
			if v.OnChanged != nil {
				v.OnChanged(id, a)
			}
		},
		OnRemove:   func(id int64) { tell(v.OnRemove, id) },
		OnSelect:   func(id int64) { v.strip.show(); tell(v.OnSelect, id) },
		OnActivate: func(id int64) { tell(v.OnActivate, id) },
		OnZoom:     s.zoomed,
		OnMove:     func() { v.moved(s) },
		OnFocus:    func() { v.enter(s) },
		OnKey:      v.key,
		OnRune:     func(r rune) { tell(v.OnRune, r) },
	})
	s.head = newHead(s)
	s.box = newSideBox(s)
	return s
}

// row is what is known of the photo, nil as long as it is not read.
func (s *side) row() *catalog.Photo { return s.view.photos.get(s.shown) }

// begin goes on to another photo: nothing of the one before stays.
func (s *side) begin(id catalog.PhotoID) {
	s.shown, s.best = id, pictureKey{}
	s.view.pictures.forget(id)
	s.picture.SetPicture(nil, image.Point{})
	s.setRegions(nil)
}

// settle takes away a picture that the photo does not look like any more.
func (s *side) settle() {
	if p := s.row(); s.best != (pictureKey{}) && (p == nil || p.Problem != "" || !s.best.of(p)) {
		s.best = pictureKey{}
		s.picture.SetPicture(nil, image.Point{})
	}
}

// refresh brings what stands around the picture in line with it.
func (s *side) refresh() {
	s.note.show(s.missing())
	s.head.show()
}

// wantsAll tells whether the photo is zoomed further than a picture for the
// screen is sharp.
func (s *side) wantsAll(p *catalog.Photo) bool {
	if s.best.size == whole {
		return true // until another photo is shown
	}
	larger := p.Width == nil || p.Height == nil || max(*p.Width, *p.Height) > screenSide
	return larger && s.best.size == screen && s.picture.Demand() > screenSide
}

// zoomed follows a change of the zoom.
func (s *side) zoomed() {
	if p := s.row(); p != nil && s.wantsAll(p) {
		s.view.pictures.want(s.view.wish())
	}
	if _, whole := s.picture.Zoom(); whole == s.closer {
		s.closer = !whole
		s.view.strip.show()
	}
	s.view.title.show()
	s.head.show()
}

// arrived shows a picture if it is of the photo that is shown and better than
// what is there.
func (s *side) arrived(k pictureKey, img image.Image) {
	p := s.row()
	if p == nil || !k.of(p) {
		return
	}
	pixels, ok := img.(*widgets.Pyramid)
	if !ok || s.best != (pictureKey{}) && k.size <= s.best.size {
		return
	}
	var size image.Point
	if p.Width != nil && p.Height != nil {
		size = image.Pt(*p.Width, *p.Height)
	}
	first := s.best == (pictureKey{})
	s.best = k
	if first {
		s.picture.SetPicture(pixels, size)
		s.view.join(s)
	} else {
		s.picture.Sharpen(pixels, size)
	}
	if s.wantsAll(p) { // it was zoomed before this came
		s.view.pictures.ask(keyOf(p, whole))
	}
}

// busy tells whether a better picture is on its way.
func (s *side) busy() bool {
	v, p := s.view, s.row()
	if p == nil {
		return s.shown != 0 && !v.photos.missing[s.shown] && v.photos.failed == nil
	}
	return v.pictures.wanted[keyOf(p, screen)] != nil || v.pictures.wanted[keyOf(p, whole)] != nil
}

// missing says why no picture is shown: what is the case, and the reason; no
// words as long as one may come.
func (s *side) missing() (title, reason string) {
	v, p, w := s.view, s.row(), s.view.words
	switch {
	case s.shown == 0, s.best != (pictureKey{}):
		return "", ""
	case p == nil && v.photos.missing[s.shown]:
		gone := &catalog.Error{Code: catalog.ErrNotFound, Op: "show photo", Subject: s.shown.String()}
		return w.T("loupe.not_shown", "name", s.shown.String()), w.Error(gone)
	case p == nil && v.photos.failed != nil:
		return w.T("loupe.not_shown", "name", s.shown.String()), w.Error(v.photos.failed)
	case p == nil:
		return "", ""
	case p.Problem != "":
		return w.T("loupe.not_shown", "name", p.Name), w.FileReason(p.Problem)
	}
	if err := v.pictures.came[keyOf(p, screen)]; err != nil {
		return w.T("loupe.not_shown", "name", p.Name), w.Error(err)
	}
	return "", ""
}

// lesser says why the picture is less sharp than it could be.
func (s *side) lesser() string {
	v, p := s.view, s.row()
	if p == nil || s.best == (pictureKey{}) {
		return ""
	}
	if err := v.pictures.came[keyOf(p, screen)]; err != nil {
		return v.words.T("loupe.only_thumbnail", "reason", v.words.Error(err))
	}
	if err := v.pictures.came[keyOf(p, whole)]; err != nil {
		return v.words.T("loupe.not_sharper", "reason", v.words.Error(err))
	}
	return ""
}

// setRegions says what is observed in the photo. What is selected stays so.
func (s *side) setRegions(regions []Region) {
	s.regions = slices.Clone(regions)
	var marked []widgets.Region
	for _, r := range s.regions {
		if r.Visible {
			marked = append(marked, widgets.Region{
				ID: r.ID, Area: r.Rect, Label: r.Label, Badge: look.Status(r.Status, theme.VariantDark),
			})
		}
	}
	s.picture.SetRegions(marked)
}

// remember keeps what was drawn until the regions are given anew.
func (s *side) remember(id int64, r Rect) {
	for i := range s.regions {
		if s.regions[i].ID == id {
			s.regions[i].Rect = r
		}
	}
	s.view.strip.show()
}

// zoomText says how large the picture is shown, and whether it will get sharper.
func (s *side) zoomText() string {
	w := s.view.words
	scale, whole := s.picture.Zoom()
	percent := max(1, int(math.Round(scale*100)))
	switch busy := s.busy(); {
	case scale == 0 && busy:
		return w.T("loupe.reading")
	case scale == 0:
		return ""
	case busy:
		return w.T("loupe.zoom_reading", "percent", percent)
	case whole:
		return w.T("loupe.zoom_whole", "percent", percent)
	}
	return w.T("loupe.zoom", "percent", percent)
}
