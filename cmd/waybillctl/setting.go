package main

import (
	"context"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// reviewSetting is the name of the setting on the command line.
const reviewSetting = "review-before-export"

// settingLine is a setting in setting --json.
type settingLine struct {
	Setting string `json:"setting"`
	Value   string `json:"value"`
}

func (p *program) settingCommand() *cobra.Command {
	var asJSON bool
	var who string
	cmd := p.command("setting CAT [review-before-export on|off] [--by NAME] [--json]", p.words.T("cli.setting.short"), 1, 3,
		func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) > 1 && args[1] != reviewSetting:
				return p.see(cmd, p.words.T("cli.setting.which", "name", args[1]))
			case len(args) == 3 && onOff(args[2] == "on") != args[2]:
				return p.see(cmd, p.words.T("cli.setting.on_off", "value", args[2]))
			}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
				if len(args) < 3 {
					return p.showSettings(cmd.Context(), c, asJSON)
				}
				step, err := c.SetReviewBeforeExport(cmd.Context(), args[2] == "on", who)
				if err != nil {
					return err
				}
				line := p.stepOf(step, catalog.ActionSetting)
				if asJSON {
					return p.line(line)
				}
				return p.say(clean(line.Words))
			})
		})
	cmd.Long = p.words.T("cli.setting.long")
	p.byFlag(cmd, &who)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

func (p *program) showSettings(ctx context.Context, c *workspace.Catalogue, asJSON bool) error {
	on, err := c.ReviewBeforeExport(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		return p.line(settingLine{reviewSetting, onOff(on)})
	}
	return p.say(p.words.T("cli.setting.line", "name", reviewSetting, "value", onOff(on)))
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}
