package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Mark names a place in a list: from an item on.
type Mark struct {
	At    int // index of the first item
	Label string
	Major bool // it is labelled before others
}

// GridRuler says what stands beside the scrollbar. All are required.
type GridRuler struct {
	Marks func() []Mark          // in the order of the items; fewer than two: no ruler
	Label func(index int) string // where in the list an item is, shown while the scrollbar is held; "" for nothing
	Width float32                // of the ruler, in pixels
}

const (
	rulerRoom   = 18 // from one label to the next at least, in pixels
	bubbleInset = 8
)

// ruler is the strip beside the scrollbar: labels that say where in the list one comes when the middle of the thumb is
// brought there, as many as have room, and while the thumb is held a larger one that says where it is.
type ruler struct {
	widget.BaseWidget
	grid    *Grid
	marks   []Mark
	needed  bool // there is something to scroll
	texts   []*canvas.Text
	used    int
	laidFor [4]float64 // the track, the length and the view that the labels stand for, and the number of marks

	held   bool
	ground *canvas.Rectangle // of the larger label
	large  *canvas.Text
}

func newRuler(g *Grid) *ruler {
	r := &ruler{grid: g, ground: canvas.NewRectangle(nil), large: canvas.NewText("", nil)}
	r.ground.CornerRadius = 6
	r.large.TextStyle.Bold = true
	r.ground.Hide()
	r.large.Hide()
	r.ExtendBaseWidget(r)
	r.read()
	return r
}

// read takes the marks anew.
func (r *ruler) read() {
	if o := r.grid.opts.Ruler; o != nil {
		r.marks, r.laidFor = o.Marks(), [4]float64{}
	}
}

// hold shows the larger label while the thumb is held.
func (r *ruler) hold(on bool) {
	r.held = on && r.grid.opts.Ruler != nil
	r.place()
}

// place brings the labels to where they belong.
func (r *ruler) place() {
	g := r.grid
	if g.opts.Ruler == nil {
		return
	}
	if now := [4]float64{float64(g.Size().Height), g.geo.length(), float64(g.geo.view.Height), float64(len(r.marks))}; now != r.laidFor {
		r.laidFor = now
		r.layLabels()
		r.Refresh()
	}
	width := float32(0)
	if r.needed {
		width = g.opts.Ruler.Width
	}
	r.Move(fyne.NewPos(g.Size().Width-scrollbarWidth-width, 0))
	r.Resize(fyne.NewSize(width, g.Size().Height))
	r.placeLarge()
}

// layLabels chooses the marks that have room for a label: first the major ones.
func (r *ruler) layLabels() {
	r.used = 0
	if r.needed {
		taken := make([]bool, int(r.grid.Size().Height)+2*rulerRoom) // the middles of labels
		for _, major := range []bool{true, false} {
			for _, m := range r.marks {
				if m.Major == major && m.Label != "" {
					r.lay(m, taken)
				}
			}
		}
	}
	for _, t := range r.texts[r.used:] {
		t.Hide()
	}
}

// lay labels a mark unless another label stands too near.
func (r *ruler) lay(m Mark, taken []bool) {
	y := r.grid.bar.middleAt(r.grid.geo.markTop(m.At))
	if y < rulerRoom/2 || y > r.grid.Size().Height-rulerRoom/2 {
		return
	}
	at := int(y) + rulerRoom
	if slices.Contains(taken[at-rulerRoom+1:at+rulerRoom], true) {
		return
	}
	taken[at] = true
	if r.used == len(r.texts) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	t := r.texts[r.used]
	r.used++
	t.TextSize, t.TextStyle.Bold, t.Alignment = theme.SizeForWidget(theme.SizeNameCaptionText, r), m.Major, fyne.TextAlignTrailing
	t.Text = Ellipsis(m.Label, r.grid.opts.Ruler.Width-2, t.TextSize, t.TextStyle)
	height := t.MinSize().Height
	t.Move(fyne.NewPos(0, y-height/2))
	t.Resize(fyne.NewSize(r.grid.opts.Ruler.Width-2, height))
	t.Show()
}

// placeLarge shows where the thumb is, beside it.
func (r *ruler) placeLarge() {
	text := ""
	if r.held && r.grid.geo.count > 0 {
		text = r.grid.opts.Ruler.Label(r.grid.Top())
	}
	if text == "" {
		r.ground.Hide()
		r.large.Hide()
		return
	}
	r.large.Text = text
	size := r.large.MinSize()
	box := size.AddWidthHeight(2*bubbleInset, bubbleInset)
	y := min(max(0, r.grid.bar.thumbTop()+r.grid.bar.thumbHeight()/2-box.Height/2), max(0, r.Size().Height-box.Height))
	at := fyne.NewPos(r.Size().Width-box.Width-4, y)
	r.ground.Move(at)
	r.ground.Resize(box)
	r.large.Move(at.AddXY(bubbleInset, bubbleInset/2))
	r.large.Resize(size)
	r.ground.Show()
	r.large.Show()
	r.large.Refresh()
}

// MouseDown goes to the place that was pressed.
func (r *ruler) MouseDown(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary {
		r.grid.bar.catchMiddle(e.Position.Y)
	}
}

// MouseUp lets the thumb go.
func (r *ruler) MouseUp(*desktop.MouseEvent) { r.grid.bar.release() }

// Dragged moves the thumb with the pointer.
func (r *ruler) Dragged(e *fyne.DragEvent) { r.grid.bar.Dragged(e) }

// DragEnd lets the thumb go.
func (r *ruler) DragEnd() { r.grid.bar.release() }

// CreateRenderer implements fyne.Widget.
func (r *ruler) CreateRenderer() fyne.WidgetRenderer { return &rulerRenderer{r} }

type rulerRenderer struct{ ruler *ruler }

func (r *rulerRenderer) Layout(fyne.Size)   {}
func (r *rulerRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *rulerRenderer) Destroy()           {}

func (r *rulerRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(r.ruler.texts)+2)
	for _, t := range r.ruler.texts {
		objects = append(objects, t)
	}
	return append(objects, r.ruler.ground, r.ruler.large)
}

func (r *rulerRenderer) Refresh() {
	for _, t := range r.ruler.texts {
		t.Color = theme.ColorForWidget(theme.ColorNamePlaceHolder, r.ruler)
	}
	r.ruler.ground.FillColor = theme.ColorForWidget(theme.ColorNameForeground, r.ruler)
	r.ruler.large.Color = theme.ColorForWidget(theme.ColorNameBackground, r.ruler)
	r.ruler.large.TextSize = theme.SizeForWidget(theme.SizeNameText, r.ruler)
	canvas.Refresh(r.ruler)
}
