package main

import (
	"context"
	"iter"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) rulesDiffCommand() *cobra.Command {
	var asJSON bool
	var out string
	cmd := p.command("diff CAT DIR [--out FILE] [--json]", p.words.T("cli.rules.diff.short"), 2, 2, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			d, err := c.DiffPack(cmd.Context(), args[1])
			switch {
			case err != nil:
				return err
			case out != "":
				return p.exportConcerns(out, d.Concerns(cmd.Context()))
			case asJSON:
				return p.diffLines(cmd.Context(), d)
			}
			return p.diffWords(cmd.Context(), d)
		})
	})
	p.outFlag(cmd, &out)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

func (p *program) outFlag(cmd *cobra.Command, out *string) {
	cmd.Flags().StringVar(out, "out", "", p.words.T("cli.flag.rules_out"))
}

// exportConcerns writes judgements into a new file and says how many.
func (p *program) exportConcerns(file string, pages iter.Seq2[[]workspace.Concern, error]) error {
	n, err := workspace.ExportConcerns(file, pages)
	if err != nil {
		return err
	}
	return p.say(p.words.N("cli.rules.exported", n, "file", file))
}

// diffWords lists the changes and, below, the judgements that they concern.
func (p *program) diffWords(ctx context.Context, d *workspace.PackDiff) error {
	w := p.words
	var lines []string
	if len(d.Changes) == 0 {
		return p.say(w.T("cli.rules.diff.same"))
	}
	for _, x := range d.Changes {
		about := x.Measure
		if about == "" {
			about = x.Goods
		}
		if x.Direction != "" {
			about = w.T("cli.rules.diff.way", "goods", about, "direction", w.Direction(x.Direction))
		}
		lines = append(lines, w.T("cli.rules.diff.change", "kind", w.PackChange(x.Kind), "about", about))
		for _, f := range x.Fields {
			lines = append(lines, "    "+w.T("cli.rules.diff.field", "field", f.Field, "old", f.Old, "new", f.New))
		}
	}
	if err := p.sayAll(lines); err != nil {
		return err
	}
	n, err := p.concernsWords(d.Concerns(ctx))
	if err != nil {
		return err
	}
	return p.say(w.N("cli.rules.diff.concerned", n))
}

// sayAll says lines one below another.
func (p *program) sayAll(lines []string) error {
	for _, line := range lines {
		if err := p.say(clean(line)); err != nil {
			return err
		}
	}
	return nil
}

// concernsWords says what judgements are worth another look, and counts them.
func (p *program) concernsWords(pages iter.Seq2[[]workspace.Concern, error]) (int, error) {
	n := 0
	for page, err := range pages {
		if err != nil {
			return n, err
		}
		for i := range page {
			if err := p.sayAll(p.concernWords(&page[i])); err != nil {
				return n, err
			}
			n++
		}
	}
	return n, nil
}

func (p *program) concernWords(x *workspace.Concern) []string {
	w := p.words
	reasons := make([]string, len(x.Reasons))
	for i, r := range x.Reasons {
		reasons[i] = w.Concern(r)
	}
	lines := []string{w.T("cli.rules.diff.judgement", "photo", x.Photo.String(), "observation", catalog.ObservationID(x.ID),
		"determination", catalog.DeterminationID(x.Determination.ID), "item", w.Called(x.ItemName), "status", w.Status(x.Status()), "reasons", strings.Join(reasons, "; "))}
	for _, side := range []struct {
		key string
		m   *catalog.Measure
	}{{"cli.rules.diff.old", x.OldBasis}, {"cli.rules.diff.new", x.NewBasis}} {
		if side.m != nil {
			lines = append(lines, "    "+w.T(side.key, "text", p.basisWords(side.m)))
		}
	}
	if len(x.NewMeasures) > 0 {
		lines = append(lines, "    "+w.T("cli.rules.diff.suggests", "list", strings.Join(x.NewMeasures, w.T("list.separator"))))
	}
	if f := x.First; f != nil {
		status := w.Status(f.Status())
		if f.Measure == "" {
			return append(lines, "    "+w.T("cli.rules.first_unlisted", "status", status))
		}
		lines = append(lines, "    "+w.T("cli.rules.first", "status", status, "text", w.Measure(f.Instrument, f.Paragraph)))
	}
	return lines
}

func (p *program) basisWords(m *catalog.Measure) string {
	text := p.words.T("cli.rules.diff.basis", "measure", p.words.Measure(m.Instrument, m.Paragraph), "title", p.words.MeasureTitle(m.ID, m.Title), "from", m.From.Format(time.DateOnly))
	if m.Until != nil {
		text = p.words.T("cli.rules.diff.until", "text", text, "until", m.Until.Format(time.DateOnly))
	}
	return text
}
