package sqlite

import (
	"bytes"
	"database/sql"
	"fmt"

	"github.com/google/uuid"

	"waybill/catalog"
)

// get reads a row, nil when there is none.
func (d *door) get(name string, id int64) (row, error) {
	e, err := entityOf(name)
	if err != nil {
		return nil, err
	}
	values := make([]any, len(e.columns))
	targets := make([]any, len(e.columns))
	for i := range values {
		targets[i] = &values[i]
	}
	err = d.queryRow(e.selectSQL(), id).Scan(targets...)
	if err == sql.ErrNoRows {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	r := row{}
	for i, c := range e.columns {
		r[c] = values[i]
	}
	return r, nil
}

// add makes a new row and gives its number. What people may take out of the
// catalogue gets a UUID when it has none.
func (d *door) add(name string, r row) (int64, error) {
	if d.dry {
		return notThere, d.note(name, notThere, nil, r)
	}
	if name == entDetermination {
		if err := d.keepShipped(); err != nil { // for what it was judged by
			return 0, err
		}
	}
	id, err := d.number(name)
	if err != nil {
		return 0, err
	}
	e, err := entityOf(name)
	if err != nil {
		return 0, err
	}
	if e.has("uuid") && r["uuid"] == nil {
		r["uuid"] = uuid.NewString()
	}
	return id, d.put(name, id, nil, r)
}

// set changes the columns of an existing row that are given.
func (d *door) set(name string, id int64, columns row) error {
	before, err := d.get(name, id)
	if err != nil {
		return err
	}
	if before == nil {
		return &catalog.Error{Code: catalog.ErrNotFound, Op: "change " + name, Subject: fmt.Sprint(id)}
	}
	after := row{}
	for c, v := range before {
		after[c] = v
	}
	for c, v := range columns {
		after[c] = plain(v)
	}
	return d.put(name, id, before, after)
}

// put brings a row from before to after, either of which is nil when there is
// no row, and records the change. Equal rows are no change.
func (d *door) put(name string, id int64, before, after row) error {
	e, err := entityOf(name)
	if err != nil {
		return err
	}
	var values []any
	if after != nil {
		values = e.values(after)
	}
	text, err := canonical(payload{After: after, Before: before, Entity: name, Row: id})
	if err != nil {
		return err
	}
	if before != nil {
		if unchanged, err := sameRow(before, after); unchanged || err != nil {
			return err
		}
	}
	if d.dry {
		return d.note(name, id, before, after)
	}
	photo, err := d.photoOf(name, id, before, after)
	if err != nil {
		return err
	}
	if err := d.write(e, id, before, after, values); err != nil {
		return err
	}
	if err := d.follow(name, id, photo, before, after); err != nil {
		return err
	}
	return d.record(name, id, photo, text)
}

func sameRow(a, b row) (bool, error) {
	x, err := canonical(a)
	if err != nil {
		return false, err
	}
	y, err := canonical(b)
	return bytes.Equal(x, y), err
}

func (d *door) write(e entity, id int64, before, after row, values []any) error {
	switch {
	case after == nil:
		if e.name == entPhoto {
			if err := d.unindex(catalog.PhotoID(id)); err != nil {
				return err
			}
		}
		return d.exec(e.deleteSQL(), id)
	case before == nil:
		return d.exec(e.insertSQL(), append([]any{id}, values...)...)
	}
	return d.exec(e.updateSQL(), append(values, id)...)
}

func (d *door) record(name string, id, photo int64, text []byte) error {
	salt, commitment := commit(text)
	d.chain.Write(changeLine(name, id, commitment))
	d.changes++
	return d.exec("INSERT INTO change (step, n, entity, row, photo, payload, salt, commitment) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		d.step, d.changes, name, id, ref(photo), string(text), salt, commitment)
}

// photoOf gives the photo that a row is about, 0 when it is about none.
func (d *door) photoOf(name string, id int64, before, after row) (int64, error) {
	r := after
	if r == nil {
		r = before
	}
	switch name {
	case entPhoto:
		return id, nil
	case entArrival, entClaim, entObservation:
		photo, _ := r["photo"].(int64)
		return photo, nil
	case entReview:
		var photo int64
		err := d.queryRow("SELECT o.photo FROM determination t JOIN observation o ON o.id = t.observation WHERE t.id = ?", r["determination"]).Scan(&photo)
		return photo, err
	case entDetermination:
		var photo int64
		err := d.queryRow("SELECT photo FROM observation WHERE id = ?", r["observation"]).Scan(&photo)
		return photo, err
	}
	return 0, nil
}

// follow notes which photos must be derived anew after a change, and keeps the
// index of names.
func (d *door) follow(name string, id, photo int64, before, after row) error {
	if photo != 0 {
		d.touched.add(catalog.PhotoID(photo))
	}
	switch name {
	case entClaim, entPhoto:
		if name == entClaim || before == nil || after == nil || before["batch"] != after["batch"] {
			d.weigh.add(catalog.PhotoID(photo))
		}
	case entPlace:
		if err := d.rename(name, id, before, after); err != nil {
			return err
		}
		return d.touchPlace(before, after)
	case entItem, entRoute, entLeg, entUnit, entSource, entBatch:
		if err := d.rename(name, id, before, after); err != nil {
			return err
		}
		if err := d.touchNamed(name, id, before, after); err != nil {
			return err
		}
	}
	if name == entBatch && before != nil && after != nil {
		for _, c := range []string{"name", "source", "route", "credit", "taken", "place"} {
			if before[c] != after[c] {
				return d.touchBatch(id, before["taken"] != after["taken"] || before["place"] != after["place"])
			}
		}
	}
	return nil
}

// touchBatch has the photos of a batch derived anew, with what is claimed about
// them if it said something else.
func (d *door) touchBatch(batch int64, weigh bool) error {
	photos, err := column[catalog.PhotoID](d.ctx, d, "SELECT DISTINCT photo FROM arrival WHERE batch = ?", batch)
	for _, photo := range photos {
		d.touched.add(photo)
		if weigh {
			d.weigh.add(photo)
		}
	}
	return err
}

// number gives the next number of an entity. None is ever given twice.
func (d *door) number(name string) (int64, error) {
	var n int64
	err := d.queryRow(`INSERT INTO counter VALUES (?, 1)
		ON CONFLICT (entity) DO UPDATE SET last = last + 1 RETURNING last`, name).Scan(&n)
	if err == nil && name == entPhoto && n > catalog.MaxPhotos {
		return 0, &catalog.Error{Code: catalog.ErrInvalid, Op: "number photo", Subject: fmt.Sprint(n)}
	}
	return n, err
}
