package loupe

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"waybill/app/widgets"
	"waybill/catalog"
)

// What is seen and what is only said look different, and neither is where it is
// not.
func TestVisibleAndReportedStandApart(t *testing.T) {
	f := newFixture(t, newMade())
	f.Show(1)
	f.settle()
	if f.strip.notice.Text == "" {
		t.Error("nobody says what to do with a photo without goods")
	}
	var changed, selected []int64
	f.OnChanged = func(id int64, r Rect) { changed = append(changed, id) }
	f.OnSelect = func(id int64) { selected = append(selected, id) }
	f.SetRegions(1, []Region{
		{ID: 1, Rect: Rect{X: .1, Y: .1, W: .3, H: .3}, Label: "tiles", Status: catalog.Sanctioned, Visible: true},
		{ID: 2, Label: "engine", Visible: true},
		{ID: 3, Label: "watch", Status: catalog.Suspected},
	})
	if got := f.chips(); !slices.Equal(got, []string{"engine", "“watch”"}) {
		t.Errorf("listed below: %q", got)
	}
	f.chip("engine").OnTap()
	if !strings.Contains(f.strip.notice.Text, "engine") || !slices.Equal(selected, []int64{2}) || f.Selected() != 2 {
		t.Errorf("%q, selected %v", f.strip.notice.Text, selected)
	}
	at, _ := f.side().picture.Place(Rect{X: .6, Y: .6, W: .3, H: .3})
	down := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	down.Position = at
	f.side().picture.MouseDown(down)
	drag := &fyne.DragEvent{}
	drag.Position = at.AddXY(60, 60)
	f.side().picture.Dragged(drag)
	f.side().picture.DragEnd()
	if !slices.Equal(changed, []int64{2}) || !slices.Equal(f.chips(), []string{"“watch”"}) {
		t.Errorf("marked %v, listed %q", changed, f.chips())
	}
	f.Lock()
	f.side().picture.MouseDown(down)
	f.side().picture.Dragged(drag)
	f.side().picture.DragEnd()
	if len(changed) != 1 {
		t.Error("a locked loupe changes something")
	}
}

func (f *fixture) chips() []string {
	var texts []string
	for _, o := range f.strip.flow.Objects {
		if c, ok := o.(*widgets.Chip); ok {
			texts = append(texts, c.Text())
		}
	}
	return texts
}

func (f *fixture) chip(text string) *widgets.Chip {
	for _, o := range f.strip.flow.Objects {
		if c, ok := o.(*widgets.Chip); ok && c.Text() == text {
			return c
		}
	}
	f.t.Fatalf("there is no %q", text)
	return nil
}

func TestSmallWindowsCutWhatSaysLeast(t *testing.T) {
	f := newFixture(t, newMade())
	f.SetList(ids(1, 213))
	f.Show(12)
	f.settle()
	for _, width := range []float32{800, 500, 330, 240, 160} {
		f.window.SetContent(container.NewWithoutLayout(f.Object()))
		f.Object().Resize(fyne.NewSize(width, 300))
		end := f.title.name.Position().X + f.title.name.Size().Width
		if f.title.info.Text != "" {
			end = f.title.info.Position().X + f.title.info.Size().Width
		}
		if f.title.zoom.Hidden {
			if width > 200 {
				t.Errorf("at %g the zoom is not told", width)
			}
			continue
		}
		if end > f.title.zoom.Position().X || f.title.zoom.Position().X+f.title.zoom.Size().Width > width {
			t.Errorf("at %g: %q, %q, %q", width, f.title.name.Text, f.title.info.Text, f.title.zoom.Text)
		}
	}
	f.Show(0)
	f.ui.Drain()
	if _, shown := f.Shown(); shown || f.side().picture.HasPicture() || f.title.name.Text != "" {
		t.Error("nothing is shown as something")
	}
}
