package actions

import (
	"slices"
	"strings"
	"testing"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		typed, text string
		ok          bool
	}{
		{"", "Undo", true},
		{"undo", "Undo", true},
		{"UN do", "undo: changed", true},
		{"nwc", "New catalogue…", true},
		{"ai", "Add item…", true},
		{"iad", "Add item…", false},
		{"undoo", "Undo", false},
		{"ㅕㅜ애", "Undo", true}, // typed with Hangul switched on
		{"ㄱㄹ", "경로 설정", true},
		{"경ㄹ", "경로 설정", true},
		{"rudfh", "경로 설정", true},
		{"설정", "경로 설정", true},
		{"로경", "경로 설정", false},
		{"路线", "设置路线…", true},
		{"线路", "设置路线…", false},
		{strings.Repeat("a", 500), strings.Repeat("a", 500), true},
	} {
		if _, ok := Match(c.typed, c.text); ok != c.ok {
			t.Errorf("%q in %q: %t", c.typed, c.text, ok)
		}
	}
}

// What fits better comes first, in this order.
func TestMatchRanks(t *testing.T) {
	for typed, texts := range map[string][]string{
		"it":   {"Add item", "Citation", "Vocabularies, exported to"},
		"und":  {"Undo", "Undo: a long step", "Found: no day", "Unmarked"},
		"ㄱ":    {"경로", "새 경로", "먹"},
		"dark": {"Dark", "Dark colours", "Redraw the mark"},
	} {
		got := slices.Clone(texts)
		slices.SortStableFunc(got, func(a, b string) int {
			pa, oka := Match(typed, a)
			pb, okb := Match(typed, b)
			if oka != okb {
				if oka {
					return -1
				}
				return 1
			}
			return pb - pa
		})
		if !slices.Equal(got, texts) {
			t.Errorf("%q: %q", typed, got)
		}
	}
}
