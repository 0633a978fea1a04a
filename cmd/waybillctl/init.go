package main

import (
	"github.com/spf13/cobra"

	"waybill/assets"
	"waybill/catalog/workspace"
)

func (p *program) initCommand() *cobra.Command {
	var by string
	cmd := p.command("init CAT [--by NAME]", p.words.T("cli.init.short"), 1, 1, func(cmd *cobra.Command, args []string) error {
		if err := workspace.Create(cmd.Context(), args[0], assets.Vocabulary, by); err != nil {
			return err
		}
		return p.say(p.words.T("cli.init.done", "catalogue", args[0]))
	})
	cmd.Flags().StringVar(&by, "by", "", p.words.T("cli.flag.init_by"))
	return cmd
}
