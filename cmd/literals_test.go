package cmd_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// sinks are what shows a text to somebody: functions by their package and name,
// methods by their name, with the number of the argument that is the text; -1 is
// the last one, and every all of them.
const every = -2

var sinks = map[string]int{
	"widget.NewLabel": 0, "widget.NewLabelWithStyle": 0, "widget.NewButton": 0, "widget.NewButtonWithIcon": 0, "widget.NewCheck": 0,
	"widget.NewRadioGroup": 0, "widget.NewCheckGroup": 0, "widget.NewSelect": 0, "widget.NewSelectEntry": 0, "widget.NewFormItem": 0,
	"widget.NewCard": every, "widget.NewHyperlink": 0, "widget.NewRichTextFromMarkdown": 0, "widget.NewRichTextWithText": 0,
	"widget.NewAccordionItem": 0, "widget.NewToolbarAction": 0, "widget.NewTextGridFromString": 0,
	"canvas.NewText": 0, "container.NewTabItem": 0, "container.NewTabItemWithIcon": 0, "container.NewInnerWindow": 0,
	"fyne.NewMenu": 0, "fyne.NewMenuItem": 0, "fyne.NewMenuItemWithIcon": 0, "fyne.NewNotification": every,
	"dialog.NewConfirm": every, "dialog.NewCustom": every, "dialog.NewCustomConfirm": every, "dialog.NewCustomWithoutButtons": 0,
	"dialog.NewForm": every, "dialog.NewInformation": every, "dialog.NewEntryDialog": every, "dialog.NewProgress": every,
	"dialog.ShowConfirm": every, "dialog.ShowCustom": every, "dialog.ShowForm": every, "dialog.ShowInformation": every,
	"widgets.NewChip": 0,
	"fmt.Fprint":      every, "fmt.Fprintf": every, "fmt.Fprintln": every, "fmt.Print": every, "fmt.Printf": every, "fmt.Println": every, "io.WriteString": 1,

	".SetText": every, ".SetPlaceHolder": every, ".SetTitle": every, ".SetLabel": every, ".SetToolTip": every, ".NewWindow": 0,
	".SetConfirmText": every, ".SetDismissText": every, ".say": every, ".WriteString": every, ".command": 1,
	".StringVar": -1, ".BoolVar": -1, ".IntVar": -1, ".Float64Var": -1, ".StringSliceVar": -1, ".StringArrayVar": -1,
	".String": -1, ".Bool": -1, ".StringP": -1, ".BoolP": -1,
}

// shown are fields that hold a text for people.
var shown = []string{"Text", "PlaceHolder", "Placeholder", "Label", "Title", "Subtitle", "ToolTip", "HintText", "Detail", "Short", "Long", "Example"}

// untold are the literals that stay as they are in every language, with the reason.
var untold = map[string]string{
	"waybill:": "said when the words could not be read",
}

// unseen are packages that no user meets, with the reason.
var unseen = map[string]string{
	"../app/pictures": "paints pictures for the documents",
}

func TestEveryTextIsTranslated(t *testing.T) {
	excused := map[string]bool{}
	for dir, files := range parsed(t, "../app", "../cmd") {
		if unseen[dir] != "" {
			continue
		}
		set := files.set
		constants := constantsOf(slices.Collect(maps.Values(files.of)))
		for _, name := range slices.Sorted(maps.Keys(files.of)) {
			for _, f := range bypassing(set, files.of[name], constants) {
				reason := excuse(f.text, excused)
				if reason == "" {
					t.Errorf("%s/%s: %q is not translated; give it a key in en.json", dir, filepath.Base(f.place), f.text)
				}
			}
		}
	}
	for text := range untold {
		if !excused[text] {
			t.Errorf("nothing says %q any more; take the exception out", text)
		}
	}
}

// excuse gives the reason why a text may stay as it is, "" for none.
func excuse(text string, excused map[string]bool) string {
	for begins, reason := range untold {
		if strings.HasPrefix(text, begins) {
			excused[begins] = true
			return reason
		}
	}
	return ""
}

// folder is the sources of a package, without tests.
type folder struct {
	set *token.FileSet
	of  map[string]*ast.File
}

// parsed reads the packages below some folders.
func parsed(t *testing.T, roots ...string) map[string]folder {
	t.Helper()
	folders := map[string]folder{}
	for _, root := range roots {
		err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
				return err
			}
			dir := path.Dir(filepath.ToSlash(file))
			if folders[dir].of == nil {
				folders[dir] = folder{token.NewFileSet(), map[string]*ast.File{}}
			}
			f, err := parser.ParseFile(folders[dir].set, file, nil, parser.SkipObjectResolution)
			folders[dir].of[file] = f
			return err
		})
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	if len(folders) == 0 {
		t.Fatal("there are no sources")
	}
	return folders
}

// The checker finds what it should, and nothing that is fine.
func TestUntranslatedTextsAreFound(t *testing.T) {
	const source = `package sample

const title = "Goods"

func show(w words, out writer, n int) {
	a := widget.NewLabel("Photos")
	b := widget.NewButton(w.T("app.name"), func() { a.SetText("done: " + w.T("b")) })
	c := canvas.NewText(title, nil)
	a.SetText("—")
	a.SetText(w.T("some.key", "n", "three"))
	b.Text = fmt.Sprintf("%d photos", n)
	b.Text = fmt.Sprintf("%d × %s", n, w.T("x"))
	d := &widget.Entry{PlaceHolder: "Search"}
	e := widget.NewSelect([]string{"first", w.T("second")}, nil)
	fmt.Fprintln(out, "written")
	fmt.Fprintf(out, "%s\n", w.T("y"))
	f := fyne.NewMenuItem("냉장고", nil)
	dialog.ShowInformation(w.T("z"), "It failed", win)
	flags.StringVar(&x, "name", "", "who it is")
	g := option{Value: "key", Text: w.T("k")}
}
`

	set := token.NewFileSet()
	f, err := parser.ParseFile(set, "sample.go", source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range bypassing(set, f, constantsOf([]*ast.File{f})) {
		_, line, _ := strings.Cut(x.place, ":")
		line, _, _ = strings.Cut(line, ":")
		got = append(got, line+" "+x.text)
	}
	want := []string{"6 Photos", "7 done: ", "8 Goods", "11 %d photos", "13 Search", "14 first", "15 written", "17 냉장고", "18 It failed", "19 who it is"}
	if !slices.Equal(got, want) {
		t.Errorf("found  %q\nwanted %q", got, want)
	}
}
