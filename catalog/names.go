package catalog

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// MaxNames is how many bytes the names of an entry of the vocabulary have at
// most in one language.
const MaxNames = 4 << 10

// Clean takes the space around names, and more than one between words, away.
func (n Names) Clean() Names {
	for _, name := range n.fields() {
		*name = strings.Join(strings.Fields(*name), " ")
	}
	return n
}

// Check refuses names that nobody could read, too many of them, and none at all.
func (n Names) Check() error {
	for _, name := range n.fields() {
		if !legible(*name) {
			return &Error{Code: ErrInvalid, Op: "name", Subject: n.Label()}
		}
	}
	if n.English == "" && n.Korean == "" && n.Chinese == "" {
		return &Error{Code: ErrInvalid, Op: "name"}
	}
	return nil
}

// All lists what there is in each language, which may hold variants.
func (n Names) All() []string {
	return []string{n.English, n.Korean, n.KoreanNorth, n.Chinese, n.AlsoKnownAs}
}

func (n *Names) fields() []*string {
	return []*string{&n.English, &n.Korean, &n.KoreanNorth, &n.Chinese, &n.AlsoKnownAs}
}

// legible tells whether a text can be read, and is no longer than names may be.
func legible(text string) bool {
	return len(text) <= MaxNames && !strings.ContainsFunc(text, Unseen)
}

// Unseen knows control characters and those that turn the direction of writing.
func Unseen(c rune) bool {
	return unicode.IsControl(c) || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069
}

// heading is a chapter, heading or subheading of the Harmonized System, as in
// "8418.21", and what countries add to it.
var heading = regexp.MustCompile(`^\d{2}(\d{2}(\.?\d{2}){0,3})?$`)

// IsHS knows the form of headings of the Harmonized System, ";" between two; ""
// is none.
func IsHS(text string) bool {
	if text == "" {
		return true
	}
	for part := range strings.SplitSeq(text, ";") {
		if !heading.MatchString(strings.TrimSpace(part)) {
			return false
		}
	}
	return true
}

// Check refuses values that the fields of an item cannot hold.
func (i Item) Check() error {
	if !IsHS(i.HS) {
		return &Error{Code: ErrInvalid, Op: "hs", Subject: i.HS}
	}
	c := i.Caption
	for _, form := range []string{c.Singular, c.Plural, c.Korean, c.KoreanCounter, c.Chinese, c.ChineseCounter} {
		if !legible(form) {
			return &Error{Code: ErrInvalid, Op: "name", Subject: i.Names.Label()}
		}
	}
	return i.Names.Check()
}

// Check refuses values that the fields of a unit cannot hold.
func (u Unit) Check() error {
	if !legible(u.Plural) {
		return &Error{Code: ErrInvalid, Op: "name", Subject: u.Names.Label()}
	}
	return u.Names.Check()
}

// Check refuses values that the fields of a route cannot hold, and a route
// without a place.
func (r Route) Check() error {
	if r.Mode != "" && !slices.Contains(Modes(), r.Mode) {
		return &Error{Code: ErrInvalid, Op: "mode", Subject: string(r.Mode)}
	}
	if _, err := ParseDirection(string(r.Direction)); err != nil {
		return err
	}
	if len(r.Legs) == 0 {
		return &Error{Code: ErrInvalid, Op: "legs", Subject: r.Names.Label()}
	}
	for _, l := range r.Legs {
		if err := l.check(); err != nil {
			return err
		}
	}
	return r.Names.Check()
}

// MaxLegAccuracy is the widest honest radius of a leg, in metres.
const MaxLegAccuracy = 1e7

func (l Leg) check() error {
	if !slices.Contains(LegKinds(), l.Kind) {
		return &Error{Code: ErrInvalid, Op: "leg kind", Subject: l.Kind}
	}
	half := (l.Latitude == nil) != (l.Longitude == nil)
	if half || l.Latitude != nil && !onGlobe(*l.Latitude, *l.Longitude) {
		return &Error{Code: ErrInvalid, Op: "leg point", Subject: l.Names.Label()}
	}
	if l.Accuracy != nil && !(*l.Accuracy >= 0 && *l.Accuracy <= MaxLegAccuracy) {
		return &Error{Code: ErrInvalid, Op: "leg point", Subject: l.Names.Label()}
	}
	return l.Names.Check()
}
