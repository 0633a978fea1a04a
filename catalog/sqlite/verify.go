package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"waybill/catalog"
)

// Verify checks the database's own structure, the chain of the history from
// the first step to the head, and that every row is what the history last made
// of it. It calls found for each thing wrong. Destroyed payloads are not damage.
//
// It reads through a connection of its own: on one that has searched before,
// FTS5 checks against the segments it remembers and reports damage that is none.
func (s *Store) Verify(ctx context.Context, found func(catalog.Finding)) error {
	db, err := connect(s.path, s.reading, 1)
	if err != nil {
		return wrap("verify", s.path, err)
	}
	defer db.Close()
	tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // one state of the catalogue throughout
	if err != nil {
		return wrap("verify", s.path, err)
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	v := &verifier{ctx: ctx, tx: tx, found: found}
	for _, check := range []func() error{v.structure, v.chain, v.rows} {
		if err := check(); err != nil {
			return wrap("verify", s.path, err)
		}
	}
	return nil
}

type verifier struct {
	ctx   context.Context
	tx    *sql.Tx
	found func(catalog.Finding)
}

func (v *verifier) structure() error {
	rows, err := v.tx.QueryContext(v.ctx, "PRAGMA quick_check(10)")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var said string
		if err := rows.Scan(&said); err != nil {
			return err
		}
		if said != "ok" {
			v.found(catalog.Finding{Code: catalog.FoundDatabase, Subject: "catalog.db", Detail: said})
		}
	}
	return rows.Err()
}

// storedStep is a step as the database holds it.
type storedStep struct {
	id, partOf, of   int64
	at, action       string
	changes          int
	text, salt       sql.NullString
	commitment, hash string
}

// chain walks all steps and hashes them again.
func (v *verifier) chain() error {
	rows, err := v.tx.QueryContext(v.ctx, "SELECT id, at, action, part_of, of, changes, payload, salt, commitment, hash FROM step ORDER BY id")
	if err != nil {
		return err
	}
	defer rows.Close()
	prev, next := "", int64(1)
	for rows.Next() {
		var st storedStep
		if err := rows.Scan(&st.id, &st.at, &st.action, &st.partOf, &st.of, &st.changes, &st.text, &st.salt, &st.commitment, &st.hash); err != nil {
			return err
		}
		for ; next < st.id; next++ {
			v.step(catalog.FoundStepGone, next, "")
		}
		next = st.id + 1
		if err := v.checkStep(st, prev); err != nil {
			return err
		}
		prev = st.hash
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return v.checkHead(next-1, prev)
}

func (v *verifier) checkHead(last int64, hash string) error {
	var head int64
	var headHash string
	if err := v.tx.QueryRowContext(v.ctx, "SELECT step, hash FROM head").Scan(&head, &headHash); err != nil {
		return err
	}
	for missing := last + 1; missing <= head; missing++ {
		v.step(catalog.FoundStepGone, missing, "after the last one")
	}
	if head == last && headHash != hash {
		v.step(catalog.FoundStepEdited, last, "not the head")
	}
	return nil
}

func (v *verifier) step(code catalog.Code, id int64, detail string) {
	v.found(catalog.Finding{Code: code, Subject: "Step " + itoa(id), Detail: detail})
}

func (v *verifier) checkStep(st storedStep, prev string) error {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n", prev)
	rows, err := v.tx.QueryContext(v.ctx, "SELECT n, entity, row, payload, salt, commitment FROM change WHERE step = ? ORDER BY n", st.id)
	if err != nil {
		return err
	}
	defer rows.Close()
	edited, n := "", 0
	for rows.Next() {
		var number int
		var id int64
		var entity, commitment string
		var text, salt sql.NullString
		if err := rows.Scan(&number, &entity, &id, &text, &salt, &commitment); err != nil {
			return err
		}
		n++
		h.Write(changeLine(entity, id, commitment))
		if text.Valid && (commitmentOf(salt.String, []byte(text.String)) != commitment || !describes(text.String, entity, id)) {
			edited = fmt.Sprintf("change %d: %s %d", number, entity, id)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	h.Write(stepLine(st.id, st.at, st.action, st.partOf, st.of, st.changes, st.commitment))
	switch {
	case edited != "":
	case n != st.changes:
		edited = fmt.Sprintf("%d changes of %d", n, st.changes)
	case st.text.Valid && commitmentOf(st.salt.String, []byte(st.text.String)) != st.commitment:
		edited = "its words"
	case hex.EncodeToString(h.Sum(nil)) != st.hash:
		edited = "its hash"
	default:
		return nil
	}
	v.step(catalog.FoundStepEdited, st.id, edited)
	return nil
}

// describes tells whether a payload is about the row that its change names.
func describes(text, entity string, id int64) bool {
	p, err := parsePayload(text)
	return err == nil && p.Entity == entity && p.Row == id
}

// rows compares every row with what the history last made of it.
func (v *verifier) rows() error {
	for _, name := range []string{
		entSource, entItem, entRoute, entLeg, entBatch, entPhoto, entArrival, entClaim, entObservation, entLot, entDetermination,
		entReview, entPack, entSetting, entUnit, entPlace, entSearch, entTemplate,
	} {
		e, err := entityOf(name)
		if err != nil {
			return err
		}
		if err := v.entity(e); err != nil {
			return err
		}
	}
	return nil
}

func (v *verifier) entity(e entity) error {
	last := "(SELECT payload FROM change c WHERE c.entity = '" + e.name + "' AND c.row = %s ORDER BY step DESC, n DESC LIMIT 1)"
	rows, err := v.tx.QueryContext(v.ctx, "SELECT t.id, EXISTS (SELECT 1 FROM change c WHERE c.entity = '"+e.name+"' AND c.row = t.id), "+
		fmt.Sprintf(last, "t.id")+", t."+strings.Join(e.columns, ", t.")+" FROM "+e.name+" t")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := v.row(e, rows); err != nil {
			return err
		}
	}
	return errors.Join(rows.Err(), v.goneRows(e))
}

func (v *verifier) row(e entity, rows *sql.Rows) error {
	var id int64
	var known bool
	var text sql.NullString
	values := make([]any, len(e.columns))
	targets := []any{&id, &known, &text}
	for i := range values {
		targets = append(targets, &values[i])
	}
	if err := rows.Scan(targets...); err != nil {
		return err
	}
	if known && !text.Valid {
		return nil // its payload was destroyed
	}
	r := row{}
	for i, c := range e.columns {
		r[c] = values[i]
	}
	if text.Valid {
		p, err := parsePayload(text.String)
		if err != nil {
			v.found(catalog.Finding{Code: catalog.FoundRowEdited, Subject: rowName(e.name, id), Detail: "no readable history"})
			return nil
		}
		for _, c := range e.columns { // what is not named in the payload was none
			if _, ok := p.After[c]; !ok && p.After != nil {
				p.After[c] = nil
			}
		}
		if same, err := sameRow(r, p.After); same || err != nil {
			return err
		}
	}
	v.found(catalog.Finding{Code: catalog.FoundRowEdited, Subject: rowName(e.name, id)})
	return nil
}

// goneRows looks for rows that the history says are there.
func (v *verifier) goneRows(e entity) error {
	rows, err := v.tx.QueryContext(v.ctx, `SELECT row, payload FROM (
			SELECT row, payload, max(step * 1000000000 + n) FROM change WHERE entity = ? GROUP BY row
		) WHERE payload IS NOT NULL AND row NOT IN (SELECT id FROM `+e.name+")", e.name)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var text string
		if err := rows.Scan(&id, &text); err != nil {
			return err
		}
		if p, err := parsePayload(text); err != nil || p.After != nil {
			v.found(catalog.Finding{Code: catalog.FoundRowEdited, Subject: rowName(e.name, id), Detail: "the row is gone"})
		}
	}
	return rows.Err()
}

// rowName names a row for people: a photo by its short id.
func rowName(entity string, id int64) string {
	if entity == entPhoto {
		return catalog.PhotoID(id).String()
	}
	return entity + " " + itoa(id)
}
