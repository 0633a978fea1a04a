package main

import (
	"context"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

func (p *program) duplicatesCommand() *cobra.Command {
	var unite, asJSON bool
	var who string
	cmd := p.command("duplicates CAT [PHOTO...] [--unite] [--by NAME] [--json]", p.words.T("cli.duplicates.short"), 1, -1,
		func(cmd *cobra.Command, args []string) error {
			ids, err := p.photoIDs(args[1:])
			if err != nil {
				return err
			}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
				d := duplicates{p: p, c: c, unite: unite, who: who, asJSON: asJSON}
				return d.run(cmd.Context(), ids)
			})
		})
	cmd.Long = p.words.T("cli.duplicates.long")
	cmd.Flags().BoolVar(&unite, "unite", false, p.words.T("cli.flag.unite"))
	p.byFlag(cmd, &who)
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

// groupLine is the versions of one picture in duplicates --json, the proposed
// head first.
type groupLine struct {
	Head   string          `json:"head"`
	Photos []versionLine   `json:"photos"`
	Step   *catalog.StepID `json:"step"` // that united their tags; null when nothing was changed
}

type versionLine struct {
	Photo    string `json:"photo"`
	Distance int    `json:"distance"` // bits of 64 in which its hash differs from the head's
	Width    *int   `json:"width"`
	Height   *int   `json:"height"`
	Name     string `json:"name"`
}

// duplicates writes the groups of photos that look alike.
type duplicates struct {
	p             *program
	c             *workspace.Catalogue
	unite, asJSON bool
	who           string
}

// run tells of all groups, or of those that one of the photos is in.
func (d *duplicates) run(ctx context.Context, photos []catalog.PhotoID) error {
	if err := d.p.thereAre(ctx, d.c, photos); err != nil {
		return err
	}
	groups, err := d.c.Duplicates(ctx)
	if err != nil {
		return err
	}
	told := 0
	for _, g := range groups {
		if len(photos) > 0 && !slices.ContainsFunc(g.Photos, func(s workspace.Similar) bool { return slices.Contains(photos, s.Photo) }) {
			continue
		}
		told++
		if err := d.group(ctx, g); err != nil {
			return err
		}
	}
	switch {
	case d.asJSON:
		return nil
	case told == 0:
		return d.p.say(d.p.words.T("cli.duplicates.none"))
	}
	return d.p.say(d.p.words.N("cli.duplicates.count", told))
}

func (d *duplicates) group(ctx context.Context, g workspace.Group) error {
	ids := make([]catalog.PhotoID, len(g.Photos))
	for i, s := range g.Photos {
		ids[i] = s.Photo
	}
	photos, err := d.c.Photos(ctx, ids)
	if err != nil {
		return err
	}
	byID := map[catalog.PhotoID]*catalog.Photo{}
	for i := range photos {
		byID[photos[i].ID] = &photos[i]
	}
	var step catalog.Step
	if d.unite {
		if step, err = d.c.Unite(ctx, ids, d.who); err != nil {
			return err
		}
	}
	line := groupLine{Head: ids[0].String()}
	if step.ID != 0 {
		line.Step = &step.ID
	}
	for _, s := range g.Photos {
		if photo := byID[s.Photo]; photo != nil {
			line.Photos = append(line.Photos, versionLine{s.Photo.String(), s.Distance, photo.Width, photo.Height, photo.Name})
		}
	}
	if d.asJSON {
		return d.p.line(line)
	}
	return d.inWords(&line, step)
}

func (d *duplicates) inWords(line *groupLine, step catalog.Step) error {
	w := d.p.words
	for i, v := range line.Photos {
		size, likeness := "", w.T("cli.duplicates.head")
		if v.Width != nil && v.Height != nil {
			size = strconv.Itoa(*v.Width) + " × " + strconv.Itoa(*v.Height)
		}
		switch {
		case i > 0 && v.Distance == 0:
			likeness = w.T("cli.duplicates.same")
		case i > 0:
			likeness = w.N("cli.duplicates.distance", v.Distance)
		}
		if err := d.p.say(cell(v.Photo, 8) + "  " + cell(size, 13) + "  " + cell(likeness, 16) + "  " + clean(v.Name)); err != nil {
			return err
		}
	}
	if d.unite {
		if err := d.p.tellStep(step, false); err != nil {
			return err
		}
	}
	return d.p.say("")
}
