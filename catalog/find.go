package catalog

// Sort is an order in which photos are listed.
type Sort string

// Sorts. Photos without a date come last in the order of time.
const (
	SortTaken    Sort = "taken"
	SortImported Sort = "imported"
	SortName     Sort = "name" // original file name, IMG_2 before IMG_10
)

// ParseSort reads a sort; "" is SortTaken.
func ParseSort(s string) (Sort, error) {
	switch sort := Sort(s); sort {
	case "":
		return SortTaken, nil
	case SortTaken, SortImported, SortName:
		return sort, nil
	}
	return "", &Error{Code: ErrInvalid, Op: "sort", Subject: s}
}

// Facet is a value that photos share, with how many of a query's results have it.
type Facet struct {
	Field  Field
	Value  string // what a term of the query language needs: a status, a format or a name
	Label  string // what people read for an item, route, batch, source, place or crossing, else Value
	Parent string // of an item that is a kind of another one: the Value of that
	Count  int    // of an item with those of its kinds, each photo once
}
