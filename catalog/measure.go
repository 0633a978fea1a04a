package catalog

import (
	"strings"
	"time"
)

// Measure is a paragraph of a sanctions instrument as a rule pack describes it:
// in the pack's own words, never a quotation.
type Measure struct {
	ID           string // "UN2397-7": stable, unique in its pack
	Jurisdiction string // who laid it down: "UN", "CN"
	Instrument   string // "S/RES/2397(2017)"
	Paragraph    string // may be "" where the pack does not know it
	Adopted      time.Time
	From         time.Time  // the first day in force, at 00:00 as if it were UTC
	Until        *time.Time // the last day in force, at 00:00 as if it were UTC; nil when no end is known
	Direction    MeasureDirection
	Title        string // one line that sums it up
	Basis        MeasureBasis
	HS           []string // chapters, headings and subheadings of the HS 2022 that it covers, digits only
	HSSource     string   // where HS is from, in the pack's words
	Mapping      Mapping  // the same as a term
	Named        []string // goods that it names
	Exemptions   []string // each one line
	Status       string   // in the pack's words; Until and Successors are read from it
	Successors   []string // ids of the measures that took its place, the earliest first
	Certainty    Certainty
	Source       string // where the pack's author read it
}

// MeasureDirection says which way over the border of the DPRK a measure works.
type MeasureDirection string

// Directions of measures.
const (
	SupplyToDPRK    MeasureDirection = "supply_to_dprk"
	ProcureFromDPRK MeasureDirection = "procure_from_dprk"
	BothWays        MeasureDirection = "both"
)

// Covers tells whether a measure works on goods that go this way; no measure
// works on goods of which the way is unknown.
func (m MeasureDirection) Covers(d Direction) bool {
	switch d {
	case Into:
		return m == SupplyToDPRK || m == BothWays
	case OutOf:
		return m == ProcureFromDPRK || m == BothWays
	}
	return false
}

// MeasureBasis says how a measure tells which goods it covers.
type MeasureBasis string

// Bases.
const (
	BasisNamed     MeasureBasis = "named"      // by naming them
	BasisAnnex     MeasureBasis = "annex"      // in an annex or a list document
	BasisHS        MeasureBasis = "hs_in_text" // by HS chapters in its text
	BasisQuota     MeasureBasis = "quota"      // by naming them, up to an amount
	BasisList      MeasureBasis = "list"       // a state's own list, which puts other measures into effect
	BasisExemption MeasureBasis = "exemption"  // none: it exempts from other measures
)

// Mapping says who put a measure's goods under headings of the HS.
type Mapping string

// Mappings; "" when the pack says nothing of headings.
const (
	MappingText    Mapping = "text"    // the instrument itself names the headings
	MappingNotice  Mapping = "notice"  // a state's notice or annex that puts it into effect does
	MappingDerived Mapping = "derived" // the pack's author did: "our mapping"
)

// Certainty is what of a statement was checked in its source, as a rule pack
// writes it: "V" verified, "V-part" verified in part, "M-high" from memory. It may
// hold several of them with what each is about: "HS V; classification M-high".
type Certainty string

// Checked sums a Certainty up.
type Checked string

// What was checked. What is not known to be checked counts as unverified.
const (
	CheckedAll  Checked = "verified"
	CheckedPart Checked = "partly_verified"
	CheckedNone Checked = "unverified"
)

// Verified tells whether all of it was checked.
func (c Certainty) Verified() bool { return c.Checked() == CheckedAll }

// Checked tells how much of it was checked.
func (c Certainty) Checked() Checked {
	some, all := false, true
	for _, part := range strings.Split(string(c), ";") {
		switch mark := markOf(part); {
		case mark == "V":
			some = true
		case mark == "V-part":
			some, all = true, false
		default:
			all = false
		}
	}
	switch {
	case some && all:
		return CheckedAll
	case some:
		return CheckedPart
	}
	return CheckedNone
}

// Valid tells whether every part of it has a mark; an empty one has none and is valid.
func (c Certainty) Valid() bool {
	if c == "" {
		return true
	}
	for _, part := range strings.Split(string(c), ";") {
		if markOf(part) == "" {
			return false
		}
	}
	return true
}

// markOf finds the word V, V-part, M or M-… outside brackets.
func markOf(part string) string {
	part, _, _ = strings.Cut(part, "(")
	for _, word := range strings.Fields(part) {
		if word == "V" || word == "V-part" || word == "M" || strings.HasPrefix(word, "M-") {
			return word
		}
	}
	return ""
}
