package filename

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"regexp"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"waybill/catalog"
)

// Bounds of a table: it may be a user's own. Those of sizes keep the time
// that a name costs in bounds, for RE2 takes as many steps as the expressions
// are large and the name is long.
const (
	maxLine    = 8 << 10 // bytes
	maxLines   = 200
	maxCell    = 200  // bytes of an id, a program or an example
	maxPattern = 1000 // bytes of an expression
	maxSize    = 400  // of an expression with its repetitions written out, see sizeOf
	maxSizes   = 10_000
)

var header = []string{"id", "app", "regex_re2", "example", "groups", "event", "clock", "precision", "weight", "certainty", "note"}

// Problem says what is wrong with a table.
type Problem string

// Problems.
const (
	ProblemHeader  Problem = "header"   // the first line does not name the columns in their order
	ProblemText    Problem = "text"     // not UTF-8
	ProblemLong    Problem = "too_long" // a line, cell or table beyond the bounds
	ProblemCells   Problem = "cells"    // too few or too many cells
	ProblemValue   Problem = "value"    // a cell that its column cannot hold
	ProblemTwice   Problem = "twice"    // an id that an earlier row has
	ProblemRegex   Problem = "regex"    // no RE2 expression; Err has the reason
	ProblemGroups  Problem = "groups"   // not the named groups of the expression
	ProblemExample Problem = "example"  // an example that the expression does not match, or not to the precision of the row
)

// TableError says where a table is wrong. It is wrapped in a *catalog.Error of
// code ErrInvalid.
type TableError struct {
	Line    int    // from 1
	Column  string // its name in the header; "" when it is about the whole line
	Problem Problem
	Err     error // the cause, may be nil
}

// Error gives the text for logs and developers.
func (e *TableError) Error() string {
	text := fmt.Sprintf("line %d: ", e.Line)
	if e.Column != "" {
		text += e.Column + ": "
	}
	text += string(e.Problem)
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap returns the cause.
func (e *TableError) Unwrap() error { return e.Err }

// Parse reads a table of patterns: tab-separated UTF-8 with a header line,
// columns as in assets/vocabularies/README.md. Empty lines, a byte order mark
// and CRLF are accepted. One wrong row refuses the table, with a *TableError
// that says where. An error of r is returned as code ErrIO.
func Parse(r io.Reader) (*Patterns, error) {
	p, err := parse(r)
	var wrong *TableError
	switch {
	case errors.As(err, &wrong):
		return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "read file name patterns", Err: err}
	case err != nil:
		return nil, &catalog.Error{Code: catalog.ErrIO, Op: "read file name patterns", Err: err}
	}
	return p, nil
}

func parse(r io.Reader) (*Patterns, error) {
	p := &Patterns{}
	size := 0
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	n := 0
	for lines.Scan() {
		n++
		cells, err := cellsOf(lines.Text(), n)
		switch {
		case err != nil:
			return nil, err
		case n > 1 && cells == nil:
			continue
		case n > 1:
			err = p.add(row{line: n, cells: cells}, &size)
		case !slices.Equal(cells, header):
			err = &TableError{Line: n, Problem: ProblemHeader}
		}
		if err != nil {
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
	return p, nil
}

// cellsOf splits a line, in form C as names are; nil when it is empty.
func cellsOf(line string, n int) ([]string, error) {
	if n == 1 {
		line = strings.TrimPrefix(line, "\uFEFF")
	}
	switch {
	case n > maxLines:
		return nil, &TableError{Line: n, Problem: ProblemLong}
	case !utf8.ValidString(line):
		return nil, &TableError{Line: n, Problem: ProblemText}
	case strings.TrimSpace(line) == "":
		return nil, nil
	}
	cells := strings.Split(norm.NFC.String(line), "\t")
	if len(cells) != len(header) {
		return nil, &TableError{Line: n, Problem: ProblemCells}
	}
	return cells, nil
}

// row is a line of the table behind its header.
type row struct {
	line  int
	cells []string
}

func (r row) cell(column string) string { return r.cells[slices.Index(header, column)] }

func (r row) wrong(column string, p Problem, cause error) error {
	return &TableError{Line: r.line, Column: column, Problem: p, Err: cause}
}

// add appends a row's pattern, and to size that of its expression.
func (p *Patterns) add(r row, size *int) error {
	if err := r.check(); err != nil {
		return err
	}
	known := pattern{id: r.cell("id"), app: r.cell("app"), event: eventOf(r.cell("event")), finest: precisions[r.cell("precision")], clock: Local}
	if strings.HasPrefix(r.cell("clock"), "UTC") {
		known.clock = UTC
	}
	if slices.ContainsFunc(p.list, func(q pattern) bool { return q.id == known.id }) {
		return r.wrong("id", ProblemTwice, nil)
	}
	var err error
	if known.regex, err = r.regex(size); err != nil {
		return err
	}
	example, ok := known.read(r.cell("example"))
	if !ok || (known.finest != 0 && (example.Moment == nil || example.Moment.Precision != known.finest)) {
		return r.wrong("example", ProblemExample, nil)
	}
	p.list = append(p.list, known)
	return nil
}

// precisions gives the finest precision that a cell trusts a name for.
var precisions = map[string]Precision{
	"none": 0, "day": Day, "min": Minute, "s": Second, "s or min": Second, "ms": Millisecond,
}

var (
	idPattern    = regexp.MustCompile(`^[a-z0-9_]+$`)
	clockPattern = regexp.MustCompile(`^(?:local|none|UTC( .*)?)$`)
)

// check judges each cell by itself.
func (r row) check() error {
	for _, column := range []string{"id", "app", "example"} {
		switch text := r.cell(column); {
		case strings.TrimSpace(text) == "":
			return r.wrong(column, ProblemValue, nil)
		case len(text) > maxCell:
			return r.wrong(column, ProblemLong, nil)
		}
	}
	_, known := precisions[r.cell("precision")]
	weight, err := strconv.Atoi(r.cell("weight"))
	timeless := r.cell("precision") == "none"
	for _, c := range []struct {
		column string
		ok     bool
	}{
		{"id", idPattern.MatchString(r.cell("id"))},
		{"event", r.cell("event") != ""},
		{"precision", known},
		{"clock", clockPattern.MatchString(r.cell("clock")) && (r.cell("clock") == "none") == timeless},
		{"weight", err == nil && weight >= 0 && weight <= 4},
	} {
		if !c.ok {
			return r.wrong(c.column, ProblemValue, nil)
		}
	}
	return nil
}

// eventOf says what an event means for the picture. What is not known to be
// anything else is a time of saving, the weakest of them.
func eventOf(event string) catalog.Property {
	switch {
	case strings.HasPrefix(event, "captured"):
		return catalog.PropTaken
	case strings.HasPrefix(event, "screenshot taken"):
		return catalog.PropScreenshot
	case strings.Contains(event, "received"):
		return catalog.PropReceived
	}
	return catalog.PropSaved
}

// regex compiles the row's expression when it is small enough, also with the
// size of those before it, and its groups are those that the row lists.
func (r row) regex(size *int) (*regexp.Regexp, error) {
	text := r.cell("regex_re2")
	if len(text) > maxPattern {
		return nil, r.wrong("regex_re2", ProblemLong, nil)
	}
	tree, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		return nil, r.wrong("regex_re2", ProblemRegex, err)
	}
	own := sizeOf(tree)
	if *size += own; own > maxSize || *size > maxSizes {
		return nil, r.wrong("regex_re2", ProblemLong, nil)
	}
	var listed []string
	for group := range strings.SplitSeq(r.cell("groups"), ",") {
		name, _, _ := strings.Cut(group, "=")
		listed = append(listed, strings.TrimSpace(name))
	}
	named := slices.DeleteFunc(tree.CapNames(), func(name string) bool { return name == "" })
	if !slices.Equal(listed, named) && !(len(named) == 0 && r.cell("groups") == "") {
		return nil, r.wrong("groups", ProblemGroups, nil)
	}
	regex, err := regexp.Compile(text)
	if err != nil {
		return nil, r.wrong("regex_re2", ProblemRegex, err)
	}
	return regex, nil
}

// sizeOf counts the nodes of an expression with its repetitions written out,
// which is about what it compiles to. The parser bounds depth and repetitions.
func sizeOf(tree *syntax.Regexp) int {
	size := 1
	switch tree.Op {
	case syntax.OpLiteral:
		size = len(tree.Rune)
	case syntax.OpCharClass: // bounds of ranges; \p{L} has over a thousand
		size += len(tree.Rune) / 32
	}
	for _, sub := range tree.Sub {
		size += sizeOf(sub)
	}
	if tree.Op == syntax.OpRepeat {
		size *= max(tree.Min, tree.Max, 1)
	}
	return size
}
