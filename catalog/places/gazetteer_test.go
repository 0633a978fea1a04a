package places

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/naming"
	"waybill/catalog/tsv"
)

func load(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load(assets.Vocabulary, assets.Place)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func ids(matches []Match) []string {
	var out []string
	for _, m := range matches {
		out = append(out, m.Entry.ID)
	}
	return out
}

func TestFindBest(t *testing.T) {
	g := load(t)
	for name, want := range map[string]string{
		// the bridge of Quanhe in every language and spelling
		"Quanhe": "quanhe-wonjong", "圈河": "quanhe-wonjong", "권하": "quanhe-wonjong", "취안허": "quanhe-wonjong",
		"Wonjong": "quanhe-wonjong", "Wŏnjŏng-ri": "quanhe-wonjong", "wonjongri": "quanhe-wonjong", "원정리": "quanhe-wonjong",
		"元汀里": "quanhe-wonjong", "圈河口岸": "quanhe-wonjong", "圈河海关": "quanhe-wonjong", "권하세관": "quanhe-wonjong",
		"Quanhe customs house": "quanhe-wonjong", "ＱＵＡＮＨＥ": "quanhe-wonjong", "Wonjong-ri–Quanhe": "quanhe-wonjong",
		// a town comes before a crossing and a port of its name
		"Hunchun": "town-hunchun", "훈춘": "town-hunchun", "珲春": "town-hunchun", "琿春市": "town-hunchun", "Hunch’un": "town-hunchun",
		"Tumen": "town-tumen", "圖們": "town-tumen", "도문": "town-tumen", "투먼": "town-tumen",
		"Dandong": "town-dandong", "단둥": "town-dandong", "단동": "town-dandong", "Rajin": "town-rajin", "나진": "town-rajin", "라진": "town-rajin",
		"Yanji": "town-yanji", "연길": "town-yanji", "옌지": "town-yanji", "Ji'an": "town-jian", "Jian": "town-jian", "집안": "town-jian",
		"Vladivostok": "town-vladivostok", "Владивосток": "town-vladivostok", "海参崴": "town-vladivostok",
		"Hoeryeong": "town-hoeryong", "Hoeryŏng": "town-hoeryong", "회령시": "town-hoeryong", "Undok": "town-kyonghung",
		// unless a word asks for the other
		"도문 세관": "tumen-namyang", "Tumen bridge": "tumen-namyang", "나진항": "port-rajin", "Rajin Port": "port-rajin", "罗津港": "port-rajin",
		"Dandong-Sinuiju": "dandong-sinuiju", "Khasan border crossing": "khasan-tumangang", "Chongjin port": "port-chongjin",
		// beginnings and parts
		"Quan": "quanhe-wonjong", "우의": "dandong-sinuiju", "장백조선족": "town-changbai",
	} {
		found := g.Find(name)
		if len(found) == 0 || found[0].Entry.ID != want {
			t.Errorf("%q: %v, want %s first", name, ids(found), want)
		}
	}
}

func TestFindOrder(t *testing.T) {
	g := load(t)
	if got := ids(g.Find("Dandong")); !slices.Equal(got[:4], []string{"town-dandong", "dandong-sinuiju", "new-yalu-bridge", "port-dandong"}) {
		t.Errorf("Dandong: %v", got)
	}
	found := g.Find("Ra")
	if len(found) < 4 {
		t.Fatalf("Ra: %v", ids(found))
	}
	for i := 1; i < len(found); i++ {
		if found[i].How < found[i-1].How {
			t.Errorf("%v before %v", found[i-1].How, found[i].How)
		}
	}
	for _, nothing := range []string{"", "  ", "–", "Ulan Bator", strings.Repeat("a", 10_000)} {
		if found := g.Find(nothing); len(found) > 0 {
			t.Errorf("%.20q: %v", nothing, ids(found))
		}
	}
}

func TestSidesFindTheirCrossing(t *testing.T) {
	g := load(t)
	rows, err := tsv.Read(assets.Vocabulary, "crossings.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		for _, column := range []string{"side_a_en", "side_a_local", "side_b_en", "side_b_ko"} {
			for _, name := range naming.Variants(bare(r[column])) {
				if !slices.Contains(ids(g.Find(name)), r["id"]) {
					t.Errorf("%s does not find %s", name, r["id"])
				}
			}
		}
	}
	for _, e := range g.Entries() {
		for _, name := range []string{e.Names.English, e.Names.Korean, e.Names.KoreanNorth, e.Names.Chinese} {
			if found := g.Find(name); name != "" && (len(found) == 0 || found[0].How != Exact || !slices.Contains(ids(found), e.ID)) {
				t.Errorf("%s does not find %s: %v", name, e.ID, ids(found))
			}
		}
	}
}

func TestEntry(t *testing.T) {
	g := load(t)
	near, ok := g.Entry("quanhe-wonjong")
	if !ok || near.Kind != "road bridge" || near.Distance != 0 || near.Accuracy != 1000 || near.Names.English != "Quanhe–Wonjong-ri" ||
		near.Names.Korean != "취안허–원정리" || near.Names.KoreanNorth != "권하–원정리" || near.Names.Chinese != "圈河—元汀里" ||
		!strings.Contains(near.Names.AlsoKnownAs, "Wŏnjŏng-ri") {
		t.Errorf("%+v", near)
	}
	if _, ok := g.Entry("nowhere"); ok {
		t.Error("nowhere is an entry")
	}
	e, ok := g.Lookup("khasan-tumangang")
	if !ok || !e.Crossing() || !slices.Equal(e.Countries, []string{"KP", "RU"}) {
		t.Errorf("%+v", e)
	}
	p := e.Place("Khasan")
	if p.Precision != catalog.PrecisionCrossing || *p.Accuracy != 600 || p.Entry != e.ID || p.Name != "Khasan" {
		t.Errorf("%+v", p)
	}
	for _, e := range g.Entries() {
		want := 1
		if e.Crossing() {
			want = 2
		}
		if len(e.Countries) != want || len(e.Countries[0]) != 2 || e.Accuracy < 300 || e.Accuracy > 20_000 {
			t.Errorf("%s: %v within %v m", e.ID, e.Countries, e.Accuracy)
		}
	}
}

func TestNearest(t *testing.T) {
	g := load(t)
	for _, c := range []struct {
		lat, lon float64
		want     string
		distance float64
	}{
		{42.5645, 130.532, "quanhe-wonjong", 0},
		{42.57, 130.54, "quanhe-wonjong", 895},
		{42.9075, 129.5078, "town-yanji", 0},
		{41.1547, 126.2894, "town-manpo", 0}, // not the crossing that is known within 4 km
		{43.106, 131.874, "town-vladivostok", 60},
		{38.5, 134, "", 0}, // the middle of the sea
	} {
		near := g.At(c.lat, c.lon, time.Time{}).Nearest
		if near == nil {
			if c.want != "" {
				t.Errorf("%v,%v: nothing, want %s", c.lat, c.lon, c.want)
			}
			continue
		}
		if d := near.Distance - c.distance; near.Entry != c.want || d > 20 || d < -20 {
			t.Errorf("%v,%v: %s at %.0f m, want %s at %.0f", c.lat, c.lon, near.Entry, near.Distance, c.want, c.distance)
		}
	}
}

func TestCompare(t *testing.T) {
	g := load(t)
	lat, lon := ToGCJ(42.5645, 130.532)
	if m, shifted := g.Compare(42.5645, 130.532, lat, lon); !shifted || m < 300 || m > 700 {
		t.Errorf("the GCJ vector: %.0f m, %v", m, shifted)
	}
	if m, shifted := g.Compare(42.5645, 130.532, 42.5735, 130.532); shifted || m < 995 || m > 1007 {
		t.Errorf("1 km north: %.0f m, %v", m, shifted)
	}
}

func TestBadTables(t *testing.T) {
	good := map[string]string{
		"crossings.tsv":      "id\tkind\tside_a_en\tside_a_local\tside_a_admin\tside_b_en\tside_b_ko\tside_b_admin\tvariants\tlat\tlon\taccuracy_m\nc\tbridge\tA\t\tJilin (CN-JL)\tB\t\tRason (KP-13)\t\t1\t2\t3\n",
		"crossing_names.tsv": "id\ten\tko\tko_dprk\tzh\tvariants\nc\tA–B\t\t\t\t\n",
		"towns.tsv":          "id\tkind\ten\tko\tko_dprk\tzh\tvariants\tcountry\tadmin\tlat\tlon\taccuracy_m\nt\ttown\tT\t\t\t\t\tCN\t\t1\t2\t3\n",
		"countries.tsv":      "country\tring\nCN\t0 0,1 0,1 1\n",
	}
	for _, c := range []struct{ file, from, to, says string }{
		{"", "", "", ""},
		{"crossings.tsv", "\t1\t2\t3", "\t1\tNaN\t3", "crossings.tsv: c: lon"},
		{"crossings.tsv", "\t1\t2\t3", "\t91\t2\t3", "no place on the globe"},
		{"crossing_names.tsv", "c\t", "d\t", "no row for c"},
		{"towns.tsv", "\t1\t2\t3", "\t1\t2\t-3", "no place on the globe"},
		{"towns.tsv", "t\ttown", "c\ttown", `"c" is empty or used twice`},
		{"towns.tsv", "\t1\t2\t3", "\t1", "towns.tsv: line 2: 10 cells"},
		{"countries.tsv", ",1 1", "", "an outline of 2 points"},
		{"countries.tsv", "1 1", "1 100", `"1 100" is no point`},
		{"countries.tsv", good["countries.tsv"], "", "countries.tsv"},
	} {
		source := func(name string) ([]byte, error) {
			text := good[name]
			if name == c.file {
				text = strings.Replace(text, c.from, c.to, 1)
			}
			if text == "" {
				return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
			}
			return []byte(text), nil
		}
		_, err := Load(source, source)
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s %q: %v, want %q", c.file, c.to, err, c.says)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	g := load(b)
	for _, name := range []string{"Quanhe", "q", "회령", "nowhere at all"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				g.Find(name)
			}
		})
	}
}

// BenchmarkFindThousands is Find in a gazetteer of 5,000 entries.
func BenchmarkFindThousands(b *testing.B) {
	g := load(b)
	own := g.entries
	for len(g.entries) < 5000 {
		g.entries = append(g.entries, own...)
	}
	for b.Loop() {
		g.Find("Quanh")
	}
}

func BenchmarkAt(b *testing.B) {
	g := load(b)
	day := time.Date(2023, 7, 3, 12, 0, 0, 0, time.UTC)
	for name, p := range map[string][2]float64{"bridge": {42.5645, 130.532}, "Pyongyang": {39.03, 125.75}, "Madrid": {40.4, -3.7}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				g.At(p[0], p[1], day)
			}
		})
	}
}
