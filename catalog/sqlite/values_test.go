package sqlite

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// said writes the values of a field as "a 3 · b 1 · none 2".
func said(f catalog.FieldValues) string {
	var parts []string
	for _, v := range f.List {
		parts = append(parts, fmt.Sprintf("%s %d", v.Label, v.Count))
	}
	if f.More > 0 {
		parts = append(parts, fmt.Sprintf("more %d", f.More))
	}
	if f.None > 0 {
		parts = append(parts, fmt.Sprintf("none %d", f.None))
	}
	return strings.Join(parts, " · ")
}

func TestValues(t *testing.T) {
	s, ids := variedStore(t)
	more := addFiles(t, s, catalog.Intake{Name: "second", Credit: "withheld", Route: "Changbai", Direction: catalog.Into}, 20, 22)
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: more[:1], Credit: text("own"), Statements: []catalog.Statement{
		{Property: catalog.PropPlace, Raw: "a yard", Value: `{"name":"a yard"}`}, {Property: catalog.PropKind, Raw: "scene", Value: "scene"},
	}}); err != nil {
		t.Fatal(err)
	}
	all := append(ids, more...)
	q := parse(t, "")
	for name, of := range map[string]catalog.Selection{"by number": {Photos: append(all, all[0], 999)}, "by query": {Query: &q}} {
		values, err := s.Values(t.Context(), of)
		if err != nil || values.Photos != 14 || len(values.Fields) != len(catalog.ValueFields()) {
			t.Fatal(name, values, err)
		}
		for field, want := range map[catalog.Field]string{
			catalog.FieldRoute:     "Hunchun–Quanhe–Wonjong–Rason 11 · Changbai–Hyesan 2 · none 1",
			catalog.FieldSource:    "Sandpiper 11 · Heron 1 · none 2",
			catalog.FieldCaption:   "before 10 · before and after 2 · none 2",
			catalog.FieldCredit:    "own 1 · withheld 1 · none 12",
			catalog.FieldNote:      "none 14",
			catalog.FieldItem:      "household refrigerator 11 · ceramic tile 10 · steel structures, profiles 1 · none 3",
			catalog.FieldVisible:   "household refrigerator 11 · ceramic tile 10 · steel structures, profiles 1 · none 3",
			catalog.FieldReported:  "none 14",
			catalog.FieldStatus:    "sanctioned 11 · not-assessed 3",
			catalog.FieldBatch:     "first 12 · second 2",
			catalog.FieldKind:      "scene 1 · none 13",
			catalog.FieldType:      "jpeg 14",
			catalog.FieldDirection: "none 14",
			catalog.FieldDate:      "2023-07-01 11 · 2023-07 2 · none 1",
			catalog.FieldPlace:     "a yard 1 · none 13",
		} {
			if got := said(values.Fields[field]); got != want {
				t.Errorf("%s: %s is %s, want %s", name, field, got, want)
			}
		}
		if v := values.Fields[catalog.FieldRoute].List[1]; v.Value != "changbai-hyesan" || v.ID == 0 {
			t.Errorf("%+v", v)
		}
		if v := values.Fields[catalog.FieldSource].List[0]; v.Value != "Sandpiper" || v.ID == 0 {
			t.Errorf("%+v", v)
		}
	}
}

// TestValuesOfQueries compares the counts with those of the same photos by number.
func TestValuesOfQueries(t *testing.T) {
	s, ids := binStore(t)
	if _, err := s.Remove(t.Context(), ids[:9], ""); err != nil {
		t.Fatal(err)
	}
	for _, query := range append([]string{"is:removed"}, binQueries...) {
		q := parse(t, query)
		byQuery, err := s.Values(t.Context(), catalog.Selection{Query: &q})
		if err != nil {
			t.Fatal(err)
		}
		byNumber, err := s.Values(t.Context(), catalog.Selection{Photos: mustFind(t, s, query)})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(byNumber, byQuery); diff != "" {
			t.Errorf("%q (-by number +by query):\n%s", query, diff)
		}
	}
	q := parse(t, "item:nosuchthing")
	if _, err := s.Values(t.Context(), catalog.Selection{Query: &q}); catalog.CodeOf(err) != catalog.ErrQuery {
		t.Error(err)
	}
}

func TestValuesAreBounded(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{}, 0, 70)
	for i, id := range ids {
		e := catalog.Edit{Photos: []catalog.PhotoID{id}, Caption: text(fmt.Sprint("caption ", max(0, i-5)))}
		if i < 60 {
			e.NewItems = []string{fmt.Sprint("thing ", string(rune('a'+i%26)), i)}
		}
		if _, err := s.Apply(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	values, err := s.Values(t.Context(), catalog.Selection{Photos: ids})
	if err != nil {
		t.Fatal(err)
	}
	c, i := values.Fields[catalog.FieldCaption], values.Fields[catalog.FieldItem]
	if len(c.List) != catalog.MaxValues || c.More != 15 || c.List[0] != (catalog.Value{Value: "caption 0", Label: "caption 0", Count: 6}) || c.None != 0 {
		t.Errorf("%d, %d more, %+v", len(c.List), c.More, c.List[0])
	}
	if len(i.List) != catalog.MaxValues || i.More != 10 || i.None != 10 {
		t.Errorf("%d items, %d more, %d without", len(i.List), i.More, i.None)
	}
}
