package app

import (
	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// badge gives the look of a status in the theme of the moment.
func badge(s catalog.Status) widgets.Badge { return look.Status(s, look.Variant()) }

// tag does something in the inspector with the photos that are selected.
func (s *session) tag(do func()) {
	if s.chosenCount() == 0 || s.catalogue.ReadOnly() || s.transfer.Open() {
		return
	}
	if !s.panes.right.Visible() {
		s.panes.toggleRight()
		s.onMenu()
	}
	do()
}

// take makes a judgement of what is suggested, or asks for the reason first.
func (s *session) take(because bool) {
	s.tag(func() { s.inspector.TakeSuggestion(because) })
}

// typed does what a letter means while the gallery has the keyboard.
func (s *session) typed(r rune) {
	switch r {
	case '/':
		s.find()
	case 'i', 'I':
		s.tag(s.inspector.FocusItem)
	case 'r', 'R':
		s.tag(s.inspector.FocusRoute)
	case 'c', 'C':
		s.tag(s.inspector.FocusCaption)
	case 'n', 'N':
		s.tag(s.inspector.FocusNote)
	case 'u', 'U':
		s.tag(s.inspector.FocusSource)
	case 'd', 'D':
		s.tag(s.inspector.FocusDate)
	case 'p', 'P':
		s.tag(s.inspector.FocusPlace)
	case 'k', 'K':
		s.tag(s.inspector.FocusKind)
	case 's', 'S':
		s.take(false)
	case 'b', 'B':
		s.take(true)
	case 'e', 'E':
		s.tag(s.inspector.EditDetails)
	case 'l', 'L':
		s.tag(s.inspector.JoinLot)
	case 'v', 'V':
		s.compareLead()
	case 'g', 'G':
		s.cite(citedFor(r))
	}
	for i, k := range statusKeys() {
		if digit := rune('1' + i); r == digit || (k.status == catalog.NotAssessed && r == '0') {
			s.tag(func() { s.inspector.SetStatus(k.status) })
		}
	}
}
