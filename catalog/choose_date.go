package catalog

import (
	"time"

	"waybill/catalog/edtf"
)

// told is a claim about when something was.
type told struct {
	i      int // of the claim
	text   string
	lo, hi *time.Time // wall time as if it were UTC; nil is open
	wall   *time.Time // when it says the second, in wall time
	utc    *time.Time // when it says the second, in UTC
	offset string     // as it states it
	slack  time.Duration
}

const (
	// sameMoment is how far two clocks that tell of one press of a button may
	// be apart: a name is given before or after the shutter.
	sameMoment = 2 * time.Minute

	// zoneSlack is how far the clock that a file was saved by may be from that
	// of the place of capture: offsets go from -12:00 to +14:00.
	zoneSlack = 26 * time.Hour
)

// date follows who says when the photo was taken.
func (w *weighing) date() {
	var best *told
	var all []told
	for _, i := range w.order {
		t, ok := w.told(i)
		if !ok {
			continue
		}
		if w.impossible(t) {
			w.warn(WarnClock, w.claims[i])
			continue
		}
		all = append(all, t)
		switch {
		case best == nil:
			best = &t
		case compatible(*best, t):
			narrowed := narrow(*best, t)
			best = &narrowed
		default:
			w.warn(WarnDates, w.claims[best.i], w.claims[i])
		}
	}
	if best == nil {
		return
	}
	w.followed[best.i] = true
	d := &Date{EDTF: best.text, Earliest: best.lo, Latest: best.hi, Wall: best.wall, Origin: w.claims[best.i].Origin}
	w.offset(d, *best, all)
	w.chosen.Date = d
}

// told reads a claim as a time. What a file says of itself bounds what a screen
// showed; so does the time when it was saved, sent or captured off a screen.
func (w *weighing) told(i int) (told, bool) {
	c := w.claims[i]
	bound := w.ofScreen(c)
	slack := time.Duration(0)
	switch c.Property {
	case PropTaken:
	case PropSaved, PropReceived, PropScreenshot:
		bound, slack = true, zoneSlack
	default:
		return told{}, false
	}
	d, err := edtf.Parse(c.Value)
	if err != nil {
		return told{}, false
	}
	t := told{i: i, text: d.String(), slack: slack}
	t.lo, t.hi = d.Bounds()
	if exact, offset, ok := d.Exact(); ok {
		switch {
		case offset != edtf.UTC:
			t.wall, t.offset = &exact, offset
		case c.Origin == OriginFilename:
			t.utc, t.slack = &exact, 0
			w.localize(&t, exact)
		default: // programs write "Z" for the clock of the place as well as for UTC
			t.wall, t.offset = &exact, "+00:00"
		}
	}
	if bound {
		if t.hi == nil {
			return told{}, false
		}
		t.lo, t.wall, t.utc, t.offset = nil, nil, nil, ""
		t.text = boundText(nil, t.hi)
	}
	return t, true
}

// localize turns a time that is known in UTC into wall time: to the second when
// the place has one clock, else as widely as clocks can differ.
func (w *weighing) localize(t *told, utc time.Time) {
	offsets := w.placeOffsets(utc)
	least, most := offsetBounds(offsets)
	lo, hi := utc.Add(least), utc.Add(most)
	t.lo, t.hi = &lo, &hi
	if len(offsets) == 1 {
		t.wall, t.text = &lo, WallTime{Time: lo, Offset: offsets[0]}.String()
	}
}

// impossible reports a time that no photo has, only a clock that was not set:
// where clocks begin to count (Unix 1970, DOS 1980, QuickTime 1904, cameras
// 2000), or later than the photo came here.
func (w *weighing) impossible(t told) bool {
	if w.claims[t.i].Origin.IsPerson() {
		return false
	}
	if t.lo != nil && !w.at.Added.IsZero() && t.lo.After(w.at.Added.Add(maxOffset)) {
		return true
	}
	moment := t.wall
	if moment == nil {
		moment = t.utc
	}
	if moment == nil {
		return false
	}
	newYear := moment.YearDay() == 1
	switch moment.Year() {
	case 1970:
		return true
	case 1969:
		return moment.YearDay() == 365
	case 1904, 1980:
		return newYear
	case 2000:
		return newYear && moment.Hour() == 0 && moment.Minute() == 0
	}
	return false
}

// compatible reports whether both can be true.
func compatible(a, b told) bool {
	slack := max(a.slack, b.slack)
	if a.lo != nil && b.lo != nil {
		slack = max(slack, sameMoment)
		if a.wall == nil || b.wall == nil {
			slack = max(a.slack, b.slack)
		}
	}
	before := func(x, y *time.Time) bool { return x != nil && y != nil && x.Add(slack).Before(*y) }
	return !before(a.hi, b.lo) && !before(b.hi, a.lo)
}

// narrow gives what two compatible claims say together; a is the stronger.
func narrow(a, b told) told {
	lo, hi := later(a.lo, b.lo), earlier(a.hi, b.hi)
	switch {
	case lo != nil && hi != nil && hi.Before(*lo), same(lo, a.lo) && same(hi, a.hi):
		return a // they touch within the slack, or a says all that b says
	case same(lo, b.lo) && same(hi, b.hi):
		return b
	}
	a.lo, a.hi, a.wall, a.utc, a.text = lo, hi, nil, nil, boundText(lo, hi)
	return a
}

// boundText writes bounds as the EDTF set of one of the times between them
// (level 2, "One of a set"), by days where they are whole days.
func boundText(lo, hi *time.Time) string {
	const day = "2006-01-02"
	layout := wallLayout
	if (lo == nil || lo.Format("15:04:05") == "00:00:00") && (hi == nil || hi.Format("15:04:05") == "23:59:59") {
		layout = day
	}
	text := func(t *time.Time) string {
		if t == nil {
			return ""
		}
		return t.Format(layout)
	}
	if lo != nil && hi != nil && text(lo) == text(hi) {
		return text(lo)
	}
	return "[" + text(lo) + ".." + text(hi) + "]"
}

// later and earlier take nil for open, which any time narrows.
func later(a, b *time.Time) *time.Time {
	if a == nil || b != nil && b.After(*a) {
		return b
	}
	return a
}

func earlier(a, b *time.Time) *time.Time {
	if a == nil || b != nil && b.Before(*a) {
		return b
	}
	return a
}

func same(a, b *time.Time) bool {
	return a == b || a != nil && b != nil && a.Equal(*b)
}
