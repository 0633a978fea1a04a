package widgets

// selection is what is chosen in a list and how clicks and keys change it, as a file manager does. It knows nothing of
// pixels. Index -1 means none.
type selection struct {
	chosen Ranges
	anchor int // where a range begins that Shift draws out
	focus  int // the item the keyboard is at
}

// noSelection is the state before anything was clicked.
func noSelection() selection { return selection{anchor: -1, focus: -1} }

// reach says what a click or a move does to the items chosen before.
type reach struct {
	extend bool // Shift: take all from the anchor on
	keep   bool // Ctrl: leave what is chosen
}

// pick answers a click on, or a move to, the index i.
func (s *selection) pick(i int, r reach) {
	switch {
	case r.extend:
		s.extendTo(i, r.keep)
	case r.keep:
		s.toggle(i)
	default:
		s.chosen, s.anchor = Span(i, i+1), i
	}
	s.focus = i
}

// pickSpan answers a click on what stands for the indexes from up to, not including, to: Ctrl adds them, or takes them away
// when all are chosen.
func (s *selection) pickSpan(from, to int, r reach) {
	switch {
	case r.extend:
		s.extendTo(from, r.keep)
		s.chosen.Add(from, to)
	case r.keep && s.chosen.Covers(from, to):
		s.chosen.Remove(from, to)
		s.anchor = from
	case r.keep:
		s.chosen.Add(from, to)
		s.anchor = from
	default:
		s.chosen, s.anchor = Span(from, to), from
	}
	s.focus = from
}

// toggle changes the one item i and begins the next range there.
func (s *selection) toggle(i int) {
	s.chosen.Toggle(i)
	s.anchor, s.focus = i, i
}

func (s *selection) extendTo(i int, keep bool) {
	if s.anchor < 0 {
		s.anchor = max(s.focus, 0)
	}
	if !keep {
		s.chosen = Ranges{}
	}
	s.chosen.Add(min(s.anchor, i), max(s.anchor, i)+1)
}

// all chooses n items; the focus stays.
func (s *selection) all(n int) {
	s.chosen = Span(0, n)
	if s.focus < 0 && n > 0 {
		s.focus = 0
	}
}

// clear chooses nothing; the focus stays.
func (s *selection) clear() {
	s.chosen, s.anchor = Ranges{}, s.focus
}

// clamp drops what is not below n and reports whether something chosen was dropped.
func (s *selection) clamp(n int) bool {
	before := s.chosen
	for lo, hi := range before.Spans() {
		if hi > n {
			s.chosen.Remove(max(lo, n), hi)
		}
	}
	s.anchor = min(s.anchor, n-1)
	s.focus = min(s.focus, n-1)
	return !s.chosen.Equal(before)
}
