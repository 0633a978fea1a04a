package sqlite

import (
	"encoding/json"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"waybill/catalog"
)

// itoa is for numbers of rows in keys and lists.
func itoa(n int64) string { return strconv.FormatInt(n, 10) }

// counted is a facet's count of photos: of those in the bin, or of the others.
type counted struct {
	facet   int64
	removed bool
}

// countColumn names the column of a facet that has a count.
func countColumn(removed bool) string {
	if removed {
		return "binned"
	}
	return "photos"
}

// facetIndex collects, during one step, changes to how many photos a facet has.
type facetIndex struct {
	ids   map[string]int64
	delta map[counted]int
	above map[int64][]int64 // see door.above
}

func (x *facetIndex) init() {
	x.ids, x.delta, x.above = map[string]int64{}, map[counted]int{}, map[int64][]int64{}
}

// Facet kinds. Under has and no stand the same values: what a photo has or lacks.
const (
	facetStatus = "status"
	facetItem   = "item"  // exactly that
	facetGoods  = "goods" // that or a kind of it
	facetRoute  = "route"
	facetBatch  = "batch"
	facetSource = "source"
	facetType   = "type"
	facetHas    = "has"
	facetNo     = "no"
	facetKind   = "kind"
)

// refreshTouched makes the derived columns and indexes of the touched photos
// anew and books how the facets' counts changed.
func (d *door) refreshTouched() error {
	d.half = true
	n := 0
	for id := range d.touched.all() {
		if err := d.refresh(id); err != nil {
			return err
		}
		n++
		d.tell(n, d.touched.len())
	}
	if err := d.flushTexts(); err != nil {
		return err
	}
	for of, n := range d.index.delta {
		if n == 0 {
			continue
		}
		if err := d.exec("UPDATE facet SET "+countColumn(of.removed)+" = "+countColumn(of.removed)+" + ? WHERE id = ?", n, of.facet); err != nil {
			return err
		}
	}
	return nil
}

// derived is what a photo's row and its indexes hold beside the truth.
type derived struct {
	seq    int64
	facets []int64
	sum    int64  // of the indexed text
	chosen string // JSON of catalog.Chosen
}

// refresh derives one photo anew. A photo that is gone has nothing to derive.
func (d *door) refresh(id catalog.PhotoID) error {
	old, exists, err := d.derivedOf(id)
	if err != nil || !exists {
		return err
	}
	f, err := d.facts(id)
	if err != nil {
		return err
	}
	now := derived{chosen: old.chosen}
	if err := d.choose(&f, &now); err != nil {
		return err
	}
	now.seq = seqOf(f.chosen.Date, id)
	if f.removed {
		now.seq |= seqRemoved
	}
	if now.facets, err = d.facetIDs(f); err != nil {
		return err
	}
	text, err := d.text(f)
	if err != nil {
		return err
	}
	h := fnv.New64a()
	h.Write([]byte(text.words + "\x00" + text.chars))
	now.sum = int64(h.Sum64())
	if err := d.writeDerived(id, f, now); err != nil {
		return err
	}
	if err := d.moveFacets(old, now); err != nil {
		return err
	}
	if old.chosen != now.chosen || old.seq != now.seq {
		if err := d.moveSpan(old.seq, now.seq, f.chosen.Date); err != nil {
			return err
		}
	}
	if old.seq == now.seq && old.sum == now.sum {
		return nil
	}
	return d.reindex(reindexing{old: old.seq, seq: now.seq, text: text})
}

// choose weighs the claims about a photo, or takes over what was chosen from the
// same ones before.
func (d *door) choose(f *facts, now *derived) error {
	if now.chosen != "" && !d.weigh.has(f.id) {
		return json.Unmarshal([]byte(now.chosen), &f.chosen)
	}
	claims, err := claimsOf(d.ctx, d, f.id)
	if err != nil {
		return err
	}
	places, err := d.places()
	if err != nil {
		return err
	}
	f.chosen = catalog.Choose(claims, catalog.Circumstances{Gazetteer: places, Added: f.added})
	text, err := json.Marshal(f.chosen)
	now.chosen = string(text)
	return err
}

func (d *door) derivedOf(id catalog.PhotoID) (derived, bool, error) {
	rows, err := d.query("SELECT coalesce(seq, 0), coalesce(facets, ''), coalesce(text_sum, 0), coalesce(chosen, '') FROM photo WHERE id = ?", id)
	if err != nil {
		return derived{}, false, err
	}
	defer rows.Close()
	if !rows.Next() {
		return derived{}, false, rows.Err()
	}
	var old derived
	var list string
	if err := rows.Scan(&old.seq, &list, &old.sum, &old.chosen); err != nil {
		return derived{}, false, err
	}
	old.facets, err = parseFacets(list)
	return old, true, err
}

func parseFacets(list string) ([]int64, error) {
	fields := strings.Fields(list)
	ids := make([]int64, len(fields))
	for i, f := range fields {
		n, err := strconv.ParseInt(f, 10, 64)
		if err != nil {
			return nil, err
		}
		ids[i] = n
	}
	return ids, nil
}

func (d *door) writeDerived(id catalog.PhotoID, f facts, now derived) error {
	list := make([]string, len(now.facets))
	for i, facet := range now.facets {
		list[i] = itoa(facet)
	}
	return d.exec(`UPDATE photo SET seq = ?, name_key = ?, chosen = ?, status = ?, facets = ?, text_sum = ?, latitude = ?, longitude = ?,
		taken = ?, place = ? WHERE id = ?`,
		now.seq, naturalKey(f.name), now.chosen, string(f.status), strings.Join(list, " "), now.sum, f.chosen.Latitude, f.chosen.Longitude,
		shortTaken(f.chosen.Date), shortPlace(f.chosen.Where), id)
}

// moveFacets takes a photo out of the facets that it no longer has and into those
// that it has now, many with one statement.
func (d *door) moveFacets(old, now derived) error {
	moved := old.seq != now.seq
	var gone, come []any
	for _, facet := range old.facets {
		if moved || !slices.Contains(now.facets, facet) {
			gone = append(gone, facet)
			d.index.delta[counted{facet, inBin(old.seq)}]--
		}
	}
	for _, facet := range now.facets {
		if moved || !slices.Contains(old.facets, facet) {
			come = append(come, facet, now.seq)
			d.index.delta[counted{facet, inBin(now.seq)}]++
		}
	}
	for some := range slices.Chunk(gone, chunk) {
		if err := d.exec("DELETE FROM photo_facet WHERE facet IN ("+marks(len(some))+") AND seq = ?", append(slices.Clone(some), old.seq)...); err != nil {
			return err
		}
	}
	for some := range slices.Chunk(come, 2*chunk) {
		if err := d.exec("INSERT INTO photo_facet VALUES "+strings.Repeat("(?, ?), ", len(some)/2-1)+"(?, ?)", some...); err != nil {
			return err
		}
	}
	return nil
}

// unindex takes a photo that is about to go out of all indexes.
func (d *door) unindex(id catalog.PhotoID) error {
	old, exists, err := d.derivedOf(id)
	if err != nil || !exists {
		return err
	}
	if err := d.moveFacets(old, derived{seq: -1}); err != nil {
		return err
	}
	if err := d.moveSpan(old.seq, 0, nil); err != nil {
		return err
	}
	return d.reindex(reindexing{old: old.seq})
}

// facetID gives the number of a facet, making it when it is new.
func (d *door) facetID(kind, value string) (int64, error) {
	key := kind + " " + value
	if id, ok := d.index.ids[key]; ok {
		return id, nil
	}
	var id int64
	err := d.queryRow(`INSERT INTO facet (kind, value, photos) VALUES (?, ?, 0)
		ON CONFLICT (kind, value) DO UPDATE SET kind = kind RETURNING id`, kind, value).Scan(&id)
	d.index.ids[key] = id
	return id, err
}

func (d *door) facetIDs(f facts) ([]int64, error) {
	var ids []int64
	for _, pair := range f.facets() {
		id, err := d.facetID(pair[0], pair[1])
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}
