package main

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// pageSize is how many photos are read at a time.
const pageSize = 500

func (p *program) findCommand() *cobra.Command {
	var asJSON bool
	var limit int
	var order string
	cmd := p.command("find CAT [QUERY] [--json] [--limit N] [--sort taken|imported|name]", p.words.T("cli.find.short"), 1, -1,
		func(cmd *cobra.Command, args []string) error {
			by, err := catalog.ParseSort(order)
			if err != nil {
				return p.usage(err)
			}
			if limit < 0 {
				return &usageError{p.words.T("cli.usage.negative", "flag", "--limit")}
			}
			q, err := catalog.ParseQuery(strings.Join(args[1:], " "))
			if err != nil {
				return err
			}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
				f := finding{p: p, c: c, asJSON: asJSON, limit: limit}
				return f.run(cmd.Context(), q, by)
			})
		})
	p.jsonFlag(cmd, &asJSON)
	cmd.Flags().IntVar(&limit, "limit", 0, p.words.T("cli.flag.limit"))
	cmd.Flags().StringVar(&order, "sort", "", p.words.T("cli.flag.sort"))
	cmd.Long = p.words.T("cli.find.long")
	return cmd
}

// finding writes what a query finds, page by page.
type finding struct {
	p      *program
	c      *workspace.Catalogue
	asJSON bool
	limit  int // 0 is none
	shown  int
	laws   laws // for JSON
}

func (f *finding) run(ctx context.Context, q catalog.Query, order catalog.Sort) error {
	if f.asJSON {
		var err error
		if f.laws, err = lawsOf(ctx, f.c); err != nil {
			return err
		}
	}
	size := pageSize
	if f.limit > 0 {
		size = min(size, f.limit)
	}
	for ids, err := range f.c.FindAll(ctx, q, order, size) {
		if err != nil {
			return err
		}
		if f.limit > 0 {
			ids = ids[:min(len(ids), f.limit-f.shown)]
		}
		photos, err := f.c.Photos(ctx, ids)
		if err != nil {
			return err
		}
		for i := range photos {
			if err := f.photo(&photos[i]); err != nil {
				return err
			}
		}
		if err := f.p.out.Flush(); err != nil {
			return err
		}
		if f.limit > 0 && f.shown >= f.limit {
			break
		}
	}
	if f.asJSON {
		return nil
	}
	if f.shown == 0 {
		return f.p.say(f.p.words.T("cli.find.nothing"))
	}
	return f.p.say(f.p.words.N("cli.find.count", f.shown))
}

func (f *finding) photo(photo *catalog.Photo) error {
	f.shown++
	if f.asJSON {
		line, err := lineOf(f.c, photo, f.laws)
		if err != nil {
			return err
		}
		return f.p.line(line)
	}
	w := f.p.words
	if f.shown == 1 {
		if err := f.row(w.T("cli.find.photo"), w.T("cli.find.taken"), w.T("cli.find.status"), w.T("cli.find.name"), w.T("cli.find.items"), w.T("cli.find.route")); err != nil {
			return err
		}
	}
	names := photo.ItemNames()
	for i := range names {
		names[i] = w.Called(names[i])
	}
	return f.row(photo.ID.String(), shortDate(photo.Date), w.Status(photo.Status), photo.Name, strings.Join(names, w.T("list.separator")), w.Called(photo.RouteName))
}

// shortDate writes in at most 16 columns when a photo was taken: the minute, the
// day, the days between, or the day before or after.
func shortDate(d *catalog.Date) string {
	const day = time.DateOnly
	switch {
	case d == nil || d.Earliest == nil && d.Latest == nil:
		return ""
	case d.Wall != nil:
		return d.Wall.Format("2006-01-02 15:04")
	case d.Earliest == nil:
		return "≤ " + d.Latest.Format(day)
	case d.Latest == nil:
		return "≥ " + d.Earliest.Format(day)
	case d.Earliest.Format(day) == d.Latest.Format(day):
		return d.Earliest.Format(day)
	case d.Earliest.Year() == d.Latest.Year():
		return d.Earliest.Format(day) + "–" + d.Latest.Format("01-02")
	}
	return d.Earliest.Format("2006-01") + "–" + d.Latest.Format("2006-01")
}

// row writes one line of the table. The last cells are not cut off.
func (f *finding) row(photo, taken, status, name, items, route string) error {
	cells := []string{cell(photo, 8), cell(taken, 16), cell(status, 12), cell(clean(name), 26)}
	items, route = clean(items), clean(route)
	if route != "" {
		items += strings.Repeat(" ", max(0, 30-columns(items)))
	}
	return f.p.say(strings.TrimRight(strings.Join(append(cells, items, route), "  "), " "))
}
