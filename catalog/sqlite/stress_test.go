package sqlite

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"waybill/catalog"
)

// TestManyEditsAreFound edits and undoes at random; after each, what is found is
// what was written, and the database is whole.
func TestManyEditsAreFound(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes minutes with the race detector")
	}
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{Name: "x"}, 0, 1000)
	random := rand.New(rand.NewPCG(5, 6))
	count := func(text string) int {
		q, err := catalog.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		n, err := s.Count(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	for i := range 15 {
		n := random.IntN(500) + 1
		from := random.IntN(len(ids) - n)
		caption := fmt.Sprintf("caption %d 훈춘 세관 word%d", i, random.IntN(100_000))
		if _, err := s.Apply(t.Context(), catalog.Edit{Photos: ids[from : from+n], Caption: &caption}); err != nil {
			t.Fatal(err)
		}
		this := fmt.Sprintf(`"caption %d 훈춘"`, i)
		if got := count(this); got != n {
			t.Fatalf("edit %d: found %d, want %d", i, got, n)
		}
		if i%3 > 0 {
			continue
		}
		if _, err := s.Undo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
		if got := count(this); got != 0 {
			t.Fatalf("edit %d was undone: found %d", i, got)
		}
		verifyClean(t, s)
	}
}
