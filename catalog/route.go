package catalog

// RouteID is the number of a route in its catalogue; 0 is none.
type RouteID int64

// Route is an ordered way of goods over a border.
type Route struct {
	ID    RouteID
	UUID  string
	Key   string
	Names Names
	Legs  []Leg
	Used  int // photos on it
}

// Leg is one place of a route.
type Leg struct {
	ID        int64
	Route     RouteID
	N         int    // position in the route, from 0
	Kind      string // origin, customs, crossing, transit or destination
	Place     string // key of the crossing, port or town, "" when it is only named
	Names     Names
	Latitude  *float64 // degrees, WGS 84
	Longitude *float64 // degrees, WGS 84
	Accuracy  *float64 // honest radius, metres
}
