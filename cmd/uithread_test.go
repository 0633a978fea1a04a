package cmd_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// listed is what "go list" tells of a package.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
}

// packages lists packages of the window and what they import, compiled.
func packages(t *testing.T) (own []listed, imports types.Importer, set *token.FileSet) {
	t.Helper()
	list := exec.CommandContext(t.Context(), "go", "list", "-deps", "-export", "-tags", "ci,nodynamic", "-json=ImportPath,Dir,Export,GoFiles", "./app/...")
	list.Dir, list.Stderr = "..", os.Stderr
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	exports := map[string]string{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		exports[p.ImportPath] = p.Export
		name := strings.TrimPrefix(p.ImportPath, "waybill/")
		if under(name, "app") && !under(name, "app/apptest") && !under(name, "app/pictures") && name != "app/task" {
			own = append(own, p)
		}
	}
	set = token.NewFileSet()
	return own, importer.ForCompiler(set, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }), set
}

// checker looks for calls that wait on the UI thread.
type checker struct {
	info  *types.Info
	set   *token.FileSet
	pkg   string
	found []string
}

// check gives the calls in the files of a package that may wait on the UI thread.
func check(pkg string, files []*ast.File, set *token.FileSet, imports types.Importer) ([]string, error) {
	c := &checker{pkg: pkg, set: set, info: &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
	}}
	if _, err := (&types.Config{Importer: imports}).Check(pkg, set, files, c.info); err != nil {
		return nil, err
	}
	for _, f := range files {
		ast.PreorderStack(f, nil, func(n ast.Node, around []ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				c.call(call, around)
			}
			return true
		})
	}
	return c.found, nil
}

func (c *checker) call(call *ast.CallExpr, around []ast.Node) {
	callee := c.callee(call)
	pkg, name, _ := strings.Cut(callee, "#")
	waits := slices.Contains(waiting[pkg], name) || pkg != "context" && !slices.Contains(runners, callee) &&
		slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return isContext(c.info.TypeOf(arg)) })
	in := c.function(around)
	pkg, name, _ = strings.Cut(in, "#")
	if _, root := roots[in]; !waits || root || slices.Contains(waiting[pkg], name) || slices.ContainsFunc(c.off(around), c.given) {
		return
	}
	at := c.set.Position(call.Pos())
	c.found = append(c.found, fmt.Sprintf("%s:%d calls %s where the UI thread may be", filepath.Base(at.Filename), at.Line, callee))
}

// off gives the functions around a place, from the inside, up to the first that
// the UI thread is given to run.
func (c *checker) off(around []ast.Node) (list []ast.Node) {
	for i, n := range slices.Backward(around) {
		switch n.(type) {
		case *ast.FuncDecl:
			return append(list, n)
		case *ast.FuncLit:
			if list = append(list, n); c.forUI(n, around[i-1]) {
				return list
			}
		}
	}
	return list
}

// forUI tells whether a function literal is kept, or posted to the UI thread.
func (c *checker) forUI(lit, parent ast.Node) bool {
	switch p := parent.(type) {
	case *ast.CallExpr:
		switch fun := p.Fun.(type) {
		case *ast.SelectorExpr:
			return slices.Contains(posts, fun.Sel.Name)
		case *ast.Ident:
			return slices.Contains(posts, fun.Name)
		}
	case *ast.AssignStmt:
		for _, to := range p.Lhs {
			if _, field := to.(*ast.SelectorExpr); field {
				return true
			}
		}
	case *ast.KeyValueExpr, *ast.CompositeLit:
		return true
	}
	return false
}

// callee names what is called: package#function or package#Type.method.
func (c *checker) callee(call *ast.CallExpr) string {
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return "a function"
	}
	f, ok := c.info.Uses[id].(*types.Func)
	if !ok || f.Pkg() == nil {
		return id.Name
	}
	return f.Pkg().Path() + "#" + receiver(f) + f.Name()
}

// receiver gives the name of a method's type with a dot, "" for a function.
func receiver(f *types.Func) string {
	recv := f.Signature().Recv()
	if recv == nil {
		return ""
	}
	t := recv.Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name() + "."
	}
	return ""
}

// function names the declared function around a place, as roots do.
func (c *checker) function(around []ast.Node) string {
	for _, n := range around {
		if d, ok := n.(*ast.FuncDecl); ok {
			f := c.info.Defs[d.Name].(*types.Func)
			return c.pkg + "#" + receiver(f) + f.Name()
		}
	}
	return ""
}

func isContext(t types.Type) bool {
	n, ok := t.(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context" && n.Obj().Name() == "Context"
}

// given tells whether a function takes a context.
func (c *checker) given(f ast.Node) bool {
	kind := &ast.FuncType{}
	switch f := f.(type) {
	case *ast.FuncDecl:
		kind = f.Type
	case *ast.FuncLit:
		kind = f.Type
	}
	return slices.ContainsFunc(kind.Params.List, func(p *ast.Field) bool { return isContext(c.info.TypeOf(p.Type)) })
}
