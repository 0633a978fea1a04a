package catalog

// UnitID is the number of a unit in its catalogue; 0 is none.
type UnitID int64

// Unit is what a quantity of goods is counted in, such as pieces or tonnes.
type Unit struct {
	ID     UnitID
	UUID   string
	Key    string // "piece": stable, lower case; what an observation keeps
	Names  Names  // in English for one
	Plural string // in English for many, "" when it is the same
	Own    bool   // added by the newsroom, not shipped
	Used   int    // observations counted in it
}

// UnitNames are how the vocabulary calls a unit, in English for one. The zero
// value is of a unit that it does not have.
type UnitNames struct {
	Names  `json:"names"`
	Plural string `json:"en_plural,omitempty"` // in English for many, "" when it is the same
}

// Word gives the word for a quantity of a unit in English, or in a language that
// has one; for a unit that is not in the vocabulary the text as it was typed.
func (n UnitNames) Word(typed string, quantity float64) string {
	label := n.Label()
	switch {
	case label == "":
		return typed
	case quantity != 1 && n.Plural != "" && label == n.English:
		return n.Plural
	}
	return label
}
