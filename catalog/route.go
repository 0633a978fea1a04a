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
	Mode  Mode
	// Direction is the way in which the legs are in order. Goods going the other
	// way pass them from the last to the first.
	Direction Direction
	Own       bool // added by the newsroom, not shipped
	Used      int  // photos on it
}

// Mode is how goods travel.
type Mode string

// Modes. "" is not known.
const (
	ModeRoad  Mode = "road"
	ModeRail  Mode = "rail"
	ModeSea   Mode = "sea"
	ModeRiver Mode = "river" // by boat, or over the ice
	ModeAir   Mode = "air"
)

// Modes lists the modes as people are offered them.
func Modes() []Mode { return []Mode{ModeRoad, ModeRail, ModeSea, ModeRiver, ModeAir} }

// Leg is one place of a route.
type Leg struct {
	ID        int64
	Route     RouteID
	N         int    // position in the route, from 0
	Kind      string // one of LegKinds
	Place     string // key of the crossing, port or town, "" when it is only named
	Names     Names
	Latitude  *float64 // degrees, WGS 84
	Longitude *float64 // degrees, WGS 84
	Accuracy  *float64 // honest radius, metres
}

// LegKinds lists what a place may be to a route, in the order of a journey.
func LegKinds() []string { return []string{"origin", "customs", "crossing", "transit", "destination"} }
