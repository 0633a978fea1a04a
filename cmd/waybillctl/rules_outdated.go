package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) rulesOutdatedCommand() *cobra.Command {
	var asJSON bool
	var out string
	cmd := p.command("outdated CAT [--out FILE] [--json]", p.words.T("cli.rules.outdated.short"), 1, 1, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			pages := c.Outdated(cmd.Context())
			switch {
			case out != "":
				return p.exportConcerns(out, pages)
			case asJSON:
				_, err := p.concernLines(pages)
				return err
			}
			n, err := p.concernsWords(pages)
			if err != nil {
				return err
			}
			if n == 0 {
				return p.say(p.words.T("cli.rules.outdated.none"))
			}
			return p.say(p.words.N("cli.rules.diff.concerned", n))
		})
	})
	p.outFlag(cmd, &out)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

// rulesSettleCommand makes the commands by which the list is worked through:
// stand and take.
func (p *program) rulesSettleCommand(how string) *cobra.Command {
	var asJSON bool
	var who, reason string
	use, short := "stand CAT OBSERVATION... [--by NAME] [--json]", p.words.T("cli.rules.stand.short")
	if how == "take" {
		use, short = "take CAT OBSERVATION... [--reason T] [--by NAME] [--json]", p.words.T("cli.rules.take.short")
	}
	cmd := p.command(use, short, 2, -1, func(cmd *cobra.Command, args []string) error {
		ids := make([]int64, 0, len(args)-1)
		for _, text := range args[1:] {
			id, err := catalog.ParseObservationID(text)
			if err != nil {
				return p.usage(err)
			}
			ids = append(ids, id)
		}
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			step, err := settle(cmd.Context(), c, how, ids, strings.TrimSpace(reason), who)
			if err != nil {
				return err
			}
			line := p.stepOf(step, catalog.ActionDetermine)
			if asJSON {
				return p.line(line)
			}
			return p.say(clean(line.Words))
		})
	})
	if how == "take" {
		cmd.Flags().StringVar(&reason, "reason", "", p.words.T("cli.flag.reason"))
	}
	p.byFlag(cmd, &who)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

func settle(ctx context.Context, c *workspace.Catalogue, how string, ids []int64, reason, who string) (catalog.Step, error) {
	if how == "take" {
		return c.TakeNew(ctx, ids, reason, who)
	}
	return c.Stand(ctx, ids, who)
}
