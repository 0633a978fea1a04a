package widgets

import (
	"cmp"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Measures of what is drawn on a picture, in pixels of the window.
const (
	plateHeight = 22
	plateInset  = 3
	plateBadge  = 16
	plateAround = 2*plateInset + plateBadge // the badge and what is beside it
	leastLabel  = 24                        // of a label that is cut
	gripSide    = 9
	gripReach   = 8  // from the middle of a grip: where it is caught
	smallSide   = 36 // a region with a shorter side has grips at its corners only
)

// Colours on a picture are the same in every theme, as the picture is.
var (
	casingColor = color.NRGBA{A: 0x90}
	plateColor  = color.NRGBA{R: 0x1a, G: 0x1a, B: 0x1a, A: 0xe0}
	plateText   = color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}
)

// mark draws one region: an outline within a dark casing, which shows on any ground, and a plate with its badge and label.
type mark struct {
	casing, line *outline
	plate        *canvas.Rectangle
	badge        *StatusBadge
	label        *canvas.Text
}

func newMark() *mark {
	m := &mark{
		casing: newOutline(), line: newOutline(),
		plate: canvas.NewRectangle(plateColor), badge: NewStatusBadge(Badge{}), label: canvas.NewText("", plateText),
	}
	m.plate.CornerRadius = 4
	m.showPlate(false)
	return m
}

func (m *mark) outlines() []fyne.CanvasObject { return append(m.casing.objects(), m.line.objects()...) }

func (m *mark) plates() []fyne.CanvasObject {
	return []fyne.CanvasObject{m.plate, m.badge, m.label}
}

func (m *mark) showPlate(shown bool) {
	for _, o := range m.plates() {
		setShown(o, shown)
	}
}

func newGrip() *canvas.Rectangle {
	g := canvas.NewRectangle(plateText)
	g.StrokeColor, g.StrokeWidth, g.CornerRadius = plateColor, 1, 2
	g.Resize(fyne.NewSquareSize(gripSide))
	g.Hide()
	return g
}

// collect lists what is drawn: large regions below small ones, the selected one above them, and all plates above that.
func (p *Picture) collect() {
	n := min(len(p.regions), maxRegions)
	for len(p.marks) < n {
		p.marks = append(p.marks, newMark())
	}
	p.order = p.ordered(n)
	p.objects = append(p.objects[:0:0], p.raster)
	for _, i := range p.order {
		p.objects = append(p.objects, p.marks[i].outlines()...)
	}
	p.objects = append(p.objects, p.ghost.outlines()...)
	for _, i := range p.order {
		p.objects = append(p.objects, p.marks[i].plates()...)
	}
	for _, g := range p.grips {
		p.objects = append(p.objects, g)
	}
	p.objects = append(append(p.objects, p.ring.objects()...), p.ground)
	canvas.Refresh(p)
}

// ordered gives the places of the first n regions from the lowest to the uppermost.
func (p *Picture) ordered(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		ra, rb := p.regions[a], p.regions[b]
		if (ra.ID == p.selected) != (rb.ID == p.selected) {
			if ra.ID == p.selected {
				return 1
			}
			return -1
		}
		return cmp.Compare(rb.Area.W*rb.Area.H, ra.Area.W*ra.Area.H)
	})
	return order
}

// placeMarks puts every mark where its region is seen. The plates of the selected region and of large ones come first to
// their places, and the others go where they cover none of these.
func (p *Picture) placeMarks() {
	for _, i := range p.order {
		p.placeMark(p.marks[i], p.regions[i].Area, p.regions[i].Badge.Color, p.regions[i].ID == p.selected)
	}
	p.placeMark(p.ghost, p.draft, plateText, true)
	var taken []plateRoom
	if n := len(p.order); n > 0 {
		for _, i := range append([]int{p.order[n-1]}, p.order[:n-1]...) {
			taken = p.placePlate(p.marks[i], p.regions[i], taken)
		}
	}
	p.placeGrips()
	if p.focused {
		color, width := Ring(p)
		p.ring.place(fyne.Position{}, p.Size(), width, color, p.Size())
	} else {
		p.ring.hide()
	}
	p.ground.Refresh() // Fyne paints anew only for objects that it has painted before, and new marks are none of those
}

func (p *Picture) placeMark(m *mark, a Area, c color.Color, chosen bool) {
	if a.Empty() || p.pixels == nil {
		m.casing.hide()
		m.line.hide()
		return
	}
	thick := float32(1.5)
	if chosen {
		thick = 2.5
	}
	at, size := p.Place(a)
	m.casing.place(at.SubtractXY(1, 1), size.AddWidthHeight(2, 2), thick+2, casingColor, p.Size())
	m.line.place(at, size, thick, c, p.Size())
}

// placeGrips puts the grips onto the selected region.
func (p *Picture) placeGrips() {
	r := p.region(p.selected)
	for h, g := range p.grips {
		if r == nil || !p.grip(r.Area, handle(h)) {
			setShown(g, false)
			continue
		}
		at, room := p.gripAt(r.Area, handle(h)), p.Size()
		if setShown(g, at.X >= 0 && at.Y >= 0 && at.X <= room.Width && at.Y <= room.Height) {
			g.Move(at.SubtractXY(gripSide/2., gripSide/2.))
		}
	}
}

// grip tells whether an area has a grip there.
func (p *Picture) grip(a Area, h handle) bool {
	if !p.drawing || p.pixels == nil || a.Empty() {
		return false
	}
	_, size := p.Place(a)
	return h.corner() || min(size.Width, size.Height) >= smallSide
}

// gripAt is where the middle of a grip is.
func (p *Picture) gripAt(a Area, h handle) fyne.Position {
	at, size := p.Place(a)
	across, down := h.holds()
	return at.AddXY(size.Width*float32(1+across)/2, size.Height*float32(1+down)/2)
}

// setShown shows or hides what is not already, and returns what it was told.
func setShown(o fyne.CanvasObject, shown bool) bool {
	switch {
	case o.Visible() == shown:
	case shown:
		o.Show()
	default:
		o.Hide()
	}
	return shown
}
