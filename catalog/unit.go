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
