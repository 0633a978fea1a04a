package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"waybill/catalog"
)

// Problem says what is wrong with a table of a pack. Problems are stable.
type Problem string

// Problems of a file as a whole.
const (
	ProblemNoFile    Problem = "no_file"   // the pack lacks it
	ProblemTooLarge  Problem = "too_large" // more than MaxFile bytes
	ProblemNoHeader  Problem = "no_header" // there is no line with the names of columns
	ProblemNoRows    Problem = "no_rows"   // there is only the header
	ProblemTooMany   Problem = "too_many"  // more rows than a pack may have
	ProblemUnknown   Problem = "unknown_column"
	ProblemMissing   Problem = "missing_column"
	ProblemTwice     Problem = "repeated_column"
	ProblemTooFew    Problem = "too_few_cells" // Column is the first without a cell
	ProblemTooWide   Problem = "too_many_cells"
	ProblemNoField   Problem = "unknown_field" // pack.tsv names a field that there is not
	ProblemVersion   Problem = "version_taken" // another pack has its id and version
	ProblemFieldLack Problem = "missing_field" // pack.tsv lacks a field that there must be; Cell is its name
)

// Problems of a cell.
const (
	ProblemNotUTF8    Problem = "not_utf8"
	ProblemControl    Problem = "control_character" // or one that turns the direction of writing
	ProblemTooLong    Problem = "cell_too_long"     // more than MaxCell bytes
	ProblemEmpty      Problem = "empty"             // it must hold something
	ProblemID         Problem = "bad_id"
	ProblemRepeated   Problem = "repeated_id"
	ProblemDate       Problem = "bad_date" // not a day written as 2017-12-22
	ProblemDirection  Problem = "bad_direction"
	ProblemBasis      Problem = "bad_basis"
	ProblemHS         Problem = "bad_hs"
	ProblemHSSource   Problem = "bad_hs_source" // no known word, or none though there are headings
	ProblemStatus     Problem = "bad_status"
	ProblemOrder      Problem = "bad_order" // a measure would end before it began
	ProblemCertainty  Problem = "bad_certainty"
	ProblemKind       Problem = "bad_kind"
	ProblemMeasure    Problem = "unknown_measure"
	ProblemWrongWay   Problem = "wrong_direction"    // the measure does not work this way
	ProblemExempts    Problem = "exemption_as_ban"   // the measure only exempts from others
	ProblemNoMeasure  Problem = "kind_needs_measure" // a kind other than unlisted names none
	ProblemHasMeasure Problem = "unlisted_measure"   // unlisted, and yet a measure is named
)

// TableError says where a pack is wrong and how.
type TableError struct {
	File    string
	Line    int    // counted from 1, the header included; 0 for the file as a whole
	Column  string // its name, "" when it has none
	Number  int    // of the column in the file, counted from 1; 0 when there is no such
	Problem Problem
	Cell    string // what was found, shortened
}

// Error gives the text for logs and developers.
func (e *TableError) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, " line %d", e.Line)
	}
	if e.Column != "" {
		b.WriteString(" column " + e.Column)
	} else if e.Number > 0 {
		fmt.Fprintf(&b, " column %d", e.Number)
	}
	fmt.Fprintf(&b, ": %s", e.Problem)
	if e.Cell != "" {
		fmt.Fprintf(&b, " %q", e.Cell)
	}
	return b.String()
}

// refuse wraps a *TableError for the caller.
func refuse(e *TableError) error {
	e.Cell = shorten(e.Cell)
	return &catalog.Error{Code: catalog.ErrInvalid, Op: "load rule pack", Subject: e.File, Err: e}
}

// unread wraps the error of a source that did not give a table.
func unread(file string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return refuse(&TableError{File: file, Problem: ProblemNoFile})
	}
	return &catalog.Error{Code: catalog.ErrIO, Op: "load rule pack", Subject: file, Err: err}
}

// shorten gives the first 80 characters of a cell, which may be no UTF-8.
func shorten(cell string) string {
	n := 0
	for i := range cell {
		if n == 80 {
			cell = cell[:i] + "…"
			break
		}
		n++
	}
	return strings.ToValidUTF8(cell, "\uFFFD")
}
