package gallery

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

const (
	captionLeast = 48 // what a caption keeps before the quiet signs give way, pixels
	plateInset   = 3  // around what stands on a picture
)

// middle puts an object of its own height into the line that begins at a place.
func middle(o fyne.CanvasObject, at fyne.Position, width float32) {
	height := o.MinSize().Height
	o.Resize(fyne.NewSize(width, height))
	o.Move(fyne.NewPos(at.X, at.Y+(stripSide-height)/2))
}

// layoutStrip puts the line below the picture: badge, count, time or name, signs.
func (c *cell) layoutStrip(at fyne.Position, width float32) {
	left, right := at.X, at.X+width
	c.badge.Resize(fyne.NewSquareSize(stripSide))
	c.badge.Move(at)
	left += stripSide + stripSpace
	if c.count.Text != "" {
		w := c.count.MinSize().Width
		middle(c.count, fyne.NewPos(left, at.Y), w)
		left += w + stripSpace
	}
	for _, sign := range []fyne.CanvasObject{c.problem, c.warning} {
		if sign.Visible() {
			right -= stripSide
			sign.Resize(fyne.NewSquareSize(stripSide))
			sign.Move(fyne.NewPos(right, at.Y))
			right -= stripSpace
		}
	}
	for _, m := range []*mark{c.twins, c.pin} {
		m.put(fyne.NewPos(right-stripSide, at.Y), stripSide, right-stripSide-left >= captionLeast)
		if m.shown() {
			right -= stripSide
		}
	}
	c.caption.Text = c.line(right - left)
	middle(c.caption, fyne.NewPos(left, at.Y), max(0, right-left))
}

// layoutPlate puts the same without time or name onto the lower left of the
// picture.
func (c *cell) layoutPlate(at fyne.Position, size fyne.Size) {
	x, y := at.X+2*plateInset, at.Y+size.Height-stripSide-2*plateInset
	put := func(width float32, place func(at fyne.Position)) {
		place(fyne.NewPos(x, y))
		x += width + plateInset
	}
	square := func(o fyne.CanvasObject) func(fyne.Position) {
		return func(at fyne.Position) {
			o.Resize(fyne.NewSquareSize(stripSide))
			o.Move(at)
		}
	}
	if c.badge.Visible() {
		put(stripSide, square(c.badge))
	}
	if c.count.Text != "" {
		w := c.count.MinSize().Width
		put(w, func(at fyne.Position) { middle(c.count, at, w) })
	}
	for _, sign := range []fyne.CanvasObject{c.warning, c.problem} {
		if sign.Visible() {
			put(stripSide, square(sign))
		}
	}
	for _, m := range []*mark{c.pin, c.twins} {
		if m.put(fyne.NewPos(x, y), stripSide, true); m.shown() {
			x += stripSide + plateInset
		}
	}
	c.plate.Hidden = x == at.X+2*plateInset
	c.plate.Move(fyne.NewPos(at.X+plateInset, y-plateInset))
	c.plate.Resize(fyne.NewSize(x-at.X-plateInset, stripSide+2*plateInset))
	c.caption.Text = ""
}

// paintStrip gives the badge, the count and the signs their look. Without
// captions a photo of which nothing is said shows its picture alone.
func (c *cell) paintStrip() {
	p := c.photo
	c.badge.Hidden, c.problem.Hidden = p == nil, p == nil || p.Problem == ""
	c.warning.Hidden, c.plate.Hidden = p == nil || len(p.Warnings) == 0, true
	c.count.Text = ""
	if p != nil {
		c.warning.SetBadge(widgets.Caution())
		c.badge.SetBadge(look.Status(p.Status, look.Variant()))
		c.badge.Hidden = !c.view.captions && p.Status == catalog.NotAssessed && len(p.Observations) == 0
		c.count.Text = c.view.words.GoodsCount(p)
	}
	c.count.Color = theme.ColorForWidget(theme.ColorNameForeground, c)
	quiet := theme.ColorForWidget(theme.ColorNamePlaceHolder, c)
	c.caption.Color = quiet
	if c.selected {
		c.caption.Color = c.count.Color
	}
	c.pin.paint(quiet, p != nil && (p.Where != nil || p.Latitude != nil))
	c.twins.paint(quiet, p != nil && c.view.alike.has(p.ID))
	c.plate.FillColor = veiled(theme.ColorForWidget(theme.ColorNameBackground, c))
	c.count.TextSize = theme.SizeForWidget(theme.SizeNameCaptionText, c)
	c.caption.TextSize = c.count.TextSize
}

// veiled is a colour through which a picture is seen a little.
func veiled(c color.Color) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = 0xdd
	return n
}
