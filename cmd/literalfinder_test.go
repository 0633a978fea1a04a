package cmd_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// finding is a literal that a user sees in English whatever the language.
type finding struct {
	place string // file:line
	text  string
}

// bypassing lists the literals with letters that reach a sink in a file. Constants
// of the package are followed; what a function makes of its arguments is not, but
// for fmt.Sprint and its like.
func bypassing(set *token.FileSet, f *ast.File, constants map[string]string) []finding {
	var found []finding
	check := func(e ast.Expr) {
		for _, text := range literalsIn(e, constants) {
			if hasWords(text) {
				found = append(found, finding{set.Position(e.Pos()).String(), text})
			}
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			for _, e := range shownArguments(n) {
				check(e)
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && slices.Contains(shown, key.Name) {
				check(n.Value)
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if s, ok := left.(*ast.SelectorExpr); ok && slices.Contains(shown, s.Sel.Name) && len(n.Rhs) == len(n.Lhs) {
					check(n.Rhs[i])
				}
			}
		}
		return true
	})
	return found
}

// shownArguments gives the arguments of a call that somebody gets to read.
func shownArguments(c *ast.CallExpr) []ast.Expr {
	s, ok := c.Fun.(*ast.SelectorExpr)
	if !ok || len(c.Args) == 0 {
		return nil
	}
	at, known := sinks["."+s.Sel.Name]
	if pkg, ok := s.X.(*ast.Ident); ok {
		if of, ok := sinks[pkg.Name+"."+s.Sel.Name]; ok {
			at, known = of, true
		}
	}
	switch {
	case !known:
		return nil
	case at == every:
		return c.Args
	case at < 0 && len(c.Args) < 3:
		return nil
	case at < 0:
		return c.Args[len(c.Args)-1:]
	case at < len(c.Args):
		return c.Args[at : at+1]
	}
	return nil
}

// literalsIn gives the literals that an expression is made of.
func literalsIn(e ast.Expr, constants map[string]string) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if text, err := strconv.Unquote(e.Value); err == nil && e.Kind == token.STRING {
			return []string{text}
		}
	case *ast.Ident:
		if text, ok := constants[e.Name]; ok {
			return []string{text}
		}
	case *ast.ParenExpr:
		return literalsIn(e.X, constants)
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return append(literalsIn(e.X, constants), literalsIn(e.Y, constants)...)
		}
	case *ast.CompositeLit: // the options of a choice
		var all []string
		for _, x := range e.Elts {
			all = append(all, literalsIn(x, constants)...)
		}
		return all
	case *ast.CallExpr:
		s, ok := e.Fun.(*ast.SelectorExpr)
		if pkg, isName := e.Fun.(*ast.Ident); isName && pkg.Name == "string" && len(e.Args) == 1 {
			return literalsIn(e.Args[0], constants)
		}
		if ok && slices.Contains([]string{"Sprint", "Sprintf", "Sprintln"}, s.Sel.Name) {
			var all []string
			for _, x := range e.Args {
				all = append(all, literalsIn(x, constants)...)
			}
			return all
		}
	}
	return nil
}

// verb is a verb of package fmt.
var verb = regexp.MustCompile(`%[-+# 0]*\d*(\.\d+)?[a-zA-Z]`)

// hasWords tells whether a text says something in a language: besides the verbs of
// a format it has two letters in a row, or one of Hangul or Hanzi.
func hasWords(text string) bool {
	run := 0
	for _, r := range verb.ReplaceAllString(text, "") {
		if !unicode.IsLetter(r) {
			run = 0
			continue
		}
		if run++; run == 2 || unicode.In(r, unicode.Hangul, unicode.Han) {
			return true
		}
	}
	return false
}

// constantsOf gives the string constants that files declare, by name.
func constantsOf(files []*ast.File) map[string]string {
	values := map[string]string{}
	for _, f := range files {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, spec := range g.Specs {
				v := spec.(*ast.ValueSpec)
				for i, x := range v.Values {
					if texts := literalsIn(x, nil); len(texts) > 0 {
						values[v.Names[i].Name] = strings.Join(texts, "")
					}
				}
			}
		}
	}
	return values
}
