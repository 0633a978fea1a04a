// Package cmd_test proves the rules by which the house is laid out.
package cmd_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// file is what one source file imports.
type file struct {
	path    string // from the root of the repository, with "/"
	pkg     string // its folder
	imports []string
	test    bool
}

// sources reads the imports of every Go file of the repository.
func sources(t *testing.T) []file {
	t.Helper()
	root := os.DirFS("..")
	var files []file
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", path), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		f := file{path: path, pkg: filepath.ToSlash(filepath.Dir(path)), test: strings.HasSuffix(path, "_test.go")}
		for _, spec := range parsed.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			f.imports = append(f.imports, name)
		}
		files = append(files, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// under tells whether a path is a package or lies below it.
func under(path, pkg string) bool { return path == pkg || strings.HasPrefix(path, pkg+"/") }

// rule forbids imports.
type rule struct {
	name    string
	tests   bool // it holds for tests too
	applies func(pkg string) bool
	forbids func(pkg, name string) bool
}

// views are the packages that each show one thing.
var views = []string{"app/gallery", "app/loupe", "app/inspector", "app/filters", "app/transfer", "app/versions", "app/vocabulary", "app/stories"}

// apart are the parts of the catalogue that share its nouns and nothing else.
var apart = []string{"catalog/sqlite", "catalog/metadata", "catalog/picture", "catalog/rules"}

func isOne(of []string, pkg string) bool {
	for _, p := range of {
		if under(pkg, p) {
			return true
		}
	}
	return false
}

// partOf gives the part of the catalogue that an import belongs to, "" for none.
func partOf(name string) string {
	for _, p := range apart {
		if under(strings.TrimPrefix(name, "waybill/"), p) {
			return p
		}
	}
	return ""
}

func isStandard(name string) bool {
	return !strings.Contains(strings.Split(name, "/")[0], ".") && !under(name, "waybill")
}

var rules = []rule{
	{
		"catalog is the program and knows no window", true,
		func(pkg string) bool { return under(pkg, "catalog") },
		func(_, name string) bool {
			return under(name, "fyne.io") || under(name, "waybill/app") || under(name, "waybill/cmd")
		},
	},
	{
		"the nouns need only the standard library and the grammar of dates", false,
		func(pkg string) bool { return pkg == "catalog" || under(pkg, "catalog/edtf") },
		func(_, name string) bool { return !isStandard(name) && name != "waybill/catalog/edtf" },
	},
	{
		"sqlite, metadata, picture and rules share only the nouns", false,
		func(pkg string) bool { return isOne(apart, pkg) },
		func(pkg, name string) bool {
			return partOf(name) != "" && partOf(name) != partOf("waybill/"+pkg)
		},
	},
	{
		"a view imports no other view and no database", false,
		func(pkg string) bool { return isOne(views, pkg) },
		func(pkg, name string) bool {
			own := strings.TrimPrefix(name, "waybill/")
			return under(own, "catalog/sqlite") || (isOne(views, own) && !under(own, pkg))
		},
	},
	{
		"widgets know nothing of the catalogue", true,
		func(pkg string) bool { return under(pkg, "app/widgets") },
		func(_, name string) bool { return under(name, "waybill/catalog") },
	},
	{
		"words need no window", false,
		func(pkg string) bool { return under(pkg, "app/present") },
		func(_, name string) bool { return under(name, "fyne.io") },
	},
	{
		"only the desktop program opens a real window", true,
		func(pkg string) bool { return pkg != "cmd/waybill" },
		func(_, name string) bool { return name == "fyne.io/fyne/v2/app" },
	},
	{
		"nothing talks to a network", true,
		func(string) bool { return true },
		func(_, name string) bool {
			return name == "net" || under(name, "net/http") || under(name, "net/rpc") || under(name, "net/smtp")
		},
	},
	{
		"what the views' tests share is for tests", false,
		func(string) bool { return true },
		func(_, name string) bool { return under(name, "waybill/app/apptest") },
	},
	{
		"app and cmd are above the catalogue's parts", false,
		func(pkg string) bool { return under(pkg, "app") },
		func(_, name string) bool { return under(name, "waybill/cmd") },
	},
}

func TestImportRules(t *testing.T) {
	files := sources(t)
	if len(files) < 50 {
		t.Fatalf("read %d files only", len(files))
	}
	for _, r := range rules {
		applied := false
		for _, f := range files {
			if !r.applies(f.pkg) {
				continue
			}
			applied = true
			if f.test && !r.tests {
				continue
			}
			for _, name := range f.imports {
				if r.forbids(f.pkg, name) {
					t.Errorf("%s imports %s: %s", f.path, name, r.name)
				}
			}
		}
		if !applied {
			t.Errorf("no package is under the rule %q", r.name)
		}
	}
}

// TestTopLevel keeps the top level to what a newcomer expects there.
func TestTopLevel(t *testing.T) {
	allowed := map[string]bool{
		"cmd": true, "app": true, "catalog": true, "assets": true, "docs": true, "go.mod": true, "go.sum": true,
		"FyneApp.toml": true, "Makefile": true, "README.md": true, "LICENSE": true,
		"bin": true, "demo": true, // made by make
	}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !allowed[e.Name()] {
			t.Errorf("%s does not belong to the top level", e.Name())
		}
	}
}
