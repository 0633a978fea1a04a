package edtf

// span is from one end to another, both included; a single date is a span whose
// ends are the same and whose alone is set.
type span struct {
	from, to end
	alone    bool
}

// end is a date, open ("..") or unknown ("").
type end struct {
	kind  endKind
	point point
}

type endKind uint8

const (
	unknownEnd endKind = iota
	openEnd
	dated
)

func (e end) String() string {
	switch e.kind {
	case openEnd:
		return ".."
	case dated:
		return e.point.String()
	}
	return ""
}

func (e end) date() Date {
	if e.kind != dated {
		return Date{}
	}
	return singleDate(e.point)
}

func singleDate(p point) Date {
	e := end{kind: dated, point: p}
	return assemble(single, []span{{from: e, to: e, alone: true}})
}

// text writes the span as it stands in an interval, a set or alone.
func (s span) text(f form) string {
	switch {
	case s.alone:
		return s.from.String()
	case f == interval:
		return s.from.String() + "/" + s.to.String()
	case s.from.kind == dated && s.to.kind == dated:
		return s.from.String() + ".." + s.to.String()
	}
	return s.from.String() + s.to.String() // one of them is ".." already
}

// reversed tells whether the span ends before it begins.
func (s span) reversed() bool {
	return s.from.kind == dated && s.to.kind == dated && s.from.point.after(s.to.point)
}

// limits gives the first and last second of wall time. Where two clocks are
// involved the later instant may show the earlier time.
func (s span) limits() (first, last limit) {
	if s.from.kind == dated {
		first = limit{known: true, time: s.from.point.first()}
	}
	if s.to.kind == dated {
		last = limit{known: true, time: s.to.point.last()}
	}
	if first.known && last.known && last.time.Before(first.time) {
		first, last = last, first
	}
	return first, last
}
