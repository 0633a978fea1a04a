package main

import (
	"context"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) dateCommand() *cobra.Command {
	return p.statingCommand("date CAT PHOTO... TEXT [--said] [--by NAME] [--dry-run] [--json]",
		p.words.T("cli.date.short"), p.words.T("cli.date.long"),
		func(_ context.Context, _ *workspace.Catalogue, text string) (catalog.Statement, error) {
			return workspace.UnderstandDate(text)
		})
}
