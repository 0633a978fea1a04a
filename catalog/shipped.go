package catalog

// Shipped is the vocabulary that comes with the program, or a part of it.
type Shipped struct {
	Version string // a date, so that a newer one sorts behind; "" is not known
	Items   []Item
	Routes  []Route
	Units   []Unit
}

// Entries counts what is in it.
func (s *Shipped) Entries() int { return len(s.Items) + len(s.Routes) + len(s.Units) }
