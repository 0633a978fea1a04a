package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"waybill/app/widgets"
)

// ColorNameWell is the ground on which pictures lie: a little darker than the
// chrome when the window is light, and darker when it is dark.
const ColorNameWell fyne.ThemeColorName = "waybill.well"

// contrast is black and white with the keyboard in yellow: text stands out from
// its ground by 7 to 1 and more (WCAG 2.1, 1.4.6). Fyne shows a button with the
// keyboard by its ground alone, which stands out from black by what 7 to 1 leaves
// of 21 to 1: not quite 3. Rings have no such limit.
func contrast() map[fyne.ThemeColorName]color.Color {
	accent := color.NRGBA{R: 0x5c, G: 0xdc, B: 0xff, A: 0xff}
	yellow := color.NRGBA{R: 0xff, G: 0xe6, B: 0x00, A: 0xff}
	return map[fyne.ThemeColorName]color.Color{
		ColorNameWell:                      grey(0x00),
		widgets.ColorNameRing:              yellow,
		theme.ColorNameBackground:          grey(0x00),
		theme.ColorNameOverlayBackground:   grey(0x12),
		theme.ColorNameMenuBackground:      grey(0x00),
		theme.ColorNameHeaderBackground:    grey(0x1c),
		theme.ColorNameInputBackground:     grey(0x1c),
		theme.ColorNameInputBorder:         grey(0xff),
		theme.ColorNameButton:              grey(0x20),
		theme.ColorNameDisabledButton:      grey(0x18),
		theme.ColorNameForeground:          grey(0xff),
		theme.ColorNameDisabled:            grey(0xbb),
		theme.ColorNamePlaceHolder:         grey(0xd2),
		theme.ColorNameSeparator:           grey(0xa6),
		theme.ColorNameScrollBar:           veil(0xff, 0xd8),
		theme.ColorNameScrollBarBackground: veil(0xff, 0x30),
		theme.ColorNameHover:               veil(0xff, 0x30),
		theme.ColorNamePressed:             veil(0xff, 0x38),
		theme.ColorNameShadow:              veil(0x00, 0xc0),
		theme.ColorNamePrimary:             accent,
		theme.ColorNameHyperlink:           accent,
		theme.ColorNameForegroundOnPrimary: grey(0x00),
		theme.ColorNameFocus:               fade(yellow, 0x49),
		theme.ColorNameSelection:           fade(accent, 0x50),
		theme.ColorNameError:               color.NRGBA{R: 0xff, G: 0xa0, B: 0x98, A: 0xff},
		theme.ColorNameForegroundOnError:   grey(0x00),
		theme.ColorNameWarning:             color.NRGBA{R: 0xff, G: 0xc2, B: 0x4d, A: 0xff},
		theme.ColorNameForegroundOnWarning: grey(0x00),
		theme.ColorNameSuccess:             color.NRGBA{R: 0x7d, G: 0xf0, B: 0xc8, A: 0xff},
		theme.ColorNameForegroundOnSuccess: grey(0x00),
	}
}

func light() map[fyne.ThemeColorName]color.Color {
	accent := color.NRGBA{R: 0x25, G: 0x5f, B: 0xc4, A: 0xff}
	return map[fyne.ThemeColorName]color.Color{
		ColorNameWell:                      grey(0xdd),
		widgets.ColorNameRing:              accent,
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
		widgets.ColorNameRing:              accent,
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
