package rules_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/rules"
)

const (
	smallPack     = "field\tvalue\nid\tsmall\ntitle\tA small pack\nversion\t1\ndate\t2024-01-31\n"
	measureHeader = "measure_id\tjurisdiction\tinstrument\tparagraph\tadopted\teffective_from\tdirection\ttitle\tbasis\ths_prefixes\ths_source\tnamed_goods\texemptions\tstatus\tcertainty\tsource\n"
	smallMeasures = measureHeader +
		"M-1\tXX\tAct 1\t1\t2020-01-01\t2020-02-01\tsupply_to_dprk\tMachines\ths_in_text\t84;8501.10\ttext (read)\tmachines\tn/a\tsuperseded_by M-2; see there\tV\tbook\n" +
		"M-2\tXX\tAct 2\t\t2021-01-01\t2021-02-01\tboth\tMore machines\tnamed\t84\tderived\tmachines\tparts (a; b); tools to 2021-03-01\tin_force until 2023-12-31\tV-part\tbook\n" +
		"M-3\tXX\tAct 3\t9\t2021-01-01\t2021-02-01\tboth\tLeave\texemption\t\t\t\t\tin_force\tM-low\t\n"
	goodsHeader = "goods_id\ten\tko\tko_dprk\tzh\ths2022\ths_alt\tsuggestion_into\tmeasures_into\tsuggestion_out\tmeasures_out\tsource_wording\tnote\tcertainty\n"
	smallGoods  = goodsHeader +
		"lathe\tlathe\t선반\t\t车床\t8458.11\t8459/8460 (others); 8461-8463\tliteral_hs_match\tM-1; M-2 if new\tderived_hs_match\tM-2\t\t\tHS V\n" +
		"rope\trope\t\t\t\t\t\tunlisted\t\tunlisted\t\tfree\tnote\t\n"
)

func small() tables {
	return tables{"pack.tsv": smallPack, "measures.tsv": smallMeasures, "goods.tsv": smallGoods}
}

func TestLoadOwnPack(t *testing.T) {
	p := load(t, small().read)
	if p.ID != "small" || p.Version != "1" || day(&p.Date) != "2024-01-31" || p.Licence != "" {
		t.Errorf("%+v", p)
	}
	one, _ := p.Measure("M-1")
	two, _ := p.Measure("M-2")
	if day(one.Until) != "2021-01-31" || day(two.Until) != "2023-12-31" || !slices.Equal(one.HS, []string{"84", "850110"}) ||
		one.Mapping != catalog.MappingText || !slices.Equal(two.Exemptions, []string{"parts (a; b)", "tools to 2021-03-01"}) {
		t.Errorf("%+v\n%+v", one, two)
	}
	lathe := p.Goods()[0]
	want := []rules.Alternative{{HS: "8459", Condition: "others"}, {HS: "8460", Condition: "others"}, {HS: "8461"}, {HS: "8462"}, {HS: "8463"}}
	if !slices.Equal(lathe.Alternatives, want) || lathe.HS != "845811" || lathe.Into.Measures[1] != (rules.Cited{Measure: "M-2", Condition: "if new"}) {
		t.Errorf("%+v", lathe)
	}
}

// TestLoadTolerates reads what spreadsheets make of a table: other order of the
// columns, a byte order mark, Windows line ends, empty lines, spaces.
func TestLoadTolerates(t *testing.T) {
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSuffix(smallGoods, "\n"), "\n") {
		cells := strings.Split(line, "\t")
		slices.Reverse(cells)
		lines = append(lines, strings.Join(cells, " \t "))
	}
	goods := "\uFEFF" + strings.Replace(strings.Join(lines, "\r\n\r\n"), "source_wording", "daily_nk_wording", 1)
	p := load(t, small().with("goods.tsv", goods).read)
	if changes := rules.Compare(load(t, small().read), p).Changes; len(changes) > 0 || p.Goods()[1].SourceReading != "free" {
		t.Errorf("%+v; %+v", changes, p.Goods())
	}
}

func TestLoadRefuses(t *testing.T) {
	type edit struct{ file, old, new string }
	tests := []struct {
		edit
		line   int
		column string
		want   rules.Problem
		cell   string
	}{
		{edit{"pack.tsv", "version\t1\n", ""}, 0, "field", rules.ProblemFieldLack, "version"},
		{edit{"pack.tsv", "version", "vrsn"}, 4, "field", rules.ProblemNoField, "vrsn"},
		{edit{"pack.tsv", "title\tA small pack", "id\tother"}, 3, "field", rules.ProblemRepeated, "id"},
		{edit{"pack.tsv", "id\tsmall", "id\tBig one"}, 2, "value", rules.ProblemID, "Big one"},
		{edit{"pack.tsv", "2024-01-31", "31.1.2024"}, 5, "value", rules.ProblemDate, "31.1.2024"},
		{edit{"pack.tsv", smallPack, ""}, 0, "", rules.ProblemNoHeader, ""},
		{edit{"pack.tsv", smallPack, "field\tvalue\n"}, 0, "", rules.ProblemNoRows, ""},
		{edit{"measures.tsv", "\tstatus\t", "\tstate\t"}, 1, "state", rules.ProblemUnknown, "state"},
		{edit{"measures.tsv", "\tstatus\t", "\tbasis\t"}, 1, "basis", rules.ProblemTwice, "basis"},
		{edit{"measures.tsv", "\tsource\n", "\n"}, 1, "source", rules.ProblemMissing, ""},
		{edit{"measures.tsv", "\tV\tbook", "\tV"}, 2, "source", rules.ProblemTooFew, ""},
		{edit{"measures.tsv", "\tV\tbook", "\tV\tbook\tmore"}, 2, "", rules.ProblemTooWide, "more"},
		{edit{"measures.tsv", "Machines", ""}, 2, "title", rules.ProblemEmpty, ""},
		{edit{"measures.tsv", "Machines", "Ma\xffchines"}, 2, "title", rules.ProblemNotUTF8, "Ma\uFFFDchines"},
		{edit{"measures.tsv", "Machines", "Ma\x00chines"}, 2, "title", rules.ProblemControl, "Ma\x00chines"},
		{edit{"measures.tsv", "Machines", "\u202Esenihcam"}, 2, "title", rules.ProblemControl, "\u202Esenihcam"},
		{edit{"measures.tsv", "Machines", strings.Repeat("m", rules.MaxCell+1)}, 2, "title", rules.ProblemTooLong, strings.Repeat("m", 80) + "…"},
		{edit{"measures.tsv", "M-2\tXX", "M-1\tXX"}, 3, "measure_id", rules.ProblemRepeated, "M-1"},
		{edit{"measures.tsv", "M-1\tXX", "M 1\tXX"}, 2, "measure_id", rules.ProblemID, "M 1"},
		{edit{"measures.tsv", "2020-01-01", "2020-02-30"}, 2, "adopted", rules.ProblemDate, "2020-02-30"},
		{edit{"measures.tsv", "2020-02-01", "2020-2-1"}, 2, "effective_from", rules.ProblemDate, "2020-2-1"},
		{edit{"measures.tsv", "supply_to_dprk", "into"}, 2, "direction", rules.ProblemDirection, "into"},
		{edit{"measures.tsv", "hs_in_text", "custom"}, 2, "basis", rules.ProblemBasis, "custom"},
		{edit{"measures.tsv", "84;8501.10", "84;850.110"}, 2, "hs_prefixes", rules.ProblemHS, "850.110"},
		{edit{"measures.tsv", "84;8501.10", "84;98"}, 2, "hs_prefixes", rules.ProblemHS, "98"},
		{edit{"measures.tsv", "84;8501.10", "84;845"}, 2, "hs_prefixes", rules.ProblemHS, "845"},
		{edit{"measures.tsv", "text (read)", ""}, 2, "hs_source", rules.ProblemHSSource, ""},
		{edit{"measures.tsv", "text (read)", "guess"}, 2, "hs_source", rules.ProblemHSSource, "guess"},
		{edit{"measures.tsv", "tools to 2021-03-01", "tools to 2021-13-01"}, 3, "exemptions", rules.ProblemDate, "2021-13-01"},
		{edit{"measures.tsv", "superseded_by M-2; see there", "superseded"}, 2, "status", rules.ProblemStatus, "superseded"},
		{edit{"measures.tsv", "superseded_by M-2; see there", "; (in_force)"}, 2, "status", rules.ProblemStatus, "; (in_force)"},
		{edit{"measures.tsv", "superseded_by M-2; see there", "superseded_by M-2 and M-3"}, 2, "status", rules.ProblemStatus, "superseded_by M-2 and M-3"},
		{edit{"measures.tsv", "superseded_by M-2", "superseded_by M-9"}, 2, "status", rules.ProblemMeasure, "M-9"},
		{edit{"measures.tsv", "superseded_by M-2", "superseded_by M-1"}, 2, "status", rules.ProblemOrder, "M-1"},
		{edit{"measures.tsv", "superseded_by M-2", "superseded_by M-2 then M-1"}, 2, "status", rules.ProblemOrder, "M-1"},
		{edit{"measures.tsv", "until 2023-12-31", "until 2020-12-31"}, 3, "status", rules.ProblemOrder, "in_force until 2020-12-31"},
		{edit{"measures.tsv", "until 2023-12-31", "until soon"}, 3, "status", rules.ProblemDate, "soon"},
		{edit{"measures.tsv", "V-part", "sure"}, 3, "certainty", rules.ProblemCertainty, "sure"},
		{edit{"goods.tsv", "lathe\tlathe", "Lathe\tlathe"}, 2, "goods_id", rules.ProblemID, "Lathe"},
		{edit{"goods.tsv", "lathe\tlathe", "unspecified\tlathe"}, 2, "goods_id", rules.ProblemID, "unspecified"},
		{edit{"goods.tsv", "rope\trope", "lathe\trope"}, 3, "goods_id", rules.ProblemRepeated, "lathe"},
		{edit{"goods.tsv", "8458.11", "8458.1"}, 2, "hs2022", rules.ProblemHS, "8458.1"},
		{edit{"goods.tsv", "8459/8460", "8459/none"}, 2, "hs_alt", rules.ProblemHS, "none"},
		{edit{"goods.tsv", "8461-8463", "8463-8461"}, 2, "hs_alt", rules.ProblemHS, "8463-8461"},
		{edit{"goods.tsv", "8461-8463", "0101-9701"}, 2, "hs_alt", rules.ProblemHS, "0101-9701"},
		{edit{"goods.tsv", "literal_hs_match", "literal"}, 2, "suggestion_into", rules.ProblemKind, "literal"},
		{edit{"goods.tsv", "M-1; M-2 if new", "M-1; M-7 if new"}, 2, "measures_into", rules.ProblemMeasure, "M-7"},
		{edit{"goods.tsv", "M-1; M-2 if new", "M-1; M-1 if new"}, 2, "measures_into", rules.ProblemRepeated, "M-1"},
		{edit{"goods.tsv", "M-1; M-2 if new", "M-3"}, 2, "measures_into", rules.ProblemExempts, "M-3"},
		{edit{"goods.tsv", "M-1; M-2 if new", ""}, 2, "measures_into", rules.ProblemNoMeasure, ""},
		{edit{"goods.tsv", "derived_hs_match\tM-2", "derived_hs_match\tM-1"}, 2, "measures_out", rules.ProblemWrongWay, "M-1"},
		{edit{"goods.tsv", "derived_hs_match\tM-2", "unlisted\tM-2"}, 2, "measures_out", rules.ProblemHasMeasure, "M-2"},
		{edit{"goods.tsv", "HS V", "HS seen"}, 2, "certainty", rules.ProblemCertainty, "HS seen"},
		{edit{"goods.tsv", "source_wording\tnote", "source_wording\tdaily_nk_wording"}, 1, "daily_nk_wording", rules.ProblemTwice, "daily_nk_wording"},
	}
	for _, tt := range tests {
		all := small()
		changed := strings.Replace(all[tt.file], tt.old, tt.new, 1)
		if changed == all[tt.file] {
			t.Fatalf("%s does not hold %q", tt.file, tt.old)
		}
		p, err := rules.Load(all.with(tt.file, changed).read)
		e, ok := errors.AsType[*rules.TableError](err)
		if !ok || p != nil || catalog.CodeOf(err) != catalog.ErrInvalid {
			t.Errorf("%q for %q: pack %v, error %v", shortened(tt.new), tt.old, p != nil, err)
			continue
		}
		want := rules.TableError{File: tt.file, Line: tt.line, Column: tt.column, Number: e.Number, Problem: tt.want, Cell: tt.cell}
		if *e != want {
			t.Errorf("%q for %q:\ngot  %+v\nwant %+v", shortened(tt.new), tt.old, *e, want)
		}
		if number := columnNumber(changed, e); e.Line > 0 && e.Problem != rules.ProblemMissing && e.Number != number {
			t.Errorf("%q for %q: column number %d, want %d", shortened(tt.new), tt.old, e.Number, number)
		}
	}
}

// columnNumber finds a column in the header of a table; the last that has the
// name, and one behind all for a cell too many.
func columnNumber(table string, e *rules.TableError) int {
	header, _, _ := strings.Cut(table, "\n")
	names := strings.Split(header, "\t")
	for i := len(names) - 1; i >= 0; i-- {
		if names[i] == e.Column {
			return i + 1
		}
	}
	return len(names) + 1
}

func shortened(s string) string { return s[:min(len(s), 60)] }

func TestLoadBounds(t *testing.T) {
	goods := strings.Builder{}
	goods.WriteString(goodsHeader)
	for i := range rules.MaxGoods + 1 {
		fmt.Fprintf(&goods, "g%d\tg\t\t\t\t\t\tunlisted\t\tunlisted\t\t\t\t\n", i)
	}
	for name, tt := range map[string]struct {
		tables tables
		line   int
		want   rules.Problem
	}{
		"too many rows":  {small().with("goods.tsv", goods.String()), rules.MaxGoods + 2, rules.ProblemTooMany},
		"too large":      {small().with("goods.tsv", goodsHeader+strings.Repeat("\n", rules.MaxFile)), 0, rules.ProblemTooLarge},
		"no rows at all": {small().with("goods.tsv", goodsHeader+strings.Repeat("\n", 1<<20)), 0, rules.ProblemNoRows},
	} {
		_, err := rules.Load(tt.tables.read)
		if e, ok := errors.AsType[*rules.TableError](err); !ok || e.Problem != tt.want || e.Line != tt.line {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLoadWithoutTable(t *testing.T) {
	for _, name := range []string{"pack.tsv", "measures.tsv", "goods.tsv"} {
		all := small()
		delete(all, name)
		_, err := rules.Load(all.read)
		if e, ok := errors.AsType[*rules.TableError](err); !ok || e.File != name || e.Problem != rules.ProblemNoFile {
			t.Errorf("without %s: %v", name, err)
		}
	}
	broken := errors.New("the disk is gone")
	_, err := rules.Load(func(string) ([]byte, error) { return nil, broken })
	if !errors.Is(err, broken) || catalog.CodeOf(err) != catalog.ErrIO {
		t.Errorf("a broken source: %v", err)
	}
}

func FuzzLoad(f *testing.F) {
	all := shippedTables(f)
	f.Add(all["pack.tsv"], all["measures.tsv"], all["goods.tsv"])
	f.Add(smallPack, smallMeasures, smallGoods)
	f.Add("\uFEFFvalue\tfield\r\n", measureHeader, goodsHeader)
	f.Add(smallPack, strings.Replace(smallMeasures, "superseded_by M-2", "superseded_by M-2 then M-1", 1), smallGoods)
	f.Add(smallPack, smallMeasures, strings.Replace(smallGoods, "8461-8463", "8497-8499", 1))
	f.Add(smallPack, smallMeasures, strings.Replace(smallGoods, "8459/8460", "9998-9999", 1))
	f.Add(smallPack, smallMeasures, strings.Replace(smallGoods, "M-1; M-2 if new", ";;(;M-1;)", 1))
	f.Fuzz(func(t *testing.T, pack, measures, goods string) {
		p, err := rules.Load(tables{"pack.tsv": pack, "measures.tsv": measures, "goods.tsv": goods}.read)
		if err != nil {
			e, ok := errors.AsType[*rules.TableError](err)
			if !ok || p != nil || e.File == "" || e.Problem == "" || e.Line < 0 || catalog.CodeOf(err) != catalog.ErrInvalid {
				t.Fatalf("%v with pack %v", err, p != nil)
			}
			return
		}
		if changes := rules.Compare(p, p).Changes; len(changes) > 0 {
			t.Fatalf("a pack differs from itself: %+v", changes)
		}
		for _, g := range p.Goods() {
			for _, d := range []catalog.Direction{catalog.Into, catalog.OutOf} {
				a := p.Suggest(rules.Input{ItemKey: g.Key, Direction: d})
				if want := max(1, len(g.Ruling(d).Measures)); len(a.Suggestions) != want {
					t.Fatalf("%s %s: %d suggestions, want %d", g.Key, d, len(a.Suggestions), want)
				}
				p.Suggest(rules.Input{HS: g.HS, Direction: d})
			}
		}
	})
}
