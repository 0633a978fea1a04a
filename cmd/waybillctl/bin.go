package main

import (
	"context"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// binning is what remove and restore are asked to do.
type binning struct {
	action     catalog.Action
	where, who string
	asJSON     bool
}

func (p *program) removeCommand() *cobra.Command {
	cmd := p.binCommand(&binning{action: catalog.ActionRemove}, p.words.T("cli.remove.short"), p.words.T("cli.flag.where"))
	cmd.Long = p.words.T("cli.remove.long")
	return cmd
}

func (p *program) restoreCommand() *cobra.Command {
	cmd := p.binCommand(&binning{action: catalog.ActionRestore}, p.words.T("cli.restore.short"), p.words.T("cli.flag.where_bin"))
	cmd.Long = p.words.T("cli.restore.long")
	return cmd
}

func (p *program) binCommand(b *binning, short, where string) *cobra.Command {
	cmd := p.command(string(b.action)+" CAT [PHOTO...] [--where QUERY] [--by NAME] [--json]", short, 1, -1, func(cmd *cobra.Command, args []string) error {
		ids, err := photoIDs(args[1:])
		if err != nil {
			return p.usage(err)
		}
		var query *catalog.Query
		if cmd.Flags().Changed("where") {
			q, err := catalog.ParseQuery(b.where)
			if err != nil {
				return err
			}
			query = &q
		}
		if len(ids) == 0 && query == nil {
			return &usageError{p.words.T("cli.tag.no_photo")}
		}
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error { return p.bin(cmd.Context(), c, b, ids, query) })
	})
	cmd.Flags().StringVar(&b.where, "where", "", where)
	p.byFlag(cmd, &b.who)
	p.jsonFlag(cmd, &b.asJSON)
	return cmd
}

func (p *program) bin(ctx context.Context, c *workspace.Catalogue, b *binning, ids []catalog.PhotoID, query *catalog.Query) error {
	move := c.Remove
	if b.action == catalog.ActionRestore {
		move = c.Restore
		if query != nil {
			inBin := query.With(catalog.Term{Field: catalog.FieldIs, Value: catalog.IsRemoved})
			query = &inBin
		}
	}
	ids, err := withFound(ctx, c, ids, query)
	if err != nil {
		return err
	}
	if len(ids) == 0 && !b.asJSON {
		return p.say(p.words.T("cli.find.nothing"))
	}
	step, err := move(ctx, ids, b.who)
	if err != nil {
		return err
	}
	line := p.stepOf(step, b.action)
	if b.asJSON {
		return p.line(line)
	}
	return p.say(clean(line.Words))
}

// photoIDs reads the numbers of photos.
func photoIDs(texts []string) ([]catalog.PhotoID, error) {
	var ids []catalog.PhotoID
	for _, text := range texts {
		id, err := catalog.ParsePhotoID(text)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// withFound adds to some photos what a query finds, if there is one.
func withFound(ctx context.Context, c *workspace.Catalogue, ids []catalog.PhotoID, query *catalog.Query) ([]catalog.PhotoID, error) {
	if query == nil {
		return ids, nil
	}
	for page, err := range c.FindAll(ctx, *query, catalog.SortImported, pageSize) {
		if err != nil {
			return nil, err
		}
		ids = append(ids, page...)
	}
	return ids, nil
}
