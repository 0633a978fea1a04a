package present_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// likeKey is what looks like a key, and fileName what looks so and is none.
var (
	likeKey  = regexp.MustCompile(`^[a-z0-9]+(\.[a-z0-9_-]+)+\.?$`)
	fileName = regexp.MustCompile(`\.(tsv|csv|json|jpg|png|xmp|db)$`)
)

// foreign are keys of Fyne's own texts.
var foreign = []string{"file.name", "file.parent"}

// A literal that looks like a key is one, or the beginning of some, also where it
// is not asked for at once but stands in a list.
func TestEveryLiteralThatLooksLikeAKeyExists(t *testing.T) {
	texts, first, keys := english(t), map[string]bool{}, []string{}
	for key := range texts {
		family, _, _ := strings.Cut(key, ".")
		first[family] = true
		keys = append(keys, key)
	}
	exists := func(literal string) bool {
		return slices.ContainsFunc(keys, func(key string) bool {
			rest, ok := strings.CutPrefix(key, literal)
			return ok && (rest == "" || rest[0] == '.' || strings.HasSuffix(literal, "."))
		})
	}
	looked := 0
	for literal := range uses(t).literals {
		family, _, _ := strings.Cut(literal, ".")
		if !likeKey.MatchString(literal) || fileName.MatchString(literal) || slices.Contains(foreign, literal) || !first[family] {
			continue
		}
		if looked++; !exists(literal) {
			t.Errorf("en.json has no %s", literal)
		}
	}
	if looked < 1000 || exists("menu.file.ope") {
		t.Errorf("%d literals were looked at", looked)
	}
}
