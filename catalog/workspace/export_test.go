package workspace_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// exportable opens a catalogue with three photos from a source.
func exportable(t *testing.T) *workspace.Catalogue {
	t.Helper()
	c := open(t, createBy(t, "c.waybill", "AB"))
	if _, err := c.Import(t.Context(), workspace.ImportOptions{Paths: []string{writePNGs(t, 3)}, Intake: catalog.Intake{Source: "Grey Heron"}}); err != nil {
		t.Fatal(err)
	}
	return c
}

func exported(t *testing.T, folder string) []map[string]any {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(folder, "photos.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Photos []map[string]any `json:"photos"`
	}
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	return all.Photos
}

func TestExportChosenPhotos(t *testing.T) {
	c := exportable(t)
	folder := filepath.Join(t.TempDir(), "out")
	calls, last := 0, [2]int{}
	s, err := c.Export(t.Context(), workspace.ExportOptions{
		Folder: folder, Photos: []catalog.PhotoID{3, 1, 3}, Originals: true, By: "CD",
		Progress: func(done, total int) { calls, last = calls+1, [2]int{done, total} },
	})
	if err != nil || s.Photos != 2 || s.Bytes == 0 {
		t.Fatalf("exported %+v, %v", s, err)
	}
	if calls != 2 || last[0] != 2 || last[1] < 2 {
		t.Errorf("progress was told %d times, last %v", calls, last)
	}
	photos, err := c.Photos(t.Context(), []catalog.PhotoID{1, 3})
	if err != nil {
		t.Fatal(err)
	}
	want := map[any]bool{photos[0].UUID: true, photos[1].UUID: true}
	list := exported(t, folder)
	for _, p := range list {
		if !want[p["id"]] {
			t.Errorf("%v was not chosen", p["id"])
		}
	}
	if len(list) != 2 {
		t.Errorf("%d photos", len(list))
	}
	steps, err := c.History(t.Context(), 0, 0, 1)
	if err != nil || steps[0].Action != catalog.ActionExport || steps[0].Actor != "CD" || steps[0].Detail["photos"] != 2.0 {
		t.Errorf("the history says %+v, %v", steps, err)
	}
}

func TestExportRefused(t *testing.T) {
	c := exportable(t)
	caption := "by grey heron"
	if _, err := c.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{2}, Caption: &caption}); err != nil {
		t.Fatal(err)
	}
	head, err := c.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for code, o := range map[catalog.Code]workspace.ExportOptions{
		catalog.ErrAliasLeak: {},
		catalog.ErrNotFound:  {Photos: []catalog.PhotoID{1, 44}},
		catalog.ErrInvalid:   {Formats: []string{"xml"}},
	} {
		dir := t.TempDir()
		o.Folder = filepath.Join(dir, "out")
		_, err := c.Export(t.Context(), o)
		if catalog.CodeOf(err) != code || strings.Contains(strings.ToLower(err.Error()), "heron") {
			t.Errorf("got %v, want %s", err, code)
		}
		if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
			t.Errorf("%s left %v, %v", code, entries, err)
		}
	}
	if now, err := c.Head(t.Context()); err != nil || now != head {
		t.Errorf("a refused export is step %d of the history, %v", now, err)
	}
}

// Reading page by page gives every photo once, by query as by choice.
func TestExportOfAQuery(t *testing.T) {
	c := exportable(t)
	q, err := catalog.ParseQuery("type:png")
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "out")
	if s, err := c.Export(t.Context(), workspace.ExportOptions{Folder: folder, Query: q, Formats: []string{"json"}}); err != nil || s.Photos != 3 {
		t.Fatalf("exported %+v, %v", s, err)
	}
	ids := map[any]bool{}
	for _, p := range exported(t, folder) {
		ids[p["id"]] = true
	}
	if len(ids) != 3 {
		t.Errorf("%d photos", len(ids))
	}
	if _, err := os.Stat(filepath.Join(folder, "photos.csv")); err == nil {
		t.Error("a table was written that nobody asked for")
	}
}
