package catalog_test

import (
	"fmt"
	"slices"
	"testing"

	"waybill/catalog"
)

func TestMergeClaims(t *testing.T) {
	text := func(claims []catalog.Claim) (list []string) {
		for _, c := range claims {
			list = append(list, fmt.Sprintf("%s %s %d %s", c.Origin, c.Property, c.N, c.Value))
		}
		return list
	}
	known := said(t, "exif taken A", "exif taken B", "filename saved A")
	for _, tt := range []struct {
		name string
		more []catalog.Claim
		want []string
	}{
		{"nothing", nil, nil},
		{"what is known", said(t, "exif taken B", "exif taken A"), nil},
		{"more of the same", said(t, "exif taken C", "exif taken C", "exif taken D"), []string{"exif taken 2 C", "exif taken 3 D"}},
		{"of another origin", said(t, "xmp taken A", "filename taken A"), []string{"xmp taken 0 A", "filename taken 0 A"}},
		{"read otherwise", []catalog.Claim{{Origin: "exif", Property: "taken", N: 7, Raw: "A", Value: "A2"}}, []string{"exif taken 2 A2"}},
	} {
		before := slices.Clone(known)
		got := catalog.MergeClaims(known, tt.more)
		if !slices.Equal(got[:len(known)], known) || !slices.Equal(text(got[len(known):]), tt.want) {
			t.Errorf("%s: %v", tt.name, text(got))
		}
		if !slices.Equal(known, before) {
			t.Errorf("%s: what was known became %v", tt.name, text(known))
		}
		if again := catalog.MergeClaims(got, tt.more); len(again) != len(got) {
			t.Errorf("%s: said again, it is %v", tt.name, text(again))
		}
	}
	gap := []catalog.Claim{{Origin: "exif", Property: "taken", N: 5, Raw: "A", Value: "A"}}
	if got := text(catalog.MergeClaims(gap, said(t, "exif taken B"))); got[1] != "exif taken 6 B" {
		t.Errorf("after a gap: %v", got)
	}
}

func TestIsPerson(t *testing.T) {
	for origin, want := range map[catalog.Origin]bool{
		catalog.OriginEditor: true, catalog.OriginSource: true, catalog.OriginExif: false, catalog.OriginGPS: false, catalog.OriginXMP: false, catalog.OriginIPTC: false,
		catalog.OriginBatch: false, catalog.OriginFilename: false, catalog.OriginFilesystem: false, catalog.OriginPlace: false, "": false,
	} {
		if origin.IsPerson() != want {
			t.Errorf("%q is a person: %v", origin, !want)
		}
	}
}

func TestStatementCheck(t *testing.T) {
	for _, s := range []catalog.Statement{
		{Property: catalog.PropTaken, Value: "[2023-07-01..2023-07-10]"},
		{Property: catalog.PropPlace, Value: `{"name":"Quanhe"}`},
		{Property: catalog.PropKind, Value: "scene"},
		{Property: catalog.PropPlaceShown, Value: `{"precision":"withheld"}`},
		{Property: catalog.PropTaken},
		{Property: catalog.PropKind},
	} {
		if err := s.Check(); err != nil {
			t.Errorf("%+v: %v", s, err)
		}
	}
	for _, s := range []catalog.Statement{
		{Property: catalog.PropTaken, Value: "early July"},
		{Property: catalog.PropTaken, Value: "[..]"},
		{Property: catalog.PropPlace, Value: "Quanhe"},
		{Property: catalog.PropPlace, Value: `{"latitude":1}`},
		{Property: catalog.PropKind, Value: "painting"},
		{Property: catalog.PropMake, Value: "X"},
		{Property: "x", Value: "y"},
	} {
		if err := s.Check(); catalog.CodeOf(err) != catalog.ErrInvalid {
			t.Errorf("%+v: %v", s, err)
		}
	}
}
