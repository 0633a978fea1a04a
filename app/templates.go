package app

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"waybill/app/actions"
	"waybill/app/task"
	"waybill/app/templates"
	"waybill/catalog"
)

// templateSize is how large the sheet of templates is at most, in pixels.
var templateSize = fyne.NewSize(820, 560)

// patterns are the templates of a catalogue in the window.
type patterns struct {
	sheet   *templates.View
	list    []catalog.Template
	reading task.Latest
	dialog  dialog.Dialog // the open sheet, nil for none
}

// joinTemplates leads from templates to photos and back.
func (s *session) joinTemplates(w *Window) {
	p := &s.patterns
	p.sheet = templates.New(s.catalogue, s.tasks, s.words)
	p.sheet.OnStep = func(catalog.Step) { s.changes.stepped() }
	p.sheet.OnGive = s.giveTemplate
	p.sheet.OnClose = func() {
		if p.dialog != nil {
			p.dialog.Hide()
		}
	}
	s.inspector.OnKeep = func(edit func(context.Context) (catalog.Edit, error)) { s.showTemplates(w, edit) }
}

// readTemplates reads which templates there are, for the menu and its keys.
func (s *session) readTemplates() {
	task.Ask(s.tasks, &s.patterns.reading, func(ctx context.Context, tell func([]catalog.Template)) error {
		list, err := s.catalogue.Templates(ctx)
		if err == nil {
			tell(list)
		}
		return err
	}, func(list []catalog.Template) {
		same := slices.EqualFunc(list, s.patterns.list, func(a, b catalog.Template) bool { return a.Name == b.Name && a.Key == b.Key })
		s.patterns.list = list
		if !same {
			s.onMenu()
		}
	}, s.fail)
}

// showTemplates opens the sheet of templates. A new one is made of an edit, else
// of what was chosen for many photos, else of the photo that is selected.
func (s *session) showTemplates(w *Window, edit func(context.Context) (catalog.Edit, error)) {
	if s.transfer.Open() || s.patterns.dialog != nil {
		return
	}
	n := s.chosenCount()
	from := templates.Origin{Edit: edit, Title: s.words.T("templates.from_panel"), Locks: s.inspector.Locks()}
	if from.Edit == nil {
		from.Edit = s.inspector.Chosen()
	}
	if id, ok := s.lead(); from.Edit == nil && ok && n == 1 {
		from.Title = s.words.T("templates.from_photo", "id", id.String())
		from.Edit = func(ctx context.Context) (catalog.Edit, error) { return s.catalogue.Given(ctx, id) }
	}
	sheet := s.patterns.sheet
	sheet.Show(from, n)
	d := dialog.NewCustom(s.words.T("templates.title"), s.words.T("templates.close"), sheet.Object(), w.win)
	s.patterns.dialog = d
	w.ask(d)
	d.SetOnClosed(func() {
		w.closedDialog(d)
		s.patterns.dialog = nil
		s.focusMiddle()
	})
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(templateSize.Width, size.Width-32), min(templateSize.Height, size.Height-32)))
	sheet.Focus()
}

// applyTemplate gives the selected photos the values of the template on a key.
func (s *session) applyTemplate(key string) {
	i := slices.IndexFunc(s.patterns.list, func(t catalog.Template) bool { return t.Key == key })
	if i < 0 {
		s.say(s.words.T("templates.nothing_on", "key", key))
		return
	}
	s.give(s.patterns.list[i])
}

// giveTemplate gives the selected photos the values of a template.
func (s *session) giveTemplate(name string) {
	i := slices.IndexFunc(s.patterns.list, func(t catalog.Template) bool { return t.Name == name })
	if i >= 0 {
		s.give(s.patterns.list[i])
	}
}

func (s *session) give(t catalog.Template) {
	s.tag(func() { s.inspector.GiveTemplate(t.Name, t.Values.Locks) })
}

// templateActions are the sheet of templates and their keys.
func (w *Window) templateActions() []actions.Action {
	list := []actions.Action{{
		ID: "menu.tag.templates", Line: true, Keys: []actions.Key{actions.CtrlShift(fyne.KeyJ)}, Enabled: w.writable,
		Run: w.in(func(s *session) { s.showTemplates(w, nil) }),
	}}
	for i, id := range []string{
		"menu.tag.template.1", "menu.tag.template.2", "menu.tag.template.3", "menu.tag.template.4", "menu.tag.template.5",
		"menu.tag.template.6", "menu.tag.template.7", "menu.tag.template.8", "menu.tag.template.9",
	} {
		digit := strconv.Itoa(i + 1)
		list = append(list, actions.Action{
			ID: id, Keys: []actions.Key{actions.Ctrl(fyne.KeyName(digit))}, Enabled: w.taggable,
			Run:   w.in(func(s *session) { s.applyTemplate(digit) }),
			Label: func() string { return w.templateLabel(digit, id) },
		})
	}
	return list
}

// templateLabel names the template on a key.
func (w *Window) templateLabel(key, otherwise string) string {
	if w.session != nil {
		for _, t := range w.session.patterns.list {
			if t.Key == key {
				return w.words.T("menu.tag.template.named", "name", shorten(t.Name, maxStep))
			}
		}
	}
	return w.words.T(otherwise)
}
