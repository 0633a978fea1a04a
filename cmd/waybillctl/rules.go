package main

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/rules"
	"waybill/catalog/workspace"
)

func (p *program) rulesCommand() *cobra.Command {
	short := p.words.T("cli.rules.short")
	cmd := &cobra.Command{
		Use: "rules list|load|diff CAT [DIR] [--by NAME] [--json]", Short: short, Long: p.words.T("cli.rules.long"), DisableFlagsInUseLine: true,
		Args: p.unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.see(cmd, p.words.T("cli.usage.too_few", "usage", cmd.UseLine()))
		},
	}
	cmd.AddCommand(p.rulesListCommand(), p.rulesLoadCommand(), p.rulesDiffCommand())
	return cmd
}

// packLine is a rule pack in force.
type packLine struct {
	ID       string  `json:"id"`
	Title    string  `json:"title"`
	Version  string  `json:"version"`
	Date     string  `json:"date"`
	Measures int     `json:"measures"`
	Goods    int     `json:"goods"`
	Licence  *string `json:"licence"`
	Source   *string `json:"source"`
	Note     *string `json:"note"`
}

func packLineOf(r *rules.Pack) packLine {
	return packLine{
		ID: r.ID, Title: r.Title, Version: r.Version, Date: r.Date.Format(time.DateOnly), Measures: len(r.Measures()), Goods: len(r.Goods()),
		Licence: known(r.Licence), Source: known(r.Source), Note: known(r.Note),
	}
}

func (p *program) rulesListCommand() *cobra.Command {
	var asJSON bool
	cmd := p.command("list CAT [--json]", p.words.T("cli.rules.list.short"), 1, 1, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			packs, err := c.Packs(cmd.Context())
			if err != nil {
				return err
			}
			for _, r := range packs {
				if asJSON {
					err = p.line(packLineOf(r))
				} else {
					err = p.say(p.packWords(r))
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

func (p *program) packWords(r *rules.Pack) string {
	return clean(p.words.N("cli.rules.pack", len(r.Measures()), "id", r.ID, "version", r.Version, "date", r.Date.Format(time.DateOnly), "title", r.Title))
}

// loadedLine answers rules load --json.
type loadedLine struct {
	stepLine
	Pack packLine `json:"pack"`
}

func (p *program) rulesLoadCommand() *cobra.Command {
	var asJSON bool
	var who string
	cmd := p.command("load CAT DIR [--by NAME] [--json]", p.words.T("cli.rules.load.short"), 2, 2, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			pack, step, err := c.LoadPack(cmd.Context(), args[1], who)
			if err != nil {
				return err
			}
			if asJSON {
				return p.line(loadedLine{p.stepOf(step, catalog.ActionPack), packLineOf(pack)})
			}
			return p.say(p.words.T("cli.rules.loaded", "pack", p.packWords(pack)))
		})
	})
	p.byFlag(cmd, &who)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

func (p *program) rulesDiffCommand() *cobra.Command {
	var asJSON bool
	cmd := p.command("diff CAT DIR [--json]", p.words.T("cli.rules.diff.short"), 2, 2, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			return p.rulesDiff(cmd.Context(), c, args[1], asJSON)
		})
	})
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

func (p *program) rulesDiff(ctx context.Context, c *workspace.Catalogue, dir string, asJSON bool) error {
	d, err := c.DiffPack(ctx, dir)
	if err != nil {
		return err
	}
	if asJSON {
		return p.diffLines(d)
	}
	return p.diffWords(d)
}

// diffWords lists the changes and, below, the judgements that they concern.
func (p *program) diffWords(d *workspace.PackDiff) error {
	w := p.words
	var lines []string
	if len(d.Changes) == 0 {
		lines = append(lines, w.T("cli.rules.diff.same"))
	}
	for _, x := range d.Changes {
		about := x.Measure
		if about == "" {
			about = x.Goods
		}
		if x.Direction != "" {
			about = w.T("cli.rules.diff.way", "goods", about, "direction", w.Direction(x.Direction))
		}
		lines = append(lines, w.T("cli.rules.diff.change", "kind", w.PackChange(x.Kind), "about", about))
		for _, f := range x.Fields {
			lines = append(lines, "    "+w.T("cli.rules.diff.field", "field", f.Field, "old", f.Old, "new", f.New))
		}
	}
	if len(d.Changes) > 0 {
		lines = append(lines, w.N("cli.rules.diff.concerned", len(d.Concerns)))
	}
	for i := range d.Concerns {
		lines = append(lines, p.concernWords(&d.Concerns[i])...)
	}
	for _, line := range lines {
		if err := p.say(clean(line)); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) concernWords(x *workspace.Concern) []string {
	w := p.words
	reasons := make([]string, len(x.Reasons))
	for i, r := range x.Reasons {
		reasons[i] = w.Concern(r)
	}
	lines := []string{w.T("cli.rules.diff.judgement", "photo", x.Photo.String(), "determination", catalog.DeterminationID(x.Determination.ID),
		"item", x.ItemName, "status", w.Status(x.Status()), "reasons", strings.Join(reasons, "; "))}
	for _, side := range []struct {
		key string
		m   *catalog.Measure
	}{{"cli.rules.diff.old", x.OldBasis}, {"cli.rules.diff.new", x.NewBasis}} {
		if side.m != nil {
			lines = append(lines, "    "+w.T(side.key, "text", p.basisWords(side.m)))
		}
	}
	if len(x.NewMeasures) > 0 {
		lines = append(lines, "    "+w.T("cli.rules.diff.suggests", "list", strings.Join(x.NewMeasures, w.T("list.separator"))))
	}
	return lines
}

func (p *program) basisWords(m *catalog.Measure) string {
	text := p.words.T("cli.rules.diff.basis", "measure", p.words.Measure(m.Instrument, m.Paragraph), "title", m.Title, "from", m.From.Format(time.DateOnly))
	if m.Until != nil {
		text = p.words.T("cli.rules.diff.until", "text", text, "until", m.Until.Format(time.DateOnly))
	}
	return text
}
