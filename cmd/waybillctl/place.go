package main

import (
	"context"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) placeCommand() *cobra.Command {
	var shown bool
	cmd := p.statingCommand("place CAT PHOTO... TEXT [--shown] [--said] [--by NAME] [--dry-run] [--json]",
		p.words.T("cli.place.short"), p.words.T("cli.place.long"),
		func(ctx context.Context, c *workspace.Catalogue, text string) (catalog.Statement, error) {
			about := catalog.PropPlace
			if shown {
				about = catalog.PropPlaceShown
			}
			return c.UnderstandPlace(ctx, about, text)
		})
	cmd.Flags().BoolVar(&shown, "shown", false, p.words.T("cli.flag.shown"))
	return cmd
}
