package rules_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/rules"
)

// amended gives the shipped pack with a later law: refrigerators leave paragraph
// 7 and come under a new measure, which tiles come under too; coal's measure ends,
// seafood's is gone, and so are rugs.
func amended(t *testing.T) *rules.Pack {
	t.Helper()
	all := shippedTables(t)
	edit := func(name, old, with string) {
		t.Helper()
		if !strings.Contains(all[name], old) {
			t.Fatalf("%s does not hold %q", name, old)
		}
		all[name] = strings.Replace(all[name], old, with, 1)
	}
	line := func(name, id string) string {
		for l := range strings.SplitSeq(all[name], "\n") {
			if strings.HasPrefix(l, id+"\t") {
				return l + "\n"
			}
		}
		t.Fatalf("%s has no line %s", name, id)
		return ""
	}
	all["measures.tsv"] += "UN9999-1\tUN\tS/RES/9999(2030)\t1\t2030-01-01\t2030-02-01\tboth\tHousehold goods\tnamed\t69\tderived\tgoods\t\tin_force\tV\tmade up\n"
	coal := line("measures.tsv", "UN2371-8")
	edit("measures.tsv", coal, strings.Replace(coal, "\tin_force\t", "\tin_force until 2029-12-31\t", 1))
	edit("measures.tsv", line("measures.tsv", "UN2371-9"), "")
	edit("measures.tsv", "All industrial machinery (84, 85)", "Industrial machinery (84, 85)")
	edit("measures.tsv", "tid.gov.hk; HS chapters", "another source; HS chapters") // not part of any basis
	fridge := line("goods.tsv", "refrigerator")
	edit("goods.tsv", fridge, strings.Replace(fridge, "literal_hs_match\tUN2397-7", "quota\tUN9999-1 if new", 1))
	tile := line("goods.tsv", "ceramic_tile")
	edit("goods.tsv", tile, strings.Replace(tile, "unlisted\t\tunlisted\t", "unlisted\t\tderived_hs_match\tUN9999-1", 1))
	edit("goods.tsv", "8407.32", "8407.33")
	seafood := line("goods.tsv", "seafood")
	edit("goods.tsv", seafood, strings.Replace(seafood, "derived_hs_match\tUN2371-9", "unlisted\t", 1))
	edit("goods.tsv", line("goods.tsv", "rug"), "")
	all["goods.tsv"] += "loom\tloom\t\t\t\t8446\t\tliteral_hs_match\tUN2397-7\tunlisted\t\t\t\tHS V\n"
	return load(t, all.read)
}

func TestDiff(t *testing.T) {
	old, amended := load(t, folder(shipped)), amended(t)
	want := []rules.Change{
		{Kind: rules.MeasureEnded, Measure: "UN2371-8", Fields: []rules.FieldChange{{"until", "", "2029-12-31"}, {"status", "in_force", "in_force until 2029-12-31"}}},
		{Kind: rules.MeasureChanged, Measure: "UN2397-7", Fields: []rules.FieldChange{{
			"title", "All industrial machinery (84, 85), transportation vehicles (86-89), iron, steel and other metals (72-83)",
			"Industrial machinery (84, 85), transportation vehicles (86-89), iron, steel and other metals (72-83)",
		}}},
		{Kind: rules.MeasureNew, Measure: "UN9999-1"},
		{Kind: rules.MeasureRemoved, Measure: "UN2371-9"},
		{Kind: rules.GoodsChanged, Goods: "refrigerator", Direction: catalog.Into, Fields: []rules.FieldChange{
			{"suggestion_into", "literal_hs_match", "quota"}, {"measures_into", "UN2397-7", "UN9999-1 if new"},
		}},
		{Kind: rules.GoodsChanged, Goods: "motorcycle_engine", Fields: []rules.FieldChange{{"hs2022", "840732", "840733"}}},
		{Kind: rules.GoodsChanged, Goods: "ceramic_tile", Direction: catalog.OutOf, Fields: []rules.FieldChange{
			{"suggestion_out", "unlisted", "derived_hs_match"}, {"measures_out", "", "UN9999-1"},
		}},
		{Kind: rules.GoodsChanged, Goods: "seafood", Direction: catalog.OutOf, Fields: []rules.FieldChange{
			{"suggestion_out", "derived_hs_match", "unlisted"}, {"measures_out", "UN2371-9", ""},
		}},
		{Kind: rules.GoodsNew, Goods: "loom"},
		{Kind: rules.GoodsRemoved, Goods: "rug"},
	}
	got := rules.Compare(old, amended).Changes
	if !reflect.DeepEqual(got, want) {
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || !reflect.DeepEqual(got[i], want[i]) {
				t.Fatalf("change %d of %d, want %d:\ngot  %+v\nwant %+v", i, len(got), len(want), got[min(i, len(got)-1)], want[min(i, len(want)-1)])
			}
		}
	}
	if changes := rules.Compare(old, load(t, folder(shipped))).Changes; len(changes) > 0 {
		t.Errorf("the same pack: %+v", changes)
	}
	if first := rules.Compare(nil, old).Changes; len(first) != 38+65 || first[0].Kind != rules.MeasureNew || first[102].Kind != rules.GoodsNew {
		t.Errorf("the first pack: %d changes", len(first))
	}
	if last := rules.Compare(old, nil).Changes; len(last) != 38+65 || last[0].Kind != rules.MeasureRemoved {
		t.Errorf("no pack any more: %d changes", len(last))
	}
}

func TestAffects(t *testing.T) {
	c := rules.Compare(load(t, folder(shipped)), amended(t))
	input := func(item string, d catalog.Direction, on string) rules.Input {
		return rules.Input{ItemKey: item, Direction: d, Earliest: at(t, on), Latest: at(t, on)}
	}
	tests := []struct {
		name    string
		facts   rules.Facts
		reasons []rules.Reason
		added   []string
	}{
		{"its measure changed and is no longer its item's", rules.Facts{Input: input("refrigerator", catalog.Into, "2031-01-01"), Measure: "UN2397-7"}, []rules.Reason{rules.ReasonChanged, rules.ReasonNew, rules.ReasonDropped}, []string{"UN9999-1"}},
		{"the same before the new one was in force", rules.Facts{Input: input("refrigerator", catalog.Into, "2023-07-01"), Measure: "UN2397-7"}, []rules.Reason{rules.ReasonChanged, rules.ReasonDropped}, nil},
		{"judged not listed, listed now", rules.Facts{Input: input("ceramic_tile", catalog.OutOf, "2031-01-01")}, []rules.Reason{rules.ReasonNew}, []string{"UN9999-1"}},
		{"not listed, date unknown", rules.Facts{Input: input("ceramic_tile", catalog.OutOf, "")}, []rules.Reason{rules.ReasonNew}, []string{"UN9999-1"}},
		{"not listed, photo older than the new measure", rules.Facts{Input: input("ceramic_tile", catalog.OutOf, "2023-07-01")}, nil, nil},
		{"not listed, other direction", rules.Facts{Input: input("ceramic_tile", catalog.Into, "2031-01-01")}, nil, nil},
		{"ended, photo older", rules.Facts{Input: input("coal", catalog.OutOf, "2023-07-01"), Measure: "UN2371-8"}, []rules.Reason{rules.ReasonEnded}, nil},
		{"ended, photo younger", rules.Facts{Input: input("coal", catalog.OutOf, "2031-07-01"), Measure: "UN2371-8"}, []rules.Reason{rules.ReasonEnded, rules.ReasonInForce}, nil},
		{"removed", rules.Facts{Input: input("seafood", catalog.OutOf, "2023-07-01"), Measure: "UN2371-9"}, []rules.Reason{rules.ReasonRemoved, rules.ReasonDropped}, nil},
		{"by heading", rules.Facts{Input: rules.Input{ItemKey: "own", HS: "6908", Direction: catalog.Into}}, []rules.Reason{rules.ReasonNew}, []string{"UN9999-1"}},
		{"direction unknown", rules.Facts{Input: input("refrigerator", "", ""), Measure: "UN2397-7"}, []rules.Reason{rules.ReasonChanged}, nil},
		{"untouched", rules.Facts{Input: input("fuel", catalog.Into, "2023-07-01"), Measure: "UN2397-5"}, nil, nil},
	}
	for _, tt := range tests {
		e := c.Affects(tt.facts)
		if e == nil {
			e = &rules.Effect{}
		}
		if !slices.Equal(e.Reasons, tt.reasons) || !slices.Equal(e.NewMeasures, tt.added) {
			t.Errorf("%s: %v %v, want %v %v", tt.name, e.Reasons, e.NewMeasures, tt.reasons, tt.added)
		}
	}
	e := c.Affects(tests[0].facts)
	if !strings.HasPrefix(e.OldBasis.Title, "All industrial") || !strings.HasPrefix(e.NewBasis.Title, "Industrial") || e.Change.Measure != "UN2397-7" ||
		e.Old.Suggestions[0].Measure != "UN2397-7" || e.New.Suggestions[0].Condition != "if new" {
		t.Errorf("%+v", e)
	}
	if gone := c.Affects(tests[8].facts); gone.OldBasis == nil || gone.NewBasis != nil {
		t.Errorf("%+v", gone)
	}
}

// TestAffectsKind changes only how a measure is suggested.
func TestAffectsKind(t *testing.T) {
	all := shippedTables(t)
	all["goods.tsv"] = strings.Replace(all["goods.tsv"], "conflict_with_source", "literal_hs_match", 1)
	c := rules.Compare(load(t, folder(shipped)), load(t, all.read))
	cart := rules.Facts{Input: rules.Input{ItemKey: "shopping_cart", Direction: catalog.Into}, Measure: "UN2397-7"}
	if e := c.Affects(cart); e == nil || !slices.Equal(e.Reasons, []rules.Reason{rules.ReasonKind}) || e.Change != nil {
		t.Errorf("%+v", e)
	}
}
