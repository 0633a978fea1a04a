package loupe

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"waybill/catalog"
)

// two shows photos 3 and 4 of nine side by side.
func two(t *testing.T) (*fixture, *made) {
	t.Helper()
	source := newMade()
	f := newFixture(t, source)
	f.window.Resize(fyne.NewSize(1200, 700))
	f.SetList(ids(1, 9))
	f.ShowTwo(3, 4)
	f.Focus()
	f.settle()
	if !f.Two() || !slices.Equal(f.Both(), []catalog.PhotoID{3, 4}) {
		t.Fatalf("shown are %v", f.Both())
	}
	return f, source
}

func (f *fixture) wheel(s *side, at fyne.Position, notches float32) {
	e := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25*notches)}
	e.Position = at
	s.picture.Scrolled(e)
}

// place is where the middle of a picture is seen.
func (s *side) place() fyne.Position {
	at, size := s.picture.Place(Rect{X: .5, Y: .5, W: .25, H: .25})
	return at.AddXY(size.Width, size.Height)
}

func near(a, b fyne.Position) bool { d := a.Subtract(b); return max(d.X, -d.X, d.Y, -d.Y) <= 1.5 }

func TestTwoAreZoomedTogether(t *testing.T) {
	f, _ := two(t)
	left, right := f.sides[0], f.sides[1]
	if !near(left.place(), right.place()) {
		t.Errorf("whole, they are at %v and %v", left.place(), right.place())
	}
	f.wheel(right, fyne.NewPos(100, 200), 9) // that without the keyboard leads, too
	if scale, whole := left.picture.Zoom(); whole || !near(left.place(), right.place()) || scale == 0 {
		t.Errorf("at %g they are at %v and %v", scale, left.place(), right.place())
	}
	f.settle()
	if left.best.size != whole || right.best.size != whole {
		t.Errorf("zoomed in, they are shown from %v and %v", left.best, right.best)
	}
	drag := func(s *side, from, to fyne.Position) {
		down := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		down.Position = from
		s.picture.MouseDown(down)
		e := &fyne.DragEvent{}
		e.Position = to
		s.picture.Dragged(e)
		s.picture.DragEnd()
	}
	drag(left, fyne.NewPos(300, 300), fyne.NewPos(250, 340))
	if !near(left.place(), right.place()) {
		t.Errorf("panned, they are at %v and %v", left.place(), right.place())
	}
	f.wheel(left, fyne.NewPos(200, 200), 60)
	if a, _ := left.picture.Zoom(); a != 4 {
		t.Errorf("the furthest zoom is %g", a)
	}
	before := right.place()
	f.Unlink()
	f.wheel(left, fyne.NewPos(200, 200), -3)
	if f.Linked() || right.place() != before || near(left.place(), before) {
		t.Errorf("apart, they are at %v and %v", left.place(), right.place())
	}
	f.Unlink()
	if !near(left.place(), right.place()) {
		t.Errorf("together again, they are at %v and %v", left.place(), right.place())
	}
}

// The photo that takes the place of one of two shows what the other one does.
func TestTheNextOfTwoIsZoomedLikeTheOther(t *testing.T) {
	f, _ := two(t)
	f.wheel(f.sides[1], fyne.NewPos(100, 200), 9)
	f.key(fyne.KeyPageUp)
	f.settle()
	if got := f.Both(); !slices.Equal(got, []catalog.PhotoID{2, 4}) || !near(f.sides[0].place(), f.sides[1].place()) {
		t.Errorf("%v are at %v and %v", got, f.sides[0].place(), f.sides[1].place())
	}
	f.window.Resize(fyne.NewSize(900, 650))
	if !near(f.sides[0].place(), f.sides[1].place()) {
		t.Errorf("in a smaller window they are at %v and %v", f.sides[0].place(), f.sides[1].place())
	}
	f.window.Resize(fyne.NewSize(500, 900))
	if a, b := f.sides[0].box.box, f.sides[1].box.box; b.Position().Y < a.Size().Height || a.Size() != b.Size() || a.Size().Width != 500 {
		t.Errorf("in a high window they are at %v and %v", a.Size(), b.Position())
	}
}

// Arrows, regions and what is told are for the photo with the keyboard, which has
// a frame.
func TestOneOfTwoHasTheKeyboard(t *testing.T) {
	f, _ := two(t)
	framed := func(want catalog.PhotoID) {
		t.Helper()
		id, _ := f.Shown()
		for _, s := range f.sides {
			if s.box.frame.Visible() != (s.shown == want) {
				t.Errorf("photo %d has a frame: %v", s.shown, s.box.frame.Visible())
			}
		}
		if id != want || f.window.Canvas().Focused() != fyne.Focusable(f.side().picture) {
			t.Errorf("photo %d has the keyboard, want %d", id, want)
		}
	}
	framed(3)
	f.key(fyne.KeyTab)
	framed(4)
	if !slices.Equal(f.shows, []catalog.PhotoID{4}) {
		t.Errorf("told %v", f.shows)
	}
	f.key(fyne.KeyLeft) // past the other one
	framed(2)
	f.key(fyne.KeyRight)
	framed(4)
	f.key(fyne.KeyTab)
	framed(3)
	f.key(fyne.KeyEnd)
	framed(9)
	f.settle()
	down := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	down.Position = fyne.NewPos(2, 2)
	f.other().picture.MouseDown(down)
	f.side().picture.MouseUp(down)
	framed(4)
	f.SetRegions(9, []Region{{ID: 5, Rect: Rect{X: .1, Y: .1, W: .2, H: .2}, Label: "tiles", Visible: true}})
	f.SetRegions(7, []Region{{ID: 6, Label: "of another photo", Visible: true}})
	if n := len(f.other().picture.Regions()); n != 1 || len(f.side().picture.Regions()) != 0 {
		t.Errorf("%d regions in the one, %v in the other", n, f.side().picture.Regions())
	}
	f.key(fyne.KeyEscape)
	if f.Two() || f.left != 0 || !slices.Equal(f.Both(), []catalog.PhotoID{4}) {
		t.Errorf("Escape leaves %v, left %d times", f.Both(), f.left)
	}
	if f.side().box.frame.Visible() || f.other().box.box.Visible() || f.other().picture.HasPicture() {
		t.Error("the other one is still there")
	}
	f.key(fyne.KeyEscape)
	if f.left != 1 {
		t.Error("the second Escape does not lead back")
	}
}

func TestSideBySide(t *testing.T) {
	f := newFixture(t, newMade())
	f.SetList(ids(1, 3))
	f.Show(3)
	f.settle()
	f.SideBySide() // the last one
	if !slices.Equal(f.Both(), []catalog.PhotoID{3, 2}) {
		t.Errorf("beside the last one: %v", f.Both())
	}
	f.settle()
	f.Switch()
	f.SideBySide()
	if f.Two() || !slices.Equal(f.Both(), []catalog.PhotoID{2}) {
		t.Errorf("left are %v", f.Both())
	}
	f.settle()
	best := f.side().best
	f.SideBySide()
	if !slices.Equal(f.Both(), []catalog.PhotoID{2, 3}) || f.sides[0].best != best {
		t.Errorf("the one that was shown stands first, as sharp as before: %v, %v", f.Both(), f.sides[0].best)
	}
	f.settle()
	if !strings.Contains(f.sides[1].head.info.Text, "3 of 3") || !strings.Contains(f.sides[1].head.name.Text, "P-000003") {
		t.Errorf("above it stands %q, %q", f.sides[1].head.name.Text, f.sides[1].head.info.Text)
	}
	f.Show(1)
	if f.Two() || !slices.Equal(f.Both(), []catalog.PhotoID{1}) {
		t.Errorf("shown are %v", f.Both())
	}
	f.SetList([]catalog.PhotoID{1})
	f.SideBySide()
	if f.Two() {
		t.Error("one photo stands beside itself")
	}
}
