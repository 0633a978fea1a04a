package main

import (
	"context"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/sqlite"
	"waybill/catalog/workspace"
)

// judging is what determine is asked to say.
type judging struct {
	status, measure, direction, reason string
	exemptions, asOf, item, who        string
	allItems, asJSON                   bool
}

func (p *program) determineCommand() *cobra.Command {
	j := &judging{}
	cmd := p.command("determine CAT PHOTO|OBSERVATION --status S [--item NAME] [--all-items] [--measure ID] [--direction into|out] [--reason T]"+
		" [--exemptions T] [--as-of DATE] [--by NAME] [--json]", p.words.T("cli.determine.short"), 2, 2,
		func(cmd *cobra.Command, args []string) error {
			of, err := p.target(args[1])
			if err != nil {
				return err
			}
			says, err := p.readJudging(j, &of)
			if err != nil {
				return err
			}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error { return p.determine(cmd.Context(), c, j, says, of) })
		})
	cmd.Long = p.words.T("cli.determine.long")
	f := cmd.Flags()
	for _, text := range []textFlag{
		{"status", "cli.flag.status", &j.status},
		{"item", "cli.flag.determined_item", &j.item},
		{"measure", "cli.flag.measure", &j.measure},
		{"direction", "cli.flag.determined_direction", &j.direction},
		{"reason", "cli.flag.reason", &j.reason},
		{"exemptions", "cli.flag.exemptions", &j.exemptions},
		{"as-of", "cli.flag.as_of", &j.asOf},
	} {
		f.StringVar(text.field, text.flag, "", p.words.T(text.words))
	}
	f.BoolVar(&j.allItems, "all-items", false, p.words.T("cli.flag.all_items"))
	p.byFlag(cmd, &j.who)
	p.jsonFlag(cmd, &j.asJSON)
	return cmd
}

// readJudging reads what needs no catalogue.
func (p *program) readJudging(j *judging, of *catalog.Observation) (sqlite.Judgement, error) {
	var says sqlite.Judgement
	if j.status == "" {
		return says, &usageError{p.words.T("cli.determine.no_status")}
	}
	status, err := catalog.ParseStatus(j.status)
	if err != nil {
		return says, p.usage(err)
	}
	direction, err := catalog.ParseDirection(j.direction)
	if err != nil {
		return says, p.usage(err)
	}
	basis := j.measure + j.direction + j.exemptions + j.asOf
	switch {
	case of.ID != 0 && (j.allItems || j.item != ""):
		return says, &usageError{p.words.T("cli.determine.one_observation")}
	case j.allItems && j.item != "":
		return says, &usageError{p.words.T("cli.determine.item_or_all")}
	case status == catalog.NotAssessed && basis != "":
		return says, &usageError{p.words.T("cli.determine.withdrawn")}
	}
	says = sqlite.Judgement{Status: status, Reason: j.reason, Legal: catalog.Legal{Direction: direction, Exemptions: j.exemptions}}
	if j.asOf != "" {
		date, err := workspace.UnderstandDate(j.asOf)
		if err != nil {
			return says, p.misunderstood(err)
		}
		says.AsOf = date.Value
	}
	return says, nil
}

// determinedLine answers determine --json: the step, and the observations that
// were judged, as they are now.
type determinedLine struct {
	stepLine
	Observations []observationLine `json:"observations"`
}

func (p *program) determine(ctx context.Context, c *workspace.Catalogue, j *judging, says sqlite.Judgement, of catalog.Observation) error {
	photo, targets, err := p.judged(ctx, c, j, of)
	if err != nil {
		return err
	}
	if err := p.restOn(ctx, c, j.measure, &says); err != nil {
		return err
	}
	all, err := p.judgements(ctx, c, says, photo, targets)
	if err != nil {
		return err
	}
	step, err := c.Determine(ctx, all, j.who)
	if err != nil {
		return err
	}
	if photo, err = c.Photo(ctx, photo.ID); err != nil {
		return err
	}
	return p.tellDetermined(ctx, c, step, now(photo, targets), j.asJSON)
}

// judged finds what is judged: an observation, or those of a photo.
func (p *program) judged(ctx context.Context, c *workspace.Catalogue, j *judging, of catalog.Observation) (catalog.Photo, []catalog.Observation, error) {
	if of.ID != 0 {
		o, err := c.Observation(ctx, of.ID)
		if err != nil {
			return catalog.Photo{}, nil, err
		}
		photo, err := c.Photo(ctx, o.Photo)
		return photo, []catalog.Observation{o}, err
	}
	photo, err := c.Photo(ctx, of.Photo)
	if err != nil {
		return photo, nil, err
	}
	list := photo.Observations
	if j.item != "" {
		id, err := c.FindItem(ctx, j.item)
		if catalog.CodeOf(err) == catalog.ErrUnknownItem {
			err = &catalog.Error{Code: catalog.ErrNoItem, Op: "determine", Subject: j.item, Err: err}
		}
		if err != nil {
			return photo, nil, err
		}
		list = nil
		for _, o := range photo.Observations {
			if o.Item == id {
				list = append(list, o)
			}
		}
		if len(list) == 0 {
			return photo, nil, &catalog.Error{Code: catalog.ErrNoItem, Op: "determine", Subject: j.item}
		}
	}
	if len(list) > 1 && !j.allItems && j.item == "" {
		return photo, nil, &catalog.Error{Code: catalog.ErrManyItems, Op: "determine", Subject: photo.ID.String(), Matches: photo.ItemNames()}
	}
	return photo, list, nil
}

// restOn fills in the measure, which a pack in force must have, and the pack.
// What is not listed is so in the pack in force, if there is one alone.
func (p *program) restOn(ctx context.Context, c *workspace.Catalogue, measure string, says *sqlite.Judgement) error {
	if measure == "" {
		packs, err := c.Packs(ctx)
		if err == nil && says.Status == catalog.NotListed && len(packs) == 1 {
			says.Pack = packs[0].Name()
		}
		return err
	}
	m, pack, err := c.FindMeasure(ctx, measure)
	if err != nil {
		return err
	}
	says.Measure, says.Pack = m.ID, pack.Name()
	return nil
}

// judgements says the same of each observation, with its own direction where none
// was given. A measure must work in that direction.
func (p *program) judgements(ctx context.Context, c *workspace.Catalogue, says sqlite.Judgement, photo catalog.Photo, targets []catalog.Observation) ([]sqlite.Judgement, error) {
	if len(targets) == 0 && says.Status != catalog.NotAssessed {
		targets = []catalog.Observation{{Photo: photo.ID}} // unspecified goods
	}
	var all []sqlite.Judgement
	for _, o := range targets {
		j := says
		if o.ID == 0 {
			j.Photos = []catalog.PhotoID{photo.ID}
		} else {
			j.Observations = []int64{o.ID}
		}
		for _, d := range []catalog.Direction{o.Direction, photo.BatchDirection} {
			if j.Direction == "" && j.Status != catalog.NotAssessed {
				j.Direction = d
			}
		}
		if j.Measure != "" && j.Direction != "" {
			m, _, err := c.FindMeasure(ctx, j.Measure)
			if err != nil {
				return nil, err
			}
			if !m.Direction.Covers(j.Direction) {
				text := p.words.T("cli.determine.wrong_way", "measure", m.ID, "direction", p.words.Direction(j.Direction))
				return nil, &usageError{text}
			}
		}
		all = append(all, j)
	}
	return all, nil
}

// now gives the observations that were judged as they are after it; all of the
// photo when there were none before.
func now(photo catalog.Photo, targets []catalog.Observation) []catalog.Observation {
	if len(targets) == 0 {
		return photo.Observations
	}
	var list []catalog.Observation
	for _, o := range photo.Observations {
		for _, t := range targets {
			if o.ID == t.ID {
				list = append(list, o)
			}
		}
	}
	return list
}

func (p *program) tellDetermined(ctx context.Context, c *workspace.Catalogue, step catalog.Step, list []catalog.Observation, asJSON bool) error {
	l, err := lawsOf(ctx, c)
	if err != nil {
		return err
	}
	line := determinedLine{stepLine: p.stepOf(step, catalog.ActionDetermine), Observations: []observationLine{}}
	for i := range list {
		line.Observations = append(line.Observations, l.observation(&list[i]))
	}
	switch {
	case asJSON:
		return p.line(line)
	case step.ID == 0:
		return p.say(line.Words)
	}
	sameGoods, err := lotsOf(ctx, c, list)
	if err != nil {
		return err
	}
	for i := range list {
		for _, row := range p.observation(&list[i], l, sameGoods) {
			if err := p.say(clean(row)); err != nil {
				return err
			}
		}
	}
	return nil
}
