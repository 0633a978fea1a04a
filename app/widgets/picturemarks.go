package widgets

import (
	"cmp"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Measures of what is drawn on a picture, in pixels of the window.
const (
	plateHeight = 22
	plateInset  = 3
	plateBadge  = 16
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

// mark draws one region: an outline on a dark casing, which shows on any ground, and a plate with its badge and label.
type mark struct {
	casing, line, plate *canvas.Rectangle
	badge               *StatusBadge
	label               *canvas.Text
}

func newMark() *mark {
	m := &mark{
		casing: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent),
		plate: canvas.NewRectangle(plateColor), badge: NewStatusBadge(Badge{}), label: canvas.NewText("", plateText),
	}
	m.casing.StrokeColor = casingColor
	m.plate.CornerRadius = 4
	return m
}

func (m *mark) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{m.casing, m.line, m.plate, m.badge, m.label}
}

func newGrip() *canvas.Rectangle {
	g := canvas.NewRectangle(plateText)
	g.StrokeColor, g.StrokeWidth, g.CornerRadius = plateColor, 1, 2
	g.Resize(fyne.NewSquareSize(gripSide))
	g.Hide()
	return g
}

// collect lists what is drawn: large regions below small ones, and the selected one with its grips above all.
func (p *Picture) collect() {
	n := min(len(p.regions), maxRegions)
	for len(p.marks) < n {
		p.marks = append(p.marks, newMark())
	}
	p.objects = append(p.objects[:0:0], p.raster)
	for _, i := range p.order() {
		p.objects = append(p.objects, p.marks[i].objects()...)
	}
	p.objects = append(p.objects, p.ghost.objects()...)
	for _, g := range p.grips {
		p.objects = append(p.objects, g)
	}
	p.objects = append(p.objects, p.ring)
	canvas.Refresh(p)
}

// order gives the places of the regions from the lowest to the uppermost.
func (p *Picture) order() []int {
	order := make([]int, min(len(p.regions), maxRegions))
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

// placeMarks puts every mark where its region is seen.
func (p *Picture) placeMarks() {
	for i := range min(len(p.regions), len(p.marks)) {
		p.placeMark(p.marks[i], p.regions[i], p.regions[i].ID == p.selected)
	}
	draft := Region{Area: p.draft, Badge: Badge{Shape: ShapeNone, Color: theme.ColorForWidget(theme.ColorNamePrimary, p)}}
	p.placeMark(p.ghost, draft, true)
	p.placeGrips()
	p.ring.Refresh() // so that Fyne paints what only moved
}

func (p *Picture) placeMark(m *mark, r Region, chosen bool) {
	at, size, seen := p.seenPart(r.Area)
	for _, o := range m.objects() {
		setShown(o, seen)
	}
	if !seen {
		return
	}
	thick := float32(1.5)
	if chosen {
		thick = 2.5
	}
	m.line.StrokeWidth, m.line.StrokeColor = thick, r.Badge.Color
	m.casing.StrokeWidth = thick + 2
	placeAt(m.casing, at.SubtractXY(1, 1), size.AddWidthHeight(2, 2))
	placeAt(m.line, at, size)
	p.placePlate(m, r, chosen || r.ID == p.hovered && r.ID != 0)
}

// placePlate puts the plate above the region's corner, or into it where there is no room above.
func (p *Picture) placePlate(m *mark, r Region, whole bool) {
	shown := r.Badge.Shape != ShapeNone
	for _, o := range []fyne.CanvasObject{m.plate, m.badge, m.label} {
		setShown(o, shown)
	}
	if !shown {
		return
	}
	corner, area := p.Place(r.Area)
	m.badge.SetBadge(r.Badge)
	m.label.TextSize = theme.SizeForWidget(theme.SizeNameCaptionText, p)
	m.label.Text = ""
	text := fyne.MeasureText(r.Label, m.label.TextSize, m.label.TextStyle)
	const around = 2*plateInset + plateBadge
	width := float32(around)
	if room := p.Size().Width - around - 3*plateInset; r.Label != "" && room > 24 && (whole || text.Width+around+2*plateInset <= area.Width) {
		m.label.Text = Ellipsis(r.Label, room, m.label.TextSize, m.label.TextStyle)
		width += m.label.MinSize().Width + 2*plateInset
	}
	at := fyne.NewPos(max(0, corner.X-1), corner.Y-plateHeight-2)
	if at.Y < 0 {
		at.Y = min(max(0, corner.Y+2), corner.Y+area.Height-plateHeight)
		at.X = max(0, corner.X+2)
	}
	at.X = max(0, min(at.X, p.Size().Width-width))
	placeAt(m.plate, at, fyne.NewSize(width, plateHeight))
	placeAt(m.badge, at.AddXY(plateInset, (plateHeight-plateBadge)/2), fyne.NewSquareSize(plateBadge))
	placeAt(m.label, at.AddXY(around, (plateHeight-text.Height)/2), fyne.NewSize(width-around, text.Height))
	m.label.Refresh()
}

// seenPart is where an area is in the widget, cut a little beyond its edges: outlines are not painted many times larger
// than the screen.
func (p *Picture) seenPart(a Area) (fyne.Position, fyne.Size, bool) {
	if a.Empty() || p.pixels == nil {
		return fyne.Position{}, fyne.Size{}, false
	}
	const beyond = 32
	at, size := p.Place(a)
	x1, y1 := max(-beyond, at.X), max(-beyond, at.Y)
	x2, y2 := min(p.Size().Width+beyond, at.X+size.Width), min(p.Size().Height+beyond, at.Y+size.Height)
	return fyne.NewPos(x1, y1), fyne.NewSize(x2-x1, y2-y1), x2 > x1 && y2 > y1
}

// placeGrips puts the grips onto the selected region.
func (p *Picture) placeGrips() {
	r := p.region(p.selected)
	for h, g := range p.grips {
		seen := r != nil && p.grip(r.Area, handle(h))
		if setShown(g, seen); seen {
			g.Move(p.gripAt(r.Area, handle(h)).SubtractXY(gripSide/2., gripSide/2.))
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

func placeAt(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size)
}

// setShown shows or hides what is not already.
func setShown(o fyne.CanvasObject, shown bool) {
	if o.Visible() == shown {
		return
	}
	if shown {
		o.Show()
	} else {
		o.Hide()
	}
}
