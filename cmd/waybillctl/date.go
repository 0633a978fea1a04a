package main

import (
	"github.com/spf13/cobra"

	"waybill/catalog/workspace"
)

func (p *program) dateCommand() *cobra.Command {
	s := &stating{}
	cmd := p.command("date CAT PHOTO... TEXT [--said] [--by NAME] [--dry-run] [--json]", p.words.T("cli.date.short"), 3, -1,
		func(cmd *cobra.Command, args []string) error {
			photos, text, err := p.photosAndText(args[1:])
			if err != nil {
				return err
			}
			statement, err := workspace.UnderstandDate(text)
			if err != nil {
				return p.misunderstood(err)
			}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
				return p.state(cmd.Context(), c, photos, statement, s)
			})
		})
	cmd.Long = p.words.T("cli.date.long")
	p.statingFlags(cmd, s)
	return cmd
}
