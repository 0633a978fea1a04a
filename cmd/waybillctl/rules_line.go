package main

import (
	"context"
	"iter"

	"waybill/catalog"
	"waybill/catalog/rules"
	"waybill/catalog/workspace"
)

// changeLine is one difference between two rule packs, in rules diff --json.
type changeLine struct {
	Change    string      `json:"change"`
	Measure   *string     `json:"measure"`
	Goods     *string     `json:"goods"`
	Direction *string     `json:"direction"`
	Fields    []fieldLine `json:"fields"`
}

type fieldLine struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

// concernLine is a determination that is worth another look, in rules diff --json.
type concernLine struct {
	Determination string     `json:"determination"`
	Photo         string     `json:"photo"`
	Observation   string     `json:"observation"`
	Item          string     `json:"item"`
	Date          *string    `json:"date"` // EDTF
	Visible       bool       `json:"visible"`
	Status        string     `json:"status"`
	Direction     *string    `json:"direction"`
	Measure       *string    `json:"measure"`
	Pack          *string    `json:"pack"`
	Reasons       []string   `json:"reasons"`
	Old           *basisLine `json:"old"`
	New           *basisLine `json:"new"`
	NewMeasures   []string   `json:"new_measures"`
	NewPack       string     `json:"new_pack"`
	Suggested     *firstLine `json:"suggested"`
}

// firstLine is what is suggested first now.
type firstLine struct {
	Status  string  `json:"status"`
	Measure *string `json:"measure"`
	Kind    string  `json:"kind"`
}

// basisLine is a measure in one pack.
type basisLine struct {
	Measure    string  `json:"measure"`
	Instrument string  `json:"instrument"`
	Paragraph  *string `json:"paragraph"`
	Title      string  `json:"title"`
	From       *string `json:"from"`
	Until      *string `json:"until"`
}

// diffSummary is the last line of rules diff --json.
type diffSummary struct {
	Summary struct {
		Pack           string  `json:"pack"`
		Old            *string `json:"old"` // version in force, null when there is none
		New            string  `json:"new"`
		Changes        int     `json:"changes"`
		Determinations int     `json:"determinations"`
	} `json:"summary"`
}

func (p *program) diffLines(ctx context.Context, d *workspace.PackDiff) error {
	for _, x := range d.Changes {
		line := changeLine{Change: string(x.Kind), Measure: known(x.Measure), Goods: known(x.Goods), Direction: known(string(x.Direction)), Fields: []fieldLine{}}
		for _, f := range x.Fields {
			line.Fields = append(line.Fields, fieldLine(f))
		}
		if err := p.line(line); err != nil {
			return err
		}
	}
	n, err := p.concernLines(d.Concerns(ctx))
	if err != nil {
		return err
	}
	var last diffSummary
	s := &last.Summary
	s.Pack, s.New, s.Changes, s.Determinations = d.New.ID, d.New.Version, len(d.Changes), n
	if d.Old != nil {
		s.Old = known(d.Old.Version)
	}
	return p.line(last)
}

// concernLines writes judgements that are worth another look, and counts them.
func (p *program) concernLines(pages iter.Seq2[[]workspace.Concern, error]) (int, error) {
	n := 0
	for page, err := range pages {
		if err != nil {
			return n, err
		}
		for i := range page {
			if err := p.line(concernOf(&page[i])); err != nil {
				return n, err
			}
			n++
		}
	}
	return n, nil
}

func concernOf(x *workspace.Concern) concernLine {
	t := x.Determination
	line := concernLine{
		Determination: catalog.DeterminationID(t.ID), Photo: x.Photo.String(), Observation: catalog.ObservationID(x.ID), Item: x.ItemName,
		Visible: x.Visible, Status: string(t.Status), Direction: known(string(t.Direction)), Measure: known(t.Measure), Pack: known(t.Pack),
		Reasons: reasonsOf(x.Reasons), Old: basisOf(x.OldBasis), New: basisOf(x.NewBasis), NewMeasures: []string{},
		Date: known(x.Date), NewPack: x.Is,
	}
	if f := x.First; f != nil {
		line.Suggested = &firstLine{string(f.Status()), known(f.Measure), string(f.Kind)}
	}
	line.NewMeasures = append(line.NewMeasures, x.NewMeasures...)
	return line
}

func reasonsOf(list []rules.Reason) []string {
	texts := make([]string, len(list))
	for i, r := range list {
		texts[i] = string(r)
	}
	return texts
}

func basisOf(m *catalog.Measure) *basisLine {
	if m == nil {
		return nil
	}
	return &basisLine{m.ID, m.Instrument, known(m.Paragraph), m.Title, dayOf(&m.From), dayOf(m.Until)}
}
