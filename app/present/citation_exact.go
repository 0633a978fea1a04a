package present

import (
	"strings"
	"time"

	"waybill/catalog"
	"waybill/catalog/citation"
)

// exactWhen, exactWhere, exactPhoto and exactGoods are for archives.
func (w *Words) exactWhen(x *citation.Exact) string {
	if x.Date == nil {
		return w.T("cite.undated")
	}
	text := w.T("cite.exact.date", "date", w.Date(x.Date), "edtf", x.Date.EDTF, "origin", w.Origin(x.Date.Origin))
	if len(x.Date.Offsets) == 0 {
		return w.T("cite.sentence", "text", text)
	}
	return w.T("cite.exact.offset", "text", text, "offset", w.Offsets(x.Date.Offsets), "origin", w.Origin(x.Date.OffsetOrigin))
}

func (w *Words) exactWhere(x *citation.Exact) string {
	var said []string
	if place := w.Where(x.Where, x.Latitude, x.Longitude); place != "" {
		text := w.T("cite.exact.place", "place", oneLine(place))
		if x.Where != nil {
			text = w.T("cite.exact.place_origin", "place", oneLine(place), "origin", w.Origin(x.Where.Origin))
		}
		said = append(said, text)
	}
	if x.Shown != nil {
		said = append(said, w.T("cite.exact.shown", "place", w.WhereNamed(x.Shown), "origin", w.Origin(x.Shown.Origin)))
	}
	return w.sentences(said)
}

func (w *Words) exactPhoto(x *citation.Exact) string {
	if x.Version != nil {
		return w.T("cite.exact.version", "photo", x.Photo, "of", x.Version.Of, "sha256", x.SHA256)
	}
	return w.T("cite.exact.original", "photo", x.Photo, "sha256", x.SHA256)
}

func (w *Words) exactGoods(g *citation.Goods) []string {
	x := g.Exact
	said := []string{w.T("cite.exact.observation", "observation", x.Observation)}
	if facts := w.Seen(&catalog.Observation{Visible: g.Visible, Seen: x.Seen}); len(facts) > 0 {
		said[0] = w.T("cite.exact.observation_of", "observation", x.Observation, "facts", w.facts(facts))
	}
	t := x.Determination
	if t == nil || g.Assessment == nil {
		return said
	}
	line := w.Determination(&catalog.Determination{
		Status: g.Assessment.Status, Reason: t.Reason, By: g.Assessment.By, At: t.At,
		Legal: catalog.Legal{Measure: t.Measure, Pack: t.Pack, Direction: t.Direction, Exemptions: t.Exemptions, AsOf: t.AsOf},
	}, nil)
	said = append(said, w.T("cite.exact.determination", "determination", t.ID, "line", line, "at", t.At.UTC().Format(time.RFC3339)))
	for _, r := range t.Reviews {
		said = append(said, w.T("cite.sentence", "text", w.Review(&catalog.Review{Kind: r.Kind, Text: r.Text, By: r.By, At: r.At, Resolved: r.Resolved})))
	}
	return said
}

func oneLine(text string) string { return strings.ReplaceAll(text, "\n", ", ") }
