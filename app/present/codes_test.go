package present_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"waybill/catalog"
)

// constants gives the values of the string constants of catalog whose type is
// named, by their names, as its sources declare them.
func constants(t *testing.T, typeName string) map[string]string {
	t.Helper()
	found := map[string]string{}
	paths, err := filepath.Glob("../../catalog/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if name, ok := spec.Type.(*ast.Ident); ok && name.Name == typeName {
				for i, v := range spec.Values {
					if s, ok := literal(v); ok {
						found[spec.Names[i].Name] = s
					}
				}
			}
			return true
		})
	}
	if len(found) == 0 {
		t.Fatalf("catalog declares no %s", typeName)
	}
	return found
}

func TestEveryCodeHasWords(t *testing.T) {
	w, texts := load(t), english(t)
	for name, code := range constants(t, "Code") {
		c := catalog.Code(code)
		key, words := "", [][2]string{}
		switch {
		case strings.HasPrefix(name, "Err"):
			key = "error." + code
			words = append(words, [2]string{w.Error(&catalog.Error{Code: c, Subject: "P-000001", Matches: []string{"a"}}), w.Error(&catalog.Error{Code: c})})
		case strings.HasPrefix(name, "File"):
			key = "file." + code
			words = append(words, [2]string{w.Error(&catalog.Error{Code: c, Subject: "P-000001"}), w.FileReason(c)})
		case strings.HasPrefix(name, "Found"):
			key = "finding." + code
			words = append(words, [2]string{w.Finding(catalog.Finding{Code: c, Subject: "P-000001", Path: "a.jpg"}), w.Finding(catalog.Finding{Code: c})})
		default:
			t.Errorf("%s is of no known kind", name)
		}
		if texts[key] == "" {
			t.Errorf("%s has no text %s", name, key)
		}
		for _, pair := range words {
			for _, text := range pair {
				if text == "" || strings.ContainsAny(text, "{}⟦⟧") || strings.Contains(text, "“”") || strings.Contains(text, "went wrong") {
					t.Errorf("%s is put as %q", name, text)
				}
			}
		}
	}
}

func TestEveryNounHasAName(t *testing.T) {
	texts := english(t)
	for typeName, prefix := range map[string]string{
		"Status": "status.", "Direction": "direction.", "Property": "property.", "Origin": "origin.", "QueryReason": "query.",
		"Kind": "kind.", "Precision": "precision.", "WarningCode": "warning.",
	} {
		for name, value := range constants(t, typeName) {
			if texts[prefix+value] == "" {
				t.Errorf("%s has no text %s", name, prefix+value)
			}
		}
	}
	w := load(t)
	for name, action := range constants(t, "Action") {
		if text := w.Step(catalog.Step{Action: catalog.Action(action)}); strings.Contains(text, "("+action+")") {
			t.Errorf("%s is put as %q", name, text)
		}
	}
}
