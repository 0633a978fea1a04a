package rules_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"waybill/catalog"
	"waybill/catalog/rules"
)

const shipped = "../../assets/rules/un-dprk-2397"

// folder is a source that reads the tables of a folder.
func folder(dir string) rules.Source {
	return func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, name)) }
}

// tables is a source that holds its tables.
type tables map[string]string

func (t tables) read(name string) ([]byte, error) {
	text, ok := t[name]
	if !ok {
		return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	return []byte(text), nil
}

// with gives the same tables with one of them exchanged.
func (t tables) with(name, text string) tables {
	t = maps.Clone(t)
	t[name] = text
	return t
}

func shippedTables(t testing.TB) tables {
	t.Helper()
	all := tables{}
	for _, name := range []string{"pack.tsv", "measures.tsv", "goods.tsv"} {
		b, err := os.ReadFile(filepath.Join(shipped, name))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(b)
	}
	return all
}

func load(t testing.TB, source rules.Source) *rules.Pack {
	t.Helper()
	p, err := rules.Load(source)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// at reads a moment or the start of a day in wall time; "" is unknown.
func at(t testing.TB, s string) *time.Time {
	t.Helper()
	if s == "" {
		return nil
	}
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05"} {
		if moment, err := time.Parse(layout, s); err == nil {
			return &moment
		}
	}
	t.Fatalf("no moment: %q", s)
	return nil
}

// day writes a day, "" for none.
func day(d *time.Time) string {
	if d == nil {
		return ""
	}
	return d.Format(time.DateOnly)
}

// ids lists the measures of suggestions.
func ids(suggestions []catalog.Suggestion) []string {
	var all []string
	for _, s := range suggestions {
		all = append(all, s.Measure)
	}
	return all
}
