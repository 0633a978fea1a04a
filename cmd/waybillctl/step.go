package main

import (
	"time"

	"waybill/catalog"
)

// stepLine is a step in history --json and in the answers to tag --json.
type stepLine struct {
	Step   *catalog.StepID `json:"step"` // null when nothing needed changing
	At     *string         `json:"at"`
	Actor  *string         `json:"actor"`
	Action string          `json:"action"`
	Words  string          `json:"words"`
	Photos int             `json:"photos"`
	Of     *catalog.StepID `json:"of"` // the step that was undone or redone
	Detail map[string]any  `json:"detail"`
}

func (p *program) stepLine(s catalog.Step) stepLine {
	line := stepLine{Action: string(s.Action), Detail: s.Detail}
	if s.ID == 0 {
		line.Action, line.Words = string(catalog.ActionTag), p.words.T("cli.tag.unchanged")
		return line
	}
	line.Step, line.Words, line.Photos = &s.ID, p.words.Step(s), photosOf(s.Detail)
	line.At, line.Actor = known(s.At.UTC().Format(time.RFC3339)), known(s.Actor)
	if s.Of != 0 {
		line.Of = &s.Of
	}
	return line
}

// stepOf is stepLine for a step of an action also when it changed nothing.
func (p *program) stepOf(s catalog.Step, a catalog.Action) stepLine {
	line := p.stepLine(s)
	line.Action = string(a)
	return line
}

// photosOf reads from a step's facts how many photos it was about.
func photosOf(detail map[string]any) int {
	if of, ok := detail["of_detail"].(map[string]any); ok {
		return photosOf(of)
	}
	n := 0
	for _, name := range []string{"photos", "imported", "duplicate"} {
		switch v := detail[name].(type) {
		case int:
			n += v
		case float64: // as JSON gives it
			n += int(v)
		}
	}
	return n
}

// tellStep says what a step did.
func (p *program) tellStep(s catalog.Step, asJSON bool) error {
	line := p.stepLine(s)
	if asJSON {
		return p.line(line)
	}
	return p.say(clean(line.Words))
}
