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

// knownSource gives the number of an alias, and 0 with the alias cleaned when it
// is new and can be taken. One that is a word of the vocabulary is refused: a
// text could not be searched for it before it leaves.
func knownSource(ctx context.Context, q querier, alias string) (id int64, clean string, err error) {
	folded := naming.Fold(alias)
	err = q.QueryRowContext(ctx, "SELECT owner FROM name WHERE entity = 'source' AND folded = ?", folded).Scan(&id)
	if err == nil || !errors.Is(err, sql.ErrNoRows) {
		return id, "", err
	}
	if clean, err = catalog.CleanAlias(alias); err != nil {
		return 0, "", err
	}
	var words int
	err = q.QueryRowContext(ctx, `SELECT count(*) FROM name WHERE entity IN ('item', 'route', 'unit', 'place')
		AND instr(' ' || folded || ' ', ' ' || ? || ' ')`, folded).Scan(&words)
	if err == nil && (words > 0 || folded == "") {
		err = &catalog.Error{Code: catalog.ErrAliasWord, Op: "source alias", Subject: clean}
	}
	return 0, clean, err
}

// sourceID gives the number of an alias, making it when it is new; 0 for "".
func (d *door) sourceID(alias string) (int64, error) {
	if alias == "" {
		return 0, nil
	}
	id, clean, err := knownSource(d.ctx, d, alias)
	if err != nil || id != 0 {
		return id, err
	}
	return d.add(entSource, row{"alias": clean})
}
