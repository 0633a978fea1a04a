package vocabulary

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"waybill/assets"
	"waybill/catalog"
)

// TestTablesHoldTheVocabulary exports the shipped vocabulary and reads it back.
func TestTablesHoldTheVocabulary(t *testing.T) {
	shipped, err := Seed(assets.Vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	items, routes := shipped.Items, shipped.Routes
	for i := range items {
		items[i].ID = catalog.ItemID(i + 1)
	}
	items[2].Parent = 4
	items[5].Names.English = "two\tcells\nand lines"
	var a, b, c, u bytes.Buffer
	if err := errors.Join(ExportItems(&a, items), ExportRoutes(&b, routes), ExportLegs(&c, routes), ExportUnits(&u, shipped.Units)); err != nil {
		t.Fatal(err)
	}
	entries, rejected, err := ReadItems(&a, nil)
	if err != nil || len(rejected) > 0 || len(entries) != len(items) {
		t.Fatalf("%d entries, %v, %v", len(entries), rejected, err)
	}
	for i, e := range entries {
		want := items[i]
		want.ID, want.Parent = 0, 0
		if i == 5 {
			want.Names.English = "two cells and lines"
		}
		if diff := cmp.Diff(want, e.Item); diff != "" {
			t.Error(diff)
		}
		if (e.ParentKey == items[3].Key) != (i == 2) {
			t.Errorf("%s has the parent %s", e.Key, e.ParentKey)
		}
	}
	again, rejected, err := ReadRoutes(&b, &c)
	if err != nil || len(rejected) > 0 {
		t.Fatal(rejected, err)
	}
	for i := range routes {
		for n := range routes[i].Legs {
			routes[i].Legs[n].N = n
		}
	}
	if diff := cmp.Diff(routes, again); diff != "" {
		t.Error(diff)
	}
	units, rejected, err := ReadUnits(&u)
	if err != nil || len(rejected) > 0 {
		t.Fatal(rejected, err)
	}
	if diff := cmp.Diff(shipped.Units, units); diff != "" {
		t.Error(diff)
	}
}

const itemHead = "key\ten\tko\tko_dprk\tzh\tvariants\ths\tparent\tcaption_en_singular\tcaption_en_plural\tcaption_ko\tcaption_ko_counter\tcaption_zh\tcaption_zh_counter\n"

func itemLine(key, en, hs, parent string) string {
	return key + "\t" + en + "\t\t\t\t\t" + hs + "\t" + parent + "\t\t\t\t\t\t\n"
}

func TestWrongItemsAreRejected(t *testing.T) {
	known := []catalog.Item{{ID: 1, Key: "goods"}, {ID: 2, Key: "engine", Parent: 1}}
	good := itemLine("pump", "pump", "8413", "goods")
	for name, c := range map[string]struct {
		table  string
		line   int
		number int
		column string
		what   Problem
	}{
		"nothing":                     {"", 0, 0, "", ProblemNoHeader},
		"a column too many":           {"x\t" + itemHead, 1, 1, "x", ProblemUnknown},
		"a column twice":              {"en\t" + itemHead, 1, 3, "en", ProblemTwice},
		"a column too few":            {strings.Replace(itemHead, "hs\t", "", 1), 1, 0, "hs", ProblemMissing},
		"a short line":                {itemHead + good + "\nfan\tfan\n", 4, 3, "ko", ProblemTooFew},
		"a long line":                 {itemHead + strings.TrimSuffix(good, "\n") + "\tmore\n", 2, 15, "", ProblemTooWide},
		"no UTF-8":                    {itemHead + itemLine("fan", "f\xffn", "", ""), 2, 2, "en", ProblemNotUTF8},
		"a control character":         {itemHead + itemLine("fan", "f\x1bn", "", ""), 2, 2, "en", ProblemControl},
		"a turned text":               {itemHead + itemLine("fan", "f\u202Ean", "", ""), 2, 2, "en", ProblemControl},
		"a long cell":                 {itemHead + itemLine("fan", strings.Repeat("fan ", MaxCell/4+1), "", ""), 2, 2, "en", ProblemTooLong},
		"no key":                      {itemHead + itemLine("", "fan", "", ""), 2, 1, "key", ProblemKey},
		"a key with a space":          {itemHead + itemLine("a fan", "fan", "", ""), 2, 1, "key", ProblemKey},
		"a large key":                 {itemHead + itemLine("Fan", "fan", "", ""), 2, 1, "key", ProblemKey},
		"a key twice":                 {itemHead + good + good, 3, 1, "key", ProblemRepeated},
		"no name":                     {itemHead + itemLine("fan", "", "", ""), 2, 2, "en", ProblemNoName},
		"no heading":                  {itemHead + itemLine("fan", "fan", "8414; 84.14", ""), 2, 7, "hs", ProblemHS},
		"no parent":                   {itemHead + itemLine("fan", "fan", "", "pomp"), 2, 8, "parent", ProblemParent},
		"its own parent":              {itemHead + itemLine("fan", "fan", "", "fan"), 2, 8, "parent", ProblemCircle},
		"a circle with what is known": {itemHead + itemLine("goods", "goods", "", "engine"), 2, 8, "parent", ProblemCircle},
	} {
		entries, rejected, err := ReadItems(strings.NewReader(c.table), known)
		if err != nil || len(rejected) != 1 || entries != nil {
			t.Errorf("%s: %v, %v, %v", name, entries, rejected, err)
			continue
		}
		if r := rejected[0]; r.File != ItemsFile || r.Line != c.line || r.Number != c.number || r.Column != c.column || r.Problem != c.what {
			t.Errorf("%s: %s", name, r)
		}
	}
	entries, rejected, err := ReadItems(strings.NewReader("\uFEFF"+strings.ReplaceAll(itemHead+itemLine("fan", "fan", "8414.51; 84", "pump")+good, "\n", "\r\n")), known)
	if err != nil || len(rejected) > 0 || len(entries) != 2 || entries[0].ParentKey != "pump" || entries[0].HS != "8414.51; 84" {
		t.Errorf("%v, %v, %v", entries, rejected, err)
	}
	if _, _, err := ReadItems(iotest.ErrReader(errors.New("torn off")), nil); err == nil {
		t.Error("a reader that fails is an empty table")
	}
}

// TestAllThatIsWrongIsListed finds several faults in one table, and not without end.
func TestAllThatIsWrongIsListed(t *testing.T) {
	table := itemHead + itemLine("A", "", "x", "y") + itemLine("fan", "fan", "1", "")
	_, rejected, err := ReadItems(strings.NewReader(table), nil)
	if err != nil || len(rejected) != 5 {
		t.Errorf("%v, %v", rejected, err)
	}
	_, rejected, err = ReadItems(strings.NewReader(itemHead+strings.Repeat("x\n", 10*maxRejected)), nil)
	if err != nil || len(rejected) != maxRejected {
		t.Errorf("%d are listed, %v", len(rejected), err)
	}
}

// TestHostileTables end soon, whatever they hold.
func TestHostileTables(t *testing.T) {
	var chain strings.Builder
	chain.WriteString(itemHead)
	for i := range 50_000 { // that ends in a circle
		chain.WriteString(itemLine(fmt.Sprintf("k%d", i), "x", "", fmt.Sprintf("k%d", min(i+1, 49_999-i%2))))
	}
	for name, c := range map[string]struct {
		table string
		what  Problem
	}{
		"columns":  {strings.Repeat("\t", 1<<20), ProblemUnknown},
		"cells":    {itemHead + strings.Repeat("\t", 1<<20), ProblemTooWide},
		"lines":    {itemHead + strings.Repeat(itemLine("a", "a", "", ""), MaxRows+1), ProblemRepeated},
		"circles":  {chain.String(), ProblemCircle},
		"no words": {"\x00\xff\n\n", ProblemUnknown},
	} {
		start := time.Now()
		entries, rejected, err := ReadItems(strings.NewReader(c.table), nil)
		if err != nil || entries != nil || !slices.ContainsFunc(rejected, func(r Rejected) bool { return r.Problem == c.what }) {
			t.Errorf("%s: %d entries, %v, %v", name, len(entries), rejected[:min(3, len(rejected))], err)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s takes %v", name, took)
		}
	}
}

func TestWrongRoutesAreRejected(t *testing.T) {
	const head, legs = "key\ten\tko\tzh\tvariants\tmode\tdirection\n", "route\tn\tkind\tplace\ten\tko\tzh\tvariants\tlat\tlon\taccuracy_m\n"
	line := func(cells ...string) string { return strings.Join(cells, "\t") + "\n" }
	r := head + line("r", "R", "", "", "", "road", "into")
	leg := func(n, kind, en, lat, lon, accuracy string) string {
		return line("r", n, kind, "", en, "", "", "", lat, lon, accuracy)
	}
	for name, c := range map[string]struct {
		routes, legs string
		file         string
		line         int
		column       string
		what         Problem
	}{
		"no routes":           {"", legs, RoutesFile, 0, "", ProblemNoHeader},
		"no places":           {r, legs, RoutesFile, 2, "key", ProblemNoLegs},
		"a route of no name":  {head + line("r", "", "", "", "", "", ""), legs + leg("0", "origin", "A", "", "", ""), RoutesFile, 2, "en", ProblemNoName},
		"no such mode":        {head + line("r", "R", "", "", "", "camel", ""), legs + leg("0", "origin", "A", "", "", ""), RoutesFile, 2, "mode", ProblemMode},
		"no direction":        {head + line("r", "R", "", "", "", "", "up"), legs + leg("0", "origin", "A", "", "", ""), RoutesFile, 2, "direction", ProblemDirection},
		"a place of no route": {r, legs + leg("0", "origin", "A", "", "", "") + line("q", "0", "origin", "", "A", "", "", "", "", "", ""), LegsFile, 3, "route", ProblemNoRoute},
		"out of order":        {r, legs + leg("1", "origin", "A", "", "", ""), LegsFile, 2, "n", ProblemOrder},
		"of no kind":          {r, legs + leg("0", "station", "A", "", "", ""), LegsFile, 2, "kind", ProblemKind},
		"a place of no name":  {r, legs + leg("0", "origin", "", "", "", ""), LegsFile, 2, "en", ProblemNoName},
		"off the globe":       {r, legs + leg("0", "origin", "A", "91", "0", ""), LegsFile, 2, "lat", ProblemNumber},
		"no number":           {r, legs + leg("0", "origin", "A", "1", "NaN", ""), LegsFile, 2, "lon", ProblemNumber},
		"a negative radius":   {r, legs + leg("0", "origin", "A", "1", "2", "-3"), LegsFile, 2, "accuracy_m", ProblemNumber},
		"half a point":        {r, legs + leg("0", "origin", "A", "1", "", ""), LegsFile, 2, "lat", ProblemHalfPoint},
	} {
		routes, rejected, err := ReadRoutes(strings.NewReader(c.routes), strings.NewReader(c.legs))
		if err != nil || len(rejected) != 1 || routes != nil {
			t.Errorf("%s: %v, %v, %v", name, routes, rejected, err)
			continue
		}
		if r := rejected[0]; r.File != c.file || r.Line != c.line || r.Column != c.column || r.Problem != c.what {
			t.Errorf("%s: %s", name, r)
		}
	}
}

func TestWrongUnitsAreRejected(t *testing.T) {
	const head = "key\ten\ten_plural\tko\tzh\tvariants\n"
	for name, c := range map[string]struct {
		table  string
		line   int
		column string
		what   Problem
	}{
		"no plurals":   {"key\ten\tko\tzh\tvariants\n", 1, "en_plural", ProblemMissing},
		"no key":       {head + "\tbox\tboxes\t\t\t\n", 2, "key", ProblemKey},
		"a key twice":  {head + "box\tbox\tboxes\t\t\t\nbox\tbox\t\t\t\t\n", 3, "key", ProblemRepeated},
		"no name":      {head + "box\t\tboxes\t\t\tcase\n", 2, "en", ProblemNoName},
		"a lost cell":  {head + "box\tbox\tboxes\t\t\n", 2, "variants", ProblemTooFew},
		"hidden signs": {head + "box\tbox\tbo\u202exes\t\t\t\n", 2, "en_plural", ProblemControl},
	} {
		units, rejected, err := ReadUnits(strings.NewReader(c.table))
		if err != nil || len(rejected) != 1 || units != nil {
			t.Errorf("%s: %v, %v, %v", name, units, rejected, err)
			continue
		}
		if r := rejected[0]; r.File != UnitsFile || r.Line != c.line || r.Column != c.column || r.Problem != c.what {
			t.Errorf("%s: %s", name, r)
		}
	}
}
