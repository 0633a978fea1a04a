package loupe

import "fyne.io/fyne/v2"

// leastWithFilm is how high the loupe is, in pixels, from where on there is room
// for the film strip.
const leastWithFilm = 360

// stacked puts a line above and two below what stands in the middle, without any
// room between them.
type stacked struct{ view *View }

// MinSize implements fyne.Layout: everything can be cut.
func (stacked) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 160) }

// Layout implements fyne.Layout.
func (s stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	line := func(o fyne.CanvasObject) float32 {
		if !o.Visible() {
			return 0
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height // of what wraps, now that it has its width
		o.Resize(fyne.NewSize(size.Width, height))
		return height
	}
	shown(objects[3], size.Height >= leastWithFilm && len(s.view.ids) > 1)
	above, below, film := line(objects[0]), min(line(objects[2]), size.Height/3), line(objects[3])
	objects[1].Move(fyne.NewPos(0, above))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-above-below-film)))
	objects[2].Move(fyne.NewPos(0, size.Height-film-below))
	objects[3].Move(fyne.NewPos(0, size.Height-film))
}
