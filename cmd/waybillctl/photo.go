package main

import (
	"path/filepath"

	"waybill/catalog"
	"waybill/catalog/export"
	"waybill/catalog/workspace"
)

// photoLine is a photo in find --json and show --json. Unknown is null.
type photoLine struct {
	Photo        string `json:"photo"`
	UUID         string `json:"uuid"`
	SHA256       string `json:"sha256"`
	Path         string `json:"path"`
	OriginalName string `json:"original_name"`
	export.Facts
	Date         *string           `json:"date"` // EDTF
	Kind         *string           `json:"kind"`
	Items        []string          `json:"items"`
	Batch        string            `json:"batch"`
	Removed      bool              `json:"removed"` // it lies in the bin
	Observations []observationLine `json:"observations"`
}

// lineOf gives the line of a photo, without its source.
func lineOf(c *workspace.Catalogue, p *catalog.Photo, l laws) (photoLine, error) {
	path, err := filepath.Abs(c.OriginalPath(*p))
	if err != nil {
		return photoLine{}, err
	}
	line := photoLine{
		Photo: p.ID.String(), UUID: p.UUID, SHA256: p.SHA256, Path: path, OriginalName: p.Name, Facts: export.FactsOf(p),
		Items: p.ItemNames(), Batch: p.BatchName, Removed: p.Removed, Observations: []observationLine{},
	}
	if p.Date != nil {
		line.Date = &p.Date.EDTF
	}
	line.Kind = known(string(p.Kind))
	for i := range p.Observations {
		line.Observations = append(line.Observations, l.observation(&p.Observations[i]))
	}
	return line, nil
}
