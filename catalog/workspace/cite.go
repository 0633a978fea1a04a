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
	list, err := c.CitePhotos(ctx, []catalog.PhotoID{id}, audience, words)
	if err != nil {
		return Cited{}, err
	}
	return list[0], nil
}

// CitePhotos likewise cites several photos, in their order; none where one of
// them is refused.
func (c *Catalogue) CitePhotos(ctx context.Context, ids []catalog.PhotoID, audience citation.Audience, words Citer) ([]Cited, error) {
	citing, err := c.citing(ctx, audience, words)
	if err != nil {
		return nil, err
	}
	list := make([]Cited, len(ids))
	for i, id := range ids {
		photo, err := c.Photo(ctx, id)
		if err != nil {
			return nil, err
		}
		if list[i], err = citing.cite(ctx, photo, photo.Observations); err != nil {
			return nil, err
		}
	}
	return list, nil
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
	citing, err := c.citing(ctx, audience, words)
	if err != nil {
		return Cited{}, err
	}
	one := slices.DeleteFunc(slices.Clone(photo.Observations), func(o catalog.Observation) bool { return o.ID != id })
	return citing.cite(ctx, photo, one)
}

// citing is what citations for an audience need of the catalogue.
type citing struct {
	catalogue *Catalogue
	audience  citation.Audience
	words     Citer
	adviser   adviser
	secrets   citation.Secrets // for the public only
	alike     []Group          // for the archive only
}

func (c *Catalogue) citing(ctx context.Context, audience citation.Audience, words Citer) (*citing, error) {
	a, err := c.adviser(ctx)
	if err != nil {
		return nil, err
	}
	s := &citing{catalogue: c, audience: audience, words: words, adviser: a}
	if audience == citation.Archive {
		s.alike, err = c.Duplicates(ctx)
	} else {
		s.secrets, err = c.secrets(ctx)
	}
	return s, err
}

func (s *citing) cite(ctx context.Context, photo catalog.Photo, of []catalog.Observation) (Cited, error) {
	in := citation.Input{Photo: photo, Observations: of, Items: s.adviser.items, Measure: measureIn(s.adviser.packs)}
	in.Conflicts = func(o catalog.Observation) []catalog.Suggestion {
		var list []catalog.Suggestion
		for _, answer := range s.adviser.observation(photo, o).Answers {
			for _, suggestion := range answer.Suggestions {
				if suggestion.Kind == catalog.SuggestConflict {
					list = append(list, suggestion)
				}
			}
		}
		return list
	}
	if s.audience == citation.Archive {
		var err error
		if in.Version, err = s.versionOf(ctx, photo.ID); err != nil {
			return Cited{}, err
		}
	}
	cited := Cited{Citation: citation.Facts(in, s.audience)}
	cited.Text = s.words.Citation(cited.Citation)
	if s.audience == citation.Archive {
		return cited, nil
	}
	if err := citation.Guard(cited.Citation, cited.Text, s.secrets); err != nil {
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
func (s *citing) versionOf(ctx context.Context, id catalog.PhotoID) (*citation.Version, error) {
	for _, g := range s.alike {
		if g.Photos[0].Photo == id || !slices.ContainsFunc(g.Photos, func(s Similar) bool { return s.Photo == id }) {
			continue
		}
		head, err := s.catalogue.Photo(ctx, g.Photos[0].Photo)
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
