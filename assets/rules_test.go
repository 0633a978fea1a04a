package assets_test

import (
	"errors"
	"io/fs"
	"testing"

	"waybill/assets"
)

func TestRuleTables(t *testing.T) {
	for _, name := range []string{"pack.tsv", "measures.tsv", "goods.tsv"} {
		b, err := assets.RuleTable(assets.DefaultRulePack, name)
		if err != nil {
			t.Fatal(err)
		}
		rows(t, name, string(b))
	}
	for _, wrong := range [][2]string{{assets.DefaultRulePack, "nothing.tsv"}, {"nothing", "pack.tsv"}, {"..", "rules.go"}} {
		if _, err := assets.RuleTable(wrong[0], wrong[1]); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%v: error %v, want one wrapping fs.ErrNotExist", wrong, err)
		}
	}
}

// TestRulePackKnowsTheVocabulary keeps the pack that ships and the goods that a
// catalogue starts with together.
func TestRulePackKnowsTheVocabulary(t *testing.T) {
	b, err := assets.RuleTable(assets.DefaultRulePack, "goods.tsv")
	if err != nil {
		t.Fatal(err)
	}
	ruled := ids(rows(t, "goods.tsv", string(b)), "goods_id")
	for id := range ids(table(t, "goods.tsv"), "goods_id") {
		if !ruled[id] {
			t.Errorf("the rule pack does not know %s", id)
		}
	}
}
