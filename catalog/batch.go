package catalog

import (
	"strings"
	"time"
	"unicode/utf8"
)

// BatchID is the number of a batch in its catalogue; 0 is none.
type BatchID int64

// Direction is the way goods went over the border of the DPRK.
type Direction string

// Directions; "" is unknown.
const (
	Into  Direction = "into"
	OutOf Direction = "out"
)

// ParseDirection reads "into", "out" or "".
func ParseDirection(s string) (Direction, error) {
	switch d := Direction(s); d {
	case "", Into, OutOf:
		return d, nil
	}
	return "", &Error{Code: ErrInvalid, Op: "direction", Subject: s}
}

// Intake is what a person says about the files of one import; photos inherit it
// where they have nothing of their own.
type Intake struct {
	Name      string // of the batch; "" lets the import name it by the day
	Received  string // EDTF, see ParseDate
	Taken     string // EDTF: when the photos were taken, as far as the batch tells
	Place     string // JSON of Place: where they were taken, as far as the batch tells
	Via       string // how: "Signal", "SD card"
	Source    string // alias
	Message   string // as received
	Route     string // any name of a route
	Direction Direction
	Credit    string
	Template  string // name of one whose values each new photo gets; "" for none
}

// Batch is one intake.
type Batch struct {
	ID         BatchID
	UUID       string
	Name       string
	Received   string // EDTF
	Taken      string // EDTF
	Place      string // JSON of Place
	Via        string
	Source     SourceID
	SourceName string // alias
	Message    string
	Route      RouteID
	RouteName  string
	Direction  Direction
	Credit     string
	Added      time.Time // UTC
	Finished   bool      // its import ran to the end
	Photos     int
}

// SourceID is the number of a source in its catalogue; 0 is none.
type SourceID int64

// Source is a person who sends photos, known by an alias alone.
type Source struct {
	ID    SourceID
	UUID  string
	Alias string
	Used  int // photos that came from it
}

// MinAlias is the fewest characters an alias may have, so that a text can be
// searched for it before it leaves.
const MinAlias = 4

// CleanAlias trims an alias and refuses one that is too short. That it is no
// word of the vocabulary is checked by the store, which knows the words.
func CleanAlias(s string) (string, error) {
	alias := strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(alias) < MinAlias {
		return "", &Error{Code: ErrInvalid, Op: "source alias", Subject: s}
	}
	return alias, nil
}
