package main

import (
	"context"
	"math"

	"waybill/catalog"
	"waybill/catalog/journey"
	"waybill/catalog/workspace"
)

// routeLines are a photo's routes in show --json.
type routeLines struct {
	RoutesNear []nearRouteLine `json:"routes_near"` // that pass within 10 km of its position, the nearest first
	RouteOrder []orderLine     `json:"route_order"` // where times of its lots run against the order of a route

	near  []workspace.NearRoute
	order workspace.Order
}

// nearRouteLine is a route that passes by where a photo was taken.
type nearRouteLine struct {
	Route    string  `json:"route"`
	Key      string  `json:"key"`
	Leg      string  `json:"leg"`   // that is the nearest
	Place    *string `json:"place"` // its key in the gazetteer
	Distance float64 `json:"distance_m"`
}

// orderLine is two photos that were taken in another order than goods pass their places.
type orderLine struct {
	Route  string     `json:"route"`
	Way    *string    `json:"direction"` // null when they fit neither
	Before passedLine `json:"before"`    // was taken first
	After  passedLine `json:"after"`     // was taken later, though goods pass its place first
	Text   string     `json:"text"`
}

type passedLine struct {
	Photo string  `json:"photo"`
	Leg   string  `json:"leg"`
	Date  *string `json:"date"` // EDTF
}

// routeLinesOf reads which routes pass by a photo, and whether the times of its
// lots run against their routes.
func (p *program) routeLinesOf(ctx context.Context, c *workspace.Catalogue, id catalog.PhotoID) (routeLines, error) {
	lines := routeLines{RoutesNear: []nearRouteLine{}, RouteOrder: []orderLine{}}
	var err error
	if lines.near, err = c.RoutesNear(ctx, id); err != nil {
		return lines, err
	}
	for _, r := range lines.near {
		lines.RoutesNear = append(lines.RoutesNear, nearRouteLine{
			Route: r.Names.Label(), Key: r.Key, Leg: r.Leg.Names.Label(), Place: known(r.Leg.Place), Distance: math.Round(r.Metres),
		})
	}
	if lines.order, err = c.RouteOrder(ctx, []catalog.PhotoID{id}); err != nil {
		return lines, err
	}
	for i := range lines.order.Contradictions {
		x := &lines.order.Contradictions[i]
		lines.RouteOrder = append(lines.RouteOrder, orderLine{
			Route: x.Route.Names.Label(), Way: known(string(x.Way)), Before: passedLineOf(x.Before), After: passedLineOf(x.After), Text: p.words.RouteOrder(x),
		})
	}
	return lines, nil
}

func passedLineOf(x journey.Passed) passedLine {
	line := passedLine{Photo: x.Photo.String(), Leg: x.Leg.Names.Label()}
	if x.Date != nil {
		line.Date = known(x.Date.EDTF)
	}
	return line
}

// maxNearRoutes is how many routes nearby are named in words.
const maxNearRoutes = 5

// routeRows say on which route a photo is, else which pass by, and what
// contradicts their order.
func (p *program) routeRows(photo *catalog.Photo, lines routeLines) [][2]string {
	w := p.words
	rows := [][2]string{{w.T("cli.show.route"), p.inherited(w.Called(photo.RouteName), photo.Route.FromBatch)}}
	if photo.Route.Value == 0 && len(lines.near) > 0 {
		rows = append(rows, [2]string{w.T("cli.show.routes_near"), w.RoutesNear(lines.near[:min(len(lines.near), maxNearRoutes)])})
	}
	for i, x := range lines.RouteOrder {
		rows = append(rows, [2]string{heading(i, w.T("cli.show.route_order")), x.Text})
	}
	return rows
}
