package sqlite

import (
	"testing"

	"waybill/catalog"
)

// FuzzFind looks for any query text: it is refused as a query, or found.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"customs", `"customs yard"`, "IMG_2023*", "a AND b OR NOT c", "NEAR(a b)", "words : x", "훈", "훈춘a珲春", "e\u0301te", "''", "-x -y", "item:%", "route:_", "\x00", "١٢٣", "x^2", "ﬁ", "ß",
	} {
		f.Add(seed)
	}
	s := newStore(f)
	addFiles(f, s, catalog.Intake{}, 0, 5)
	f.Fuzz(func(t *testing.T, text string) {
		q, err := catalog.ParseQuery(text)
		if err != nil {
			return
		}
		for _, sort := range []catalog.Sort{catalog.SortTaken, catalog.SortName} {
			if _, _, err := s.Find(t.Context(), q, sort, Cursor{}, 10); err != nil && catalog.CodeOf(err) != catalog.ErrQuery {
				t.Fatalf("find %q: %v", text, err)
			}
		}
	})
}
