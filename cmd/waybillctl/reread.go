package main

import (
	"context"
	"errors"
	"sync/atomic"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) rereadCommand() *cobra.Command {
	var o workspace.RereadOptions
	var asJSON bool
	cmd := p.command("reread CAT [PHOTO...] [--by NAME] [--json]", p.words.T("cli.reread.short"), 1, -1, func(cmd *cobra.Command, args []string) error {
		ids, err := p.photoIDs(args[1:])
		if err != nil {
			return err
		}
		o.Photos = ids
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			return p.reread(cmd.Context(), c, o, asJSON)
		})
	})
	p.byFlag(cmd, &o.By)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

// rereadLine is the answer to reread --json.
type rereadLine struct {
	Summary struct {
		Photos  int `json:"photos"`
		Changed int `json:"changed"`
		Failed  int `json:"failed"`
	} `json:"summary"`
}

func (p *program) reread(ctx context.Context, c *workspace.Catalogue, o workspace.RereadOptions, asJSON bool) error {
	if err := p.thereAre(ctx, c, o.Photos); err != nil {
		return err
	}
	var done, total atomic.Int64
	o.Progress = func(n, of int) {
		done.Store(int64(n))
		total.Store(int64(of))
	}
	stop := p.showProgress(func() string { return p.photosLine(done.Load(), total.Load()) })
	summary, err := c.Reread(ctx, o)
	stop()
	if err != nil && catalog.CodeOf(err) != catalog.ErrCancelled {
		return err
	}
	if errTold := p.tellReread(summary, asJSON); errTold != nil || err != nil {
		return errors.Join(err, errTold)
	}
	if summary.Failed > 0 {
		return &catalog.Error{Code: catalog.ErrIncomplete, Op: "reread"}
	}
	return nil
}

func (p *program) tellReread(s workspace.RereadSummary, asJSON bool) error {
	if asJSON {
		var line rereadLine
		line.Summary.Photos, line.Summary.Changed, line.Summary.Failed = s.Photos, s.Changed, s.Failed
		return p.line(line)
	}
	text := p.words.N("cli.reread.done", s.Photos, "changed", s.Changed)
	if s.Failed > 0 {
		text = p.words.N("cli.reread.failed", s.Failed, "text", text)
	}
	return p.say(text)
}
