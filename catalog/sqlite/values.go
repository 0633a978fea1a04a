package sqlite

import (
	"context"
	"database/sql"
	"hash/maphash"
	"slices"
	"strings"

	"waybill/catalog"
)

// Values counts what some photos have in each field: one pass over their rows
// with the lists of facets in them. Its memory grows with the number of different
// texts alone. Errors of a query have the code ErrQuery.
func (s *Store) Values(ctx context.Context, of catalog.Selection) (catalog.Values, error) {
	v := &valuing{store: s, ctx: ctx, seed: maphash.MakeSeed()}
	if err := v.prepare(); err != nil {
		return catalog.Values{}, wrap("count values", "", err)
	}
	from, err := s.selected(ctx, of)
	if err != nil {
		return catalog.Values{}, wrap("count values", "", err)
	}
	if from.sql != "" {
		if err := v.pass(from); err != nil {
			return catalog.Values{}, wrap("count values", "", err)
		}
	}
	values, err := v.values()
	return values, wrap("count values", "", err)
}

// selected gives what stands behind FROM for the photos p of a selection; nothing
// when there can be none.
func (s *Store) selected(ctx context.Context, of catalog.Selection) (clause, error) {
	var c clause
	if of.Query == nil {
		list, err := idList(of.Photos)
		c.add("json_each(?) j CROSS JOIN photo p ON p.id = j.value", list)
		return c, err
	}
	p, err := s.plan(ctx, *of.Query)
	if err != nil || p.impossible {
		return c, err
	}
	if p.whole && p.base == 0 {
		c.add("photo p NOT INDEXED WHERE p.removed IS NULL")
		return c, nil
	}
	by, err := s.lead(ctx, p, false)
	if err != nil {
		return c, err
	}
	found := p.seqs(by, 0, catalog.MaxPhotos)
	c.add("(SELECT seq FROM ("+found.sql+")) r CROSS JOIN photo p ON p.seq = r.seq", found.args...)
	return c, nil
}

// counts are the fields that are counted by facets, each named as its kind.
var counts = []catalog.Field{
	catalog.FieldStatus, catalog.FieldItem, catalog.FieldVisible, catalog.FieldReported, catalog.FieldDirection, catalog.FieldStage,
	catalog.FieldMadeIn, catalog.FieldPackaging, catalog.FieldMeasure, catalog.FieldReview, catalog.FieldRoute, catalog.FieldSource,
	catalog.FieldBatch, catalog.FieldKind, catalog.FieldType,
}

// written are the fields that are counted by what stands in the photo's row.
var written = []catalog.Field{catalog.FieldCaption, catalog.FieldNote, catalog.FieldCredit, catalog.FieldDate, catalog.FieldPlace}

// writtenSQL reads them.
const writtenSQL = "p.id, p.batch, p.caption, p.note, p.credit, p.taken, p.place"

// valuing is one count of values.
type valuing struct {
	store   *Store
	ctx     context.Context
	seed    maphash.Seed
	credits map[int64]string // of batches

	photos  int
	facets  []facetCount // by number of the facet
	lacking []int        // photos without a value, by index in counts
	texts   []map[uint64]textCount
	blank   []int // photos without a text, by index in written
}

// facetCount is a facet with the photos that have it.
type facetCount struct {
	field  int // index in counts and 1 more, 0 for none of them
	value  string
	photos int
}

// textCount is a text, known by its hash, with the photos that have it.
type textCount struct {
	photos int
	first  catalog.PhotoID // one that has it
}

// prepare reads the facets and the credits of batches.
func (v *valuing) prepare() error {
	v.lacking, v.blank = make([]int, len(counts)), make([]int, len(written))
	for range written {
		v.texts = append(v.texts, map[uint64]textCount{})
	}
	kinds := make([]any, len(counts))
	for i, field := range counts {
		kinds[i] = string(field)
	}
	rows, err := v.store.read.QueryContext(v.ctx, "SELECT id, kind, value FROM facet WHERE kind IN ("+marks(len(kinds))+") ORDER BY id", kinds...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int
		var f facetCount
		var kind catalog.Field
		if err := rows.Scan(&id, &kind, &f.value); err != nil {
			return err
		}
		f.field = slices.Index(counts, kind) + 1
		v.facets = append(v.facets, make([]facetCount, id-len(v.facets))...)
		v.facets = append(v.facets, f)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	v.credits, err = labelled[int64](v.ctx, v.store.read, "SELECT id, credit FROM batch WHERE credit <> ''")
	return err
}

// labelled reads two columns as keys and texts.
func labelled[K comparable](ctx context.Context, q querier, text string, args ...any) (map[K]string, error) {
	rows, err := q.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	texts := map[K]string{}
	for rows.Next() {
		var key K
		var text string
		if err := rows.Scan(&key, &text); err != nil {
			return nil, err
		}
		texts[key] = text
	}
	return texts, rows.Err()
}

// pass goes over the photos once.
func (v *valuing) pass(from clause) error {
	rows, err := v.store.read.QueryContext(v.ctx, "SELECT coalesce(p.facets, ''), "+writtenSQL+" FROM "+from.sql, from.args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var facets string
		id, texts, err := v.row(rows, &facets)
		if err != nil {
			return err
		}
		v.photos++
		v.count(facets)
		for i, text := range texts {
			if !text.Valid {
				v.blank[i]++
				continue
			}
			hash := maphash.String(v.seed, text.String)
			t, known := v.texts[i][hash]
			if !known {
				t.first = id
			}
			t.photos++
			v.texts[i][hash] = t
		}
	}
	return rows.Err()
}

// row reads what is written in a photo's row, in the order of written; what is
// not valid is not there.
func (v *valuing) row(rows *sql.Rows, before ...any) (catalog.PhotoID, []sql.NullString, error) {
	var id catalog.PhotoID
	var batch int64
	texts := make([]sql.NullString, len(written))
	targets := append(before, &id, &batch)
	for i := range texts {
		targets = append(targets, &texts[i])
	}
	if err := rows.Scan(targets...); err != nil {
		return 0, nil, err
	}
	for i, field := range written {
		t := &texts[i]
		if field == catalog.FieldCredit && t.String == "" {
			t.String = v.credits[batch]
		}
		if field == catalog.FieldDate {
			t.String = toTheDay(t.String)
		}
		if field != catalog.FieldPlace {
			t.Valid = t.String != ""
		}
	}
	return id, texts, nil
}

// toTheDay gives the day of a moment that is known to the second; any other date
// is left as it is.
func toTheDay(edtf string) string {
	const day = len("2006-01-02")
	if len(edtf) > day && edtf[day] == 'T' && !strings.ContainsAny(edtf, "/[{") {
		return edtf[:day]
	}
	return edtf
}

// count counts the facets of one photo.
func (v *valuing) count(list string) {
	var has uint32 // a bit for each of counts
	id := 0
	for i := 0; i <= len(list); i++ {
		if i < len(list) && list[i] != ' ' {
			id = id*10 + int(list[i]-'0')
			continue
		}
		if id < len(v.facets) {
			if f := &v.facets[id]; f.field > 0 {
				f.photos++
				has |= 1 << (f.field - 1)
			}
		}
		id = 0
	}
	for i := range v.lacking {
		if has&(1<<i) == 0 {
			v.lacking[i]++
		}
	}
}
