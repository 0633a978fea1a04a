package rules

import (
	"bytes"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// What a pack may hold at most: far more than any has, little enough to be read
// at once.
const (
	MaxFile     = 4 << 20 // bytes of one table
	MaxCell     = 4 << 10 // bytes of one cell
	MaxMeasures = 2_000
	MaxGoods    = 20_000
	maxFields   = 100
)

// column is a column that a table must have.
type column struct {
	name   string
	also   string // another name for it
	filled bool   // no cell may be empty
}

// row is a line of a table.
type row struct {
	file  string
	line  int
	head  []string // names of columns as this package calls them
	cells []string
}

// readTable reads a table whose header names all of the columns, in any order.
func readTable(source Source, file string, columns []column, most int) ([]row, error) {
	data, err := source(file)
	if err != nil {
		return nil, unread(file, err)
	}
	if len(data) > MaxFile {
		return nil, refuse(&TableError{File: file, Problem: ProblemTooLarge})
	}
	rest := bytes.TrimPrefix(data, []byte("\uFEFF")) // spreadsheets write one
	var head []string
	var rows []row
	for n := 1; len(rest) > 0; n++ {
		var line []byte
		line, rest, _ = bytes.Cut(rest, []byte("\n"))
		text := strings.TrimSuffix(string(line), "\r")
		if text == "" {
			continue
		}
		if head == nil {
			if head, err = header(file, n, text, columns); err != nil {
				return nil, err
			}
			continue
		}
		if len(rows) == most {
			return nil, refuse(&TableError{File: file, Line: n, Problem: ProblemTooMany})
		}
		r := row{file: file, line: n, head: head}
		if err := r.split(text, columns); err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	switch {
	case head == nil:
		return nil, refuse(&TableError{File: file, Problem: ProblemNoHeader})
	case len(rows) == 0:
		return nil, refuse(&TableError{File: file, Problem: ProblemNoRows})
	}
	return rows, nil
}

// header reads the names of the columns and checks that there are the right ones.
func header(file string, line int, text string, columns []column) ([]string, error) {
	var head []string
	for name := range strings.SplitSeq(text, "\t") {
		name = strings.TrimSpace(name)
		bad := TableError{File: file, Line: line, Column: shorten(name), Number: len(head) + 1, Cell: name}
		i := slices.IndexFunc(columns, func(c column) bool { return name == c.name || name == c.also && name != "" })
		if i < 0 {
			bad.Problem = ProblemUnknown
			return nil, refuse(&bad)
		}
		if slices.Contains(head, columns[i].name) {
			bad.Problem = ProblemTwice
			return nil, refuse(&bad)
		}
		head = append(head, columns[i].name)
	}
	for _, c := range columns {
		if !slices.Contains(head, c.name) {
			return nil, refuse(&TableError{File: file, Line: line, Column: c.name, Problem: ProblemMissing})
		}
	}
	return head, nil
}

// split takes a line apart and checks what holds for cells of every table.
func (r *row) split(text string, columns []column) error {
	for cell := range strings.SplitSeq(text, "\t") {
		if len(r.cells) == len(r.head) {
			return refuse(&TableError{File: r.file, Line: r.line, Number: len(r.cells) + 1, Problem: ProblemTooWide, Cell: cell})
		}
		name := r.head[len(r.cells)]
		r.cells = append(r.cells, strings.TrimSpace(cell))
		switch {
		case len(cell) > MaxCell:
			return r.wrong(name, ProblemTooLong)
		case !utf8.ValidString(cell):
			return r.wrong(name, ProblemNotUTF8)
		case strings.ContainsFunc(cell, unseen):
			return r.wrong(name, ProblemControl)
		}
	}
	if n := len(r.cells); n < len(r.head) {
		return refuse(&TableError{File: r.file, Line: r.line, Column: r.head[n], Number: n + 1, Problem: ProblemTooFew})
	}
	for _, c := range columns {
		if c.filled && r.cell(c.name) == "" {
			return r.wrong(c.name, ProblemEmpty)
		}
	}
	return nil
}

// unseen knows control characters and those that turn the direction of writing,
// with which a cell would show something other than what it holds.
func unseen(c rune) bool {
	return unicode.IsControl(c) || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069
}

// cell gives what stands in a column.
func (r *row) cell(name string) string {
	if i := slices.Index(r.head, name); i >= 0 && i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}

// wrong makes the error about a cell.
func (r *row) wrong(name string, problem Problem) error {
	return r.wrongPart(name, problem, r.cell(name))
}

// wrongPart makes the error about a part of a cell.
func (r *row) wrongPart(name string, problem Problem, part string) error {
	return refuse(&TableError{
		File: r.file, Line: r.line, Column: name, Number: slices.Index(r.head, name) + 1, Problem: problem, Cell: part,
	})
}

// day reads a cell that holds a day.
func (r *row) day(name string) (time.Time, error) {
	d, err := time.Parse(time.DateOnly, r.cell(name))
	if err != nil || d.Year() < 1 {
		return time.Time{}, r.wrong(name, ProblemDate)
	}
	return d, nil
}

// list splits a cell at the semicolons outside brackets; empty parts are left out.
func list(cell string) []string {
	var parts []string
	depth, start := 0, 0
	take := func(end int) {
		if part := strings.TrimSpace(cell[start:end]); part != "" {
			parts = append(parts, part)
		}
	}
	for i, c := range cell {
		switch {
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case c == ';' && depth == 0:
			take(i)
			start = i + 1
		}
	}
	take(len(cell))
	return parts
}
