package inspector

import (
	"slices"
	"time"

	"waybill/app/present"
	"waybill/catalog"
	"waybill/catalog/edtf"
	"waybill/catalog/workspace"
)

// evidence is what is claimed besides what was chosen.
type evidence struct {
	conflicts []conflict
	lines     []line
}

// line is one claim in words, and what it would be as a person's own.
type line struct {
	text   string
	reason string             // why it is not followed, "" when that needs no words
	use    *catalog.Statement // nil when it cannot be taken over
}

// conflict is two claims that cannot both be true.
type conflict struct{ followed, other line }

// Warnings whose claims stand side by side.
var (
	pairedDates  = []catalog.WarningCode{catalog.WarnDates, catalog.WarnOffset}
	pairedPlaces = []catalog.WarningCode{catalog.WarnShifted, catalog.WarnPlaces}
	paired       = slices.Concat(pairedDates, pairedPlaces)
)

// aboutDates gathers the claims about when, but those that say what was chosen.
func aboutDates(w *present.Words, a *workspace.Assessment) evidence {
	g := gathering{words: w, assessed: a, use: takenAs, told: map[catalog.Claim]bool{}}
	for _, code := range pairedDates {
		g.pair(code)
	}
	for i, c := range a.Claims {
		if slices.Contains(dateProperties, c.Property) && !a.Followed[i] && !agrees(a, c) && !echoes(a, c) {
			g.add(c)
		}
	}
	return g.evidence
}

// dateProperties are those that bear upon the date.
var dateProperties = []catalog.Property{
	catalog.PropTaken, catalog.PropDigitized, catalog.PropModified, catalog.PropSaved, catalog.PropReceived, catalog.PropScreenshot,
}

// echoes tells whether a file only repeats, as the time of digitizing or of the
// last change, when the photo was taken.
func echoes(a *workspace.Assessment, c catalog.Claim) bool {
	return c.Property != catalog.PropTaken && slices.ContainsFunc(a.Claims, func(o catalog.Claim) bool {
		return o.Property == catalog.PropTaken && o.Origin == c.Origin && o.Value == c.Value
	})
}

// agreeing names those who say what was chosen, who said it first.
func agreeing(w *present.Words, a *workspace.Assessment) []string {
	names := []string{w.Origin(a.Date.Origin)}
	for _, c := range a.Claims {
		if name := w.Origin(c.Origin); c.Property == catalog.PropTaken && agrees(a, c) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// agrees tells whether a claim says no more and no less than what was chosen.
func agrees(a *workspace.Assessment, c catalog.Claim) bool {
	if a.Date == nil || c.Property == catalog.PropSaved || c.Property == catalog.PropReceived || c.Property == catalog.PropScreenshot {
		return false
	}
	d, err := edtf.Parse(c.Value)
	if err != nil {
		return false
	}
	first, last := d.Bounds()
	return sameTime(first, a.Date.Earliest) && sameTime(last, a.Date.Latest)
}

func sameTime(a, b *time.Time) bool { return a == b || a != nil && b != nil && a.Equal(*b) }

// takenAs is a claim about when as a person's own statement. A time of saving
// bounds the capture by its day; what is only known in UTC, by the day that any
// clock showed then.
func takenAs(c catalog.Claim) *catalog.Statement {
	value := c.Value
	switch c.Property {
	case catalog.PropTaken, catalog.PropDigitized, catalog.PropGPSTime:
	default:
		d, err := edtf.Parse(value)
		if err != nil {
			return nil
		}
		_, last := d.Bounds()
		if last == nil {
			return nil
		}
		day := *last
		if _, offset, _ := d.Exact(); offset == edtf.UTC {
			day = day.Add(eastmost)
		}
		until, err := edtf.Between(edtf.Date{}, edtf.Of(day, edtf.Day))
		if err != nil {
			return nil
		}
		value = until.String()
	}
	return &catalog.Statement{Property: catalog.PropTaken, Raw: value, Value: value}
}

// eastmost is the offset from UTC of the clocks that are the furthest ahead.
const eastmost = 14 * time.Hour

// gathering turns claims into lines, each claim once.
type gathering struct {
	evidence
	words    *present.Words
	assessed *workspace.Assessment
	use      func(catalog.Claim) *catalog.Statement
	told     map[catalog.Claim]bool
}

// pair sets the claims of warnings side by side: those with the claim that is
// followed, or all where none of them is.
func (g *gathering) pair(code catalog.WarningCode) {
	var all, followed []conflict
	for _, x := range g.assessed.Warnings {
		if x.Code != code || len(x.Claims) < 2 {
			continue
		}
		c := conflict{g.line(x.Claims[0]), g.line(x.Claims[1])}
		all = append(all, c)
		if g.followed(x.Claims[0]) {
			c.followed.use = nil
			followed = append(followed, c)
		}
	}
	if len(followed) > 0 {
		all = followed
	}
	g.conflicts = append(g.conflicts, all...)
	for _, x := range g.assessed.Warnings {
		if x.Code == code {
			for _, c := range x.Claims {
				g.told[c] = true
			}
		}
	}
}

func (g *gathering) followed(c catalog.Claim) bool {
	i := slices.Index(g.assessed.Claims, c)
	return i >= 0 && g.assessed.Followed[i]
}

func (g *gathering) add(c catalog.Claim) {
	if !g.told[c] {
		g.told[c] = true
		g.lines = append(g.lines, g.line(c))
	}
}

func (g *gathering) line(c catalog.Claim) line {
	l := line{text: g.words.Claim(c), reason: g.reason(c)}
	if c.Value != "" && l.reason == "" && c.Origin != catalog.OriginEditor {
		l.use = g.use(c)
	}
	return l
}

// reason says why a claim cannot be followed as it stands.
func (g *gathering) reason(c catalog.Claim) string {
	for _, x := range g.assessed.Warnings {
		if (x.Code == catalog.WarnClock || x.Code == catalog.WarnScene) && slices.Contains(x.Claims, c) {
			return g.words.Warning(x.Code)
		}
	}
	return ""
}

// aboutPlaces gathers the claims about where the camera stood, but the one that
// was chosen.
func aboutPlaces(w *present.Words, a *workspace.Assessment) evidence {
	g := gathering{words: w, assessed: a, use: placeAs, told: map[catalog.Claim]bool{}}
	for _, code := range pairedPlaces {
		g.pair(code)
	}
	for i, c := range a.Claims {
		if slices.Contains(placeProperties, c.Property) && !a.Followed[i] {
			g.add(c)
		}
	}
	return g.evidence
}

// placeProperties are those about where the camera stood.
var placeProperties = []catalog.Property{catalog.PropPosition, catalog.PropPlace, catalog.PropLocation}

// placeAs is a claim about where as a person's own statement.
func placeAs(c catalog.Claim) *catalog.Statement {
	var p catalog.Place
	switch c.Property {
	case catalog.PropPosition:
		lat, lon, ok := catalog.ParsePosition(c.Value)
		if !ok {
			return nil
		}
		p = catalog.Place{Latitude: &lat, Longitude: &lon, Precision: catalog.PrecisionExact}
	case catalog.PropPlace:
		var err error
		if p, err = catalog.ParsePlace(c.Value); err != nil {
			return nil
		}
	default:
		p = catalog.Place{Name: c.Value, Precision: catalog.PrecisionLocality}
	}
	return &catalog.Statement{Property: catalog.PropPlace, Raw: p.Label(), Value: p.Value()}
}
