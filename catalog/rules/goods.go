package rules

import (
	"regexp"
	"strings"

	"waybill/catalog"
)

// goodsFile is the table of goods.
const goodsFile = "goods.tsv"

var goodsColumns = []column{
	{name: "goods_id", filled: true},
	{name: "en", filled: true},
	{name: "ko"},
	{name: "ko_dprk"},
	{name: "zh"},
	{name: "hs2022"},
	{name: "hs_alt"},
	{name: "suggestion_into", filled: true},
	{name: "measures_into"},
	{name: "suggestion_out", filled: true},
	{name: "measures_out"},
	{name: "source_wording", also: "daily_nk_wording"},
	{name: "note"},
	{name: "certainty"},
}

var goodsID = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,63}$`)

// Goods is what a pack says about one kind of goods.
type Goods struct {
	Key           string // stable: the key of an item of the vocabulary
	Names         catalog.Names
	HS            string // as the goods are mostly classified, digits only, may be ""
	Alternatives  []Alternative
	Into, OutOf   Ruling
	SourceReading string // how the newsroom's source described them
	Note          string
	Certainty     catalog.Certainty // of HS
}

// Alternative is another heading that comes into question.
type Alternative struct {
	HS        string // digits only
	Condition string // when it is the right one: "wire basket alone"
}

// Ruling is what a pack says about goods that go one way.
type Ruling struct {
	Kind     catalog.SuggestionKind
	Measures []Cited // none if and only if Kind is SuggestUnlisted
}

// Cited is a measure that a ruling names.
type Cited struct {
	Measure   string // id
	Condition string // "if over US$500", "" when none
}

// Ruling gives the ruling for a direction, none for an unknown one.
func (g *Goods) Ruling(d catalog.Direction) Ruling {
	switch d {
	case catalog.Into:
		return g.Into
	case catalog.OutOf:
		return g.OutOf
	}
	return Ruling{}
}

func readGoods(source Source, byID map[string]*measure) ([]Goods, error) {
	rows, err := readTable(source, goodsFile, goodsColumns, MaxGoods)
	if err != nil {
		return nil, err
	}
	goods := make([]Goods, 0, len(rows))
	seen := map[string]bool{}
	for _, r := range rows {
		g, err := readOne(&r, byID)
		if err != nil {
			return nil, err
		}
		if seen[g.Key] {
			return nil, r.wrong("goods_id", ProblemRepeated)
		}
		seen[g.Key] = true
		goods = append(goods, g)
	}
	return goods, nil
}

func readOne(r *row, byID map[string]*measure) (Goods, error) {
	g := Goods{
		Key:           r.cell("goods_id"),
		Names:         catalog.Names{English: r.cell("en"), Korean: r.cell("ko"), KoreanNorth: r.cell("ko_dprk"), Chinese: r.cell("zh")},
		SourceReading: r.cell("source_wording"), Note: r.cell("note"), Certainty: catalog.Certainty(r.cell("certainty")),
	}
	if !goodsID.MatchString(g.Key) || g.Key == catalog.UnspecifiedKey {
		return g, r.wrong("goods_id", ProblemID)
	}
	if !g.Certainty.Valid() {
		return g, r.wrong("certainty", ProblemCertainty)
	}
	if code := r.cell("hs2022"); code != "" {
		var ok bool
		if g.HS, ok = heading(code); !ok {
			return g, r.wrong("hs2022", ProblemHS)
		}
	}
	var err error
	if g.Alternatives, err = readAlternatives(r); err != nil {
		return g, err
	}
	if g.Into, err = readRuling(r, catalog.Into, byID); err != nil {
		return g, err
	}
	g.OutOf, err = readRuling(r, catalog.OutOf, byID)
	return g, err
}

// readAlternatives reads hs_alt: each part is one heading, several joined by
// "/", or the first and the last of a stretch joined by "-", and its condition.
func readAlternatives(r *row) ([]Alternative, error) {
	var found []Alternative
	for _, part := range list(r.cell("hs_alt")) {
		codes, condition, _ := strings.Cut(part, " ")
		condition = bare(condition)
		for code := range strings.SplitSeq(codes, "/") {
			first, last, isStretch := strings.Cut(code, "-")
			from, ok := heading(first)
			to, okLast := heading(last)
			if !isStretch {
				to, okLast = from, ok
			}
			if !ok || !okLast || !follows(from, to) {
				return nil, r.wrongPart("hs_alt", ProblemHS, code)
			}
			for ; from <= to; from = next(from) {
				found = append(found, Alternative{HS: from, Condition: condition})
			}
		}
	}
	return found, nil
}

// follows tells whether a stretch from one heading to another can be meant: of
// the same level, under the same parent, in order.
func follows(from, to string) bool {
	return len(from) == len(to) && from[:len(from)-2] == to[:len(to)-2] && from <= to
}

// next gives the heading after another; behind 99 comes one that is greater than all.
func next(code string) string {
	digits := []byte(code)
	for i := len(digits) - 1; i >= len(digits)-2; i-- {
		if digits[i] < '9' {
			digits[i]++
			return string(digits)
		}
		digits[i] = '0'
	}
	return "~"
}

// bare takes the brackets off a remark that stands wholly in them.
func bare(s string) string {
	s = strings.TrimSpace(s)
	if inner, ok := strings.CutPrefix(s, "("); ok {
		if inner, ok = strings.CutSuffix(inner, ")"); ok && !strings.ContainsAny(inner, "()") {
			return strings.TrimSpace(inner)
		}
	}
	return s
}

// readRuling reads the kind and the measures for one direction. A measure is its
// id, and behind it a condition: "UN2321-A4 if over US$500".
func readRuling(r *row, d catalog.Direction, byID map[string]*measure) (Ruling, error) {
	kindColumn, measuresColumn := "suggestion_"+string(d), "measures_"+string(d)
	ruling := Ruling{Kind: catalog.SuggestionKind(r.cell(kindColumn))}
	if rankOf(ruling.Kind) < 0 {
		return ruling, r.wrong(kindColumn, ProblemKind)
	}
	seen := map[string]bool{}
	for _, part := range list(r.cell(measuresColumn)) {
		id, condition, _ := strings.Cut(part, " ")
		m := byID[id]
		switch {
		case m == nil:
			return ruling, r.wrongPart(measuresColumn, ProblemMeasure, id)
		case seen[id]:
			return ruling, r.wrongPart(measuresColumn, ProblemRepeated, id)
		case m.Basis == catalog.BasisExemption:
			return ruling, r.wrongPart(measuresColumn, ProblemExempts, id)
		case !m.Direction.Covers(d):
			return ruling, r.wrongPart(measuresColumn, ProblemWrongWay, id)
		}
		seen[id] = true
		ruling.Measures = append(ruling.Measures, Cited{Measure: id, Condition: bare(condition)})
	}
	switch unlisted := ruling.Kind == catalog.SuggestUnlisted; {
	case unlisted && len(ruling.Measures) > 0:
		return ruling, r.wrong(measuresColumn, ProblemHasMeasure)
	case !unlisted && len(ruling.Measures) == 0:
		return ruling, r.wrong(measuresColumn, ProblemNoMeasure)
	}
	return ruling, nil
}
