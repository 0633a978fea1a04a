package main

import (
	"context"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) historyCommand() *cobra.Command {
	var asJSON bool
	var step int64
	cmd := p.command("history CAT [PHOTO] [--step NUMBER] [--json]", p.words.T("cli.history.short"), 1, 2, func(cmd *cobra.Command, args []string) error {
		var photo catalog.PhotoID
		if len(args) > 1 {
			var err error
			if photo, err = catalog.ParsePhotoID(args[1]); err != nil {
				return p.usage(err)
			}
		}
		if step < 0 {
			return &usageError{p.words.T("cli.usage.negative", "flag", "--step")}
		}
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			if step > 0 {
				return p.changes(cmd.Context(), c, catalog.StepID(step), photo, asJSON)
			}
			return p.history(cmd.Context(), c, photo, asJSON)
		})
	})
	cmd.Flags().Int64Var(&step, "step", 0, p.words.T("cli.flag.step"))
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

// history lists all actions, the latest first, page by page.
func (p *program) history(ctx context.Context, c *workspace.Catalogue, photo catalog.PhotoID, asJSON bool) error {
	if photo != 0 {
		if _, err := c.Photo(ctx, photo); err != nil {
			return err
		}
	}
	for before := catalog.StepID(0); ; {
		steps, err := c.History(ctx, photo, before, pageSize)
		if err != nil {
			return err
		}
		for _, s := range steps {
			if asJSON {
				err = p.line(p.stepLine(s))
			} else {
				err = p.say(p.words.T("cli.history.row", "step", cell(p.words.Count(int(s.ID)), 6),
					"at", s.At.UTC().Format("2006-01-02 15:04"), "actor", cell(clean(s.Actor), 10), "words", clean(p.words.Step(s))))
			}
			if err != nil {
				return err
			}
		}
		if len(steps) < pageSize {
			return nil
		}
		before = steps[len(steps)-1].ID
	}
}

func (p *program) undoCommand() *cobra.Command {
	var by string
	cmd := p.command("undo CAT [--by NAME]", p.words.T("cli.undo.short"), 1, 1, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			step, err := c.Undo(cmd.Context(), by)
			if err != nil {
				return err
			}
			return p.tellStep(step, false)
		})
	})
	p.byFlag(cmd, &by)
	return cmd
}

func (p *program) redoCommand() *cobra.Command {
	var by string
	cmd := p.command("redo CAT [--by NAME]", p.words.T("cli.redo.short"), 1, 1, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			step, err := c.Redo(cmd.Context(), by)
			if err != nil {
				return err
			}
			return p.tellStep(step, false)
		})
	})
	p.byFlag(cmd, &by)
	return cmd
}
