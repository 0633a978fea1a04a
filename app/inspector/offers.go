package inspector

import (
	"slices"

	"waybill/app/present"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// left says why nothing is taken over for goods without a look at them.
type left string

const (
	notLeft       left = ""
	leftJudged    left = "judged"
	leftConflict  left = "conflict"
	leftDirection left = "direction"
	leftNothing   left = "nothing"
)

// offer is what one line says of many goods: those of one item that go one way
// and have the same first suggestion.
type offer struct {
	item         catalog.ItemID
	name         string
	proposal     workspace.Proposal // the zero value for leftDirection, leftJudged and leftNothing
	left         left
	observations []int64
}

// offers puts together what can be taken over for many goods, and what is left:
// goods that somebody has judged, those whose source reads the law otherwise, and
// those of which something must be known first.
func offers(said []workspace.Suggested) []offer {
	var list []offer
	for _, s := range said {
		o := offer{item: s.Item, name: s.ItemName}
		o.proposal, o.left = decide(s)
		at := slices.IndexFunc(list, func(other offer) bool { return other.like(&o) })
		if at < 0 {
			at = len(list)
			list = append(list, o)
		}
		list[at].observations = append(list[at].observations, s.ID)
	}
	slices.SortStableFunc(list, func(a, b offer) int { return a.rank() - b.rank() })
	return list
}

// decide gives what is taken over for goods without a look at them, or why
// nothing is.
func decide(s workspace.Suggested) (workspace.Proposal, left) {
	if s.Status() != catalog.NotAssessed {
		return workspace.Proposal{}, leftJudged
	}
	list := s.Proposals()
	switch {
	case len(list) == 0 && lacksDirection(s):
		return workspace.Proposal{}, leftDirection
	case len(list) == 0:
		return workspace.Proposal{}, leftNothing
	case list[0].Kind == catalog.SuggestConflict:
		return list[0], leftConflict
	}
	return list[0], notLeft
}

// like tells whether two offers are one line.
func (o *offer) like(p *offer) bool {
	same := o.item == p.item && o.left == p.left && o.proposal.Status() == p.proposal.Status()
	a, b := o.proposal.Judgement(""), p.proposal.Judgement("")
	return same && a.Legal == b.Legal
}

// rank puts what is taken over first.
func (o *offer) rank() int {
	if o.left == notLeft {
		return 0
	}
	return 1
}

// line says what an offer is about.
func (o *offer) line(w *present.Words) string {
	n := len(o.observations)
	switch o.left {
	case leftJudged:
		return w.T("inspector.offer.judged", "n", n, "item", w.Called(o.name))
	case leftDirection:
		return w.T("inspector.offer.direction", "n", n, "item", w.Called(o.name))
	case leftNothing:
		return w.T("inspector.offer.nothing", "n", n, "item", w.Called(o.name))
	}
	way := w.Direction(o.proposal.Direction)
	measure := w.Measure(o.proposal.Instrument, o.proposal.Paragraph)
	switch {
	case o.left == leftConflict:
		return w.T("inspector.offer.conflict", "n", n, "item", w.Called(o.name), "direction", way, "measure", measure)
	case o.proposal.Measure == "":
		measure = w.SuggestionKind(o.proposal.Kind, "")
	}
	return w.T("inspector.offer.take", "n", n, "item", w.Called(o.name), "direction", way, "measure", measure, "status", w.Status(o.proposal.Status()))
}

// judgements takes all over that is not left, with what was considered of the
// exemptions of each.
func judgements(list []offer, reason string, considered *exemptions) []workspace.Judgement {
	var all []workspace.Judgement
	for i := range list {
		if list[i].left == notLeft {
			j := list[i].proposal.Judgement(reason, list[i].observations...)
			j.Exemptions = considered.among(list[i].proposal.Exemptions)
			all = append(all, j)
		}
	}
	return all
}

// takenOver counts the goods that are not left.
func takenOver(list []offer) int {
	n := 0
	for i := range list {
		if list[i].left == notLeft {
			n += len(list[i].observations)
		}
	}
	return n
}

// exemptionsOf lists what is to be considered for what is not left.
func exemptionsOf(list []offer) []string {
	var texts []string
	for i := range list {
		if list[i].left == notLeft {
			texts = append(texts, list[i].proposal.Exemptions...)
		}
	}
	return texts
}

// directionless lists the goods that are left because nobody said which way they
// went.
func directionless(list []offer) []int64 {
	var goods []int64
	for i := range list {
		if list[i].left == leftDirection {
			goods = append(goods, list[i].observations...)
		}
	}
	return goods
}
