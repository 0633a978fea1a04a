package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/assets"
	"waybill/catalog"
)

// shownText gives all texts of labels in what lies over the window.
func shownText(d *desk) string {
	var b strings.Builder
	for _, o := range test.LaidOutObjects(d.win.Canvas().Overlays().Top()) {
		if l, ok := o.(*widget.Label); ok {
			b.WriteString(l.Text + "\n")
		}
	}
	return b.String()
}

func TestKeysOfTheMenuAreListed(t *testing.T) {
	d := deskWithFew(t)
	d.showKeys()
	text := shownText(d)
	if !containsAll(text, "Gallery", "Shift+G", "Arrows, Page Up", "Ctrl+I", "Import folder…", "Ctrl+Shift+Z", "Alt+S", "Sanctioned") {
		t.Errorf("the keys are %s", text)
	}
}

func TestAboutHasTheFontsLicence(t *testing.T) {
	d := newDesk(t)
	d.showAbout()
	if text := shownText(d); !containsAll(text, "Droid Sans Fallback", string(assets.FontLicense())) {
		t.Errorf("it says %s", text)
	}
}

// Every example of the help is a query that can be understood.
func TestSearchHelpIsRight(t *testing.T) {
	d := newDesk(t)
	for _, line := range strings.Split(d.words.T("help.search"), "\n") {
		example, text, ok := strings.Cut(line, "\t")
		if _, err := catalog.ParseQuery(example); err != nil || !ok || text == "" {
			t.Errorf("%q: %v", line, err)
		}
	}
	if _, err := catalog.ParseQuery(strings.TrimPrefix(d.words.T("search.examples"), "Search: ")); err != nil {
		t.Error(err)
	}
}

func TestFrameGivesTheMiddleWhatIsLeft(t *testing.T) {
	test.NewTempApp(t)
	bar, side, middle := widget.NewLabel("bar"), widget.NewLabel("side"), container.NewStack()
	c := framed(frame{top: bar, left: side, middle: middle})
	c.Resize(fyne.NewSize(400, 300))
	if at, size := middle.Position(), middle.Size(); at.X != side.Size().Width || at.Y != bar.MinSize().Height ||
		at.X+size.Width != 400 || at.Y+size.Height != 300 {
		t.Errorf("the middle is at %v, %v large", at, size)
	}
	bar.Hide()
	c.Layout.Layout(nil, fyne.NewSize(400, 300))
	if middle.Size().Height != 300 {
		t.Errorf("without the bar the middle is %v high", middle.Size().Height)
	}
}
