package sqlite

import (
	"slices"
	"testing"

	"waybill/catalog"
)

// addNamed imports files into a batch.
func addNamed(t *testing.T, s *Store, in catalog.Intake, files ...catalog.NewPhoto) []catalog.Placed {
	t.Helper()
	im, err := s.BeginImport(t.Context(), in, "", "")
	if err != nil {
		t.Fatal(err)
	}
	placed, _, err := im.Add(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := im.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	return placed
}

// TestBatchTellsWhenAndWhere: photos have from their batch what they do not
// have themselves, and when the batch says something else they follow.
func TestBatchTellsWhenAndWhere(t *testing.T) {
	s := newStore(t)
	place := `{"latitude":42.5645,"longitude":130.532,"precision":"crossing","name":"Quanhe"}`
	ids := addFiles(t, s, catalog.Intake{Name: "chat", Taken: "[2021-07-01~..2021-07-10~]", Place: place}, 8, 10) // the second has no date
	p, err := s.Photo(t.Context(), ids[1])
	if err != nil || p.Date == nil || p.Date.EDTF != "[2021-07-01~..2021-07-10~]" || p.Date.Origin != catalog.OriginBatch || p.Where.Origin != catalog.OriginBatch || p.Where.Name != "Quanhe" {
		t.Fatalf("%+v, %v", p, err)
	}
	finds(t, s, map[string][]catalog.PhotoID{"date:2021-07-05": ids[1:], "has:gps": {ids[1], ids[0]}, "has:warning": ids[:1], "quanhe": {ids[1], ids[0]}})
	before := state(t, s)
	addNamed(t, s, catalog.Intake{Name: "CHAT", Taken: "2022-03", Place: `{"name":"Changbai"}`}, file(20))
	finds(t, s, map[string][]catalog.PhotoID{"date:2022-03 -date:2023": ids[1:], "date:2021": nil, "has:gps": nil, "changbai": {ids[1], ids[0], 3}, "quanhe": nil})
	batches, err := s.Batches(t.Context())
	if err != nil || batches[0].Taken != "2022-03" || batches[0].Place != `{"name":"Changbai"}` {
		t.Errorf("%+v, %v", batches, err)
	}
	addNamed(t, s, catalog.Intake{Name: "chat"}, file(21)) // says nothing, and takes nothing back
	finds(t, s, map[string][]catalog.PhotoID{"date:2022-03 -date:2023": ids[1:]})
	if _, err := s.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	s = backAndForth(t, s, before, state(t, s))
	claims, err := s.Claims(t.Context(), ids[1])
	if err != nil || len(claims) != 2 || claims[0].ID != 0 || claims[0].Origin != catalog.OriginBatch {
		t.Errorf("%+v, %v", claims, err)
	}
}

// TestBatchOfTheFirstArrival: another batch that the photo came with says
// nothing about when it was taken.
func TestBatchOfTheFirstArrival(t *testing.T) {
	s := newStore(t)
	addNamed(t, s, catalog.Intake{Name: "one"}, file(9))
	again := file(9)
	again.Arrival.Path = "/phone/x.jpg"
	addNamed(t, s, catalog.Intake{Name: "two", Taken: "2021"}, again)
	finds(t, s, map[string][]catalog.PhotoID{"date:2021": nil, "batch:two": {1}})
	verifyClean(t, s)
}

func TestIntakeRefused(t *testing.T) {
	s := newStore(t)
	for name, in := range map[string]catalog.Intake{
		"no date": {Taken: "early July"}, "no bounds": {Taken: "[..]"}, "no place": {Place: "Quanhe"}, "half a point": {Place: `{"latitude":1}`},
	} {
		if _, err := s.BeginImport(t.Context(), in, "", ""); catalog.CodeOf(err) != catalog.ErrInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSecondArrivalIsRead: what a second name says is added once, and what the
// file itself says is not said again.
func TestSecondArrivalIsRead(t *testing.T) {
	s := newStore(t)
	first := file(0)
	first.Claims = append(first.Claims, claim(catalog.OriginFilename, catalog.PropSaved, 0, "2024-01-01"))
	addNamed(t, s, catalog.Intake{Name: "one"}, first)
	before := state(t, s)
	arrive := func(name, path, saved, batch string, want catalog.Outcome) {
		t.Helper()
		f := file(0)
		f.Arrival.Name, f.Arrival.Path = name, path
		f.Claims = append(f.Claims, claim(catalog.OriginFilename, catalog.PropSaved, 0, saved))
		if placed := addNamed(t, s, catalog.Intake{Name: batch}, f); placed[0].Outcome != want || placed[0].Photo != 1 {
			t.Errorf("%s is %+v", path, placed)
		}
	}
	arrive("mmexport.jpg", "/phone/mmexport.jpg", "2023-09-01", "two", catalog.OutcomeDuplicate)
	after := state(t, s)
	arrive("mmexport.jpg", "/phone/mmexport.jpg", "2023-09-01", "two", catalog.OutcomeAgain)
	arrive("mmexport.jpg", "/disk/mmexport.jpg", "2023-09-01", "two", catalog.OutcomeDuplicate)
	claims, err := s.Claims(t.Context(), 1)
	var values []string
	for _, c := range claims {
		values = append(values, string(c.Origin)+" "+itoa(int64(c.N))+" "+c.Value)
	}
	if want := []string{"exif 0 2023-07-01T08:00:00", "filename 0 2024-01-01", "filename 1 2023-09-01"}; err != nil || !slices.Equal(values, want) {
		t.Errorf("claims %v, %v", values, err)
	}
	if _, err := s.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	backAndForth(t, s, before, after)
}

func TestSidecars(t *testing.T) {
	s := newStore(t)
	with, without, twice := file(0), file(1), file(0)
	with.Arrival.Sidecar, twice.Arrival.Sidecar, twice.Arrival.Path = "originals/aa/bb/one.xmp", "originals/cc/dd/two.xmp", "/phone/x.jpg"
	addNamed(t, s, catalog.Intake{Name: "one"}, with, without)
	addNamed(t, s, catalog.Intake{Name: "two"}, twice)
	var got []string
	err := s.Sidecars(t.Context(), func(id catalog.PhotoID, path string) error {
		got = append(got, id.String()+" "+path)
		return nil
	})
	if want := []string{"P-000001 originals/aa/bb/one.xmp", "P-000001 originals/cc/dd/two.xmp"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	stop := &catalog.Error{Code: catalog.ErrCancelled}
	if err := s.Sidecars(t.Context(), func(catalog.PhotoID, string) error { return stop }); catalog.CodeOf(err) != catalog.ErrCancelled {
		t.Errorf("a visit that fails gives %v", err)
	}
	verifyClean(t, s)
}
