package app

import (
	"testing"

	"waybill/app/actions"
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
