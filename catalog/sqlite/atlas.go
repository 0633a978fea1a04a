package sqlite

import (
	"context"
	"database/sql"
	"sync"

	"waybill/catalog"
)

// atlas keeps the gazetteer with the newsroom's rows over it, as of the step that
// changed a place last. base is nil when no place is known.
type atlas struct {
	base catalog.Gazetteer

	mu   sync.Mutex
	at   int64
	laid catalog.Gazetteer
}

func newAtlas(base catalog.Gazetteer) *atlas { return &atlas{base: base, laid: base} }

// now gives what was laid last.
func (a *atlas) now() catalog.Gazetteer {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.laid
}

// asOf gives what was laid as of a step, if it is what was laid last.
func (a *atlas) asOf(step int64) (catalog.Gazetteer, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.laid, a.at == step
}

// keep keeps what was laid as of a step, unless a later one is there.
func (a *atlas) keep(step int64, laid catalog.Gazetteer) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if step > a.at {
		a.at, a.laid = step, laid
	}
}

// Gazetteer gives the shipped places with the newsroom's over them, as they were
// when somebody last looked: at the opening, after every change through this store,
// and at every GazetteerNow and Since. It reads nothing.
func (s *Store) Gazetteer() catalog.Gazetteer { return s.atlas.now() }

// GazetteerNow is Gazetteer with what other programs changed meanwhile.
func (s *Store) GazetteerNow(ctx context.Context) (catalog.Gazetteer, error) {
	if s.atlas.base == nil {
		return nil, nil
	}
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // the step and the rows of one state
	if err != nil {
		return nil, wrap("read places", s.path, err)
	}
	defer tx.Rollback() //nolint:errcheck // it only read
	step, laid, err := s.atlas.read(ctx, tx)
	if err != nil {
		return nil, wrap("read places", s.path, err)
	}
	s.atlas.keep(step, laid)
	return laid, nil
}

// changedPlaces is the counter that holds the step which changed a place last.
const changedPlaces = "gazetteer"

// read gives the gazetteer in one state of the catalogue, from what was laid
// before when no place has changed since.
func (a *atlas) read(ctx context.Context, q querier) (step int64, laid catalog.Gazetteer, err error) {
	err = q.QueryRowContext(ctx, "SELECT coalesce(max(last), 0) FROM counter WHERE entity = ?", changedPlaces).Scan(&step)
	if err != nil {
		return 0, nil, err
	}
	if laid, ok := a.asOf(step); ok {
		return step, laid, nil
	}
	rows, err := placeRows(ctx, q)
	if err != nil {
		return 0, nil, err
	}
	return step, a.base.With(rows), nil
}

// places gives the gazetteer as this very transaction has it, nil when no place is
// known.
func (d *door) places() (catalog.Gazetteer, error) {
	if d.atlas.base == nil || d.laid != nil {
		return d.laid, nil
	}
	var err error
	if d.moved {
		var rows []catalog.PlaceEntry
		if rows, err = placeRows(d.ctx, d); err == nil {
			d.laid = d.atlas.base.With(rows)
		}
	} else {
		_, d.laid, err = d.atlas.read(d.ctx, d)
	}
	return d.laid, err
}
