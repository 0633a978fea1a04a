package rules_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/rules"
)

// shippedRows reads a shipped table by another parser than the package's.
func shippedRows(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(shipped, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, cell := range line {
			row[lines[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

// TestEveryRow holds what is suggested for each kind of goods, each way, against
// the columns of the table.
func TestEveryRow(t *testing.T) {
	p := load(t, folder(shipped))
	isID := regexp.MustCompile(`\b(UN|CN)\d+-\w+`)
	condition := map[string]string{
		"UN2270-A4 only if precious-metal case": "only if precious-metal case",
		"UN1718-8aiii (national lists)":         "national lists",
		"UN2321-A4 if over US$500":              "if over US$500",
		"UN2321-A4 if over US$100":              "if over US$100",
	}
	rows := shippedRows(t, "goods.tsv")
	if len(rows) != 65 {
		t.Fatalf("%d rows, want 65", len(rows))
	}
	conditions := 0
	for _, row := range rows {
		for _, d := range []catalog.Direction{catalog.Into, catalog.OutOf} {
			a := p.Suggest(rules.Input{ItemKey: row["goods_id"], Direction: d, Earliest: at(t, "2023-07-01"), Latest: at(t, "2023-07-31")})
			cell := row["measures_"+string(d)]
			want := isID.FindAllString(cell, -1)
			if want == nil {
				want = []string{""}
			}
			if got := ids(a.Suggestions); !slices.Equal(got, want) || len(a.Missing)+len(a.NotYet)+len(a.Ended) > 0 {
				t.Errorf("%s %s: %q, want %q (missing %v, %d not yet, %d ended)", row["goods_id"], d, got, want, a.Missing, len(a.NotYet), len(a.Ended))
				continue
			}
			for i, s := range a.Suggestions {
				if string(s.Kind) != row["suggestion_"+string(d)] || s.Direction != d || s.Note != row["note"] || s.SourceReading != row["daily_nk_wording"] {
					t.Errorf("%s %s: %+v", row["goods_id"], d, s)
				}
				if c := condition[strings.TrimSpace(strings.Split(cell, ";")[i])]; s.Condition != c {
					t.Errorf("%s %s: condition %q, want %q", row["goods_id"], d, s.Condition, c)
				} else if c != "" {
					conditions++
				}
				if force := map[bool]catalog.InForce{true: catalog.InForceWithin}[s.Measure != ""]; s.InForce != force {
					t.Errorf("%s %s: in force %q, want %q", row["goods_id"], d, s.InForce, force)
				}
			}
		}
	}
	if conditions != 5 {
		t.Errorf("%d conditions, want 5", conditions)
	}
}

// TestStory asks for the five pictures of the story, on their way in.
func TestStory(t *testing.T) {
	p := load(t, folder(shipped))
	type story struct{ item, kind, measures, paragraph, mapping, prefix, source string }
	for _, want := range []story{
		{"smart_watch", "ambiguous_classification", "UN2397-7 UN2270-A4", "7", "text", "85", "sanctioned electronics"},
		{"refrigerator", "literal_hs_match", "UN2397-7", "7", "text", "84", "sanctioned electronics"},
		{"motorcycle_engine", "literal_hs_match", "UN2397-7", "7", "text", "84", "sanctioned machinery; caption says motors"},
		{"shopping_cart", "conflict_with_source", "UN2397-7", "7", "text", "87", "NOT on sanctions list"},
		{"ceramic_tile", "unlisted", "", "", "", "", "NOT on sanctions list"},
	} {
		a := p.Suggest(rules.Input{ItemKey: want.item, Direction: catalog.Into, Earliest: at(t, "2023-07-03"), Latest: at(t, "2023-07-03T23:59:59")})
		s := a.Suggestions[0]
		got := story{want.item, string(s.Kind), strings.Join(ids(a.Suggestions), " "), s.Paragraph, string(s.Mapping), s.Prefix, s.SourceReading}
		if got != want {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
		if s.Measure != "" && (s.Verified() || s.Certainty.Checked() != catalog.CheckedPart || day(s.From) != "2017-12-22" || s.Until != nil) {
			t.Errorf("%s: %+v", want.item, s)
		}
	}
	cart := p.Suggest(rules.Input{ItemKey: "shopping_cart", Direction: catalog.Into}).Suggestions[0]
	if cart.HS != "871680" || !strings.Contains(cart.Note, "editor decides") || cart.Classification.Checked() != catalog.CheckedPart {
		t.Errorf("the cart's two readings: %+v", cart)
	}
}

func TestSuggestMissing(t *testing.T) {
	p := load(t, folder(shipped))
	tests := []struct {
		name string
		in   rules.Input
		want []rules.Missing
	}{
		{"no direction", rules.Input{ItemKey: "refrigerator"}, []rules.Missing{rules.MissingDirection}},
		{"no direction, unlisted goods", rules.Input{ItemKey: "ceramic_tile"}, []rules.Missing{rules.MissingDirection}},
		{"a direction that is none", rules.Input{ItemKey: "refrigerator", Direction: "sideways"}, []rules.Missing{rules.MissingDirection}},
		{"unspecified goods", rules.Input{ItemKey: catalog.UnspecifiedKey, ItemNames: catalog.Names{English: "unspecified goods"}, Direction: catalog.Into}, []rules.Missing{rules.MissingItem}},
		{"nothing", rules.Input{}, []rules.Missing{rules.MissingDirection, rules.MissingItem}},
		{"own item without heading", rules.Input{ItemKey: "own", ItemNames: catalog.Names{English: "sewing machine"}, Direction: catalog.OutOf}, []rules.Missing{rules.MissingHS}},
		{"own item with a heading that is none", rules.Input{ItemKey: "own", HS: "98.1", Direction: catalog.OutOf}, []rules.Missing{rules.MissingHS}},
		{"chapter 99", rules.Input{ItemKey: "own", HS: "9901", Direction: catalog.OutOf}, []rules.Missing{rules.MissingHS}},
		{"own item without heading or direction", rules.Input{ItemKey: "own"}, []rules.Missing{rules.MissingDirection, rules.MissingHS}},
	}
	for _, tt := range tests {
		a := p.Suggest(tt.in)
		if !slices.Equal(a.Missing, tt.want) || len(a.Suggestions)+len(a.NotYet)+len(a.Ended) > 0 {
			t.Errorf("%s: missing %v, want %v; %d suggestions", tt.name, a.Missing, tt.want, len(a.Suggestions))
		}
	}
}

func TestSuggestByHeading(t *testing.T) {
	p := load(t, folder(shipped))
	tests := []struct {
		hs, want string // measure:kind:prefix
		d        catalog.Direction
	}{
		{"8452.10", "UN2397-7:literal_hs_match:84", catalog.Into},
		{"8452.10.00 00", "UN2397-7:literal_hs_match:84", catalog.Into},
		{"8452", "UN2397-6:literal_hs_match:84", catalog.OutOf},
		{"8703.23", "UN2397-7:literal_hs_match:87 UN2094-A4:derived_hs_match:8703", catalog.Into},
		{"8703.10", "UN2397-7:literal_hs_match:87 UN2270-A4:derived_hs_match:870310 UN2094-A4:derived_hs_match:8703", catalog.Into},
		{"89", "UN2397-7:literal_hs_match:89 UN2321-30:derived_hs_match:89 UN2397-14:derived_hs_match:89 UN2094-A4:ambiguous_classification:8903 UN2270-A4:ambiguous_classification:8903", catalog.Into},
		{"2616.90", "UN2270-30:derived_hs_match:261690", catalog.OutOf},
		{"2616", "UN2270-30:ambiguous_classification:261690 UN2321-28:ambiguous_classification:261610", catalog.OutOf},
		{"2712", "UN2397-5:quota:2712", catalog.Into},
		{"2709", "UN2397-4:quota:2709 UN2375-13:derived_hs_match:2709", catalog.Into},
		{"2709", ":unlisted:", catalog.OutOf},
		{"6907.21", ":unlisted:", catalog.Into},
		{"8539; 9405", "UN2397-7:ambiguous_classification:85", catalog.Into},
		{"8539, 8512", "UN2397-7:literal_hs_match:85", catalog.Into},
		{"9301", "UN1718-8ai:derived_hs_match:93 UN1874-9:derived_hs_match:93 UN2270-6:derived_hs_match:93", catalog.Into},
		{"0307", "UN2371-9:derived_hs_match:03", catalog.OutOf},
	}
	for _, tt := range tests {
		a := p.Suggest(rules.Input{ItemKey: "own", HS: tt.hs, Direction: tt.d, Earliest: at(t, "2023-07-01")})
		var got []string
		for _, s := range a.Suggestions {
			got = append(got, s.Measure+":"+string(s.Kind)+":"+s.Prefix)
		}
		if strings.Join(got, " ") != tt.want || a.Goods != nil {
			t.Errorf("%s %s:\ngot  %s\nwant %s", tt.hs, tt.d, strings.Join(got, " "), tt.want)
		}
	}
}

// TestIndexAgainstEveryMeasure holds the index against looking at every measure.
func TestIndexAgainstEveryMeasure(t *testing.T) {
	p := load(t, folder(shipped))
	rows := shippedRows(t, "measures.tsv")
	way := map[catalog.Direction]string{catalog.Into: "supply_to_dprk", catalog.OutOf: "procure_from_dprk"}
	for chapter := 1; chapter <= 97; chapter++ {
		for _, rest := range []string{"01", "03", "10", "14", "1690", "99", "0110"} {
			code := string([]byte{'0' + byte(chapter/10), '0' + byte(chapter%10)}) + rest
			for d, word := range way {
				want := map[string]bool{}
				for _, r := range rows {
					if r["basis"] == "list" || r["direction"] != word && r["direction"] != "both" {
						continue
					}
					for prefix := range strings.SplitSeq(r["hs_prefixes"], ";") {
						if prefix != "" && (strings.HasPrefix(code, prefix) || strings.HasPrefix(prefix, code)) {
							want[r["measure_id"]] = true
						}
					}
				}
				a := p.Suggest(rules.Input{ItemKey: "own", HS: code, Direction: d, Earliest: at(t, "2023-07-01")})
				got := slices.Concat(ids(a.Suggestions), ids(a.Ended))
				got = slices.DeleteFunc(got, func(id string) bool { return id == "" })
				if len(got) != len(want) || slices.ContainsFunc(got, func(id string) bool { return !want[id] }) {
					t.Fatalf("%s %s: %v, want %v", code, d, got, want)
				}
			}
		}
	}
}

func TestSuggestByName(t *testing.T) {
	p := load(t, folder(shipped))
	tests := []struct {
		names catalog.Names
		hs    string
		want  string // key of the goods
	}{
		{catalog.Names{Korean: "냉장고"}, "", "refrigerator"},
		{catalog.Names{KoreanNorth: "랭동기"}, "8418.21", "refrigerator"},
		{catalog.Names{English: "Household  Refrigerator"}, "84", "refrigerator"},
		{catalog.Names{English: "fridge", AlsoKnownAs: "ice box; 电冰箱"}, "8418.10", "refrigerator"},
		{catalog.Names{English: "household refrigerator"}, "6907", ""}, // the heading says otherwise
		{catalog.Names{Chinese: "电池"}, "8506", "battery"},
		{catalog.Names{English: "refrigerators for trucks"}, "", ""}, // not the whole name
	}
	for _, tt := range tests {
		a := p.Suggest(rules.Input{ItemKey: "own-1", ItemNames: tt.names, HS: tt.hs, Direction: catalog.Into})
		got := ""
		if a.Goods != nil {
			got = a.Goods.Key
		}
		if got != tt.want {
			t.Errorf("%+v %s: %q, want %q", tt.names, tt.hs, got, tt.want)
		}
	}
}

func BenchmarkSuggest(b *testing.B) {
	p := load(b, folder(shipped))
	from, to := at(b, "2017-12-01"), at(b, "2018-02-01")
	var inputs []rules.Input
	for _, g := range p.Goods() {
		inputs = append(inputs,
			rules.Input{ItemKey: g.Key, Direction: catalog.Into, Earliest: from, Latest: to},
			rules.Input{ItemKey: "own", ItemNames: catalog.Names{English: "something else", Korean: "다른 것"}, HS: g.HS, Direction: catalog.OutOf, Earliest: from, Latest: to})
	}
	b.ResetTimer()
	b.ReportAllocs()
	for b.Loop() {
		for i := range 10_000 {
			if a := p.Suggest(inputs[i%len(inputs)]); len(a.Missing) > 0 {
				b.Fatal(a.Missing)
			}
		}
	}
}
