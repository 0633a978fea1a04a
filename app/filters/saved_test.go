package filters

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// kept is a catalogue's saved searches, of which each finds as many photos as its
// text has letters.
type kept struct {
	mu      sync.Mutex
	list    []catalog.SavedSearch
	counted []string
	grown   int
}

func (k *kept) Searches(context.Context) ([]catalog.SavedSearch, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return slices.Clone(k.list), nil
}

func (k *kept) Count(_ context.Context, q catalog.Query) (int, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	text := q.String()
	k.counted = append(k.counted, text)
	if strings.Contains(text, "gone") {
		return 0, &catalog.QueryError{Token: "gone", Reason: catalog.QueryUnknownName}
	}
	return len(text) + k.grown, nil
}

func (k *kept) times() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return len(k.counted)
}

func newKept(n int) *kept {
	k := &kept{}
	for i := range n {
		k.list = append(k.list, catalog.SavedSearch{Name: fmt.Sprintf("search %03d", i), Query: fmt.Sprintf("item:%03d", i)})
	}
	return k
}

func TestSavedSearchesAreCountedWhereTheyAreSeen(t *testing.T) {
	k := newKept(300)
	f := newFixture(t, counts(nil))
	f.Keep(k)
	f.queue.Until(t, "those that are shown are counted", func() bool { return k.times() == atFirst+1 && len(f.saved.under) == 0 })
	if got := f.Shown(); len(got) != atFirst+1 || got[0] != "search 000 8" || got[atFirst] != "Bin 10" {
		t.Fatalf("it shows %q", got)
	}
	f.saved.searches.unfold(20)
	f.queue.Until(t, "so are the others that come", func() bool { return k.times() == 21 && len(f.saved.under) == 0 })
	f.saved.searches.fold(true)
	k.mu.Lock()
	k.counted, k.grown = nil, 5
	k.mu.Unlock()
	f.Recount()
	f.queue.Until(t, "what is folded is not counted", func() bool { return k.times() == 1 && len(f.saved.under) == 0 && f.Shown()[0] == "Bin 15" })
	f.saved.searches.fold(false)
	f.queue.Until(t, "what is unfolded is", func() bool { return k.times() == 21 && f.Shown()[0] == "search 000 13" })
}

func TestSavedSearchIsPickedAndMarked(t *testing.T) {
	k := &kept{list: []catalog.SavedSearch{{Name: "냉장고", Query: "품목:냉장고"}, {Name: "wrong", Query: "item:gone"}, {Name: "torn", Query: `"`}}}
	f := newFixture(t, counts(nil))
	f.follow = true
	f.Keep(k)
	f.queue.Until(t, "they are counted", func() bool { return len(f.saved.counts) == 4 })
	if got := f.Shown(); !slices.Equal(got, []string{"냉장고 14", "wrong !", "torn !", "Bin 10"}) {
		t.Fatalf("it shows %q", got)
	}
	f.row("냉장고").Tapped(nil)
	f.row("Bin").TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	f.row("Bin").TypedRune('-') // gives no role to what is no value
	f.row("Bin").Tapped(nil)
	if want := []string{"item:냉장고", "is:removed", ""}; !slices.Equal(f.picks, want) {
		t.Errorf("picked are %q, want %q", f.picks, want)
	}
	f.search("item:냉장고")
	if got := f.Shown(); got[0] != "*냉장고 14" {
		t.Errorf("it shows %q", got)
	}
	f.row("torn").Tapped(nil)
	if len(f.errs) != 1 {
		t.Errorf("a query that cannot be read says %v", f.errs)
	}
}

func TestSavedSearchKeys(t *testing.T) {
	f := newFixture(t, counts(nil))
	f.Keep(newKept(2))
	var done []string
	f.OnRename = func(s catalog.SavedSearch) { done = append(done, "rename "+s.Name) }
	f.OnDelete = func(s catalog.SavedSearch) { done = append(done, "delete "+s.Name) }
	f.OnMenu = func(s catalog.SavedSearch, _ fyne.Position) { done = append(done, "menu "+s.Name) }
	f.queue.Until(t, "they are listed", func() bool { return len(f.Shown()) == 3 })
	r := f.row("search 001")
	for _, key := range []fyne.KeyName{fyne.KeyF2, fyne.KeyDelete, fyne.KeyBackspace} {
		r.TypedKey(&fyne.KeyEvent{Name: key})
	}
	r.TappedSecondary(&fyne.PointEvent{})
	f.row("Bin").TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	f.row("Bin").TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	f.row("Bin").TappedSecondary(&fyne.PointEvent{})
	if want := []string{"rename search 001", "delete search 001", "menu search 001"}; !slices.Equal(done, want) {
		t.Errorf("done is %q", done)
	}
	f.window.Canvas().Focus(f.row("search 000"))
	f.row("search 000").TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	f.row("search 001").TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if f.focused != f.row("Bin") {
		t.Error("the arrows do not lead to the bin")
	}
}

// unread cannot be read.
type unread struct{ *kept }

func (unread) Searches(context.Context) ([]catalog.SavedSearch, error) {
	return nil, errors.New("no")
}

func TestSavedSearchesThatCannotBeRead(t *testing.T) {
	f := newFixture(t, counts(nil))
	f.Keep(unread{newKept(1)})
	f.queue.Until(t, "it is told", func() bool { return len(f.errs) == 1 })
}
