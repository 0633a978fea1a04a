package sqlite

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
)

// told writes what an action changed, one line for each thing.
func told(t *testing.T, s *Store, of catalog.StepID, photo catalog.PhotoID, page int) []string {
	t.Helper()
	var lines []string
	for at := (catalog.ChangeCursor{}); ; {
		list, next, err := s.Changes(t.Context(), of, photo, at, page)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			line := fmt.Sprintf("%d %s[%s] %s%s: %q > %q", c.Photo, c.Entity, c.Subject, c.Field, c.Property, c.Before, c.After)
			if c.Alias {
				line += " alias"
			}
			lines = append(lines, line)
		}
		if at = next; len(list) < page {
			return lines
		}
	}
}

func TestChanges(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{Name: "SD card", Source: "Heron"}, 0, 2)
	fridge, _ := s.FindItem(t.Context(), "refrigerator")
	tile, _ := s.FindItem(t.Context(), "tile")
	route, _ := s.FindRoute(t.Context(), "Quanhe")
	did := func(step catalog.Step, err error) catalog.StepID {
		t.Helper()
		if err != nil || step.ID == 0 {
			t.Fatal(step, err)
		}
		return step.ID
	}
	tag := did(s.Apply(t.Context(), catalog.Edit{
		Photos: ids, AddItems: []catalog.ItemID{fridge}, Status: status(catalog.Suspected), Caption: text("a yard"), Route: &route, Source: text("Sandpiper"), Direction: way(catalog.Into),
		Statements: []catalog.Statement{{Property: catalog.PropTaken, Raw: "July 2023", Value: "2023-07"}},
	}))
	again := did(s.Apply(t.Context(), catalog.Edit{Photos: ids[:1], Status: status(catalog.Sanctioned), Reason: text("2397"), Caption: text("")}))
	undone := did(s.Undo(t.Context(), ""))
	removed := did(s.Apply(t.Context(), catalog.Edit{Photos: ids[:1], RemoveItems: []catalog.ItemID{fridge}, AddItems: []catalog.ItemID{tile}}))
	binned := did(s.Remove(t.Context(), ids[1:], ""))
	item := did(s.Apply(t.Context(), catalog.Edit{Photos: ids[:1], NewItems: []string{"ice maker"}}))
	gone := did(s.Undo(t.Context(), ""))
	searched := did(s.SaveSearch(t.Context(), "all", "item:tile", ""))
	first := []string{
		`1 photo[IMG_0.jpg] caption: "" > "a yard"`, `1 photo[IMG_0.jpg] route: "" > "Hunchun–Quanhe–Wonjong–Rason"`, `1 photo[IMG_0.jpg] source: "" > "Sandpiper" alias`,
		`1 claim[] valuetaken: "" > "2023-07"`,
	}
	goods := func(photo int) []string {
		var lines []string
		for _, line := range []string{`item: "" > "household refrigerator"`, `visible: "" > "1"`, `direction: "" > "into"`} {
			lines = append(lines, fmt.Sprintf("%d observation[household refrigerator] %s", photo, line))
		}
		return append(lines, fmt.Sprintf(`%d determination[household refrigerator] status: "" > "suspected"`, photo))
	}
	second := []string{}
	for _, line := range first {
		second = append(second, strings.Replace(strings.Replace(line, "1 ", "2 ", 1), "IMG_0", "IMG_1", 1))
	}
	for name, c := range map[string]struct {
		step  catalog.StepID
		photo catalog.PhotoID
		want  []string
	}{
		"tag of one photo": {tag, 1, slices.Concat(first, goods(1))},
		"tag of all":       {tag, 0, slices.Concat([]string{`0 source[] alias: "" > "Sandpiper" alias`}, first, second, goods(1), goods(2))},
		"import": {2, 0, []string{
			`0 source[] alias: "" > "Heron" alias`, `0 batch[SD card] name: "" > "SD card"`, `0 batch[SD card] source: "" > "Heron" alias`,
			`1 arrival[SD card] name: "" > "IMG_0.jpg"`, `2 arrival[SD card] name: "" > "IMG_1.jpg"`,
		}},
		"judged again": {again, 0, []string{
			`1 photo[IMG_0.jpg] caption: "a yard" > ""`, `1 determination[household refrigerator] status: "suspected" > "sanctioned"`, `1 determination[household refrigerator] reason: "" > "2397"`,
		}},
		"undone": {undone, 0, []string{
			`1 determination[household refrigerator] status: "sanctioned" > "suspected"`, `1 determination[household refrigerator] reason: "2397" > ""`, `1 photo[IMG_0.jpg] caption: "" > "a yard"`,
		}},
		"other goods": {removed, 0, []string{
			`1 observation[household refrigerator] item: "household refrigerator" > ""`, `1 observation[household refrigerator] visible: "1" > ""`, `1 observation[household refrigerator] direction: "into" > ""`,
			`1 observation[ceramic tile] item: "" > "ceramic tile"`, `1 observation[ceramic tile] visible: "" > "1"`,
		}},
		"bin":           {binned, 0, []string{`2 photo[IMG_1.jpg] removed: "" > "1"`}},
		"a new item":    {item, 1, []string{`1 observation[ice maker] item: "" > "ice maker"`, `1 observation[ice maker] visible: "" > "1"`}},
		"one gone":      {gone, 1, []string{`1 observation[ice maker] item: "ice maker" > ""`, `1 observation[ice maker] visible: "1" > ""`}},
		"search":        {searched, 0, []string{`0 saved_search[all] name: "" > "all"`, `0 saved_search[all] query: "" > "item:tile"`}},
		"not concerned": {again, 2, nil},
	} {
		for _, page := range []int{1, 3, 1000} {
			got := told(t, s, c.step, c.photo, page)
			slices.Sort(got)
			want := slices.Sorted(slices.Values(c.want))
			if !slices.Equal(got, want) {
				t.Errorf("%s, by %d:\n%s\nwant\n%s", name, page, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
	if _, _, err := s.Changes(t.Context(), 999, 0, catalog.ChangeCursor{}, 10); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("a step that is not there: %v", err)
	}
	if _, err := s.write.Exec("UPDATE change SET payload = NULL, salt = NULL WHERE step = ?", binned); err != nil {
		t.Fatal(err)
	}
	if list, _, err := s.Changes(t.Context(), binned, 0, catalog.ChangeCursor{}, 10); err != nil || len(list) != 1 || !list[0].Destroyed || list[0].Photo != 2 {
		t.Errorf("%+v, %v", list, err)
	}
}
