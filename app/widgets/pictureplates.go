package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// plateRoom is where a plate is.
type plateRoom struct {
	at    fyne.Position
	width float32
}

func (r plateRoom) covers(o plateRoom) bool {
	return r.at.X < o.at.X+o.width && o.at.X < r.at.X+r.width && abs32(r.at.Y-o.at.Y) < plateHeight
}

// placePlate puts the plate at a corner of its region, and adds its room to those that are taken.
func (p *Picture) placePlate(m *mark, r Region, taken []plateRoom) []plateRoom {
	corner, size := p.Place(r.Area)
	seen := !r.Area.Empty() && p.pixels != nil && r.Badge.Shape != ShapeNone &&
		corner.X < p.Size().Width && corner.Y < p.Size().Height && corner.X+size.Width > 0 && corner.Y+size.Height > 0
	m.showPlate(seen)
	if !seen {
		return taken
	}
	m.badge.SetBadge(r.Badge)
	whole := r.ID == p.selected || r.ID == p.hovered
	width := p.fillPlate(m, r.Label, whole, size.Width)
	rooms := p.plateRooms(corner, size, width)
	room := rooms[0]
	for _, candidate := range rooms {
		if !slices.ContainsFunc(taken, candidate.covers) {
			room = candidate
			break
		}
	}
	put := func(o fyne.CanvasObject, dx, dy, width, height float32) {
		o.Move(room.at.AddXY(dx, dy))
		o.Resize(fyne.NewSize(width, height))
	}
	text := m.label.MinSize()
	put(m.plate, 0, 0, width, plateHeight)
	put(m.badge, plateInset, (plateHeight-plateBadge)/2, plateBadge, plateBadge)
	put(m.label, plateAround, (plateHeight-text.Height)/2, width-plateAround, text.Height)
	return append(taken, room)
}

// fillPlate writes the label where there is room above the region, or wherever when it shall be whole. It returns how wide
// the plate is.
func (p *Picture) fillPlate(m *mark, label string, whole bool, regionWidth float32) float32 {
	m.label.TextSize = theme.SizeForWidget(theme.SizeNameCaptionText, p)
	style, size := m.label.TextStyle, m.label.TextSize
	text := ""
	room := p.Size().Width - plateAround - 2*plateInset
	if needed := fyne.MeasureText(label, size, style).Width + plateAround + 2*plateInset; room > leastLabel && (whole || needed <= regionWidth) {
		text = Ellipsis(label, room, size, style)
	}
	if m.label.Text != text {
		m.label.Text = text
		m.label.Refresh()
	}
	if text == "" {
		return plateAround
	}
	return plateAround + fyne.MeasureText(text, size, style).Width + 2*plateInset
}

// plateRooms are the places of a plate of some width, the best first: above the region's left or right corner, below, or
// inside where there is nothing else.
func (p *Picture) plateRooms(corner fyne.Position, size fyne.Size, width float32) []plateRoom {
	room := p.Size()
	hold := func(x, y float32) plateRoom {
		return plateRoom{fyne.NewPos(max(0, min(x, room.Width-width)), max(0, min(y, room.Height-plateHeight))), width}
	}
	above, below := corner.Y-plateHeight-2, corner.Y+size.Height+2
	leftX, rightX := corner.X-1, corner.X+size.Width+1-width
	var rooms []plateRoom
	if above >= 0 {
		rooms = append(rooms, hold(leftX, above), hold(rightX, above))
	}
	inside := hold(leftX+3, corner.Y+3)
	if above < 0 && size.Height > 2*plateHeight {
		rooms = append(rooms, inside)
	}
	if below <= room.Height-plateHeight {
		rooms = append(rooms, hold(leftX, below), hold(rightX, below))
	}
	return append(rooms, inside)
}
