package vocabulary

import (
	"io"

	"waybill/catalog"
)

// UnitsFile is the table of what quantities are counted in.
const UnitsFile = "units.tsv"

var unitColumns = []string{"key", "en", "en_plural", "ko", "zh", "variants"}

// ExportUnits writes units.tsv.
func ExportUnits(w io.Writer, units []catalog.Unit) error {
	rows := make([][]string, len(units))
	for i, u := range units {
		rows[i] = []string{u.Key, u.Names.English, u.Plural, u.Names.Korean, u.Names.Chinese, u.Names.AlsoKnownAs}
	}
	return write(w, unitColumns, rows)
}

// ReadUnits reads units.tsv. What is wrong is listed, and then there are no
// units. The error is that of the reader.
func ReadUnits(r io.Reader) ([]catalog.Unit, []Rejected, error) {
	t, err := read(r, UnitsFile, unitColumns)
	if err != nil {
		return nil, nil, err
	}
	seen := map[string]bool{}
	units := make([]catalog.Unit, 0, len(t.rows))
	for i := range t.rows {
		row := &t.rows[i]
		units = append(units, catalog.Unit{Key: row.key("key", seen), Plural: row.cell("en_plural"), Names: row.names()})
	}
	if len(t.rejected) > 0 {
		return nil, t.inOrder(), nil
	}
	return units, nil, nil
}
