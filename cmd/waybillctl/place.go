package main

import (
	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) placeCommand() *cobra.Command {
	s := &stating{}
	var shown bool
	cmd := p.command("place CAT PHOTO... TEXT [--shown] [--said] [--by NAME] [--dry-run] [--json]", p.words.T("cli.place.short"), 3, -1,
		func(cmd *cobra.Command, args []string) error {
			photos, text, err := p.photosAndText(args[1:])
			if err != nil {
				return err
			}
			about := catalog.PropPlace
			if shown {
				about = catalog.PropPlaceShown
			}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
				statement, err := c.UnderstandPlace(cmd.Context(), about, text)
				if err != nil {
					return p.misunderstood(err)
				}
				return p.state(cmd.Context(), c, photos, statement, s)
			})
		})
	cmd.Long = p.words.T("cli.place.long")
	cmd.Flags().BoolVar(&shown, "shown", false, p.words.T("cli.flag.shown"))
	p.statingFlags(cmd, s)
	return cmd
}
