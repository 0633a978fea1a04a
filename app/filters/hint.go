package filters

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

const (
	hintPad   = 6 // pixels between the hint's edge and its text
	hintLines = 8 // at most
)

// hint shows, beside the row under the pointer or with the keyboard, the whole
// of a name that was cut. It takes no part in events, so the rows below it stay
// within reach.
type hint struct {
	layer *fyne.Container // as large as the panel, without a layout of its own
	box   *canvas.Rectangle
	of    *row
}

func newHint() *hint {
	h := &hint{box: canvas.NewRectangle(nil)}
	h.box.CornerRadius, h.box.StrokeWidth = 4, 1
	h.layer = container.NewWithoutLayout()
	h.layer.Hidden = true
	return h
}

func (h *hint) hide() {
	h.of = nil
	h.layer.Hide()
}

// leave hides the hint if it is still this row's.
func (h *hint) leave(r *row) {
	if h.of == r {
		h.hide()
	}
}

func (h *hint) show(r *row, text string) {
	size := theme.SizeForWidget(theme.SizeNameText, r)
	width := h.layer.Size().Width - 2*rowPad
	lines := wrap(text, width-2*hintPad, size, hintLines)
	if width <= 0 || len(lines) == 0 {
		return
	}
	h.of = r
	h.box.FillColor = theme.ColorForWidget(theme.ColorNameMenuBackground, r)
	h.box.StrokeColor = theme.ColorForWidget(theme.ColorNameInputBorder, r)
	h.layer.Objects = []fyne.CanvasObject{h.box}
	height := float32(2 * hintPad)
	for _, line := range lines {
		t := canvas.NewText(line, theme.ColorForWidget(theme.ColorNameForeground, r))
		t.TextSize = size
		h.layer.Objects = append(h.layer.Objects, t)
		height += t.MinSize().Height
	}
	at := h.beside(r, height)
	h.box.Move(at)
	h.box.Resize(fyne.NewSize(width, height))
	at = at.AddXY(hintPad, hintPad)
	for _, o := range h.layer.Objects[1:] {
		o.Move(at)
		o.Resize(fyne.NewSize(width-2*hintPad, o.MinSize().Height))
		at.Y += o.MinSize().Height
	}
	h.layer.Show()
	h.layer.Refresh()
}

// beside is below the row, or above it where there is no room below.
func (h *hint) beside(r *row, height float32) fyne.Position {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(r).Y - driver.AbsolutePositionForObject(h.layer).Y
	y := top + r.Size().Height
	if y+height > h.layer.Size().Height {
		y = max(0, top-height)
	}
	return fyne.NewPos(rowPad, y)
}

// cut shortens a text that is wider than width and ends it with "…".
func cut(text string, width, size float32, style fyne.TextStyle) string {
	if fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	runes := []rune(text)
	n := fits(runes, func(s string) bool { return fyne.MeasureText(s+"…", size, style).Width <= width })
	return string(runes[:n]) + "…"
}

// wrap breaks a text into lines no wider than width: at spaces where there are
// any, else anywhere, as is right for Hanzi. What is more than limit lines is cut.
func wrap(text string, width, size float32, limit int) []string {
	var lines []string
	for runes := []rune(text); len(runes) > 0; {
		if len(lines) == limit-1 {
			return append(lines, cut(string(runes), width, size, fyne.TextStyle{}))
		}
		n := max(1, fits(runes, func(s string) bool { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width <= width }))
		end := n
		for i := n; n < len(runes) && i > 0; i-- {
			if runes[i] == ' ' {
				end = i
				break
			}
		}
		lines = append(lines, string(runes[:end]))
		runes = runes[end:]
		for len(runes) > 0 && runes[0] == ' ' {
			runes = runes[1:]
		}
	}
	return lines
}

// fits gives how many of the first runes satisfy ok, which more runes never do
// once fewer did not. It tries no more than a name's worth of them.
func fits(runes []rune, ok func(string) bool) int {
	low, high := 0, min(len(runes), 500)
	for low < high {
		mid := (low + high + 1) / 2
		if ok(string(runes[:mid])) {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return low
}
