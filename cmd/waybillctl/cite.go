package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/citation"
	"waybill/catalog/workspace"
)

func (p *program) citeCommand() *cobra.Command {
	var audience string
	var asJSON bool
	cmd := p.command("cite CAT PHOTO|OBSERVATION [--audience public|archive] [--json]", p.words.T("cli.cite.short"), 2, 2,
		func(cmd *cobra.Command, args []string) error {
			to, err := citation.ParseAudience(audience)
			if err != nil {
				return p.usage(err)
			}
			cite, err := p.cited(args[1], to)
			if err != nil {
				return p.usage(err)
			}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
				cited, err := cite(cmd.Context(), c)
				if err != nil {
					return err
				}
				if asJSON {
					return p.line(citeLine{cited.Text, p.words.Language(), cited.Citation})
				}
				return p.say(cited.Text)
			})
		})
	cmd.Long = p.words.T("cli.cite.long")
	cmd.Flags().StringVar(&audience, "audience", string(citation.Public), p.words.T("cli.flag.audience"))
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

// citeLine is a citation in cite --json.
type citeLine struct {
	Text     string `json:"text"`
	Language string `json:"language"` // of the text, BCP 47
	*citation.Citation
}

// cited reads the id of what is to be cited.
func (p *program) cited(id string, to citation.Audience) (func(context.Context, *workspace.Catalogue) (workspace.Cited, error), error) {
	if strings.HasPrefix(strings.ToUpper(strings.TrimSpace(id)), "O-") {
		observation, err := catalog.ParseObservationID(id)
		return func(ctx context.Context, c *workspace.Catalogue) (workspace.Cited, error) {
			return c.CiteObservation(ctx, observation, to, p.words)
		}, err
	}
	photo, err := catalog.ParsePhotoID(id)
	return func(ctx context.Context, c *workspace.Catalogue) (workspace.Cited, error) {
		return c.CitePhoto(ctx, photo, to, p.words)
	}, err
}
