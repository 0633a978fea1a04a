package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// telling gathers what long works say; stop, if not nil, is asked after each.
func telling(ctx context.Context, list *[]catalog.Advance, stop func(catalog.Advance)) context.Context {
	return catalog.Watching(ctx, func(a catalog.Advance) {
		*list = append(*list, a)
		if stop != nil {
			stop(a)
		}
	})
}

// grows tells whether news are of one kind, grow, and reach the end.
func grows(t *testing.T, list []catalog.Advance, doing catalog.Doing) {
	t.Helper()
	last := catalog.Advance{Doing: doing}
	for i, a := range list {
		if a.Doing != doing || a.Done < last.Done || (a.Total > 0 && a.Done > a.Total) {
			t.Fatalf("the news are %+v, at %d", list, i)
		}
		last = a
	}
	if len(list) < 3 || last.Done < last.Total*9/10 {
		t.Errorf("the news are %+v", list)
	}
}

func TestLongStepsTellHowFarTheyAre(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{Name: "x"}, 0, 2*chunk)
	items, err := s.Items(t.Context())
	if err != nil || len(items) < 3 {
		t.Fatal(len(items), err)
	}
	from, into := items[1].ID, items[2].ID
	before := state(t, s)
	for _, c := range []struct {
		name string
		do   func(context.Context) (catalog.Step, error)
	}{
		{"a batch edit", func(ctx context.Context) (catalog.Step, error) {
			return s.Apply(ctx, catalog.Edit{Photos: ids, AddItems: []catalog.ItemID{from}, By: "HK"})
		}},
		{"merging goods", func(ctx context.Context) (catalog.Step, error) { return s.MergeItems(ctx, from, into, "HK") }},
		{"undo", func(ctx context.Context) (catalog.Step, error) { return s.Undo(ctx, "HK") }},
	} {
		at := state(t, s)
		ctx, cancel := context.WithCancel(t.Context())
		var news []catalog.Advance
		_, err := c.do(telling(ctx, &news, func(a catalog.Advance) {
			if a.Done > a.Total/2 {
				cancel()
			}
		}))
		if catalog.CodeOf(err) != catalog.ErrCancelled {
			t.Errorf("%s that is stopped gives %v", c.name, err)
		}
		if diff := cmp.Diff(at, state(t, s)); diff != "" {
			t.Errorf("%s that is stopped (-before +after):\n%s", c.name, diff)
		}
		verifyClean(t, s)
		news = nil
		if _, err := c.do(telling(t.Context(), &news, nil)); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		grows(t, news, catalog.DoingChange)
	}
	if _, err := s.Undo(t.Context(), "HK"); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Errorf("after undo (-before +after):\n%s", diff)
	}
}

func TestUpgradeTellsAndCanBeStopped(t *testing.T) {
	s := newStore(t)
	addFiles(t, s, catalog.Intake{Name: "x", Taken: "2023-07"}, 0, 3*chunk)
	before := state(t, s)
	for _, text := range []string{"UPDATE photo SET chosen = NULL", "DELETE FROM photo_span"} { // as a migration does
		if _, err := s.write.Exec(text); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "catalog.db")
	if _, err := s.write.Exec("VACUUM INTO ?", path); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var news []catalog.Advance
	stopped, err := Open(telling(ctx, &news, func(a catalog.Advance) {
		if a.Done > 0 {
			cancel()
		}
	}), path, nil)
	if catalog.CodeOf(err) != catalog.ErrCancelled || stopped != nil {
		t.Fatalf("an opening that is stopped gives %v", err)
	}
	first := news[len(news)-1].Done
	news = nil
	again, err := Open(telling(t.Context(), &news, nil), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if len(news) < 2 || news[0].Total != 0 || news[1].Total != 3*chunk-first {
		t.Errorf("%d were derived, and the next opening says %+v", first, news)
	}
	if diff := cmp.Diff(before, state(t, again)); diff != "" {
		t.Errorf("what is derived (-before +now):\n%s", diff)
	}
	verifyClean(t, again)
}
