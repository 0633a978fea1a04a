package main

import (
	"context"
	"errors"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) verifyCommand() *cobra.Command {
	var asJSON bool
	cmd := p.command("verify CAT [--json]", p.words.T("cli.verify.short"), 1, 1, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			return p.verify(cmd.Context(), c, asJSON)
		})
	})
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

// findingLine is one thing wrong in verify --json.
type findingLine struct {
	Code    string  `json:"code"`
	Subject string  `json:"subject"`
	Path    *string `json:"path"`
	Reason  string  `json:"reason"`
}

// verifiedLine is the last line of verify --json.
type verifiedLine struct {
	Summary struct {
		Originals int     `json:"originals"`
		Bytes     int64   `json:"bytes"`
		Findings  int     `json:"findings"`
		Seconds   float64 `json:"seconds"`
	} `json:"summary"`
}

func (p *program) verify(ctx context.Context, c *workspace.Catalogue, asJSON bool) error {
	started := time.Now()
	var line verifiedLine
	s := &line.Summary
	total, err := c.Count(ctx, catalog.Query{})
	if err != nil {
		return err
	}
	var failed error
	var done atomic.Int64
	stop := p.showProgress(func() string { return p.photosLine(done.Load(), int64(total)) })
	err = c.Verify(ctx, func(f catalog.Finding) {
		s.Findings++
		if failed == nil {
			failed = p.tellFinding(c, f, asJSON)
		}
	}, func(bytes int64) {
		s.Originals++
		s.Bytes += bytes
		done.Add(1)
	})
	stop()
	if err = errors.Join(err, failed); err != nil {
		return err
	}
	s.Seconds = time.Since(started).Seconds()
	switch {
	case asJSON:
		err = p.line(line)
	case s.Findings == 0:
		err = p.say(p.words.N("cli.verify.fine", s.Originals, "bytes", p.words.Bytes(s.Bytes)))
	default:
		err = p.say(p.words.N("cli.verify.found", s.Findings))
	}
	if err == nil && s.Findings > 0 {
		err = &catalog.Error{Code: catalog.ErrDamage, Op: "verify"}
	}
	return err
}

func (p *program) tellFinding(c *workspace.Catalogue, f catalog.Finding, asJSON bool) error {
	if f.Path != "" && !filepath.IsAbs(f.Path) {
		path, err := filepath.Abs(filepath.Join(c.Dir(), filepath.FromSlash(f.Path)))
		if err != nil {
			return err
		}
		f.Path = path
	}
	if !asJSON {
		return p.say(p.words.Finding(f))
	}
	reason := p.words.Finding(catalog.Finding{Code: f.Code, Subject: f.Subject})
	return p.line(findingLine{Code: string(f.Code), Subject: f.Subject, Path: known(f.Path), Reason: reason})
}
