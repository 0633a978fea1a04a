package catalog

import (
	"math"
	"slices"
	"strings"
)

// Seen is what is known about goods in one photo, besides what they are. The
// zero value of each field is not known.
type Seen struct {
	Region     *Region    `json:"region,omitempty"`    // where in the picture; nil for the whole or for what is only reported
	Stage      Stage      `json:"stage,omitempty"`     // of their way
	Direction  Direction  `json:"direction,omitempty"` // over the border of the DPRK
	Basis      Basis      `json:"basis,omitempty"`     // of the direction
	Use        string     `json:"use,omitempty"`       // what they are for, as far as it shows
	Quantity   *float64   `json:"quantity,omitempty"`  // of Unit, above 0, at most MaxQuantity
	Unit       string     `json:"unit,omitempty"`      // key of one of the vocabulary, such as "piece"; another as typed
	Estimated  bool       `json:"estimated,omitempty"` // the quantity was not counted
	Brand      string     `json:"brand,omitempty"`
	Model      string     `json:"model,omitempty"`
	Label      string     `json:"label,omitempty"`   // text on label or packaging, as written
	MadeIn     string     `json:"made_in,omitempty"` // country of manufacture claimed, ISO 3166-1 alpha-2
	Packaging  Packaging  `json:"packaging,omitempty"`
	Note       string     `json:"note,omitempty"`
	Confidence Confidence `json:"confidence,omitempty"` // in what the goods are
}

// Region is a rectangle in the upright picture, in fractions of its sides from
// the top left (IPTC Photo Metadata 2025.1, Image Region, relative units): X, Y
// of its corner and W, H, all 0 to 1 and within the picture.
type Region struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	W float64 `json:"w"`
	H float64 `json:"h"`
}

// Valid reports whether a region is a rectangle within the picture.
func (r Region) Valid() bool {
	for _, v := range []float64{r.X, r.Y, r.W, r.H} {
		if math.IsNaN(v) || v < 0 || v > 1 {
			return false
		}
	}
	const rounding = 1e-9
	return r.W > 0 && r.H > 0 && r.X+r.W <= 1+rounding && r.Y+r.H <= 1+rounding
}

// Stage is how far goods had come.
type Stage string

// Stages, in the order of the way in.
const (
	StageFactory   Stage = "factory"
	StageWarehouse Stage = "warehouse"
	StageCustoms   Stage = "customs"
	StageLoading   Stage = "loading"
	StageCrossing  Stage = "crossing"
	StageInside    Stage = "inside" // the DPRK
	StageOnSale    Stage = "on-sale"
)

// Stages lists them in their order.
func Stages() []Stage {
	return []Stage{StageFactory, StageWarehouse, StageCustoms, StageLoading, StageCrossing, StageInside, StageOnSale}
}

// Basis says why a direction is known.
type Basis string

// Bases of a direction.
const (
	BasisSeen     Basis = "seen"
	BasisSource   Basis = "source" // the source says so
	BasisInferred Basis = "inferred"
)

// Bases lists them.
func Bases() []Basis { return []Basis{BasisSeen, BasisSource, BasisInferred} }

// Packaging says how goods are packed.
type Packaging string

// Packagings.
const (
	PackedRetail  Packaging = "retail"
	PackedNot     Packaging = "unpacked"
	PackedRemoved Packaging = "removed"
)

// Packagings lists them.
func Packagings() []Packaging { return []Packaging{PackedRetail, PackedNot, PackedRemoved} }

// Confidence says how sure somebody is.
type Confidence string

// Confidences.
const (
	Sure     Confidence = "sure"
	Likely   Confidence = "likely"
	Doubtful Confidence = "doubtful"
)

// Confidences lists them.
func Confidences() []Confidence { return []Confidence{Sure, Likely, Doubtful} }

// LotID is the number of a lot in its catalogue; 0 is none.
type LotID int64

// MaxQuantity is how many goods a photo shows at most: more than any does, and so
// few that their sums are exact.
const MaxQuantity = 1e12

// Check refuses values that their fields cannot hold.
func (s Seen) Check() error {
	bad := func(op, value string) error { return &Error{Code: ErrInvalid, Op: op, Subject: value} }
	switch {
	case s.Region != nil && !s.Region.Valid():
		return bad("region", "")
	case s.Stage != "" && !slices.Contains(Stages(), s.Stage):
		return bad("stage", string(s.Stage))
	case s.Basis != "" && !slices.Contains(Bases(), s.Basis):
		return bad("basis", string(s.Basis))
	case s.Packaging != "" && !slices.Contains(Packagings(), s.Packaging):
		return bad("packaging", string(s.Packaging))
	case s.Confidence != "" && !slices.Contains(Confidences(), s.Confidence):
		return bad("confidence", string(s.Confidence))
	case s.MadeIn != "" && !isCountry(s.MadeIn):
		return bad("made-in", s.MadeIn)
	case s.Quantity != nil && !(*s.Quantity > 0 && *s.Quantity <= MaxQuantity): // nor is NaN
		return bad("quantity", "")
	}
	_, err := ParseDirection(string(s.Direction))
	return err
}

// isCountry knows the form of ISO 3166-1 alpha-2.
func isCountry(s string) bool {
	return len(s) == 2 && s == strings.ToUpper(s) && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
