package app

import (
	"flag"
	"os"
	"runtime"
	"strings"
	"testing"

	"waybill/app/actions"
	"waybill/app/apptest"
	"waybill/app/present"
)

func TestNoTwoActionsShareAKey(t *testing.T) {
	w := &Window{}
	for _, clash := range w.newList().Clashes() {
		t.Error(clash)
	}
}

func TestEveryActionHasALabelAndAWay(t *testing.T) {
	d := newDesk(t)
	for _, a := range d.list.All() {
		if d.words.T(a.ID) == a.ID || (a.By != "" && d.words.T(a.By) == a.By) {
			t.Errorf("%s has no text", a.ID)
		}
		if menu := a.Menu(); menu != "" && d.words.T(menu) == menu {
			t.Errorf("the menu %s has no title", menu)
		}
		if len(a.Keys) == 0 && a.By == "" && a.Entries == nil {
			t.Errorf("%s has no key", a.ID)
		}
		if a.Run == nil && a.Entries == nil && a.Menu() != "" {
			t.Errorf("%s stands in a menu and does nothing", a.ID)
		}
	}
	for _, s := range actions.Scopes() {
		if d.words.T(s.Title()) == s.Title() {
			t.Errorf("view %d has no title", s)
		}
	}
}

// keysPage is docs/keys.md.
func keysPage(list actions.List, words *present.Words) string {
	var b strings.Builder
	b.WriteString("# Keys\n\nThis page is made from the list of actions of the window; a test compares them. Single keys work where a view has the keyboard,\n" +
		"under any input method; keys with Ctrl or Alt work everywhere, in text fields too. On a Mac, Ctrl is Command.\n")
	for _, g := range keyGroups(list, words, actions.Scopes()) {
		b.WriteString("\n## " + g.title + "\n\n| Keys | What they do |\n| --- | --- |\n")
		for _, r := range g.rows {
			b.WriteString("| " + strings.ReplaceAll(r.keys, "|", "\\|") + " | " + r.does + " |\n")
		}
	}
	return b.String()
}

// update writes what is compared with anew.
var update = flag.Bool("update", false, "write docs/keys.md anew")

// docs/keys.md has the keys that the window has.
func TestKeysPage(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("a Mac has other names for its keys")
	}
	const file = "../docs/keys.md"
	w := &Window{}
	want := keysPage(w.newList(), apptest.Words(t))
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil || string(got) != want {
		t.Errorf("docs/keys.md is stale (%v); run: go test ./app -run TestKeysPage -update", err)
	}
}
