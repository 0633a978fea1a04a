package sqlite

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

func says(property catalog.Property, raw, value string) catalog.Statement {
	return catalog.Statement{Property: property, Raw: raw, Value: value}
}

// backAndForth undoes and redoes the last action twice, each time after a
// restart, and compares all rows.
func backAndForth(t *testing.T, s *Store, before, after []string) *Store {
	t.Helper()
	if slices.Equal(before, after) {
		t.Fatal("nothing changed")
	}
	for range 2 {
		for _, way := range []struct {
			name string
			do   func(*Store) error
			want []string
		}{
			{"undo", func(s *Store) error { _, err := s.Undo(t.Context(), ""); return err }, before},
			{"redo", func(s *Store) error { _, err := s.Redo(t.Context(), ""); return err }, after},
		} {
			s = reopen(t, s)
			if err := way.do(s); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(way.want, state(t, s)); diff != "" {
				t.Fatalf("%s (-want +got):\n%s", way.name, diff)
			}
			verifyClean(t, s)
		}
	}
	return s
}

// peoplesWords lists what people say about a photo.
func peoplesWords(t *testing.T, s *Store, id catalog.PhotoID) string {
	t.Helper()
	claims, err := s.Claims(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, c := range claims {
		if c.Origin.IsPerson() {
			list = append(list, fmt.Sprintf("%s %s %q %s", c.Origin, c.Property, c.Raw, c.Value))
		}
	}
	slices.Sort(list)
	return strings.Join(list, "; ")
}

func TestStatements(t *testing.T) {
	for _, by := range []catalog.Origin{catalog.OriginEditor, catalog.OriginSource} {
		t.Run(string(by), func(t *testing.T) {
			s, ids := taggedStore(t, 3)
			for _, step := range []struct {
				name   string
				says   []catalog.Statement
				want   string // %s is the origin
				finds  string // the photos then
				detail map[string]any
			}{
				{
					"set",
					[]catalog.Statement{says(catalog.PropTaken, "July 2021", "2021-07")},
					`%[1]s taken "July 2021" 2021-07`, "date:2021-07",
					map[string]any{"photos": 3, "taken": "2021-07"},
				},
				{
					"replace",
					[]catalog.Statement{says(catalog.PropTaken, "2021-08", "2021-08")},
					`%[1]s taken "2021-08" 2021-08`, "date:2021-08 -date:2021-07",
					map[string]any{"photos": 3, "taken": "2021-08"},
				},
				{
					"more",
					[]catalog.Statement{says(catalog.PropKind, "scr", "screenshot"), says(catalog.PropPlace, "Quanhe", `{"name":"Quanhe"}`)},
					`%[1]s kind "scr" screenshot; %[1]s place "Quanhe" {"name":"Quanhe"}; %[1]s taken "2021-08" 2021-08`, "kind:screenshot",
					map[string]any{"photos": 3, "kind": "screenshot", "place": "Quanhe"},
				},
				{
					"take back",
					[]catalog.Statement{says(catalog.PropTaken, "", ""), says(catalog.PropKind, "", "")},
					`%[1]s place "Quanhe" {"name":"Quanhe"}`,
					"date:2023-07-01",
					map[string]any{"photos": 3, "taken": "", "kind": ""},
				},
				{
					"a point and what is shown",
					[]catalog.Statement{
						says(catalog.PropPlace, "42.5,130.5", `{"latitude":42.5,"longitude":130.5,"precision":"exact"}`), says(catalog.PropPlaceShown, "Rason", `{"name":"Rason"}`),
					},
					`%[1]s place "42.5,130.5" {"latitude":42.5,"longitude":130.5,"precision":"exact"}; %[1]s place_shown "Rason" {"name":"Rason"}`, "has:gps rason",
					map[string]any{"photos": 3, "place": "42.50000, 130.50000", "place_shown": "Rason"},
				},
			} {
				before := state(t, s)
				edit := catalog.Edit{Photos: ids, Statements: step.says, StatedBy: by}
				done, err := s.Apply(t.Context(), edit)
				if err != nil {
					t.Fatal(step.name, err)
				}
				if !maps.Equal(done.Detail, step.detail) {
					t.Errorf("%s: the history's facts are %v, want %v", step.name, done.Detail, step.detail)
				}
				again, err := s.Apply(t.Context(), edit)
				if err != nil || again.ID != 0 {
					t.Errorf("%s: said again it is step %d, %v", step.name, again.ID, err)
				}
				s = backAndForth(t, s, before, state(t, s))
				if got, want := peoplesWords(t, s, ids[0]), fmt.Sprintf(step.want, by); got != want {
					t.Errorf("%s: %s, want %s", step.name, got, want)
				}
				if got := mustFind(t, s, step.finds); !slices.Equal(got, ids) {
					t.Errorf("%s: %s finds %v", step.name, step.finds, got)
				}
			}
		})
	}
}

// TestStatementsStandSideBySide: the editor's word and that of the source are
// two, and the first without an origin is the editor's.
func TestStatementsStandSideBySide(t *testing.T) {
	s, ids := taggedStore(t, 1)
	for _, e := range []catalog.Edit{
		{Statements: []catalog.Statement{says(catalog.PropTaken, "a", "2021")}},
		{Statements: []catalog.Statement{says(catalog.PropTaken, "b", "2022")}, StatedBy: catalog.OriginSource},
		{Statements: []catalog.Statement{says(catalog.PropTaken, "c", "2020")}, StatedBy: catalog.OriginEditor},
	} {
		e.Photos = ids
		if _, err := s.Apply(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	if got := peoplesWords(t, s, ids[0]); got != `editor taken "c" 2020; source taken "b" 2022` {
		t.Error(got)
	}
	finds(t, s, map[string][]catalog.PhotoID{"date:2020": ids, "date:2022": nil, "has:warning": ids})
	verifyClean(t, s)
}

func TestStatementsRefused(t *testing.T) {
	s, ids := taggedStore(t, 1)
	before := state(t, s)
	for name, e := range map[string]catalog.Edit{
		"no date":       {Statements: []catalog.Statement{says(catalog.PropTaken, "x", "early July")}},
		"no place":      {Statements: []catalog.Statement{says(catalog.PropPlace, "x", `{"latitude":91,"longitude":0}`)}},
		"no kind":       {Statements: []catalog.Statement{says(catalog.PropKind, "x", "painting")}},
		"a machine's":   {Statements: []catalog.Statement{says(catalog.PropMake, "x", "X")}},
		"by a machine":  {Statements: []catalog.Statement{says(catalog.PropTaken, "x", "2023")}, StatedBy: catalog.OriginExif},
		"one of two":    {Statements: []catalog.Statement{says(catalog.PropTaken, "x", "2023"), says(catalog.PropKind, "x", "painting")}},
		"with a reason": {Caption: text("x"), Statements: []catalog.Statement{says(catalog.PropTaken, "x", "[..]")}},
	} {
		e.Photos = ids
		if _, err := s.Apply(t.Context(), e); catalog.CodeOf(err) != catalog.ErrInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Errorf("what was refused changed (-before +now):\n%s", diff)
	}
}
