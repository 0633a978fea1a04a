package workspace_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func TestWorklist(t *testing.T) {
	c, _ := judgedByTheFirst(t)
	if _, _, err := c.LoadPack(t.Context(), packDir(t, amended), "AB"); err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	n, err := workspace.WriteConcerns(&text, false, c.Outdated(t.Context()))
	lines := strings.Split(strings.TrimSuffix(text.String(), "\n"), "\n")
	if err != nil || n != 3 || len(lines) != 4 || !strings.HasPrefix(lines[0], "photo\tobservation\t") || !strings.HasPrefix(lines[1], "P-000001\tO-000001\tD-000001\t") {
		t.Fatalf("%d, %v\n%s", n, err, text.String())
	}
	head := strings.Split(lines[0], "\t")
	for i, want := range map[string]string{"reasons": "measure_new_for_item", "status": "not-listed", "suggested_measure": "UN9999-1", "old_pack": "un-dprk-2397 1"} {
		cells := strings.Split(lines[3], "\t")
		if at := slices.Index(head, i); at < 0 || len(cells) != len(head) || cells[at] != want {
			t.Errorf("%s of %q is not %s", i, lines[3], want)
		}
	}
	path := filepath.Join(t.TempDir(), "list.CSV")
	if n, err := workspace.ExportConcerns(path, c.Outdated(t.Context())); n != 3 || err != nil {
		t.Fatal(n, err)
	}
	b := must(os.ReadFile(path))
	if !bytes.HasPrefix(b, []byte("\uFEFFphoto,observation,")) || bytes.Count(b, []byte("\r\n")) != 4 {
		t.Errorf("%s", b)
	}
	if _, err := workspace.ExportConcerns(path, c.Outdated(t.Context())); catalog.CodeOf(err) != catalog.ErrExists {
		t.Errorf("it was written over: %v", err)
	}
	bad := func(yield func([]workspace.Concern, error) bool) { yield(nil, errors.New("broken")) }
	half := filepath.Join(t.TempDir(), "half.tsv")
	if _, err := workspace.ExportConcerns(half, bad); err == nil {
		t.Error("a broken list was exported")
	}
	if _, err := os.Stat(half); !os.IsNotExist(err) {
		t.Error("half a list stays")
	}
}
