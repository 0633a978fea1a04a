package widgets

import (
	"fmt"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// newRuledFixture makes a grid of n items, a thousand to a month.
func newRuledFixture(t testing.TB, n int, width, height float32) *gridFixture {
	f := newGridFixture(t, n, width, height)
	opts := f.opts
	opts.Ruler = &GridRuler{
		Marks: func() []Mark {
			var marks []Mark
			for at := 0; at < f.n; at += 1000 {
				m := at / 1000
				marks = append(marks, Mark{At: at, Label: fmt.Sprint("m", m), Major: m%12 == 0})
				if m%12 == 0 {
					marks[len(marks)-1].Label = strconv.Itoa(2000 + m/12)
				}
			}
			return marks
		},
		Label: func(i int) string { return fmt.Sprintf("%d of %d", i/1000%12+1, 2000+i/12_000) },
		Width: 40,
	}
	f.Grid = NewGrid(opts)
	f.window.SetContent(f.Grid)
	return f
}

// labels returns the labels shown by what they say.
func (r *ruler) labels() map[string]float32 {
	got := map[string]float32{}
	for _, t := range r.texts[:r.used] {
		got[t.Text] = t.Position().Y + t.Size().Height/2
	}
	return got
}

func TestRulerLabelsWhatHasRoom(t *testing.T) {
	f := newRuledFixture(t, 120_000, 492, 600) // ten years
	got := f.ruler.labels()
	for year := 2001; year < 2010; year++ {
		y, ok := got[fmt.Sprint(year)]
		if want := f.bar.middleAt(f.geo.markTop((year - 2000) * 12_000)); !ok || y < want-1 || y > want+1 {
			t.Errorf("%d is labelled at %g, want %g", year, y, want)
		}
	}
	for text, y := range got {
		for other, at := range got {
			if text != other && y-at < rulerRoom && at-y < rulerRoom {
				t.Errorf("%q at %g stands on %q at %g", text, y, other, at)
			}
		}
	}
	if len(got) < 15 || len(got) > 600/rulerRoom {
		t.Errorf("%d labels", len(got))
	}
	if f.geo.view.Width != 440 {
		t.Errorf("the cells have %g pixels", f.geo.view.Width)
	}
}

func TestRulerShowsOnlyWhatCanBeScrolled(t *testing.T) {
	f := newRuledFixture(t, 120_000, 492, 600)
	f.n = 12
	f.Refresh()
	if f.geo.view.Width != 480 || len(f.ruler.labels()) != 0 || f.ruler.Size().Width != 0 {
		t.Errorf("%g pixels for the cells, labels %v", f.geo.view.Width, f.ruler.labels())
	}
	f.n = 30_000
	f.Refresh()
	if f.geo.view.Width != 440 || len(f.ruler.labels()) < 3 {
		t.Errorf("%g pixels for the cells, labels %v", f.geo.view.Width, f.ruler.labels())
	}
	if f = newRuledFixture(t, 900, 492, 600); f.geo.view.Width != 480 {
		t.Errorf("with one mark there are %g pixels for the cells", f.geo.view.Width)
	}
}

func TestRulerSaysWhereTheThumbIs(t *testing.T) {
	f := newRuledFixture(t, 120_000, 492, 600)
	if f.ruler.large.Visible() {
		t.Error("it says so before the thumb is held")
	}
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(20, f.ruler.labels()["2005"])
	f.ruler.MouseDown(e)
	if got := f.Top(); got < 59_000 || got > 61_000 {
		t.Errorf("a press on 2005 leads to item %d", got)
	}
	if want := f.opts.Ruler.Label(f.Top()); !f.ruler.large.Visible() || f.ruler.large.Text != want {
		t.Errorf("it says %q, want %q", f.ruler.large.Text, want)
	}
	drag := &fyne.DragEvent{}
	drag.Position = fyne.NewPos(20, 10_000)
	f.ruler.Dragged(drag)
	if f.geo.top != f.geo.end() || f.ruler.large.Text != "12 of 2009" {
		t.Errorf("dragged to the end it says %q", f.ruler.large.Text)
	}
	if box, at := f.ruler.ground.Size(), f.ruler.ground.Position(); at.Y < 0 || at.Y+box.Height > 600 {
		t.Errorf("the label is at %v", at)
	}
	f.ruler.MouseUp(e)
	f.ruler.DragEnd()
	if f.ruler.large.Visible() {
		t.Error("it goes on saying so")
	}
	f.dragThumb(-10)
	if f.ruler.large.Visible() {
		t.Error("it goes on after the thumb was dragged")
	}
}
