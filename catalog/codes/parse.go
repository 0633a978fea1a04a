package codes

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"waybill/catalog"
)

// Bounds of a table: it may be a user's own.
const (
	maxLine  = 8 << 10 // bytes
	maxLines = 5000
	maxCode  = 24   // characters
	maxText  = 500  // characters of a text
	maxNote  = 1000 // bytes
	maxTyped = 3*maxCode + len(":ko")
)

// header are the columns; the first cell may have the delimiters around it.
var header = []string{"code", "en", "ko", "zh", "note"}

// Problem says what is wrong with a table.
type Problem string

// Problems.
const (
	ProblemHeader     Problem = "header"     // the first line does not name the columns in their order
	ProblemDelimiters Problem = "delimiters" // what stands around the name of the first column cannot stand around codes
	ProblemText       Problem = "text"       // not UTF-8, or a character that cannot be printed
	ProblemLong       Problem = "too_long"   // a line, cell or table beyond the bounds
	ProblemCells      Problem = "cells"      // too few or too many cells
	ProblemCode       Problem = "code"       // not letters, digits, "-", "_" and "." with a letter among them
	ProblemEmpty      Problem = "empty"      // no text in any language
	ProblemTwice      Problem = "twice"      // a code that an earlier row has
)

// TableError says where a table is wrong. It is wrapped in a *catalog.Error of
// code ErrInvalid.
type TableError struct {
	Line    int    // from 1
	Column  string // its name in the header; "" when it is about the whole line
	Problem Problem
}

// Error gives the text for logs and developers.
func (e *TableError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("line %d: %s", e.Line, e.Problem)
	}
	return fmt.Sprintf("line %d: %s: %s", e.Line, e.Column, e.Problem)
}

// Parse reads a table of codes: tab-separated UTF-8 with a header line, columns
// as in assets/vocabularies/README.md. Empty lines, a byte order mark and CRLF
// are accepted. One wrong row refuses the table, with a *TableError that says
// where. An error of r is returned as code ErrIO.
func Parse(r io.Reader) (*Table, error) {
	t, err := parse(r)
	if err == nil {
		return t, nil
	}
	code := catalog.ErrIO
	if _, ok := errors.AsType[*TableError](err); ok {
		code = catalog.ErrInvalid
	}
	return nil, &catalog.Error{Code: code, Op: "read codes", Err: err}
}

func parse(r io.Reader) (*Table, error) {
	t := &Table{at: map[string]int{}}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	n := 0
	for lines.Scan() {
		n++
		if err := t.line(lines.Text(), n); err != nil {
			return nil, err
		}
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, &TableError{Line: n + 1, Problem: ProblemLong}
	case err != nil:
		return nil, err
	case n == 0:
		return nil, &TableError{Line: 1, Problem: ProblemHeader}
	}
	return t, nil
}

// line reads the header or a row.
func (t *Table) line(text string, n int) error {
	if n == 1 {
		text = strings.TrimPrefix(text, "\uFEFF")
	}
	switch {
	case n > maxLines:
		return &TableError{Line: n, Problem: ProblemLong}
	case !utf8.ValidString(text):
		return &TableError{Line: n, Problem: ProblemText}
	case n > 1 && strings.TrimSpace(text) == "":
		return nil
	}
	cells := strings.Split(norm.NFC.String(text), "\t")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if n == 1 {
		return t.head(cells)
	}
	if len(cells) != len(header) {
		return &TableError{Line: n, Problem: ProblemCells}
	}
	return t.row(cells, n)
}

// head reads the header: "code" for the usual delimiters, else what is written
// around it, as in "[code]" and "\code\".
func (t *Table) head(cells []string) error {
	open, closing, named := strings.Cut(cells[0], header[0])
	if !named || !slices.Equal(cells[1:], header[1:]) {
		return &TableError{Line: 1, Problem: ProblemHeader}
	}
	if open == "" && closing == "" {
		return nil
	}
	before, after := []rune(open), []rune(closing)
	if len(before) != 1 || len(after) != 1 {
		return &TableError{Line: 1, Column: header[0], Problem: ProblemDelimiters}
	}
	if t.delims = (Delimiters{before[0], after[0]}); !t.delims.Valid() {
		return &TableError{Line: 1, Column: header[0], Problem: ProblemDelimiters}
	}
	return nil
}

// row appends a row's code.
func (t *Table) row(cells []string, n int) error {
	wrong := func(column int, p Problem) error { return &TableError{Line: n, Column: header[column], Problem: p} }
	code := cells[0]
	switch {
	case utf8.RuneCountInString(code) > maxCode:
		return wrong(0, ProblemLong)
	case strings.ContainsFunc(code, func(r rune) bool { return !inCode(r) }) || !strings.ContainsFunc(code, unicode.IsLetter):
		return wrong(0, ProblemCode)
	case cells[1]+cells[2]+cells[3] == "":
		return &TableError{Line: n, Problem: ProblemEmpty}
	}
	for i, cell := range cells[1:] {
		most := maxText
		if header[i+1] == "note" {
			most = maxNote
		}
		switch {
		case utf8.RuneCountInString(cell) > most:
			return wrong(i+1, ProblemLong)
		case strings.ContainsFunc(cell, func(r rune) bool { return !unicode.IsPrint(r) }):
			return wrong(i+1, ProblemText)
		}
	}
	if !t.put(Code{Code: code, Texts: catalog.Names{English: cells[1], Korean: cells[2], Chinese: cells[3]}, Note: cells[4]}) {
		return wrong(0, ProblemTwice)
	}
	return nil
}
