package rules_test

import (
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/rules"
)

// TestInForce asks for photos before, on both sides of and after the days of
// UN2397-7 (into, from 2017-12-22) and of the coal measures (out), of which
// UN2270-29 ended on 2016-12-31 and UN2321-26 on 2017-08-04.
func TestInForce(t *testing.T) {
	p := load(t, folder(shipped))
	fridge := rules.Input{ItemKey: "refrigerator", Direction: catalog.Into}
	coal := rules.Input{ItemKey: "coal", Direction: catalog.OutOf}
	anthracite := rules.Input{ItemKey: "own", HS: "2701.11", Direction: catalog.OutOf}
	tests := []struct {
		in                        rules.Input
		earliest, latest          string
		suggestions, before, gone string // measure=in force [<-instead]
	}{
		{fridge, "2017-12-22", "2017-12-22T23:59:59", "UN2397-7=within", "", ""},
		{fridge, "2017-12-22", "", "UN2397-7=within", "", ""},
		{fridge, "2017-12-21", "2017-12-21T23:59:59", "", "UN2397-7=before", ""},
		{fridge, "", "2017-12-21T23:59:59", "", "UN2397-7=before", ""},
		{fridge, "", "2017-12-22", "UN2397-7=straddles", "", ""},
		{fridge, "2017-12-21T23:59:59", "2017-12-22", "UN2397-7=straddles", "", ""},
		{fridge, "2017-01-01", "", "UN2397-7=straddles", "", ""},
		{fridge, "", "2023-07-03", "UN2397-7=straddles", "", ""},
		{fridge, "", "", "UN2397-7=date_unknown", "", ""},
		{coal, "2016-06-01", "2016-06-30", "", "UN2371-8=before<-UN2270-29", ""},
		{coal, "2017-03-01", "2017-03-31", "", "UN2371-8=before<-UN2321-26", ""},
		{coal, "2015-03-01", "2015-03-31", "", "UN2371-8=before", ""},
		{coal, "2023-07-03", "2023-07-03", "UN2371-8=within", "", ""},
		{anthracite, "2016-12-31", "2016-12-31T23:59:59", "UN2270-29=within", "UN2321-26=before<-UN2270-29 UN2371-8=before<-UN2270-29", ""},
		{anthracite, "2017-08-04T23:59:59", "2017-08-04T23:59:59", "UN2321-26=within", "UN2371-8=before<-UN2321-26", "UN2270-29=after<-UN2321-26"},
		{anthracite, "2017-08-05", "2017-08-05", "UN2371-8=within", "", "UN2321-26=after<-UN2371-8 UN2270-29=after<-UN2371-8"},
		{anthracite, "2017-08-01", "2017-08-31", "UN2321-26=straddles UN2371-8=straddles", "", "UN2270-29=after<-UN2321-26,UN2371-8"},
		{anthracite, "2017-08-01", "", "UN2321-26=straddles UN2371-8=straddles", "", "UN2270-29=after<-UN2321-26,UN2371-8"},
		{anthracite, "", "", "UN2321-26=date_unknown UN2270-29=date_unknown UN2371-8=date_unknown", "", ""},
	}
	show := func(all []catalog.Suggestion) string {
		var words []string
		for _, s := range all {
			word := s.Measure + "=" + string(s.InForce)
			if len(s.Instead) > 0 {
				word += "<-" + strings.Join(s.Instead, ",")
			}
			words = append(words, word)
		}
		return strings.Join(words, " ")
	}
	for _, tt := range tests {
		tt.in.Earliest, tt.in.Latest = at(t, tt.earliest), at(t, tt.latest)
		a := p.Suggest(tt.in)
		if s, n, e := show(a.Suggestions), show(a.NotYet), show(a.Ended); s != tt.suggestions || n != tt.before || e != tt.gone {
			t.Errorf("%s%s %q to %q:\ngot  %q, not yet %q, ended %q\nwant %q, not yet %q, ended %q",
				tt.in.ItemKey, tt.in.HS, tt.earliest, tt.latest, s, n, e, tt.suggestions, tt.before, tt.gone)
		}
	}
}

// TestNothingBeforeItWasInForce dates a photo on every day on which a measure
// of the pack began or ended, and on the days around it.
func TestNothingBeforeItWasInForce(t *testing.T) {
	p := load(t, folder(shipped))
	for _, m := range p.Measures() {
		for shift := -1; shift <= 1; shift++ {
			on := m.From.AddDate(0, 0, shift)
			for _, g := range p.Goods() {
				for _, d := range []catalog.Direction{catalog.Into, catalog.OutOf} {
					for _, in := range []rules.Input{{ItemKey: g.Key}, {ItemKey: "own", HS: g.HS}} {
						in.Direction, in.Earliest, in.Latest = d, &on, &on
						for _, s := range p.Suggest(in).Suggestions {
							if s.From != nil && (on.Before(*s.From) || s.Until != nil && on.After(*s.Until)) {
								t.Fatalf("%s %s on %s: %s is in force from %s to %s", g.Key, d, day(&on), s.Measure, day(s.From), day(s.Until))
							}
						}
					}
				}
			}
		}
	}
}

func TestUntil(t *testing.T) {
	p := load(t, folder(shipped))
	ends := map[string]string{
		"UN2270-29":  "2016-12-31 UN2321-26 UN2371-8",
		"UN2321-26":  "2017-08-04 UN2371-8",
		"UN2375-14":  "2017-12-31 UN2397-5",
		"UN2375-15":  "2017-12-21 UN2397-4",
		"UN1695-3":   "", // subsumed
		"UN1718-8ai": "", // widened
		"CN2016-11":  "", // in part
	}
	for _, m := range p.Measures() {
		got := strings.TrimSpace(day(m.Until) + " " + strings.Join(m.Successors, " "))
		if got != ends[m.ID] {
			t.Errorf("%s: until %q, want %q", m.ID, got, ends[m.ID])
		}
	}
	for id := range ends {
		if _, ok := p.Measure(id); !ok {
			t.Errorf("no measure %s", id)
		}
	}
	if _, ok := p.Measure("UN9999-1"); ok {
		t.Error("a measure that is not in the pack")
	}
}

func TestExemptions(t *testing.T) {
	p := load(t, folder(shipped))
	tests := []struct {
		item     string
		d        catalog.Direction
		on       string
		measure  string
		want     int    // exemptions
		mentions string // one that must be among them
		general  bool   // UN2397-25 is the last
	}{
		{"refrigerator", catalog.Into, "2023-07-03", "UN2397-7", 3, "Tu-204-100B, Tu-204-300)", true},
		{"refrigerator", catalog.OutOf, "2023-07-03", "UN2397-6", 1, "", true}, // the wind-down is over
		{"refrigerator", catalog.OutOf, "2018-01-21T23:00:00", "UN2397-6", 2, "30-day wind-down to 2018-01-21 for existing written contracts", true},
		{"refrigerator", catalog.OutOf, "", "UN2397-6", 2, "30-day wind-down to 2018-01-21 for existing written contracts", true},
		{"coal", catalog.OutOf, "2017-09-01", "UN2371-8", 2, "30-day wind-down for existing contracts", false}, // before UN2397-25
		{"coal", catalog.OutOf, "2018-09-01", "UN2371-8", 3, "non-DPRK coal via Rajin with notification", true},
		{"whisky", catalog.Into, "2023-07-03", "UN1718-8aiii", 1, "", true},
	}
	for _, tt := range tests {
		in := rules.Input{ItemKey: tt.item, Direction: tt.d, Earliest: at(t, tt.on), Latest: at(t, tt.on)}
		s := p.Suggest(in).Suggestions[0]
		general := len(s.Exemptions) > 0 && s.Exemptions[len(s.Exemptions)-1] == "UN2397-25"
		mentioned := tt.mentions == "" || slices.ContainsFunc(s.Exemptions, func(e string) bool { return strings.HasSuffix(e, tt.mentions) })
		if s.Measure != tt.measure || len(s.Exemptions) != tt.want || !mentioned || general != tt.general {
			t.Errorf("%s %s on %q: %s %q", tt.item, tt.d, tt.on, s.Measure, s.Exemptions)
		}
	}
	tile := p.Suggest(rules.Input{ItemKey: "ceramic_tile", Direction: catalog.Into}).Suggestions[0]
	if len(tile.Exemptions) > 0 {
		t.Errorf("exemptions from no measure: %q", tile.Exemptions)
	}
	for _, m := range p.Measures() {
		if m.ID == "UN2397-25" && len(m.Exemptions) > 0 {
			t.Errorf("the clause's own exemptions: %q", m.Exemptions)
		}
	}
}
