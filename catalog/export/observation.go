package export

import (
	"strconv"
	"strings"
	"time"

	"waybill/catalog"
)

// observation is goods in a photo as docs/formats.md describes them. Unknown is null.
type observation struct {
	ID             string  `json:"id"`
	Lot            *string `json:"lot"`
	Item           string  `json:"item"`
	ItemKey        string  `json:"item_key"`
	Visible        bool    `json:"visible"`
	Status         string  `json:"status"`
	Reason         *string `json:"reason"`
	DeterminedBy   *string `json:"determined_by"`
	DeterminedAt   *string `json:"determined_at"`
	Measure        *string `json:"measure"`
	Pack           *string `json:"pack"`
	Judged         *string `json:"determined_direction"`
	Exemptions     *string `json:"exemptions"`
	AsOf           *string `json:"as_of"`  // EDTF
	Review         *string `json:"review"` // one of catalog.ReviewNone and so on
	DirectionBasis *string `json:"direction_basis"`
	Seen

	unitWord string // of Unit, for people who read the table
}

func observationOf(o *catalog.Observation) observation {
	seen := observation{
		ID: o.UUID, Lot: known(o.LotUUID), Item: o.ItemName, ItemKey: o.ItemKey, Visible: o.Visible, Status: string(o.Status()),
		DirectionBasis: known(string(o.Basis)), Seen: SeenOf(&o.Seen), Review: known(catalog.ReviewState([]catalog.Observation{*o})),
	}
	if o.Quantity != nil {
		seen.unitWord = o.UnitNames.Word(o.Unit, *o.Quantity)
	} else {
		seen.unitWord = o.UnitNames.Word(o.Unit, 1)
	}
	if d := o.Determination; d != nil {
		seen.Measure, seen.Pack, seen.Judged = known(d.Measure), known(d.Pack), known(string(d.Direction))
		seen.Exemptions, seen.AsOf = known(d.Exemptions), known(d.AsOf)
		seen.Reason, seen.DeterminedBy = known(d.Reason), known(d.By)
		seen.DeterminedAt = known(d.At.UTC().Format(time.RFC3339))
	}
	return seen
}

// rectangle writes a region in hundredths of the upright picture's sides, as W3C
// Media Fragments URI 1.0, section 4.2.2 has it.
func rectangle(r *catalog.Region) string {
	if r == nil {
		return ""
	}
	parts := make([]string, 0, 4)
	for _, side := range []float64{r.X, r.Y, r.W, r.H} {
		parts = append(parts, strconv.FormatFloat(side*100, 'f', 2, 64))
	}
	return "xywh=percent:" + strings.Join(parts, ",")
}

// observationColumns lists the columns of observations.csv.
func observationColumns() []column[observationRow] {
	plain := func(name string, of func(*observation) *string) column[observationRow] {
		return column[observationRow]{name, func(r observationRow) string { return said(of(r.observation)) }}
	}
	written := func(name string, of func(*observation) *string) column[observationRow] {
		return column[observationRow]{name, func(r observationRow) string { return guarded(said(of(r.observation))) }}
	}
	return []column[observationRow]{
		{"photo", func(r observationRow) string { return r.photo.UUID }},
		{"id", func(r observationRow) string { return r.ID }},
		plain("lot", func(o *observation) *string { return o.Lot }),
		written("item", func(o *observation) *string { return &o.Item }),
		{"item_key", func(r observationRow) string { return r.ItemKey }},
		{"seen", func(r observationRow) string { return seenAs(r.Visible) }},
		{"status", func(r observationRow) string { return r.Status }},
		written("measure", func(o *observation) *string { return o.Measure }),
		written("pack", func(o *observation) *string { return o.Pack }),
		plain("determined_direction", func(o *observation) *string { return o.Judged }),
		written("reason", func(o *observation) *string { return o.Reason }),
		written("exemptions", func(o *observation) *string { return o.Exemptions }),
		plain("as_of", func(o *observation) *string { return o.AsOf }),
		written("determined_by", func(o *observation) *string { return o.DeterminedBy }),
		plain("determined_at", func(o *observation) *string { return o.DeterminedAt }),
		plain("review", func(o *observation) *string { return o.Review }),
		plain("stage", func(o *observation) *string { return o.Stage }),
		plain("direction", func(o *observation) *string { return o.Direction }),
		plain("direction_basis", func(o *observation) *string { return o.DirectionBasis }),
		written("use", func(o *observation) *string { return o.Use }),
		{"quantity", func(r observationRow) string { return decimal(r.Quantity) }},
		written("unit", func(o *observation) *string { return &o.unitWord }),
		{"estimated", func(r observationRow) string { return strconv.FormatBool(r.Estimated) }},
		written("brand", func(o *observation) *string { return o.Brand }),
		written("model", func(o *observation) *string { return o.Model }),
		written("label", func(o *observation) *string { return o.Label }),
		plain("made_in", func(o *observation) *string { return o.MadeIn }),
		plain("packaging", func(o *observation) *string { return o.Packaging }),
		written("note", func(o *observation) *string { return o.Note }),
		plain("confidence", func(o *observation) *string { return o.Confidence }),
		{"region", func(r observationRow) string { return rectangle(r.Region) }},
	}
}

// observationRow is what a line of observations.csv is made from.
type observationRow struct {
	photo *catalog.Photo
	*observation
}

// seenAs tells in a word what the photo shows and what its source said.
func seenAs(visible bool) string {
	if visible {
		return "visible"
	}
	return "reported"
}

func said(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
