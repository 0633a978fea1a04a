package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// FlowLayout puts objects side by side in their least size and begins a new row where the width ends, as words in a text.
//
// How high that is depends on the width, which Fyne asks for too late: MinSize speaks of the width of the last Layout, or of
// one row before that. A window notices in its next frame that the height has changed and lays out anew. Whoever paints
// without a window calls Refresh on the content once after resizing it.
type FlowLayout struct {
	Gap   float32 // between objects and between rows, in pixels
	width float32 // of the last Layout; 0 before
}

// NewFlow returns a container that wraps its objects into rows.
func NewFlow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&FlowLayout{Gap: gap}, objects...)
}

// HeightFor returns the height that the objects take in a width.
func (f *FlowLayout) HeightFor(width float32, objects []fyne.CanvasObject) float32 {
	return f.flow(width, objects, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// Layout implements fyne.Layout.
func (f *FlowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.flow(size.Width, objects, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

// MinSize is as wide as the widest object and as high as the rows were in the last Layout.
func (f *FlowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least, row float32
	for _, o := range objects {
		if o.Visible() {
			w := o.MinSize().Width
			least = max(least, w)
			row += w + f.Gap
		}
	}
	width := f.width
	if width == 0 {
		width = row
	}
	return fyne.NewSize(least, f.HeightFor(max(width, least), objects))
}

// flow says where each object goes and returns the height of all rows.
func (f *FlowLayout) flow(width float32, objects []fyne.CanvasObject, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	var x, y, height float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		size.Width = min(size.Width, max(width, 1))
		if x > 0 && x+size.Width > width {
			x, y, height = 0, y+height+f.Gap, 0
		}
		put(o, fyne.NewPos(x, y), size)
		x += size.Width + f.Gap
		height = max(height, size.Height)
	}
	return y + height
}
