package tsv

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func given(text string) Source {
	return func(string) ([]byte, error) { return []byte(text), nil }
}

func TestRead(t *testing.T) {
	rows, err := Read(given("id\tname\r\n1\t a b \r\n2\t\n"), "x.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Row{{"id": "1", "name": "a b"}, {"id": "2", "name": ""}}, rows); diff != "" {
		t.Error(diff)
	}
}

func TestReadRefuses(t *testing.T) {
	for text, says := range map[string]string{
		"id\tname\n1\ta\n2\n": "x.tsv: line 3: 1 cells, want 2",
		"id\n1\t2\n":          "x.tsv: line 2: 2 cells, want 1",
		"id\n" + strings.Repeat("x", maxLine+1) + "\n": "x.tsv: ",
	} {
		if _, err := Read(given(text), "x.tsv"); err == nil || !strings.HasPrefix(err.Error(), says) {
			t.Errorf("got %v, want %s", err, says)
		}
	}
	missing := func(string) ([]byte, error) { return nil, fs.ErrNotExist }
	if _, err := Read(missing, "x.tsv"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
