package workspace

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"time"

	"waybill/catalog"
	"waybill/catalog/export"
)

// concernColumns are the columns of a worklist, see docs/formats.md.
var concernColumns = []struct {
	name string
	cell func(*Concern) string
}{
	{"photo", func(x *Concern) string { return x.Photo.String() }},
	{"observation", func(x *Concern) string { return catalog.ObservationID(x.ID) }},
	{"determination", func(x *Concern) string { return catalog.DeterminationID(x.Determination.ID) }},
	{"photo_id", func(x *Concern) string { return x.PhotoID }},
	{"observation_id", func(x *Concern) string { return x.UUID }},
	{"item", func(x *Concern) string { return x.ItemName }},
	{"date", func(x *Concern) string { return x.Date }},
	{"status", func(x *Concern) string { return string(x.Status()) }},
	{"direction", func(x *Concern) string { return string(x.Determination.Direction) }},
	{"reasons", func(x *Concern) string {
		reasons := make([]string, len(x.Reasons))
		for i, r := range x.Reasons {
			reasons[i] = string(r)
		}
		return strings.Join(reasons, "; ")
	}},
	{"measure", func(x *Concern) string { return x.Determination.Measure }},
	{"old_pack", func(x *Concern) string { return x.Was }},
	{"old_title", func(x *Concern) string { return basisTitle(x.OldBasis) }},
	{"old_from", func(x *Concern) string { return basisDay(x.OldBasis, false) }},
	{"old_until", func(x *Concern) string { return basisDay(x.OldBasis, true) }},
	{"new_pack", func(x *Concern) string { return x.Is }},
	{"new_title", func(x *Concern) string { return basisTitle(x.NewBasis) }},
	{"new_from", func(x *Concern) string { return basisDay(x.NewBasis, false) }},
	{"new_until", func(x *Concern) string { return basisDay(x.NewBasis, true) }},
	{"new_measures", func(x *Concern) string { return strings.Join(x.NewMeasures, "; ") }},
	{"suggested_status", func(x *Concern) string {
		if x.First == nil {
			return ""
		}
		return string(x.First.Status())
	}},
	{"suggested_measure", func(x *Concern) string {
		if x.First == nil {
			return ""
		}
		return x.First.Measure
	}},
}

func basisTitle(m *catalog.Measure) string {
	if m == nil {
		return ""
	}
	return m.Title
}

func basisDay(m *catalog.Measure, last bool) string {
	switch {
	case m == nil, last && m.Until == nil:
		return ""
	case last:
		return m.Until.Format(time.DateOnly)
	}
	return m.From.Format(time.DateOnly)
}

// WriteConcerns writes judgements that are worth another look as a table, CSV
// (RFC 4180) or else tab-separated, and counts them. It is for the newsroom's own
// work: it has the short ids by which people find a photo.
func WriteConcerns(w io.Writer, asCSV bool, pages iter.Seq2[[]Concern, error]) (int, error) {
	out := bufio.NewWriter(w)
	write := func(cells []string) error {
		for i, cell := range cells {
			cells[i] = strings.Join(strings.FieldsFunc(cell, func(r rune) bool { return r == '\t' || r == '\n' || r == '\r' }), " ")
		}
		_, err := out.WriteString(strings.Join(cells, "\t") + "\n")
		return err
	}
	table := csv.NewWriter(out)
	if asCSV {
		table.UseCRLF = true
		if _, err := out.WriteString("\uFEFF"); err != nil { // by which Excel knows UTF-8
			return 0, err
		}
		write = table.Write
	}
	cells := make([]string, len(concernColumns))
	for i, c := range concernColumns {
		cells[i] = c.name
	}
	err, n := write(cells), 0
	for page, failed := range pages {
		err = errors.Join(err, failed)
		for i := 0; i < len(page) && err == nil; i++ {
			for j, c := range concernColumns {
				cells[j] = export.Guard(c.cell(&page[i]))
			}
			err = write(cells)
			n++
		}
		if err != nil {
			return n, err
		}
	}
	table.Flush()
	return n, errors.Join(err, table.Error(), out.Flush())
}

// ExportConcerns writes such a table into a new file, CSV when its name ends so.
// A file that is there already is never written over (ErrExists).
func ExportConcerns(path string, pages iter.Seq2[[]Concern, error]) (int, error) {
	n := 0
	err := writeNew(path, func(w io.Writer) error {
		var err error
		n, err = WriteConcerns(w, strings.EqualFold(filepath.Ext(path), ".csv"), pages)
		return err
	})
	if err == nil || catalog.CodeOf(err) != "" {
		return n, err
	}
	return n, fileError("export worklist", path, err)
}
