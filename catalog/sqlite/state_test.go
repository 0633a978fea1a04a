package sqlite

import (
	"fmt"
	"strings"
	"testing"

	"waybill/catalog"
)

// state describes every row of a catalogue but for its history and the numbers
// it will give next.
func state(t testing.TB, s *Store) []string {
	t.Helper()
	var lines []string
	for _, query := range []string{
		"SELECT * FROM source", "SELECT * FROM item", "SELECT * FROM route", "SELECT * FROM leg", "SELECT * FROM batch",
		// facets is a list of numbers that are given anew after undo and redo; their meaning is below
		`SELECT id, uuid, sha256, size, format, path, referenced, width, height, orientation, problem, added, phash, name, batch, caption, note, credit, route,
			source, seq, name_key, chosen, latitude, longitude, status, text_sum, removed, taken, place FROM photo`,
		"SELECT * FROM arrival", "SELECT * FROM claim", "SELECT * FROM observation", "SELECT * FROM determination", "SELECT * FROM review", "SELECT * FROM pack",
		"SELECT * FROM setting", "SELECT * FROM unit", "SELECT * FROM lot", "SELECT * FROM place",
		"SELECT kind, value, photos, binned FROM facet WHERE photos > 0 OR binned > 0 ORDER BY 1, 2", "SELECT * FROM saved_search", "SELECT * FROM template",
		"SELECT f.kind, f.value, x.seq FROM photo_facet x JOIN facet f ON f.id = x.facet ORDER BY 1, 2, 3",
		"SELECT * FROM name ORDER BY 1, 2, 3", "SELECT * FROM photo_span ORDER BY 1, 2",
		"SELECT rowid FROM photo_text WHERE photo_text MATCH 'refrigerator' ORDER BY 1",
	} {
		rows, err := s.read.Query(query)
		if err != nil {
			t.Fatal(err)
		}
		columns, _ := rows.Columns()
		for rows.Next() {
			values := make([]any, len(columns))
			targets := make([]any, len(columns))
			for i := range values {
				targets[i] = &values[i]
			}
			if err := rows.Scan(targets...); err != nil {
				t.Fatal(err)
			}
			lines = append(lines, query+": "+strings.TrimSpace(fmt.Sprintln(values...)))
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return lines
}

func text(s string) *string { return &s }

func status(s catalog.Status) *catalog.Status { return &s }
