package main

import (
	"sync/atomic"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/export"
	"waybill/catalog/workspace"
)

func (p *program) exportCommand() *cobra.Command {
	var o workspace.ExportOptions
	var where string
	cmd := p.command("export CAT FOLDER [--where QUERY] [--format csv,json] [--originals] [--names] [--force] [--by NAME]",
		p.words.T("cli.export.short"), 2, 2, func(cmd *cobra.Command, args []string) error {
			var err error
			if o.Query, err = catalog.ParseQuery(where); err != nil {
				return err
			}
			if _, err := export.ParseFormats(o.Formats); err != nil {
				return p.usage(err)
			}
			o.Folder = args[1]
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
				var done, total atomic.Int64
				o.Progress = func(n, of int) {
					done.Store(int64(n))
					total.Store(int64(of))
				}
				stop := p.showProgress(func() string { return p.photosLine(done.Load(), total.Load()) })
				summary, err := c.Export(cmd.Context(), o)
				stop()
				if err != nil {
					return err
				}
				if o.Originals {
					return p.say(p.words.N("cli.export.done_originals", summary.Photos, "folder", o.Folder, "bytes", p.words.Bytes(summary.Bytes)))
				}
				return p.say(p.words.N("cli.export.done", summary.Photos, "folder", o.Folder))
			})
		})
	f := cmd.Flags()
	f.StringVar(&where, "where", "", p.words.T("cli.flag.export_where"))
	f.StringSliceVar(&o.Formats, "format", nil, p.words.T("cli.flag.format"))
	f.BoolVar(&o.Originals, "originals", false, p.words.T("cli.flag.originals"))
	f.BoolVar(&o.Names, "names", false, p.words.T("cli.flag.names"))
	f.BoolVar(&o.Force, "force", false, p.words.T("cli.flag.force"))
	p.byFlag(cmd, &o.By)
	return cmd
}
