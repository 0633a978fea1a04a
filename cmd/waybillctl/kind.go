package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) kindCommand() *cobra.Command {
	return p.statingCommand("kind CAT PHOTO... KIND [--said] [--by NAME] [--dry-run] [--json]",
		p.words.T("cli.kind.short"), p.words.T("cli.kind.long"),
		func(_ context.Context, _ *workspace.Catalogue, text string) (catalog.Statement, error) {
			text = strings.TrimSpace(text)
			kind, err := catalog.ParseKind(text)
			return catalog.Statement{Property: catalog.PropKind, Raw: text, Value: string(kind)}, err
		})
}
