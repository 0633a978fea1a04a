package actions

import (
	"runtime"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Key is a key of the keyboard with those held down: the letter, digit or mark
// that it writes (a capital letter, for I and for Shift+I), or the name that
// Fyne has for it.
type Key struct {
	Name fyne.KeyName
	Mod  fyne.KeyModifier
}

// Alone is a key without others; a mark such as ? is itself, whatever it takes to
// type it.
func Alone(name fyne.KeyName) Key { return Key{Name: name} }

// Shift is a key together with Shift.
func Shift(name fyne.KeyName) Key { return Key{name, fyne.KeyModifierShift} }

// Ctrl is a key with Ctrl, or with Command on a Mac.
func Ctrl(name fyne.KeyName) Key { return Key{name, fyne.KeyModifierShortcutDefault} }

// CtrlShift is a key with Ctrl and Shift, or with Command and Shift on a Mac.
func CtrlShift(name fyne.KeyName) Key {
	return Key{name, fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// Alt is a key with Alt.
func Alt(name fyne.KeyName) Key { return Key{name, fyne.KeyModifierAlt} }

// AltShift is a key with Alt and Shift.
func AltShift(name fyne.KeyName) Key { return Key{name, fyne.KeyModifierAlt | fyne.KeyModifierShift} }

// Everywhere tells whether the key works everywhere, in text fields too: Fyne
// looks for it in the main menu.
func (k Key) Everywhere() bool { return k.Mod&^fyne.KeyModifierShift != 0 }

// Writes gives what the key writes, as keys.Reader tells it: a small letter, a
// capital with Shift, a digit or a mark; false for any other key.
func (k Key) Writes() (rune, bool) {
	all := []rune(string(k.Name))
	if len(all) != 1 || k.Everywhere() {
		return 0, false
	}
	if k.Mod == 0 {
		return unicode.ToLower(all[0]), true
	}
	return unicode.ToUpper(all[0]), true
}

// Shortcut is the key as an entry of the main menu has it. Fyne has names of its
// own for the keys of text fields.
func (k Key) Shortcut() fyne.Shortcut {
	if k.Mod == fyne.KeyModifierShortcutDefault {
		switch k.Name {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		}
	}
	return &desktop.CustomShortcut{KeyName: k.Name, Modifier: k.Mod}
}

// String writes the key as its caps read: "Ctrl+Shift+Z".
func (k Key) String() string { return k.on(runtime.GOOS) }

// on writes the key as on a computer with an operating system.
func (k Key) on(system string) string {
	var b strings.Builder
	for _, m := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{
		{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierSuper, "⌘"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"},
	} {
		if k.Mod&m.modifier != 0 {
			b.WriteString(m.name)
		}
	}
	text := b.String() + caps(k.Name)
	if system != "darwin" {
		return text
	}
	return strings.NewReplacer("Ctrl+", "⌃", "Alt+", "⌥", "Shift+", "⇧").Replace(text)
}

// caps is what stands on a key.
func caps(name fyne.KeyName) string {
	switch name {
	case fyne.KeyReturn:
		return "Enter"
	case fyne.KeyBackspace:
		return "Backspace"
	case fyne.KeyPageUp:
		return "Page Up"
	case fyne.KeyPageDown:
		return "Page Down"
	case fyne.KeyMinus:
		return "−"
	}
	return string(name)
}

// usual is the key for which another one is the same.
func usual(name fyne.KeyName) fyne.KeyName {
	if name == fyne.KeyEnter { // of the block of digits
		return fyne.KeyReturn
	}
	return name
}
