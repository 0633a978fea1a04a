package workspace_test

import (
	"path/filepath"
	"slices"
	"testing"

	"waybill/catalog"
)

// TestListInGroups lists versions of one picture together, in any order and for a
// query, and without groups page by page.
func TestListInGroups(t *testing.T) {
	dir := create(t, "alike.waybill")
	var paths []string
	for _, name := range []string{"20230702_091204.jpg", "IMG-20230705-WA0007.jpg", "IMG_20230702_101530.jpg", "mmexport1688364567890.jpg"} {
		paths = append(paths, filepath.Join("..", "..", "assets", "samples", name)) // 2 to 4 are one picture
	}
	if _, err := importInto(t.Context(), dir, paths, nil); err != nil {
		t.Fatal(err)
	}
	c := open(t, dir)
	list := func(q catalog.Query, sort catalog.Sort, by catalog.Grouping) (whole catalog.Listing, parts int) {
		t.Helper()
		for l, err := range c.List(t.Context(), q, sort, by, 3) {
			if err != nil {
				t.Fatal(err)
			}
			whole.Add(l)
			parts++
		}
		return whole, parts
	}
	for _, sort := range []catalog.Sort{catalog.SortTaken, catalog.SortImported, catalog.SortName} {
		plain, parts := list(catalog.Query{}, sort, catalog.GroupNone)
		if len(plain.IDs) != 4 || parts != 2 || plain.Sort != sort {
			t.Errorf("by %s: %v in %d parts", sort, plain, parts)
		}
		alike, parts := list(catalog.Query{}, sort, catalog.GroupAlike)
		want := slices.Concat(slices.DeleteFunc(slices.Clone(plain.IDs), func(id catalog.PhotoID) bool { return id == 1 }), []catalog.PhotoID{1})
		runs := []catalog.Run{{Key: 3, Count: 3}, {Key: catalog.NoKey, Count: 1}}
		if parts != 1 || alike.By != catalog.GroupAlike || !slices.Equal(alike.IDs, want) || !slices.Equal(alike.Runs, runs) {
			t.Errorf("by %s, versions together: %+v in %d parts, want %v %v", sort, alike, parts, want, runs)
		}
	}
	q, err := catalog.ParseQuery("type:png")
	if err != nil {
		t.Fatal(err)
	}
	if none, parts := list(q, catalog.SortTaken, catalog.GroupBatch); len(none.IDs) != 0 || parts != 1 {
		t.Errorf("nothing in groups: %+v in %d parts", none, parts)
	}
}
