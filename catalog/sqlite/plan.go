package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"strings"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// plan is a query with its names resolved, ready to become SQL.
type plan struct {
	facets     []facetTerm
	texts      []textTerm
	dates      []dateTerm
	within     seqRange   // that the photos must stand in
	except     []seqRange // that they must not
	impossible bool       // no photo can satisfy it
	whole      bool       // all photos, or all that lie in the bin
	base       int64      // seqRemoved to look into the bin, else 0
}

type dateTerm struct {
	moments
	not bool
}

type facetTerm struct {
	ids    []int64
	not    bool
	photos int // at most this many
}

type textTerm struct {
	match string
	not   bool
}

type seqRange struct {
	from, to int64 // both included
}

// plan resolves the names in a query. A name that fits several rows means all
// of them; one that fits none is an error that says where it stands.
func (s *Store) plan(ctx context.Context, q catalog.Query) (*plan, error) {
	p := &plan{whole: true}
	for _, t := range q.Terms {
		if t.Field == catalog.FieldIs && !t.Not {
			p.base = seqRemoved
		}
	}
	p.within = seqRange{from: p.base, to: p.base + seqRemoved - 1}
	for _, t := range q.Terms {
		if err := s.planTerm(ctx, p, t); err != nil {
			return nil, wrap("find", "", err)
		}
	}
	return p, nil
}

// limit adds a stretch of time that photos must lie in, or must not.
func (p *plan) limit(r seqRange, not bool) {
	if not {
		p.except = append(p.except, r)
		return
	}
	p.within.from, p.within.to = max(p.within.from, r.from), min(p.within.to, r.to)
	p.impossible = p.impossible || p.within.from > p.within.to
}

func (s *Store) planTerm(ctx context.Context, p *plan, t catalog.Term) error {
	if t.Field == catalog.FieldIs { // what else is looked for is not in the bin
		p.impossible = p.impossible || t.Not && p.base != 0
		return nil
	}
	p.whole = false
	switch t.Field {
	case catalog.FieldWords:
		return s.planWords(ctx, p, t)
	case catalog.FieldDate:
		p.dates = append(p.dates, dateTerm{moments: momentsOf(t.Range, p.base), not: t.Not})
		return nil
	case catalog.FieldStatus:
		return s.planFacet(ctx, p, t, facetStatus, t.Value)
	case catalog.FieldHas, catalog.FieldNo, catalog.FieldKind, catalog.FieldDirection, catalog.FieldStage, catalog.FieldMadeIn,
		catalog.FieldPackaging:
		return s.planFacet(ctx, p, t, string(t.Field), t.Value)
	case catalog.FieldReview:
		if t.Value == catalog.ReviewWaiting {
			return s.planFacet(ctx, p, t, string(t.Field), catalog.ReviewNone, catalog.ReviewDisagreed)
		}
		return s.planFacet(ctx, p, t, string(t.Field), t.Value)
	case catalog.FieldMeasure:
		return s.planMeasure(ctx, p, t)
	case catalog.FieldCrossing:
		return s.planCrossing(ctx, p, t)
	case catalog.FieldLot:
		return s.planFacet(ctx, p, t, string(t.Field), strings.TrimLeft(strings.TrimPrefix(strings.ToUpper(t.Value), "L-"), "0"))
	case catalog.FieldType:
		return s.planFacet(ctx, p, t, facetType, typeNames(t.Value)...)
	}
	return s.planName(ctx, p, t)
}

// planWords looks for a word in the index. A photo's short id is found as such.
func (s *Store) planWords(ctx context.Context, p *plan, t catalog.Term) error {
	if id, err := catalog.ParsePhotoID(t.Value); err == nil && len(t.Value) > 2 && (t.Value[0] == 'P' || t.Value[0] == 'p') {
		var seq int64
		err := s.read.QueryRowContext(ctx, "SELECT seq FROM photo WHERE id = ?", id).Scan(&seq)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		p.limit(seqRange{from: seq, to: seq}, t.Not)
		return nil
	}
	match, err := matchText(ctx, s.read, t.Value, t.Phrase)
	if err == nil && match != "" {
		p.texts = append(p.texts, textTerm{match: match, not: t.Not})
	}
	return err
}

// planMeasure finds determinations by a measure's id or a part of it.
func (s *Store) planMeasure(ctx context.Context, p *plan, t catalog.Term) error {
	values, err := column[string](ctx, s.read, "SELECT value FROM facet WHERE kind = ? AND instr(upper(value), upper(?)) > 0",
		string(catalog.FieldMeasure), t.Value)
	if err != nil {
		return err
	}
	return s.planFacet(ctx, p, t, string(t.Field), values...)
}

// planCrossing finds photos by any name of a crossing.
func (s *Store) planCrossing(ctx context.Context, p *plan, t catalog.Term) error {
	var ids []string
	places, err := s.GazetteerNow(ctx)
	if err != nil {
		return err
	}
	if places != nil {
		ids = places.Crossings(t.Value)
	}
	if len(ids) == 0 {
		return &catalog.QueryError{Pos: t.Pos, Token: t.Value, Reason: catalog.QueryUnknownName}
	}
	return s.planFacet(ctx, p, t, string(t.Field), ids...)
}

func (s *Store) planName(ctx context.Context, p *plan, t catalog.Term) error {
	entity := map[catalog.Field]string{
		catalog.FieldItem: entItem, catalog.FieldVisible: entItem, catalog.FieldReported: entItem, catalog.FieldRoute: entRoute, catalog.FieldBatch: entBatch, catalog.FieldSource: entSource,
	}[t.Field]
	owners, err := matchNames(ctx, s.read, entity, t.Value)
	if err != nil {
		return err
	}
	if len(owners) == 0 {
		return &catalog.QueryError{Pos: t.Pos, Token: t.Value, Reason: catalog.QueryUnknownName}
	}
	if entity == entItem {
		if owners, err = kindsOf(ctx, s.read, owners); err != nil {
			return err
		}
	}
	values := make([]string, len(owners))
	for i, owner := range owners {
		values[i] = itoa(owner)
	}
	return s.planFacet(ctx, p, t, string(t.Field), values...)
}

// planFacet looks up the facets of some values. A facet that no photo ever had
// finds nothing.
func (s *Store) planFacet(ctx context.Context, p *plan, t catalog.Term, kind string, values ...string) error {
	f := facetTerm{not: t.Not}
	for _, value := range values {
		var id int64
		var photos int
		err := s.read.QueryRowContext(ctx, "SELECT id, "+countColumn(p.base != 0)+" FROM facet WHERE kind = ? AND value = ?", kind, value).Scan(&id, &photos)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return err
		}
		f.ids = append(f.ids, id)
		f.photos += photos
	}
	switch {
	case len(f.ids) > 0 && !t.Not:
		r, err := s.stretch(ctx, f.ids, p.within)
		if err != nil {
			return err
		}
		p.facets = append(p.facets, f)
		p.limit(r, false)
	case len(f.ids) > 0:
		p.facets = append(p.facets, f)
	case !t.Not:
		p.impossible = true
	}
	return nil
}

// typeNames gives the formats that a person means by a type.
func typeNames(typed string) []string {
	switch name := naming.Fold(typed); name {
	case "jpg":
		return []string{"jpeg"}
	case "tif":
		return []string{"tiff"}
	case "heif":
		return []string{"heic"}
	case "raw":
		return []string{"dng", "cr2", "cr3", "nef", "arw", "orf", "rw2", "pef", "raf"}
	default:
		return []string{name}
	}
}

// stretch gives the stretch of time that the photos of some facets lie in, so
// that facets which hardly meet need not be walked to find out; within another.
func (s *Store) stretch(ctx context.Context, facets []int64, in seqRange) (seqRange, error) {
	whole := seqRange{from: math.MaxInt64, to: -1}
	for _, id := range facets {
		var from, to sql.NullInt64
		err := s.read.QueryRowContext(ctx, `SELECT (SELECT min(seq) FROM photo_facet WHERE facet = ?1 AND seq >= ?2),
			(SELECT max(seq) FROM photo_facet WHERE facet = ?1 AND seq <= ?3)`, id, in.from, in.to).Scan(&from, &to)
		if err != nil {
			return whole, err
		}
		if from.Valid && to.Valid {
			whole.from, whole.to = min(whole.from, from.Int64), max(whole.to, to.Int64)
		}
	}
	return whole, nil
}
