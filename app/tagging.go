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
