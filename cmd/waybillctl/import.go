package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/workspace"
)

func (p *program) importCommand() *cobra.Command {
	var o workspace.ImportOptions
	var direction, taken, place string
	var asJSON bool
	cmd := p.command("import CAT PATH... [--reference] [--batch NAME] [--source ALIAS] [--received TEXT] [--taken TEXT] [--place TEXT] [--via TEXT]"+
		" [--route NAME] [--message TEXT] [--direction into|out] [--credit TEXT] [--template NAME] [--by NAME] [--workers N] [--json]", p.words.T("cli.import.short"), 2, -1,
		func(cmd *cobra.Command, args []string) error {
			o.Paths = args[1:]
			if err := p.checkImport(&o, direction, taken); err != nil {
				return err
			}
			return p.importFiles(cmd.Context(), args[0], place, o, asJSON)
		})
	f, in := cmd.Flags(), &o.Intake
	f.BoolVar(&o.Reference, "reference", false, p.words.T("cli.flag.reference"))
	f.StringVar(&in.Name, "batch", "", p.words.T("cli.flag.batch"))
	f.StringVar(&in.Source, "source", "", p.words.T("cli.flag.source"))
	f.StringVar(&in.Received, "received", "", p.words.T("cli.flag.received"))
	f.StringVar(&taken, "taken", "", p.words.T("cli.flag.taken"))
	f.StringVar(&place, "place", "", p.words.T("cli.flag.import_place"))
	f.StringVar(&in.Via, "via", "", p.words.T("cli.flag.via"))
	f.StringVar(&in.Route, "route", "", p.words.T("cli.flag.import_route"))
	f.StringVar(&in.Message, "message", "", p.words.T("cli.flag.message"))
	f.StringVar(&direction, "direction", "", p.words.T("cli.flag.direction"))
	f.StringVar(&in.Credit, "credit", "", p.words.T("cli.flag.credit"))
	f.StringVar(&in.Template, "template", "", p.words.T("cli.flag.import_template"))
	f.IntVar(&o.Workers, "workers", 0, p.words.T("cli.flag.workers"))
	p.byFlag(cmd, &o.By)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

// checkImport finds wrong values before anything is opened.
func (p *program) checkImport(o *workspace.ImportOptions, direction, taken string) error {
	var err error
	if o.Intake.Direction, err = catalog.ParseDirection(direction); err != nil {
		return p.usage(err)
	}
	if o.Intake.Received != "" {
		statement, err := workspace.UnderstandDate(o.Intake.Received)
		if err != nil {
			return p.misunderstood(err)
		}
		o.Intake.Received = statement.Value
	}
	statement, err := workspace.UnderstandDate(taken)
	if err != nil {
		return p.misunderstood(err)
	}
	o.Intake.Taken = statement.Value
	if o.Intake.Source != "" {
		if _, err := catalog.CleanAlias(o.Intake.Source); err != nil {
			return p.usage(err)
		}
	}
	if o.Workers < 0 {
		return &usageError{p.words.T("cli.usage.negative", "flag", "--workers")}
	}
	return nil
}

func (p *program) importFiles(ctx context.Context, dir, place string, o workspace.ImportOptions, asJSON bool) error {
	c, err := workspace.OpenSession(ctx, dir, name+" import")
	if err != nil {
		return err
	}
	where, err := c.UnderstandPlace(ctx, catalog.PropPlace, place)
	if err != nil {
		return errors.Join(p.misunderstood(err), c.Close())
	}
	o.Intake.Place = where.Value
	r := &report{p: p, asJSON: asJSON, reference: o.Reference}
	o.OnFile, o.Progress = r.file, &ingest.Progress{}
	stop := func() {}
	if !asJSON {
		stop = p.showProgress(func() string { return p.importLine(o.Progress.State()) })
	}
	summary, err := c.Import(ctx, o)
	stop()
	if err != nil && summary.Files == 0 && catalog.CodeOf(err) != catalog.ErrCancelled {
		return errors.Join(err, c.Close())
	}
	if err := errors.Join(err, r.err, r.finish(summary, err == nil), c.Close()); err != nil {
		return err
	}
	if summary.Failed > 0 {
		return &catalog.Error{Code: catalog.ErrIncomplete, Op: "import"}
	}
	return nil
}
