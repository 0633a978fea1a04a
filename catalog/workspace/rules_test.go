package workspace_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/rules"
	"waybill/catalog/sqlite"
	"waybill/catalog/workspace"
)

// packDir writes the shipped pack into a folder, each table changed by edit.
func packDir(t *testing.T, edit func(name, text string) string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"pack.tsv", "measures.tsv", "goods.tsv"} {
		b, err := assets.RuleTable(assets.DefaultRulePack, name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(edit(name, string(b))), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// nextVersion ends paragraph 7 in 2020 and calls the pack version 2.
func nextVersion(name, text string) string {
	text = strings.Replace(text, "version\t1\n", "version\t2\n", 1)
	if name != "measures.tsv" {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "UN2397-7\t") {
			cells := strings.Split(line, "\t")
			cells[13] = "in_force until 2020-12-31"
			lines[i] = strings.Join(cells, "\t")
		}
	}
	return strings.Join(lines, "\n")
}

// sampled opens a catalogue of a sample photo with a refrigerator
// that went in and is judged by paragraph 7.
func sampled(t *testing.T) (*workspace.Catalogue, []catalog.Photo, int64) {
	t.Helper()
	dir := create(t, "c"+workspace.Suffix)
	if _, err := importInto(t.Context(), dir, []string{filepath.Join(samples(t), "20230702_091204.jpg")}, nil); err != nil {
		t.Fatal(err)
	}
	c := open(t, dir)
	photos := allPhotos(t, c)
	item, err := c.FindItem(t.Context(), "refrigerator")
	if err != nil {
		t.Fatal(err)
	}
	ids, _, err := c.Observe(t.Context(), []catalog.Observation{{Photo: photos[0].ID, Item: item, Visible: true, Seen: catalog.Seen{Direction: catalog.Into}}}, "AB")
	if err != nil {
		t.Fatal(err)
	}
	j := sqlite.Judgement{Observations: ids, Status: catalog.Sanctioned, Legal: catalog.Legal{Measure: "UN2397-7", Pack: "un-dprk-2397 1", Direction: catalog.Into}}
	if _, err := c.Determine(t.Context(), []sqlite.Judgement{j}, "AB"); err != nil {
		t.Fatal(err)
	}
	return c, photos, ids[0]
}

func TestSuggestForAPhoto(t *testing.T) {
	c, photos, _ := sampled(t)
	list, err := c.Suggest(t.Context(), photos[0].ID)
	if err != nil || len(list) != 1 || len(list[0].Answers) != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	a := list[0].Answers[0]
	if list[0].Way != catalog.Into || len(a.Suggestions) != 1 || a.Suggestions[0].Measure != "UN2397-7" || a.Suggestions[0].Kind != catalog.SuggestLiteral {
		t.Errorf("%s, %+v", list[0].Way, a)
	}
	if _, err := c.Suggest(t.Context(), 7777); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("a photo that is not there: %v", err)
	}
}

func TestFindMeasure(t *testing.T) {
	c, _, _ := sampled(t)
	m, p, err := c.FindMeasure(t.Context(), "UN2397-7")
	if err != nil || m.Paragraph != "7" || p.ID != assets.DefaultRulePack {
		t.Fatalf("%+v, %v", m, err)
	}
	for typed, near := range map[string]string{"un 2397-7": "UN2397-7", "2397-7": "UN2397-7", "UN2397-77": "UN2397-7", "UN2397-8": "UN2397-7", "zebra": ""} {
		_, _, err := c.FindMeasure(t.Context(), typed)
		var e *catalog.Error
		if !errors.As(err, &e) || e.Code != catalog.ErrNotFound || (near != "") != slices.Contains(e.Matches, near) || len(e.Matches) > 5 {
			t.Errorf("%s: %v", typed, err)
		}
	}
}

// A new pack rewrites nothing: what it concerns is listed, and undo brings the
// old one back.
func TestNewPackIsComparedAndLoaded(t *testing.T) {
	c, photos, observed := sampled(t)
	dir := packDir(t, nextVersion)
	d, err := c.DiffPack(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if d.Old == nil || d.Old.Version != "1" || d.New.Version != "2" || len(d.Changes) != 1 || d.Changes[0].Kind != rules.MeasureEnded {
		t.Errorf("%+v", d.Changes)
	}
	concerns := concernsOf(t, d.Concerns(t.Context()))
	if len(concerns) != 1 {
		t.Fatalf("%d concerns", len(concerns))
	}
	x := concerns[0]
	if x.Photo != photos[0].ID || x.ID != observed || x.OldBasis.Until != nil || x.NewBasis.Until == nil || !slices.Contains(x.Reasons, rules.ReasonEnded) {
		t.Errorf("%+v", x)
	}
	if same, err := c.DiffPack(t.Context(), packDir(t, func(_, text string) string { return text })); err != nil || len(same.Changes)+len(concernsOf(t, same.Concerns(t.Context()))) > 0 {
		t.Errorf("the same pack changes something: %+v, %v", same, err)
	}
	version := func(want string) {
		t.Helper()
		packs, err := c.Packs(t.Context())
		if err != nil || len(packs) != 1 || packs[0].Version != want {
			t.Fatalf("%+v, %v", packs, err)
		}
	}
	version("1")
	if p, step, err := c.LoadPack(t.Context(), dir, "AB"); err != nil || step.ID == 0 || p.Version != "2" {
		t.Fatal(step, err)
	}
	version("2")
	line, err := c.Determinations(t.Context(), observed)
	if err != nil || len(line) != 1 || line[0].Pack != "un-dprk-2397 1" {
		t.Errorf("loading a pack rewrote %+v, %v", line, err)
	}
	if _, err := c.Undo(t.Context(), "AB"); err != nil {
		t.Fatal(err)
	}
	version("1")
	verifyClean(t, c)
}

// A pack that is wrong anywhere is refused as a whole, naming table, line and
// column, and the old one stays.
func TestWrongPackIsRefused(t *testing.T) {
	c, _, _ := sampled(t)
	if _, _, err := c.LoadPack(t.Context(), packDir(t, nextVersion), "AB"); err != nil {
		t.Fatal(err)
	}
	for name, w := range map[string]struct {
		table, old, with string
		want             rules.TableError
	}{
		"no HS code":     {"goods.tsv", "\t8418.21\t", "\t84x8.21\t", rules.TableError{Line: 4, Column: "hs2022", Number: 6, Problem: rules.ProblemHS}},
		"header":         {"measures.tsv", "\teffective_from\t", "\tbegins\t", rules.TableError{Line: 1, Column: "begins", Number: 6, Problem: rules.ProblemUnknown}},
		"cell missing":   {"goods.tsv", "refrigerator\thousehold refrigerator\t", "refrigerator\t", rules.TableError{Line: 4, Problem: rules.ProblemTooFew}},
		"unknown kind":   {"goods.tsv", "\tliteral_hs_match\t", "\tby_feeling\t", rules.TableError{Column: "suggestion_into", Problem: rules.ProblemKind}},
		"id twice":       {"measures.tsv", "\nUN2397-5\t", "\nUN2397-7\t", rules.TableError{Column: "measure_id", Number: 1, Problem: rules.ProblemRepeated}},
		"a day too many": {"measures.tsv", "\t2017-12-22\t", "\t2017-12-32\t", rules.TableError{Column: "adopted", Problem: rules.ProblemDate}},
		"unknown field":  {"pack.tsv", "version\t", "edition\t", rules.TableError{Column: "field", Number: 1, Problem: rules.ProblemNoField}},
		"no rows":        {"goods.tsv", "", "", rules.TableError{Problem: rules.ProblemNoRows}},
		"no table":       {"measures.tsv", "", "", rules.TableError{Problem: rules.ProblemNoFile}},
	} {
		dir := packDir(t, func(table, text string) string {
			text = nextVersion(table, strings.Replace(text, "version\t1\n", "version\t3\n", 1))
			switch {
			case table != w.table:
				return text
			case w.old == "":
				return text[:strings.Index(text, "\n")+1]
			case !strings.Contains(text, w.old):
				t.Fatalf("%s: %s has no %q", name, table, w.old)
			}
			return strings.Replace(text, w.old, w.with, 1)
		})
		if w.want.Problem == rules.ProblemNoFile {
			if err := os.Remove(filepath.Join(dir, w.table)); err != nil {
				t.Fatal(err)
			}
		}
		_, _, load := c.LoadPack(t.Context(), dir, "AB")
		_, diff := c.DiffPack(t.Context(), dir)
		for _, err := range []error{load, diff} {
			var e *rules.TableError
			if !errors.As(err, &e) || catalog.CodeOf(err) != catalog.ErrInvalid || e.File != w.table || e.Problem != w.want.Problem ||
				e.Column != w.want.Column && w.want.Column != "" || e.Line != w.want.Line && w.want.Line != 0 || e.Number != w.want.Number && w.want.Number != 0 ||
				w.want.Column != "" && e.Line == 0 {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if _, _, err := c.LoadPack(t.Context(), filepath.Join(t.TempDir(), "nothing"), "AB"); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("a folder that is not there: %v", err)
	}
	packs, err := c.Packs(t.Context())
	if err != nil || len(packs) != 1 || packs[0].Version != "2" {
		t.Errorf("%+v, %v", packs, err)
	}
}
