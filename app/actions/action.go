package actions

import "strings"

// Scope is a set of views.
type Scope uint16

// The views that a single key can belong to.
const (
	Gallery Scope = 1 << iota
	Loupe
	Versions
	Law
	History
	Vocabulary
	Field // a text field: only for keys that it takes by itself
	lastScope

	// Photos are the views with photos to tag.
	Photos = Gallery | Loupe | Versions | Law
	// Views are all views of an open catalogue.
	Views = Photos | History | Vocabulary
)

// Scopes lists the views one by one, in the order of the help.
func Scopes() []Scope {
	var all []Scope
	for s := Gallery; s < lastScope; s <<= 1 {
		all = append(all, s)
	}
	return all
}

// Title is the key of the text that names a single view.
func (s Scope) Title() string {
	return map[Scope]string{
		Gallery: "keys.gallery", Loupe: "keys.loupe", Versions: "keys.versions", Law: "keys.law", History: "keys.history", Vocabulary: "keys.vocabulary", Field: "keys.field",
	}[s]
}

// Action is something that can be done in the window. The functions are for the UI
// thread and ask for the state of the moment; those that are nil are said.
type Action struct {
	// ID is the key of the text of the action and says in which menu it stands:
	// the text of "menu.photo.place" is in the menu "menu.photo". An ID that does
	// not begin with "menu." is in none.
	ID    string
	Keys  []Key  // what the menu shows first
	Where Scope  // the views in which keys without Ctrl or Alt mean this
	By    string // key of a text that says how, in the place of Keys: "Drag"; "" for none
	Line  bool   // a line above it in the menu
	Typed bool   // its key is for a text field first, so that Run is called and asks that when it is not enabled, too

	Label   func() string  // what it would do now; nil: always the text of ID
	Enabled func() bool    // nil: always
	Checked func() bool    // whether it has a tick; nil: it never has
	Run     func()         // nil: a widget takes the key by itself
	Entries func() []Entry // in the place of Run: a submenu of what is there at the moment
}

// Entry is one of what an action offers at the moment: a recent catalogue, a
// saved search.
type Entry struct {
	Label   string
	Key     *Key // nil: none
	Off     bool // it cannot be chosen now
	Checked bool
	Run     func()
}

// Do does what the entry is for, if it can be chosen now.
func (e Entry) Do() {
	if !e.Off {
		e.Run()
	}
}

// Menu gives the key of the text of the menu or submenu in which the action
// stands, "" for none.
func (a Action) Menu() string {
	if !strings.HasPrefix(a.ID, "menu.") {
		return ""
	}
	return a.ID[:strings.LastIndex(a.ID, ".")]
}

// On tells whether the action can be done now.
func (a Action) On() bool { return a.Enabled == nil || a.Enabled() }

// Ticked tells whether the action has a tick now.
func (a Action) Ticked() bool { return a.Checked != nil && a.Checked() }

// Do does the action if it can be done now, and tells whether it could.
func (a Action) Do() bool {
	if a.Run == nil || !a.On() {
		return false
	}
	a.Run()
	return true
}

// MenuKey is the key with Ctrl or Alt, if there is one.
func (a Action) MenuKey() (Key, bool) {
	for _, k := range a.Keys {
		if k.Everywhere() {
			return k, true
		}
	}
	return Key{}, false
}

// Single are the keys without Ctrl or Alt.
func (a Action) Single() []Key {
	var single []Key
	for _, k := range a.Keys {
		if !k.Everywhere() {
			single = append(single, k)
		}
	}
	return single
}
