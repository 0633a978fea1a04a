package catalog

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Status says what the sanctions say about an item in a photo, in somebody's
// judgement. See the evidence model in docs/.
type Status string

// Statuses.
const (
	NotAssessed Status = "not-assessed" // nobody has judged yet
	Sanctioned  Status = "sanctioned"
	Suspected   Status = "suspected"
	Disputed    Status = "disputed"   // readings of the law differ
	Exempt      Status = "exempt"     // allowed by the Committee
	NotListed   Status = "not-listed" // no measure found
)

// Statuses lists all of them in the order in which they are shown.
func Statuses() []Status {
	return []Status{Sanctioned, Suspected, Disputed, Exempt, NotListed, NotAssessed}
}

// ParseStatus reads a status that can be given to an item; "none" withdraws it
// and gives NotAssessed.
func ParseStatus(s string) (Status, error) {
	switch status := Status(s); status {
	case Sanctioned, Suspected, Disputed, Exempt, NotListed:
		return status, nil
	case "none":
		return NotAssessed, nil
	}
	return "", &Error{Code: ErrInvalid, Op: "status", Subject: s}
}

// Observation is an item seen in a photo (Visible) or said by the source to
// have been there though the photo does not show it (reported).
type Observation struct {
	ID       int64
	UUID     string
	Photo    PhotoID
	Item     ItemID
	ItemKey  string
	ItemName string // English label
	Visible  bool
	Seen
	UnitNames     UnitNames      // of Unit
	Lot           LotID          // 0: of no lot
	LotUUID       string         // "" likewise
	Determination *Determination // the one in force, nil when not assessed
}

// Status is that of the determination in force.
func (o *Observation) Status() Status {
	if o.Determination == nil {
		return NotAssessed
	}
	return o.Determination.Status
}

// Determination is one judgement about one observation. It is never edited: a
// later one supersedes it, and one of status NotAssessed withdraws it.
type Determination struct {
	ID          int64
	UUID        string
	Observation int64
	Status      Status
	Legal
	Reason  string
	By      string // what the user entered, never the computer's account
	At      time.Time
	Reviews []Review // the first one first
}

// Legal is what a determination rests on in law. The zero value is nothing.
type Legal struct {
	Measure    string    // id in the rule pack, "" for none
	Pack       string    // id and version of the rule pack, such as "un-dprk-2397 1"
	Direction  Direction // the way that was judged
	Exemptions string    // which were considered
	AsOf       string    // EDTF: the law as it stood then; "" is that of the photo's date
}

// ReviewID is the number of a review in its catalogue.
type ReviewID int64

// ReviewKind is what somebody says of another's determination.
type ReviewKind string

// Kinds of review.
const (
	Agrees    ReviewKind = "agrees"
	Disagrees ReviewKind = "disagrees" // with a reason
	Asks      ReviewKind = "asks"
)

// Review states, of all determinations in force of a photo: one is disagreed with
// or asked about and not resolved; else one has nobody who agrees; else somebody
// agrees with each. ReviewWaiting is either of the first two, for a search.
const (
	ReviewNone      = "none"
	ReviewAgreed    = "agreed"
	ReviewDisagreed = "disagreed"
	ReviewWaiting   = "waiting"
)

// ReviewState sums the reviews of some observations up; "" without any
// determination.
func ReviewState(observations []Observation) string {
	state := ""
	for _, o := range observations {
		if o.Determination == nil {
			continue
		}
		switch s := o.Determination.ReviewState(); {
		case s == ReviewDisagreed:
			return s
		case state == "" || s == ReviewNone:
			state = s
		}
	}
	return state
}

// ReviewState sums the reviews of one determination up.
func (d *Determination) ReviewState() string {
	state := ReviewNone
	for _, r := range d.Reviews {
		switch {
		case r.Kind != Agrees && !r.Resolved:
			return ReviewDisagreed
		case r.Kind == Agrees:
			state = ReviewAgreed
		}
	}
	return state
}

// Waits tells whether a judgement about one of some observations waits for a
// review: nobody agrees with it, or a disagreement or a question is not resolved.
func Waits(observations []Observation) bool {
	state := ReviewState(observations)
	return state != "" && state != ReviewAgreed
}

// Review is what somebody else than its author says of a determination. A
// disagreement stands beside it until it is resolved.
type Review struct {
	ID            ReviewID
	UUID          string
	Determination int64
	Kind          ReviewKind
	Text          string
	By            string
	At            time.Time
	Resolved      bool
}

// PhotoStatus gives a photo's status from its visible observations: the
// strongest in the order sanctioned, suspected, disputed; else not-assessed as
// long as one of them is; else exempt, else not-listed. What is only reported
// never decides it.
func PhotoStatus(observations []Observation) Status {
	found := map[Status]bool{}
	for _, o := range observations {
		if o.Visible {
			found[o.Status()] = true
		}
	}
	for _, s := range []Status{Sanctioned, Suspected, Disputed, NotAssessed, Exempt, NotListed} {
		if found[s] {
			return s
		}
	}
	return NotAssessed
}

// ObservationID writes the short id of an observation that people see, such as
// "O-000123". Like all short ids it never leaves the catalogue.
func ObservationID(id int64) string { return fmt.Sprintf("O-%06d", id) }

// DeterminationID writes the short id of a determination, such as "D-000123".
func DeterminationID(id int64) string { return fmt.Sprintf("D-%06d", id) }

// ParseObservationID reads a short id of an observation, with "O-", in either
// case and with or without leading zeros.
func ParseObservationID(s string) (int64, error) { return parseShort(s, "O-", "observation id") }

// ParseDeterminationID likewise reads that of a determination, with "D-".
func ParseDeterminationID(s string) (int64, error) { return parseShort(s, "D-", "determination id") }

// String gives the short id of a review, such as "R-000123".
func (id ReviewID) String() string { return fmt.Sprintf("R-%06d", int64(id)) }

// ParseReviewID likewise reads that of a review, with "R-".
func ParseReviewID(s string) (ReviewID, error) {
	n, err := parseShort(s, "R-", "review id")
	return ReviewID(n), err
}

func parseShort(s, prefix, op string) (int64, error) {
	digits, ok := strings.CutPrefix(strings.ToUpper(strings.TrimSpace(s)), prefix)
	n, err := strconv.ParseInt(digits, 10, 64)
	if !ok || err != nil || n < 1 {
		return 0, &Error{Code: ErrInvalid, Op: op, Subject: s}
	}
	return n, nil
}
