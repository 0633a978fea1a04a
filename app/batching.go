package app

// edit leads to the details of the goods of one photo, or to the panel in which
// many are edited together.
func (s *session) edit() {
	if s.chosenCount() > 1 {
		s.tag(s.inspector.OpenBatch)
		return
	}
	s.tag(s.inspector.EditDetails)
}
