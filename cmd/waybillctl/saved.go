package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// savedLine is a saved search in saved list --json.
type savedLine struct {
	Name  string  `json:"name"`
	Query string  `json:"query"`
	Count *int    `json:"count"` // null when the query can no longer be carried out
	Error *string `json:"error"`
}

func (p *program) savedCommand() *cobra.Command {
	cmd := p.group("saved", p.words.T("cli.saved.short"), p.words.T("cli.saved.long"))
	add := p.stepCommand("add CAT NAME QUERY...", p.words.T("cli.saved.add.short"), 3, -1, catalog.ActionSearch,
		func(ctx context.Context, c *workspace.Catalogue, args []string, by string) (catalog.Step, error) {
			return c.SaveSearch(ctx, args[0], strings.Join(args[1:], " "), by)
		})
	rename := p.stepCommand("rename CAT NAME INTO", p.words.T("cli.saved.rename.short"), 3, 3, catalog.ActionSearch,
		func(ctx context.Context, c *workspace.Catalogue, args []string, by string) (catalog.Step, error) {
			return c.RenameSearch(ctx, args[0], args[1], by)
		})
	remove := p.stepCommand("delete CAT NAME", p.words.T("cli.saved.delete.short"), 2, 2, catalog.ActionSearch,
		func(ctx context.Context, c *workspace.Catalogue, args []string, by string) (catalog.Step, error) {
			return c.DeleteSearch(ctx, args[0], by)
		})
	cmd.AddCommand(p.savedListCommand(), add, rename, remove)
	return cmd
}

// group makes a command that only holds others.
func (p *program) group(name, short, long string) *cobra.Command {
	return &cobra.Command{
		Use: name + " COMMAND", Short: short, Long: long, DisableFlagsInUseLine: true,
		Args: p.unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			p.help(cmd, p.err)
			return &usageError{p.words.T("cli.usage.no_command")}
		},
	}
}

// stepCommand makes a command that does one step with its arguments behind the
// catalogue, and says what it did.
func (p *program) stepCommand(use, short string, minArgs, maxArgs int, what catalog.Action,
	work func(ctx context.Context, c *workspace.Catalogue, args []string, by string) (catalog.Step, error),
) *cobra.Command {
	var who string
	var asJSON bool
	cmd := p.command(use+" [--by NAME] [--json]", short, minArgs, maxArgs, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			step, err := work(cmd.Context(), c, args[1:], who)
			if err != nil {
				return err
			}
			line := p.stepOf(step, what)
			if asJSON {
				return p.line(line)
			}
			return p.say(clean(line.Words))
		})
	})
	p.byFlag(cmd, &who)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

func (p *program) savedListCommand() *cobra.Command {
	var asJSON bool
	cmd := p.command("list CAT [--json]", p.words.T("cli.saved.list.short"), 1, 1, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			list, err := c.SavedSearches(cmd.Context())
			if err != nil {
				return err
			}
			if len(list) == 0 && !asJSON {
				return p.say(p.words.T("cli.saved.none"))
			}
			for i := range list {
				if err := p.savedSearch(&list[i], asJSON); err != nil {
					return err
				}
			}
			return nil
		})
	})
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

func (p *program) savedSearch(s *catalog.SavedSearch, asJSON bool) error {
	switch {
	case asJSON:
		line := savedLine{Name: s.Name, Query: s.Query, Error: known(p.words.Error(s.Err))}
		if s.Err == nil {
			line.Count = &s.Count
		}
		return p.line(line)
	case s.Err != nil:
		return p.say(p.words.T("cli.saved.broken", "name", clean(s.Name), "reason", clean(p.words.Error(s.Err))))
	}
	return p.say(p.words.T("cli.saved.row", "count", cell(p.words.Count(s.Count), 8), "name", clean(s.Name), "query", clean(s.Query)))
}
