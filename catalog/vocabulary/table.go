package vocabulary

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// What a table may hold at most: far more than any has, little enough to be read
// at once.
const (
	MaxFile     = 64 << 20         // bytes
	MaxCell     = catalog.MaxNames // bytes of one cell
	MaxRows     = 200_000          // entries of a table
	maxColumns  = 100
	maxRejected = 1_000 // cells that are listed
)

// Problem says what is wrong with a table. Problems are stable.
type Problem string

// Problems.
const (
	ProblemTooLarge  Problem = "too_large" // more than MaxFile bytes
	ProblemTooMany   Problem = "too_many"  // more than MaxRows lines
	ProblemNoHeader  Problem = "no_header"
	ProblemUnknown   Problem = "unknown_column"
	ProblemMissing   Problem = "missing_column"
	ProblemTwice     Problem = "repeated_column"
	ProblemTooFew    Problem = "too_few_cells" // Column is the first without a cell
	ProblemTooWide   Problem = "too_many_cells"
	ProblemNotUTF8   Problem = "not_utf8"
	ProblemControl   Problem = "control_character" // or one that turns the direction of writing
	ProblemTooLong   Problem = "cell_too_long"     // more than MaxCell bytes
	ProblemKey       Problem = "bad_key"
	ProblemRepeated  Problem = "repeated_key"
	ProblemNoName    Problem = "no_name" // in no language
	ProblemHS        Problem = "bad_hs"
	ProblemParent    Problem = "unknown_parent"
	ProblemCircle    Problem = "parent_circle" // an item would be a kind of itself
	ProblemNoRoute   Problem = "unknown_route" // of a leg: routes.tsv has no such key
	ProblemNoLegs    Problem = "no_legs"
	ProblemKind      Problem = "bad_kind"      // of a leg
	ProblemMode      Problem = "bad_mode"      // of a route
	ProblemDirection Problem = "bad_direction" // of a route
	ProblemOrder     Problem = "bad_order"     // legs of a route are numbered 0, 1, 2 …
	ProblemNumber    Problem = "bad_number"
	ProblemNoKind    Problem = "no_kind"     // of a place
	ProblemCountry   Problem = "bad_country" // of a place
	ProblemHalfPoint Problem = "half_point"  // a latitude without a longitude, or the other way round
)

// Rejected is one thing that is wrong with a table.
type Rejected struct {
	File    string
	Line    int    // from 1, the header included; 0 for the file as a whole
	Column  string // its name, "" when it has none
	Number  int    // of the column in the file, from 1; 0 when there is no such
	Problem Problem
	Cell    string // what was found, shortened
}

// String gives the text for logs and developers.
func (r Rejected) String() string {
	return fmt.Sprintf("%s line %d column %d %s: %s %q", r.File, r.Line, r.Number, r.Column, r.Problem, r.Cell)
}

// table is a table that is being read.
type table struct {
	file     string
	columns  []string // that there must be
	head     []string // as they stand in the file
	rows     []row
	rejected []Rejected
}

// row is a line whose cells are in the order of the head.
type row struct {
	*table
	line  int
	cells []string
}

// read reads a table whose header names all of the columns, in any order. What
// is wrong with it is listed in rejected; the error is that of the reader.
func read(r io.Reader, file string, columns []string) (*table, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	t := &table{file: file, columns: columns}
	if len(data) > MaxFile {
		t.reject(Rejected{Problem: ProblemTooLarge})
		return t, nil
	}
	line := 0
	for text := range strings.Lines(strings.TrimPrefix(string(data), "\uFEFF")) { // spreadsheets write one
		line++
		text = strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
		switch {
		case text == "":
		case t.head == nil:
			if !t.header(line, text) {
				return t, nil
			}
		case len(t.rows) == MaxRows:
			t.reject(Rejected{Line: line, Problem: ProblemTooMany})
			return t, nil
		default:
			t.add(line, text)
		}
	}
	if t.head == nil {
		t.reject(Rejected{Problem: ProblemNoHeader})
	}
	return t, nil
}

func (t *table) reject(r Rejected) {
	if len(t.rejected) == maxRejected {
		return
	}
	r.File, r.Cell, r.Column = t.file, shorten(r.Cell), shorten(r.Column)
	t.rejected = append(t.rejected, r)
}

// inOrder gives what is wrong by line and column.
func (t *table) inOrder() []Rejected {
	slices.SortStableFunc(t.rejected, func(a, b Rejected) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Number, b.Number))
	})
	return t.rejected
}

// header takes the names of the columns, and tells whether they are the right ones.
func (t *table) header(line int, text string) bool {
	for i, name := range strings.SplitN(text, "\t", maxColumns) {
		name = strings.TrimSpace(name)
		bad := Rejected{Line: line, Column: name, Number: i + 1, Cell: name}
		switch {
		case !slices.Contains(t.columns, name):
			bad.Problem = ProblemUnknown
			t.reject(bad)
		case slices.Contains(t.head, name):
			bad.Problem = ProblemTwice
			t.reject(bad)
		}
		t.head = append(t.head, name)
	}
	for _, name := range t.columns {
		if !slices.Contains(t.head, name) {
			t.reject(Rejected{Line: line, Column: name, Problem: ProblemMissing})
		}
	}
	return len(t.rejected) == 0
}

// add takes a line apart and checks what holds for the cells of every table.
func (t *table) add(line int, text string) {
	r := row{table: t, line: line, cells: strings.SplitN(text, "\t", len(t.head)+1)} // a line of tabs must not become a cell for each
	switch n := len(r.cells); {
	case n < len(t.head):
		t.reject(Rejected{Line: line, Column: t.head[n], Number: n + 1, Problem: ProblemTooFew})
		return
	case n > len(t.head):
		t.reject(Rejected{Line: line, Number: len(t.head) + 1, Problem: ProblemTooWide, Cell: r.cells[len(t.head)]})
		return
	}
	sound := true
	for i, cell := range r.cells {
		r.cells[i] = strings.TrimSpace(cell)
		problem := Problem("")
		switch {
		case len(cell) > MaxCell:
			problem = ProblemTooLong
		case !utf8.ValidString(cell):
			problem = ProblemNotUTF8
		case strings.ContainsFunc(cell, catalog.Unseen):
			problem = ProblemControl
		}
		if problem != "" {
			r.wrong(t.head[i], problem)
			sound = false
		}
	}
	if sound {
		t.rows = append(t.rows, r)
	}
}

// cell gives what stands in a column.
func (r *row) cell(name string) string { return r.cells[slices.Index(r.head, name)] }

// wrong rejects a cell.
func (r *row) wrong(name string, problem Problem) {
	r.reject(Rejected{Line: r.line, Column: name, Number: slices.Index(r.head, name) + 1, Problem: problem, Cell: r.cell(name)})
}

// key gives the key of a row, "" when it is wrong. Keys are as the store makes
// them out of names: without spaces, capitals and most punctuation.
func (r *row) key(name string, seen map[string]bool) string {
	key := r.cell(name)
	switch {
	case key == "" || strings.ContainsFunc(key, unicode.IsSpace) || key != strings.ToLower(key) || naming.Fold(key) == "":
		r.wrong(name, ProblemKey)
		return ""
	case seen[key]:
		r.wrong(name, ProblemRepeated)
		return ""
	}
	seen[key] = true
	return key
}

// shorten gives the first 80 characters of a cell, which may be no UTF-8.
func shorten(cell string) string {
	cell = strings.ToValidUTF8(cell[:min(len(cell), 81*utf8.UTFMax)], "\uFFFD")
	if runes := []rune(cell); len(runes) > 80 {
		return string(runes[:80]) + "…"
	}
	return cell
}

// write writes a table; tabs and line breaks in a cell become spaces.
func write(w io.Writer, columns []string, rows [][]string) error {
	var b strings.Builder
	clean := strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")
	for _, cells := range append([][]string{columns}, rows...) {
		for i, cell := range cells {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(clean.Replace(cell))
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}
