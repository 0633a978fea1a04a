package app

import "fyne.io/fyne/v2"

// frame puts objects around a middle one without any room between them, unlike
// Fyne's border layout. A part that is nil or hidden takes none.
type frame struct{ top, bottom, left, right, middle fyne.CanvasObject }

// framed is a container of the parts of a frame.
func framed(f frame) *fyne.Container {
	c := &fyne.Container{Layout: f}
	for _, o := range []fyne.CanvasObject{f.middle, f.top, f.bottom, f.left, f.right} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

func least(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

// MinSize implements fyne.Layout.
func (f frame) MinSize([]fyne.CanvasObject) fyne.Size {
	top, bottom, left, right, middle := least(f.top), least(f.bottom), least(f.left), least(f.right), least(f.middle)
	return fyne.NewSize(
		max(top.Width, bottom.Width, left.Width+middle.Width+right.Width),
		top.Height+bottom.Height+max(left.Height, middle.Height, right.Height))
}

// Layout implements fyne.Layout.
func (f frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, width, height float32) {
		if o != nil && o.Visible() {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(width, height))
		}
	}
	put(f.top, 0, 0, size.Width, least(f.top).Height)
	top := least(f.top).Height // now that a text that wraps knows its width
	put(f.top, 0, 0, size.Width, top)
	bottom := least(f.bottom).Height
	put(f.bottom, 0, size.Height-bottom, size.Width, bottom)
	height := max(0, size.Height-top-bottom)
	left, right := least(f.left).Width, least(f.right).Width
	put(f.left, 0, top, left, height)
	put(f.right, size.Width-right, top, right, height)
	put(f.middle, left, top, max(0, size.Width-left-right), height)
}
