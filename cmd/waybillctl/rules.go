package main

import (
	"time"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/rules"
	"waybill/catalog/workspace"
)

func (p *program) rulesCommand() *cobra.Command {
	short := p.words.T("cli.rules.short")
	cmd := &cobra.Command{
		Use: "rules list|diff|load|outdated|stand|take CAT [DIR|OBSERVATION...] [--by NAME] [--json]", Short: short, Long: p.words.T("cli.rules.long"), DisableFlagsInUseLine: true,
		Args: p.unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.see(cmd, p.words.T("cli.usage.too_few", "usage", cmd.UseLine()))
		},
	}
	cmd.AddCommand(p.rulesListCommand(), p.rulesDiffCommand(), p.rulesLoadCommand(), p.rulesOutdatedCommand(),
		p.rulesSettleCommand("stand"), p.rulesSettleCommand("take"))
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
	return clean(p.words.N("cli.rules.pack", len(r.Measures()), "id", r.ID, "version", r.Version, "date", r.Date.Format(time.DateOnly), "title", p.words.PackTitle(r.ID, r.Title)))
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
			if step.ID == 0 {
				return p.say(p.words.T("cli.rules.unchanged"))
			}
			return p.say(p.words.T("cli.rules.loaded", "pack", p.packWords(pack)))
		})
	})
	p.byFlag(cmd, &who)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}
