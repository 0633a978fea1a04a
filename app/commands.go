package app

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"waybill/app/actions"
	"waybill/app/palette"
	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
)

// maxLately is how many actions stand first that were run from the palette.
const maxLately = 5

// commands is the command palette of the window.
type commands struct {
	view   *palette.View // nil before the first time
	lately []string      // IDs of what was run last, the last first
}

// showCommands opens the palette over the window, unless a dialog lies there, or
// closes it.
func (w *Window) showCommands() {
	c := w.win.Canvas()
	if v := w.commands.view; v != nil && v.Visible() {
		v.Close()
		return
	}
	if list, ok := c.Focused().(interface{ Field() *widgets.CompleteEntry }); ok {
		list.Field().CloseOptions()
	}
	if c.Overlays().Top() != nil {
		return
	}
	v := palette.Open(c, w.words.T("palette.hint"), w.words.T("palette.nothing"), w.lines())
	v.OnRun = w.commands.ran
	w.commands.view = v
	if w.session != nil {
		w.session.findSearches(v)
	}
}

// ran remembers what was run.
func (c *commands) ran(id string) {
	c.lately = slices.DeleteFunc(c.lately, func(other string) bool { return other == id })
	c.lately = slices.Insert(c.lately, 0, id)
	c.lately = c.lately[:min(len(c.lately), maxLately)]
}

// lines lists what the palette offers: what was run last, then the list of
// actions in its order.
func (w *Window) lines() []palette.Line {
	var lines []palette.Line
	for _, a := range w.list.All() {
		menu := ""
		if id := a.Menu(); id != "" {
			menu = w.words.T(id)
		}
		if a.Entries != nil {
			for _, e := range a.Entries() {
				l := palette.Line{ID: a.ID + "\n" + e.Label, Label: e.Label, Of: w.words.T(a.ID), Off: e.Off, Run: e.Do}
				if e.Key != nil {
					l.Key = e.Key.String()
				}
				lines = append(lines, l)
			}
			continue
		}
		if a.Run == nil || a.ID == paletteID {
			continue
		}
		lines = append(lines, palette.Line{ID: a.ID, Label: w.label(a), Of: menu, Key: w.keyNow(a), Off: !a.On(), Run: func() { a.Do() }})
	}
	lines = append(lines, w.templateLines()...)
	slices.SortStableFunc(lines, func(a, b palette.Line) int { return w.commands.since(a.ID) - w.commands.since(b.ID) })
	return lines
}

// templateLines offer the templates that no key stands for; those with one are
// actions.
func (w *Window) templateLines() []palette.Line {
	if w.session == nil {
		return nil
	}
	var lines []palette.Line
	for _, t := range w.session.patterns.list {
		if t.Key == "" {
			lines = append(lines, palette.Line{
				ID: "template\n" + t.Name, Label: t.Name, Of: w.words.T("palette.template"), Off: !w.taggable(),
				Run: w.in(func(s *session) { s.giveTemplate(t.Name) }),
			})
		}
	}
	return lines
}

// since is how many other actions were run after one.
func (c *commands) since(id string) int {
	if at := slices.Index(c.lately, id); at >= 0 {
		return at
	}
	return maxLately
}

// keyNow is the shortest key of an action where the keyboard is: a single one of
// the view, else the one of the menu.
func (w *Window) keyNow(a actions.Action) string {
	if w.session != nil && a.Where&w.session.scope() != 0 {
		if single := a.Single(); len(single) > 0 {
			return single[0].String()
		}
	}
	if k, ok := a.MenuKey(); ok {
		return k.String()
	}
	return ""
}

// findSearches adds the saved searches to the palette as soon as they are read.
func (s *session) findSearches(v *palette.View) {
	task.Ask(s.tasks, &s.searching, func(ctx context.Context, tell func([]catalog.SavedSearch)) error {
		list, err := s.catalogue.SavedSearches(ctx)
		if err == nil {
			tell(list)
		}
		return err
	}, func(list []catalog.SavedSearch) {
		var lines []palette.Line
		for _, saved := range list {
			q, err := catalog.ParseQuery(saved.Query)
			lines = append(lines, palette.Line{
				ID: "search\n" + saved.Name, Label: saved.Name, Of: s.words.T("palette.search"), Off: err != nil || saved.Err != nil,
				Run: func() { s.toGallery(); s.search.setQuery(q) },
			})
		}
		if v.Visible() {
			v.Add(lines)
		}
	}, s.fail)
}

// paletteID is the action that opens the palette, which does not offer itself.
const paletteID = "menu.help.palette"

// paletteAction opens the palette.
func (w *Window) paletteAction() actions.Action {
	return actions.Action{ID: paletteID, Keys: []actions.Key{actions.Ctrl(fyne.KeyK)}, Run: w.showCommands}
}
