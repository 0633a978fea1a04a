package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// ColorNameWell is the ground on which pictures lie: a little darker than the
// chrome when the window is light, and darker when it is dark.
const ColorNameWell fyne.ThemeColorName = "waybill.well"

func light() map[fyne.ThemeColorName]color.Color {
	accent := color.NRGBA{R: 0x25, G: 0x5f, B: 0xc4, A: 0xff}
	return map[fyne.ThemeColorName]color.Color{
		ColorNameWell:                      grey(0xdd),
		theme.ColorNameBackground:          grey(0xf1),
		theme.ColorNameOverlayBackground:   grey(0xf7),
		theme.ColorNameMenuBackground:      grey(0xfb),
		theme.ColorNameHeaderBackground:    grey(0xe8),
		theme.ColorNameInputBackground:     grey(0xff),
		theme.ColorNameInputBorder:         grey(0x9c),
		theme.ColorNameButton:              grey(0xe1),
		theme.ColorNameDisabledButton:      grey(0xe9),
		theme.ColorNameForeground:          grey(0x1e),
		theme.ColorNameDisabled:            grey(0x6c),
		theme.ColorNamePlaceHolder:         grey(0x68),
		theme.ColorNameSeparator:           grey(0xcf),
		theme.ColorNameScrollBar:           veil(0x00, 0x70),
		theme.ColorNameScrollBarBackground: veil(0x00, 0x10),
		theme.ColorNameHover:               veil(0x00, 0x12),
		theme.ColorNamePressed:             veil(0x00, 0x22),
		theme.ColorNameShadow:              veil(0x00, 0x38),
		theme.ColorNamePrimary:             accent,
		theme.ColorNameHyperlink:           accent,
		theme.ColorNameForegroundOnPrimary: grey(0xff),
		theme.ColorNameFocus:               fade(accent, 0x48),
		theme.ColorNameSelection:           fade(accent, 0x3c),
		theme.ColorNameError:               color.NRGBA{R: 0xb3, G: 0x26, B: 0x1e, A: 0xff},
		theme.ColorNameForegroundOnError:   grey(0xff),
		theme.ColorNameWarning:             color.NRGBA{R: 0x94, G: 0x58, B: 0x00, A: 0xff},
		theme.ColorNameForegroundOnWarning: grey(0xff),
		theme.ColorNameSuccess:             color.NRGBA{R: 0x1b, G: 0x74, B: 0x62, A: 0xff},
		theme.ColorNameForegroundOnSuccess: grey(0xff),
	}
}

func dark() map[fyne.ThemeColorName]color.Color {
	accent := color.NRGBA{R: 0x74, G: 0xa9, B: 0xff, A: 0xff}
	return map[fyne.ThemeColorName]color.Color{
		ColorNameWell:                      grey(0x18),
		theme.ColorNameBackground:          grey(0x26),
		theme.ColorNameOverlayBackground:   grey(0x2b),
		theme.ColorNameMenuBackground:      grey(0x30),
		theme.ColorNameHeaderBackground:    grey(0x2e),
		theme.ColorNameInputBackground:     grey(0x1b),
		theme.ColorNameInputBorder:         grey(0x62),
		theme.ColorNameButton:              grey(0x3b),
		theme.ColorNameDisabledButton:      grey(0x30),
		theme.ColorNameForeground:          grey(0xe4),
		theme.ColorNameDisabled:            grey(0x9a),
		theme.ColorNamePlaceHolder:         grey(0xa0),
		theme.ColorNameSeparator:           grey(0x3e),
		theme.ColorNameScrollBar:           veil(0xff, 0x70),
		theme.ColorNameScrollBarBackground: veil(0xff, 0x0c),
		theme.ColorNameHover:               veil(0xff, 0x14),
		theme.ColorNamePressed:             veil(0xff, 0x2a),
		theme.ColorNameShadow:              veil(0x00, 0x80),
		theme.ColorNamePrimary:             accent,
		theme.ColorNameHyperlink:           accent,
		theme.ColorNameForegroundOnPrimary: grey(0x12),
		theme.ColorNameFocus:               fade(accent, 0x50),
		theme.ColorNameSelection:           fade(accent, 0x48),
		theme.ColorNameError:               color.NRGBA{R: 0xff, G: 0x8a, B: 0x80, A: 0xff},
		theme.ColorNameForegroundOnError:   grey(0x12),
		theme.ColorNameWarning:             color.NRGBA{R: 0xff, G: 0xb7, B: 0x4d, A: 0xff},
		theme.ColorNameForegroundOnWarning: grey(0x12),
		theme.ColorNameSuccess:             color.NRGBA{R: 0x6f, G: 0xd6, B: 0xc0, A: 0xff},
		theme.ColorNameForegroundOnSuccess: grey(0x12),
	}
}

// grey is neutral, so that nothing tints the pictures beside it.
func grey(v uint8) color.NRGBA { return color.NRGBA{R: v, G: v, B: v, A: 0xff} }

// veil lets what lies under it shine through.
func veil(v, alpha uint8) color.NRGBA { return color.NRGBA{R: v, G: v, B: v, A: alpha} }

func fade(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}
