package widgets

import "fyne.io/fyne/v2"

// TopWithin gives how far below the top of a container an object somewhere in it
// begins, in pixels. A driver tells that only of what was painted before, and this
// also of what was just made. ok is false when the object is not in the container.
func TopWithin(c *fyne.Container, o fyne.CanvasObject) (y float32, ok bool) {
	for _, child := range c.Objects {
		if child == o {
			return child.Position().Y, true
		}
		if inner, is := child.(*fyne.Container); is {
			if y, ok := TopWithin(inner, o); ok {
				return child.Position().Y + y, true
			}
		}
	}
	return 0, false
}

// HiddenWithin tells whether an object somewhere in a container is hidden, or in
// something that is.
func HiddenWithin(c *fyne.Container, o fyne.CanvasObject) bool {
	for _, child := range c.Objects {
		if child == o {
			return !o.Visible()
		}
		inner, is := child.(*fyne.Container)
		if !is {
			continue
		}
		if _, in := TopWithin(inner, o); in {
			return !inner.Visible() || HiddenWithin(inner, o)
		}
	}
	return false
}

// HeightAt gives an object a width and returns the height that it takes then,
// for text that wraps knows its height only with its width.
func HeightAt(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.Size().Height))
	return o.MinSize().Height
}
