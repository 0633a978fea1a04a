package main

import (
	"context"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) showCommand() *cobra.Command {
	var asJSON bool
	cmd := p.command("show CAT PHOTO [--json]", p.words.T("cli.show.short"), 2, 2, func(cmd *cobra.Command, args []string) error {
		id, err := catalog.ParsePhotoID(args[1])
		if err != nil {
			return p.usage(err)
		}
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			return p.show(cmd.Context(), c, id, asJSON)
		})
	})
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

func (p *program) show(ctx context.Context, c *workspace.Catalogue, id catalog.PhotoID, asJSON bool) error {
	photo, err := c.Photo(ctx, id)
	if err != nil {
		return err
	}
	l, err := lawsOf(ctx, c)
	if err != nil {
		return err
	}
	common, err := lineOf(c, &photo, l)
	if err != nil {
		return err
	}
	assessed, err := c.Assess(ctx, id)
	if err != nil {
		return err
	}
	line := showLine{photoLine: common, Source: known(photo.SourceName), Claims: []claimLine{}}
	sameGoods, err := lotsOf(ctx, c, photo.Observations)
	if err != nil {
		return err
	}
	if line.Observations, err = judgedLines(ctx, c, common.Observations, photo.Observations, l); err != nil {
		return err
	}
	for i := range line.Observations {
		line.Observations[i].lotLine = sameGoods.line(&photo.Observations[i])
	}
	if line.Arrivals, err = arrivalLines(ctx, c, id); err != nil {
		return err
	}
	if line.Near, err = nearLines(ctx, c, id); err != nil {
		return err
	}
	if line.routeLines, err = p.routeLinesOf(ctx, c, id); err != nil {
		return err
	}
	shown, lat, lon := shownAt(&assessed)
	line.Date, line.Place, line.PlaceShown = dateOf(assessed.Date), takenAt(c, &assessed.Chosen), placeOf(c, shown, lat, lon)
	line.KindOrigin, line.SourceType = known(string(assessed.KindOrigin)), known(assessed.Kind.DigitalSourceType())
	line.Warnings = p.warningLines(assessed.Warnings)
	for i, claim := range assessed.Claims {
		line.Claims = append(line.Claims, claimLine{about(claim), assessed.Followed[i]})
	}
	if asJSON {
		return p.line(line)
	}
	return p.showInWords(&photo, &assessed, &line, l, sameGoods)
}

// judgedLines adds to observations all that was judged of them.
func judgedLines(ctx context.Context, c *workspace.Catalogue, lines []observationLine, list []catalog.Observation, l laws) ([]judgedLine, error) {
	judged := make([]judgedLine, len(lines))
	for i, line := range lines {
		judged[i] = judgedLine{observationLine: line, Determinations: []determinationLine{}}
		past, err := c.Determinations(ctx, list[i].ID)
		if err != nil {
			return nil, err
		}
		for j := range past {
			judged[i].Determinations = append(judged[i].Determinations, l.determination(&past[j]))
		}
	}
	return judged, nil
}

func arrivalLines(ctx context.Context, c *workspace.Catalogue, id catalog.PhotoID) ([]arrivalLine, error) {
	lines := []arrivalLine{}
	arrivals, err := c.Arrivals(ctx, id)
	if err != nil {
		return nil, err
	}
	for _, a := range arrivals {
		batch, err := c.Batch(ctx, a.Batch)
		if err != nil {
			return nil, err
		}
		lines = append(lines, arrivalLine{Name: a.Name, Path: a.Path, Batch: batch.Name})
	}
	return lines, nil
}

func nearLines(ctx context.Context, c *workspace.Catalogue, id catalog.PhotoID) ([]nearLine, error) {
	lines := []nearLine{}
	near, err := c.Near(ctx, id)
	for _, s := range near {
		lines = append(lines, nearLine{Photo: s.Photo.String(), Distance: s.Distance})
	}
	return lines, err
}
