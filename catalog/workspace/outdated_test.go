package workspace_test

import (
	"errors"
	"iter"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/rules"
	"waybill/catalog/sqlite"
	"waybill/catalog/workspace"
)

// concernsOf gathers pages of concerns.
func concernsOf(t *testing.T, pages iter.Seq2[[]workspace.Concern, error]) []workspace.Concern {
	t.Helper()
	var all []workspace.Concern
	for page, err := range pages {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, page...)
	}
	return all
}

// editLine changes the cells of the line of a table that begins with key.
func editLine(text, key string, edit func(cells []string)) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, key+"\t") {
			cells := strings.Split(line, "\t")
			edit(cells)
			lines[i] = strings.Join(cells, "\t")
		}
	}
	return strings.Join(lines, "\n")
}

// amended is version 2: paragraph 7 has another title, coal's measure ended in
// 2020, and tiles come under a new measure when they leave.
func amended(name, text string) string {
	switch name {
	case "pack.tsv":
		return strings.Replace(text, "version\t1\n", "version\t2\n", 1)
	case "measures.tsv":
		text = editLine(text, "UN2397-7", func(c []string) { c[7] = "Machinery, vehicles and metals" })
		text = editLine(text, "UN2371-8", func(c []string) { c[13] = "in_force until 2020-12-31" })
		return text + "UN9999-1\tUN\tS/RES/9999(2019)\t1\t2019-01-01\t2019-02-01\tboth\tHousehold goods\tnamed\t69\tderived\tgoods\t\tin_force\tV\tmade up\n"
	}
	return strings.Replace(text, "3918 (vinyl)\tunlisted\t\tunlisted\t", "3918 (vinyl)\tunlisted\t\tderived_hs_match\tUN9999-1", 1)
}

// judgedByTheFirst opens a catalogue of a photo with refrigerators that went in,
// coal that came out, tiles that came out and were found not listed, and fuel, which
// no change concerns: all judged under version 1. It gives their observations.
func judgedByTheFirst(t *testing.T) (c *workspace.Catalogue, observed map[string]int64) {
	t.Helper()
	dir := create(t, "c"+workspace.Suffix)
	if _, err := importInto(t.Context(), dir, []string{filepath.Join(samples(t), "20230702_091204.jpg")}, nil); err != nil {
		t.Fatal(err)
	}
	c = open(t, dir)
	photo := allPhotos(t, c)[0].ID
	observed = map[string]int64{}
	var all []sqlite.Judgement
	for _, g := range []struct {
		name, measure string
		way           catalog.Direction
		status        catalog.Status
	}{
		{"refrigerator", "UN2397-7", catalog.Into, catalog.Sanctioned},
		{"coal", "UN2371-8", catalog.OutOf, catalog.Sanctioned},
		{"tile", "", catalog.OutOf, catalog.NotListed},
		{"fuel", "UN2397-5", catalog.Into, catalog.Suspected},
	} {
		item, err := c.FindItem(t.Context(), g.name)
		if err != nil {
			t.Fatal(err)
		}
		ids, _, err := c.Observe(t.Context(), []catalog.Observation{{Photo: photo, Item: item, Visible: true, Seen: catalog.Seen{Direction: g.way}}}, "AB")
		if err != nil {
			t.Fatal(err)
		}
		observed[g.name] = ids[0]
		all = append(all, sqlite.Judgement{
			Observations: ids, Status: g.status, Reason: "seen",
			Legal: catalog.Legal{Measure: g.measure, Pack: "un-dprk-2397 1", Direction: g.way, Exemptions: "none applies"},
		})
	}
	if _, err := c.Determine(t.Context(), all, "AB"); err != nil {
		t.Fatal(err)
	}
	return c, observed
}

// listed names the goods of the list by item, in its order.
func listed(t *testing.T, c *workspace.Catalogue, observed map[string]int64) []string {
	t.Helper()
	var names []string
	for _, x := range concernsOf(t, c.Outdated(t.Context())) {
		for name, id := range observed {
			if id == x.ID {
				names = append(names, name)
			}
		}
	}
	return names
}

// The list of what a new version concerns stands after it was loaded, empties as
// it is worked through, and undo brings entries back.
func TestOutdatedIsWorkedThrough(t *testing.T) {
	c, observed := judgedByTheFirst(t)
	if names := listed(t, c, observed); len(names) > 0 {
		t.Fatalf("nothing was loaded, and yet there is %v", names)
	}
	before := concernsOf(t, must(c.DiffPack(t.Context(), packDir(t, amended))).Concerns(t.Context()))
	if _, _, err := c.LoadPack(t.Context(), packDir(t, amended), "AB"); err != nil {
		t.Fatal(err)
	}
	after := concernsOf(t, c.Outdated(t.Context()))
	if len(before) != 3 || !reflect.DeepEqual(before, after) {
		t.Errorf("the list after loading is not what was shown before:\n%+v\n%+v", before, after)
	}
	checkConcerns(t, after)
	state := func(want ...string) {
		t.Helper()
		if names := listed(t, c, observed); !slices.Equal(names, want) {
			t.Fatalf("the list is %v, want %v", names, want)
		}
	}
	state("refrigerator", "coal", "tile")
	if _, err := c.Stand(t.Context(), []int64{observed["fuel"]}, "AB"); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("what is not on the list stands: %v", err)
	}
	if _, err := c.Stand(t.Context(), []int64{observed["refrigerator"]}, "CD"); err != nil {
		t.Fatal(err)
	}
	state("coal", "tile")
	if _, err := c.TakeNew(t.Context(), []int64{observed["tile"]}, "new law", "CD"); err != nil {
		t.Fatal(err)
	}
	state("coal")
	withdraw := sqlite.Judgement{Observations: []int64{observed["coal"]}, Status: catalog.NotAssessed}
	if _, err := c.Determine(t.Context(), []sqlite.Judgement{withdraw}, "CD"); err != nil {
		t.Fatal(err)
	}
	state()
	last := func(name string) catalog.Determination {
		line, err := c.Determinations(t.Context(), observed[name])
		if err != nil || len(line) != 2 || line[0].Pack != "un-dprk-2397 1" {
			t.Fatalf("the line of %s is %+v, %v", name, line, err)
		}
		return line[1]
	}
	if d := last("refrigerator"); d.Status != catalog.Sanctioned || d.Measure != "UN2397-7" || d.Pack != "un-dprk-2397 2" || d.AsOf == "" ||
		d.Reason != "seen" || d.By != "CD" || d.Exemptions != "none applies" || d.Direction != catalog.Into {
		t.Errorf("it does not stand as it was: %+v", d)
	}
	if d := last("tile"); d.Status != catalog.Suspected || d.Measure != "UN9999-1" || d.Pack != "un-dprk-2397 2" || d.Reason != "new law" {
		t.Errorf("the suggestion is not taken: %+v", d)
	}
	for _, want := range [][]string{{"coal"}, {"coal", "tile"}, {"refrigerator", "coal", "tile"}, {}} {
		if _, err := c.Undo(t.Context(), "CD"); err != nil {
			t.Fatal(err)
		}
		state(want...)
	}
	if _, err := c.Redo(t.Context(), "CD"); err != nil {
		t.Fatal(err)
	}
	state("refrigerator", "coal", "tile")
	verifyClean(t, c)
}

func checkConcerns(t *testing.T, list []workspace.Concern) {
	t.Helper()
	want := []struct {
		reason          rules.Reason
		old, now, first string
	}{
		{rules.ReasonChanged, "All industrial machinery", "Machinery, vehicles and metals", "UN2397-7"},
		{rules.ReasonEnded, "Coal", "Coal", ""},
		{rules.ReasonNew, "", "", "UN9999-1"},
	}
	for i, x := range list {
		w := want[i]
		if !slices.Contains(x.Reasons, w.reason) || x.Was != "un-dprk-2397 1" || x.Is != "un-dprk-2397 2" || x.PhotoID == "" || x.Date == "" {
			t.Errorf("%d: %v %+v", i, x.Reasons, x)
		}
		for _, side := range []struct {
			m     *catalog.Measure
			title string
		}{{x.OldBasis, w.old}, {x.NewBasis, w.now}} {
			if (side.m == nil) != (side.title == "") || side.m != nil && !strings.HasPrefix(side.m.Title, side.title) {
				t.Errorf("%d: basis %+v, want %q", i, side.m, side.title)
			}
		}
		if w.first != "" && (x.First == nil || x.First.Measure != w.first) {
			t.Errorf("%d: first is %+v", i, x.First)
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// A judgement that names no pack was made under what was in force then.
func TestOutdatedWithoutAPack(t *testing.T) {
	c, observed := judgedByTheFirst(t)
	bare := sqlite.Judgement{Observations: []int64{observed["tile"], observed["fuel"]}, Status: catalog.NotListed}
	if _, err := c.Determine(t.Context(), []sqlite.Judgement{bare}, "AB"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := c.LoadPack(t.Context(), packDir(t, amended), "AB"); err != nil {
		t.Fatal(err)
	}
	if names := listed(t, c, observed); !slices.Equal(names, []string{"refrigerator", "coal", "tile"}) {
		t.Errorf("the list is %v", names)
	}
	if _, err := c.Determine(t.Context(), []sqlite.Judgement{{Observations: []int64{observed["tile"]}, Status: catalog.Disputed}}, "AB"); err != nil {
		t.Fatal(err)
	}
	if names := listed(t, c, observed); !slices.Equal(names, []string{"refrigerator", "coal"}) {
		t.Errorf("judged under the new pack, it is still there: %v", names)
	}
}

// A version that a determination names must mean one thing.
func TestVersionMeansOneThing(t *testing.T) {
	c, _ := judgedByTheFirst(t)
	same := packDir(t, func(_, text string) string { return text })
	if _, step, err := c.LoadPack(t.Context(), same, "AB"); err != nil || step.ID != 0 {
		t.Errorf("the pack in force was loaded: %+v, %v", step, err)
	}
	taken := packDir(t, func(name, text string) string {
		return strings.Replace(amended(name, text), "version\t2\n", "version\t1\n", 1)
	})
	var wrong *rules.TableError
	if _, _, err := c.LoadPack(t.Context(), taken, "AB"); !errors.As(err, &wrong) || wrong.Problem != rules.ProblemVersion || wrong.Cell != "1" {
		t.Errorf("another version 1 was loaded: %v", err)
	}
	if _, _, err := c.LoadPack(t.Context(), packDir(t, amended), "AB"); err != nil {
		t.Fatal(err)
	}
	if _, step, err := c.LoadPack(t.Context(), same, "AB"); err != nil || step.ID == 0 {
		t.Errorf("back to version 1: %+v, %v", step, err)
	}
	if packs := must(c.Packs(t.Context())); len(packs) != 1 || packs[0].Version != "1" {
		t.Errorf("%+v", packs)
	}
}

// The first judgement under the shipped pack keeps its tables, in its own step. A
// judgement by a version that nobody has is worth a look.
func TestTablesAreKept(t *testing.T) {
	c, observed := judgedByTheFirst(t)
	kept := func(want bool) {
		t.Helper()
		if p := must(c.PackVersion(t.Context(), "un-dprk-2397", "1")); (p != nil) != want {
			t.Errorf("the tables are kept: %t", p != nil)
		}
	}
	kept(true)
	if _, err := c.Undo(t.Context(), "AB"); err != nil {
		t.Fatal(err)
	}
	kept(false)
	lost := sqlite.Judgement{
		Observations: []int64{observed["coal"]}, Status: catalog.Sanctioned,
		Legal: catalog.Legal{Measure: "UN2371-8", Pack: "un-dprk-2397 0", Direction: catalog.OutOf},
	}
	if _, err := c.Determine(t.Context(), []sqlite.Judgement{lost}, "AB"); err != nil {
		t.Fatal(err)
	}
	kept(true)
	list := concernsOf(t, c.Outdated(t.Context()))
	if len(list) != 1 || !slices.Equal(list[0].Reasons, []rules.Reason{rules.ReasonUnknown}) || list[0].OldBasis != nil || list[0].NewBasis == nil || list[0].Was != "" {
		t.Fatalf("%+v", list)
	}
	if _, err := c.Stand(t.Context(), []int64{observed["coal"]}, "AB"); err != nil {
		t.Fatal(err)
	}
	if list := concernsOf(t, c.Outdated(t.Context())); len(list) > 0 {
		t.Errorf("%+v", list)
	}
	verifyClean(t, c)
}
