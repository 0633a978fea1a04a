package export

import (
	"encoding/csv"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"waybill/catalog"
)

// csvHead begins every table: the byte order mark, by which Excel knows UTF-8,
// and the first columns.
const csvHead = "\uFEFFid,sha256,"

// observationsHead begins the second table likewise.
const observationsHead = "\uFEFFphoto,id,"

// csvTables write the two tables of docs/formats.md: one line per photo, and one
// per observation.
type csvTables struct {
	photos       *csvTable[photoRow]
	observations *csvTable[observationRow]
}

// photoRow is what a line of photos.csv is made from.
type photoRow struct {
	*catalog.Photo
	file string
}

func newCSV(photos, observations *output, o Options) *csvTables {
	return &csvTables{newTable(photos, columns(o)), newTable(observations, observationColumns())}
}

func (t *csvTables) add(p *catalog.Photo, file string) error {
	if err := t.photos.add(photoRow{p, file}); err != nil {
		return err
	}
	for i := range p.Observations {
		o := observationOf(&p.Observations[i])
		if err := t.observations.add(observationRow{p, &o}); err != nil {
			return err
		}
	}
	return nil
}

func (t *csvTables) finish() error {
	return errors.Join(t.photos.finish(), t.observations.finish())
}

// csvTable writes one table, as RFC 4180 has it.
type csvTable[R any] struct {
	*output
	rows    *csv.Writer
	columns []column[R]
	err     error // of the head, told with the first row
}

// column is one column with how its cell is made.
type column[R any] struct {
	name string
	cell func(R) string
}

func newTable[R any](out *output, columns []column[R]) *csvTable[R] {
	t := &csvTable[R]{output: out, rows: csv.NewWriter(out), columns: columns}
	t.rows.UseCRLF = true
	head := make([]string, len(t.columns))
	for i, c := range t.columns {
		head[i] = c.name
	}
	_, err := out.WriteString("\uFEFF")
	t.err = errors.Join(err, t.rows.Write(head))
	return t
}

func (t *csvTable[R]) add(r R) error {
	cells := make([]string, len(t.columns))
	for i, c := range t.columns {
		cells[i] = c.cell(r)
	}
	return errors.Join(t.err, t.rows.Write(cells))
}

func (t *csvTable[R]) finish() error {
	t.rows.Flush()
	return errors.Join(t.err, t.rows.Error(), t.output.finish())
}

// columns lists the columns: those with an original's name, its batch or its
// copy only when they were asked for.
func columns(o Options) []column[photoRow] {
	list := []column[photoRow]{
		{"id", func(p photoRow) string { return p.UUID }},
		{"sha256", func(p photoRow) string { return p.SHA256 }},
	}
	if o.Originals {
		list = append(list, column[photoRow]{"file", func(p photoRow) string { return Guard(p.file) }})
	}
	if o.Names {
		list = append(list, text("original_name", func(p *catalog.Photo) string { return p.Name }),
			text("batch", func(p *catalog.Photo) string { return p.BatchName }))
	}
	return append(list, []column[photoRow]{
		{"format", func(p photoRow) string { return p.Format }},
		{"size", func(p photoRow) string { return strconv.FormatInt(p.Size, 10) }},
		{"width", func(p photoRow) string { return whole(p.Width) }},
		{"height", func(p photoRow) string { return whole(p.Height) }},
		{"orientation", func(p photoRow) string { return whole(p.Orientation) }},
		{"problem", func(p photoRow) string { return string(p.Problem) }},
		{"taken", func(p photoRow) string { return wall(p.Photo) }},
		{"taken_offset", func(p photoRow) string { return offset(p.Photo) }},
		{"date", func(p photoRow) string { return edtfOf(p.Photo) }},
		{"kind", func(p photoRow) string { return string(p.Kind) }},
		{"latitude", func(p photoRow) string { return decimal(p.Latitude) }},
		{"longitude", func(p photoRow) string { return decimal(p.Longitude) }},
		text("place", placeName),
		{"place_precision", func(p photoRow) string { return precision(p.Photo) }},
		{"altitude", func(p photoRow) string { return decimal(p.Altitude) }},
		text("make", func(p *catalog.Photo) string { return p.Make }),
		text("model", func(p *catalog.Photo) string { return p.Model }),
		text("lens", func(p *catalog.Photo) string { return p.Lens }),
		text("exposure", func(p *catalog.Photo) string { return p.Exposure }),
		text("items", func(p *catalog.Photo) string { return items(p, true) }),
		text("reported_items", func(p *catalog.Photo) string { return items(p, false) }),
		{"status", func(p photoRow) string { return string(p.Status) }},
		text("route", func(p *catalog.Photo) string { return p.RouteName }),
		text("caption", func(p *catalog.Photo) string { return p.Caption }),
		text("note", func(p *catalog.Photo) string { return p.Note }),
		text("credit", func(p *catalog.Photo) string { return p.Credit.Value }),
	}...)
}

// text is a column of what people or cameras wrote.
func text(name string, of func(*catalog.Photo) string) column[photoRow] {
	return column[photoRow]{name, func(p photoRow) string { return Guard(of(p.Photo)) }}
}

// Guard puts an apostrophe before a text that a spreadsheet would run as a
// formula. Numbers, dates and ids are made here and need none.
func Guard(s string) string {
	if r, _ := utf8.DecodeRuneInString(s); strings.ContainsRune("=+-@\t\r\n＝＋－＠", r) && s != "" {
		return "'" + s
	}
	return s
}

func items(p *catalog.Photo, visible bool) string {
	return strings.Join(itemNames(p, visible), "; ")
}

func whole(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func decimal(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

// edtfOf gives the date as far as it is known.
func edtfOf(p *catalog.Photo) string {
	if p.Date == nil {
		return ""
	}
	return p.Date.EDTF
}

// placeName gives the place in English: what is nearest, else in the words that
// somebody used.
func placeName(p *catalog.Photo) string {
	switch {
	case p.Where == nil:
		return ""
	case p.Where.Nearest != nil:
		return p.Where.Nearest.Names.Label()
	}
	return p.Where.Name
}

func precision(p *catalog.Photo) string {
	if p.Where == nil {
		return ""
	}
	return string(p.Where.Precision)
}

func wall(p *catalog.Photo) string {
	if p.Taken() == nil {
		return ""
	}
	return p.Taken().Wall()
}

func offset(p *catalog.Photo) string {
	if p.Taken() == nil {
		return ""
	}
	return p.Taken().Offset
}
