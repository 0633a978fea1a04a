package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"waybill/catalog"
	"waybill/catalog/rules"
	"waybill/catalog/workspace"
)

func (p *program) suggestCommand() *cobra.Command {
	var asJSON bool
	cmd := p.command("suggest CAT PHOTO [--json]", p.words.T("cli.suggest.short"), 2, 2, func(cmd *cobra.Command, args []string) error {
		id, err := catalog.ParsePhotoID(args[1])
		if err != nil {
			return p.usage(err)
		}
		return p.with(cmd.Context(), args[0], func(c *workspace.Catalogue) error {
			return p.suggest(cmd.Context(), c, id, asJSON)
		})
	})
	cmd.Long = p.words.T("cli.suggest.long")
	p.jsonFlag(cmd, &asJSON)
	return cmd
}

// suggestedLine is what the rule packs say about one observation.
type suggestedLine struct {
	Photo         string           `json:"photo"`
	Observation   string           `json:"observation"`
	Item          string           `json:"item"`
	ItemKey       string           `json:"item_key"`
	Visible       bool             `json:"visible"`
	Status        string           `json:"status"`
	Direction     *string          `json:"direction"`
	FromBatch     bool             `json:"direction_from_batch"`
	Suggestions   []suggestionLine `json:"suggestions"`
	Missing       []string         `json:"missing"`
	NotYet        []suggestionLine `json:"not_yet"` // left out: not in force yet on the photo's date
	Ended         []suggestionLine `json:"ended"`   // left out: in force no longer
	Note          *string          `json:"note"`
	SourceReading *string          `json:"source_reading"`
}

// suggestionLine is one suggestion. Certainty is what of the measure was checked:
// "verified", "partly_verified" or "unverified".
type suggestionLine struct {
	Measure    *string  `json:"measure"`
	Instrument *string  `json:"instrument"`
	Paragraph  *string  `json:"paragraph"`
	Title      *string  `json:"title"`
	Kind       string   `json:"kind"`
	Condition  *string  `json:"condition"`
	InForce    *string  `json:"in_force"`
	From       *string  `json:"from"`
	Until      *string  `json:"until"`
	Certainty  *string  `json:"certainty"`
	Heading    *string  `json:"classification"` // what of the goods' heading was checked, likewise
	Mapping    *string  `json:"mapping"`
	HS         *string  `json:"hs"`
	HSPrefix   *string  `json:"hs_prefix"`
	Exemptions []string `json:"exemptions"`
	Instead    []string `json:"instead"`
	Pack       string   `json:"pack"`
	Words      string   `json:"words"`
}

func (p *program) suggest(ctx context.Context, c *workspace.Catalogue, id catalog.PhotoID, asJSON bool) error {
	list, err := c.Suggest(ctx, id)
	if err != nil {
		return err
	}
	if asJSON {
		for i := range list {
			if err := p.line(p.suggestedLine(&list[i])); err != nil {
				return err
			}
		}
		return nil
	}
	if len(list) == 0 {
		return p.say(p.words.T("cli.suggest.nothing", "photo", id.String()))
	}
	l, err := lawsOf(ctx, c)
	if err != nil {
		return err
	}
	for i := range list {
		for _, line := range p.suggestedWords(&list[i], l) {
			if err := p.say(line); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *program) suggestedLine(s *workspace.Suggested) suggestedLine {
	line := suggestedLine{
		Photo: s.Photo.String(), Observation: catalog.ObservationID(s.ID), Item: s.ItemName, ItemKey: s.ItemKey, Visible: s.Visible,
		Status: string(s.Status()), Direction: known(string(s.Way)), FromBatch: s.Way != s.Direction,
		Suggestions: []suggestionLine{}, Missing: []string{}, NotYet: []suggestionLine{}, Ended: []suggestionLine{},
	}
	for _, m := range missing(s) {
		line.Missing = append(line.Missing, string(m))
	}
	for i := range s.Answers {
		a := &s.Answers[i]
		line.Suggestions = append(line.Suggestions, p.suggestionLines(a.Pack, a.Suggestions)...)
		line.NotYet = append(line.NotYet, p.suggestionLines(a.Pack, a.NotYet)...)
		line.Ended = append(line.Ended, p.suggestionLines(a.Pack, a.Ended)...)
		if g := a.Goods; g != nil && line.Note == nil && line.SourceReading == nil {
			line.Note, line.SourceReading = known(g.Note), known(g.SourceReading)
		}
	}
	return line
}

// missing lists what no pack can do without.
func missing(s *workspace.Suggested) []rules.Missing {
	var all []rules.Missing
	for _, m := range []rules.Missing{rules.MissingDirection, rules.MissingItem, rules.MissingHS} {
		lacking := func(a workspace.PackAnswer) bool { return slices.Contains(a.Missing, m) }
		if !slices.ContainsFunc(s.Answers, func(a workspace.PackAnswer) bool { return !lacking(a) }) {
			all = append(all, m)
		}
	}
	return all
}

func (p *program) suggestionLines(pack *rules.Pack, list []catalog.Suggestion) []suggestionLine {
	lines := make([]suggestionLine, len(list))
	for i := range list {
		s := &list[i]
		line := suggestionLine{
			Measure: known(s.Measure), Instrument: known(s.Instrument), Paragraph: known(s.Paragraph), Title: known(s.Title), Kind: string(s.Kind),
			Condition: known(s.Condition), InForce: known(string(s.InForce)), From: dayOf(s.From), Until: dayOf(s.Until), Mapping: known(string(s.Mapping)),
			HS: known(s.HS), HSPrefix: known(s.Prefix), Exemptions: slices.Concat([]string{}, s.Exemptions), Instead: slices.Concat([]string{}, s.Instead),
			Pack: pack.Name(), Words: p.words.Suggestion(s),
		}
		if s.Measure != "" {
			line.Certainty = known(string(s.Certainty.Checked()))
		}
		if s.Classification != "" {
			line.Heading = known(string(s.Classification.Checked()))
		}
		lines[i] = line
	}
	return lines
}

func dayOf(t *time.Time) *string {
	if t == nil {
		return nil
	}
	return known(t.Format(time.DateOnly))
}

// suggestedWords says it for people: the goods, then each suggestion, and below
// it what to consider.
func (p *program) suggestedWords(s *workspace.Suggested, l laws) []string {
	w := p.words
	way := w.Direction(s.Way)
	if s.Way != s.Direction {
		way = p.inherited(way, true)
	}
	item := w.Called(s.ItemName)
	if !s.Visible {
		item = w.T("cli.suggest.reported", "item", item)
	}
	lines := []string{w.T("cli.suggest.goods", "observation", catalog.ObservationID(s.ID), "item", item, "direction", way)}
	for _, m := range missing(s) {
		lines = append(lines, "  "+w.Missing(m))
	}
	for i := range s.Answers {
		lines = append(lines, p.answerWords(&s.Answers[i], l)...)
	}
	for i := range lines {
		lines[i] = clean(lines[i])
	}
	return lines
}

func (p *program) answerWords(a *workspace.PackAnswer, l laws) []string {
	w := p.words
	var lines []string
	conflict := false
	for i := range a.Suggestions {
		s := &a.Suggestions[i]
		conflict = conflict || s.Kind == catalog.SuggestConflict
		lines = append(lines, "  "+w.Suggestion(s))
		if len(s.Exemptions) > 0 {
			lines = append(lines, "      "+w.T("cli.suggest.exemptions", "list", strings.Join(l.names(p, s.Exemptions), "; ")))
		}
	}
	for _, s := range slices.Concat(a.NotYet, a.Ended) {
		text := w.T("cli.suggest.left_out", "text", w.Suggestion(&s))
		if len(s.Instead) > 0 {
			text = w.T("cli.suggest.instead", "text", text, "list", strings.Join(l.names(p, s.Instead), "; "))
		}
		lines = append(lines, "  "+text)
	}
	if g := a.Goods; g != nil && len(a.Missing) == 0 {
		if g.SourceReading != "" {
			lines = append(lines, "      "+w.T("cli.suggest.source", "text", g.SourceReading))
		}
		if g.Note != "" {
			lines = append(lines, "      "+w.T("cli.suggest.note", "text", g.Note))
		}
	}
	if conflict {
		lines = append(lines, "      "+w.T("cli.suggest.both"))
	}
	return lines
}

// names puts ids of measures into words and leaves other texts as they are.
func (l laws) names(p *program, list []string) []string {
	names := make([]string, len(list))
	for i, text := range list {
		names[i] = text
		if m := l.of(text); m != nil {
			names[i] = p.words.Measure(m.Instrument, m.Paragraph)
		}
	}
	return names
}
