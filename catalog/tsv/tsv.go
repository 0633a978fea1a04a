// Package tsv reads the tab-separated tables that the program's vocabularies and
// places come from. It knows nothing of what they say.
package tsv

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
)

// Source gives a table by its file name, such as "goods.tsv".
type Source func(name string) ([]byte, error)

// Row is a line of a table: column to cell, without spaces around it.
type Row map[string]string

// maxLine is the longest line, in bytes.
const maxLine = 1 << 20

// Read reads a table with one header line. A row with too few or too many cells
// is an error that names its line.
func Read(source Source, name string) ([]Row, error) {
	data, err := source(name)
	if err != nil {
		return nil, err
	}
	var header []string
	var rows []Row
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		cells := strings.Split(strings.TrimRight(lines.Text(), "\r"), "\t")
		if header == nil {
			header = cells
			continue
		}
		if len(cells) != len(header) {
			return nil, fmt.Errorf("%s: line %d: %d cells, want %d", name, n, len(cells), len(header))
		}
		row := Row{}
		for i, column := range header {
			row[column] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, row)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}
