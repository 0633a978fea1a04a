package catalog

import (
	"slices"
	"time"
)

// Chosen is what a photo's claims amount to. Unknown is nil or "".
type Chosen struct {
	Date *Date `json:"date,omitempty"` // of what the picture shows

	Latitude      *float64 `json:"latitude,omitempty"`  // degrees, WGS 84, north positive, -90 to 90
	Longitude     *float64 `json:"longitude,omitempty"` // degrees, WGS 84, east positive, -180 to 180
	Where         *Where   `json:"where,omitempty"`     // the camera stood
	Altitude      *float64 `json:"altitude,omitempty"`  // metres above sea level
	Direction     string   `json:"direction,omitempty"` // of view, see PropDirection
	PositionError *float64 `json:"position_error,omitempty"`
	Shown         *Where   `json:"shown,omitempty"` // what is depicted

	Kind       Kind   `json:"kind,omitempty"`
	KindOrigin Origin `json:"kind_origin,omitempty"` // a person's decision, or a proposal of anything else

	Make     string `json:"make,omitempty"`
	Model    string `json:"model,omitempty"`
	Lens     string `json:"lens,omitempty"`
	Exposure string `json:"exposure,omitempty"`

	Warnings []Warning `json:"warnings,omitempty"`
}

// Taken gives the wall time when it is known to the second, with its offset
// when there is one alone; else nil.
func (c *Chosen) Taken() *WallTime {
	if c.Date == nil || c.Date.Wall == nil {
		return nil
	}
	t := WallTime{Time: *c.Date.Wall}
	if len(c.Date.Offsets) == 1 {
		t.Offset = c.Date.Offsets[0]
	}
	return &t
}

// Dated reports whether the photo has a date: a bound on one side is none.
func (c *Chosen) Dated() bool {
	return c.Date != nil && c.Date.Earliest != nil
}

// Warned reports whether there is a warning of that code.
func (c *Chosen) Warned(code WarningCode) bool {
	return slices.ContainsFunc(c.Warnings, func(w Warning) bool { return w.Code == code })
}

// Date is when something was, as far as it is known.
type Date struct {
	EDTF     string     `json:"edtf"`               // see package edtf
	Earliest *time.Time `json:"earliest,omitempty"` // wall time as if it were UTC, whole seconds; nil is open
	Latest   *time.Time `json:"latest,omitempty"`   // likewise
	Wall     *time.Time `json:"wall,omitempty"`     // when it is known to the second
	Origin   Origin     `json:"origin"`             // of the claim that says the most

	// Offsets from UTC such as "+09:00": the one in force, or those of which one
	// was, as near a border with two clocks; none when it is not known.
	Offsets      []string `json:"offsets,omitempty"`
	OffsetOrigin Origin   `json:"offset_origin,omitempty"`
}

// DateAt gives the date of a wall time that is known to the second.
func DateAt(wall time.Time, origin Origin) *Date {
	return &Date{EDTF: WallTime{Time: wall}.String(), Earliest: &wall, Latest: &wall, Wall: &wall, Origin: origin}
}

// OriginPlace is where an offset comes from that is the place's.
const OriginPlace Origin = "place"

// UTC gives the bounds in UTC. An unknown offset makes them as wide as offsets
// can be, from -12:00 to +14:00.
func (d *Date) UTC() (earliest, latest *time.Time) {
	least, most := offsetBounds(d.Offsets)
	if d.Earliest != nil {
		t := moved(*d.Earliest, -most)
		earliest = &t
	}
	if d.Latest != nil {
		t := moved(*d.Latest, -least)
		latest = &t
	}
	return earliest, latest
}

// Where is a place with what the gazetteer says about it.
type Where struct {
	Precision  Precision `json:"precision"`
	Accuracy   *float64  `json:"accuracy,omitempty"` // radius in metres
	Entry      string    `json:"entry,omitempty"`    // in the gazetteer, when it was set by name
	Name       string    `json:"name,omitempty"`     // in words, when nothing better is known
	Datum      string    `json:"datum,omitempty"`    // in which it was given
	Origin     Origin    `json:"origin"`
	Nearest    *Near     `json:"nearest,omitempty"`
	Country    string    `json:"country,omitempty"` // ISO 3166-1 alpha-2
	BorderZone bool      `json:"border_zone,omitempty"`
	Countries  []string  `json:"countries,omitempty"` // on the sides of a border zone
}

// WarningCode names what a person should look at. app/present has the words.
type WarningCode string

// Codes of warnings.
const (
	WarnDates     WarningCode = "date_conflict"     // two claims cannot both be true
	WarnClock     WarningCode = "clock_wrong"       // a time that no photo has: the camera's clock was not set
	WarnOffset    WarningCode = "offset_conflict"   // the offset stated is not the one that GPS time shows
	WarnPlaces    WarningCode = "place_conflict"    // two claims are too far apart
	WarnShifted   WarningCode = "gcj02"             // two claims differ by the shift of Chinese maps
	WarnScene     WarningCode = "not_the_scene"     // the file's own time or place is that of a screen
	WarnFormat    WarningCode = "wrong_extension"   // the bytes are of another format than the name says
	WarnThumbnail WarningCode = "thumbnail_differs" // the thumbnail in the file shows another picture
)

// Warning is something that does not fit, with the claims it is about: the one
// that was followed first, where one was.
type Warning struct {
	Code   WarningCode `json:"code"`
	Claims []Claim     `json:"claims"`
}
