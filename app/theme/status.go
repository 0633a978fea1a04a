package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"waybill/app/widgets"
	"waybill/catalog"
)

// Status gives the badge of a status: letter and shape say it to those who do
// not tell its colour apart. What is no status has the badge of NotAssessed.
func Status(s catalog.Status, v fyne.ThemeVariant) widgets.Badge {
	switch s {
	case catalog.Sanctioned:
		return badge(widgets.ShapeDiamond, "S", v, 0xB3261E, 0xFF8A80)
	case catalog.Suspected:
		return badge(widgets.ShapeTriangle, "?", v, 0xB26A00, 0xFFB74D)
	case catalog.Disputed:
		return badge(widgets.ShapeHexagon, "≠", v, 0x6A3FA0, 0xC7A6FF)
	case catalog.Exempt:
		return badge(widgets.ShapeCircle, "E", v, 0x1F5FA8, 0x82B4FF)
	case catalog.NotListed:
		return badge(widgets.ShapeSquare, "N", v, 0x1B7F6B, 0x6FD6C0)
	}
	return badge(widgets.ShapeRing, "", v, 0x6B7280, 0x9CA3AF)
}

func badge(shape widgets.Shape, letter string, v fyne.ThemeVariant, inLight, inDark uint32) widgets.Badge {
	rgb := inDark
	if v == theme.VariantLight {
		rgb = inLight
	}
	return widgets.Badge{Shape: shape, Letter: letter, Color: color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xff}}
}
