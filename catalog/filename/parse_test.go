package filename_test

import (
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"golang.org/x/text/unicode/norm"

	"waybill/catalog"
	"waybill/catalog/filename"
)

const (
	head = "id\tapp\tregex_re2\texample\tgroups\tevent\tclock\tprecision\tweight\tcertainty\tnote"
	good = "a\tA\t^a(?P<d>\\d{8})\ta20240709\td\tsaved\tlocal\tday\t1\tV\t"
)

// ownTable gives a table of these rows.
func ownTable(rows ...string) string { return head + "\n" + strings.Join(rows, "\n") + "\n" }

// with gives the good row with another cell in a column, from 0.
func with(column int, cell string) string {
	cells := strings.Split(good, "\t")
	cells[column] = cell
	return strings.Join(cells, "\t")
}

func TestParseAccepts(t *testing.T) {
	for name, text := range map[string]string{
		"plain":                ownTable(good),
		"byte order mark":      "\uFEFF" + ownTable(good),
		"CRLF":                 strings.ReplaceAll(ownTable(good), "\n", "\r\n"),
		"empty lines":          ownTable("", good, "", ""),
		"no line end":          strings.TrimSuffix(ownTable(good), "\n"),
		"groups with meanings": ownTable(with(4, "d=yymmdd")),
		"decomposed Hangul":    norm.NFD.String(ownTable(good, `b	B	^사진(?P<d>\d{8})	사진20240709	d	saved	local	day	1	V	`)),
	} {
		p, err := filename.Parse(strings.NewReader(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if r, ok := p.Match("a20240709.jpg"); !ok || r.Moment == nil {
			t.Errorf("%s: %+v, %t", name, r, ok)
		}
	}
	if p, err := filename.Parse(strings.NewReader(head)); err != nil {
		t.Errorf("only a header: %v", err)
	} else if _, ok := p.Match("a20240709"); ok {
		t.Error("a table without rows knows a name")
	}
}

func TestParseRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		text    string
		line    int
		column  string
		problem filename.Problem
	}{
		"nothing":                  {"", 1, "", filename.ProblemHeader},
		"no header":                {good, 1, "", filename.ProblemHeader},
		"other header":             {strings.ToUpper(head), 1, "", filename.ProblemHeader},
		"a cell short":             {ownTable(good, "b\tB"), 3, "", filename.ProblemCells},
		"a cell too many":          {ownTable(good + "\tmore"), 2, "", filename.ProblemCells},
		"Latin-1":                  {ownTable(with(10, "caf\xe9")), 2, "", filename.ProblemText},
		"long line":                {ownTable(good, with(10, strings.Repeat("x", 9000))), 3, "", filename.ProblemLong},
		"many lines":               {ownTable(strings.Repeat("\n", 300)), 201, "", filename.ProblemLong},
		"no id":                    {ownTable(with(0, "")), 2, "id", filename.ProblemValue},
		"id of other letters":      {ownTable(with(0, "A b")), 2, "id", filename.ProblemValue},
		"long id":                  {ownTable(with(0, strings.Repeat("x", 201))), 2, "id", filename.ProblemLong},
		"id twice":                 {ownTable(good, good), 3, "id", filename.ProblemTwice},
		"no program":               {ownTable(with(1, " ")), 2, "app", filename.ProblemValue},
		"backreference":            {ownTable(with(2, `^(?P<d>\d{8})\1`)), 2, "regex_re2", filename.ProblemRegex},
		"open bracket":             {ownTable(with(2, `^a(?P<d>\d{8}`)), 2, "regex_re2", filename.ProblemRegex},
		"group twice":              {ownTable(with(2, `^a(?P<d>\d{4})(?P<d>\d{4})`)), 2, "groups", filename.ProblemGroups},
		"long expression":          {ownTable(with(2, strings.Repeat("a", 1001))), 2, "regex_re2", filename.ProblemLong},
		"repetitions of many":      {ownTable(with(2, `^a(?P<d>\d{8})(a{20}){30}`)), 2, "regex_re2", filename.ProblemLong},
		"repetitions beyond RE2":   {ownTable(with(2, `^a(?P<d>\d{8})((a{1000}){1000}){1000}`)), 2, "regex_re2", filename.ProblemRegex},
		"classes of many":          {ownTable(with(2, `^a(?P<d>\d{8})`+strings.Repeat(`\p{L}?`, 100))), 2, "regex_re2", filename.ProblemLong},
		"no example":               {ownTable(with(3, "")), 2, "example", filename.ProblemValue},
		"example of another":       {ownTable(with(3, "b20240709")), 2, "example", filename.ProblemExample},
		"example of no day":        {ownTable(with(3, "a20241309")), 2, "example", filename.ProblemExample},
		"example without time":     {ownTable(with(7, "s")), 2, "example", filename.ProblemExample},
		"a group not in the regex": {ownTable(with(4, "d,t")), 2, "groups", filename.ProblemGroups},
		"a group not listed":       {ownTable(with(4, "")), 2, "groups", filename.ProblemGroups},
		"no event":                 {ownTable(with(5, "")), 2, "event", filename.ProblemValue},
		"unknown clock":            {ownTable(with(6, "moon")), 2, "clock", filename.ProblemValue},
		"a time of no clock":       {ownTable(with(6, "none")), 2, "clock", filename.ProblemValue},
		"unknown precision":        {ownTable(with(7, "hour")), 2, "precision", filename.ProblemValue},
		"heavy":                    {ownTable(with(8, "5")), 2, "weight", filename.ProblemValue},
		"light":                    {ownTable(with(8, "-1")), 2, "weight", filename.ProblemValue},
		"weight in words":          {ownTable(with(8, "much")), 2, "weight", filename.ProblemValue},
	} {
		_, err := filename.Parse(strings.NewReader(c.text))
		wrong, ok := errors.AsType[*filename.TableError](err)
		if !ok || wrong.Line != c.line || wrong.Column != c.column || wrong.Problem != c.problem {
			t.Errorf("%s: %v, want line %d %s %s", name, err, c.line, c.column, c.problem)
		}
		if catalog.CodeOf(err) != catalog.ErrInvalid {
			t.Errorf("%s: code %q", name, catalog.CodeOf(err))
		}
	}
}

func TestParseReadError(t *testing.T) {
	torn := io.MultiReader(strings.NewReader(head+"\n"), iotest.ErrReader(io.ErrUnexpectedEOF))
	if _, err := filename.Parse(torn); catalog.CodeOf(err) != catalog.ErrIO || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a reader that fails: %v", err)
	}
}

// worst gives as many of the costliest rows.
func worst(rows int) string {
	var b strings.Builder
	for i := range rows {
		b.WriteString("r" + strconv.Itoa(i) + "\tA\t" + strings.Repeat("(a|a*)*", 60) + "c$\tc\t\tsaved\tnone\tnone\t0\tV\t\n")
	}
	return head + "\n" + b.String()
}

// TestWorstTable: a table whose expressions together would hold up an import is
// refused, and one just below that is no trouble.
func TestWorstTable(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, which the race detector slows down several times")
	}
	_, err := filename.Parse(strings.NewReader(worst(100)))
	wrong, ok := errors.AsType[*filename.TableError](err)
	if !ok || wrong.Problem != filename.ProblemLong || wrong.Column != "regex_re2" {
		t.Fatalf("a hundred costly rows: %v", err)
	}
	p, err := filename.Parse(strings.NewReader(worst(wrong.Line - 2)))
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	p.Match(strings.Repeat("a", 1000) + "b")
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("one name took %v", took)
	}
}

func BenchmarkWorstTable(b *testing.B) {
	p, err := filename.Parse(strings.NewReader(worst(20)))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		p.Match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.jpg")
	}
}

func BenchmarkClaims(b *testing.B) {
	p := shipped(b)
	for b.Loop() {
		for _, e := range examples {
			p.Claims(e.name)
		}
	}
}
