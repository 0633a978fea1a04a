package catalog

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// MaxPhotos is how many photos one catalogue can hold: a photo's place in the
// order of time carries its number in 24 bits.
const MaxPhotos = 1<<24 - 1

// PhotoID is the number of a photo in its catalogue, 1 to MaxPhotos, given in
// the order in which an import walks the files. It never leaves the catalogue:
// numbers in a row would show which photos arrived together.
type PhotoID int64

// String gives the short id people see, such as "P-000123".
func (id PhotoID) String() string { return fmt.Sprintf("P-%06d", int64(id)) }

// ParsePhotoID reads a short id, with or without "P-" and leading zeros, in
// either case.
func ParsePhotoID(s string) (PhotoID, error) {
	digits := strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(s)), "P-")
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n < 1 || n > MaxPhotos {
		return 0, &Error{Code: ErrInvalid, Op: "photo id", Subject: s}
	}
	return PhotoID(n), nil
}

// Photo is one picture of the catalogue, with what was chosen from the claims
// about it and what it inherits from its batch.
type Photo struct {
	ID     PhotoID
	UUID   string // version 4, the id under which it may leave the catalogue
	SHA256 string // of the original's bytes, lower-case hexadecimal
	Size   int64  // bytes
	Format string // as told by the bytes, see package format
	Path   string // of the original: below the catalogue's folder with "/", or absolute when Referenced

	Referenced  bool      // the original lies where it was found, not in the catalogue
	Width       *int      // pixels of the upright picture
	Height      *int      // pixels of the upright picture
	Orientation *int      // Exif 2.32 tag 0x0112, 1 to 8
	Problem     Code      // why its picture cannot be shown, "" when it can
	Added       time.Time // UTC
	Name        string    // original file name of the first arrival

	Batch     BatchID // of the first arrival
	BatchName string

	BatchDirection Direction // of the goods, as the batch has it

	Caption string
	Note    string
	Credit  Inherited[string]
	Route   Inherited[RouteID]
	Source  Inherited[SourceID]

	RouteName  string // English
	SourceName string // alias

	Chosen                     // from the claims
	Status       Status        // from the visible observations
	Observations []Observation // with their determination in force
	Removed      bool          // it lies in the bin
}

// ItemNames lists the names of the visible items, then of the reported ones,
// each once, in the order in which they were added.
func (p *Photo) ItemNames() []string {
	names := []string{}
	seen := map[ItemID]bool{}
	for _, visible := range []bool{true, false} {
		for _, o := range p.Observations {
			if o.Visible == visible && !seen[o.Item] {
				seen[o.Item] = true
				names = append(names, o.ItemName)
			}
		}
	}
	return names
}

// Inherited is a value of a photo's own or, failing that, of its batch.
type Inherited[T comparable] struct {
	Value     T // the zero value when there is none
	FromBatch bool
}

// Inherit gives own unless it is the zero value, else the batch's.
func Inherit[T comparable](own, batch T) Inherited[T] {
	var none T
	if own != none || batch == none {
		return Inherited[T]{Value: own}
	}
	return Inherited[T]{Value: batch, FromBatch: true}
}

// Arrival is one sighting of a photo: a file of some name in some place, taken
// in with a batch. A duplicate is another arrival of the same photo.
type Arrival struct {
	ID     int64
	Photo  PhotoID
	Batch  BatchID
	Source SourceID // 0 when the batch's stands for it
	Name   string   // file name as found
	Path   string   // absolute path as found
	MTime  time.Time

	Sidecar string // copy of the .xmp file that lay beside it, below the catalogue's folder; "" without one
}

// NewPhoto is what an import hands to the store for one file.
type NewPhoto struct {
	SHA256     string
	Size       int64
	Path       string
	Referenced bool
	Reading
	Arrival Arrival // Photo and Batch are filled in by the store
}

// Reading is what is read out of a file.
type Reading struct {
	Format      string
	Width       *int // pixels of the upright picture
	Height      *int
	Orientation *int
	Look        *uint64 // perceptual hash, see package picture; nil when the picture has none
	Problem     Code    // why its picture cannot be shown
	Claims      []Claim
}

// Outcome says what became of a file that was added to the catalogue.
type Outcome string

// Outcomes.
const (
	OutcomeNew       Outcome = "new"       // a photo that was not here
	OutcomeDuplicate Outcome = "duplicate" // another arrival of a photo that was
	OutcomeAgain     Outcome = "again"     // the very file that was imported before; nothing was written
)

// Placed is where an added file ended.
type Placed struct {
	Photo   PhotoID
	Outcome Outcome
	Removed bool // the photo lies in the bin, and stays there
}
