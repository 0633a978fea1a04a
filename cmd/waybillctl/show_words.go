package main

import (
	"slices"
	"strconv"
	"strings"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) showInWords(photo *catalog.Photo, a *workspace.Assessment, line *showLine, l laws, sameGoods lots) error {
	w := p.words
	file := [][2]string{
		{w.T("cli.show.photo"), photo.ID.String()},
		{w.T("cli.show.name"), photo.Name},
		{w.T("cli.show.file"), p.file(photo)},
		{w.T("cli.show.problem"), w.FileReason(photo.Problem)},
	}
	if photo.Removed {
		file = append(file, [2]string{w.T("cli.show.bin"), w.T("cli.show.bin_yes")})
	}
	camera := [][2]string{
		{w.T("cli.show.camera"), strings.TrimSpace(a.Make + " " + a.Model)},
		{w.Property(catalog.PropLens), a.Lens},
		{w.Property(catalog.PropExposure), a.Exposure},
	}
	tags := [][2]string{{w.T("cli.show.status"), w.Status(photo.Status)}}
	for i := range photo.Observations {
		for j, text := range p.observation(&photo.Observations[i], l, sameGoods) {
			tags = append(tags, [2]string{heading(i+j, w.T("cli.show.items")), text})
		}
	}
	tags = append(tags, p.routeRows(photo, line.routeLines)...)
	tags = append(tags, [][2]string{
		{w.T("cli.show.caption"), photo.Caption},
		{w.T("cli.show.note"), photo.Note},
		{w.T("cli.show.credit"), p.inherited(photo.Credit.Value, photo.Credit.FromBatch)},
		{w.T("cli.show.batch"), photo.BatchName},
		{w.T("cli.show.source"), p.inherited(photo.SourceName, photo.Source.FromBatch)},
	}...)
	for i := 1; i < len(line.Arrivals); i++ {
		tags = append(tags, [2]string{w.T("cli.show.again"), w.T("cli.show.arrival", "name", line.Arrivals[i].Name, "batch", line.Arrivals[i].Batch)})
	}
	for i, n := range line.Near {
		text := w.N("cli.show.near_photo", n.Distance, "photo", n.Photo)
		if n.Distance == 0 {
			text = n.Photo
		}
		tags = append(tags, [2]string{heading(i, w.T("cli.show.near")), text})
	}
	original := [][2]string{{w.T("cli.show.original"), line.Path}, {"SHA-256", photo.SHA256}}
	rows := slices.Concat(file, p.whenRows(a.Date), p.whereRows(a), camera, p.kindRows(a, line.Warnings), tags, original)
	if err := p.rows(rows); err != nil {
		return err
	}
	return p.claims(a)
}

// heading stands before the first of several rows.
func heading(i int, text string) string {
	if i > 0 {
		return ""
	}
	return text
}

// whenRows say when, between which bounds, by which clock, and who says so.
func (p *program) whenRows(d *catalog.Date) [][2]string {
	if d == nil {
		return nil
	}
	w := p.words
	rows := [][2]string{{w.Property(catalog.PropTaken), w.Date(d)}}
	if bounds := w.Bounds(d.Earliest, d.Latest); d.Wall == nil && bounds != rows[0][1] {
		rows = append(rows, [2]string{w.T("cli.show.bounds"), bounds})
	}
	said := w.T("cli.show.said_by", "origin", w.Origin(d.Origin))
	if len(d.Offsets) > 0 {
		said = w.T("cli.show.offset_by", "text", said, "offset", w.Offsets(d.Offsets), "origin", w.Origin(d.OffsetOrigin))
	}
	return append(rows, [2]string{"", said})
}

// whereRows say where the camera stood and looked, and what the picture shows.
func (p *program) whereRows(a *workspace.Assessment) [][2]string {
	w := p.words
	var rows [][2]string
	if a.Where != nil {
		rows = append(rows, [2]string{w.Property(catalog.PropPlace), w.WhereNamed(a.Where)})
		if a.Latitude != nil && a.Longitude != nil {
			rows = append(rows, [2]string{w.Property(catalog.PropPosition), w.WherePoint(a.Where, *a.Latitude, *a.Longitude)})
		}
		rows = append(rows, [2]string{"", w.T("cli.show.said_by", "origin", w.Origin(a.Where.Origin))})
	}
	rows = append(rows, [][2]string{
		{w.Property(catalog.PropAltitude), p.metres(a.Altitude)},
		{w.T("cli.show.view"), w.Bearing(a.Direction)},
		{w.T("cli.show.error"), p.metres(a.PositionError)},
	}...)
	if shown, lat, lon := shownAt(a); shown != nil {
		rows = append(rows, [2]string{w.Property(catalog.PropPlaceShown), w.WhereNamed(shown)})
		if lat != nil {
			rows = append(rows, [2]string{"", w.WherePoint(shown, *lat, *lon)})
		}
		rows = append(rows, [2]string{"", w.T("cli.show.said_by", "origin", w.Origin(shown.Origin))})
	}
	return rows
}

// kindRows say what sort of picture it is, and what does not fit.
func (p *program) kindRows(a *workspace.Assessment, warnings []warningLine) [][2]string {
	w := p.words
	var rows [][2]string
	if a.Kind != "" {
		text := w.T("cli.show.proposed", "kind", w.Kind(a.Kind), "origin", w.Origin(a.KindOrigin))
		if a.KindOrigin.IsPerson() {
			text = w.T("cli.show.decided", "kind", w.Kind(a.Kind), "origin", w.Origin(a.KindOrigin))
		}
		rows = append(rows, [2]string{w.T("cli.show.kind"), text})
	}
	for i, x := range warnings {
		rows = append(rows, [2]string{heading(i, w.T("cli.show.warning")), x.Text})
	}
	return rows
}

// claims lists who claims what; what is followed is marked.
func (p *program) claims(a *workspace.Assessment) error {
	if len(a.Claims) == 0 {
		return nil
	}
	w := p.words
	if err := p.say("\n" + w.T("cli.show.claims")); err != nil {
		return err
	}
	for i, c := range a.Claims {
		mark := " "
		if a.Followed[i] {
			mark = "✓"
		}
		value := w.ClaimValue(c)
		if value == "" {
			value = w.T("cli.show.unusable", "raw", c.Raw)
		} else if c.Origin.IsPerson() && c.Raw != value {
			value = w.T("cli.show.typed", "value", value, "raw", c.Raw)
		}
		row := cell(mark, 2) + cell(w.Property(c.Property), 22) + " " + cell(w.Origin(c.Origin), 10) + " " + clean(value)
		if err := p.say(row); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) file(photo *catalog.Photo) string {
	text := strings.ToUpper(photo.Format) + ", " + p.words.Bytes(photo.Size)
	if photo.Width != nil && photo.Height != nil {
		text += ", " + strconv.Itoa(*photo.Width) + " × " + strconv.Itoa(*photo.Height)
	}
	return text
}

func (p *program) metres(m *float64) string {
	if m == nil {
		return ""
	}
	return p.words.T("claim.metres", "n", strconv.FormatFloat(*m, 'f', -1, 64))
}

func (p *program) inherited(text string, fromBatch bool) string {
	if text == "" || !fromBatch {
		return text
	}
	return p.words.T("cli.show.from_batch", "text", text)
}

// observation says what was seen or reported, what is known about it, how it is
// judged, and what others say of that.
func (p *program) observation(o *catalog.Observation, l laws, sameGoods lots) []string {
	w := p.words
	indent := strings.Repeat(" ", len(catalog.ObservationID(o.ID))+2)
	text := w.T("cli.show.item", "observation", catalog.ObservationID(o.ID), "item", w.Called(o.ItemName))
	if seen := w.Seen(o); len(seen) > 0 {
		text = w.T("cli.show.item_seen", "text", text, "seen", strings.Join(seen, w.T("suggestion.separator")))
	}
	rows := []string{text}
	for _, text := range sameGoods.words(p, o) {
		rows = append(rows, indent+text)
	}
	t := o.Determination
	if t == nil {
		return append(rows, indent+w.Status(catalog.NotAssessed))
	}
	rows = append(rows, indent+w.T("cli.show.judged", "determination", catalog.DeterminationID(t.ID), "text", w.Determination(t, l.of(t.Measure))))
	for i := range t.Reviews {
		rows = append(rows, indent+"  "+w.T("cli.show.judged", "determination", t.Reviews[i].ID.String(), "text", w.Review(&t.Reviews[i])))
	}
	return rows
}
