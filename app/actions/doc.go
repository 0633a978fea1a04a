// Package actions is the shape of the one list of what can be done in the window:
// the main menu, the single keys of the views, the command palette, the help of
// keys and docs/keys.md are all made from that list, so that they cannot differ.
// It knows no widgets, no texts and nothing about catalogues.
//
// # To add an action
//
// Append it to one of the functions of package app that make the list
// (app/list.go says which), and its text to assets/translations/en.json:
//
//	{
//		ID:      "menu.photo.rotate",                       // the text of the entry, and its place: Photo ▸ …
//		Keys:    []actions.Key{actions.Ctrl("B"), actions.Alone("O")},
//		Where:   actions.Gallery | actions.Loupe,           // where O means this
//		Enabled: w.taggable,                                // else it is grey, and its keys do nothing
//		Run:     w.in((*session).rotate),
//	}
//
// The ID without its last word is the menu: "menu.view.group.day" stands in the
// submenu "menu.view.group" of "menu.view". Line draws a line above the entry.
//
// # Keys
//
// A key with Ctrl or Alt is one of the main menu: it works everywhere, also in a
// text field, as long as the action is enabled. Fyne looks for one such key an
// entry. A key without them, such as I or Shift+G, works where a view of Where
// has the keyboard; letters and digits come through keys.Reader, so that they
// work under any input method. A key that a widget takes by itself (arrows in the
// gallery) is listed too, as an action without Run: it stands in the help and in
// docs/keys.md, and nothing else can get it.
//
// No two actions may have one key in one view, and every action has a label:
// Clashes finds the first, tests of package app look for both. After a change of
// keys bring docs/keys.md up to date: go test ./app -run TestKeysPage -update
package actions
