package workspace

import (
	"context"
	"strings"

	"waybill/catalog"
	"waybill/catalog/datetext"
	"waybill/catalog/places"
)

// UnderstandDate reads what a person types about when a photo was taken; an
// empty text takes the person's word back. Errors wrap an *edtf.SyntaxError.
func UnderstandDate(text string) (catalog.Statement, error) {
	s := catalog.Statement{Property: catalog.PropTaken, Raw: strings.TrimSpace(text)}
	if s.Raw == "" {
		return s, nil
	}
	d, err := datetext.Parse(s.Raw)
	if err != nil {
		return s, &catalog.Error{Code: catalog.ErrInvalid, Op: "date", Subject: text, Err: err}
	}
	s.Value = d.String()
	return s, s.Check()
}

// UnderstandPlace reads what a person types or pastes as a place: a name,
// coordinates, a map link, or the short id of a photo, whose place is copied. An
// empty text takes the person's word back. about is catalog.PropPlace or
// catalog.PropPlaceShown. Errors wrap a *places.Error, but for ErrNotFound and
// ErrNoPlace of a photo.
func (c *Catalogue) UnderstandPlace(ctx context.Context, about catalog.Property, text string) (catalog.Statement, error) {
	s := catalog.Statement{Property: about, Raw: strings.TrimSpace(text)}
	if s.Raw == "" {
		return s, nil
	}
	if id, err := catalog.ParsePhotoID(s.Raw); err == nil && strings.HasPrefix(strings.ToUpper(s.Raw), "P-") {
		p, err := c.placeOf(ctx, id)
		s.Value = p.Value()
		return s, err
	}
	g, err := c.placesNow(ctx)
	if err != nil {
		return s, err
	}
	p, _, err := places.Parse(s.Raw, g)
	if err != nil {
		return s, &catalog.Error{Code: catalog.ErrInvalid, Op: "place", Subject: text, Err: err}
	}
	s.Value = p.Value()
	return s, nil
}

// UnderstandEntry takes an entry of the gazetteer for a place, under the name by
// which a person chose it from a list: that name alone need not tell it from
// others, for a port is called as its town is. about is as for UnderstandPlace.
func (c *Catalogue) UnderstandEntry(about catalog.Property, entry, called string) (catalog.Statement, error) {
	s := catalog.Statement{Property: about, Raw: called}
	e, ok := c.places().Lookup(entry)
	if !ok {
		return s, &catalog.Error{Code: catalog.ErrNotFound, Op: "place", Subject: entry}
	}
	s.Value = e.Place(called).Value()
	return s, nil
}

// placeOf gives where a photo was taken as a place that others can take over.
func (c *Catalogue) placeOf(ctx context.Context, id catalog.PhotoID) (catalog.Place, error) {
	photo, err := c.Photo(ctx, id)
	if err != nil {
		return catalog.Place{}, err
	}
	if photo.Where == nil {
		return catalog.Place{}, &catalog.Error{Code: catalog.ErrNoPlace, Op: "copy place", Subject: id.String()}
	}
	w := photo.Where
	return catalog.Place{
		Latitude: photo.Latitude, Longitude: photo.Longitude,
		Precision: w.Precision, Accuracy: w.Accuracy, Entry: w.Entry, Name: w.Name, Datum: w.Datum,
	}, nil
}

// Locate says what the gazetteer knows about a place.
func (c *Catalogue) Locate(p catalog.Place) catalog.Where {
	claim := catalog.Claim{Origin: catalog.OriginEditor, Property: catalog.PropPlace, Value: p.Value()}
	chosen := catalog.Choose([]catalog.Claim{claim}, catalog.Circumstances{Gazetteer: c.Gazetteer()})
	if chosen.Where == nil {
		return catalog.Where{}
	}
	return *chosen.Where
}

// PlaceNames completes what a person has typed of the name of a place, the best
// first.
func (c *Catalogue) PlaceNames(text string, limit int) []catalog.Near {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	var names []catalog.Near
	g := c.places()
	for _, m := range g.Find(text) {
		if len(names) == limit || m.How > places.Contains {
			break
		}
		if near, ok := g.Entry(m.Entry.ID); ok {
			names = append(names, near)
		}
	}
	return names
}

// Assessment is what a photo's claims amount to, with the claims.
type Assessment struct {
	catalog.Chosen
	Claims   []catalog.Claim
	Followed []bool // beside Claims
}

// Assess weighs the claims about a photo.
func (c *Catalogue) Assess(ctx context.Context, id catalog.PhotoID) (Assessment, error) {
	photo, err := c.Photo(ctx, id)
	if err != nil {
		return Assessment{}, err
	}
	claims, err := c.Claims(ctx, id)
	if err != nil {
		return Assessment{}, err
	}
	g, err := c.GazetteerNow(ctx)
	if err != nil {
		return Assessment{}, err
	}
	at := catalog.Circumstances{Gazetteer: g, Added: photo.Added}
	return Assessment{Chosen: catalog.Choose(claims, at), Claims: claims, Followed: catalog.Followed(claims, at)}, nil
}
