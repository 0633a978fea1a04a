package main

import (
	"context"
	"time"

	"waybill/catalog"
	"waybill/catalog/export"
	"waybill/catalog/workspace"
)

// laws are the measures of the rule packs in force, by id.
type laws map[string]catalog.Measure

func lawsOf(ctx context.Context, c *workspace.Catalogue) (laws, error) {
	packs, err := c.Packs(ctx)
	if err != nil {
		return nil, err
	}
	all := laws{}
	for _, p := range packs {
		for _, m := range p.Measures() {
			all[m.ID] = m
		}
	}
	return all, nil
}

// of gives a measure, nil when no pack in force has it.
func (l laws) of(id string) *catalog.Measure {
	if m, ok := l[id]; ok {
		return &m
	}
	return nil
}

// observationLine is what was seen in a photo, or reported, and how it is
// judged. Reason, by and at are those of the determination in force.
type observationLine struct {
	Item    string  `json:"item"`
	Visible bool    `json:"visible"`
	Status  string  `json:"status"`
	Reason  *string `json:"reason"`
	By      *string `json:"by"`
	At      *string `json:"at"`
	ID      string  `json:"id"`
	ItemKey string  `json:"item_key"`
	Basis   *string `json:"basis"` // of the direction
	export.Seen

	Lot           *catalog.LotID     `json:"lot"`
	Determination *determinationLine `json:"determination"` // in force
}

// judgedLine is an observation with the line of its determinations.
type judgedLine struct {
	observationLine
	lotLine
	Determinations []determinationLine `json:"determinations"` // the latest last
}

type determinationLine struct {
	ID         string       `json:"id"`
	Status     string       `json:"status"`
	Measure    *string      `json:"measure"`
	Instrument *string      `json:"instrument"` // as the pack in force has it
	Paragraph  *string      `json:"paragraph"`
	Pack       *string      `json:"pack"`
	Direction  *string      `json:"direction"`
	Reason     *string      `json:"reason"`
	Exemptions *string      `json:"exemptions"`
	AsOf       *string      `json:"as_of"`
	By         *string      `json:"by"`
	At         string       `json:"at"`
	Reviews    []reviewLine `json:"reviews"`
}

type reviewLine struct {
	ID       string  `json:"id"`
	Kind     string  `json:"kind"`
	Text     *string `json:"text"`
	By       string  `json:"by"`
	At       string  `json:"at"`
	Resolved bool    `json:"resolved"`
}

func (l laws) observation(o *catalog.Observation) observationLine {
	line := observationLine{
		ID: catalog.ObservationID(o.ID), Item: o.ItemName, ItemKey: o.ItemKey, Visible: o.Visible, Status: string(o.Status()),
		Basis: known(string(o.Basis)), Seen: export.SeenOf(&o.Seen),
	}
	if o.Lot != 0 {
		line.Lot = &o.Lot
	}
	if t := o.Determination; t != nil {
		d := l.determination(t)
		line.Determination, line.Reason, line.By, line.At = &d, d.Reason, d.By, known(d.At)
	}
	return line
}

func (l laws) determination(t *catalog.Determination) determinationLine {
	line := determinationLine{
		ID: catalog.DeterminationID(t.ID), Status: string(t.Status), Measure: known(t.Measure), Pack: known(t.Pack),
		Direction: known(string(t.Direction)), Reason: known(t.Reason), Exemptions: known(t.Exemptions), AsOf: known(t.AsOf),
		By: known(t.By), At: t.At.UTC().Format(time.RFC3339), Reviews: []reviewLine{},
	}
	if m := l.of(t.Measure); m != nil {
		line.Instrument, line.Paragraph = known(m.Instrument), known(m.Paragraph)
	}
	for _, r := range t.Reviews {
		line.Reviews = append(line.Reviews, reviewLine{
			ID: r.ID.String(), Kind: string(r.Kind), Text: known(r.Text), By: r.By, At: r.At.UTC().Format(time.RFC3339), Resolved: r.Resolved,
		})
	}
	return line
}
