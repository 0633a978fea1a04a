package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
)

// tone is how loud a text is.
type tone int

const (
	plain tone = iota
	muted
	strong
	alarming
)

// newText returns a text that wraps.
func newText(t tone) *widget.Label {
	l := widget.NewLabel("")
	l.Wrapping = fyne.TextWrapWord
	switch t {
	case muted:
		l.Importance, l.SizeName = widget.LowImportance, theme.SizeNameCaptionText
	case strong:
		l.TextStyle.Bold = true
	case alarming:
		l.Importance, l.SizeName = widget.WarningImportance, theme.SizeNameCaptionText
	}
	return l
}

// setText shows a text, or nothing in no space.
func setText(l *widget.Label, text string) {
	if l.Text != text {
		l.SetText(text)
	}
	setVisible(l, text != "")
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if o.Visible() == visible {
		return
	}
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// column puts objects below one another, close together where the gap is
// negative: Fyne's texts bring room of their own. It gives each its width before
// it asks for its height, so that texts that wrap get the height they need.
type column struct{ gap float32 }

func newColumn(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&column{look.Tight}, objects...)
}

// newTight returns a column of texts that belong together.
func newTight(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&column{-look.Space}, objects...)
}

// MinSize implements fyne.Layout.
func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			size.Width = max(size.Width, least.Width)
			size.Height += least.Height + c.gap
		}
	}
	size.Height = max(0, size.Height-c.gap)
	return size
}

// Layout implements fyne.Layout.
func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + c.gap
	}
}

// newDivider returns a thin line with room above it.
func newDivider() fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(look.Tight, 0, 0, 0), widget.NewSeparator())
}

// newSection puts a thin line and a heading over what belongs together.
func newSection(title string, objects ...fyne.CanvasObject) *fyne.Container {
	heading := newText(muted)
	heading.TextStyle.Bold = true
	heading.SetText(title)
	return container.New(&column{-look.Tight}, append([]fyne.CanvasObject{newDivider(), heading}, objects...)...)
}

// newSmallButton returns a quiet button with a symbol alone.
func newSmallButton(icon fyne.Resource, tapped func()) *widget.Button {
	b := widget.NewButtonWithIcon("", icon, tapped)
	b.Importance = widget.LowImportance
	return b
}

// Heights of pictures, in pixels.
const (
	pictureHeight = 220 // on top
	pairHeight    = 110 // of two side by side
)

// newPicture returns a place for a picture, which takes no room while it has none.
func newPicture() *canvas.Image {
	p := &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleFastest}
	p.Hide()
	return p
}

// frame shows a picture, fitted into its width, on the ground pictures lie on.
type frame struct {
	ground  *canvas.Rectangle
	picture *canvas.Image
	height  float32
}

func newFrame(p *canvas.Image, height float32) *fyne.Container {
	f := &frame{canvas.NewRectangle(nil), p, height}
	return container.New(f, f.ground, p)
}

// MinSize implements fyne.Layout.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(48, f.height) }

// Layout implements fyne.Layout.
func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	f.ground.FillColor = theme.Color(look.ColorNameWell)
	f.ground.Resize(size)
	f.picture.Resize(size)
}
