package sqlite

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

func itemOf(t *testing.T, s *Store, name string) catalog.ItemID {
	t.Helper()
	id, err := s.FindItem(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// seen is an observation with every field filled in.
func seenAll() catalog.Seen {
	n := 38.0
	return catalog.Seen{
		Region: &catalog.Region{X: 0.1, Y: 0.2, W: 0.3, H: 0.4}, Stage: catalog.StageCustoms, Direction: catalog.Into, Basis: catalog.BasisSource,
		Use: "household", Quantity: &n, Unit: "pieces", Estimated: true, Brand: "Hisense", Model: "BD-1", Label: "冰箱", MadeIn: "CN",
		Packaging: catalog.PackedRetail, Note: "by the wall", Confidence: catalog.Likely,
	}
}

// judgedStore has three photos, each with an observation of a refrigerator; that
// of the first is judged by AB and disagreed with by CD.
func judgedStore(t *testing.T) (s *Store, photos []catalog.PhotoID, observed []int64) {
	t.Helper()
	s = newStore(t)
	photos = addFiles(t, s, catalog.Intake{}, 0, 3)
	var list []catalog.Observation
	for _, p := range photos {
		list = append(list, catalog.Observation{Photo: p, Item: itemOf(t, s, "refrigerator"), Visible: true, Seen: seenAll()})
	}
	observed, _, err := s.Observe(t.Context(), list, "AB")
	if err != nil {
		t.Fatal(err)
	}
	j := Judgement{Observations: observed[:1], Status: catalog.Sanctioned, Legal: catalog.Legal{Measure: "UN2397-7", Pack: "un-dprk-2397 1", Direction: catalog.Into}}
	if _, err := s.Determine(t.Context(), []Judgement{j}, "AB"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Review(t.Context(), 1, catalog.Disagrees, "it is a stove", "CD"); err != nil {
		t.Fatal(err)
	}
	return s, photos, observed
}

func TestJudgingIsUndoneAndRedoneExactly(t *testing.T) {
	for name, act := range map[string]func(s *Store, photos []catalog.PhotoID, o []int64) (catalog.Step, error){
		"observe": func(s *Store, photos []catalog.PhotoID, _ []int64) (catalog.Step, error) {
			_, step, err := s.Observe(t.Context(), []catalog.Observation{{Photo: photos[1], ItemName: "gold bars", Seen: seenAll()}}, "AB")
			return step, err
		},
		"observe anew": func(s *Store, photos []catalog.PhotoID, o []int64) (catalog.Step, error) {
			_, step, err := s.Observe(t.Context(), []catalog.Observation{{ID: o[0], Photo: photos[0], Item: itemOf(t, s, "tile")}}, "AB")
			return step, err
		},
		"determine": func(s *Store, _ []catalog.PhotoID, o []int64) (catalog.Step, error) {
			return s.Determine(t.Context(), []Judgement{
				{Observations: o[1:], Status: catalog.Suspected, Legal: catalog.Legal{Measure: "X", AsOf: "2023-07", Exemptions: "none"}, Reason: "r"},
				{Observations: o[:1], Status: catalog.NotAssessed},
			}, "AB")
		},
		"review": func(s *Store, _ []catalog.PhotoID, _ []int64) (catalog.Step, error) {
			return s.Review(t.Context(), 1, catalog.Agrees, "", "EF")
		},
		"resolve": func(s *Store, _ []catalog.PhotoID, _ []int64) (catalog.Step, error) {
			return s.Resolve(t.Context(), 1, "AB")
		},
		"join": func(s *Store, _ []catalog.PhotoID, o []int64) (catalog.Step, error) {
			return s.Join(t.Context(), o, "AB")
		},
		"pack": func(s *Store, _ []catalog.PhotoID, _ []int64) (catalog.Step, error) {
			return s.StorePack(t.Context(), StoredPack{Key: "own", Version: "2", Head: "h", Measures: "m", Goods: "g"}, "AB")
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, photos, observed := judgedStore(t)
			before := state(t, s)
			step, err := act(s, photos, observed)
			if err != nil || step.ID == 0 || step.Actor == "" {
				t.Fatalf("%+v, %v", step, err)
			}
			after := state(t, s)
			if cmp.Equal(before, after) {
				t.Fatal("it changed nothing")
			}
			for range 2 {
				if _, err := s.Undo(t.Context(), ""); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(before, state(t, s)); diff != "" {
					t.Fatalf("undo (-before +now):\n%s", diff)
				}
				if _, err := s.Redo(t.Context(), ""); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(after, state(t, s)); diff != "" {
					t.Fatalf("redo (-after +now):\n%s", diff)
				}
			}
			verifyClean(t, s)
		})
	}
}

func TestObserveKeepsEveryField(t *testing.T) {
	s, photos, observed := judgedStore(t)
	o, err := s.Observation(t.Context(), observed[0])
	if err != nil {
		t.Fatal(err)
	}
	want := seenAll()
	want.Unit = "piece" // typed as "pieces", which the vocabulary knows
	if diff := cmp.Diff(want, o.Seen); diff != "" {
		t.Errorf("(-given +read):\n%s", diff)
	}
	if o.Photo != photos[0] || !o.Visible || o.ItemKey != "refrigerator" || o.Determination == nil || len(o.Determination.Reviews) != 1 {
		t.Errorf("%+v", o)
	}
	same := []catalog.Observation{o}
	if _, step, err := s.Observe(t.Context(), same, "AB"); err != nil || step.ID != 0 {
		t.Errorf("what is so already made step %d, %v", step.ID, err)
	}
	same[0].Seen, same[0].Visible = catalog.Seen{}, false
	if _, _, err := s.Observe(t.Context(), same, "AB"); err != nil {
		t.Fatal(err)
	}
	if o, err = s.Observation(t.Context(), observed[0]); err != nil || !cmp.Equal(o.Seen, catalog.Seen{}) || o.Visible || o.Determination == nil {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestObserveRefuses(t *testing.T) {
	s, photos, observed := judgedStore(t)
	fridge := itemOf(t, s, "refrigerator")
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: photos[2:], RemoveItems: []catalog.ItemID{fridge}}); err != nil {
		t.Fatal(err)
	}
	before := state(t, s)
	nothing := -1.0
	for name, c := range map[string]struct {
		o    catalog.Observation
		want catalog.Code
	}{
		"no photo":      {catalog.Observation{Photo: 77, Item: fridge}, catalog.ErrNotFound},
		"no item":       {catalog.Observation{Photo: photos[0], Item: 7777}, catalog.ErrNotFound},
		"no name":       {catalog.Observation{Photo: photos[0], ItemName: " "}, catalog.ErrInvalid},
		"not there":     {catalog.Observation{ID: 77, Photo: photos[0], Item: fridge}, catalog.ErrNotFound},
		"removed":       {catalog.Observation{ID: observed[2], Photo: photos[2], Item: fridge}, catalog.ErrNotFound},
		"outside":       {catalog.Observation{Photo: photos[0], Item: fridge, Seen: catalog.Seen{Region: &catalog.Region{X: 0.9, Y: 0, W: 0.2, H: 1}}}, catalog.ErrInvalid},
		"less than one": {catalog.Observation{Photo: photos[0], Item: fridge, Seen: catalog.Seen{Quantity: &nothing}}, catalog.ErrInvalid},
		"stage":         {catalog.Observation{Photo: photos[0], Item: fridge, Seen: catalog.Seen{Stage: "moon"}}, catalog.ErrInvalid},
	} {
		good := catalog.Observation{Photo: photos[1], Item: fridge}
		if _, _, err := s.Observe(t.Context(), []catalog.Observation{good, c.o}, "AB"); catalog.CodeOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := s.Observation(t.Context(), observed[2]); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("a removed observation is read: %v", err)
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Errorf("a refusal changed something:\n%s", diff)
	}
}

func TestDetermineRefusesAndRepeats(t *testing.T) {
	s, photos, observed := judgedStore(t)
	for name, j := range map[string]Judgement{
		"status":    {Observations: observed, Status: "legal"},
		"date":      {Observations: observed, Status: catalog.Exempt, Legal: catalog.Legal{AsOf: "soon"}},
		"direction": {Observations: observed, Status: catalog.Exempt, Legal: catalog.Legal{Direction: "up"}},
		"missing":   {Observations: []int64{observed[0], 77}, Status: catalog.Exempt},
		"photo":     {Photos: []catalog.PhotoID{77}, Status: catalog.Exempt},
	} {
		if step, err := s.Determine(t.Context(), []Judgement{j}, "AB"); catalog.CodeOf(err) == "" || step.ID != 0 {
			t.Errorf("%s: %d, %v", name, step.ID, err)
		}
	}
	again := Judgement{Observations: observed[:1], Status: catalog.Sanctioned, Legal: catalog.Legal{Measure: "UN2397-7", Pack: "un-dprk-2397 1", Direction: catalog.Into}}
	if step, err := s.Determine(t.Context(), []Judgement{again}, "AB"); err != nil || step.ID != 0 {
		t.Errorf("a repeated judgement made step %d, %v", step.ID, err)
	}
	again.Measure = "UN2397-6"
	if step, err := s.Determine(t.Context(), []Judgement{again}, "AB"); err != nil || step.ID == 0 {
		t.Errorf("another measure is another judgement: %v", err)
	}
	judged, err := s.JudgedPhotos(t.Context(), 0, 100)
	if err != nil || !cmp.Equal(judged, photos[:1]) {
		t.Errorf("judged photos are %v, %v", judged, err)
	}
}

// A photo of which nobody said what it shows is judged by unspecified goods,
// which the first real item replaces with their judgement.
func TestUnspecifiedGoodsAreReplaced(t *testing.T) {
	s := newStore(t)
	photos := addFiles(t, s, catalog.Intake{}, 0, 1)
	if _, err := s.Determine(t.Context(), []Judgement{{Photos: photos, Status: catalog.Suspected}}, "AB"); err != nil {
		t.Fatal(err)
	}
	checkStatus(t, s, photos[0], catalog.Suspected)
	ids, _, err := s.Observe(t.Context(), []catalog.Observation{{Photo: photos[0], Item: itemOf(t, s, "tile"), Visible: true, Seen: seenAll()}}, "AB")
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Photo(t.Context(), photos[0])
	if err != nil || len(p.Observations) != 1 || p.Observations[0].ID != ids[0] || p.Observations[0].ItemKey != "ceramic_tile" ||
		p.Observations[0].Brand != "Hisense" || p.Status != catalog.Suspected {
		t.Errorf("%+v, %v", p.Observations, err)
	}
	verifyClean(t, s)
}

func TestLots(t *testing.T) {
	s, photos, observed := judgedStore(t)
	lots := func() (list [3]catalog.LotID) {
		for i, id := range observed {
			o, err := s.Observation(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			list[i] = o.Lot
		}
		return list
	}
	must := func(_ catalog.Step, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(s.Join(t.Context(), observed[:2], "AB"))
	must(s.Join(t.Context(), observed[1:], "AB")) // that of the first which has one
	if got := lots(); got[0] == 0 || got[0] != got[1] || got[1] != got[2] {
		t.Errorf("lots are %v", got)
	}
	must(s.Part(t.Context(), observed[2:], "AB"))
	if got := lots(); got[2] != 0 || got[0] == 0 {
		t.Errorf("parted, lots are %v", got)
	}
	tile := catalog.Observation{ID: observed[1], Photo: photos[1], Item: itemOf(t, s, "tile"), Visible: true}
	if _, _, err := s.Observe(t.Context(), []catalog.Observation{tile}, "AB"); err != nil {
		t.Fatal(err)
	}
	if got := lots(); got[1] != 0 {
		t.Error("tiles stay in a lot of refrigerators")
	}
	if _, err := s.Join(t.Context(), observed[:2], "AB"); catalog.CodeOf(err) != catalog.ErrInvalid {
		t.Errorf("a lot of two kinds of goods: %v", err)
	}
	if _, err := s.Join(t.Context(), []int64{observed[0], 77}, "AB"); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("a lot with what is not there: %v", err)
	}
	verifyClean(t, s)
}
