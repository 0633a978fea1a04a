package export

import "waybill/catalog"

// Facts are what is written about a photo wherever it is written as JSON: in an
// export and by the command line. Unknown is null.
type Facts struct {
	Format      string   `json:"format"`
	Size        int64    `json:"size"`   // bytes
	Width       *int     `json:"width"`  // pixels of the upright picture
	Height      *int     `json:"height"` // pixels of the upright picture
	Orientation *int     `json:"orientation"`
	Problem     *string  `json:"problem"`
	Taken       *string  `json:"taken"`        // wall time
	TakenOffset *string  `json:"taken_offset"` // from UTC
	Latitude    *float64 `json:"latitude"`     // degrees, WGS 84
	Longitude   *float64 `json:"longitude"`    // degrees, WGS 84
	Altitude    *float64 `json:"altitude"`     // metres
	Make        *string  `json:"make"`
	Model       *string  `json:"model"`
	Lens        *string  `json:"lens"`
	Exposure    *string  `json:"exposure"`
	Status      string   `json:"status"`
	Route       *string  `json:"route"`
	Caption     *string  `json:"caption"`
	Note        *string  `json:"note"`
	Credit      *string  `json:"credit"`
}

// FactsOf gives the facts of a photo.
func FactsOf(p *catalog.Photo) Facts {
	return Facts{
		Format: p.Format, Size: p.Size, Width: p.Width, Height: p.Height, Orientation: p.Orientation, Problem: known(string(p.Problem)),
		Taken: known(wall(p)), TakenOffset: known(offset(p)), Latitude: p.Latitude, Longitude: p.Longitude, Altitude: p.Altitude,
		Make: known(p.Make), Model: known(p.Model), Lens: known(p.Lens), Exposure: known(p.Exposure),
		Status: string(p.Status), Route: known(p.RouteName),
		Caption: known(p.Caption), Note: known(p.Note), Credit: known(p.Credit.Value),
	}
}

// Seen is what is written likewise about goods in a photo.
type Seen struct {
	Stage      *string         `json:"stage"`
	Direction  *string         `json:"direction"`
	Use        *string         `json:"use"`
	Quantity   *float64        `json:"quantity"`
	Unit       *string         `json:"unit"`
	Estimated  bool            `json:"estimated"`
	Brand      *string         `json:"brand"`
	Model      *string         `json:"model"`
	Label      *string         `json:"label"`
	MadeIn     *string         `json:"made_in"` // ISO 3166-1 alpha-2
	Packaging  *string         `json:"packaging"`
	Note       *string         `json:"note"`
	Confidence *string         `json:"confidence"`
	Region     *catalog.Region `json:"region"`
}

// SeenOf gives what is known about goods.
func SeenOf(s *catalog.Seen) Seen {
	return Seen{
		Stage: known(string(s.Stage)), Direction: known(string(s.Direction)), Use: known(s.Use),
		Quantity: s.Quantity, Unit: known(s.Unit), Estimated: s.Estimated, Brand: known(s.Brand), Model: known(s.Model), Label: known(s.Label),
		MadeIn: known(s.MadeIn), Packaging: known(string(s.Packaging)), Note: known(s.Note), Confidence: known(string(s.Confidence)), Region: s.Region,
	}
}
