package main

import (
	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) vocabStatusCommand() *cobra.Command {
	var asJSON bool
	cmd := p.command("status CAT [--json]", p.words.T("cli.vocab.status.short"), 1, 1, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			s, err := c.ShippedVocabulary(cmd.Context())
			if err != nil {
				return err
			}
			return p.shipment(&s, asJSON)
		})
	})
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

func (p *program) vocabUpdateCommand() *cobra.Command {
	var who string
	var asJSON bool
	cmd := p.command("update CAT [--by NAME] [--json]", p.words.T("cli.vocab.update.short"), 1, 1, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			s, err := c.ShippedVocabulary(cmd.Context())
			if err != nil {
				return err
			}
			step, err := c.TakeShippedVocabulary(cmd.Context(), who)
			if err != nil {
				return err
			}
			if asJSON {
				line := updateLine{Version: s.Ships, Added: s.New.Entries()}
				if step.ID != 0 {
					line.Step = &step.ID
				}
				return p.line(line)
			}
			if step.ID == 0 {
				return p.say(p.words.T("cli.vocab.current", "version", s.Has))
			}
			return p.say(p.words.N("cli.vocab.updated", s.New.Entries(), "version", s.Ships))
		})
	})
	cmd.Long = p.words.T("cli.vocab.update.long")
	p.byFlag(cmd, &who)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

// updateLine is what vocab update --json writes.
type updateLine struct {
	Version string          `json:"version"`
	Added   int             `json:"added"`
	Step    *catalog.StepID `json:"step"` // null when there was nothing newer
}

// shipmentLine is what vocab status --json writes: the keys of what an update
// would add.
type shipmentLine struct {
	Has    *string  `json:"has"` // null when nobody knows
	Ships  string   `json:"ships"`
	Newer  bool     `json:"newer"`
	Items  []string `json:"items"`
	Routes []string `json:"routes"`
	Units  []string `json:"units"`
}

// shipment says which version of the shipped vocabulary a catalogue has, and
// what a newer one adds.
func (p *program) shipment(s *workspace.Shipment, asJSON bool) error {
	line := shipmentLine{Has: known(s.Has), Ships: s.Ships, Newer: s.Newer(), Items: []string{}, Routes: []string{}, Units: []string{}}
	var names []catalog.Names
	for _, i := range s.New.Items {
		line.Items, names = append(line.Items, i.Key), append(names, i.Names)
	}
	for _, r := range s.New.Routes {
		line.Routes, names = append(line.Routes, r.Key), append(names, r.Names)
	}
	for _, u := range s.New.Units {
		line.Units, names = append(line.Units, u.Key), append(names, u.Names)
	}
	switch {
	case asJSON:
		return p.line(line)
	case !s.Newer():
		return p.say(p.words.T("cli.vocab.current", "version", s.Has))
	}
	if err := p.say(p.words.N("cli.vocab.newer", len(names), "version", s.Ships)); err != nil {
		return err
	}
	for _, n := range names {
		if err := p.say(p.words.T("cli.vocab.new", "name", clean(p.words.Name(n)))); err != nil {
			return err
		}
	}
	return nil
}
