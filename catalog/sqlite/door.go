package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"hash"
	"time"

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
	actor string // who does it: what the step is booked under, too

	atlas   *atlas
	laid    catalog.Gazetteer // see places; nil until it is asked for
	moved   bool              // a place changed in this transaction
	shipped *shipped          // nil once its tables are kept

	step    catalog.StepID
	changes int
	chain   hash.Hash

	touched photoSet // photos whose derived columns must be made anew
	weigh   photoSet // those of them about which other things are claimed than before
	index   facetIndex
	names   map[string]string // cache of nameText
	texts   []reindexing      // changes of the full-text index that wait
	words   map[string]bool   // words that the index has learnt in this step

	half      bool                // the rows are written; what is derived from them comes next
	told      int                 // photos or rows at the last telling, in either half
	silent    bool                // does not tell how far it is
	reversing bool                // an undo or a redo: what was there may be there again
	dry       bool                // nothing is written: what would be changes is noted, see Preview
	foreseen  map[int64]Judgement // in a dry run, the judgement that would be in force on an observation
	aliases   *aliases            // nil until they are needed
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
	d := s.door(ctx, tx)
	step, err := d.run(a, work)
	if err != nil {
		return catalog.Step{}, wrap(string(a.name), s.path, err)
	}
	if step.ID == 0 {
		return step, nil
	}
	if d.moved {
		if _, err := d.places(); err != nil {
			return catalog.Step{}, wrap(string(a.name), s.path, err)
		}
	}
	if err := tx.Commit(); err != nil {
		return catalog.Step{}, wrap(string(a.name), s.path, err)
	}
	if d.moved {
		s.atlas.keep(int64(step.ID), d.laid)
	}
	return step, nil
}

// door opens the way into one transaction.
func (s *Store) door(ctx context.Context, tx *sql.Tx) *door {
	d := &door{
		ctx: ctx, tx: tx, stmts: map[string]*sql.Stmt{}, now: s.now().UTC().Format(time.RFC3339), atlas: s.atlas, shipped: s.shipped,
		chain: sha256.New(), names: map[string]string{}, words: map[string]bool{},
	}
	d.index.init()
	return d
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
	d.actor = a.actor
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
	return catalog.Step{
		ID: d.step, At: at, Actor: a.actor, Action: a.name, PartOf: a.partOf, Of: a.of, Detail: detail, Hash: sum,
		Photos: d.touched.first(catalog.MaxStepPhotos), Touched: d.touched.len(),
	}, nil
}

// tell says how far a step is: it writes its rows, which is counted as half of
// the work, and then makes anew what is derived of the photos they are about.
func (d *door) tell(done, total int) {
	if d.silent || d.dry || total < chunk || (done-d.told < chunk/4 && done > d.told) {
		return
	}
	d.told = done
	if d.half {
		done += total
	}
	catalog.Tell(d.ctx, catalog.Advance{Doing: catalog.DoingChange, Done: done / 2, Total: total})
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
