package present_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"waybill/assets"
)

// families are the beginnings of keys that the program completes from the
// constants of catalog of a type.
var families = map[string]string{
	"direction.": "Direction", "error.": "Code", "file.": "Code", "finding.": "Code", "origin.": "Origin",
	"property.": "Property", "query.": "QueryReason", "status.": "Status",
	"kind.": "Kind", "warned.": "WarningCode", "precision.": "Precision", "warning.": "WarningCode", "advice.": "WarningCode", "says.": "Origin", "claim.": "Property",
	"stage.": "Stage", "basis.": "Basis", "packaging.": "Packaging", "confidence.": "Confidence", "review.": "ReviewKind",
	"inforce.": "InForce", "checked.": "Checked", "mapping.": "Mapping", "suggestion.": "SuggestionKind",
}

// refusals are likewise completed from constants of packages below catalog.
var refusals = map[string]struct {
	typeName string
	packages []string
}{
	"baddate.":  {"Reason", []string{"edtf", "datetext"}},
	"badplace.": {"Reason", []string{"places"}},
	"badtable.": {"Problem", []string{"filename"}},
	"badcodes.": {"Problem", []string{"codes"}},
	"badpack.":  {"Problem", []string{"rules"}},
	"badvocab.": {"Problem", []string{"vocabulary"}},
	"missing.":  {"Missing", []string{"rules"}}, "concerns.": {"Reason", []string{"rules"}}, "packchange.": {"ChangeKind", []string{"rules"}},
}

// prefixes are the beginnings of keys that it completes otherwise.
var prefixes = []string{"cite.basis.", "cite.direction.", "cite.status.", "country.", "filters.no.", "filters.review.", "gallery.month.", "measure.pack.", "measure.title.", "month.", "change.field.", "setting.", "step.part.", "step.redo", "step.review.", "step.search.", "step.template.", "step.undo"}

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// use is what the sources of the programs ask of the translation.
type use struct {
	literals map[string]bool
	calls    []call
}

type call struct {
	place  string
	key    string
	plural bool
	names  []string // of the arguments
	spread bool     // they are passed on and cannot be seen
}

// uses reads the sources of app and cmd, without tests.
func uses(t *testing.T) use {
	t.Helper()
	u := use{literals: map[string]bool{}}
	for _, root := range []string{"../../app", "../../cmd"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			set := token.NewFileSet()
			f, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if e, ok := n.(ast.Expr); ok {
					if s, ok := literal(e); ok {
						u.literals[s] = true
					}
				}
				if c, ok := asCall(n); ok {
					c.place = set.Position(n.Pos()).String()
					u.calls = append(u.calls, c)
				}
				return true
			})
			return nil
		})
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	return u
}

// asCall recognises a call of T or N with a literal key.
func asCall(n ast.Node) (call, bool) {
	c, ok := n.(*ast.CallExpr)
	if !ok || len(c.Args) == 0 {
		return call{}, false
	}
	f, ok := c.Fun.(*ast.SelectorExpr)
	if !ok || (f.Sel.Name != "T" && f.Sel.Name != "N") {
		return call{}, false
	}
	key, ok := literal(c.Args[0])
	if !ok {
		return call{}, false
	}
	found := call{key: key, plural: f.Sel.Name == "N", spread: c.Ellipsis.IsValid()}
	first := 1
	if found.plural {
		first, found.names = 2, []string{"n"}
	}
	for i := first; i < len(c.Args); i += 2 {
		if name, ok := literal(c.Args[i]); ok {
			found.names = append(found.names, name)
		}
	}
	return found, true
}

func TestEveryKeyAskedForExists(t *testing.T) {
	texts := english(t)
	for _, c := range uses(t).calls {
		keys := []string{c.key}
		if c.plural {
			keys = []string{c.key + ".one", c.key + ".other"}
		}
		for _, key := range keys {
			text, ok := texts[key]
			if !ok {
				t.Errorf("%s: en.json has no %s", c.place, key)
			}
			for _, name := range placeholders(text) {
				if !c.spread && !slices.Contains(c.names, name) {
					t.Errorf("%s: {%s} of %s is not filled", c.place, name, key)
				}
			}
		}
	}
}

// form is the end of a key that the program adds by itself.
var form = regexp.MustCompile(`\.(bare|one|other)$`)

func TestEveryKeyIsUsed(t *testing.T) {
	u := uses(t)
	values := map[string][]string{}
	for family, typeName := range families {
		values[family] = slices.Collect(maps.Values(constants(t, typeName)))
	}
	for family, of := range refusals {
		values[family] = slices.Collect(maps.Values(constants(t, of.typeName, of.packages...)))
	}
	completed := func(key string) bool {
		family, rest, _ := strings.Cut(key, ".")
		if known, ok := values[family+"."]; ok {
			value, _, _ := strings.Cut(rest, ".")
			return slices.Contains(known, value) || value == "unknown" // what nobody said has a name, too
		}
		if strings.HasPrefix(key, "menu.") { // a submenu is named by what stands in it
			for used := range u.literals {
				if strings.HasPrefix(used, key+".") {
					return true
				}
			}
		}
		return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(key, p) })
	}
	for key := range english(t) {
		base := form.ReplaceAllString(key, "")
		if !u.literals[key] && !u.literals[base] && !completed(key) {
			t.Errorf("nothing uses %s", key)
		}
	}
	for _, p := range slices.Concat(prefixes, slices.Collect(maps.Keys(families)), slices.Collect(maps.Keys(refusals))) {
		if !u.literals[p] {
			t.Errorf("nothing completes keys that begin with %s", p)
		}
	}
}

var placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

func placeholders(text string) []string {
	var names []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	return names
}

// pairs reads a flat JSON object with its keys in their order.
func pairs(t *testing.T, name string) (keys []string, texts map[string]string) {
	t.Helper()
	b, err := fs.ReadFile(assets.Translations(), name)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(b))
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		t.Fatalf("%s is no JSON object: %v", name, err)
	}
	texts = map[string]string{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		text, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		k, isKey := key.(string)
		s, isText := text.(string)
		if !isKey || !isText {
			t.Fatalf("%s: %v is not a text", name, key)
		}
		keys = append(keys, k)
		texts[k] = s
	}
	return keys, texts
}

func english(t *testing.T) map[string]string {
	t.Helper()
	_, texts := pairs(t, "en.json")
	return texts
}

func TestTranslationFiles(t *testing.T) {
	names, err := fs.Glob(assets.Translations(), "*.json")
	if err != nil || !slices.Contains(names, "en.json") {
		t.Fatalf("translations are %v, %v", names, err)
	}
	key := regexp.MustCompile(`^[a-z0-9]+(\.[a-z0-9_-]+)+$`)
	for _, name := range names {
		keys, texts := pairs(t, name)
		for i, k := range keys {
			text := texts[k]
			if i > 0 && keys[i-1] >= k {
				t.Errorf("%s: %s stands behind %s; sort the keys, and keep each once", name, k, keys[i-1])
			}
			if !key.MatchString(k) {
				t.Errorf("%s: %s is no key", name, k)
			}
			if strings.TrimSpace(text) == "" || (strings.TrimSpace(text) != text && !strings.HasSuffix(k, "separator")) {
				t.Errorf("%s: %s is empty or has space at an end", name, k)
			}
			if strings.Contains(placeholder.ReplaceAllString(text, ""), "{") {
				t.Errorf("%s: a brace of %s is not closed", name, k)
			}
		}
	}
}

// A text that names its subject needs one for when nobody knows the subject.
func TestSubjectsHaveBareTexts(t *testing.T) {
	texts := english(t)
	for key, text := range texts {
		about := strings.HasPrefix(key, "error.") || strings.HasPrefix(key, "finding.")
		always := slices.Contains([]string{"error.file", "error.file_missing", "error.file_denied"}, key) // only used with a subject
		if bare := texts[key+".bare"]; about && !always && strings.Contains(text, "{subject}") && bare == "" {
			t.Errorf("%s has no %s.bare", key, key)
		} else if strings.Contains(bare, "{subject}") {
			t.Errorf("%s.bare names the subject", key)
		}
	}
}
