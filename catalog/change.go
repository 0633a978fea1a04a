package catalog

// Change is one thing that a step made otherwise, with what was there before and
// after: of a photo, of goods in it, of a judgement, of the vocabulary. What was
// made has "" before, what was taken away has "" after.
type Change struct {
	Step    StepID
	Photo   PhotoID // that it is about, 0 for none
	Entity  string  // table of the row: "photo", "observation", "claim" …
	Row     int64
	Subject string // the goods of an observation, determination or review; the name of a batch, an entry of the vocabulary, a search, a template or a setting
	Field   string // column of the row, see app/present; for a claim "value"

	Property Property // of a claim
	Origin   Origin   // of a claim

	// Values as they are kept, but for what other rows are called: items, routes,
	// batches, lots and sources by their names. A number is written with ".", true
	// is "1".
	Before, After string

	Alias     bool // they name sources: for the newsroom's own window alone
	Destroyed bool // what changed was destroyed: nobody can tell
}

// ChangeCursor is a place in the list of the changes of an action. The zero value
// is before the first.
type ChangeCursor struct {
	Step StepID
	N    int
}
