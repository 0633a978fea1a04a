package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"waybill/app/actions"
	"waybill/app/present"
)

// keyGroup are keys that belong together, under a title.
type keyGroup struct {
	title string
	rows  []keyRow
}

// keyRow says what keys do.
type keyRow struct{ keys, does string }

// keyGroups lists all keys: those of some views, one after the other, then those
// that work everywhere, by the menus.
func keyGroups(list actions.List, words *present.Words, views []actions.Scope) []keyGroup {
	var groups []keyGroup
	for _, view := range views {
		g := keyGroup{title: words.T(view.Title())}
		for _, a := range list.In(view) {
			g.rows = append(g.rows, keyRow{keysText(words, a, a.Single()), words.T(a.ID)})
		}
		groups = append(groups, g)
	}
	for _, menu := range menus() {
		g := keyGroup{title: words.T(menu)}
		for _, a := range list.All() {
			if k, ok := a.MenuKey(); ok && (a.Menu() == menu || strings.HasPrefix(a.Menu(), menu+".")) {
				does := words.T(a.ID)
				if a.Menu() != menu {
					does = words.T(a.Menu()) + " › " + does
				}
				g.rows = append(g.rows, keyRow{k.String(), does})
			}
		}
		groups = append(groups, g)
	}
	return groups
}

// keysText writes the keys of an action in a view, or how else it is done.
func keysText(words *present.Words, a actions.Action, keys []actions.Key) string {
	if a.By != "" {
		return words.T(a.By)
	}
	if len(keys) == 0 {
		keys = a.Keys
	}
	texts := make([]string, len(keys))
	for i, k := range keys {
		texts[i] = k.String()
	}
	return strings.Join(texts, ", ")
}

// showKeys lists the keys of the view of the moment and those that work
// everywhere, then those of the other views.
func (w *Window) showKeys() {
	views := actions.Scopes()
	if w.session != nil {
		here := w.session.scope()
		views = slices.DeleteFunc(views, func(s actions.Scope) bool { return s == here })
		views = slices.Insert(views, 0, here)
	}
	var rows []fyne.CanvasObject
	for _, g := range keyGroups(w.list, w.words, views) {
		title := widget.NewLabel(g.title)
		title.TextStyle.Bold = true
		rows = append(rows, title)
		for _, r := range g.rows {
			rows = append(rows, helpRow(r.keys, r.does))
		}
	}
	w.showHelp(w.words.T("menu.help.keys"), container.New(layout.NewCustomPaddedVBoxLayout(0), rows...))
}
