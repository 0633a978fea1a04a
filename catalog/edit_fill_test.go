package catalog

import (
	"reflect"
	"testing"
	"time"
)

func TestFillGivesWhatIsLacking(t *testing.T) {
	text := func(s string) *string { return &s }
	route := RouteID(7)
	values := Edit{
		AddItems: []ItemID{3}, Route: &route, Source: text("Magpie"), Caption: text("c"), Note: text("n"), Credit: text("k"),
		Statements: []Statement{{PropTaken, "x", "2023"}, {PropPlace, "y", "name:y"}, {PropKind, "scene", "scene"}},
	}
	when := time.Date(2023, 7, 2, 0, 0, 0, 0, time.UTC)
	full := Photo{
		Caption: "own", Note: "own", Credit: Inherited[string]{Value: "batch", FromBatch: true}, Route: Inherited[RouteID]{Value: 1, FromBatch: true},
		Source: Inherited[SourceID]{Value: 2}, Observations: []Observation{{ID: 1}},
		Chosen: Chosen{Date: &Date{Wall: &when}, Where: &Where{}, Kind: KindScene, KindOrigin: OriginEditor},
	}
	status, taken := Suspected, []Statement{{PropTaken, "z", "2022"}}
	proposed := Photo{Chosen: Chosen{Kind: KindScene, KindOrigin: OriginExif}}
	for name, c := range map[string]struct {
		edit  Edit
		photo Photo
		want  Edit
	}{
		"all":            {Edit{}, Photo{}, values},
		"a proposal":     {Edit{}, proposed, values},
		"nothing":        {Edit{Status: &status}, full, Edit{Status: &status}},
		"what it says":   {Edit{Route: new(RouteID), Caption: text(""), AddText: map[Field]string{FieldNote: "m"}, NewItems: []string{"x"}, Statements: taken}, Photo{}, Edit{Route: new(RouteID), Caption: text(""), AddText: map[Field]string{FieldNote: "m"}, NewItems: []string{"x"}, Source: values.Source, Credit: values.Credit, Statements: append(taken, values.Statements[1:]...)}},
		"no goods again": {Edit{RemoveItems: []ItemID{3}}, Photo{}, func() Edit { e := values; e.AddItems, e.RemoveItems = nil, []ItemID{3}; return e }()},
	} {
		got := c.edit.Fill(values, &c.photo)
		if len(got.Statements) == 0 {
			got.Statements = nil
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}
