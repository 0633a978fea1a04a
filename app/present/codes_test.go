package present_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/codes"
	"waybill/catalog/edtf"
	"waybill/catalog/filename"
	"waybill/catalog/places"
	"waybill/catalog/rules"
	"waybill/catalog/vocabulary"
)

// constants gives the values of the string constants whose type is named, by
// their names, as the sources of catalog or of the named packages below it
// declare them.
func constants(t *testing.T, typeName string, packages ...string) map[string]string {
	t.Helper()
	found := map[string]string{}
	if len(packages) == 0 {
		packages = []string{"."}
	}
	var paths []string
	for _, p := range packages {
		of, err := filepath.Glob(filepath.Join("../../catalog", p, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, of...)
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
			if nameOf(spec.Type) == typeName {
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
		t.Fatalf("%v declare no %s", packages, typeName)
	}
	return found
}

// nameOf gives the name of a type without its package.
func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
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

// Why a typed text is refused is said, and where, for every reason there is.
func TestEveryReasonHasWords(t *testing.T) {
	w, texts := load(t), english(t)
	say := func(name, key string, err error) {
		t.Helper()
		text := w.Error(fmt.Errorf("wrapped: %w", err))
		if texts[key] == "" || text == "" || strings.ContainsAny(text, "{}⟦⟧") || strings.Contains(text, "went wrong") {
			t.Errorf("%s (%s) is put as %q", name, key, text)
		}
	}
	for name, reason := range constants(t, "Reason", "edtf", "datetext") {
		for _, token := range []string{"x", ""} {
			say(name, "baddate."+reason, &edtf.SyntaxError{Text: "abx", Pos: 2, Token: token, Reason: edtf.Reason(reason)})
		}
	}
	for name, reason := range constants(t, "Reason", "places") {
		say(name, "badplace."+reason, &places.Error{Reason: places.Reason(reason), Text: "abx", At: 2})
	}
	for name, problem := range constants(t, "Problem", "filename") {
		for _, column := range []string{"example", ""} {
			say(name, "badtable."+problem, &filename.TableError{Line: 3, Column: column, Problem: filename.Problem(problem)})
		}
	}
	for name, problem := range constants(t, "Problem", "codes") {
		for _, column := range []string{"zh", ""} {
			say(name, "badcodes."+problem, &codes.TableError{Line: 3, Column: column, Problem: codes.Problem(problem)})
		}
	}
	for name, problem := range constants(t, "Problem", "rules") {
		for _, cell := range []string{"x", ""} {
			say(name, "badpack."+problem, &rules.TableError{File: "goods.tsv", Line: 3, Column: "hs2022", Number: 6, Cell: cell, Problem: rules.Problem(problem)})
		}
	}
}

// What is wrong with a table of the vocabulary is said for every problem there is.
func TestEveryRejectionHasWords(t *testing.T) {
	w, texts := load(t), english(t)
	for name, problem := range constants(t, "Problem", "vocabulary") {
		for _, cell := range []string{"x", ""} {
			text := w.Rejected(vocabulary.Rejected{File: "items.tsv", Line: 3, Column: "hs", Number: 7, Problem: vocabulary.Problem(problem), Cell: cell})
			if texts["badvocab."+problem] == "" || strings.ContainsAny(text, "{}⟦⟧") || !strings.HasPrefix(text, "items.tsv, line 3, column 7 (hs): ") {
				t.Errorf("%s is put as %q", name, text)
			}
		}
	}
}

func TestEveryNounHasAName(t *testing.T) {
	texts := english(t)
	for typeName, prefix := range map[string]string{
		"Status": "status.", "Direction": "direction.", "Property": "property.", "Origin": "origin.", "QueryReason": "query.",
		"Kind": "kind.", "Precision": "precision.", "WarningCode": "warning.",
		"Stage": "stage.", "Basis": "basis.", "Packaging": "packaging.", "Confidence": "confidence.", "ReviewKind": "review.",
		"SuggestionKind": "suggestion.", "InForce": "inforce.", "Checked": "checked.", "Mapping": "mapping.",
	} {
		for name, value := range constants(t, typeName) {
			if texts[prefix+value] == "" {
				t.Errorf("%s has no text %s", name, prefix+value)
			}
		}
	}
	for name, value := range constants(t, "Origin") {
		if texts["says."+value] == "" {
			t.Errorf("%s has no text says.%s", name, value)
		}
	}
	for name, value := range constants(t, "WarningCode") {
		if texts["advice."+value] == "" {
			t.Errorf("%s has no text advice.%s", name, value)
		}
	}
	for typeName, prefix := range map[string]string{"Missing": "missing.", "Reason": "concerns.", "ChangeKind": "packchange."} {
		for name, value := range constants(t, typeName, "rules") {
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
