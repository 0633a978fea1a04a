package sqlite

import (
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
)

// Points: at the bridge of Quanhe, in Yanji, and in the steppe far from every place.
const (
	quanhe = "42.5650,130.5325"
	yanji  = "42.9075,129.5078"
	steppe = "47.9000,106.9000"
)

// placedStore makes a catalogue with the shipped places and photos: at Quanhe, in
// Yanji, in the steppe; one that shows Quanhe from afar; and one of which an editor
// says that it was taken at Quanhe.
func placedStore(t *testing.T) (*Store, []catalog.PhotoID) {
	t.Helper()
	s, err := Create(t.Context(), filepath.Join(t.TempDir(), "catalog.db"), gazetteer(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	routes := []catalog.Route{{Key: "by-quanhe", Names: catalog.Names{English: "By Quanhe"}, Legs: []catalog.Leg{
		{Kind: "crossing", Place: "quanhe-wonjong", Names: catalog.Names{English: "the bridge"}},
	}}}
	if err := s.Seed(t.Context(), catalog.Shipped{Version: "2026-01-01", Routes: routes}, ""); err != nil {
		t.Fatal(err)
	}
	im, err := s.BeginImport(t.Context(), catalog.Intake{}, "test", "")
	if err != nil {
		t.Fatal(err)
	}
	var files []catalog.NewPhoto
	for n, at := range []string{quanhe, yanji, steppe, "", ""} {
		f := file(n)
		if at != "" {
			f.Claims = append(f.Claims, catalog.Claim{Origin: catalog.OriginGPS, Property: catalog.PropPosition, Raw: at, Value: at})
		}
		files = append(files, f)
	}
	placed, _, err := im.Add(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := im.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	var ids []catalog.PhotoID
	for _, p := range placed {
		ids = append(ids, p.Photo)
	}
	bridge := placeOf(t, s, "quanhe-wonjong")
	lat, lon := bridge.Latitude, bridge.Longitude
	said := catalog.Place{Latitude: &lat, Longitude: &lon, Precision: catalog.PrecisionCrossing, Entry: bridge.Key, Name: "圈河"}.Value()
	for i, about := range []catalog.Property{catalog.PropPlaceShown, catalog.PropPlace} {
		e := catalog.Edit{Photos: ids[3+i : 4+i], Statements: []catalog.Statement{{Property: about, Raw: "圈河", Value: said}}}
		if _, err := s.Apply(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	return s, ids
}

func placeOf(t *testing.T, s *Store, key string) catalog.PlaceEntry {
	t.Helper()
	g, err := s.GazetteerNow(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p, ok := g.Place(key)
	if !ok {
		t.Fatalf("no place %s", key)
	}
	return p
}

func save(t *testing.T, s *Store, p catalog.PlaceEntry) (string, catalog.Step) {
	t.Helper()
	key, step, err := s.SavePlace(t.Context(), p, "kim")
	if err != nil {
		t.Fatal(err)
	}
	return key, step
}

// nearestTo gives the entry that a photo is nearest to, "" for none.
func nearestTo(t *testing.T, s *Store, id catalog.PhotoID) string {
	t.Helper()
	p, err := s.Photo(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if p.Where == nil || p.Where.Nearest == nil {
		return ""
	}
	return p.Where.Nearest.Entry
}

func TestNewPlaceConcernsPhotosNearIt(t *testing.T) {
	s, ids := placedStore(t)
	before := state(t, s)
	depot := catalog.PlaceEntry{
		Kind: "warehouse", Names: catalog.Names{English: "Red  Depot", Korean: "붉은 창고"},
		Countries: []string{"MN"}, Latitude: 47.91, Longitude: 106.9, Accuracy: 500,
	}
	key, step := save(t, s, depot)
	if key != "red-depot" || !slices.Equal(step.Photos, ids[2:3]) || step.Actor != "kim" {
		t.Fatalf("%s: %+v", key, step)
	}
	if got := nearestTo(t, s, ids[2]); got != key {
		t.Errorf("the photo is nearest to %q", got)
	}
	if got := mustFind(t, s, "창고"); !slices.Equal(got, ids[2:3]) {
		t.Errorf("its name finds %v", got)
	}
	after := state(t, s)
	if again, _ := save(t, s, depot); again != "red-depot-2" {
		t.Errorf("another of that name has the key %s", again)
	}
	for _, back := range [][]string{after, before} {
		if _, err := s.Undo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
		if got := state(t, s); !slices.Equal(got, back) {
			t.Error("undo leaves something else")
		}
	}
	if got := nearestTo(t, s, ids[2]); got != "" {
		t.Errorf("after undo the photo is nearest to %q", got)
	}
	if _, err := s.Redo(t.Context(), ""); err != nil || !slices.Equal(state(t, s), after) {
		t.Errorf("redo brings something else, %v", err)
	}
	verifyClean(t, s)
}

func TestMovedCrossingIsFoundElsewhere(t *testing.T) {
	s, ids := placedStore(t)
	if got := mustFind(t, s, "crossing:圈河"); !slices.Equal(got, []catalog.PhotoID{ids[0], ids[4]}) {
		t.Fatalf("before: %v", got)
	}
	bridge := placeOf(t, s, "quanhe-wonjong")
	bridge.Latitude, bridge.Longitude = 47.9, 106.9
	_, step := save(t, s, bridge)
	if want := []catalog.PhotoID{ids[0], ids[2], ids[3], ids[4]}; !slices.Equal(step.Photos, want) {
		t.Errorf("derived anew: %v, want %v", step.Photos, want)
	}
	// what an editor said keeps the point that was said, and the place that was named
	if got := mustFind(t, s, "crossing:圈河"); !slices.Equal(got, []catalog.PhotoID{ids[2], ids[4]}) {
		t.Errorf("moved: %v", got)
	}
	if _, err := s.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if got := mustFind(t, s, "crossing:圈河"); !slices.Equal(got, []catalog.PhotoID{ids[0], ids[4]}) {
		t.Errorf("undone: %v", got)
	}
	verifyClean(t, s)
}

func TestMergedPlaceReadsTheOther(t *testing.T) {
	s, ids := placedStore(t)
	route, err := s.FindRoute(t.Context(), "By Quanhe")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: ids[1:2], Route: &route}); err != nil {
		t.Fatal(err)
	}
	before := state(t, s)
	step, err := s.MergePlaces(t.Context(), "quanhe-wonjong", "tumen-namyang", "kim")
	if err != nil || step.Detail["name"] != "Quanhe–Wonjong-ri" || step.Detail["into"] != "Tumen–Namyang" {
		t.Fatal(step, err)
	}
	p, err := s.Photo(t.Context(), ids[4])
	if err != nil || p.Where.Entry != "tumen-namyang" || p.Where.Nearest.Entry != "tumen-namyang" || p.Where.Name != "圈河" {
		t.Errorf("who named it reads %+v, %v", p.Where, err)
	}
	if p, err = s.Photo(t.Context(), ids[3]); err != nil || p.Shown.Nearest.Entry != "tumen-namyang" {
		t.Errorf("who showed it reads %+v, %v", p.Shown, err)
	}
	tumen := placeOf(t, s, "tumen-namyang")
	if tumen.Removed || !strings.Contains(tumen.Names.AlsoKnownAs, "; 圈河口岸; ") || strings.Contains(tumen.Names.AlsoKnownAs, "quanhe-wonjong") {
		t.Errorf("%+v", tumen)
	}
	for _, name := range []string{"圈河", "Tumen"} { // the photo on a route by way of it, too
		if got := mustFind(t, s, "crossing:"+name); !slices.Equal(got, []catalog.PhotoID{ids[1], ids[4]}) {
			t.Errorf("%s finds %v", name, got)
		}
	}
	tumen.Names.English = "Grey Bridge–Namyang"
	save(t, s, tumen)
	if got := mustFind(t, s, "grey"); !slices.Equal(got, ids[4:5]) && !slices.Equal(got, ids[3:5]) {
		t.Errorf("a new name of the other finds %v", got)
	}
	for range 2 {
		if _, err := s.Undo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
	}
	if !slices.Equal(state(t, s), before) {
		t.Error("undo leaves something else")
	}
	verifyClean(t, s)
}

func TestRemovedPlaceKeepsItsNames(t *testing.T) {
	s, ids := placedStore(t)
	if _, err := s.RemovePlace(t.Context(), "quanhe-wonjong", ""); err != nil {
		t.Fatal(err)
	}
	p, err := s.Photo(t.Context(), ids[4])
	if err != nil || p.Where.Nearest == nil || p.Where.Nearest.Names.Chinese != "圈河—元汀里" {
		t.Errorf("who named it reads %+v, %v", p.Where, err)
	}
	if got := nearestTo(t, s, ids[0]); got == "quanhe-wonjong" {
		t.Error("it is still near")
	}
	if got := s.Gazetteer().Crossings("圈河"); len(got) != 0 {
		t.Errorf("its name finds %v", got)
	}
	for what, err := range map[string]error{
		"removing it again": second(s.RemovePlace(t.Context(), "quanhe-wonjong", "")),
		"removing nothing":  second(s.RemovePlace(t.Context(), "nowhere", "")),
		"merging it":        second(s.MergePlaces(t.Context(), "quanhe-wonjong", "town-yanji", "")),
		"merging into it":   second(s.MergePlaces(t.Context(), "town-yanji", "quanhe-wonjong", "")),
	} {
		if catalog.CodeOf(err) != catalog.ErrNotFound {
			t.Errorf("%s: %v", what, err)
		}
	}
	bridge := placeOf(t, s, "quanhe-wonjong")
	save(t, s, bridge)
	if got := nearestTo(t, s, ids[0]); got != "quanhe-wonjong" {
		t.Errorf("saved again the photo is nearest to %s", got)
	}
	verifyClean(t, s)
}

func second[T any](_ T, err error) error { return err }

func TestPlacesThatAreRefused(t *testing.T) {
	s, _ := placedStore(t)
	addFiles(t, s, catalog.Intake{Source: "Kingfisher"}, 10, 11)
	good := catalog.PlaceEntry{Kind: "town", Names: catalog.Names{English: "Town"}, Countries: []string{"CN"}, Latitude: 1, Longitude: 2, Accuracy: 3}
	before := state(t, s)
	for name, c := range map[string]struct {
		edit func(*catalog.PlaceEntry)
		code catalog.Code
	}{
		"no name":            {func(p *catalog.PlaceEntry) { p.Key, p.Names = "k", catalog.Names{AlsoKnownAs: "x"} }, catalog.ErrInvalid},
		"no name and key":    {func(p *catalog.PlaceEntry) { p.Names = catalog.Names{} }, catalog.ErrInvalid},
		"no kind":            {func(p *catalog.PlaceEntry) { p.Kind = " " }, catalog.ErrInvalid},
		"off the globe":      {func(p *catalog.PlaceEntry) { p.Latitude = 90.5 }, catalog.ErrInvalid},
		"nowhere":            {func(p *catalog.PlaceEntry) { p.Longitude = math.NaN() }, catalog.ErrInvalid},
		"too vague":          {func(p *catalog.PlaceEntry) { p.Accuracy = 1e6 + 1 }, catalog.ErrInvalid},
		"less than exact":    {func(p *catalog.PlaceEntry) { p.Accuracy = -1 }, catalog.ErrInvalid},
		"no number":          {func(p *catalog.PlaceEntry) { p.Accuracy = math.NaN() }, catalog.ErrInvalid},
		"no country":         {func(p *catalog.PlaceEntry) { p.Countries = []string{"China"} }, catalog.ErrInvalid},
		"a key with capital": {func(p *catalog.PlaceEntry) { p.Key = "Town" }, catalog.ErrInvalid},
		"an alias":           {func(p *catalog.PlaceEntry) { p.Names.AlsoKnownAs = "the kingfisher nest" }, catalog.ErrAliasWord},
		"itself merged":      {func(p *catalog.PlaceEntry) { p.Names.English = "\x00" }, catalog.ErrInvalid},
	} {
		p := good
		c.edit(&p)
		if _, step, err := s.SavePlace(t.Context(), p, ""); catalog.CodeOf(err) != c.code || step.ID != 0 {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
	if _, err := s.MergePlaces(t.Context(), "town-yanji", "town-yanji", ""); catalog.CodeOf(err) != catalog.ErrInvalid {
		t.Errorf("merged with itself: %v", err)
	}
	if !slices.Equal(state(t, s), before) {
		t.Error("something was written")
	}
	if key, _ := save(t, s, good); key != "town" {
		t.Errorf("the good one has the key %s", key)
	}
	if _, err := s.BeginImport(t.Context(), catalog.Intake{Source: "Town"}, "test", ""); catalog.CodeOf(err) != catalog.ErrAliasWord {
		t.Errorf("a source called as a place: %v", err)
	}
}
