package inspector

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"waybill/app/apptest"
	"waybill/app/present"
	"waybill/app/widgets"
	"waybill/catalog"
)

func TestFactsOfASample(t *testing.T) {
	f := newFixture(t, newSamples(t))
	f.show(4)
	p := f.photo(4)
	for _, c := range []struct{ what, got, want string }{
		{"title", f.head.title.Text, "P-000004 · " + p.Name},
		{"file", f.head.file.Text, p.SHA256[:10]},
		{"file", f.head.file.Text, "JPEG"},
		{"when", f.when.date.Text, "July 2023"},
		{"when", f.when.date.Text, p.Taken().Offset},
		{"when’s origin", f.when.origin.Text, "from EXIF"},
		{"offset’s origin", f.when.origin.Text, "time zone " + p.Taken().Offset + " from EXIF"},
		{"kind", f.kind.choice.PlaceHolder, "scene"},
		{"where", f.where.place.Text, "° N, "},
		{"where", f.where.detail.Text, "m above sea level"},
		{"where’s origin", f.where.origin.Text, "from GPS"},
		{"camera", f.facts.camera.Text, p.Model},
		{"exposure", f.facts.exposure.Text, "ISO"},
		{"arrivals", f.record.arrivals.Text, p.Name + " · batch “July”"},
		{"judgements", f.record.judgements.Text, "Nobody has judged yet."},
		{"history", f.record.change.Text, "AB: Imported "},
	} {
		if !strings.Contains(c.got, c.want) {
			t.Errorf("%s: %q does not say %q", c.what, c.got, c.want)
		}
	}
	f.ui.Until(t, "the picture", func() bool { return f.head.picture.Image != nil })
	f.show(count(1, 24)...)
	if f.head.shown != 1 {
		t.Errorf("the picture is of %v", f.head.shown)
	}
	f.SetLead(5)
	if f.head.shown != 5 || f.head.picture.Image != nil {
		t.Errorf("the picture is of %v and still the old one: %v", f.head.shown, f.head.picture.Image != nil)
	}
	f.ui.Until(t, "the picture", func() bool { return f.head.picture.Image != nil })
	if !strings.Contains(f.when.date.Text, " – ") || !strings.Contains(f.when.origin.Text, "without a date") {
		t.Errorf("when: %q, %q", f.when.date.Text, f.when.origin.Text)
	}
}

// A video and a file of an unknown camera stay, with a placeholder and the reason.
func TestFilesThatCannotBeShown(t *testing.T) {
	c := apptest.Catalogue(t)
	dir := t.TempDir()
	for name, data := range map[string]string{
		"1.mp4": "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom",
		"2.jpg": "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	apptest.Import(t, c, intake(), dir)
	f := newFixture(t, c)
	for id, want := range map[catalog.PhotoID]string{1: "It is a video.", 2: "is not shown"} {
		f.show(id)
		f.ui.Until(t, "the placeholder", func() bool { return f.head.picture.Image != nil })
		if !f.head.problem.Visible() || !strings.Contains(f.head.problem.Text, want) {
			t.Errorf("%v says %q", id, f.head.problem.Text)
		}
	}
}

func TestJudgementsAreListed(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	f.show(1)
	for _, s := range []catalog.Status{catalog.Suspected, catalog.Sanctioned, catalog.NotAssessed} {
		reason := "because"
		f.edit(catalog.Edit{Photos: count(1, 1), Status: &s, Reason: &reason, By: "CD"})
	}
	f.Changed(count(1, 1))
	f.settle()
	lines := strings.Split(f.record.judgements.Text, "\n")
	if len(lines) != 3 || !strings.Contains(lines[0], "Suspected, CD, ") || !strings.HasSuffix(lines[1], "– because") {
		t.Errorf("%q", lines)
	}
	if steps := strings.Count(f.record.change.Text, "\n") + 1; steps != 4 {
		t.Errorf("the history has %d lines: %q", steps, f.record.change.Text)
	}
}

func TestSummary(t *testing.T) {
	at := func(day int) catalog.Chosen {
		return catalog.Chosen{Date: catalog.DateAt(time.Date(2023, 7, day, 1, 0, 0, 0, time.UTC), catalog.OriginExif)}
	}
	judged := &catalog.Determination{Status: catalog.Exempt}
	photos := []catalog.Photo{
		{Chosen: at(3), Observations: []catalog.Observation{
			{ID: 1, Item: 7, Visible: true}, {ID: 2, Item: 7, Determination: judged}, {ID: 3, Item: 8, Visible: true},
		}},
		{Chosen: at(2), Problem: catalog.FileDamaged, Observations: []catalog.Observation{{ID: 4, Item: 7, Visible: true}}},
		{},
	}
	many := summary{words: apptest.Words(t)}
	for i := range photos {
		many.add(&photos[i], false)
	}
	if len(many.goods) != 2 || many.dated != 2 || many.problems != 1 || many.first.Day() != 2 || many.last.Day() != 3 {
		t.Fatalf("%+v", many)
	}
	g := many.goods[0]
	if g.photos != 2 || g.visible != 2 || g.reported() != 1 || !slices.Equal(g.observations, []int64{1, 2, 4}) {
		t.Errorf("%+v", g)
	}
	if _, common := g.common(); common || g.statuses[catalog.Exempt] != 1 {
		t.Errorf("statuses %v", g.statuses)
	}
	one := summary{words: apptest.Words(t)}
	one.add(&photos[0], true)
	if len(one.goods) != 3 || one.goods[1].judged != judged {
		t.Errorf("%+v", one.goods)
	}
}

func TestCountsLine(t *testing.T) {
	var values tally
	for _, text := range []string{"July 2023", "July 2023", "", "  ", "Hunchun"} {
		values.add(value{text: text})
	}
	values.add(value{text: "scene", proposed: true})
	if got := countsLine(apptest.Words(t), &values); got != "July 2023: 2 · none 1 ·  1 · Hunchun 1 · 1 more" {
		t.Errorf("counted are %q", got)
	}
}

func TestCamera(t *testing.T) {
	for _, c := range []struct{ maker, model, want string }{
		{"", "", ""}, {"SONY", "", "SONY"}, {"", "X1", "X1"}, {"Canon", "Canon EOS 5D", "Canon EOS 5D"}, {"HUAWEI", "VOG-AL00", "HUAWEI VOG-AL00"},
	} {
		p := catalog.Photo{Chosen: catalog.Chosen{Make: c.maker, Model: c.model}}
		if got := camera(&p); got != c.want {
			t.Errorf("%q %q is %q, want %q", c.maker, c.model, got, c.want)
		}
	}
}

func TestComplete(t *testing.T) {
	list := newLookup([]candidate{
		newCandidate(new(present.Words), 1, 0, catalog.Names{English: "household refrigerator", Korean: "냉장고", Chinese: "冰箱", KoreanNorth: "랭장고; 랭동기"}),
		newCandidate(new(present.Words), 2, 9, catalog.Names{English: "refrigerated truck", Korean: "냉동차"}),
		newCandidate(new(present.Words), 3, 5, catalog.Names{English: "truck", Korean: "트럭·화물차"}),
		newCandidate(new(present.Words), 4, 0, catalog.Names{Korean: "카페 Café"}),
	})
	decomposed := norm.NFD.String("냉장") // as macOS writes it
	for _, c := range []struct {
		typed string
		want  []any
		exact bool
	}{
		{"REFRI", []any{2, 1}, false},
		{"refrigerator", []any{1}, false},
		{"truck", []any{3, 2}, true},
		{"화물", []any{3}, false},
		{"冰箱", []any{1}, true},
		{"랭동기", []any{1}, true},
		{decomposed, []any{1}, false},
		{"cafe", []any{4}, false},
		{"ｔｒｕｃｋ", []any{3, 2}, true},
		{"xyz", nil, false},
		{"!!!", nil, false},
		{"", []any{2, 3, 1, 4}, false},
	} {
		options, exactly := complete(list, c.typed)
		var got []any
		for _, o := range options {
			got = append(got, o.Value)
		}
		if !slices.Equal(got, c.want) || exactly != c.exact {
			t.Errorf("%q gives %v (exactly: %v), want %v", c.typed, got, exactly, c.want)
		}
	}
	if o := list.list[0].option; o != (widgets.Option{Text: "household refrigerator", Detail: "냉장고 · 冰箱", Value: 1}) {
		t.Errorf("the option is %+v", o)
	}
}

func TestDraftsAreBounded(t *testing.T) {
	var d drafts
	for i := range catalog.PhotoID(200) {
		d.put(selectionKey(count(1, i+1)), "note", "text")
	}
	if len(d.texts) != maxDrafts || len(d.order) != maxDrafts {
		t.Errorf("%d drafts", len(d.texts))
	}
	if d.take(selectionKey(count(1, 1))) != nil {
		t.Error("the oldest is still there")
	}
	if got := d.take(selectionKey(count(1, 200))); got["note"] != "text" || len(d.order) != maxDrafts-1 {
		t.Errorf("the latest is %v", got)
	}
}
