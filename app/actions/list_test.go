package actions

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func do() {}

func TestKeysFindTheirAction(t *testing.T) {
	l := New([]Action{
		{ID: "menu.a.cite", Keys: []Key{Alt(fyne.KeyC), Alone(fyne.KeyG)}, Where: Gallery, Run: do},
		{ID: "menu.a.archive", Keys: []Key{Shift(fyne.KeyG)}, Where: Gallery, Run: do},
		{ID: "menu.a.item", Keys: []Key{Alone(fyne.KeyI)}, Where: Gallery | Loupe, Run: do},
		{ID: "menu.a.help", Keys: []Key{Alone("?")}, Where: Views, Run: do},
		{ID: "menu.a.next", Keys: []Key{Alone(fyne.KeyReturn)}, Where: Gallery, Run: do},
		{ID: "keys.move", Keys: []Key{Alone(fyne.KeyUp)}, Where: Gallery},
	})
	for _, c := range []struct {
		where Scope
		r     rune
		shift bool
		want  string
	}{
		{Gallery, 'g', false, "menu.a.cite"},
		{Gallery, 'G', true, "menu.a.archive"},
		{Gallery, 'G', false, "menu.a.cite"}, // Caps Lock
		{Gallery, 'I', true, "menu.a.item"},
		{Loupe, 'i', false, "menu.a.item"},
		{Loupe, 'g', false, ""},
		{Law, '?', true, "menu.a.help"},
		{Gallery, 'z', false, ""},
	} {
		if a, _ := l.Written(c.where, c.r, c.shift); a.ID != c.want {
			t.Errorf("%c in %d, with Shift %t: %q, want %q", c.r, c.where, c.shift, a.ID, c.want)
		}
	}
	for name, want := range map[fyne.KeyName]string{fyne.KeyReturn: "menu.a.next", fyne.KeyEnter: "menu.a.next", fyne.KeyUp: "", fyne.KeyEnd: ""} {
		if a, _ := l.Pressed(Gallery, name, 0); a.ID != want {
			t.Errorf("%s: %q, want %q", name, a.ID, want)
		}
	}
}

func TestClashesAreFound(t *testing.T) {
	l := New([]Action{
		{ID: "menu.a.b", Keys: []Key{Ctrl(fyne.KeyB), Alone(fyne.KeyB)}, Where: Gallery, Run: do},
		{ID: "menu.a.c", Keys: []Key{Ctrl(fyne.KeyB)}, Run: do},
		{ID: "keys.d", Keys: []Key{Alone(fyne.KeyB)}, Where: Gallery | Loupe},
		{ID: "menu.a.e", Keys: []Key{Alone(fyne.KeyB)}, Where: Law, Run: do}, // in another view
		{ID: "menu.a.e", Run: do},
		{ID: "menu.a.f", Keys: []Key{Ctrl(fyne.KeyF), Alt(fyne.KeyF)}, Run: do},
		{ID: "g", Keys: []Key{Ctrl(fyne.KeyG)}, Run: do},
		{ID: "menu.a.h", Keys: []Key{Alone(fyne.KeyH)}, Run: do},
		{ID: "menu.a.i", Run: do, Entries: func() []Entry { return nil }},
	})
	found := l.Clashes()
	for _, want := range []string{
		"menu.a.b and menu.a.c both have Ctrl+B", "menu.a.b and keys.d both have B in keys.gallery", "menu.a.e is there twice",
		"menu.a.f has two keys for the menu", "g is in no menu", "menu.a.h has a single key in no view", "menu.a.i both runs and has entries",
	} {
		if !slices.ContainsFunc(found, func(s string) bool { return strings.HasPrefix(s, want) }) {
			t.Errorf("not found: %s", want)
		}
	}
	if len(found) != 7 {
		t.Errorf("found %q", found)
	}
}

func TestKeysAreWritten(t *testing.T) {
	for want, key := range map[string]Key{
		"Ctrl+Shift+Z": {fyne.KeyZ, fyne.KeyModifierControl | fyne.KeyModifierShift}, "Alt+4": Alt(fyne.Key4), "Enter": Alone(fyne.KeyReturn),
		"Backspace": Alone(fyne.KeyBackspace), "Page Up": Alone(fyne.KeyPageUp), "Shift+G": Shift(fyne.KeyG), "−": Alone(fyne.KeyMinus), "?": Alone("?"),
	} {
		if got := key.on("linux"); got != want {
			t.Errorf("%+v is written %q, want %q", key, got, want)
		}
	}
	if got := (Key{fyne.KeyZ, fyne.KeyModifierSuper | fyne.KeyModifierShift}).on("darwin"); got != "⌘⇧Z" {
		t.Errorf("on a Mac it is %q", got)
	}
}

func TestWhatIsOffIsNotDone(t *testing.T) {
	done := 0
	a := Action{ID: "menu.a.b", Enabled: func() bool { return done == 0 }, Run: func() { done++ }}
	if !a.Do() || a.Do() || done != 1 {
		t.Errorf("it was done %d times", done)
	}
	Entry{Off: true, Run: func() { done++ }}.Do()
	if done != 1 {
		t.Error("an entry that is off was chosen")
	}
}
