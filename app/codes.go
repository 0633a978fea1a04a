package app

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"waybill/app/task"
	"waybill/catalog/codes"
)

// readCodes loads the codes that become words while somebody types, then goes on.
// Those of the user's own cannot be used when something is wrong with them.
func (s *session) readCodes(then func()) {
	type loaded struct {
		table *codes.Table
		err   error
	}
	task.Run(s.tasks, func(context.Context) (loaded, error) {
		table, err := s.catalogue.Codes()
		return loaded{table, err}, nil
	}, func(l loaded, _ error) {
		s.codes = s.choices.delimited(l.table)
		s.fail(l.err)
		then()
	})
}

// expand replaces a code before the cursor.
func (w *Window) expand(text string, cursor int) (string, int, bool) {
	if w.session == nil || w.session.codes == nil {
		return text, cursor, false
	}
	return w.session.codes.Expand(text, cursor, w.words.Language())
}

// showCodes reads the codes anew and lists them.
func (w *Window) showCodes() {
	s := w.session
	s.readCodes(func() {
		if w.session == s && s.codes != nil {
			w.listCodes(s.codes)
		}
	})
}

func (w *Window) listCodes(table *codes.Table) {
	list := table.Codes()
	around := table.Delimiters().Around
	first := list[0]
	rows := []fyne.CanvasObject{wrapped(w.words.T("help.codes", "code", around(first.Code), "text", first.Text(w.words.Language()),
		"korean", around(first.Code+":ko")))}
	for _, c := range list {
		texts := []string{c.Text(w.words.Language())}
		for _, text := range []string{c.Texts.English, c.Texts.Korean, c.Texts.Chinese} {
			if text != "" && !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
		}
		text := strings.Join(texts, " · ")
		if c.Own {
			text = w.words.T("help.own_code", "text", text)
		}
		rows = append(rows, helpRow(around(c.Code), text))
	}
	w.showHelp(w.words.T("menu.help.codes"), container.New(layout.NewCustomPaddedVBoxLayout(0), rows...))
}
