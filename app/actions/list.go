package actions

import (
	"fmt"
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
)

// List is the list of all actions, in the order of the menus.
type List struct{ all []Action }

// New makes a list.
func New(all ...[]Action) List { return List{slices.Concat(all...)} }

// All gives every action.
func (l List) All() []Action { return l.all }

// Find gives the action with an ID.
func (l List) Find(id string) (Action, bool) {
	return l.first(func(a Action) bool { return a.ID == id })
}

// Written gives the action of a character in a view, as keys.Reader tells it. With
// shift a capital letter means the key with Shift; else it is the same as a small one,
// for Caps Lock is no Shift.
func (l List) Written(where Scope, r rune, shift bool) (Action, bool) {
	if !shift {
		r = unicode.ToLower(r)
	}
	has := func(want rune) func(Action) bool {
		return func(a Action) bool { return a.Run != nil && a.Where&where != 0 && a.writes(want) }
	}
	if a, ok := l.first(has(r)); ok {
		return a, true
	}
	return l.first(has(unicode.ToLower(r))) // a letter that Shift does not change
}

// Pressed gives the action of a key that writes nothing in a view.
func (l List) Pressed(where Scope, name fyne.KeyName, mod fyne.KeyModifier) (Action, bool) {
	key := Key{usual(name), mod}
	return l.first(func(a Action) bool { return a.Run != nil && a.Where&where != 0 && slices.Contains(a.Keys, key) })
}

// In gives the actions with keys of their own in a view.
func (l List) In(where Scope) []Action {
	var in []Action
	for _, a := range l.all {
		if a.Where&where != 0 {
			in = append(in, a)
		}
	}
	return in
}

// Clashes says which keys two actions have in one view, which IDs there are twice,
// and which actions have keys that can do nothing.
func (l List) Clashes() []string {
	var found []string
	ids, everywhere, single := map[string]bool{}, map[Key]string{}, map[Scope]map[Key]string{}
	for _, s := range Scopes() {
		single[s] = map[Key]string{}
	}
	note := func(held map[Key]string, k Key, id, where string) {
		if other, ok := held[k]; ok {
			found = append(found, fmt.Sprintf("%s and %s both have %s%s", other, id, k, where))
		}
		held[k] = id
	}
	for _, a := range l.all {
		if ids[a.ID] {
			found = append(found, a.ID+" is there twice")
		}
		ids[a.ID] = true
		found = append(found, a.wrong()...)
		for _, k := range a.Keys {
			if k.Everywhere() && (a.Run != nil || a.Entries != nil) {
				note(everywhere, k, a.ID, "")
				continue
			}
			for _, s := range Scopes() {
				if a.Where&s != 0 {
					note(single[s], k, a.ID, " in "+s.Title())
				}
			}
		}
	}
	return found
}

// wrong says what is wrong with the keys of an action by itself.
func (a Action) wrong() []string {
	var found []string
	if len(a.Keys)-len(a.Single()) > 1 && a.Run != nil {
		found = append(found, a.ID+" has two keys for the menu, which knows one")
	}
	if k, ok := a.MenuKey(); ok && a.Run != nil && a.Menu() == "" {
		found = append(found, fmt.Sprintf("%s is in no menu, which would look for %s", a.ID, k))
	}
	if len(a.Single()) > 0 && a.Where == 0 {
		found = append(found, a.ID+" has a single key in no view")
	}
	if a.Run != nil && a.Entries != nil {
		found = append(found, a.ID+" both runs and has entries")
	}
	return found
}

func (a Action) writes(r rune) bool {
	return slices.ContainsFunc(a.Keys, func(k Key) bool { w, ok := k.Writes(); return ok && w == r })
}

func (l List) first(is func(Action) bool) (Action, bool) {
	if i := slices.IndexFunc(l.all, is); i >= 0 {
		return l.all[i], true
	}
	return Action{}, false
}
