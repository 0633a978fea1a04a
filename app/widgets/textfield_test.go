package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// replace is an Expand that knows two codes.
func replace(text string, cursor int) (string, int, bool) {
	runes := []rune(text)
	before := string(runes[:cursor])
	for code, with := range map[string]string{"=rf=": "household refrigerators", "=냉=": "냉장고"} {
		if rest, ok := strings.CutSuffix(before, code); ok {
			return rest + with + string(runes[cursor:]), len([]rune(rest + with)), true
		}
	}
	return text, cursor, false
}

// typingWindow shows a field with a Typing around it.
func typingWindow(t *testing.T, o fyne.CanvasObject) *Typing {
	t.Helper()
	test.NewTempApp(t)
	around := NewTyping(container.NewStack(o))
	around.Expand = replace
	w := test.NewTempWindow(t, around)
	w.Resize(fyne.NewSize(160, 120)) // narrow: a long text wraps
	return around
}

func TestCodesExpandWhileTyping(t *testing.T) {
	f := NewTextField()
	typingWindow(t, f)
	var told []string
	f.OnChanged = func(text string) { told = append(told, text) }
	test.Type(f, "Two =rf= seen")
	if f.Text != "Two household refrigerators seen" {
		t.Fatalf("the text is %q", f.Text)
	}
	if at := f.CursorTextOffset(); at != len(f.Text) {
		t.Errorf("the cursor is at %d", at)
	}
	if got := strings.Join(told, "|"); !strings.Contains(got, "|Two =rf|Two household refrigerators|Two household refrigerators |") {
		t.Errorf("it was told %s", got)
	}
}

func TestCodesExpandInTheMiddle(t *testing.T) {
	f := NewTextField()
	typingWindow(t, f)
	f.SetText("트럭의 보인다")
	f.CursorColumn = 4
	test.Type(f, "=냉=")
	if f.Text != "트럭의 냉장고보인다" || f.CursorTextOffset() != 7 {
		t.Errorf("the text is %q, the cursor at %d", f.Text, f.CursorTextOffset())
	}
}

func TestCodesExpandInALongTextThatWraps(t *testing.T) {
	f := NewTextField()
	f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
	typingWindow(t, f)
	before := "A caption that is long enough for several rows\nand has two paragraphs with "
	test.Type(f, before+"=rf= and =rf=")
	if want := before + "household refrigerators and household refrigerators"; f.Text != want {
		t.Errorf("the text is %q", f.Text)
	}
}

// Undo brings the code back, and then what was typed before it; redo the
// replacement, in one step each.
func TestUndoOfAnExpansion(t *testing.T) {
	f := NewTextField()
	typingWindow(t, f)
	test.Type(f, "Two =rf=")
	changes := 0
	f.OnChanged = func(string) { changes++ }
	undo, redo := func() { f.TypedShortcut(&fyne.ShortcutUndo{}) }, func() { f.TypedShortcut(&fyne.ShortcutRedo{}) }
	undo()
	if f.Text != "Two =rf=" || f.CursorTextOffset() != 8 || changes != 1 {
		t.Fatalf("undo gives %q, the cursor is at %d, %d changes", f.Text, f.CursorTextOffset(), changes)
	}
	redo()
	if f.Text != "Two household refrigerators" || changes != 2 {
		t.Errorf("redo gives %q", f.Text)
	}
	undo()
	test.Type(f, " and =rf=") // what is typed on stays alone in what it undoes
	if f.Text != "Two =rf= and household refrigerators" {
		t.Errorf("the text is %q", f.Text)
	}
	for undo(); strings.Contains(f.Text, "house"); undo() {
	}
	if f.Text != "Two =rf= and =rf=" {
		t.Errorf("undo gives %q", f.Text)
	}
	for range 30 {
		undo()
	}
	if f.Text != "" {
		t.Errorf("in the end undo gives %q", f.Text)
	}
	for range 60 {
		redo()
	}
	if f.Text != "Two =rf= and household refrigerators" {
		t.Errorf("in the end redo gives %q", f.Text)
	}
}

// What is typed right behind a replacement becomes a part of it for Fyne's undo.
func TestUndoWithATailBehindTheExpansion(t *testing.T) {
	f := NewTextField()
	typingWindow(t, f)
	test.Type(f, "Two =rf=s")
	f.Undo()
	if f.Text != "Two =rf=" {
		t.Errorf("undo gives %q", f.Text)
	}
}

func TestNothingExpands(t *testing.T) {
	f := NewTextField()
	around := typingWindow(t, f)
	test.Type(f, "=zz= ")
	f.Password = true
	test.Type(f, "=rf=")
	f.Password = false
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &pasted{"=rf="}})
	if f.Text != "=zz= =rf==rf=" {
		t.Errorf("the text is %q", f.Text)
	}
	f.SetText("")
	f.Disable()
	test.Type(f, "=rf=")
	if f.Text != "" {
		t.Errorf("the text is %q", f.Text)
	}
	f.Enable()
	around.Expand = nil
	test.Type(f, "=rf=")
	if f.Text != "=rf=" {
		t.Errorf("the text is %q", f.Text)
	}
}

func TestLateCharactersAreDropped(t *testing.T) {
	f := NewTextField()
	around := typingWindow(t, f)
	owed := 'ㅊ'
	around.Late = func(r rune) bool {
		late := r == owed
		owed = 0
		return late
	}
	test.Type(f, "ㅊ냉ㅊ")
	if f.Text != "냉ㅊ" {
		t.Errorf("the text is %q", f.Text)
	}
}

// A field that completes asks about the text that has the words.
func TestCodesExpandWhereTextIsCompleted(t *testing.T) {
	var asked []string
	e := NewCompleteEntry(func(text string, show func([]Option)) {
		asked = append(asked, text)
		show([]Option{{Text: "household refrigerators, new"}})
	})
	typingWindow(t, e)
	fyne.CurrentApp().Driver().CanvasForObject(e).Focus(e)
	for _, r := range "=rf=" {
		fyne.CurrentApp().Driver().CanvasForObject(e).Focused().TypedRune(r)
	}
	if e.Text != "household refrigerators" || asked[len(asked)-1] != e.Text || len(e.Options()) != 1 {
		t.Errorf("the text is %q, asked was %q", e.Text, asked)
	}
}

func TestFieldOutsideOfATyping(t *testing.T) {
	test.NewTempApp(t)
	f := NewTextField()
	test.NewTempWindow(t, f)
	test.Type(f, "=rf=")
	if f.Text != "=rf=" {
		t.Errorf("the text is %q", f.Text)
	}
}
