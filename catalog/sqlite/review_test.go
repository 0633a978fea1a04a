package sqlite

import (
	"testing"

	"waybill/catalog"
)

func TestReviewIsBySomebodyElse(t *testing.T) {
	s, photos, observed := judgedStore(t)
	for name, c := range map[string]struct {
		of   int64
		kind catalog.ReviewKind
		text string
		by   string
		want catalog.Code
	}{
		"own":         {1, catalog.Agrees, "", "AB", catalog.ErrOwnReview},
		"own, folded": {1, catalog.Agrees, "", " ab ", catalog.ErrOwnReview},
		"nobody":      {1, catalog.Agrees, "", "", catalog.ErrOwnReview},
		"no words":    {1, catalog.Disagrees, "  ", "CD", catalog.ErrInvalid},
		"no question": {1, catalog.Asks, "", "CD", catalog.ErrInvalid},
		"no kind":     {1, "laughs", "x", "CD", catalog.ErrInvalid},
		"not there":   {77, catalog.Agrees, "", "CD", catalog.ErrNotFound},
	} {
		if step, err := s.Review(t.Context(), c.of, c.kind, c.text, c.by); catalog.CodeOf(err) != c.want || step.ID != 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := s.Resolve(t.Context(), 77, "AB"); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("a review that is not there is resolved: %v", err)
	}
	check := func(want string) {
		t.Helper()
		if n := len(mustFind(t, s, "review:waiting")); (n == 1) != (want != catalog.ReviewAgreed) {
			t.Errorf("%d wait while reviews are %s", n, want)
		}
		p, err := s.Photo(t.Context(), photos[0])
		if err != nil || catalog.ReviewState(p.Observations) != want || len(mustFind(t, s, "review:"+want)) != 1 {
			t.Errorf("review is %s, want %s, found %v, %v", catalog.ReviewState(p.Observations), want, mustFind(t, s, "review:"+want), err)
		}
	}
	check(catalog.ReviewDisagreed)
	if _, err := s.Review(t.Context(), 1, catalog.Agrees, "", "EF"); err != nil {
		t.Fatal(err)
	}
	check(catalog.ReviewDisagreed) // it stands until it is resolved
	if _, err := s.Resolve(t.Context(), 1, "AB"); err != nil {
		t.Fatal(err)
	}
	check(catalog.ReviewAgreed)
	line, err := s.Determinations(t.Context(), observed[0])
	if err != nil || len(line) != 1 || len(line[0].Reviews) != 2 || !line[0].Reviews[0].Resolved || line[0].Reviews[0].Text != "it is a stove" {
		t.Errorf("%+v, %v", line, err)
	}
	if _, err := s.Determine(t.Context(), []Judgement{{Observations: observed[:1], Status: catalog.Disputed}}, "AB"); err != nil {
		t.Fatal(err)
	}
	check(catalog.ReviewNone) // reviews are of the judgement, not of the goods
}

// The status of a photo through withdrawals, undo, reviews and lots.
func TestStatusThroughItsLife(t *testing.T) {
	s := newStore(t)
	photos := addFiles(t, s, catalog.Intake{}, 0, 2)
	o, _, err := s.Observe(t.Context(), []catalog.Observation{
		{Photo: photos[0], Item: itemOf(t, s, "tile"), Visible: true},
		{Photo: photos[0], Item: itemOf(t, s, "steel"), Visible: false},
		{Photo: photos[0], Item: itemOf(t, s, "refrigerator"), Visible: true},
		{Photo: photos[1], Item: itemOf(t, s, "refrigerator"), Visible: true},
	}, "AB")
	if err != nil {
		t.Fatal(err)
	}
	set := func(status catalog.Status, ids ...int64) func() (catalog.Step, error) {
		return func() (catalog.Step, error) {
			return s.Determine(t.Context(), []Judgement{{Observations: ids, Status: status}}, "AB")
		}
	}
	undo := func() (catalog.Step, error) { return s.Undo(t.Context(), "") }
	redo := func() (catalog.Step, error) { return s.Redo(t.Context(), "") }
	for _, c := range []struct {
		name string
		do   func() (catalog.Step, error)
		want catalog.Status
	}{
		{"reported steel never decides", set(catalog.Sanctioned, o[1]), catalog.NotAssessed},
		{"tiles alone do not close it", set(catalog.NotListed, o[0]), catalog.NotAssessed},
		{"exempt beats not listed", set(catalog.Exempt, o[2]), catalog.Exempt},
		{"disputed", set(catalog.Disputed, o[0]), catalog.Disputed},
		{"suspected beats disputed", set(catalog.Suspected, o[2]), catalog.Suspected},
		{"sanctioned beats suspected", set(catalog.Sanctioned, o[0]), catalog.Sanctioned},
		{"undone", undo, catalog.Suspected},
		{"redone", redo, catalog.Sanctioned},
		{"withdrawn, suspected is left", set(catalog.NotAssessed, o[0]), catalog.Suspected},
		{"withdrawn, nothing is left", set(catalog.NotAssessed, o[2]), catalog.NotAssessed},
		{"withdrawal undone", undo, catalog.Suspected},
		{"joining does not judge", func() (catalog.Step, error) { return s.Join(t.Context(), o[2:], "AB") }, catalog.Suspected},
		{"a disagreement stands beside it", func() (catalog.Step, error) {
			line, err := s.Determinations(t.Context(), o[2])
			if err != nil {
				return catalog.Step{}, err
			}
			return s.Review(t.Context(), line[len(line)-1].ID, catalog.Disagrees, "no motor", "CD")
		}, catalog.Suspected},
		{"the other of the lot is judged, and this with it", set(catalog.Sanctioned, o[3]), catalog.Sanctioned},
		{"undone, in both", undo, catalog.Suspected},
	} {
		if step, err := c.do(); err != nil || step.ID == 0 {
			t.Fatalf("%s: %+v, %v", c.name, step, err)
		}
		t.Log(c.name)
		p, err := s.Photo(t.Context(), photos[0])
		if err != nil || p.Status != c.want || catalog.PhotoStatus(p.Observations) != c.want {
			t.Errorf("%s: %s, want %s, %v", c.name, p.Status, c.want, err)
		}
	}
	verifyClean(t, s)
}

// A slip that was undone is in the history, but not in the line of judgements.
func TestSlipIsNotInTheLine(t *testing.T) {
	s, _, observed := judgedStore(t)
	slip := []Judgement{{Observations: observed[:1], Status: catalog.Exempt}}
	if _, err := s.Determine(t.Context(), slip, "AB"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	slip[0].Status = catalog.Suspected
	if _, err := s.Determine(t.Context(), slip, "AB"); err != nil {
		t.Fatal(err)
	}
	line, err := s.Determinations(t.Context(), observed[0])
	if err != nil || len(line) != 2 || line[0].Status != catalog.Sanctioned || line[1].Status != catalog.Suspected {
		t.Errorf("%+v, %v", line, err)
	}
	if line[0].Measure != "UN2397-7" || line[0].Pack != "un-dprk-2397 1" || line[0].Direction != catalog.Into {
		t.Errorf("its basis is %+v", line[0].Legal)
	}
	steps, err := s.History(t.Context(), 0, 0, 100)
	slips := 0
	for _, step := range steps {
		if step.Action == catalog.ActionDetermine {
			slips++
		}
	}
	if err != nil || slips != 3 {
		t.Errorf("the history has %d judgements, %v", slips, err)
	}
}

func TestStoredPacks(t *testing.T) {
	s := newStore(t)
	for _, version := range []string{"1", "2"} {
		p := StoredPack{Key: "own", Version: version}
		p.Set("pack.tsv", []byte("head "+version))
		p.Set("other.tsv", []byte("x"))
		if _, err := s.StorePack(t.Context(), p, "AB"); err != nil {
			t.Fatal(err)
		}
	}
	latest := func(want string) {
		t.Helper()
		packs, err := s.StoredPacks(t.Context())
		if err != nil || len(packs) != 1 || packs["own"].Version != want {
			t.Fatalf("%v, %v", packs, err)
		}
		if b, err := packs["own"].Table("pack.tsv"); err != nil || string(b) != "head "+want {
			t.Errorf("%q, %v", b, err)
		}
		for _, name := range []string{"goods.tsv", "other.tsv"} {
			if b, err := packs["own"].Table(name); err == nil {
				t.Errorf("there is a %s: %q", name, b)
			}
		}
	}
	latest("2")
	if _, err := s.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	latest("1")
	verifyClean(t, s)
}
