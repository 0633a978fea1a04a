package places

import (
	"bufio"
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Source gives a table by its file name, such as "towns.tsv".
type Source func(name string) ([]byte, error)

// row is a line of a table: column to cell.
type row map[string]string

// table reads a tab-separated table with one header line. A row with too few or
// too many cells is an error that names its line.
func table(source Source, name string) ([]row, error) {
	data, err := source(name)
	if err != nil {
		return nil, err
	}
	var header []string
	var rows []row
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		cells := strings.Split(strings.TrimRight(lines.Text(), "\r"), "\t")
		if header == nil {
			header = cells
			continue
		}
		if len(cells) != len(header) {
			return nil, fmt.Errorf("%s: line %d: %d cells, want %d", name, n, len(cells), len(header))
		}
		r := row{}
		for i, column := range header {
			r[column] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, r)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

// point reads the columns lat, lon and accuracy_m.
func (r row) point() (lat, lon, accuracy float64, err error) {
	for column, target := range map[string]*float64{"lat": &lat, "lon": &lon, "accuracy_m": &accuracy} {
		n, err := strconv.ParseFloat(r[column], 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			return 0, 0, 0, fmt.Errorf("%s: %s: %q is no number", r["id"], column, r[column])
		}
		*target = n
	}
	if !onGlobe(lat, lon) || accuracy < 0 {
		return 0, 0, 0, fmt.Errorf("%s: %v, %v within %v m is no place on the globe", r["id"], lat, lon, accuracy)
	}
	return lat, lon, accuracy, nil
}

// onGlobe tells whether a point is one: it is false for NaN and infinities.
func onGlobe(lat, lon float64) bool {
	return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
}
