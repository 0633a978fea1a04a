package inspector

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/catalog"
)

// facts are when and where photos were taken and with what, as their files say.
type facts struct {
	view                              *View
	when, whenOrigin, where, whereOrg *widget.Label
	camera, exposure                  *widget.Label
	box                               *fyne.Container
}

func newFacts(v *View) *facts {
	f := &facts{
		view: v, when: newText(plain), whenOrigin: newText(muted), where: newText(plain), whereOrg: newText(muted),
		camera: newText(plain), exposure: newText(muted),
	}
	f.box = newColumn(
		newSection(v.words.T("inspector.when"), newTight(f.when, f.whenOrigin)),
		newSection(v.words.T("inspector.where"), newTight(f.where, f.whereOrg)),
		newSection(v.words.T("inspector.camera"), newTight(f.camera, f.exposure)),
	)
	return f
}

func (f *facts) show() {
	w, c := f.view.words, &f.view.content
	if s := c.one; s != nil {
		f.when.SetText(taken(w, s.photo.Taken()))
		setText(f.whenOrigin, origins(w, s, catalog.PropTaken))
		f.where.SetText(place(w, &s.photo))
		setText(f.whereOrg, origins(w, s, catalog.PropPosition))
		f.camera.SetText(orNone(w, "inspector.no_camera", camera(&s.photo)))
		setText(f.exposure, joined(s.photo.Lens, s.photo.Exposure))
		return
	}
	if c.read == 0 { // nothing is known yet
		for _, l := range []*widget.Label{f.when, f.whenOrigin, f.where, f.whereOrg, f.camera, f.exposure} {
			l.SetText("")
		}
		return
	}
	f.when.SetText(period(w, &c.sum))
	setText(f.whenOrigin, lacking(w, "inspector.without_date", c.sum.photos-c.sum.dated, c.sum.dated))
	f.where.SetText(places(w, &c.sum))
	setText(f.whereOrg, lacking(w, "inspector.without_place", c.sum.photos-c.sum.placed, c.sum.placed))
	f.camera.SetText(countsLine(w, &c.sum.cameras))
	setText(f.exposure, "")
}

// taken says when, with the offset only if somebody stated one.
func taken(w *present.Words, t *catalog.WallTime) string {
	if t == nil {
		return w.T("inspector.no_date")
	}
	return w.Time(*t)
}

func place(w *present.Words, p *catalog.Photo) string {
	if p.Latitude == nil || p.Longitude == nil {
		return w.T("inspector.no_place")
	}
	text := w.Position(*p.Latitude, *p.Longitude)
	if p.Altitude != nil {
		text += "\n" + w.T("inspector.altitude", "m", strconv.FormatFloat(*p.Altitude, 'f', 0, 64))
	}
	return text
}

// origins says who makes the claim that was chosen, and what others claim.
func origins(w *present.Words, s *single, about catalog.Property) string {
	var agree, differ []string
	for _, c := range s.claims {
		if c.Property != about {
			continue
		}
		switch {
		case c.Value != "" && sameAsChosen(&s.photo, c):
			agree = append(agree, w.Origin(c.Origin))
		default:
			differ = append(differ, w.T("inspector.claim", "origin", w.Origin(c.Origin), "raw", c.Raw))
		}
	}
	lines := differ
	if len(agree) > 0 {
		lines = append([]string{w.T("inspector.according_to", "origins", strings.Join(agree, w.T("list.separator")))}, differ...)
	}
	return strings.Join(lines, "\n")
}

// sameAsChosen tells whether a claim alone would be chosen to the same effect.
func sameAsChosen(p *catalog.Photo, c catalog.Claim) bool {
	alone := catalog.Choose([]catalog.Claim{c}, catalog.Circumstances{})
	switch c.Property {
	case catalog.PropTaken:
		return p.Taken() != nil && alone.Taken() != nil && *alone.Taken() == *p.Taken()
	case catalog.PropPosition:
		return p.Latitude != nil && alone.Latitude != nil && *alone.Latitude == *p.Latitude && *alone.Longitude == *p.Longitude
	}
	return false
}

// period gives the first and the last day of many photos.
func period(w *present.Words, s *summary) string {
	if s.dated == 0 {
		return w.T("inspector.no_date")
	}
	day := func(t time.Time) string { return w.Day(catalog.WallTime{Time: t}) }
	first, last := day(s.first), day(s.last)
	if first == last {
		return first
	}
	return w.T("inspector.period", "from", first, "to", last)
}

func places(w *present.Words, s *summary) string {
	if s.placed == 0 {
		return w.T("inspector.no_place")
	}
	return w.N("inspector.placed", s.placed)
}

// lacking counts the photos without something that others have.
func lacking(w *present.Words, key string, without, with int) string {
	if without == 0 || with == 0 {
		return ""
	}
	return w.N(key, without)
}

func orNone(w *present.Words, key, text string) string {
	if text == "" {
		return w.T(key)
	}
	return text
}

func joined(texts ...string) string {
	var some []string
	for _, t := range texts {
		if t != "" {
			some = append(some, t)
		}
	}
	return strings.Join(some, "\n")
}

const (
	maxCounts    = 4  // values that a line of counts names
	maxCountText = 40 // characters of each
)

// countsLine names the values of a field with how many photos have each:
// "Hunchun–Rason 31 · none 12".
func countsLine(w *present.Words, t *tally) string {
	var parts []string
	ranked := t.ranked()
	for i, v := range ranked {
		if i == maxCounts {
			parts = append(parts, w.N("inspector.more_values", len(ranked)-i))
			break
		}
		text := clip(v.text)
		switch {
		case v.text == "":
			text = w.T("inspector.none")
		case v.fromBatch:
			text = w.T("inspector.value_from_batch", "value", text)
		}
		parts = append(parts, w.T("inspector.count", "value", text, "n", t.counts[v]))
	}
	return strings.Join(parts, " · ")
}

// clip shortens a text to one short line.
func clip(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > maxCountText {
		return string(runes[:maxCountText-1]) + "…"
	}
	return string(runes)
}
