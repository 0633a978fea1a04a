package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// What a theme says about the ring around what has the keyboard, besides what
// every theme of Fyne says.
const (
	ColorNameRing fyne.ThemeColorName = "waybill.ring"
	SizeNameRing  fyne.ThemeSizeName  = "waybill.ring"
)

// Ring gives the colour and the width, in pixels, of the ring around a widget
// that has the keyboard. A theme that does not say has the primary colour.
func Ring(w fyne.Widget) (c color.Color, width float32) {
	width = theme.SizeForWidget(SizeNameRing, w)
	if width <= 0 {
		return theme.ColorForWidget(theme.ColorNamePrimary, w), 2
	}
	return theme.ColorForWidget(ColorNameRing, w), width
}
