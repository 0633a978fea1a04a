package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strconv"

	"waybill/catalog"
)

// stepTerm asks for photos that any of some actions touched.
type stepTerm struct {
	actions []int64 // the numbers of their first steps
	not     bool
}

// touched gives SQL that lists the seqs of the photos that so many actions touched.
func touched(actions int) string {
	return "SELECT p.seq FROM step s JOIN change c ON c.step = s.id JOIN photo p ON p.id = c.photo WHERE s.part_of IN (" + marks(actions) + ")"
}

// planStep adds a term about steps of the history; any step of an action means the
// whole of it.
func (s *Store) planStep(ctx context.Context, p *plan, t catalog.Term) error {
	found := stepTerm{not: t.Not}
	for _, c := range t.Choices() {
		number, err := strconv.ParseInt(c.Value, 10, 64)
		if err != nil {
			return &catalog.QueryError{Pos: c.Pos, Token: c.Value, Reason: catalog.QueryBadTerm}
		}
		var action int64
		err = s.read.QueryRowContext(ctx, "SELECT part_of FROM step WHERE id = ?", number).Scan(&action)
		if errors.Is(err, sql.ErrNoRows) {
			return &catalog.QueryError{Pos: c.Pos, Token: c.Value, Reason: catalog.QueryUnknownName}
		}
		if err != nil {
			return err
		}
		found.actions = append(found.actions, action)
	}
	p.steps = append(p.steps, found)
	if found.not {
		return nil
	}
	var from, to sql.NullInt64
	err := s.read.QueryRowContext(ctx, "SELECT min(seq), max(seq) FROM ("+touched(len(found.actions))+") WHERE seq BETWEEN ? AND ?",
		append(anys(found.actions), p.within.from, p.within.to)...).Scan(&from, &to)
	if err != nil {
		return err
	}
	if p.impossible = p.impossible || !from.Valid; from.Valid {
		p.limit(seqRange{from: from.Int64, to: to.Int64})
	}
	return nil
}
