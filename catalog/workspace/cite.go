package workspace

import (
	"context"
	"slices"

	"waybill/catalog"
	"waybill/catalog/citation"
	"waybill/catalog/rules"
)

// Citer puts a citation into words, as present.Words does.
type Citer interface {
	Citation(c *citation.Citation) string
}

// Cited is a citation in words and as facts.
type Cited struct {
	Text string
	*citation.Citation
}

// CitePhoto cites a photo with all of its goods. A public citation that would
// betray a source, a file's name, an id or a hash is refused with ErrAliasLeak or
// ErrInnerLeak.
func (c *Catalogue) CitePhoto(ctx context.Context, id catalog.PhotoID, audience citation.Audience, words Citer) (Cited, error) {
	photo, err := c.Photo(ctx, id)
	if err != nil {
		return Cited{}, err
	}
	return c.cite(ctx, photo, photo.Observations, audience, words)
}

// CiteObservation likewise cites one observation.
func (c *Catalogue) CiteObservation(ctx context.Context, id int64, audience citation.Audience, words Citer) (Cited, error) {
	of, err := c.PhotoOf(ctx, id)
	if err != nil {
		return Cited{}, err
	}
	photo, err := c.Photo(ctx, of)
	if err != nil {
		return Cited{}, err
	}
	one := slices.DeleteFunc(slices.Clone(photo.Observations), func(o catalog.Observation) bool { return o.ID != id })
	return c.cite(ctx, photo, one, audience, words)
}

func (c *Catalogue) cite(ctx context.Context, photo catalog.Photo, of []catalog.Observation, audience citation.Audience, words Citer) (Cited, error) {
	in := citation.Input{Photo: photo, Observations: of}
	var err error
	if in.Items, err = c.itemsByID(ctx); err != nil {
		return Cited{}, err
	}
	packs, err := c.Packs(ctx)
	if err != nil {
		return Cited{}, err
	}
	in.Measure = measureIn(packs)
	in.Conflicts = func(o catalog.Observation) []catalog.Suggestion {
		var list []catalog.Suggestion
		for _, p := range packs {
			for _, s := range p.Suggest(inputOf(photo, o, in.Items[o.Item])).Suggestions {
				if s.Kind == catalog.SuggestConflict {
					list = append(list, s)
				}
			}
		}
		return list
	}
	if audience == citation.Archive {
		in.Version, err = c.versionOf(ctx, photo.ID)
	}
	if err != nil {
		return Cited{}, err
	}
	cited := Cited{Citation: citation.Facts(in, audience)}
	cited.Text = words.Citation(cited.Citation)
	if audience == citation.Archive {
		return cited, nil
	}
	secrets, err := c.secrets(ctx)
	if err == nil {
		err = citation.Guard(cited.Citation, cited.Text, secrets)
	}
	if err != nil {
		return Cited{}, err
	}
	return cited, nil
}

// measureIn looks measures up in the pack that is named, by id and version, and
// failing that in any: an older version of a pack is not kept in force.
func measureIn(packs []*rules.Pack) func(pack, id string) (catalog.Measure, bool) {
	return func(pack, id string) (catalog.Measure, bool) {
		var found *catalog.Measure
		for _, p := range packs {
			m, ok := p.Measure(id)
			if ok && p.ID+" "+p.Version == pack {
				return m, true
			}
			if ok && found == nil {
				found = &m
			}
		}
		if found == nil {
			return catalog.Measure{}, false
		}
		return *found, true
	}
}

// versionOf tells of which photo another one is a smaller version, nil when of none.
func (c *Catalogue) versionOf(ctx context.Context, id catalog.PhotoID) (*citation.Version, error) {
	groups, err := c.Duplicates(ctx)
	if err != nil {
		return nil, err
	}
	for _, g := range groups {
		if g.Photos[0].Photo == id || !slices.ContainsFunc(g.Photos, func(s Similar) bool { return s.Photo == id }) {
			continue
		}
		head, err := c.Photo(ctx, g.Photos[0].Photo)
		return &citation.Version{Of: head.UUID}, err
	}
	return nil, nil
}

// secrets lists what no public text may hold.
func (c *Catalogue) secrets(ctx context.Context) (citation.Secrets, error) {
	var s citation.Secrets
	sources, err := c.Sources(ctx)
	if err != nil {
		return s, err
	}
	for _, source := range sources {
		s.Aliases = append(s.Aliases, source.Alias)
	}
	s.Names, err = c.OriginalNames(ctx)
	return s, err
}
