package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"waybill/catalog"
)

// History lists actions, the latest first: those before the step of that
// number (0: from the end), at most limit, of one photo when photo is not 0.
// The steps of an import are one action.
func (s *Store) History(ctx context.Context, photo catalog.PhotoID, before catalog.StepID, limit int) ([]catalog.Step, error) {
	firsts, err := column[catalog.StepID](ctx, s.read, `SELECT DISTINCT part_of FROM step WHERE (?1 = 0 OR part_of < ?1)
		AND (?2 = 0 OR id IN (SELECT step FROM change WHERE photo = ?2)) ORDER BY part_of DESC LIMIT ?3`, before, photo, limit)
	if err != nil {
		return nil, wrap("read history", "", err)
	}
	return s.Steps(ctx, firsts)
}

// Actions lists the numbers of all actions of a part of the history, the latest
// first: eight bytes for each, for Steps to read those that somebody looks at.
func (s *Store) Actions(ctx context.Context, of catalog.HistoryOf) ([]catalog.StepID, error) {
	where, args := "TRUE", []any{}
	if of.Photo != 0 {
		where, args = where+" AND id IN (SELECT step FROM change WHERE photo = ?)", append(args, of.Photo)
	}
	if of.Actor != nil {
		where, args = where+" AND payload IS NOT NULL AND coalesce(json_extract(payload, '$.actor'), '') = ?", append(args, *of.Actor)
	}
	list, err := column[catalog.StepID](ctx, s.read, "SELECT DISTINCT part_of FROM step WHERE "+where+" ORDER BY part_of DESC", args...)
	return list, wrap("read history", "", err)
}

// Actors lists who did what is in the history, by name.
func (s *Store) Actors(ctx context.Context) ([]string, error) {
	list, err := column[string](ctx, s.read, "SELECT DISTINCT coalesce(json_extract(payload, '$.actor'), '') AS actor FROM step WHERE payload IS NOT NULL ORDER BY actor")
	return list, wrap("read history", "", err)
}

// Steps reads actions by their numbers, in the order given. The error has the code
// ErrNotFound when one is not there.
func (s *Store) Steps(ctx context.Context, actions []catalog.StepID) ([]catalog.Step, error) {
	list := make([]catalog.Step, 0, len(actions))
	for _, first := range actions {
		step, err := actionOf(ctx, s.read, first)
		if err != nil {
			return nil, wrap("read history", itoa(int64(first)), orMissingRow(err, first))
		}
		list = append(list, step)
	}
	undone, err := s.undone(ctx, actions)
	if err != nil {
		return nil, wrap("read history", "", err)
	}
	for i := range list {
		list[i].Undone = undone[list[i].ID]
	}
	return list, nil
}

func orMissingRow(err error, step catalog.StepID) error {
	if errors.Is(err, sql.ErrNoRows) {
		return orMissing(nil, "read history", itoa(int64(step)))
	}
	return err
}

// undone tells which of some actions are undone: the newest undo or redo of one
// says so.
func (s *Store) undone(ctx context.Context, actions []catalog.StepID) (map[catalog.StepID]bool, error) {
	undone := map[catalog.StepID]bool{}
	if len(actions) == 0 {
		return undone, nil
	}
	rows, err := s.read.QueryContext(ctx, "SELECT of, action FROM step WHERE id > ?1 AND of BETWEEN ?1 AND ?2 AND action IN (?3, ?4) ORDER BY id",
		slices.Min(actions), slices.Max(actions), catalog.ActionUndo, catalog.ActionRedo)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var of catalog.StepID
		var did catalog.Action
		if err := rows.Scan(&of, &did); err != nil {
			return nil, err
		}
		undone[of] = did == catalog.ActionUndo
	}
	return undone, rows.Err()
}

// actionOf reads an action by its first step. The counts of its further steps
// are added up.
func actionOf(ctx context.Context, q querier, first catalog.StepID) (catalog.Step, error) {
	rows, err := q.QueryContext(ctx, "SELECT id, at, action, part_of, of, payload, hash FROM step WHERE part_of = ? ORDER BY id", first)
	if err != nil {
		return catalog.Step{}, err
	}
	defer rows.Close()
	var whole catalog.Step
	for rows.Next() {
		step, err := scanStep(rows)
		if err != nil {
			return catalog.Step{}, err
		}
		if whole.ID == 0 {
			whole = step
			continue
		}
		whole.Hash = step.Hash
		for key, value := range step.Detail {
			if n, ok := value.(float64); ok {
				sum, _ := whole.Detail[key].(float64)
				whole.Detail[key] = sum + n
			}
		}
	}
	if err := rows.Err(); err != nil {
		return catalog.Step{}, err
	}
	if whole.ID == 0 {
		return catalog.Step{}, sql.ErrNoRows
	}
	return whole, nil
}

func scanStep(rows *sql.Rows) (catalog.Step, error) {
	step := catalog.Step{Detail: map[string]any{}}
	var at string
	var text sql.NullString
	if err := rows.Scan(&step.ID, &at, &step.Action, &step.PartOf, &step.Of, &text, &step.Hash); err != nil {
		return catalog.Step{}, err
	}
	var err error
	if step.At, err = parseTime(at); err != nil || !text.Valid {
		return step, err
	}
	var said struct {
		Actor  string         `json:"actor"`
		Detail map[string]any `json:"detail"`
	}
	if err := json.Unmarshal([]byte(text.String), &said); err != nil {
		return catalog.Step{}, &catalog.Error{Code: catalog.ErrCorrupt, Op: "read history", Err: err}
	}
	step.Actor = said.Actor
	if said.Detail != nil {
		step.Detail = said.Detail
	}
	return step, nil
}

// Head gives the last step, 0 when there is none.
func (s *Store) Head(ctx context.Context) (catalog.StepID, error) {
	var step catalog.StepID
	err := s.read.QueryRowContext(ctx, "SELECT step FROM head").Scan(&step)
	return step, wrap("read history", "", err)
}

// Since gives the photos that steps after the given one touched, and the last
// step: what a window asks to notice changes made beside it.
func (s *Store) Since(ctx context.Context, after catalog.StepID) ([]catalog.PhotoID, catalog.StepID, error) {
	head, err := s.Head(ctx)
	if err != nil || head == after {
		return nil, head, err
	}
	if _, err := s.GazetteerNow(ctx); err != nil {
		return nil, head, err
	}
	photos, err := column[catalog.PhotoID](ctx, s.read,
		"SELECT DISTINCT photo FROM change WHERE photo IS NOT NULL AND step > ? AND step <= ?", after, head)
	return photos, head, wrap("read history", "", err)
}

// Record books an action that changed nothing in the catalogue, such as an
// export.
func (s *Store) Record(ctx context.Context, name catalog.Action, by string, detail map[string]any) (catalog.Step, error) {
	return s.do(ctx, &action{name: name, actor: by, always: true}, func(*door) (map[string]any, error) { return detail, nil })
}
