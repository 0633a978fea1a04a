package main

import (
	"context"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// tagging is what tag is asked to do.
type tagging struct {
	where, template            string
	items, noItems             []string
	isNew, allItems, asJSON    bool
	dryRun                     bool
	route, status, reason      string
	direction                  string
	caption, note, source, who string
	given                      func(flag string) bool
}

func (p *program) tagCommand() *cobra.Command {
	t := &tagging{}
	cmd := p.command("tag CAT [PHOTO...] [--where QUERY] [--item NAME]... [--no-item NAME]... [--new] [--direction into|out] [--route NAME] [--status S]"+
		" [--all-items] [--reason T] [--caption T] [--note T] [--source ALIAS] [--template NAME] [--dry-run] [--by NAME] [--json]", p.words.T("cli.tag.short"), 1, -1,
		func(cmd *cobra.Command, args []string) error {
			edit, query, err := p.readTagging(t, args[1:])
			if err != nil {
				return err
			}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
				return p.tag(cmd.Context(), c, t, edit, query)
			})
		})
	f := cmd.Flags()
	t.given = f.Changed
	f.StringVar(&t.where, "where", "", p.words.T("cli.flag.where"))
	f.StringArrayVar(&t.items, "item", nil, p.words.T("cli.flag.item"))
	f.StringArrayVar(&t.noItems, "no-item", nil, p.words.T("cli.flag.no_item"))
	f.BoolVar(&t.isNew, "new", false, p.words.T("cli.flag.new"))
	f.StringVar(&t.direction, "direction", "", p.words.T("cli.flag.tag_direction"))
	f.StringVar(&t.route, "route", "", p.words.T("cli.flag.route"))
	f.StringVar(&t.status, "status", "", p.words.T("cli.flag.status"))
	f.BoolVar(&t.allItems, "all-items", false, p.words.T("cli.flag.all_items"))
	f.StringVar(&t.reason, "reason", "", p.words.T("cli.flag.reason"))
	f.StringVar(&t.caption, "caption", "", p.words.T("cli.flag.caption"))
	f.StringVar(&t.note, "note", "", p.words.T("cli.flag.note"))
	f.StringVar(&t.source, "source", "", p.words.T("cli.flag.tag_source"))
	f.StringVar(&t.template, "template", "", p.words.T("cli.flag.template"))
	f.BoolVar(&t.dryRun, "dry-run", false, p.words.T("cli.flag.tag_dry_run"))
	p.byFlag(cmd, &t.who)
	p.jsonFlag(cmd, &t.asJSON)
	return cmd
}

// readTagging reads what needs no catalogue. The query is nil without --where.
func (p *program) readTagging(t *tagging, photos []string) (catalog.Edit, *catalog.Query, error) {
	e := catalog.Edit{By: t.who, AllItems: t.allItems}
	var err error
	if e.Photos, err = photoIDs(photos); err != nil {
		return e, nil, p.usage(err)
	}
	for flag, set := range map[string]struct {
		field **string
		value *string
	}{"caption": {&e.Caption, &t.caption}, "note": {&e.Note, &t.note}, "source": {&e.Source, &t.source}, "reason": {&e.Reason, &t.reason}} {
		if t.given(flag) {
			*set.field = set.value
		}
	}
	if t.given("status") {
		status, err := catalog.ParseStatus(t.status)
		if err != nil {
			return e, nil, p.usage(err)
		}
		e.Status = &status
	}
	if t.given("direction") {
		direction, err := catalog.ParseDirection(t.direction)
		if err != nil {
			return e, nil, p.usage(err)
		}
		e.Direction = &direction
	}
	var query *catalog.Query
	if t.given("where") {
		q, err := catalog.ParseQuery(t.where)
		if err != nil {
			return e, nil, err
		}
		query = &q
	}
	return e, query, p.checkTagging(t, &e, query)
}

// checkTagging refuses what says too little or contradicts itself.
func (p *program) checkTagging(t *tagging, e *catalog.Edit, query *catalog.Query) error {
	switch {
	case len(e.Photos) == 0 && query == nil:
		return &usageError{p.words.T("cli.tag.no_photo")}
	case t.template != "":
		return p.onlyTemplate(t)
	case e.Status == nil && (t.given("reason") || t.allItems):
		return &usageError{p.words.T("cli.tag.no_status")}
	case e.Empty() && len(t.items) == 0 && len(t.noItems) == 0 && !t.given("route"):
		return &usageError{p.words.T("cli.tag.no_change")}
	case t.isNew && len(t.items) == 0:
		return &usageError{p.words.T("cli.tag.no_item")}
	}
	return nil
}

// onlyTemplate refuses values beside a template.
func (p *program) onlyTemplate(t *tagging) error {
	for _, flag := range []string{"item", "no-item", "new", "direction", "route", "status", "all-items", "reason", "caption", "note", "source"} {
		if t.given(flag) {
			return &usageError{p.words.T("cli.tag.template_alone", "flag", "--"+flag)}
		}
	}
	return nil
}

func (p *program) tag(ctx context.Context, c *workspace.Catalogue, t *tagging, e catalog.Edit, query *catalog.Query) error {
	var err error
	if t.template != "" {
		photos, by := e.Photos, e.By
		if e, err = c.TemplateEdit(ctx, t.template); err != nil {
			return err
		}
		e.Photos, e.By = photos, by
	} else if err := resolve(ctx, c, t, &e); err != nil {
		return err
	}
	if e.Photos, err = withFound(ctx, c, e.Photos, query); err != nil {
		return err
	}
	if t.dryRun {
		return p.foretell(ctx, c, e, t.asJSON)
	}
	if len(e.Photos) == 0 && !t.asJSON {
		return p.say(p.words.T("cli.find.nothing"))
	}
	step, err := c.Apply(ctx, e)
	if err != nil {
		return err
	}
	return p.tellStep(step, t.asJSON)
}

// resolve looks up the names of items and of the route. A status together with
// items is the status of these: they are added where they are not yet, unless
// it is being withdrawn.
func resolve(ctx context.Context, c *workspace.Catalogue, t *tagging, e *catalog.Edit) error {
	withdraw := e.Status != nil && *e.Status == catalog.NotAssessed
	for _, name := range t.items {
		id, err := c.FindItem(ctx, name)
		if catalog.CodeOf(err) == catalog.ErrUnknownItem && t.isNew {
			e.NewItems = append(e.NewItems, name)
			continue
		}
		if err != nil {
			return err
		}
		if e.Status != nil && !t.allItems {
			e.StatusItems = append(e.StatusItems, id)
		}
		if !withdraw {
			e.AddItems = append(e.AddItems, id)
		}
	}
	for _, name := range t.noItems {
		id, err := c.FindItem(ctx, name)
		if err != nil {
			return err
		}
		e.RemoveItems = append(e.RemoveItems, id)
	}
	if !t.given("route") {
		return nil
	}
	var route catalog.RouteID
	if t.route != "" && t.route != "none" {
		var err error
		if route, err = c.FindRoute(ctx, t.route); err != nil {
			return err
		}
	}
	e.Route = &route
	return nil
}

// wouldLine is what tag --dry-run --json says.
type wouldLine struct {
	Photos int `json:"photos"` // that would change
}

// foretell says how many photos an edit would change.
func (p *program) foretell(ctx context.Context, c *workspace.Catalogue, e catalog.Edit, asJSON bool) error {
	n, err := c.Preview(ctx, e)
	if err != nil {
		return err
	}
	if asJSON {
		return p.line(wouldLine{Photos: n})
	}
	return p.say(p.words.N("cli.tag.would", n))
}
