package inspector

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// when is when the photos were taken: what was chosen, what else is claimed,
// and what a person says.
type when struct {
	view                 *View
	date, origin, bounds *widget.Label
	claims               *claimList
	entry                *stated
	box                  *fyne.Container
}

func newWhen(v *View) *when {
	t := &when{view: v, date: newText(plain), origin: newText(muted), bounds: newText(muted), claims: newClaimList(v)}
	e := newTextEntry(1)
	t.entry = newStated(v, "when", v.words.T("inspector.when"), e, &e.Entry, func(text string) understanding {
		return func(context.Context) (catalog.Statement, error) { return workspace.UnderstandDate(text) }
	})
	t.entry.explain = func(text string, tell func(string, error)) { tell(explainDate(v.words, text)) }
	e.onSave, e.onEscape = t.entry.commit, t.entry.escape
	t.box = t.entry.section(newTight(t.date, t.origin, t.bounds, t.claims.box), e)
	return t
}

// explainDate says what was understood of a typed date.
func explainDate(w *present.Words, text string) (string, error) {
	s, err := workspace.UnderstandDate(text)
	if err != nil {
		return "", err
	}
	return w.DateMeant(s.Value), nil
}

func (t *when) show() {
	c, w := &t.view.content, t.view.words
	if c.one == nil {
		t.showMany()
		return
	}
	a := &c.one.assessed
	t.date.SetText(orNone(w, "inspector.no_date", w.Date(a.Date)))
	t.date.Show()
	setText(t.origin, t.originLine(a))
	setText(t.bounds, stretchLine(w, a.Date))
	t.claims.show(aboutDates(w, a))
	setText(t.entry.counts, "")
	own := spoken(a.Claims, catalog.PropTaken)
	t.entry.show(own.Raw, own.Value != "", t.view.locks.pending(catalog.FieldDate, w.T("inspector.when.hint")))
}

func (t *when) showMany() {
	c, w := &t.view.content, t.view.words
	t.claims.show(evidence{})
	setText(t.bounds, "")
	if c.read == 0 { // nothing is known yet
		setText(t.date, "")
		setText(t.origin, "")
		setText(t.entry.counts, "")
		t.entry.show("", false, "")
		return
	}
	t.date.SetText(period(w, &c.sum))
	t.date.Show()
	setText(t.origin, lacking(w, "inspector.without_date", c.sum.photos-c.sum.dated, c.sum.dated))
	setText(t.entry.counts, manyLine(w, &c.sum.dates))
	t.entry.show("", c.sum.stated[catalog.PropTaken] > 0, w.N("inspector.change_photos", len(c.ids)))
}

// manyLine counts the values when there are several.
func manyLine(w *present.Words, t *tally) string {
	if len(t.order) < 2 {
		return ""
	}
	return countsLine(w, t)
}

// originLine names who says when, and where the offset comes from.
func (t *when) originLine(a *workspace.Assessment) string {
	w := t.view.words
	if a.Date == nil {
		return ""
	}
	var parts []string
	if names := agreeing(w, a); len(names) > 0 {
		parts = append(parts, w.T("inspector.according_to", "origins", strings.Join(names, w.T("list.separator"))))
	}
	if len(a.Date.Offsets) > 0 {
		key := "inspector.offset"
		if a.Date.OffsetOrigin == catalog.OriginPlace {
			key = "inspector.offset_of_place"
		}
		parts = append(parts, w.T(key, "offset", w.Offsets(a.Date.Offsets), "origin", w.Origin(a.Date.OffsetOrigin)))
	} else if a.Date.Wall != nil {
		parts = append(parts, w.T("inspector.no_offset"))
	}
	return strings.Join(parts, " · ")
}

// stretchLine says between which times a date lies that is no single moment, and
// does not name two of them itself.
func stretchLine(w *present.Words, d *catalog.Date) string {
	if d == nil || d.Wall != nil || d.Earliest == nil || d.Latest == nil || strings.Contains(d.EDTF, "T") {
		return ""
	}
	return w.Bounds(d.Earliest, d.Latest)
}

// period gives when many photos were taken: what all of them say, or the first
// and the last day.
func period(w *present.Words, s *summary) string {
	v, common := s.dates.common()
	switch {
	case common:
		return orNone(w, "inspector.no_date", v.text)
	case s.dated == 0:
		return w.T("inspector.no_date")
	}
	day := func(t time.Time) string { return w.Day(catalog.WallTime{Time: t}) }
	first, last := day(s.first), day(s.last)
	if first == last {
		return first
	}
	return w.T("inspector.period", "from", first, "to", last)
}

// spoken gives an editor's claim about a property; one without a value when
// there is none.
func spoken(claims []catalog.Claim, about catalog.Property) catalog.Claim {
	for _, c := range claims {
		if c.Origin == catalog.OriginEditor && c.Property == about {
			return c
		}
	}
	return catalog.Claim{}
}
