package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// Sources lists the aliases with how many photos came from each.
func (s *Store) Sources(ctx context.Context) ([]catalog.Source, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT s.id, uuid, alias, coalesce(f.photos, 0)
		FROM source s LEFT JOIN facet f ON f.kind = 'source' AND f.value = CAST(s.id AS TEXT) ORDER BY alias`)
	if err != nil {
		return nil, wrap("list sources", "", err)
	}
	defer rows.Close()
	var sources []catalog.Source
	for rows.Next() {
		var src catalog.Source
		if err := rows.Scan(&src.ID, &src.UUID, &src.Alias, &src.Used); err != nil {
			return nil, wrap("list sources", "", err)
		}
		sources = append(sources, src)
	}
	return sources, wrap("list sources", "", rows.Err())
}

// checkAlias cleans an alias. One that is a word of the vocabulary is refused:
// a text could not be searched for it before it leaves.
func checkAlias(ctx context.Context, q querier, alias string) (string, error) {
	alias, err := catalog.CleanAlias(alias)
	if err != nil {
		return "", err
	}
	var words int
	err = q.QueryRowContext(ctx, `SELECT count(*) FROM name WHERE entity IN ('item', 'route')
		AND instr(' ' || folded || ' ', ' ' || ? || ' ')`, naming.Fold(alias)).Scan(&words)
	if err == nil && (words > 0 || naming.Fold(alias) == "") {
		err = &catalog.Error{Code: catalog.ErrAliasWord, Op: "source alias", Subject: alias}
	}
	return alias, err
}

// sourceID gives the number of an alias, making it when it is new; 0 for "".
func (d *door) sourceID(alias string) (int64, error) {
	if alias == "" {
		return 0, nil
	}
	var id int64
	err := d.queryRow("SELECT owner FROM name WHERE entity = 'source' AND folded = ?", naming.Fold(alias)).Scan(&id)
	if err == nil || !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	if alias, err = checkAlias(d.ctx, d, alias); err != nil {
		return 0, err
	}
	return d.add(entSource, row{"alias": alias})
}
