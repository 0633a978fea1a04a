package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) countCommand() *cobra.Command {
	var asJSON bool
	cmd := p.command("count CAT [QUERY] [--json]", p.words.T("cli.count.short"), 1, -1,
		func(cmd *cobra.Command, args []string) error {
			q, err := catalog.ParseQuery(strings.Join(args[1:], " "))
			if err != nil {
				return err
			}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
				return p.count(cmd.Context(), c, q, asJSON)
			})
		})
	cmd.Long = p.words.T("cli.count.long")
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

// countLine is how much of one kind of goods some photos show, or are reported to.
type countLine struct {
	Item       string         `json:"item"`
	ItemKey    string         `json:"item_key"`
	Visible    bool           `json:"visible"`
	Photos     int            `json:"photos"`
	Lots       int            `json:"lots"`
	Quantities []quantityLine `json:"quantities"`
	Unknown    int            `json:"lots_without_quantity"`
}

// quantityLine is the sum of lots in one unit. Low and high differ when photos of
// one lot state different quantities.
type quantityLine struct {
	Unit      *string `json:"unit"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
	Differ    int     `json:"lots_that_differ"`
	Estimated bool    `json:"estimated"`
}

func (p *program) count(ctx context.Context, c *workspace.Catalogue, q catalog.Query, asJSON bool) error {
	counts, err := c.Tally(ctx, q)
	if err != nil {
		return err
	}
	for i := range counts {
		if asJSON {
			err = p.line(countLineOf(&counts[i]))
		} else {
			err = p.say(clean(p.words.Tally(&counts[i])))
		}
		if err != nil {
			return err
		}
	}
	if len(counts) == 0 && !asJSON {
		return p.say(p.words.T("cli.count.nothing"))
	}
	return nil
}

func countLineOf(c *catalog.Count) countLine {
	line := countLine{
		Item: c.ItemName, ItemKey: c.ItemKey, Visible: c.Visible, Photos: c.Photos, Lots: c.Lots, Unknown: c.Unknown, Quantities: []quantityLine{},
	}
	for _, a := range c.Amounts {
		line.Quantities = append(line.Quantities, quantityLine{known(a.Unit), a.Low, a.High, a.Differ, a.Estimated})
	}
	return line
}
