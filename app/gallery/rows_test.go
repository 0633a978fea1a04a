package gallery

import (
	"errors"
	"slices"
	"testing"

	"waybill/catalog"
)

func TestStaleRowsAreDropped(t *testing.T) {
	c := newCatalogue(t, 3)
	f := newFixture(t, c)
	gate := make(chan struct{})
	f.source.set(func() { f.source.gate = gate })
	f.Reset(count(1, 3)) // reads the row as it was …
	f.ui.Until(t, "the first answer", func() bool {
		f.source.mu.Lock()
		defer f.source.mu.Unlock()
		return f.source.answers == 1
	})
	status := catalog.Disputed
	if _, err := c.Apply(t.Context(), catalog.Edit{Photos: count(2, 2), Status: &status}); err != nil {
		t.Fatal(err)
	}
	f.Changed(count(2, 2)) // … and is told that it changed before the answer came
	f.source.set(func() { f.source.gate = nil })
	close(gate)
	f.settle()
	if got := f.cells()[2].photo.Status; got != catalog.Disputed {
		t.Errorf("the changed photo shows %v", got)
	}
	if asked := f.source.asked(); len(asked) != 2 || !slices.Equal(asked[1], count(2, 2)) {
		t.Errorf("rows were read as %v", asked)
	}
}

func TestChangedReadsOnlyWhatIsVisible(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 60))
	f.Reset(count(1, 60))
	f.settle()
	before, thumbs := len(f.source.asked()), f.source.thumbs
	f.Changed(count(1, 60))
	f.settle()
	_, to := f.grid.VisibleRange()
	asked := f.source.asked()[before:]
	if len(asked) != 1 || len(asked[0]) > 2*to {
		t.Errorf("%v were read again, of which %d are visible", asked, to)
	}
	if f.source.thumbs != thumbs {
		t.Errorf("%d pictures were loaded again, though none changed", f.source.thumbs-thumbs)
	}
}

func TestFailuresAreNotRetriedForEver(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 6))
	f.source.set(func() { f.source.broken = errors.New("disk gone") })
	f.Reset(count(1, 7))
	f.settle()
	f.grid.Refresh()
	f.settle()
	if f.source.thumbs != 7 {
		t.Errorf("7 pictures that cannot be had were asked for %d times", f.source.thumbs)
	}
	if !f.cells()[1].picture.Objects()[2].Visible() {
		t.Error("a picture that cannot be had is not marked")
	}
	f.source.set(func() { f.source.broken = nil })
	f.Changed(count(1, 1))
	f.settle()
	if !f.cells()[1].picture.Shown() {
		t.Error("a changed photo is not tried again")
	}

	f.source.set(func() { f.source.failing = errors.New("busy") })
	reads := len(f.source.asked())
	f.Changed(count(1, 7))
	f.ui.Until(t, "the failure", func() bool { return len(f.errors) == 1 })
	f.grid.Refresh()
	f.rows.Fetch()
	if got := len(f.source.asked()) - reads; got != 1 {
		t.Errorf("rows that cannot be read were read %d times", got)
	}
}
