package catalog_test

import (
	"testing"

	"waybill/catalog"
)

func TestCertainty(t *testing.T) {
	tests := []struct {
		text  string
		want  catalog.Checked
		valid bool
	}{
		{"V", catalog.CheckedAll, true},
		{"HS V; CBP V", catalog.CheckedAll, true},
		{"HS V (7308)", catalog.CheckedAll, true},
		{"V-part", catalog.CheckedPart, true},
		{"HS V (8716.80 residual); classification M-high", catalog.CheckedPart, true},
		{"M-high", catalog.CheckedNone, true},
		{"M", catalog.CheckedNone, true},
		{"M-high (V)", catalog.CheckedNone, true},
		{"", catalog.CheckedNone, true},
		{"Very likely", catalog.CheckedNone, false},
		{"V; perhaps", catalog.CheckedPart, false},
	}
	for _, tt := range tests {
		c := catalog.Certainty(tt.text)
		if c.Checked() != tt.want || c.Valid() != tt.valid || c.Verified() != (tt.want == catalog.CheckedAll) {
			t.Errorf("%q: %s, valid %v", tt.text, c.Checked(), c.Valid())
		}
	}
}

func TestMeasureDirectionCovers(t *testing.T) {
	for m, want := range map[catalog.MeasureDirection][2]bool{
		catalog.SupplyToDPRK: {true, false}, catalog.ProcureFromDPRK: {false, true}, catalog.BothWays: {true, true}, "": {},
	} {
		if got := [2]bool{m.Covers(catalog.Into), m.Covers(catalog.OutOf)}; got != want || m.Covers("") {
			t.Errorf("%s covers %v, want %v; unknown %v", m, got, want, m.Covers(""))
		}
	}
}
