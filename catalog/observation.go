package catalog

import "time"

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
	ID            int64
	UUID          string
	Photo         PhotoID
	Item          ItemID
	ItemKey       string
	ItemName      string // English label
	Visible       bool
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
	Reason      string
	By          string // what the user entered, never the computer's account
	At          time.Time
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
