package places

import (
	"fmt"

	"waybill/catalog"
)

// Reason says why a text is not read as a place. Reasons are stable.
type Reason string

// Reasons.
const (
	ReasonEmpty      Reason = "empty"             // there is nothing but space
	ReasonTooLong    Reason = "too_long"          // longer than any place is written
	ReasonNotNumbers Reason = "not_coordinates"   // something that is no part of coordinates
	ReasonIncomplete Reason = "incomplete"        // only one coordinate, or none
	ReasonTooMany    Reason = "too_many_numbers"  // more numbers than two coordinates have
	ReasonLatitude   Reason = "latitude_range"    // beyond 90 degrees
	ReasonLongitude  Reason = "longitude_range"   // beyond 180 degrees
	ReasonSixty      Reason = "sixty"             // minutes or seconds of 60 or more
	ReasonFraction   Reason = "fraction"          // a fraction of a degree, and minutes after it
	ReasonOrder      Reason = "order"             // marks of degrees, minutes, seconds in disorder
	ReasonSameAxis   Reason = "same_axis"         // two latitudes or two longitudes
	ReasonSign       Reason = "sign"              // a sign besides N, S, E or W, or in the middle
	ReasonZero       Reason = "zero"              // 0, 0: what devices write that do not know
	ReasonGrid       Reason = "grid"              // no such zone, square or number in UTM or MGRS
	ReasonNotLink    Reason = "not_a_link"        // no address of a map
	ReasonShortLink  Reason = "short_link"        // it must be opened to be read: paste the long one
	ReasonWords      Reason = "three_words"       // what3words: only its company can tell the point
	ReasonService    Reason = "unknown_service"   // not a map that is known
	ReasonNoPoint    Reason = "link_has_no_point" // a known map's link that names no coordinates
	ReasonScheme     Reason = "other_coordinates" // coordinates of a service's own, not documented
	ReasonUnknown    Reason = "unknown_name"      // Matches hold names that are close
	ReasonAmbiguous  Reason = "ambiguous_name"    // Matches hold the places of that name
)

// Error says why a text is not read as a place, and where.
type Error struct {
	Reason  Reason
	At      int     // where in Text the reason shows, counted in runes from 0
	Text    string  // what was read, at most its first 120 runes
	Matches []Match // for unknown and ambiguous names, best first
}

// Error gives the text for logs and developers.
func (e *Error) Error() string {
	return fmt.Sprintf("place %q: %s at %d", e.Text, e.Reason, e.At)
}

// Unwrap gives the catalogue's code for it: ErrAmbiguous with the names that the
// text fits, ErrNotFound for an unknown name, ErrInvalid for all else.
func (e *Error) Unwrap() error {
	out := &catalog.Error{Code: catalog.ErrInvalid, Op: "place", Subject: e.Text}
	switch e.Reason {
	case ReasonUnknown:
		out.Code = catalog.ErrNotFound
	case ReasonAmbiguous:
		out.Code = catalog.ErrAmbiguous
		for _, m := range e.Matches {
			out.Matches = append(out.Matches, m.Entry.Names.Label())
		}
	}
	return out
}

// wrong makes an *Error about text; at counts runes.
func wrong(reason Reason, text string, at int) *Error {
	const shown = 120
	n := 0
	for i := range text {
		if n == shown {
			text = text[:i]
			break
		}
		n++
	}
	return &Error{Reason: reason, At: at, Text: text}
}
