package main

import (
	"context"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// reviewing is what review is asked to write down.
type reviewing struct {
	agree, asJSON               bool
	disagree, ask, resolve, who string
}

func (p *program) reviewCommand() *cobra.Command {
	r := &reviewing{}
	cmd := p.command("review CAT [DETERMINATION] --agree|--disagree T|--ask T|--resolve REVIEW [--by NAME] [--json]", p.words.T("cli.review.short"), 1, 2,
		func(cmd *cobra.Command, args []string) error {
			given := 0
			for _, flag := range []string{"agree", "disagree", "ask", "resolve"} {
				if cmd.Flags().Changed(flag) {
					given++
				}
			}
			resolves := cmd.Flags().Changed("resolve")
			if given != 1 || resolves != (len(args) == 1) {
				return p.see(cmd, p.words.T("cli.review.which"))
			}
			act, err := p.readReview(r, args[1:], resolves)
			if err != nil {
				return err
			}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
				step, err := act(cmd.Context(), c)
				if err != nil {
					return err
				}
				return p.tellReview(step, r.asJSON)
			})
		})
	cmd.Long = p.words.T("cli.review.long")
	f := cmd.Flags()
	f.BoolVar(&r.agree, "agree", false, p.words.T("cli.flag.agree"))
	f.StringVar(&r.disagree, "disagree", "", p.words.T("cli.flag.disagree"))
	f.StringVar(&r.ask, "ask", "", p.words.T("cli.flag.ask"))
	f.StringVar(&r.resolve, "resolve", "", p.words.T("cli.flag.resolve"))
	p.byFlag(cmd, &r.who)
	p.jsonFlag(cmd, &r.asJSON)
	return cmd
}

// readReview reads what needs no catalogue, and gives what is to be done.
func (p *program) readReview(r *reviewing, of []string, resolves bool) (func(context.Context, *workspace.Catalogue) (catalog.Step, error), error) {
	if resolves {
		id, err := catalog.ParseReviewID(r.resolve)
		if err != nil {
			return nil, p.usage(err)
		}
		return func(ctx context.Context, c *workspace.Catalogue) (catalog.Step, error) {
			return c.Resolve(ctx, id, r.who)
		}, nil
	}
	id, err := catalog.ParseDeterminationID(of[0])
	if err != nil {
		return nil, p.usage(err)
	}
	kind, text := catalog.Agrees, ""
	switch {
	case r.disagree != "":
		kind, text = catalog.Disagrees, r.disagree
	case r.ask != "":
		kind, text = catalog.Asks, r.ask
	case !r.agree:
		return nil, p.usage(&catalog.Error{Code: catalog.ErrInvalid, Op: "review"})
	}
	return func(ctx context.Context, c *workspace.Catalogue) (catalog.Step, error) {
		return c.Review(ctx, id, kind, text, r.who)
	}, nil
}

func (p *program) tellReview(step catalog.Step, asJSON bool) error {
	line := p.stepOf(step, catalog.ActionReview)
	if asJSON {
		return p.line(line)
	}
	return p.say(clean(line.Words))
}
