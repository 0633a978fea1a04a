package app

import (
	"context"

	"fyne.io/fyne/v2"

	"waybill/app/actions"
	"waybill/app/task"
	"waybill/catalog"
)

// readTemplates asks which templates there are, for the menu.
func (s *session) readTemplates() {
	task.Ask(s.tasks, &s.templating, func(ctx context.Context, tell func([]catalog.Template)) error {
		list, err := s.catalogue.Templates(ctx)
		if err == nil {
			tell(list)
		}
		return err
	}, func(list []catalog.Template) {
		same := len(list) == len(s.templates)
		for i := range list {
			same = same && list[i].Name == s.templates[i].Name && list[i].Key == s.templates[i].Key
		}
		if s.templates = list; !same {
			s.onMenu()
		}
	}, s.fail)
}

// templateEntries offers the templates, those of a digit with Ctrl and the digit.
func (w *Window) templateEntries() []actions.Entry {
	if w.session == nil {
		return nil
	}
	var entries []actions.Entry
	for _, t := range w.session.templates {
		e := actions.Entry{Label: t.Name, Off: !w.taggable(), Run: w.in(func(s *session) { s.applyTemplate(t.Name) })}
		if t.Key != "" && t.Key != "0" {
			key := actions.Ctrl(fyne.KeyName(t.Key))
			e.Key = &key
		}
		entries = append(entries, e)
	}
	return entries
}

// applyTemplate gives the selected photos the values of a template, in one step.
func (s *session) applyTemplate(name string) {
	photos := s.chosen()
	if len(photos) == 0 || s.catalogue.ReadOnly() || s.transfer.Open() {
		return
	}
	task.Run(s.tasks, func(ctx context.Context) (catalog.Step, error) {
		return s.catalogue.ApplyTemplate(ctx, name, photos, "")
	}, func(step catalog.Step, err error) {
		s.fail(err)
		if err == nil && step.ID == 0 {
			s.say(s.words.T("app.template.same", "name", name))
		}
		s.changes.stepped()
	})
}
