package vocabulary

import (
	"io"
	"math"
	"slices"
	"strconv"

	"waybill/catalog"
)

// The tables of routes and of their places.
const (
	RoutesFile = "routes.tsv"
	LegsFile   = "legs.tsv"
)

var (
	routeColumns = []string{"key", "en", "ko", "zh", "variants", "mode", "direction"}
	legColumns   = []string{"route", "n", "kind", "place", "en", "ko", "zh", "variants", "lat", "lon", "accuracy_m"}
)

// ExportRoutes writes routes.tsv.
func ExportRoutes(w io.Writer, routes []catalog.Route) error {
	rows := make([][]string, len(routes))
	for i, r := range routes {
		rows[i] = []string{r.Key, r.Names.English, r.Names.Korean, r.Names.Chinese, r.Names.AlsoKnownAs, string(r.Mode), string(r.Direction)}
	}
	return write(w, routeColumns, rows)
}

// ExportLegs writes legs.tsv: the places of the routes in their order.
func ExportLegs(w io.Writer, routes []catalog.Route) error {
	number := func(x *float64) string {
		if x == nil {
			return ""
		}
		return strconv.FormatFloat(*x, 'f', -1, 64)
	}
	var rows [][]string
	for _, r := range routes {
		for i, l := range r.Legs {
			n := l.Names
			rows = append(rows, []string{
				r.Key, strconv.Itoa(i), l.Kind, l.Place, n.English, n.Korean, n.Chinese, n.AlsoKnownAs,
				number(l.Latitude), number(l.Longitude), number(l.Accuracy),
			})
		}
	}
	return write(w, legColumns, rows)
}

// ReadRoutes reads routes.tsv and legs.tsv. What is wrong is listed, and then
// there are no routes. The error is that of a reader.
func ReadRoutes(routes, legs io.Reader) ([]catalog.Route, []Rejected, error) {
	t, err := read(routes, RoutesFile, routeColumns)
	if err != nil {
		return nil, nil, err
	}
	u, err := read(legs, LegsFile, legColumns)
	if err != nil {
		return nil, nil, err
	}
	seen, at := map[string]bool{}, map[string]int{}
	list := make([]catalog.Route, 0, len(t.rows))
	for i := range t.rows {
		r := &t.rows[i]
		route := catalog.Route{
			Key: r.key("key", seen), Names: r.names(), Mode: catalog.Mode(r.cell("mode")), Direction: catalog.Direction(r.cell("direction")),
		}
		if route.Mode != "" && !slices.Contains(catalog.Modes(), route.Mode) {
			r.wrong("mode", ProblemMode)
		}
		if _, err := catalog.ParseDirection(string(route.Direction)); err != nil {
			r.wrong("direction", ProblemDirection)
		}
		at[route.Key] = len(list)
		list = append(list, route)
	}
	for i := range u.rows {
		u.rows[i].leg(list, at)
	}
	if len(t.rejected)+len(u.rejected) == 0 {
		for i := range t.rows {
			if len(list[i].Legs) == 0 {
				t.rows[i].wrong("key", ProblemNoLegs)
			}
		}
	}
	if rejected := slices.Concat(t.inOrder(), u.inOrder()); len(rejected) > 0 {
		return nil, rejected, nil
	}
	return list, nil, nil
}

// leg adds a row of legs.tsv to its route.
func (r *row) leg(routes []catalog.Route, at map[string]int) {
	i, ok := at[r.cell("route")]
	if !ok {
		r.wrong("route", ProblemNoRoute)
		return
	}
	route := &routes[i]
	l := catalog.Leg{N: len(route.Legs), Kind: r.cell("kind"), Place: r.cell("place"), Names: r.names()}
	if r.cell("n") != strconv.Itoa(l.N) {
		r.wrong("n", ProblemOrder)
	}
	if !slices.Contains(catalog.LegKinds(), l.Kind) {
		r.wrong("kind", ProblemKind)
	}
	l.Latitude, l.Longitude, l.Accuracy = r.number("lat", -90, 90), r.number("lon", -180, 180), r.number("accuracy_m", 0, catalog.MaxLegAccuracy)
	if (r.cell("lat") == "") != (r.cell("lon") == "") {
		r.wrong("lat", ProblemHalfPoint)
	}
	route.Legs = append(route.Legs, l)
}

// number reads a number between two bounds, nil for an empty cell.
func (r *row) number(name string, least, most float64) *float64 {
	text := r.cell(name)
	if text == "" {
		return nil
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(n) || n < least || n > most {
		r.wrong(name, ProblemNumber)
		return nil
	}
	return &n
}
