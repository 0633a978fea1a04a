package main

import (
	"strings"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) kindCommand() *cobra.Command {
	s := &stating{}
	cmd := p.command("kind CAT PHOTO... KIND [--said] [--by NAME] [--dry-run] [--json]", p.words.T("cli.kind.short"), 3, -1,
		func(cmd *cobra.Command, args []string) error {
			photos, text, err := p.photosAndText(args[1:])
			if err != nil {
				return err
			}
			text = strings.TrimSpace(text)
			kind, err := catalog.ParseKind(text)
			if err != nil {
				return p.misunderstood(err)
			}
			statement := catalog.Statement{Property: catalog.PropKind, Raw: text, Value: string(kind)}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
				return p.state(cmd.Context(), c, photos, statement, s)
			})
		})
	cmd.Long = p.words.T("cli.kind.long")
	p.statingFlags(cmd, s)
	return cmd
}
