package catalog

import (
	"slices"
	"time"

	"waybill/catalog/edtf"
)

// told is a claim about when something was, or what several say together.
type told struct {
	i      int   // of the claim
	also   []int // further claims that it takes an end from
	text   string
	lo, hi *time.Time // wall time as if it were UTC; nil is open
	wall   *time.Time // when it says the second, in wall time
	utc    *time.Time // when it says the second, in UTC
	offset string     // as it states it
	slack  time.Duration

	loMark, hiMark edtf.Qualifier
}

const (
	// sameMoment is how far two clocks that tell of one press of a button may
	// be apart: a name is given before or after the shutter.
	sameMoment = 2 * time.Minute

	// zoneSlack is how far the clock that a file was saved by may be from that
	// of the place of capture: offsets go from -12:00 to +14:00.
	zoneSlack = 26 * time.Hour

	// firstPhotograph is the year of Niépce's view from the window at Le Gras.
	firstPhotograph = 1826
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
			if w.claims[i].Property != PropDigitized { // the same clock says when it was taken
				w.warn(WarnClock, w.claims[i])
			}
			continue
		}
		if w.onlyBounds(w.claims[i]) {
			if t.hi == nil {
				continue
			}
			t = t.bound()
		}
		all = append(all, t)
		switch {
		case best == nil:
			best = &t
		case compatible(*best, t):
			if w.final(best.i) {
				continue
			}
			narrowed := narrow(*best, t)
			best = &narrowed
		default:
			w.warn(WarnDates, w.claims[best.i], w.claims[i])
		}
	}
	if best == nil {
		return
	}
	for _, i := range append(best.also, best.i) {
		w.followed[i] = true
	}
	w.checkGPSTime(*best)
	d := &Date{EDTF: best.text, Earliest: best.lo, Latest: best.hi, Wall: best.wall, Origin: w.claims[best.i].Origin}
	w.offset(d, *best, all)
	w.chosen.Date = d
}

// checkGPSTime warns when the receiver of the camera tells another day, in any
// zone there is.
func (w *weighing) checkGPSTime(best told) {
	for _, i := range w.order {
		utc, ok := gpsTime(w.claims[i])
		if !ok || w.ofScreen(w.claims[i]) {
			continue
		}
		if best.lo != nil && utc.Add(maxOffset+sameMoment).Before(*best.lo) || best.hi != nil && best.hi.Add(best.slack).Before(utc.Add(minOffset)) {
			w.warn(WarnDates, w.claims[best.i], w.claims[i])
		}
		return
	}
}

// told reads a claim as a time.
func (w *weighing) told(i int) (told, bool) {
	c := w.claims[i]
	switch c.Property {
	case PropTaken, PropDigitized, PropSaved, PropReceived, PropScreenshot:
	default:
		return told{}, false
	}
	d, err := edtf.Parse(c.Value)
	if err != nil {
		return told{}, false
	}
	t := told{i: i, text: d.String()}
	t.lo, t.hi = d.Bounds()
	t.loMark, t.hiMark = marks(d, t.lo, t.hi)
	if exact, offset, ok := d.Exact(); ok {
		switch {
		case offset != edtf.UTC:
			t.wall, t.offset = &exact, offset
		case c.Origin == OriginFilename:
			t.utc = &exact
			w.localize(&t, exact)
		default: // programs write "Z" for the clock of the place as well as for UTC
			t.wall, t.offset = &exact, "+00:00"
		}
	}
	return t, true
}

// marks gives the qualifiers of the ends that bound a date.
func marks(d edtf.Date, lo, hi *time.Time) (first, last edtf.Qualifier) {
	qualifier := func(d edtf.Date) (q edtf.Qualifier) {
		if d.Approximate() {
			q |= edtf.Approximate
		}
		if d.Uncertain() {
			q |= edtf.Uncertain
		}
		return q
	}
	for _, r := range d.Ranges() {
		if from, _ := r.From.Bounds(); same(from, lo) {
			first = qualifier(r.From)
		}
		if _, to := r.To.Bounds(); same(to, hi) {
			last = qualifier(r.To)
		}
	}
	return first, last
}

// onlyBounds reports whether a claim says no more than that the picture is not
// younger: what a file says of itself when it shows a screen, and the time when
// it was digitized, saved, sent or captured off a screen.
func (w *weighing) onlyBounds(c Claim) bool { return c.Property != PropTaken || w.ofScreen(c) }

// bound keeps of a time that nothing is later.
func (t told) bound() told {
	b := told{i: t.i, hi: t.hi, text: boundText(told{hi: t.hi})}
	if t.utc == nil {
		b.slack = zoneSlack
	}
	return b
}

// localize turns a time that is known in UTC into wall time: to the second when
// the place has one clock, else as widely as clocks can differ.
func (w *weighing) localize(t *told, utc time.Time) {
	offsets := w.placeOffsets(utc)
	least, most := offsetBounds(offsets)
	lo, hi := moved(utc, least), moved(utc, most)
	t.lo, t.hi = &lo, &hi
	if len(offsets) == 1 {
		t.wall, t.text = &lo, WallTime{Time: lo, Offset: offsets[0]}.String()
	}
}

// impossible reports a time that no photo has, only a clock that was not set:
// where clocks begin to count (Unix 1970, DOS 1980, QuickTime 1904, cameras
// 2000), before there was photography, or later than the photo came here.
func (w *weighing) impossible(t told) bool {
	if w.claims[t.i].Origin.IsPerson() || t.lo == nil {
		return false
	}
	if w.inFuture(t) {
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
	switch year := moment.Year(); year {
	case 1970:
		return true
	case 1969:
		return moment.YearDay() == 365
	case 1904, 1980:
		return newYear
	case 2000:
		return newYear && moment.Hour() == 0 && moment.Minute() == 0
	default:
		return year < firstPhotograph
	}
}

// inFuture reports whether a time is later than the photo came here, on any
// clock that a time without an offset may be of.
func (w *weighing) inFuture(t told) bool {
	ahead, from := maxOffset, *t.lo
	if t.utc != nil {
		ahead, from = sameMoment, *t.utc
	}
	return !w.at.Added.IsZero() && from.After(w.at.Added.Add(ahead))
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
	both := a
	ahi, bhi := a.hi, b.hi
	if a.lo != nil || b.lo != nil {
		ahi, bhi = a.certainly(), b.certainly()
	}
	both.hi = ahi
	if b.lo != nil && (a.lo == nil || b.lo.After(*a.lo)) {
		both.lo, both.loMark = b.lo, b.loMark
	}
	if bhi != nil && (ahi == nil || bhi.Before(*ahi)) {
		both.hi, both.hiMark = bhi, b.hiMark
	}
	switch {
	case both.lo != nil && both.hi != nil && both.hi.Before(*both.lo), same(both.lo, a.lo) && same(both.hi, a.hi):
		return a // they touch within the slack, or a says all that b says
	case same(both.lo, b.lo) && same(both.hi, b.hi):
		return b
	}
	both.also = append(slices.Clone(a.also), b.i)
	both.wall, both.utc, both.offset, both.slack = nil, nil, "", 0
	both.text = boundText(both)
	return both
}

// certainly gives the last moment that a time allows: of one without an offset,
// which may be by the clock of another place, the end of the day on which that
// moment can have been at all.
func (t told) certainly() *time.Time {
	if t.hi == nil || t.slack == 0 {
		return t.hi
	}
	y, m, d := moved(*t.hi, t.slack).Date()
	end := time.Date(y, m, d, 23, 59, 59, 0, time.UTC)
	return &end
}

// boundText writes bounds as the EDTF set of one of the times between them
// (level 2, "One of a set"), by days where they are whole days.
func boundText(t told) string {
	layout := wallLayout
	if (t.lo == nil || t.lo.Format(time.TimeOnly) == "00:00:00") && (t.hi == nil || t.hi.Format(time.TimeOnly) == "23:59:59") {
		layout = time.DateOnly
	}
	text := func(t *time.Time, mark edtf.Qualifier) string {
		if t == nil {
			return ""
		}
		return t.Format(layout) + mark.String()
	}
	from, to := text(t.lo, t.loMark), text(t.hi, t.hiMark)
	if t.lo != nil && from == to {
		return from
	}
	return "[" + from + ".." + to + "]"
}

func same(a, b *time.Time) bool {
	return a == b || a != nil && b != nil && a.Equal(*b)
}
