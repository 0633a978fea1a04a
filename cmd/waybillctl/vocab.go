package main

import (
	"context"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/vocabulary"
	"waybill/catalog/workspace"
)

func (p *program) vocabCommand() *cobra.Command {
	cmd := p.group("vocab", p.words.T("cli.vocab.short"), p.words.T("cli.vocab.long"))
	cmd.AddCommand(p.vocabExportCommand(), p.vocabImportCommand(), p.vocabStatusCommand(), p.vocabUpdateCommand())
	return cmd
}

func (p *program) vocabExportCommand() *cobra.Command {
	return p.command("export CAT FOLDER", p.words.T("cli.vocab.export.short"), 2, 2, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			files, err := c.ExportVocabulary(cmd.Context(), args[1])
			if err != nil {
				return err
			}
			return p.say(p.words.N("cli.vocab.exported", len(files), "folder", args[1]))
		})
	})
}

func (p *program) vocabImportCommand() *cobra.Command {
	var who string
	var asJSON bool
	cmd := p.command("import CAT FOLDER [--by NAME] [--json]", p.words.T("cli.vocab.import.short"), 2, 2, func(cmd *cobra.Command, args []string) error {
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			return p.vocabImport(cmd.Context(), c, args[1], who, asJSON)
		})
	})
	cmd.Long = p.words.T("cli.vocab.import.long")
	p.byFlag(cmd, &who)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

// vocabLine is what vocab import --json writes last.
type vocabLine struct {
	Added    int             `json:"added"`
	Changed  int             `json:"changed"`
	Same     int             `json:"same"`
	Rejected []rejectedLine  `json:"rejected"`
	Step     *catalog.StepID `json:"step"` // null when nothing was changed
}

// rejectedLine is one thing that is wrong with a table.
type rejectedLine struct {
	File    string  `json:"file"`
	Line    int     `json:"line"`   // from 1; 0 for the file as a whole
	Number  int     `json:"number"` // of the column, from 1; 0 when there is none
	Column  *string `json:"column"`
	Problem string  `json:"problem"`
	Cell    string  `json:"cell"`
	Text    string  `json:"text"`
}

func (p *program) vocabImport(ctx context.Context, c *workspace.Catalogue, dir, who string, asJSON bool) error {
	merged, rejected, step, err := c.ImportVocabulary(ctx, dir, who)
	if err != nil && len(rejected) == 0 {
		return err
	}
	line := vocabLine{Added: merged.Added, Changed: merged.Changed, Same: merged.Same, Rejected: []rejectedLine{}}
	if step.ID != 0 {
		line.Step = &step.ID
	}
	for _, r := range rejected {
		line.Rejected = append(line.Rejected, p.rejected(r))
	}
	if asJSON {
		if errLine := p.line(line); errLine != nil {
			return errLine
		}
		return err
	}
	for _, r := range line.Rejected {
		if errSay := p.say(r.Text); errSay != nil {
			return errSay
		}
	}
	if err != nil {
		return err
	}
	return p.say(p.words.T("cli.vocab.imported", "added", merged.Added, "changed", merged.Changed, "same", merged.Same))
}

func (p *program) rejected(r vocabulary.Rejected) rejectedLine {
	return rejectedLine{
		File: r.File, Line: r.Line, Number: r.Number, Column: known(r.Column), Problem: string(r.Problem), Cell: r.Cell, Text: p.words.Rejected(r),
	}
}
