package present_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/rules"
)

// shipped loads the rule pack that comes with the program.
func shipped(t *testing.T) *rules.Pack {
	t.Helper()
	p, err := rules.Load(func(name string) ([]byte, error) { return assets.RuleTable(assets.DefaultRulePack, name) })
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestSuggestionInWords(t *testing.T) {
	w, p := load(t), shipped(t)
	day := time.Date(2023, 7, 1, 0, 0, 0, 0, time.UTC)
	const seven = "Resolution 2397 (2017), paragraph 7: All industrial machinery (84, 85), transportation vehicles (86-89), iron, steel and other metals (72-83) – "
	for _, c := range []struct {
		key       string
		direction catalog.Direction
		at        *time.Time
		want      string
	}{
		{"refrigerator", catalog.Into, &day, seven + "literal match with HS chapter 84 · in force on the photo’s date · verified in part"},
		{"refrigerator", catalog.Into, nil, seven + "literal match with HS chapter 84 · the photo’s date is not known · verified in part"},
		{"shopping_cart", catalog.Into, &day, seven + "it lies in HS chapter 87, the source reads it otherwise · in force on the photo’s date · verified in part · heading of the goods verified in part"},
		{"ceramic_tile", catalog.Into, &day, "no measure of this pack covers it"},
		{"coal", catalog.OutOf, &day, "Resolution 2371 (2017), paragraph 8: Coal, iron, iron ore: full ban – match with HS heading 2701 · in force on the photo’s date · verified · our mapping"},
	} {
		a := p.Suggest(rules.Input{ItemKey: c.key, Direction: c.direction, Earliest: c.at, Latest: c.at})
		if len(a.Suggestions) != 1 {
			t.Fatalf("%s: %+v", c.key, a)
		}
		check(t, w.Suggestion(&a.Suggestions[0]), c.want)
	}
	check(t, w.Suggestion(&catalog.Suggestion{
		Measure: "X1", Instrument: "An order", Title: "Goods", Kind: catalog.SuggestLuxury, Condition: "if over US$500", InForce: catalog.InForceWithin,
	}), "An order: Goods – covered if it is a luxury · if over US$500 · in force on the photo’s date · unverified")
}

func TestMeasureInWords(t *testing.T) {
	w := load(t)
	for _, c := range [][3]string{
		{"S/RES/2397(2017)", "7", "Resolution 2397 (2017), paragraph 7"},
		{"S/RES/2321(2016)", "4,7 + Annex III", "Resolution 2321 (2016), paragraphs 4, 7 with Annex III"},
		{"MOFCOM/GACC Announcement 2016 No.81", "", "MOFCOM/GACC Announcement 2016 No.81"},
	} {
		check(t, w.Measure(c[0], c[1]), c[2])
	}
	for digits, want := range map[string]string{"": "", "84": "HS chapter 84", "8418": "HS heading 8418", "841821": "HS subheading 8418.21"} {
		check(t, w.Heading(digits), want)
	}
}

func TestDeterminationInWords(t *testing.T) {
	w := load(t)
	m, ok := shipped(t).Measure("UN2397-7")
	if !ok {
		t.Fatal("the pack lost UN2397-7")
	}
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	full := catalog.Determination{
		Status: catalog.Sanctioned, By: "AB", At: at, Reason: "a chest freezer",
		Legal: catalog.Legal{Measure: "UN2397-7", Pack: "un-dprk-2397 1", Direction: catalog.Into, AsOf: "2023-07", Exemptions: "none applies"},
	}
	check(t, w.Determination(&full, &m), "Sanctioned – Resolution 2397 (2017), paragraph 7 · Into the DPRK · reason: a chest freezer · "+
		"exemptions considered: none applies · law as of July 2023 · pack un-dprk-2397 1 · by AB, 2026-01-02")
	check(t, w.Determination(&catalog.Determination{Status: catalog.Suspected, Legal: catalog.Legal{Measure: "GONE-1"}}, nil), "Suspected – GONE-1")
	check(t, w.Determination(&catalog.Determination{Status: catalog.NotListed}, nil), "Not listed")
	check(t, w.Review(&catalog.Review{Kind: catalog.Agrees, By: "CD", At: at}), "CD agrees, 2026-01-02")
	check(t, w.Review(&catalog.Review{Kind: catalog.Disagrees, By: "CD", At: at, Text: "no motor", Resolved: true}), "CD disagrees, 2026-01-02: no motor (resolved)")
}

func TestSeenInWords(t *testing.T) {
	w := load(t)
	n := 1200.0
	o := catalog.Observation{Seen: catalog.Seen{
		Stage: catalog.StageCustoms, Direction: catalog.Into, Basis: catalog.BasisSource, Quantity: &n, Unit: "cartons", Estimated: true,
		Brand: "Hisense", Model: "BD-1", MadeIn: "CN", Packaging: catalog.PackedRetail, Confidence: catalog.Likely,
	}}
	want := []string{
		"reported, not visible", "customs", "Into the DPRK (the source says so)", "about 1,200 cartons", "Hisense BD-1", "made in China", "in retail packaging", "likely",
	}
	check(t, fmt.Sprint(w.Seen(&o)), fmt.Sprint(want))
	if parts := w.Seen(&catalog.Observation{Visible: true}); len(parts) != 0 {
		t.Errorf("nothing is known, and yet it says %q", parts)
	}
	for _, pair := range [][2]string{
		{w.Stage(""), "stage not known"},
		{w.Basis(""), "nobody said how it is known"},
		{w.Packaging(""), "packaging not known"},
		{w.Confidence(""), "nobody said how sure it is"},
		{w.Mapping(""), ""},
	} {
		check(t, pair[0], pair[1])
	}
}

func TestRefusedPack(t *testing.T) {
	w := load(t)
	_, err := rules.Load(func(name string) ([]byte, error) {
		table, err := assets.RuleTable(assets.DefaultRulePack, name)
		if name == "measures.tsv" {
			table = append(table, "X1\tUN\tX\t\t2017-13-01\t2017-12-01\tboth\tx\tnamed\t\t\t\t\tin_force\tV\t\n"...)
		}
		return table, err
	})
	var wrong *rules.TableError
	if !errors.As(err, &wrong) {
		t.Fatal(err)
	}
	check(t, w.Error(err), fmt.Sprintf("The rule pack was refused; what was in force stays. measures.tsv, line %d, column 5 (adopted): “2017-13-01” is no day. Write it like 2017-12-22.", wrong.Line))
	check(t, w.Error(&rules.TableError{File: "goods.tsv", Problem: rules.ProblemNoFile}),
		"The rule pack was refused; what was in force stays. goods.tsv: The file is missing. A pack has pack.tsv, measures.tsv and goods.tsv.")
}
