package versions

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// newReal makes a catalogue with three versions of one picture, two of another
// and one photo alone; the best of the first is tagged. Photos are numbered in
// the order of their names.
func newReal(t *testing.T) *workspace.Catalogue {
	t.Helper()
	c := apptest.Catalogue(t)
	apptest.Import(t, c, catalog.Intake{Name: "July", Route: "quanhe"}, apptest.Samples(t,
		"IMG-20230705-WA0007.jpg", "IMG-20230705-WA0012.jpg", "IMG_20230702_101530.jpg",
		"IMG_20230703_094108.jpg", "IMG_20230703_140512.jpg", "mmexport1688364567890.jpg"))
	item, err := c.FindItem(t.Context(), "refrigerator")
	if err != nil {
		t.Fatal(err)
	}
	status, caption := catalog.Sanctioned, "Refrigerators"
	edit := catalog.Edit{Photos: []catalog.PhotoID{3}, AddItems: []catalog.ItemID{item}, Status: &status, Caption: &caption}
	if _, err := c.Apply(t.Context(), edit); err != nil {
		t.Fatal(err)
	}
	return c
}

// tags describes what can be united of some photos.
func tags(t *testing.T, c *workspace.Catalogue, ids ...catalog.PhotoID) (list []string) {
	t.Helper()
	photos, err := c.Photos(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range photos {
		list = append(list, string(p.Status)+" "+strings.Join(p.ItemNames(), ",")+" "+p.Caption)
	}
	return list
}

func (f *fixture) unites(group int) (text string, on bool) {
	b := f.rows()[group].unite
	return b.Text, !b.Disabled()
}

func TestUniteOneGroupAndUndo(t *testing.T) {
	c := newReal(t)
	f := newFixture(t, c)
	f.Open()
	f.settle()
	var lines []string
	for i := range len(f.rows()) {
		for _, tile := range tilesOf(f.rows()[i]) {
			lines = append(lines, strings.Join([]string{tile.relation.Text, tile.count.Text, tile.size.Text, tile.photo.Name}, "|"))
		}
	}
	want := []string{
		"Best version|1|1600 × 1200|IMG_20230702_101530.jpg", "looks the same||1280 × 960|mmexport1688364567890.jpg",
		"looks the same||960 × 720|IMG-20230705-WA0007.jpg",
		"Best version||1600 × 1200|IMG_20230703_094108.jpg", "looks the same||1280 × 960|IMG-20230705-WA0012.jpg",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("the groups are %q", lines)
	}
	if text, on := f.unites(1); on || text != "Tags are the same" {
		t.Errorf("a group without tags offers %q, %t", text, on)
	}
	before := tags(t, c, 1, 3, 6)
	test.Type(f.list, "+")
	f.ui.Until(t, "a step", func() bool { return len(f.steps) == 1 })
	if got := tags(t, c, 1, 3, 6); got[0] != got[1] || got[1] != got[2] || got[1] != before[1] {
		t.Errorf("the tags are %q", got)
	}
	f.Changed(f.steps[0].Photos)
	f.settle()
	if text, on := f.unites(0); on || text != "Tags are the same" {
		t.Errorf("afterwards the group offers %q, %t", text, on)
	}
	if tilesOf(f.rows()[0])[1].count.Text != "1" {
		t.Error("the version still shows no items")
	}
	if step, err := c.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	} else {
		f.Changed(step.Photos)
	}
	f.settle()
	if text, on := f.unites(0); !on || text != "Unite tags" || !slices.Equal(tags(t, c, 1, 3, 6), before) {
		t.Errorf("after undo the group offers %q, %t, and the tags are %q", text, on, tags(t, c, 1, 3, 6))
	}
}

func TestUniteAllIsAStepForEachGroup(t *testing.T) {
	c := newReal(t)
	note := "on the quay"
	if _, err := c.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{2}, Note: &note}); err != nil {
		t.Fatal(err)
	}
	before, err := c.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	f := newFixture(t, c)
	f.Open()
	f.settle()
	test.Tap(f.head.unite)
	if !f.head.asking || !strings.Contains(f.head.text.Text, "2 groups") || !f.head.yes.Visible() {
		t.Fatalf("it asks %q", f.head.text.Text)
	}
	f.key(fyne.KeyEscape)
	if f.head.asking || f.left != 0 || f.head.second.Visible() {
		t.Error("Escape does not take the question back")
	}
	test.Tap(f.head.unite)
	test.Tap(f.head.yes)
	f.ui.Until(t, "the end", func() bool { return !f.unions.many })
	if !strings.HasPrefix(f.head.text.Text, "United the tags of 2 groups.") || len(f.steps) != 1 {
		t.Errorf("it says %q and told %d steps", f.head.text.Text, len(f.steps))
	}
	after, err := c.Head(t.Context())
	if err != nil || after != before+2 {
		t.Errorf("%d steps, %v", after-before, err)
	}
	for range 2 {
		if _, err := c.Undo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
	}
	if got := tags(t, c, 1, 6); slices.Contains(got, tags(t, c, 3)[0]) {
		t.Errorf("undone, the tags are %q", got)
	}
	test.Tap(f.head.unite)
	test.Tap(f.head.yes)
	f.ui.Until(t, "the end", func() bool { return !f.unions.many })
	test.Tap(f.head.unite)
	test.Tap(f.head.yes)
	f.ui.Until(t, "the end", func() bool { return !f.unions.many })
	if f.head.text.Text != "There was nothing to unite: the tags are the same." {
		t.Errorf("the second time it says %q", f.head.text.Text)
	}
}

func TestUnitingCanBeStopped(t *testing.T) {
	source := groupsOf(50, 2)
	source.union = make(chan struct{})
	f := newFixture(t, source)
	f.Open()
	f.settle()
	test.Tap(f.head.unite)
	test.Tap(f.head.yes)
	for range 3 {
		source.union <- struct{}{}
	}
	f.ui.Until(t, "three groups", func() bool { return f.unions.done == 3 })
	if _, on := f.unites(0); on || !f.head.unite.Disabled() || !strings.Contains(f.head.text.Text, "3 of 50") {
		t.Errorf("meanwhile it says %q and offers to unite: %t", f.head.text.Text, on)
	}
	f.key(fyne.KeyEscape)
	if f.left != 0 || f.unions.many || !strings.HasPrefix(f.head.text.Text, "Stopped after 3 of 50") || len(f.steps) != 1 {
		t.Errorf("left %d times; it says %q", f.left, f.head.text.Text)
	}
	if f.key(fyne.KeyEscape); f.left != 1 {
		t.Error("the second Escape does not leave")
	}
}

// failing cannot unite.
type failing struct{ *made }

func (failing) Unite(context.Context, []catalog.PhotoID, string) (catalog.Step, error) {
	return catalog.Step{}, &catalog.Error{Code: catalog.ErrDiskFull}
}

func TestUnitingThatFails(t *testing.T) {
	f := newFixture(t, failing{groupsOf(3, 2)})
	f.Open()
	f.settle()
	test.Type(f.list, "+")
	f.ui.Until(t, "the failure", func() bool { return len(f.errs) == 1 })
	if _, on := f.unites(0); !on {
		t.Error("it cannot be tried again")
	}
	f.unions.every()
	f.ui.Until(t, "the failure", func() bool { return len(f.errs) == 2 })
	if f.unions.many || !strings.HasPrefix(f.head.text.Text, "Stopped after 0 of 3") {
		t.Errorf("it says %q", f.head.text.Text)
	}
}

func TestLockedPageUnitesNothing(t *testing.T) {
	source := groupsOf(3, 2)
	f := newFixture(t, source)
	f.Lock()
	f.Open()
	f.settle()
	test.Type(f.list, "+")
	f.ui.Drain()
	if f.rows()[0].unite.Visible() || f.head.unite.Visible() || len(source.united) > 0 {
		t.Error("tags can be united")
	}
}

func TestSameTags(t *testing.T) {
	seen := func(items ...catalog.ItemID) *catalog.Photo {
		p := &catalog.Photo{}
		for _, i := range items {
			p.Observations = append(p.Observations, catalog.Observation{Item: i, Visible: true})
		}
		return p
	}
	reported := &catalog.Photo{Observations: []catalog.Observation{{Item: 1}}}
	for _, c := range []struct {
		name   string
		photos []*catalog.Photo
		want   bool
	}{
		{"none", []*catalog.Photo{seen(), seen()}, true},
		{"same items", []*catalog.Photo{seen(1, 2), seen(2, 1)}, true},
		{"one lacks an item", []*catalog.Photo{seen(1, 2), seen(2)}, false},
		{"seen and reported", []*catalog.Photo{seen(1), reported}, false},
		{"two captions", []*catalog.Photo{{Caption: "a"}, {Caption: "b"}}, true},
		{"one caption", []*catalog.Photo{{Caption: "a"}, {}}, false},
		{"one note", []*catalog.Photo{{}, {Note: "a"}}, false},
		{"one route", []*catalog.Photo{{Route: catalog.Inherited[catalog.RouteID]{Value: 1}}, {}}, false},
		{"the batch's route", []*catalog.Photo{{Route: catalog.Inherited[catalog.RouteID]{Value: 1, FromBatch: true}}, {}}, true},
	} {
		if got := sameTags(c.photos); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}
