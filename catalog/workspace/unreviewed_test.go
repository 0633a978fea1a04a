package workspace_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"waybill/catalog"
	"waybill/catalog/sqlite"
	"waybill/catalog/workspace"
)

// With the setting, nothing leaves before somebody else has agreed with each
// judgement in force.
func TestReviewBeforeExport(t *testing.T) {
	c, photos, observed := sampled(t)
	folder := filepath.Join(t.TempDir(), "out")
	export := func(when string, waits bool, ids []catalog.PhotoID) {
		t.Helper()
		_, err := c.Export(t.Context(), workspace.ExportOptions{Folder: folder, Photos: ids, Force: true})
		var e *catalog.Error
		if waits != (catalog.CodeOf(err) == catalog.ErrUnreviewed) || !waits && err != nil {
			t.Fatalf("%s: %v", when, err)
		}
		if waits && (!errors.As(err, &e) || !slices.Equal(e.Matches, []string{"P-000001"})) {
			t.Errorf("%s: it names %v", when, e)
		}
		n, err := c.CountWaiting(t.Context(), catalog.Query{})
		if err != nil || (n == 1) != waits {
			t.Errorf("%s: %d wait, %v", when, n, err)
		}
		if in, err := c.WaitingIn(t.Context(), []catalog.PhotoID{photos[0].ID}); err != nil || len(in) != n {
			t.Errorf("%s: %v wait, %v", when, in, err)
		}
	}
	if on, err := c.ReviewBeforeExport(t.Context()); on || err != nil {
		t.Fatalf("it is on at first: %v", err)
	}
	if _, err := c.Export(t.Context(), workspace.ExportOptions{Folder: folder}); err != nil {
		t.Fatal(err)
	}
	if step, err := c.SetReviewBeforeExport(t.Context(), false, "AB"); err != nil || step.ID != 0 {
		t.Errorf("off to off is step %d, %v", step.ID, err)
	}
	step, err := c.SetReviewBeforeExport(t.Context(), true, "AB")
	if err != nil || step.Action != catalog.ActionSetting || step.Detail["value"] != "on" {
		t.Fatalf("%+v, %v", step, err)
	}
	before := mustRead(t, folder)
	export("nobody has reviewed", true, nil)
	export("nobody has reviewed those chosen", true, []catalog.PhotoID{photos[0].ID})
	if after := mustRead(t, folder); !slices.Equal(before, after) {
		t.Errorf("a refused export left %v", after)
	}
	line, err := c.Determinations(t.Context(), observed)
	if err != nil {
		t.Fatal(err)
	}
	review := func(kind catalog.ReviewKind, text string) {
		t.Helper()
		if _, err := c.Review(t.Context(), line[0].ID, kind, text, "CD"); err != nil {
			t.Fatal(err)
		}
	}
	review(catalog.Agrees, "")
	export("agreed", false, nil)
	review(catalog.Asks, "which freezer?")
	export("a question is open", true, nil)
	if _, err := c.Resolve(t.Context(), 2, "AB"); err != nil {
		t.Fatal(err)
	}
	export("the question is settled", false, []catalog.PhotoID{photos[0].ID})
	secondJudgement(t, c, photos[0].ID)
	export("one of two has no review", true, nil)
	for range 2 {
		if _, err := c.Undo(t.Context(), "AB"); err != nil {
			t.Fatal(err)
		}
	}
	export("it is gone", false, nil)
	verifyClean(t, c)
}

func secondJudgement(t *testing.T, c *workspace.Catalogue, photo catalog.PhotoID) {
	t.Helper()
	ids, _, err := c.Observe(t.Context(), []catalog.Observation{{Photo: photo, ItemName: "wooden box", Visible: false}}, "AB")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Determine(t.Context(), []sqlite.Judgement{{Observations: ids, Status: catalog.NotListed}}, "AB"); err != nil {
		t.Fatal(err)
	}
}

// mustRead gives what lies in a folder and beside it, with the sizes.
func mustRead(t *testing.T, folder string) []string {
	t.Helper()
	var names []string
	for _, dir := range []string{folder, filepath.Dir(folder)} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			info, err := e.Info()
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, e.Name()+info.ModTime().String())
		}
	}
	return names
}
