package versions

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"waybill/app/rows"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

func TestKeysLeadThroughGroupsAndVersions(t *testing.T) {
	f := newFixture(t, groupsOf(20, 3))
	f.Open()
	f.settle()
	f.Focus()
	f.expect(1)
	f.key(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	f.expect(3)
	f.key(fyne.KeyLeft)
	f.expect(2)
	f.key(fyne.KeyDown, fyne.KeyDown)
	f.expect(7)
	f.key(fyne.KeyUp, fyne.KeyLeft)
	f.expect(4)
	f.key(fyne.KeyEnd, fyne.KeyDown)
	f.expect(58)
	if r := f.rows()[19]; r == nil || !tilesOf(r)[0].focused() {
		t.Error("the group with the keyboard is out of sight")
	}
	f.key(fyne.KeyPageUp)
	f.expect(52)
	f.key(fyne.KeyHome, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyReturn)
	if want := [][]catalog.PhotoID{{7, 8, 9}}; len(f.shown) != 1 || !slices.Equal(f.shown[0], want[0]) {
		t.Errorf("shown are %v", f.shown)
	}
	test.Type(f.list, "i")
	f.key(fyne.KeyEscape)
	if f.left != 1 || string(f.runes) != "i" || f.chosen == 0 {
		t.Errorf("left %d times, typed %q, told %d selections", f.left, string(f.runes), f.chosen)
	}
}

func TestPointerChoosesAndOpens(t *testing.T) {
	f := newFixture(t, groupsOf(4, 3))
	f.Open()
	f.settle()
	second := tilesOf(f.rows()[1])[2]
	second.MouseDown(&desktop.MouseEvent{})
	f.expect(6)
	if f.window.Canvas().Focused() != fyne.Focusable(f.list) {
		t.Error("a click does not take the keyboard to the groups")
	}
	second.DoubleTapped(nil)
	test.Tap(f.rows()[0].open)
	if len(f.shown) != 2 || !slices.Equal(f.shown[0], []catalog.PhotoID{4, 5, 6}) || !slices.Equal(f.shown[1], []catalog.PhotoID{1, 2, 3}) {
		t.Errorf("shown are %v", f.shown)
	}
}

func TestOnlyWhatIsVisibleIsRead(t *testing.T) {
	source := groupsOf(30_000, 3)
	f := newFixture(t, source)
	begun := time.Now()
	f.Open()
	f.settle()
	f.key(fyne.KeyEnd)
	f.settle()
	f.check()
	if n := len(source.asked); n > 60 {
		t.Errorf("%d photos were read for two screens", n)
	}
	for i := range 200 {
		f.list.ScrollTo(i * 149)
	}
	f.settle()
	f.check()
	if n := len(source.asked); n > 2*rows.MaxFetch {
		t.Errorf("%d photos were read after a long way", n)
	}
	t.Logf("took %v", time.Since(begun))
}

// Rows are used for one group after another while photos and pictures of
// earlier ones are still on their way.
func TestLatePicturesDoNotLandInOtherRows(t *testing.T) {
	source := groupsOf(300, 4)
	f := newFixture(t, source)
	f.Open()
	f.settle()
	for range 12 {
		gate := make(chan struct{})
		source.set(func() { source.gate = gate })
		for range 5 {
			f.list.wheel(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -170)})
			f.ui.Drain()
			f.check()
		}
		close(gate)
		for range 20 {
			f.ui.Drain()
			f.check()
		}
	}
	f.settle()
	f.check()
	if from, _ := f.list.visible(); from < 50 {
		t.Errorf("the wheel led to group %d alone", from)
	}
}

func TestLongGroupsFollowTheKeyboard(t *testing.T) {
	f := newFixture(t, groupsOf(2, 200))
	f.Open()
	f.settle()
	row := f.rows()[0]
	shown := len(tilesOf(row)) - 1
	if row.before.Text != "" || row.after.Text != "+"+f.words.Count(199-shown) {
		t.Errorf("%q before, %q after, %d shown", row.before.Text, row.after.Text, shown)
	}
	for range 199 {
		f.key(fyne.KeyRight)
	}
	f.settle()
	f.check()
	tiles := tilesOf(f.rows()[0])
	if last := tiles[len(tiles)-1]; last.similar.Photo != 200 || !last.focused() || last.photo == nil {
		t.Errorf("the last tile shows photo %d", last.similar.Photo)
	}
	if row = f.rows()[0]; row.after.Text != "" || row.before.Text != "+"+f.words.Count(199-shown) {
		t.Errorf("%q before, %q after", row.before.Text, row.after.Text)
	}
	for _, width := range []float32{300, 520, 1400} {
		f.window.Resize(fyne.NewSize(width, 640))
		f.settle()
		f.check()
		for _, tile := range tilesOf(f.rows()[0]) {
			if right := tile.Position().X + tile.Size().Width; right > width || tile.Size().Width < 60 {
				t.Errorf("in %v pixels a tile of %v ends at %v", width, tile.Size().Width, right)
			}
		}
	}
}

func TestWhatToDoNextWithoutGroups(t *testing.T) {
	source := groupsOf(0, 0)
	f := newFixture(t, source)
	f.Open()
	if title, _ := f.note.Says(); title != f.words.T("versions.working") || !f.note.Working() {
		t.Errorf("meanwhile it says %q", title)
	}
	f.settle()
	if title, hint := f.note.Says(); title != "No two photos look alike" || !strings.Contains(hint, "Read all files again") || !f.head.unite.Hidden {
		t.Errorf("it says %q, %q", title, hint)
	}
	f.key(fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyPageDown)
	test.Type(f.list, "+")
	f.expect(0)
	f.OpenOf(5)
	f.settle()
	if title, _ := f.note.Says(); title != "No other photo looks like this one" {
		t.Errorf("of one photo it says %q", title)
	}
	source.set(func() { source.broken = &catalog.Error{Code: catalog.ErrCorrupt} })
	f.Open()
	f.ui.Until(t, "the failure is told", func() bool { return len(f.errs) == 1 })
	if title, _ := f.note.Says(); !errors.Is(f.errs[0], source.broken) || title != "The photos could not be compared" {
		t.Errorf("it says %q of %v", title, f.errs)
	}
	source.set(func() { source.broken, source.groups = nil, groupsOf(1, 2).groups })
	test.Tap(f.head.again)
	f.settle()
	if f.expect(1); f.note.Object().Visible() {
		t.Error("the note lies over the groups")
	}
}

func TestVersionsOfOnePhoto(t *testing.T) {
	source := groupsOf(3, 2)
	source.near = []workspace.Similar{{Photo: 9}, {Photo: 4, Distance: 1}, {Photo: 8, Distance: 5}}
	f := newFixture(t, source)
	f.OpenOf(7)
	f.settle()
	var texts []string
	for _, tile := range tilesOf(f.rows()[0]) {
		texts = append(texts, tile.relation.Text)
	}
	if want := []string{"This photo", "looks the same", "differs by 1 of 64", "differs by 5 of 64"}; !slices.Equal(texts, want) {
		t.Errorf("the tiles say %q", texts)
	}
	if f.head.title.Text != "Versions of P-000007" || !strings.HasPrefix(f.head.count.Text, "4 photos") {
		t.Errorf("the head says %q, %q", f.head.title.Text, f.head.count.Text)
	}
	f.key(fyne.KeyRight, fyne.KeyRight)
	f.expect(4)
	f.Open() // photo 4 is there too
	f.settle()
	if f.head.title.Text != "Photos that look alike" || f.head.count.Text[:19] != "3 groups of 6 photo" {
		t.Errorf("the head says %q, %q", f.head.title.Text, f.head.count.Text)
	}
}

// Of two questions the answer to the first may come last.
func TestLastQuestionIsAnswered(t *testing.T) {
	source := groupsOf(3, 2)
	source.near = []workspace.Similar{{Photo: 9}}
	f := newFixture(t, source)
	f.Open()
	f.OpenOf(7)
	f.Open()
	f.OpenOf(7)
	f.settle()
	f.ui.Drain()
	if f.expect(7); len(f.groups) != 1 {
		t.Errorf("there are %d groups", len(f.groups))
	}
}

func TestButtonsLoseTheKeyboardWithTheirGroup(t *testing.T) {
	f := newFixture(t, groupsOf(200, 3))
	f.Open()
	f.settle()
	f.window.Canvas().Focus(f.rows()[0].unite)
	for range 40 {
		f.list.wheel(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -170)})
		f.settle()
		if b := f.window.Canvas().Focused(); b == fyne.Focusable(f.list) {
			return
		}
	}
	t.Errorf("the keyboard is still at %T", f.window.Canvas().Focused())
}
