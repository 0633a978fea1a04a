package workspace_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/sqlite"
	"waybill/catalog/workspace"
)

// removeAll moves all photos of a catalogue into the bin.
func removeAll(ctx context.Context, dir string) error {
	c, err := workspace.Open(ctx, dir)
	if err != nil {
		return err
	}
	ids, _, err := c.Find(ctx, catalog.Query{}, catalog.SortTaken, sqlite.Cursor{}, 10_000)
	if err == nil {
		_, err = c.Remove(ctx, ids, "")
	}
	return errors.Join(err, c.Close())
}

// TestKillWhileRemoving kills a program at random moments while it moves photos
// into the bin: all of them lie there, or none.
func TestKillWhileRemoving(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts many processes")
	}
	dir := create(t, "c.waybill")
	if _, err := importInto(t.Context(), dir, []string{writePNGs(t, 200)}, nil); err != nil {
		t.Fatal(err)
	}
	var took time.Duration
	for n := range 12 {
		cmd := exec.CommandContext(t.Context(), os.Args[0])
		cmd.Env = append(os.Environ(), removing+"="+dir)
		started := time.Now()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if n > 0 {
			time.Sleep(took/4 + time.Duration(rand.Int64N(int64(took)))) // the moment of the kill is the point
			_ = cmd.Process.Kill()
		}
		if err := cmd.Wait(); n == 0 && err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			took = time.Since(started)
		}
		c, err := workspace.OpenSession(t.Context(), dir, "test")
		if err != nil {
			t.Fatal(err)
		}
		verifyClean(t, c)
		all, err := c.Count(t.Context(), catalog.Query{})
		if err != nil {
			t.Fatal(err)
		}
		ids, _, err := c.Find(t.Context(), catalog.Query{Terms: []catalog.Term{{Field: catalog.FieldIs, Value: catalog.IsRemoved}}}, catalog.SortTaken, sqlite.Cursor{}, 10_000)
		if err != nil || all*len(ids) != 0 || all+len(ids) == 0 {
			t.Fatalf("%d photos are left and %d lie in the bin, %v", all, len(ids), err)
		}
		if _, err := c.Restore(t.Context(), ids, ""); err != nil {
			t.Fatal(err)
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestBinStaysInside(t *testing.T) {
	c := exportable(t)
	if _, err := c.Remove(t.Context(), []catalog.PhotoID{2}, ""); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	_, err := c.Export(t.Context(), workspace.ExportOptions{Folder: out, Photos: []catalog.PhotoID{1, 2}})
	if e, ok := errors.AsType[*catalog.Error](err); !ok || e.Code != catalog.ErrInBin || e.Subject != "P-000002" {
		t.Errorf("a photo in the bin that is chosen: %v", err)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("something was written")
	}
	sum, err := c.Export(t.Context(), workspace.ExportOptions{Folder: out})
	if err != nil || sum.Photos != 2 {
		t.Errorf("%+v, %v", sum, err)
	}
	photos, err := c.Photos(t.Context(), []catalog.PhotoID{2})
	if err != nil {
		t.Fatal(err)
	}
	var told []ingest.File
	paths := []string{c.OriginalPath(photos[0])}
	if _, err := c.Import(t.Context(), workspace.ImportOptions{Paths: paths, Intake: catalog.Intake{Name: "again"}, OnFile: func(f ingest.File) { told = append(told, f) }}); err != nil {
		t.Fatal(err)
	}
	if len(told) != 1 || told[0].Code != catalog.ErrInBin || told[0].Result != ingest.Duplicate || told[0].Photo != 2 {
		t.Errorf("%+v", told)
	}
}
