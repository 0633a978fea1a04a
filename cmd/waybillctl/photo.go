package main

import (
	"path/filepath"
	"time"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// photoLine is a photo in find --json and show --json. Unknown is null.
type photoLine struct {
	Photo        string            `json:"photo"`
	UUID         string            `json:"uuid"`
	SHA256       string            `json:"sha256"`
	Path         string            `json:"path"`
	OriginalName string            `json:"original_name"`
	Format       string            `json:"format"`
	Size         int64             `json:"size"`
	Width        *int              `json:"width"`
	Height       *int              `json:"height"`
	Orientation  *int              `json:"orientation"`
	Problem      *string           `json:"problem"`
	Taken        *string           `json:"taken"`
	TakenOffset  *string           `json:"taken_offset"`
	Latitude     *float64          `json:"latitude"`
	Longitude    *float64          `json:"longitude"`
	Altitude     *float64          `json:"altitude"`
	Make         *string           `json:"make"`
	Model        *string           `json:"model"`
	Lens         *string           `json:"lens"`
	Exposure     *string           `json:"exposure"`
	Items        []string          `json:"items"`
	Route        *string           `json:"route"`
	Status       string            `json:"status"`
	Caption      *string           `json:"caption"`
	Note         *string           `json:"note"`
	Credit       *string           `json:"credit"`
	Batch        string            `json:"batch"`
	Observations []observationLine `json:"observations"`
}

type observationLine struct {
	Item    string  `json:"item"`
	Visible bool    `json:"visible"`
	Status  string  `json:"status"`
	Reason  *string `json:"reason"`
	By      *string `json:"by"`
	At      *string `json:"at"`
}

// lineOf gives the line of a photo, without its source.
func lineOf(c *workspace.Catalogue, p *catalog.Photo) (photoLine, error) {
	path, err := filepath.Abs(c.OriginalPath(*p))
	if err != nil {
		return photoLine{}, err
	}
	line := photoLine{
		Photo: p.ID.String(), UUID: p.UUID, SHA256: p.SHA256, Path: path, OriginalName: p.Name, Format: p.Format, Size: p.Size,
		Width: p.Width, Height: p.Height, Orientation: p.Orientation, Problem: known(string(p.Problem)),
		Latitude: p.Latitude, Longitude: p.Longitude, Altitude: p.Altitude,
		Make: known(p.Make), Model: known(p.Model), Lens: known(p.Lens), Exposure: known(p.Exposure),
		Items: p.ItemNames(), Route: known(p.RouteName), Status: string(p.Status),
		Caption: known(p.Caption), Note: known(p.Note), Credit: known(p.Credit.Value), Batch: p.BatchName,
		Observations: []observationLine{},
	}
	if p.Taken != nil {
		line.Taken, line.TakenOffset = known(p.Taken.Wall()), known(p.Taken.Offset)
	}
	for _, o := range p.Observations {
		seen := observationLine{Item: o.ItemName, Visible: o.Visible, Status: string(o.Status())}
		if d := o.Determination; d != nil {
			seen.Reason, seen.By, seen.At = known(d.Reason), known(d.By), known(d.At.UTC().Format(time.RFC3339))
		}
		line.Observations = append(line.Observations, seen)
	}
	return line, nil
}
