package cmd_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What waits for a disk or a database takes a context, and only the runner of
// tasks and the loader of pictures hand contexts out, to functions that they run
// off the UI thread. So a call that waits must stand in a function that was given
// a context, and no closure that the UI thread will run may stand between. That
// holds for calls that take a context and for those that wait without one.

// runners take a context for what they run off the UI thread.
var runners = []string{"waybill/app/task#New", "waybill/app/widgets#NewLoader"}

// roots are functions that wait without having been given a context, with the reason.
var roots = map[string]string{
	"waybill/app#Window.Close":        "the window is gone",
	"waybill/app/widgets#Loader.load": "runs in the loader's workers alone",
}

// waiting are functions without a context that read, write or decode, by package.
// Those of the window's own packages are looked at where they are called.
var waiting = map[string][]string{
	"os": {
		"Create", "CreateTemp", "DirFS", "Lstat", "Mkdir", "MkdirAll", "MkdirTemp", "Open", "OpenFile", "OpenRoot", "ReadDir", "ReadFile",
		"Remove", "RemoveAll", "Rename", "Stat", "WriteFile",
	},
	"io":                                {"Copy", "ReadAll"},
	"path/filepath":                     {"EvalSymlinks", "Glob", "Walk", "WalkDir"},
	"image":                             {"Decode", "DecodeConfig"},
	"image/jpeg":                        {"Decode"},
	"image/png":                         {"Decode", "Encode"},
	"fyne.io/fyne/v2/canvas":            {"NewImageFromFile", "NewImageFromReader", "NewImageFromURI"},
	"github.com/disintegration/imaging": {"Decode", "Fit", "Open", "Resize"},
	"waybill/catalog/picture":           {"Decoder.Look", "Probe"},
	"waybill/catalog/workspace":         {"Catalogue.Close", "Catalogue.Codes"},
	"waybill/catalog/sqlite":            {"Store.Close"},
	"waybill/app/widgets":               {"DecodePicture"},
	"waybill/app":                       {"recentList.add", "recentList.clear", "recentList.load", "recentList.paths", "recentList.write", "Window.remember"},
}

// posts are functions that hand a function to the UI thread.
var posts = []string{"Post", "post", "Do", "DoAndWait"}

func TestNothingWaitsOnTheUIThread(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the window once more")
	}
	own, imports, set := packages(t)
	if len(own) < 10 {
		t.Fatalf("only %d packages were found", len(own))
	}
	for _, p := range own {
		var files []*ast.File
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(set, filepath.Join(p.Dir, name), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, f)
		}
		found, err := check(p.ImportPath, files, set, imports)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			t.Errorf("%s: %s", p.ImportPath, f)
		}
	}
}

// The checker finds what it is for: each line with a "!" waits on the UI thread.
func TestWaitingOnTheUIThreadIsFound(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the window once more")
	}
	const source = `package sample
import ("context"; "os"; "waybill/app/task"; "waybill/catalog")
type store interface { Count(context.Context, catalog.Query) (int, error) }
type button struct { tapped func() }
func work(ctx context.Context, s store, r *task.Runner, b *button) error {
	_, err := s.Count(ctx, catalog.Query{})
	func() { _, err = s.Count(ctx, catalog.Query{}) }()
	r.Post(func() {
		_, _ = s.Count(ctx, catalog.Query{}) // !
	})
	b.tapped = func() {
		_, _ = os.ReadFile("x") // !
	}
	_, err = os.ReadFile("x")
	return err
}
func shown(s store, r *task.Runner, b *button) {
	task.Run(r, func(ctx context.Context) (int, error) { return s.Count(ctx, catalog.Query{}) }, func(int, error) {
		_ = work(context.Background(), s, r, b) // !
	})
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	_ = work(ctx, s, r, b) // !
	_ = os.Remove("x") // !
	_ = button{tapped: func() {
		_, _ = s.Count(ctx, catalog.Query{}) // !
	}}
}
`
	_, imports, set := packages(t)
	f, err := parser.ParseFile(set, "sample.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	found, err := check("waybill/app/sample", []*ast.File{f}, set, imports)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(source, "\n") {
		at := fmt.Sprintf("sample.go:%d ", i+1)
		if got := slices.ContainsFunc(found, func(s string) bool { return strings.HasPrefix(s, at) }); got != strings.Contains(line, "// !") {
			t.Errorf("found is %t: %s", got, line)
		}
	}
}
