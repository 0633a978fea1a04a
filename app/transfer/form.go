package transfer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

// field is a control with its name above and, below, a hint or what is wrong
// with what was entered.
type field struct {
	box  *fyne.Container
	name *widget.Label
	hint *widget.Label
	base string // the hint while nothing is wrong
	bad  bool
}

func newField(name string, control fyne.CanvasObject, hint string) *field {
	f := &field{name: widget.NewLabel(name), hint: widget.NewLabel(hint), base: hint}
	f.name.SizeName, f.name.TextStyle.Bold = theme.SizeNameCaptionText, true
	f.name.Hidden = name == ""
	f.hint.SizeName, f.hint.Wrapping, f.hint.Importance = theme.SizeNameCaptionText, fyne.TextWrapWord, widget.LowImportance
	f.hint.Hidden = hint == ""
	f.box = container.New(fieldLayout{}, f.name, control, f.hint)
	return f
}

// fail shows what is wrong.
func (f *field) fail(text string) {
	f.bad = true
	f.set(text, widget.DangerImportance)
}

// clear shows the hint again.
func (f *field) clear() {
	f.bad = false
	f.set(f.base, widget.LowImportance)
}

// tell shows something else than the hint though nothing is wrong.
func (f *field) tell(text string) {
	f.bad = false
	f.set(text, widget.LowImportance)
}

func (f *field) set(text string, importance widget.Importance) {
	if f.hint.Text == text && f.hint.Importance == importance {
		return
	}
	f.hint.Importance = importance
	f.hint.SetText(text)
	f.hint.Hidden = text == ""
	f.box.Refresh()
}

// fieldLayout sets name, control and hint close together. Labels carry room
// around their text, which here would tear apart what belongs together.
type fieldLayout struct{}

func (fieldLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	pad := theme.InnerPadding()
	size := o[1].MinSize()
	if o[0].Visible() {
		size.Height += o[0].MinSize().Height - pad
		size.Width = max(size.Width, o[0].MinSize().Width-2*pad)
	}
	if o[2].Visible() {
		size.Height += o[2].MinSize().Height - pad
	}
	return size
}

func (fieldLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	pad := theme.InnerPadding()
	y := float32(0)
	put := func(o fyne.CanvasObject, inset, lift float32) {
		if !o.Visible() {
			return
		}
		height := widgets.HeightAt(o, size.Width+2*inset)
		o.Move(fyne.NewPos(-inset, y-lift))
		o.Resize(fyne.NewSize(size.Width+2*inset, height))
		y += height - 2*lift
	}
	put(o[0], pad, pad/2)
	put(o[1], 0, 0)
	put(o[2], pad, pad/2)
}

// columns sets fields side by side where there is room for two, and every row as
// high as its highest. An object in wide takes a row of its own.
type columns struct {
	wide  map[fyne.CanvasObject]bool
	width float32 // of the last Layout
}

const (
	columnWidth = 250 // least width of one of two columns
	columnGap   = 16
	rowGap      = 6
)

// MinSize speaks of the width of the last Layout: Fyne asks before it says how
// wide it will be.
func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, c.flow(objects, c.width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

// Layout implements fyne.Layout.
func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	c.flow(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

// flow says where each object goes and returns the height of all.
func (c *columns) flow(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	half, pairs := width, width >= 2*columnWidth+columnGap
	if pairs {
		half = (width - columnGap) / 2
	}
	y := float32(0)
	for i := 0; i < len(objects); {
		row := objects[i : i+1]
		if pairs && !c.wide[objects[i]] && i+1 < len(objects) && !c.wide[objects[i+1]] {
			row = objects[i : i+2]
		}
		i += len(row)
		w := half
		if c.wide[row[0]] {
			w = width
		}
		height := float32(0)
		for _, o := range row {
			height = max(height, widgets.HeightAt(o, w))
		}
		for n, o := range row {
			put(o, fyne.NewPos(float32(n)*(half+columnGap), y), fyne.NewSize(w, height))
		}
		y += height + rowGap
	}
	return max(0, y-rowGap)
}
