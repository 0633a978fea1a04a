package law

import (
	"strings"
	"time"

	"waybill/app/present"
	"waybill/catalog"
	"waybill/catalog/rules"
	"waybill/catalog/workspace"
)

// entry is one line of the list, in words: a judgement that is worth another
// look, or a difference between two packs, which has no photo.
type entry struct {
	photo       catalog.PhotoID // 0 for a difference
	observation int64
	title       string
	why         string // what has changed
	was, is     string // the old and the new basis
	take        string // what taking the suggestion makes of it, "" when nothing is suggested
}

// entryOf puts a judgement into words.
func entryOf(w *present.Words, x *workspace.Concern) entry {
	date := w.T("law.date_unknown")
	if x.Date != "" {
		date = w.EDTF(x.Date)
	}
	reasons := make([]string, len(x.Reasons))
	for i, r := range x.Reasons {
		reasons[i] = w.Concern(r)
	}
	e := entry{
		photo: x.Photo, observation: x.ID,
		title: w.T("law.entry", "photo", x.Photo.String(), "item", w.Called(x.ItemName), "date", date, "status", w.Status(x.Status())),
		why:   w.T("law.why", "reasons", strings.Join(reasons, w.T("list.separator"))),
		was:   w.T("law.was", "text", basis(w, x.Determination.Measure, x.OldBasis)),
	}
	now := x.NewBasis
	switch {
	case now != nil:
		e.is = basis(w, "", now)
	case x.Determination.Measure != "":
		e.is = w.T("law.gone")
	default:
		e.is = w.T("law.no_measure")
	}
	if f := x.First; f != nil {
		status := w.Status(f.Status())
		e.take = w.T("law.take", "status", status)
		if f.Measure != x.Determination.Measure || f.Status() != x.Status() {
			suggested := status
			if f.Measure != "" {
				suggested = w.T("law.first", "status", status, "measure", w.Measure(f.Instrument, f.Paragraph), "title", w.MeasureTitle(f.Measure, f.Title))
			}
			e.is = w.T("law.suggested", "text", e.is, "first", suggested)
		}
	}
	e.is = w.T("law.is", "text", e.is)
	return e
}

// basis names a measure with its title and days; id stands for one that no pack
// has any more.
func basis(w *present.Words, id string, m *catalog.Measure) string {
	switch {
	case m == nil && id == "":
		return w.T("law.no_measure")
	case m == nil:
		return id
	case m.Until != nil:
		return w.T("law.basis_until", "measure", w.Measure(m.Instrument, m.Paragraph), "title", w.MeasureTitle(m.ID, m.Title),
			"from", m.From.Format(time.DateOnly), "until", m.Until.Format(time.DateOnly))
	}
	return w.T("law.basis", "measure", w.Measure(m.Instrument, m.Paragraph), "title", w.MeasureTitle(m.ID, m.Title), "from", m.From.Format(time.DateOnly))
}

// changeOf puts a difference between two packs into words.
func changeOf(w *present.Words, x *rules.Change) entry {
	about := x.Measure
	if about == "" {
		about = x.Goods
	}
	if x.Direction != "" {
		about = w.T("law.way", "goods", about, "direction", w.Direction(x.Direction))
	}
	e := entry{title: w.T("law.change", "kind", w.PackChange(x.Kind), "about", about)}
	lines := []*string{&e.was, &e.is} // which may take two lines each
	for i, f := range x.Fields {
		text := w.T("law.field", "field", f.Field, "old", f.Old, "new", f.New)
		if last := len(lines) - 1; i > last {
			*lines[last] += w.T("list.separator") + text
		} else {
			*lines[i] = text
		}
	}
	return e
}

// packText says what a pack in force is: title, version, date, how many measures
// it has and how much of them was checked.
func packText(w *present.Words, p *rules.Pack) string {
	all := p.Measures()
	checked := map[catalog.Checked]int{}
	for _, m := range all {
		checked[m.Certainty.Checked()]++
	}
	return w.T("law.pack", "title", w.PackTitle(p.ID, p.Title), "version", p.Version, "date", p.Date.Format(time.DateOnly),
		"measures", w.N("law.measures", len(all)), "verified", w.Count(checked[catalog.CheckedAll]),
		"partly", w.Count(checked[catalog.CheckedPart]), "unverified", w.Count(checked[catalog.CheckedNone]))
}

// packTexts says that of each.
func packTexts(w *present.Words, packs []*rules.Pack) []string {
	texts := make([]string, len(packs))
	for i, p := range packs {
		texts[i] = packText(w, p)
	}
	return texts
}
