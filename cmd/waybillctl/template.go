package main

import (
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// templateLine is a template in template list --json.
type templateLine struct {
	Name   string                 `json:"name"`
	Key    *string                `json:"key"`
	Values catalog.TemplateValues `json:"values"`
}

func (p *program) templateCommand() *cobra.Command {
	cmd := p.group("template", p.words.T("cli.template.short"), p.words.T("cli.template.long"))
	remove := p.stepCommand("delete CAT NAME", p.words.T("cli.template.delete.short"), 2, 2, catalog.ActionTemplate,
		func(ctx context.Context, c *workspace.Catalogue, args []string, by string) (catalog.Step, error) {
			return c.DeleteTemplate(ctx, args[0], by)
		})
	cmd.AddCommand(p.templateListCommand(), p.templateSaveCommand(), remove)
	return cmd
}

func (p *program) templateListCommand() *cobra.Command {
	var asJSON bool
	cmd := p.command("list CAT [--json]", p.words.T("cli.template.list.short"), 1, 1, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			list, err := c.Templates(cmd.Context())
			if err != nil {
				return err
			}
			if len(list) == 0 && !asJSON {
				return p.say(p.words.T("cli.template.none"))
			}
			for i := range list {
				if err := p.template(&list[i], asJSON); err != nil {
					return err
				}
			}
			return nil
		})
	})
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

func (p *program) template(t *catalog.Template, asJSON bool) error {
	if asJSON {
		return p.line(templateLine{Name: t.Name, Key: known(t.Key), Values: t.Values})
	}
	values, err := json.Marshal(t.Values)
	if err != nil {
		return err
	}
	return p.say(p.words.T("cli.template.row", "key", cell(t.Key, 1), "name", clean(t.Name), "values", clean(string(values))))
}

// templating is what template save is asked to keep.
type templating struct {
	key, route, direction, status, reason string
	items                                 []string
	caption, note, credit, source         string
	given                                 func(flag string) bool
}

func (p *program) templateSaveCommand() *cobra.Command {
	t := &templating{}
	cmd := p.stepCommand("save CAT NAME [--key DIGIT] [--item NAME]... [--direction into|out] [--route NAME] [--status S] [--reason T]"+
		" [--caption T] [--note T] [--credit T] [--source ALIAS]", p.words.T("cli.template.save.short"), 2, 2, catalog.ActionTemplate,
		func(ctx context.Context, c *workspace.Catalogue, args []string, by string) (catalog.Step, error) {
			values, err := p.templateValues(ctx, c, t)
			if err != nil {
				return catalog.Step{}, err
			}
			return c.SaveTemplate(ctx, catalog.Template{Name: args[0], Key: t.key, Values: values}, by)
		})
	f := cmd.Flags()
	t.given = f.Changed
	f.StringVar(&t.key, "key", "", p.words.T("cli.flag.key"))
	f.StringArrayVar(&t.items, "item", nil, p.words.T("cli.flag.item"))
	f.StringVar(&t.direction, "direction", "", p.words.T("cli.flag.tag_direction"))
	f.StringVar(&t.route, "route", "", p.words.T("cli.flag.route"))
	f.StringVar(&t.status, "status", "", p.words.T("cli.flag.status"))
	f.StringVar(&t.reason, "reason", "", p.words.T("cli.flag.reason"))
	f.StringVar(&t.caption, "caption", "", p.words.T("cli.flag.caption"))
	f.StringVar(&t.note, "note", "", p.words.T("cli.flag.note"))
	f.StringVar(&t.credit, "credit", "", p.words.T("cli.flag.credit_tag"))
	f.StringVar(&t.source, "source", "", p.words.T("cli.flag.tag_source"))
	return cmd
}

// templateValues looks up what the flags name.
func (p *program) templateValues(ctx context.Context, c *workspace.Catalogue, t *templating) (catalog.TemplateValues, error) {
	v := catalog.TemplateValues{}
	for flag, set := range map[string]struct {
		field **string
		value *string
	}{
		"caption": {&v.Caption, &t.caption}, "note": {&v.Note, &t.note}, "credit": {&v.Credit, &t.credit}, "source": {&v.Source, &t.source}, "reason": {&v.Reason, &t.reason},
	} {
		if t.given(flag) {
			*set.field = set.value
		}
	}
	if t.given("status") {
		status, err := catalog.ParseStatus(t.status)
		if err != nil {
			return v, p.usage(err)
		}
		v.Status = &status
	}
	if t.given("direction") {
		direction, err := catalog.ParseDirection(t.direction)
		if err != nil {
			return v, p.usage(err)
		}
		v.Direction = &direction
	}
	for _, name := range t.items {
		key, err := c.ItemKey(ctx, name)
		if err != nil {
			return v, err
		}
		v.Items = append(v.Items, key)
	}
	if t.given("route") {
		key := ""
		if t.route != "" && t.route != "none" {
			var err error
			if key, err = c.RouteKey(ctx, t.route); err != nil {
				return v, err
			}
		}
		v.Route = &key
	}
	if v.Empty() {
		return v, &usageError{p.words.T("cli.template.empty")}
	}
	return v, nil
}
