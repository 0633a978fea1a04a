package main

import (
	"context"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// didLine is a change in history --step --json.
type didLine struct {
	Photo    *string `json:"photo"`
	Entity   string  `json:"entity"`
	Subject  *string `json:"subject"`
	Field    *string `json:"field"`
	Property *string `json:"property"`
	Origin   *string `json:"origin"`
	Before   *string `json:"before"`
	After    *string `json:"after"`
	Words    string  `json:"words"`
}

// changes lists what an action changed. Aliases of sources stay in the window.
func (p *program) changes(ctx context.Context, c *workspace.Catalogue, step catalog.StepID, photo catalog.PhotoID, asJSON bool) error {
	for at := (catalog.ChangeCursor{}); ; {
		list, next, err := c.Changes(ctx, step, photo, at, pageSize)
		if err != nil {
			return err
		}
		for i := range list {
			if err := p.change(&list[i], asJSON); err != nil {
				return err
			}
		}
		if at = next; len(list) < pageSize {
			return nil
		}
	}
}

func (p *program) change(c *catalog.Change, asJSON bool) error {
	if c.Alias {
		return nil
	}
	photo := ""
	if c.Photo != 0 {
		photo = c.Photo.String()
	}
	words := p.words.Change(*c)
	if asJSON {
		return p.line(didLine{
			known(photo), c.Entity, known(c.Subject), known(c.Field), known(string(c.Property)), known(string(c.Origin)), known(c.Before), known(c.After), words,
		})
	}
	return p.say(p.words.T("cli.history.change", "photo", cell(photo, 8), "what", clean(words)))
}
