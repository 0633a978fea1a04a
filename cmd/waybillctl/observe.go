package main

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// observing is what observe is asked to note.
type observing struct {
	item, region, stage, direction, basis, quantity   string
	unit, use, brand, model, label, madeIn, packaging string
	confidence, note, who                             string
	isNew, reported, estimated, asJSON                bool
	given                                             func(flag string) bool
}

func (p *program) observeCommand() *cobra.Command {
	o := &observing{}
	cmd := p.command("observe CAT PHOTO|OBSERVATION [--item NAME] [--new] [--reported] [--region X,Y,W,H] [--stage S] [--direction into|out]"+
		" [--basis seen|source|inferred] [--quantity N] [--unit U] [--estimated] [--brand B] [--model M] [--label T] [--made-in CC] [--packaging P]"+
		" [--use T] [--confidence C] [--note T] [--by NAME] [--json]", p.words.T("cli.observe.short"), 2, 2,
		func(cmd *cobra.Command, args []string) error {
			into, err := p.target(args[1])
			if err != nil {
				return err
			}
			if err := p.checkObserving(o, &into); err != nil {
				return err
			}
			return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error { return p.observe(cmd.Context(), c, o, into) })
		})
	cmd.Long = p.words.T("cli.observe.long")
	f := cmd.Flags()
	o.given = f.Changed
	for _, text := range o.texts() {
		f.StringVar(text.field, text.flag, "", p.words.T(text.words))
	}
	f.BoolVar(&o.isNew, "new", false, p.words.T("cli.flag.new"))
	f.BoolVar(&o.reported, "reported", false, p.words.T("cli.flag.reported"))
	f.BoolVar(&o.estimated, "estimated", false, p.words.T("cli.flag.estimated"))
	p.byFlag(cmd, &o.who)
	p.jsonFlag(cmd, &o.asJSON)
	return cmd
}

// textFlag is an option that takes a text, with the key of its description.
type textFlag struct {
	flag, words string
	field       *string
}

func (o *observing) texts() []textFlag {
	return []textFlag{
		{"item", "cli.flag.observed_item", &o.item},
		{"region", "cli.flag.region", &o.region},
		{"stage", "cli.flag.stage", &o.stage},
		{"direction", "cli.flag.observed_direction", &o.direction},
		{"basis", "cli.flag.basis", &o.basis},
		{"quantity", "cli.flag.quantity", &o.quantity},
		{"unit", "cli.flag.unit", &o.unit},
		{"use", "cli.flag.use", &o.use},
		{"brand", "cli.flag.brand", &o.brand},
		{"model", "cli.flag.model", &o.model},
		{"label", "cli.flag.label", &o.label},
		{"made-in", "cli.flag.made_in", &o.madeIn},
		{"packaging", "cli.flag.packaging", &o.packaging},
		{"confidence", "cli.flag.confidence", &o.confidence},
		{"note", "cli.flag.note", &o.note},
	}
}

// target reads the number of a photo or of an observation; one of both is set.
func (p *program) target(text string) (catalog.Observation, error) {
	var o catalog.Observation
	var err error
	if strings.HasPrefix(strings.ToUpper(strings.TrimSpace(text)), "O-") {
		o.ID, err = catalog.ParseObservationID(text)
	} else {
		o.Photo, err = catalog.ParsePhotoID(text)
	}
	return o, p.usage(err)
}

// checkObserving refuses what says too little, or what no field can hold.
func (p *program) checkObserving(o *observing, into *catalog.Observation) error {
	said := o.given("reported") || o.given("estimated")
	for _, text := range o.texts() {
		said = said || o.given(text.flag)
	}
	switch {
	case into.ID == 0 && strings.TrimSpace(o.item) == "":
		return &usageError{p.words.T("cli.observe.no_item")}
	case o.isNew && strings.TrimSpace(o.item) == "":
		return &usageError{p.words.T("cli.tag.no_item")}
	case !said:
		return &usageError{p.words.T("cli.observe.no_change")}
	}
	return p.usage(o.fill(&catalog.Seen{}))
}

// fill writes into what is known of goods what was said; an empty text takes
// away what was known. Its errors have the code ErrInvalid.
func (o *observing) fill(s *catalog.Seen) error {
	for flag, set := range map[string]func(){
		"stage": func() { s.Stage = catalog.Stage(o.stage) }, "direction": func() { o.direct(s) },
		"basis": func() { s.Basis = catalog.Basis(o.basis) }, "unit": func() { s.Unit = o.unit }, "use": func() { s.Use = o.use },
		"brand": func() { s.Brand = o.brand }, "model": func() { s.Model = o.model }, "label": func() { s.Label = o.label },
		"made-in": func() { s.MadeIn = strings.ToUpper(o.madeIn) }, "packaging": func() { s.Packaging = catalog.Packaging(o.packaging) },
		"confidence": func() { s.Confidence = catalog.Confidence(o.confidence) }, "note": func() { s.Note = o.note },
		"estimated": func() { s.Estimated = o.estimated },
	} {
		if o.given(flag) {
			set()
		}
	}
	if o.given("quantity") {
		s.Quantity = nil
		if o.quantity != "" {
			n, err := strconv.ParseFloat(o.quantity, 64)
			if err != nil {
				return &catalog.Error{Code: catalog.ErrInvalid, Op: "quantity", Subject: o.quantity}
			}
			s.Quantity = &n
		}
	}
	if o.given("region") {
		var err error
		if s.Region, err = parseRegion(o.region); err != nil {
			return err
		}
	}
	return s.Check()
}

// direct sets the direction. How another was known says nothing of this one.
func (o *observing) direct(s *catalog.Seen) {
	if way := catalog.Direction(o.direction); way != s.Direction {
		s.Direction = way
		if !o.given("basis") {
			s.Basis = ""
		}
	}
}

// parseRegion reads "x,y,w,h" in parts of the picture's sides; "" is none.
func parseRegion(text string) (*catalog.Region, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	var n [4]float64
	parts := strings.Split(text, ",")
	for i := range parts {
		var err error
		if len(parts) != len(n) {
			return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "region", Subject: text}
		}
		if n[i], err = strconv.ParseFloat(strings.TrimSpace(parts[i]), 64); err != nil {
			return nil, &catalog.Error{Code: catalog.ErrInvalid, Op: "region", Subject: text}
		}
	}
	return &catalog.Region{X: n[0], Y: n[1], W: n[2], H: n[3]}, nil
}

// observedLine answers observe --json: the step, and the observation as it is now.
type observedLine struct {
	stepLine
	Observation observationLine `json:"observation"`
}

func (p *program) observe(ctx context.Context, c *workspace.Catalogue, o *observing, into catalog.Observation) error {
	into.Visible = true
	if into.ID != 0 {
		var err error
		if into, err = c.Observation(ctx, into.ID); err != nil {
			return err
		}
	}
	if o.given("item") {
		id, err := c.FindItem(ctx, o.item)
		if err != nil && !(o.isNew && catalog.CodeOf(err) == catalog.ErrUnknownItem) {
			return err
		}
		into.Item, into.ItemName = id, o.item
	}
	if o.given("reported") {
		into.Visible = !o.reported
	}
	if err := o.fill(&into.Seen); err != nil {
		return err
	}
	ids, step, err := c.Observe(ctx, []catalog.Observation{into}, o.who)
	if err != nil {
		return err
	}
	now, err := c.Observation(ctx, ids[0])
	if err != nil {
		return err
	}
	line := observedLine{stepLine: p.stepOf(step, catalog.ActionObserve)}
	if o.asJSON {
		l, err := lawsOf(ctx, c)
		if err != nil {
			return err
		}
		line.Observation = l.observation(&now)
		return p.line(line)
	}
	text := p.words.T("cli.observe.done", "observation", catalog.ObservationID(now.ID), "item", p.words.Called(now.ItemName))
	if parts := p.words.Seen(&now); len(parts) > 0 {
		text = p.words.T("cli.observe.done_seen", "text", text, "seen", strings.Join(parts, p.words.T("suggestion.separator")))
	}
	if step.ID == 0 {
		text = p.words.T("cli.tag.unchanged")
	}
	return p.say(clean(text))
}
