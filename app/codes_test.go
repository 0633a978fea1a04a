package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

func TestCodesInTheCaptionAndTheSearch(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.until("the codes are read", func() bool { return d.session.codes != nil })
	d.settle()
	d.menu("Caption…")
	d.typeInto("Six =rf= =scus=")
	if got := textOf(t, d.win.Canvas().Focused()); got != "Six household refrigerators in the customs yard" {
		t.Fatalf("the caption is %q", got)
	}
	d.menu(d.win.MainMenu().Items[1].Items[0].Label) // Undo belongs to the field
	if got := textOf(t, d.win.Canvas().Focused()); got != "Six household refrigerators =scus=" {
		t.Errorf("undo gives %q", got)
	}
	d.menu("Find")
	d.typeInto("=tile=")
	if got := d.session.search.entry.Text; got != "ceramic tiles" {
		t.Errorf("the search is %q", got)
	}
}

func TestCodesOfOnesOwn(t *testing.T) {
	d := deskWithFew(t)
	put := func(text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(d.session.catalogue.Dir(), "codes.tsv"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	head := "\\code\\\ten\tko\tzh\tnote\n"
	put(head + "rf\tfridges\t\t\t\n")
	d.menu("Codes…")
	d.until("they are listed", func() bool { return len(d.dialogs) == 1 })
	if text := shownText(d); !containsAll(text, `\rf\`, "fridges (your own)", `\tile\`, "ceramic tiles · 타일 · 瓷砖", `“fridges”`) {
		t.Errorf("the page says %s", text)
	}
	d.dialogs[0].Hide()
	d.menu("Find")
	d.typeInto(`\rf\`)
	if got := d.session.search.entry.Text; got != "fridges" {
		t.Errorf("the search is %q", got)
	}
	put(head + "r f\tfridges\t\t\t\n")
	d.menu("Codes…")
	d.until("the table is refused", func() bool { return containsAll(d.messages.shown(), "codes.tsv", "line 2") })
	d.until("those that come with the program are listed", func() bool { return len(d.dialogs) == 1 && containsAll(shownText(d), "=rf=") })
}

func TestCodesBelongToACatalogue(t *testing.T) {
	d := newDesk(t)
	if item := d.item("Codes…"); !item.Disabled {
		t.Error("without a catalogue codes are offered")
	}
	if text, cursor, ok := d.expand("=rf=", 4); ok || text != "=rf=" || cursor != 4 {
		t.Errorf("without a catalogue =rf= becomes %q", text)
	}
}

// Codes expand in any text field: none is made of Fyne's entry itself.
func TestEveryFieldExpandsCodes(t *testing.T) {
	read := 0
	err := filepath.WalkDir(".", func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || path == "widgets/textfield.go" {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		read++
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.StructType:
				for _, f := range n.Fields.List {
					if s, ok := f.Type.(*ast.SelectorExpr); ok && len(f.Names) == 0 && isWidget(s, "Entry", "SelectEntry") {
						t.Errorf("%s embeds widget.%s; use widgets.TextField", path, s.Sel.Name)
					}
				}
			case *ast.CallExpr:
				if s, ok := n.Fun.(*ast.SelectorExpr); ok && isWidget(s, "NewEntry", "NewMultiLineEntry", "NewSelectEntry", "NewEntryWithData") {
					t.Errorf("%s calls widget.%s; use widgets.TextField", path, s.Sel.Name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || read < 50 {
		t.Errorf("%d files were read, %v", read, err)
	}
}

func isWidget(s *ast.SelectorExpr, names ...string) bool {
	pkg, ok := s.X.(*ast.Ident)
	for _, name := range names {
		if ok && pkg.Name == "widget" && s.Sel.Name == name {
			return true
		}
	}
	return false
}
