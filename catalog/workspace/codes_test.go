package workspace_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/codes"
)

func TestCodesOfTheCataloguesFolder(t *testing.T) {
	c := open(t, create(t, "c.waybill"))
	becomes := func(typed, want string) {
		t.Helper()
		table, err := c.Codes()
		if got, _, _ := table.Expand(typed, len(typed), "en"); err != nil || got != want {
			t.Errorf("%s becomes %q, %v; want %q", typed, got, err, want)
		}
	}
	becomes("=rf=", "household refrigerators")
	head := "[code]\ten\tko\tzh\tnote\n"
	put(t, c.Dir(), "codes.tsv", []byte(head+"rf\tfridges\t\t\t\n"))
	becomes("[rf]", "fridges")
	becomes("[fz]", "chest freezers")

	put(t, c.Dir(), "codes.tsv", []byte(head+"rf\tfridges\t\t\n"))
	table, err := c.Codes()
	wrong, ok := errors.AsType[*codes.TableError](err)
	if !ok || wrong.Line != 2 || catalog.CodeOf(err) != catalog.ErrInvalid || !strings.Contains(err.Error(), "codes.tsv") {
		t.Errorf("a row without its cells: %v", err)
	}
	if got, _, _ := table.Expand("=rf=", 4, "en"); got != "household refrigerators" {
		t.Errorf("beside a wrong table =rf= becomes %q", got)
	}

	path := filepath.Join(c.Dir(), "codes.tsv")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Codes(); catalog.CodeOf(err) != catalog.ErrIO {
		t.Errorf("a folder in the place of the table: %v", err)
	}
}
