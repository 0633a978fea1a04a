package sqlite

import (
	"context"
	"database/sql"
	"maps"

	"waybill/catalog"
)

// Undo takes the last action back as a step of its own, in one transaction,
// whatever its size. Its error has the code ErrNothing when there is none.
func (s *Store) Undo(ctx context.Context, by string) (catalog.Step, error) {
	return s.reverse(ctx, catalog.ActionUndo, by)
}

// Redo brings back what the last undo took, unless something was changed since.
func (s *Store) Redo(ctx context.Context, by string) (catalog.Step, error) {
	return s.reverse(ctx, catalog.ActionRedo, by)
}

func (s *Store) reverse(ctx context.Context, what catalog.Action, by string) (catalog.Step, error) {
	a := action{name: what, actor: by}
	return s.do(ctx, &a, func(d *door) (map[string]any, error) {
		target, err := nextTarget(ctx, d, what)
		if err != nil {
			return nil, err
		}
		if target.of == 0 {
			return nil, &catalog.Error{Code: catalog.ErrNothing, Op: string(what)}
		}
		a.of, d.reversing = target.of, true
		done, err := actionOf(ctx, d, target.of)
		if err != nil {
			return nil, err
		}
		return map[string]any{"of_action": string(done.Action), "of_detail": done.Detail}, d.reverseChanges(target)
	})
}

// Undoable gives the actions that Undo and Redo would reverse, nil where there
// is none.
func (s *Store) Undoable(ctx context.Context) (undo, redo *catalog.Step, err error) {
	for _, what := range []catalog.Action{catalog.ActionUndo, catalog.ActionRedo} {
		target, err := nextTarget(ctx, s.read, what)
		if err != nil {
			return nil, nil, wrap("read history", s.path, err)
		}
		if target.of == 0 {
			continue
		}
		step, err := actionOf(ctx, s.read, target.of)
		if err != nil {
			return nil, nil, wrap("read history", s.path, err)
		}
		if what == catalog.ActionUndo {
			undo = &step
		} else {
			redo = &step
		}
	}
	return undo, redo, nil
}

// target is an action that can be reversed.
type target struct {
	of     catalog.StepID // the action that is undone or redone
	steps  catalog.StepID // the part_of whose changes are to be reversed
	passed bool           // steps that stay came after it
}

// nextTarget walks the history backwards. An action is undone when the newest
// undo or redo that names it is an undo.
func nextTarget(ctx context.Context, q querier, what catalog.Action) (target, error) {
	rows, err := q.QueryContext(ctx, "SELECT id, action, part_of, of FROM step WHERE changes > 0 ORDER BY id DESC")
	if err != nil {
		return target{}, err
	}
	defer rows.Close()
	settled := map[catalog.StepID]bool{} // actions whose newest undo or redo was seen
	undone := map[catalog.StepID]bool{}
	passed := false
	for rows.Next() {
		var id, partOf, of catalog.StepID
		var name catalog.Action
		if err := rows.Scan(&id, &name, &partOf, &of); err != nil {
			return target{}, err
		}
		switch name {
		case catalog.ActionUndo, catalog.ActionRedo:
			if settled[of] {
				continue
			}
			settled[of] = true
			undone[of] = name == catalog.ActionUndo
			if what == catalog.ActionRedo && undone[of] {
				return target{of: of, steps: id, passed: passed}, nil
			}
		case catalog.ActionCreate:
			return target{}, rows.Err()
		case catalog.ActionComplete: // nobody did it, and it would come again
			passed = true
		default:
			if what == catalog.ActionRedo {
				return target{}, nil // an edit ends what could be redone before it
			}
			if !undone[partOf] {
				steps, err := lastReversal(ctx, q, partOf)
				return target{of: partOf, steps: steps, passed: passed}, err
			}
		}
	}
	return target{}, rows.Err()
}

// lastReversal gives what to reverse to undo an action: its redo when it was
// undone and redone, else the action itself.
func lastReversal(ctx context.Context, q querier, of catalog.StepID) (catalog.StepID, error) {
	var redo sql.NullInt64
	err := q.QueryRowContext(ctx, "SELECT max(id) FROM step WHERE of = ? AND action = ?", of, catalog.ActionRedo).Scan(&redo)
	if err != nil || !redo.Valid {
		return of, err
	}
	return catalog.StepID(redo.Int64), nil
}

// reverseChanges applies the changes of an action backwards, the last first,
// some at a time so that memory stays bounded.
func (d *door) reverseChanges(t target) error {
	step, n := d.step, 0
	done, total := 0, 0
	if err := d.queryRow("SELECT coalesce(sum(changes), 0) FROM step WHERE part_of = ?", t.steps).Scan(&total); err != nil {
		return err
	}
	for {
		page, err := d.changesBefore(t.steps, step, n)
		if err != nil || len(page) == 0 {
			return err
		}
		for _, c := range page {
			now, after := c.After, c.Before
			if t.passed {
				if now, after, err = d.underLater(c); err != nil {
					return err
				}
			}
			if err := d.put(c.Entity, c.Row, now, after); err != nil {
				return err
			}
			step, n = c.step, c.n
		}
		done += len(page)
		d.tell(done, total)
	}
}

// underLater gives a row as it is, and as it shall be when one change of it is
// reversed that others followed, which stay: they may be of other columns.
func (d *door) underLater(c pastChange) (now, after row, err error) {
	now, err = d.get(c.Entity, c.Row)
	if err != nil || now == nil || c.Before == nil {
		return now, c.Before, err
	}
	after = maps.Clone(now)
	for column, v := range c.Before {
		if v != c.After[column] {
			after[column] = v
		}
	}
	return now, after, nil
}

// pastChange is a change with its place in the history.
type pastChange struct {
	payload
	step catalog.StepID
	n    int
}

func (d *door) changesBefore(partOf, step catalog.StepID, n int) ([]pastChange, error) {
	rows, err := d.query(`SELECT c.step, c.n, c.payload FROM step s JOIN change c ON c.step = s.id
		WHERE s.part_of = ? AND (c.step, c.n) < (?, ?) ORDER BY c.step DESC, c.n DESC LIMIT ?`, partOf, step, n, chunk)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var page []pastChange
	for rows.Next() {
		var c pastChange
		var text sql.NullString
		if err := rows.Scan(&c.step, &c.n, &text); err != nil {
			return nil, err
		}
		if !text.Valid {
			return nil, &catalog.Error{Code: catalog.ErrNothing, Op: "undo", Subject: itoa(int64(c.step))}
		}
		if c.payload, err = parsePayload(text.String); err != nil {
			return nil, err
		}
		page = append(page, c)
	}
	return page, rows.Err()
}
