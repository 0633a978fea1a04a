package present_test

import (
	"strings"
	"testing"

	"waybill/assets"
	"waybill/catalog/rules"
)

// The titles of the shipped rule pack are translated as they stand in it.
func TestTitlesOfTheShippedPack(t *testing.T) {
	const pack = "un-dprk-2397"
	p, err := rules.Load(func(name string) ([]byte, error) { return assets.RuleTable(pack, name) })
	if err != nil {
		t.Fatal(err)
	}
	en := english(t)
	titles := map[string]string{"measure.pack." + pack: p.Title}
	for _, language := range []string{"ko", "zh"} {
		w := loadIn(t, language)
		if got := w.PackTitle(p.ID, p.Title); got == p.Title {
			t.Errorf("%s: the pack is called %s", language, got)
		}
		for _, m := range p.Measures() {
			if got := w.MeasureTitle(m.ID, m.Title); got == m.Title {
				t.Errorf("%s: %s is called %s; is its title in en.json?", language, m.ID, got)
			}
			titles["measure.title."+strings.ToLower(m.ID)] = m.Title
		}
		check(t, w.MeasureTitle("UN2397-7", "What another version of the pack says"), "What another version of the pack says")
		check(t, w.MeasureTitle("XX1", "a measure of one's own"), "a measure of one's own")
	}
	for key, title := range titles {
		if en[key] != title {
			t.Errorf("%s is %q; the pack has %q", key, en[key], title)
		}
	}
	check(t, loadIn(t, "ko").MeasureTitle("UN2371-9", "Seafood"), "해산물")
	check(t, loadIn(t, "zh").MeasureTitle("UN2371-9", "Seafood"), "海产品")
}
