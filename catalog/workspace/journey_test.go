package workspace_test

import (
	"fmt"
	"slices"
	"testing"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// photographed makes a catalogue with some photos, each said to be of a date and at
// a place; "" says nothing.
func photographed(t *testing.T, said ...[2]string) *workspace.Catalogue {
	t.Helper()
	c := open(t, create(t, "c.waybill"))
	if _, err := c.Import(t.Context(), workspace.ImportOptions{Paths: []string{writePNGs(t, len(said))}}); err != nil {
		t.Fatal(err)
	}
	for i, s := range said {
		var e catalog.Edit
		e.Photos = []catalog.PhotoID{catalog.PhotoID(i + 1)}
		if s[0] != "" {
			e.Statements = append(e.Statements, must(workspace.UnderstandDate(s[0])))
		}
		if s[1] != "" {
			e.Statements = append(e.Statements, must(c.UnderstandPlace(t.Context(), catalog.PropPlace, s[1])))
		}
		must(c.Apply(t.Context(), e))
	}
	return c
}

func onRoute(t *testing.T, c *workspace.Catalogue, name string, photos ...catalog.PhotoID) {
	t.Helper()
	route := must(c.FindRoute(t.Context(), name))
	must(c.Apply(t.Context(), catalog.Edit{Photos: photos, Route: &route}))
}

func see(t *testing.T, c *workspace.Catalogue, photo catalog.PhotoID, seen catalog.Seen) int64 {
	t.Helper()
	item := must(c.FindItem(t.Context(), "refrigerator"))
	ids, _, err := c.Observe(t.Context(), []catalog.Observation{{Photo: photo, Item: item, Visible: true, Seen: seen}}, "")
	if err != nil {
		t.Fatal(err)
	}
	return ids[0]
}

// contradictions gives "before<after" for each, with the way.
func contradictions(t *testing.T, c *workspace.Catalogue, photos ...catalog.PhotoID) []string {
	t.Helper()
	order := must(c.RouteOrder(t.Context(), photos))
	found := []string{}
	for _, x := range order.Contradictions {
		found = append(found, fmt.Sprintf("%d<%d %s", x.Before.Photo, x.After.Photo, x.Way))
	}
	return found
}

func TestRoutesNearAPhoto(t *testing.T) {
	c := photographed(t, [2]string{"", "42.57, 130.54"}, [2]string{}, [2]string{"", "Quanhe"}, [2]string{"", "48, 106"})
	near := must(c.RoutesNear(t.Context(), 1))
	if len(near) == 0 || near[0].Key != "hunchun-quanhe-wonjong-rason" || near[0].Leg.Place != "quanhe-wonjong" || near[0].Metres < 800 || near[0].Metres > 1_000 {
		t.Fatalf("%+v", near)
	}
	for id, want := range map[catalog.PhotoID]bool{2: false, 3: true, 4: false} {
		if near := must(c.RoutesNear(t.Context(), id)); (len(near) > 0) != want {
			t.Errorf("photo %d: %d routes", id, len(near))
		}
	}
	lat, lon := 42.57, 130.54
	withheld := catalog.Place{Latitude: &lat, Longitude: &lon, Precision: catalog.PrecisionWithheld}
	must(c.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{1}, Statements: []catalog.Statement{{Property: catalog.PropPlace, Raw: "x", Value: withheld.Value()}}}))
	if near := must(c.RoutesNear(t.Context(), 1)); len(near) != 0 {
		t.Errorf("withheld: %+v", near)
	}
	if _, err := c.RoutesNear(t.Context(), 99); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Error(err)
	}
}

func TestOrderOfASelection(t *testing.T) {
	c := photographed(t, [2]string{"6 July 2023", "Hunchun"}, [2]string{"3 July 2023", "Quanhe"}, [2]string{"9 July 2023", "Rason"}, [2]string{"1 July 2023", "Rason"})
	into := catalog.Into
	for id := range catalog.PhotoID(4) {
		see(t, c, id+1, catalog.Seen{Direction: into})
	}
	if got := contradictions(t, c, 1, 2, 3); len(got) != 0 {
		t.Errorf("on no route: %v", got)
	}
	onRoute(t, c, "hunchun-quanhe", 1, 2, 3)
	onRoute(t, c, "changbai-hyesan", 4) // another route
	if got := contradictions(t, c, 1, 2, 3, 4, 1); !slices.Equal(got, []string{"2<1 into"}) {
		t.Errorf("%v", got)
	}
	if got := contradictions(t, c, 1, 3, 4); len(got) != 0 {
		t.Errorf("in order: %v", got)
	}
	if got := contradictions(t, c, 1); len(got) != 0 {
		t.Errorf("a photo alone: %v", got)
	}
	must(c.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{1, 2}, Statements: []catalog.Statement{must(workspace.UnderstandDate("July 2023"))}}))
	if got := contradictions(t, c, 1, 2, 3); len(got) != 0 {
		t.Errorf("dates that overlap: %v", got)
	}
	many := make([]catalog.PhotoID, 3_000)
	for i := range many {
		many[i] = catalog.PhotoID(i + 1)
	}
	if order := must(c.RouteOrder(t.Context(), append(many, 1, 2, 3))); order.Left != 1_000 {
		t.Errorf("%d were left out", order.Left)
	}
}

func TestOrderOfALot(t *testing.T) {
	c := photographed(t, [2]string{"3 July 2023", "Quanhe"}, [2]string{"4 July 2023", ""}, [2]string{"5 July 2023", ""}, [2]string{"1 July 2023", ""})
	ids := []int64{
		see(t, c, 1, catalog.Seen{Direction: catalog.Into}),
		see(t, c, 2, catalog.Seen{Stage: catalog.StageFactory}),
		see(t, c, 3, catalog.Seen{Stage: catalog.StageOnSale}),
	}
	see(t, c, 4, catalog.Seen{Stage: catalog.StageOnSale}) // of no lot
	must(c.Join(t.Context(), ids, ""))
	if got := contradictions(t, c, 1); len(got) != 0 {
		t.Errorf("on no route: %v", got)
	}
	onRoute(t, c, "hunchun-quanhe", 1) // the others of the lot went the same way
	for _, photo := range []catalog.PhotoID{1, 2, 3} {
		if got := contradictions(t, c, photo); !slices.Equal(got, []string{"1<2 into"}) {
			t.Errorf("photo %d: %v", photo, got)
		}
	}
	if got := contradictions(t, c, 1, 2, 3, 4); !slices.Equal(got, []string{"1<2 into"}) {
		t.Errorf("as a selection: %v", got)
	}
	onRoute(t, c, "changbai-hyesan", 3) // now nobody knows which way the lot went
	if got := contradictions(t, c, 1); len(got) != 0 {
		t.Errorf("on two routes: %v", got)
	}
}

// TestOrderOfALargeLot counts the photos that are not compared.
func TestOrderOfALargeLot(t *testing.T) {
	c := open(t, create(t, "c.waybill"))
	im, err := c.BeginImport(t.Context(), catalog.Intake{Name: "lot"}, "test", "")
	if err != nil {
		t.Fatal(err)
	}
	files := make([]catalog.NewPhoto, 2_020)
	for n := range files {
		files[n] = catalog.NewPhoto{SHA256: fmt.Sprintf("%064x", n), Reading: catalog.Reading{Format: "png"}, Arrival: catalog.Arrival{Name: "a.png"}}
	}
	if _, _, err := im.Add(t.Context(), files); err != nil {
		t.Fatal(err)
	}
	must(im.Finish(t.Context()))
	seen := make([]catalog.Observation, len(files))
	for n := range seen {
		seen[n] = catalog.Observation{Photo: catalog.PhotoID(n + 1), Item: must(c.FindItem(t.Context(), "refrigerator")), Visible: true}
	}
	ids, _, err := c.Observe(t.Context(), seen, "")
	if err != nil {
		t.Fatal(err)
	}
	must(c.Join(t.Context(), ids, ""))
	for _, photo := range []catalog.PhotoID{1, 2_020} {
		if order := must(c.RouteOrder(t.Context(), []catalog.PhotoID{photo})); order.Left != 20 {
			t.Errorf("photo %d: %d were left out", photo, order.Left)
		}
	}
}

func TestPlacesOfTheNewsroom(t *testing.T) {
	c := photographed(t, [2]string{"", "47.9, 106.9"})
	before := must(c.Places(t.Context()))
	key, _, err := c.SavePlace(t.Context(), catalog.PlaceEntry{
		Kind: "warehouse", Names: catalog.Names{English: "Red Depot", Chinese: "红仓库"}, Latitude: 47.9, Longitude: 106.9, Accuracy: 300,
	}, "AB")
	if err != nil {
		t.Fatal(err)
	}
	after := must(c.Places(t.Context()))
	if last := after[len(after)-1]; len(after) != len(before)+1 || last.Key != key || !last.Own || last.ID == 0 {
		t.Errorf("%d places, the last %+v", len(after), last)
	}
	if s := must(c.UnderstandPlace(t.Context(), catalog.PropPlace, "红仓库")); must(catalog.ParsePlace(s.Value)).Entry != key {
		t.Errorf("%+v", s)
	}
	if s := must(c.UnderstandEntry(catalog.PropPlace, key, "the depot")); must(catalog.ParsePlace(s.Value)).Name != "the depot" {
		t.Errorf("%+v", s)
	}
	if names := c.PlaceNames("red d", 5); len(names) != 1 || names[0].Entry != key {
		t.Errorf("%+v", names)
	}
	if a := must(c.Assess(t.Context(), 1)); a.Where.Nearest == nil || a.Where.Nearest.Entry != key {
		t.Errorf("%+v", a.Where)
	}
	if p := must(c.Photo(t.Context(), 1)); p.Where.Nearest == nil || p.Where.Nearest.Entry != key {
		t.Errorf("%+v", p.Where)
	}
	must(c.MergePlaces(t.Context(), key, "town-yanji", ""))
	if got := must(c.Places(t.Context())); len(got) != len(before) {
		t.Errorf("merged there are %d places", len(got))
	}
	if names := c.PlaceNames("Red Depot", 5); len(names) != 1 || names[0].Entry != "town-yanji" {
		t.Errorf("%+v", names)
	}
	for range 2 {
		must(c.Undo(t.Context(), ""))
	}
	if names := c.PlaceNames("Red Depot", 5); len(names) != 0 {
		t.Errorf("undone: %+v", names)
	}
	if a := must(c.Assess(t.Context(), 1)); a.Where.Nearest != nil {
		t.Errorf("undone: %+v", a.Where.Nearest)
	}
}

// TestStoryIsInOrder: the sample photos follow the goods into the country.
func TestStoryIsInOrder(t *testing.T) {
	dir := create(t, "c.waybill")
	if _, err := importInto(t.Context(), dir, []string{samples(t)}, nil); err != nil {
		t.Fatal(err)
	}
	c := open(t, dir)
	var ids []catalog.PhotoID
	for _, p := range allPhotos(t, c) {
		ids = append(ids, p.ID)
	}
	onRoute(t, c, "hunchun-quanhe", ids...)
	for _, way := range []catalog.Direction{"", catalog.Into} {
		must(c.Apply(t.Context(), catalog.Edit{Photos: ids, AddItems: []catalog.ItemID{must(c.FindItem(t.Context(), "refrigerator"))}, Direction: &way}))
		if got := contradictions(t, c, ids...); len(got) != 0 {
			t.Errorf("going %q: %v", way, got)
		}
	}
	out := catalog.OutOf
	must(c.Apply(t.Context(), catalog.Edit{Photos: ids, Direction: &out}))
	if got := contradictions(t, c, ids...); len(got) == 0 {
		t.Error("goods that went out of the country did not pass the bridge after the town")
	}
}
