package inspector

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
)

// stated is a field for what a person says about the photos in words of their
// own. While they type, a line below says what was understood, or what is wrong
// and where.
type stated struct {
	*field
	// explain says what a text means, at once or later, on the UI thread.
	explain func(text string, tell func(words string, err error))

	preview   *widget.Label
	explained string // the text that the preview is about, or will be
	asked     int    // counts the questions, so that an answer knows whether it is the latest's
	refusal   error  // of the text of the preview, when it was
}

// newStated makes a stated field; what is above its entry is the caller's.
func newStated(v *View, name, title string, input fyne.Focusable, entry *widget.Entry,
	understand func(text string) understanding,
) *stated {
	s := &stated{preview: newText(muted)}
	s.field = newField(v, name, title, input, entry, nil)
	s.field.understand, s.field.refused, s.field.follow = understand, s.insist, s.follow
	s.stays = true
	s.preview.Hide()
	return s
}

// section stands the field under a thin line: its title, then what is known,
// then the entry with what was understood.
func (s *stated) section(known, input fyne.CanvasObject) *fyne.Container {
	entry := container.New(&column{-look.Tight}, input, s.preview)
	return container.New(&column{-look.Tight}, newDivider(), s.line, known, s.counts, entry)
}

// follow keeps the preview in line with the text.
func (s *stated) follow() {
	text := s.entry.Text
	switch {
	case !s.dirty():
		s.say("", nil)
		s.explained = ""
	case strings.TrimSpace(text) == "":
		s.asked++
		s.explained = ""
		s.say(s.view.words.T("inspector.takes_back"), nil)
	case text != s.explained:
		s.explained = text
		s.asked++
		asked := s.asked
		s.explain(text, func(words string, err error) {
			if asked == s.asked && s.entry.Text == text && s.dirty() {
				s.say(words, err)
			}
		})
	}
}

// say shows what was understood, or what was not.
func (s *stated) say(words string, err error) {
	importance := widget.LowImportance
	if s.refusal = err; err != nil {
		words, importance = s.view.words.Error(err), widget.WarningImportance
	}
	if s.preview.Text == words && s.preview.Importance == importance {
		return
	}
	s.preview.Importance = importance
	s.preview.SetText(words)
	setVisible(s.preview, words != "")
	s.view.relayout()
}

// insist makes the line below the entry louder when Enter was pressed on a text
// that is not understood: all that is to say stands there.
func (s *stated) insist(err error) bool {
	if s.refusal == nil || s.view.words.Error(err) != s.preview.Text {
		return false
	}
	s.preview.Importance = widget.DangerImportance
	s.preview.Refresh()
	return true
}

// show tells the field what a person said before, whether that can be taken
// back, and what stands in an empty entry.
func (s *stated) show(own string, stated bool, placeholder string) {
	s.field.set(own, "", placeholder)
	setVisible(s.erase, stated && !s.view.locked)
}
