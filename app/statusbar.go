package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	look "waybill/app/theme"
	"waybill/catalog"
)

// statusBar is the line at the bottom: an import under way, how many photos are
// selected, and the last step, which a click takes back.
type statusBar struct {
	words    *present.Words
	selected *widget.Label
	undo     *widget.Button
	whole    fyne.CanvasObject
}

// newStatusBar makes the line; progress is what an import shows of itself.
func newStatusBar(words *present.Words, progress fyne.CanvasObject, undo func()) *statusBar {
	s := &statusBar{words: words, selected: widget.NewLabel(""), undo: widget.NewButtonWithIcon("", theme.ContentUndoIcon(), undo)}
	s.undo.Importance = widget.LowImportance
	s.undo.Hide()
	inset := layout.NewCustomPaddedLayout(0, 0, look.Space, look.Space)
	row := container.New(inset, container.NewBorder(nil, nil, nil, container.NewHBox(s.selected, s.undo), progress))
	s.whole = container.New(layout.NewCustomPaddedVBoxLayout(0), widget.NewSeparator(), row)
	return s
}

func (s *statusBar) object() fyne.CanvasObject { return s.whole }

// showSelected says how many photos are selected; nothing when none is.
func (s *statusBar) showSelected(n int) {
	text := ""
	if n > 0 {
		text = s.words.N("app.selected", n)
	}
	s.selected.SetText(text)
}

// maxStep is how many characters of a step the line shows.
const maxStep = 64

// showStep says which step can be taken back.
func (s *statusBar) showStep(undo *catalog.Step) {
	if undo == nil {
		s.undo.Hide()
		return
	}
	s.undo.SetText(s.words.T("menu.undo_step", "step", shorten(s.words.Step(*undo), maxStep)))
	s.undo.Show()
	s.whole.Refresh() // Fyne does not look by itself at what was never shown
}

// shorten cuts a text to so many characters, and says so by … at its end.
func shorten(text string, limit int) string {
	if runes := []rune(text); len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return text
}
