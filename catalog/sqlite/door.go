package sqlite

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"time"

	"github.com/google/uuid"

	"waybill/catalog"
)

// door is the one way to change a catalogue: within one transaction it writes
// rows, their changes in the history, the step that holds them, and what is
// derived from them.
type door struct {
	ctx   context.Context
	tx    *sql.Tx
	stmts map[string]*sql.Stmt
	now   string // UTC, RFC 3339

	step    catalog.StepID
	changes int
	chain   hash.Hash

	touched map[catalog.PhotoID]bool // photos whose derived columns must be made anew
	index   facetIndex
	names   map[string]string // cache of nameText
	words   map[string]bool   // words that the index has learnt in this step
}

// action says what a step is.
type action struct {
	name   catalog.Action
	actor  string
	partOf catalog.StepID // 0: the step is an action of its own
	of     catalog.StepID
	always bool // record the step even if it changes no row
}

// do runs work in one transaction and records what it changed as one step. work
// returns the step's detail. When nothing changed there is no step, and the
// returned one is zero.
func (s *Store) do(ctx context.Context, a *action, work func(*door) (map[string]any, error)) (catalog.Step, error) {
	if s.write == nil {
		return catalog.Step{}, &catalog.Error{Code: catalog.ErrReadOnly, Op: string(a.name), Subject: s.path}
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return catalog.Step{}, wrap(string(a.name), s.path, err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	d := &door{
		ctx: ctx, tx: tx, stmts: map[string]*sql.Stmt{}, now: s.now().UTC().Format(time.RFC3339),
		chain: sha256.New(), touched: map[catalog.PhotoID]bool{}, names: map[string]string{}, words: map[string]bool{},
	}
	d.index.init()
	step, err := d.run(a, work)
	if err != nil {
		return catalog.Step{}, wrap(string(a.name), s.path, err)
	}
	if step.ID == 0 {
		return step, nil
	}
	if err := tx.Commit(); err != nil {
		return catalog.Step{}, wrap(string(a.name), s.path, err)
	}
	return step, nil
}

func (d *door) run(a *action, work func(*door) (map[string]any, error)) (catalog.Step, error) {
	var last catalog.StepID
	var prev string
	if err := d.queryRow("SELECT step, hash FROM head").Scan(&last, &prev); err != nil {
		return catalog.Step{}, err
	}
	d.step = last + 1
	fmt.Fprintf(d.chain, "%s\n", prev)
	if a.actor == "" {
		actor, err := d.setting(settingEditor)
		if err != nil {
			return catalog.Step{}, err
		}
		a.actor = actor
	}
	detail, err := work(d)
	if err != nil || (d.changes == 0 && !a.always) {
		return catalog.Step{}, err
	}
	if err := d.refreshTouched(); err != nil {
		return catalog.Step{}, err
	}
	return d.seal(a, detail)
}

// seal writes the step itself and makes it the head of the chain.
func (d *door) seal(a *action, detail map[string]any) (catalog.Step, error) {
	if detail == nil {
		detail = map[string]any{}
	}
	if a.partOf == 0 {
		a.partOf = d.step
	}
	text, err := canonical(map[string]any{"actor": a.actor, "detail": detail})
	if err != nil {
		return catalog.Step{}, err
	}
	salt, commitment := commit(text)
	d.chain.Write(stepLine(int64(d.step), d.now, string(a.name), int64(a.partOf), int64(a.of), d.changes, commitment))
	sum := hex.EncodeToString(d.chain.Sum(nil))
	if err := d.exec(`INSERT INTO step (id, at, action, part_of, of, changes, payload, salt, commitment, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		d.step, d.now, string(a.name), a.partOf, a.of, d.changes, string(text), salt, commitment, sum); err != nil {
		return catalog.Step{}, err
	}
	if err := d.exec("UPDATE head SET step = ?, hash = ?", d.step, sum); err != nil {
		return catalog.Step{}, err
	}
	at, err := time.Parse(time.RFC3339, d.now)
	if err != nil {
		return catalog.Step{}, err
	}
	photos := make([]catalog.PhotoID, 0, len(d.touched))
	for id := range d.touched {
		photos = append(photos, id)
	}
	slices.Sort(photos)
	return catalog.Step{
		ID: d.step, At: at, Actor: a.actor, Action: a.name, PartOf: a.partOf, Of: a.of, Detail: detail, Photos: photos, Hash: sum,
	}, nil
}

// commit salts and hashes a payload. The salt keeps anyone from guessing a
// payload that was destroyed from its commitment.
func commit(text []byte) (salt, commitment string) {
	salt = rand.Text()
	return salt, commitmentOf(salt, text)
}

func commitmentOf(salt string, text []byte) string {
	sum := sha256.Sum256(append([]byte(salt), text...))
	return hex.EncodeToString(sum[:])
}

// changeLine and stepLine are what the chain hashes of a change and of a step.
func changeLine(entity string, id int64, commitment string) []byte {
	return fmt.Appendf(nil, "%s\t%d\t%s\n", entity, id, commitment)
}

func stepLine(id int64, at, action string, partOf, of int64, changes int, commitment string) []byte {
	return fmt.Appendf(nil, "%d\t%s\t%s\t%d\t%d\t%d\t%s\n", id, at, action, partOf, of, changes, commitment)
}

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
	id, err := d.number(name)
	if err != nil {
		return 0, err
	}
	e, err := entityOf(name)
	if err != nil {
		return 0, err
	}
	if slices.Contains(e.columns, "uuid") && r["uuid"] == nil {
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
		d.touched[catalog.PhotoID(photo)] = true
	}
	switch name {
	case entItem, entRoute, entLeg, entSource, entBatch:
		if err := d.rename(name, id, before, after); err != nil {
			return err
		}
	}
	if name == entBatch && before != nil && after != nil {
		for _, c := range []string{"name", "source", "route", "credit"} {
			if before[c] != after[c] {
				return d.touchBatch(id)
			}
		}
	}
	return nil
}

func (d *door) touchBatch(batch int64) error {
	photos, err := column[catalog.PhotoID](d.ctx, d, "SELECT DISTINCT photo FROM arrival WHERE batch = ?", batch)
	for _, photo := range photos {
		d.touched[photo] = true
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

func (d *door) stmt(text string) (*sql.Stmt, error) {
	if st := d.stmts[text]; st != nil {
		return st, nil
	}
	st, err := d.tx.PrepareContext(d.ctx, text)
	if err == nil {
		d.stmts[text] = st
	}
	return st, err
}

func (d *door) exec(text string, args ...any) error {
	st, err := d.stmt(text)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(d.ctx, args...)
	return err
}

func (d *door) query(text string, args ...any) (*sql.Rows, error) {
	st, err := d.stmt(text)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(d.ctx, args...)
}

// QueryContext and QueryRowContext make a door a querier whose statements are
// prepared once.
func (d *door) QueryContext(_ context.Context, text string, args ...any) (*sql.Rows, error) {
	return d.query(text, args...)
}

// QueryRowContext is QueryContext for one row.
func (d *door) QueryRowContext(_ context.Context, text string, args ...any) *sql.Row {
	return d.queryRow(text, args...)
}

func (d *door) queryRow(text string, args ...any) *sql.Row {
	st, err := d.stmt(text)
	if err != nil {
		return d.tx.QueryRowContext(d.ctx, text, args...) // reports the same error at Scan
	}
	return st.QueryRowContext(d.ctx, args...)
}
