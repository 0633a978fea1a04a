package catalog

import "time"

// Suggestion is what a rule pack says about goods that went one way, for an
// editor to judge. It is computed and never stored as truth.
type Suggestion struct {
	Measure    string // id; "" for SuggestUnlisted
	Instrument string
	Paragraph  string
	Title      string // one line that sums the measure up
	Kind       SuggestionKind
	Condition  string // what must also hold: "only if precious-metal case"; "" when nothing
	Direction  Direction
	InForce    InForce    // "" for SuggestUnlisted
	From       *time.Time // first day in force, nil for SuggestUnlisted; not to be changed
	Until      *time.Time // last day in force, nil when no end is known; not to be changed
	Certainty  Certainty  // of what the pack says about the measure
	Mapping    Mapping    // who put the measure's goods under HS headings
	// Exemptions to consider: those of the measure in one line each, then ids of
	// measures that exempt from others in general.
	Exemptions []string
	// Instead, on a suggestion that was left out because of the date, holds the
	// ids of the measures before or after it that may have been in force then.
	Instead []string

	HS             string    // the heading looked at, digits only, as in the pack or the item
	Prefix         string    // the longest of the measure's headings that holds HS, or that HS holds when it is the wider; "" when none
	Classification Certainty // of HS; "" when it is the item's own
	Note           string    // what to know before deciding
	SourceReading  string    // how the newsroom's source described the goods
}

// Verified tells whether all that the pack says about the measure was checked in
// its source.
func (s *Suggestion) Verified() bool { return s.Certainty.Verified() }

// SuggestionKind says how goods come to be under a measure.
type SuggestionKind string

// Kinds of suggestions.
const (
	SuggestLiteral   SuggestionKind = "literal_hs_match"         // their heading lies in one that the measure's text names
	SuggestDerived   SuggestionKind = "derived_hs_match"         // it lies in one that somebody else put under the measure
	SuggestAmbiguous SuggestionKind = "ambiguous_classification" // they may have one heading or another
	SuggestConflict  SuggestionKind = "conflict_with_source"     // by heading they are covered; the source reads it otherwise
	SuggestQuota     SuggestionKind = "quota"                    // covered beyond an amount that no photo shows
	SuggestLuxury    SuggestionKind = "luxury_conditional"       // covered if they are luxury goods
	SuggestUnlisted  SuggestionKind = "unlisted"                 // no measure found in this pack
)

// SuggestionKinds lists the kinds in the order in which suggestions by heading
// are given.
func SuggestionKinds() []SuggestionKind {
	return []SuggestionKind{
		SuggestLiteral, SuggestConflict, SuggestQuota, SuggestDerived, SuggestLuxury, SuggestAmbiguous, SuggestUnlisted,
	}
}

// InForce says how a photo's date lies to the days on which a measure is in force.
type InForce string

// Relations, of the bounds of the photo's date in wall time. A bound that is
// open reaches beyond every day.
const (
	InForceBefore    InForce = "before"    // wholly before the first day
	InForceWithin    InForce = "within"    // wholly in force
	InForceStraddles InForce = "straddles" // on both sides of the first day, of the last, or of both
	InForceAfter     InForce = "after"     // wholly after the last day
	InForceUnknown   InForce = "date_unknown"
)

// InForce compares a photo's date with the days on which the measure is in
// force. Both are days on the calendar where they were stated: a measure adopted
// in New York on one day counts from that day in wall time at the border.
func (m *Measure) InForce(earliest, latest *time.Time) InForce {
	switch {
	case earliest == nil && latest == nil:
		return InForceUnknown
	case latest != nil && latest.Before(m.From):
		return InForceBefore
	case earliest != nil && m.ended(*earliest):
		return InForceAfter
	case earliest == nil || earliest.Before(m.From):
		return InForceStraddles
	case m.Until != nil && (latest == nil || m.ended(*latest)):
		return InForceStraddles
	}
	return InForceWithin
}

// ended tells whether a moment lies after the last day in force.
func (m *Measure) ended(at time.Time) bool {
	return m.Until != nil && !at.Before(m.Until.AddDate(0, 0, 1))
}
