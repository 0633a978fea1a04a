package workspace_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// Reading again tells of every photo, and keeps what it read when it is stopped:
// photos it did not come to have not failed.
func TestRereadStopped(t *testing.T) {
	const photos, until = 40, 5
	c := open(t, create(t, "c.waybill"))
	if _, err := c.Import(t.Context(), workspace.ImportOptions{Paths: []string{writeNumbered(t, photos)}}); err != nil {
		t.Fatal(err)
	}
	head := "id\tapp\tregex_re2\texample\tgroups\tevent\tclock\tprecision\tweight\tcertainty\tnote\n"
	put(t, c.Dir(), "filename_patterns.tsv", []byte(head+"desk\tOur desk\t^desk-(?P<d>20\\d{6})\\b\tdesk-20230705.png\td\treceived at the desk\tlocal\tday\t2\tV\t\n"))

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var told []int
	summary, err := c.Reread(ctx, workspace.RereadOptions{Progress: func(done, total int) {
		if told = append(told, done); done == until {
			cancel()
		}
		if total != photos {
			t.Errorf("told of %d photos", total)
		}
	}})
	if catalog.CodeOf(err) != catalog.ErrCancelled {
		t.Fatalf("got %+v, %v", summary, err)
	}
	if summary.Failed != 0 || summary.Photos < until || summary.Photos == photos || summary.Changed != summary.Photos {
		t.Errorf("%+v", summary)
	}
	for i, done := range told {
		if done != i+1 {
			t.Fatalf("told %v", told)
		}
	}
	dated := 0
	for _, p := range allPhotos(t, c) {
		if p.Date != nil {
			dated++
		}
	}
	if dated != summary.Photos {
		t.Errorf("%d photos are bounded, %d were read", dated, summary.Photos)
	}
	verifyClean(t, c)
}

// writeNumbered writes n different pictures with names that no shipped pattern
// knows.
func writeNumbered(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	shots, err := filepath.Glob(filepath.Join(writePNGs(t, n*7/6+7), "*.png"))
	if err != nil {
		t.Fatal(err)
	}
	for i, shot := range shots {
		if i%7 == 6 || n == 0 { // the same as the one before
			continue
		}
		if n--; n < 0 {
			break
		}
		if err := os.Rename(shot, filepath.Join(dir, "desk-20230705 "+filepath.Base(shot))); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
