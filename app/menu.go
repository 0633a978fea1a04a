package app

import (
	"strings"

	"fyne.io/fyne/v2"

	"waybill/app/actions"
)

// menus are the menus of the window from left to right, by the keys of their titles.
func menus() []string {
	return []string{"menu.file", "menu.edit", "menu.view", "menu.photo", "menu.tag", "menu.help"}
}

// refreshMenu brings the menu in line with what can be done now.
func (w *Window) refreshMenu() {
	main := fyne.NewMainMenu()
	for _, id := range menus() {
		main.Items = append(main.Items, w.menuOf(id))
	}
	w.win.SetMainMenu(main)
}

// menuOf makes a menu of the actions that belong to it; a submenu stands where its
// first action does.
func (w *Window) menuOf(id string) *fyne.Menu {
	menu := fyne.NewMenu(w.words.T(id))
	subs := map[string]bool{}
	for _, a := range w.list.All() {
		switch of := a.Menu(); {
		case of == id:
			if a.Line && len(menu.Items) > 0 {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			}
			menu.Items = append(menu.Items, w.entry(a))
		case strings.HasPrefix(of, id+".") && !subs[of]:
			subs[of] = true
			sub := w.menuOf(of)
			item := fyne.NewMenuItem(sub.Label, func() {})
			item.ChildMenu = sub
			item.Disabled = w.session == nil
			menu.Items = append(menu.Items, item)
		}
	}
	return menu
}

// entry is an action in the menu. When it is off, neither it nor its key does
// anything: Fyne runs the key of a disabled entry all the same.
func (w *Window) entry(a actions.Action) *fyne.MenuItem {
	item := fyne.NewMenuItem(w.label(a), func() {
		if a.Typed {
			a.Run() // asks by itself
		} else {
			a.Do()
		}
	})
	item.Disabled, item.Checked = !a.On(), a.Ticked()
	item.IsQuit = a.ID == "menu.file.quit"
	if k, ok := a.MenuKey(); ok {
		item.Shortcut = k.Shortcut()
	}
	if a.Entries != nil {
		item.ChildMenu = fyne.NewMenu("")
		for _, e := range a.Entries() {
			one := fyne.NewMenuItem(e.Label, e.Do)
			one.Disabled, one.Checked = e.Off, e.Checked
			if e.Key != nil {
				one.Shortcut = e.Key.Shortcut()
			}
			item.ChildMenu.Items = append(item.ChildMenu.Items, one)
		}
	}
	return item
}

// label names an action, by what it would do now.
func (w *Window) label(a actions.Action) string {
	if a.Label != nil {
		return a.Label()
	}
	return w.words.T(a.ID)
}
