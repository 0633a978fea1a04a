package assets_test

import (
	"bytes"
	"errors"
	"image/png"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"

	"waybill/assets"
)

// table reads a vocabulary into one map per row and fails on a ragged row or a repeated id.
func table(t *testing.T, name string) []map[string]string {
	t.Helper()
	b, err := assets.Vocabulary(name)
	if err != nil {
		t.Fatal(err)
	}
	return rows(t, name, string(b))
}

func rows(t *testing.T, name, text string) []map[string]string {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	seen := map[string]bool{}
	var out []map[string]string
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(head) {
			t.Errorf("%s line %d: %d cells, want %d", name, i+2, len(cells), len(head))
			continue
		}
		if cells[0] == "" || seen[cells[0]] {
			t.Errorf("%s line %d: id %q is empty or repeated", name, i+2, cells[0])
		}
		seen[cells[0]] = true
		row := map[string]string{}
		for j, h := range head {
			row[h] = cells[j]
		}
		out = append(out, row)
	}
	if len(out) == 0 {
		t.Fatalf("%s is empty", name)
	}
	return out
}

func ids(rows []map[string]string, column string) map[string]bool {
	out := map[string]bool{}
	for _, r := range rows {
		out[r[column]] = true
	}
	return out
}

func TestVocabulariesParse(t *testing.T) {
	goods := ids(table(t, "goods.tsv"), "goods_id")
	for _, r := range table(t, "caption_forms.tsv") {
		if !goods[r["goods_id"]] {
			t.Errorf("caption form for unknown goods %q", r["goods_id"])
		}
	}
	if _, err := assets.Vocabulary("nothing.tsv"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("unknown vocabulary: error %v, want one wrapping fs.ErrNotExist", err)
	}
}

func TestRoutesNameKnownPlaces(t *testing.T) {
	crossings := table(t, "crossings.tsv")
	known := ids(crossings, "id")
	isID := regexp.MustCompile(`^[a-z0-9-]+$`)
	kinds := map[string]bool{"origin": true, "customs": true, "crossing": true, "transit": true, "destination": true}
	routes := table(t, "routes.tsv")
	crossed := map[string]bool{}
	for _, r := range routes {
		if r["name_en"] == "" || r["name_ko"] == "" || r["name_zh"] == "" {
			t.Errorf("route %s lacks a name", r["id"])
		}
		for _, leg := range strings.Split(r["legs"], ";") {
			kind, place, ok := strings.Cut(leg, ":")
			if !ok || !kinds[kind] || place == "" {
				t.Errorf("route %s: leg %q", r["id"], leg)
			}
			if isID.MatchString(place) && !known[place] {
				t.Errorf("route %s: place %q is not in crossings.tsv", r["id"], place)
			}
			if kind == "crossing" {
				crossed[place] = true
			}
		}
	}
	for _, c := range crossings {
		if c["kind"] != "town" && c["kind"] != "special city" && !crossed[c["id"]] {
			t.Errorf("no route passes %s", c["id"])
		}
	}
	have := ids(routes, "id")
	for _, id := range []string{"hunchun-quanhe-wonjong-rason", "changbai-hyesan", "dandong-sinuiju"} {
		if !have[id] {
			t.Errorf("route %s is missing", id)
		}
	}
}

func TestPlaceTables(t *testing.T) {
	read := func(name string) []map[string]string {
		b, err := assets.Place(name)
		if err != nil {
			t.Fatal(err)
		}
		return rows(t, name, string(b))
	}
	crossings := ids(table(t, "crossings.tsv"), "id")
	named := read("crossing_names.tsv")
	for _, r := range named {
		if !crossings[r["id"]] || r["en"] == "" || r["ko"] == "" || r["zh"] == "" {
			t.Errorf("crossing_names.tsv: %v", r)
		}
	}
	if len(named) != len(crossings) {
		t.Errorf("%d crossings have names, want %d", len(named), len(crossings))
	}
	for _, r := range read("towns.tsv") {
		if crossings[r["id"]] || r["en"] == "" || r["ko"] == "" || r["zh"] == "" || r["source"] == "" {
			t.Errorf("towns.tsv: %v", r)
		}
	}
	if _, err := assets.Place("nothing.tsv"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("unknown table: error %v, want one wrapping fs.ErrNotExist", err)
	}
}

func TestFontHasHangulAndHanzi(t *testing.T) {
	f, err := sfnt.Parse(assets.Font())
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	for _, r := range "훈춘珲春냉장고冰箱图们" {
		if i, err := f.GlyphIndex(&buf, r); err != nil || i == 0 {
			t.Errorf("no glyph for %q (%v)", r, err)
		}
	}
	if !bytes.Contains(assets.FontLicense(), []byte("Apache License")) {
		t.Error("the font's licence is not beside it")
	}
}

func TestIcon(t *testing.T) {
	c, err := png.DecodeConfig(bytes.NewReader(assets.Icon()))
	if err != nil || c.Width != 512 || c.Height != 512 {
		t.Errorf("icon: %d×%d, %v; want 512×512", c.Width, c.Height, err)
	}
}

func TestTranslationsHaveEnglish(t *testing.T) {
	if _, err := fs.Stat(assets.Translations(), "en.json"); err != nil {
		t.Error(err)
	}
}
