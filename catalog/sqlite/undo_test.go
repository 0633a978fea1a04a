package sqlite

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// edits makes one edit of each kind, on photos 1 to n of a catalogue that
// tagged already.
func edits(t *testing.T, s *Store, ids []catalog.PhotoID) map[string]catalog.Edit {
	t.Helper()
	item := func(name string) catalog.ItemID {
		id, err := s.FindItem(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	route, err := s.FindRoute(t.Context(), "Changbai")
	if err != nil {
		t.Fatal(err)
	}
	photo, err := s.Photo(t.Context(), ids[0])
	if err != nil {
		t.Fatal(err)
	}
	none := catalog.RouteID(0)
	return map[string]catalog.Edit{
		"add items":       {AddItems: []catalog.ItemID{item("steel_structure"), item("shopping cart")}},
		"add reported":    {AddItems: []catalog.ItemID{item("steel_structure")}, Reported: true},
		"remove item":     {RemoveItems: []catalog.ItemID{item("tile")}},
		"new item":        {NewItems: []string{"냉동 수산물", "ice maker"}},
		"status":          {Status: status(catalog.Disputed), AllItems: true, Reason: text("readings differ")},
		"withdraw":        {Status: status(catalog.NotAssessed), StatusItems: []catalog.ItemID{item("refrigerator")}},
		"direction":       {Direction: way(catalog.Into)},
		"turn":            {Visible: map[int64]bool{photo.Observations[0].ID: false}},
		"route":           {Route: &route},
		"no route":        {Route: &none},
		"source":          {Source: text("Kingfisher")},
		"no source":       {Source: text("")},
		"caption":         {Caption: text("훈춘 세관 창고")},
		"note and credit": {Note: text("seen"), Credit: text("withheld")},
		"everything": {
			AddItems: []catalog.ItemID{item("fabric")}, RemoveItems: []catalog.ItemID{item("tile")}, NewItems: []string{"bag"},
			Status: status(catalog.NotListed), AllItems: true, Route: &route, Source: text("Kingfisher"), Caption: text("a"), Note: text("b"), Direction: way(catalog.OutOf),
		},
	}
}

func way(d catalog.Direction) *catalog.Direction { return &d }

func taggedStore(t *testing.T, photos int) (*Store, []catalog.PhotoID) {
	t.Helper()
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{Name: "first", Source: "Heron"}, 0, photos)
	tile, err := s.FindItem(t.Context(), "tile")
	if err != nil {
		t.Fatal(err)
	}
	fridge, err := s.FindItem(t.Context(), "냉장고")
	if err != nil {
		t.Fatal(err)
	}
	route, err := s.FindRoute(t.Context(), "Quanhe")
	if err != nil {
		t.Fatal(err)
	}
	edit := catalog.Edit{
		Photos: ids, AddItems: []catalog.ItemID{tile, fridge}, Status: status(catalog.Sanctioned), AllItems: true,
		Caption: text("before"), Route: &route, Source: text("Sandpiper"),
	}
	if _, err := s.Apply(t.Context(), edit); err != nil {
		t.Fatal(err)
	}
	return s, ids
}

// reopen closes a store and opens its file again, as a restart does.
func reopen(t *testing.T, s *Store) *Store {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(t.Context(), s.path, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { again.Close() })
	return again
}

func TestUndoAndRedoRestoreExactly(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes minutes with the race detector")
	}
	probe, ids := taggedStore(t, 3)
	for name := range edits(t, probe, ids) {
		t.Run(name, func(t *testing.T) {
			s, ids := taggedStore(t, 30)
			edit := edits(t, s, ids)[name]
			edit.Photos = ids
			before := state(t, s)
			step, err := s.Apply(t.Context(), edit)
			if err != nil || step.ID == 0 {
				t.Fatalf("step %d, %v", step.ID, err)
			}
			after := state(t, s)
			if slices.Equal(before, after) {
				t.Fatal("the edit changed nothing")
			}
			for range 2 {
				s = reopen(t, s)
				if _, err := s.Undo(t.Context(), ""); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(before, state(t, s)); diff != "" {
					t.Fatalf("undo (-before +now):\n%s", diff)
				}
				s = reopen(t, s)
				if _, err := s.Redo(t.Context(), ""); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(after, state(t, s)); diff != "" {
					t.Fatalf("redo (-after +now):\n%s", diff)
				}
			}
			verifyClean(t, s)
		})
	}
}

func TestUndoOfOtherActions(t *testing.T) {
	for name, act := range map[string]func(t *testing.T, s *Store){
		"import": func(t *testing.T, s *Store) { addFiles(t, s, catalog.Intake{Route: "Quanhe"}, 40, 60) },
		"duplicates into another batch": func(t *testing.T, s *Store) {
			addFiles(t, s, catalog.Intake{Name: "second", Source: "Kingfisher", Credit: "x"}, 0, 10)
		},
		"more into the same batch": func(t *testing.T, s *Store) { addFiles(t, s, catalog.Intake{Name: "FIRST", Route: "Quanhe"}, 60, 65) },
		"editor": func(t *testing.T, s *Store) {
			if _, err := s.SetEditor(t.Context(), "KJ"); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := taggedStore(t, 30)
			before := state(t, s)
			act(t, s)
			after := state(t, s)
			for range 2 {
				if _, err := s.Undo(t.Context(), ""); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(before, state(t, s)); diff != "" {
					t.Fatalf("undo (-before +now):\n%s", diff)
				}
				if _, err := s.Redo(t.Context(), ""); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(after, state(t, s)); diff != "" {
					t.Fatalf("redo (-after +now):\n%s", diff)
				}
			}
			verifyClean(t, s)
		})
	}
}

func TestUndoOfAThousand(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes minutes with the race detector")
	}
	s, ids := taggedStore(t, 1000)
	before := state(t, s)
	edit := edits(t, s, ids)["everything"]
	edit.Photos = ids
	step, err := s.Apply(t.Context(), edit)
	if err != nil || len(step.Photos) != 1000 {
		t.Fatalf("%d photos, %v", len(step.Photos), err)
	}
	s = reopen(t, s)
	undone, err := s.Undo(t.Context(), "")
	if err != nil || undone.ID != step.ID+1 || len(undone.Photos) != 1000 {
		t.Fatalf("undo was step %d of %d photos, %v", undone.ID, len(undone.Photos), err)
	}
	if !slices.Equal(before, state(t, s)) {
		t.Error("undo did not restore what was there")
	}
}

// TestUndoOrder walks back and forth through several edits, with a record that
// cannot be undone among them.
func TestUndoOrder(t *testing.T) {
	s, ids := taggedStore(t, 1)
	caption := func() string {
		p, err := s.Photo(t.Context(), ids[0])
		if err != nil {
			t.Fatal(err)
		}
		return p.Caption
	}
	set := func(c string) {
		if _, err := s.Apply(t.Context(), catalog.Edit{Photos: ids, Caption: &c}); err != nil {
			t.Fatal(err)
		}
	}
	set("A")
	set("B")
	if _, err := s.Record(t.Context(), catalog.ActionExport, "", map[string]any{"photos": 1}); err != nil {
		t.Fatal(err)
	}
	for i, c := range []struct{ do, want string }{
		{"undo", "A"},
		{"undo", "before"},
		{"redo", "A"},
		{"redo", "B"},
		{"redo", "nothing"},
		{"undo", "A"},
		{"set C", "C"},
		{"redo", "nothing"},
		{"undo", "A"},
		{"redo", "C"},
		{"redo", "nothing"},
		{"undo", "A"},
		{"undo", "before"},
		{"redo", "A"},
		{"redo", "C"},
	} {
		was, err := caption(), error(nil)
		switch c.do {
		case "undo":
			_, err = s.Undo(t.Context(), "")
		case "redo":
			_, err = s.Redo(t.Context(), "")
		default:
			set("C")
		}
		if c.want == "nothing" {
			c.want = was
			if catalog.CodeOf(err) != catalog.ErrNothing {
				t.Errorf("%d: redo: %v", i, err)
			}
		} else if err != nil {
			t.Fatal(i, err)
		}
		if got := caption(); got != c.want {
			t.Fatalf("%d: after %s it says %q, want %q", i, c.do, got, c.want)
		}
	}
	verifyClean(t, s)
}

func TestNumbersAreNeverGivenTwice(t *testing.T) {
	s := newStore(t)
	first := addFiles(t, s, catalog.Intake{}, 0, 3)
	if _, err := s.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	second := addFiles(t, s, catalog.Intake{}, 10, 12)
	if second[0] <= first[2] {
		t.Errorf("after undo, photos get %v again; they were %v", second, first)
	}
}

func TestOpenElsewhereSees(t *testing.T) {
	s, ids := taggedStore(t, 5)
	head, err := s.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	beside, err := Open(t.Context(), filepath.Clean(s.path), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer beside.Close()
	if _, err := beside.Apply(t.Context(), catalog.Edit{Photos: ids[1:3], Note: text("from beside")}); err != nil {
		t.Fatal(err)
	}
	photos, now, err := s.Since(t.Context(), head)
	if err != nil || now != head+1 || !slices.Equal(photos, ids[1:3]) {
		t.Errorf("since step %d: photos %v, step %d, %v", head, photos, now, err)
	}
}
