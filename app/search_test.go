package app

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

func TestTypingSearchesAtEachLetter(t *testing.T) {
	d := deskWithFew(t)
	d.settle()
	var asked []string
	ask := d.session.search.onQuery
	d.session.search.onQuery = func(q catalog.Query, sort catalog.Sort) {
		asked = append(asked, q.String())
		ask(q, sort)
	}
	d.win.Canvas().Focus(d.session.search.entry)
	test.Type(d.session.search.entry, "item:refrigerator")
	d.until("it is found", func() bool { return d.found() == 1 && d.session.search.count.Text == "1 of 3" })
	if n := len(asked); n == 0 || asked[n-1] != "item:refrigerator" {
		t.Errorf("asked for %q", asked)
	}
	if got := d.session.search.problem.Visible(); got {
		t.Error("a mistake is told of what is right")
	}
}

func TestHalfAConditionIsNoMistakeYet(t *testing.T) {
	d := deskWithFew(t)
	d.settle()
	s := d.session.search
	d.win.Canvas().Focus(s.entry)
	test.Type(s.entry, "status:")
	s.read() // as the pause between two letters does
	if s.problem.Visible() || s.wrong == nil {
		t.Error("what is wrong is told at once")
	}
	d.until("it is told when nobody types", s.problem.Visible)
	test.Type(s.entry, "sanctioned")
	d.until("it is right now", func() bool { return !s.problem.Visible() && s.query.String() == "status:sanctioned" })
	test.Type(s.entry, " item:nothing")
	d.until("the name is not known", s.problem.Visible)
}

func TestTheTextBesideThePhotosIsTheSearch(t *testing.T) {
	d := deskWithFew(t)
	d.settle()
	s := d.session
	s.filters.OnText("item:refrig", false)
	d.until("it is found", func() bool { return d.found() == 1 && s.search.entry.Text == "item:refrig" })
	s.filters.OnText("item:refrigerator|tile", true)
	d.until("any of two", func() bool {
		return s.search.query.String() == "item:refrigerator|tile" && s.search.entry.Text == "item:refrigerator|tile"
	})
}
