package main

import (
	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) lotCommand() *cobra.Command {
	var part, asJSON bool
	var who string
	cmd := p.command("lot CAT OBSERVATION... [--part] [--by NAME] [--json]", p.words.T("cli.lot.short"), 2, -1,
		func(cmd *cobra.Command, args []string) error {
			ids := make([]int64, 0, len(args)-1)
			for _, text := range args[1:] {
				id, err := catalog.ParseObservationID(text)
				if err != nil {
					return p.usage(err)
				}
				ids = append(ids, id)
			}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
				change := c.Join
				if part {
					change = c.Part
				}
				step, err := change(cmd.Context(), ids, who)
				if err != nil {
					return err
				}
				line := p.stepOf(step, catalog.ActionLot)
				if asJSON {
					return p.line(line)
				}
				return p.say(clean(line.Words))
			})
		})
	cmd.Long = p.words.T("cli.lot.long")
	cmd.Flags().BoolVar(&part, "part", false, p.words.T("cli.flag.part"))
	p.byFlag(cmd, &who)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}
