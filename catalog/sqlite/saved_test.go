package sqlite

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

func TestSavedSearches(t *testing.T) {
	s, ids := taggedStore(t, 6)
	did := func(step catalog.Step, err error) catalog.Step {
		t.Helper()
		if err != nil || step.ID == 0 {
			t.Fatalf("%+v, %v", step, err)
		}
		return step
	}
	did(s.SaveSearch(t.Context(), " To  publish ", "status:sanctioned has:item", "KJ"))
	did(s.SaveSearch(t.Context(), "타일", "품목:타일 -날짜:2022", ""))
	if step := did(s.SaveSearch(t.Context(), "TO PUBLISH", "item:tile", "")); step.Detail["did"] != didChange {
		t.Errorf("%+v", step)
	}
	if step := did(s.SaveSearch(t.Context(), "what Sandpiper sent", "source:sandpiper", "")); step.Detail["name"] != nil {
		t.Errorf("the history names a source: %+v", step)
	}
	list := func() string {
		t.Helper()
		searches, err := s.SavedSearches(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, search := range searches {
			line := search.Name + "=" + search.Query + "=" + itoa(int64(search.Count))
			if search.Err != nil {
				line += "=" + string(catalog.CodeOf(search.Err))
			}
			lines = append(lines, line)
		}
		return strings.Join(lines, "|")
	}
	want := "TO PUBLISH=item:tile=6|what Sandpiper sent=source:sandpiper=6|타일=품목:타일 -날짜:2022=6"
	if got := list(); got != want {
		t.Fatalf("%s, want %s", got, want)
	}
	before := state(t, s)
	did(s.RenameSearch(t.Context(), "to publish", "For print", ""))
	if _, err := s.RenameSearch(t.Context(), "For print", "타일", ""); catalog.CodeOf(err) != catalog.ErrExists {
		t.Errorf("a name that another has: %v", err)
	}
	did(s.DeleteSearch(t.Context(), "타일", ""))
	if got := list(); got != "For print=item:tile=6|what Sandpiper sent=source:sandpiper=6" {
		t.Error(got)
	}
	after := state(t, s)
	for range 2 {
		did(s.Undo(t.Context(), ""))
		did(s.Undo(t.Context(), ""))
		if diff := cmp.Diff(before, state(t, s)); diff != "" {
			t.Fatalf("undo (-before +now):\n%s", diff)
		}
		did(s.Redo(t.Context(), ""))
		did(s.Redo(t.Context(), ""))
		if diff := cmp.Diff(after, state(t, s)); diff != "" {
			t.Fatalf("redo (-after +now):\n%s", diff)
		}
	}
	did(s.Remove(t.Context(), ids[:2], ""))
	if _, err := s.write.Exec("UPDATE saved_search SET query = 'item:nosuchthing' WHERE name = 'For print'"); err != nil {
		t.Fatal(err)
	}
	if got := list(); got != "For print=item:nosuchthing=0=query|what Sandpiper sent=source:sandpiper=4" {
		t.Error(got)
	}
}

func TestSavedSearchesRefuse(t *testing.T) {
	s := newStore(t)
	for _, c := range []struct {
		name, query string
		code        catalog.Code
	}{{"", "x", catalog.ErrInvalid}, {"a\x00b", "x", catalog.ErrInvalid}, {strings.Repeat("x", catalog.MaxTitle+1), "", catalog.ErrInvalid}, {"a", "item:", catalog.ErrQuery}} {
		if _, err := s.SaveSearch(t.Context(), c.name, c.query, ""); catalog.CodeOf(err) != c.code {
			t.Errorf("%q %q: %v", c.name, c.query, err)
		}
	}
	if _, err := s.DeleteSearch(t.Context(), "x", ""); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Error(err)
	}
	if _, err := s.RenameSearch(t.Context(), "x", "y", ""); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Error(err)
	}
}

func TestViewState(t *testing.T) {
	s := newStore(t)
	head, err := s.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	get := func(s *Store, want string) {
		t.Helper()
		if got, err := s.ViewState(t.Context(), "window"); err != nil || got != want {
			t.Errorf("%q, want %q, %v", got, want, err)
		}
	}
	get(s, "")
	for _, value := range []string{`{"w":1200}`, `{"w":900}`, `{"w":900}`} {
		if err := s.SetViewState(t.Context(), "window", value); err != nil {
			t.Fatal(err)
		}
		get(s, value)
	}
	for name, value := range map[string]string{"": "x", "big": strings.Repeat("x", maxViewState+1)} {
		if err := s.SetViewState(t.Context(), name, value); catalog.CodeOf(err) != catalog.ErrInvalid {
			t.Errorf("%q: %v", name, err)
		}
	}
	if now, err := s.Head(t.Context()); err != nil || now != head {
		t.Errorf("the history has it: step %d, %v", now, err)
	}
	verifyClean(t, s)
	s = reopen(t, s)
	get(s, `{"w":900}`)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	readOnly, err := OpenReadOnly(t.Context(), s.path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer readOnly.Close()
	if err := readOnly.SetViewState(t.Context(), "window", "x"); err != nil {
		t.Errorf("in a folder that cannot be written to: %v", err)
	}
	get(readOnly, `{"w":900}`)
}
