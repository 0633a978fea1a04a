package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/edtf"
	"waybill/catalog/places"
	"waybill/catalog/workspace"
)

// stating is how somebody's word about one property of some photos is taken:
// what date, place and kind have in common.
type stating struct {
	who                  string
	said, dryRun, asJSON bool
}

// understanding reads the text that a person states.
type understanding func(ctx context.Context, c *workspace.Catalogue, text string) (catalog.Statement, error)

// statingCommand makes one of the commands.
func (p *program) statingCommand(use, short, long string, understand understanding) *cobra.Command {
	s := &stating{}
	cmd := p.command(use, short, 3, -1, func(cmd *cobra.Command, args []string) error {
		catalogue, last := args[0], len(args)-1
		photos, err := p.photoIDs(args[1:last])
		if err != nil {
			return err
		}
		return p.with(cmd.Context(), catalogue, func(c *workspace.Catalogue) error {
			statement, err := understand(cmd.Context(), c, args[last])
			if err != nil {
				return p.misunderstood(err)
			}
			return p.state(cmd.Context(), c, photos, statement, s)
		})
	})
	cmd.Long = long
	p.byFlag(cmd, &s.who)
	cmd.Flags().BoolVar(&s.said, "said", false, p.words.T("cli.flag.said"))
	cmd.Flags().BoolVarP(&s.dryRun, "dry-run", "n", false, p.words.T("cli.flag.dry_run"))
	p.jsonFlag(cmd, &s.asJSON)
	return cmd
}

func (p *program) photoIDs(args []string) ([]catalog.PhotoID, error) {
	var ids []catalog.PhotoID
	for _, text := range args {
		id, err := catalog.ParsePhotoID(text)
		if err != nil {
			return nil, p.usage(err)
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// misunderstood makes an error of wrong usage out of a text that cannot be
// read, and leaves other errors as they are.
func (p *program) misunderstood(err error) error {
	_, isDate := errors.AsType[*edtf.SyntaxError](err)
	_, isPlace := errors.AsType[*places.Error](err)
	if isDate || isPlace || catalog.CodeOf(err) == catalog.ErrInvalid {
		return p.usage(err)
	}
	return err
}

// statedLine is the answer to date, place and kind with --json: the step, null
// when nothing was changed, and what was understood.
type statedLine struct {
	stepLine
	Understood understoodLine `json:"understood"`
}

type understoodLine struct {
	Property string     `json:"property"`
	Raw      string     `json:"raw"`
	Value    *string    `json:"value"` // null when a word is taken back
	Words    *string    `json:"words"`
	Date     *dateLine  `json:"date"`
	Place    *placeLine `json:"place"`
}

// state saves a statement, unless it is only tried out, and tells what was
// understood.
func (p *program) state(ctx context.Context, c *workspace.Catalogue, photos []catalog.PhotoID, st catalog.Statement, s *stating) error {
	line := statedLine{Understood: p.understood(c, st)}
	if s.dryRun {
		if err := p.thereAre(ctx, c, photos); err != nil {
			return err
		}
		line.stepLine = stepLine{Action: string(catalog.ActionTag), Words: p.words.T("cli.state.tried")}
	} else {
		e := catalog.Edit{Photos: photos, Statements: []catalog.Statement{st}, StatedBy: catalog.OriginEditor, By: s.who}
		if s.said {
			e.StatedBy = catalog.OriginSource
		}
		step, err := c.Apply(ctx, e)
		if err != nil {
			return err
		}
		line.stepLine = p.stepLine(step)
	}
	if s.asJSON {
		return p.line(line)
	}
	if err := p.tellUnderstood(&line.Understood, c, st); err != nil {
		return err
	}
	return p.say(clean(line.Words))
}

// thereAre refuses photos that are not in the catalogue.
func (p *program) thereAre(ctx context.Context, c *workspace.Catalogue, photos []catalog.PhotoID) error {
	for _, id := range photos {
		if _, err := c.Photo(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) understood(c *workspace.Catalogue, st catalog.Statement) understoodLine {
	line := understoodLine{Property: string(st.Property), Raw: st.Raw, Value: known(st.Value)}
	if st.Value == "" {
		return line
	}
	switch st.Property {
	case catalog.PropTaken:
		line.Date = dateOf(understoodDate(st.Value))
		line.Words = known(p.words.EDTF(st.Value))
	case catalog.PropPlace, catalog.PropPlaceShown:
		if place, err := catalog.ParsePlace(st.Value); err == nil {
			where := c.Locate(place)
			line.Place = placeOf(c, &where, place.Latitude, place.Longitude)
			line.Words = known(p.words.WhereNamed(&where))
		}
	case catalog.PropKind:
		line.Words = known(p.words.Kind(catalog.Kind(st.Value)))
	}
	return line
}

// understoodDate gives a date as it would be shown if nothing else were known.
func understoodDate(value string) *catalog.Date {
	return catalog.Choose([]catalog.Claim{{Origin: catalog.OriginEditor, Property: catalog.PropTaken, Value: value}}, catalog.Circumstances{}).Date
}

func (p *program) tellUnderstood(line *understoodLine, c *workspace.Catalogue, st catalog.Statement) error {
	w := p.words
	label := w.Property(st.Property)
	if st.Property == catalog.PropKind {
		label = w.T("cli.show.kind")
	}
	rows := [][2]string{{label, w.T("cli.state.taken_back")}}
	if line.Words != nil {
		rows[0][1] = *line.Words
	}
	switch {
	case line.Date != nil:
		d := understoodDate(st.Value)
		rows = append(rows, [2]string{w.T("cli.show.edtf"), st.Value}, [2]string{w.T("cli.show.bounds"), w.Bounds(d.Earliest, d.Latest)})
	case line.Place != nil && line.Place.Latitude != nil:
		place, err := catalog.ParsePlace(st.Value)
		if err != nil {
			return err
		}
		where := c.Locate(place)
		rows = append(rows, [2]string{w.Property(catalog.PropPosition), w.WherePoint(&where, *place.Latitude, *place.Longitude)})
	}
	return p.rows(rows)
}

// rows writes a table of two columns, without what has no value.
func (p *program) rows(rows [][2]string) error {
	for _, row := range rows {
		if row[1] == "" {
			continue
		}
		if err := p.say(cell(row[0], 13) + " " + clean(row[1])); err != nil {
			return err
		}
	}
	return nil
}
