package workspace

import "waybill/catalog"

// Proposal is a suggestion as it can be taken over for goods.
type Proposal struct {
	catalog.Suggestion
	Pack string // id and version of the pack that makes it
}

// Proposals lists what the packs suggest, in their order; that no measure of a
// pack covers the goods comes last.
func (s *Suggested) Proposals() []Proposal {
	var covered, unlisted []Proposal
	for _, answer := range s.Answers {
		for _, suggestion := range answer.Suggestions {
			p := Proposal{suggestion, answer.Pack.Name()}
			if suggestion.Measure == "" {
				unlisted = append(unlisted, p)
			} else {
				covered = append(covered, p)
			}
		}
	}
	return append(covered, unlisted...)
}

// Status is the status of a determination that takes the proposal over. Only
// goods that the measure's own text names by their heading, without a condition
// and on a day when it was in force for certain, are sanctioned. Where somebody
// must look at something else first (another one's mapping, an open heading, a
// quota, whether it is a luxury, the date) they are suspected. Where the source
// reads the law otherwise, it is disputed.
func (p *Proposal) Status() catalog.Status {
	switch p.Kind {
	case catalog.SuggestUnlisted:
		return catalog.NotListed
	case catalog.SuggestConflict:
		return catalog.Disputed
	case catalog.SuggestLiteral:
		if p.Condition == "" && p.InForce == catalog.InForceWithin {
			return catalog.Sanctioned
		}
	}
	return catalog.Suspected
}

// Judgement takes the proposal over for observations, with what it rests on in
// law. Nobody has considered exemptions by that.
func (p *Proposal) Judgement(reason string, observations ...int64) Judgement {
	return Judgement{
		Observations: observations, Status: p.Status(), Reason: reason,
		Legal: catalog.Legal{Measure: p.Measure, Pack: p.Pack, Direction: p.Direction},
	}
}

// Taken tells whether a determination is what taking the proposal over gives,
// whatever exemptions were considered and as of whichever day.
func (p *Proposal) Taken(d *catalog.Determination) bool {
	return d != nil && d.Status == p.Status() && d.Measure == p.Measure && d.Pack == p.Pack && d.Direction == p.Direction
}
