// Package look gives the window its colours, fonts and spacing: neutral grey
// around the pictures, one accent, and colour for the status of a photo alone.
// It knows the statuses and no view.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"waybill/assets"
)

// Space is the rhythm of the window, in pixels; Tight is half of it, inside a group.
const (
	Space = 8
	Tight = 4
)

// Mode says whether the window is light or dark.
type Mode string

// Modes.
const (
	ModeSystem Mode = "system" // as the desktop is
	ModeLight  Mode = "light"
	ModeDark   Mode = "dark"
)

// Theme is the look of every window. It does not change once it is made.
type Theme struct {
	mode        Mode
	asian       fyne.Resource
	light, dark map[fyne.ThemeColorName]color.Color
}

// New returns the look of a mode; a mode that is none is ModeSystem.
func New(mode Mode) *Theme {
	return &Theme{
		mode: mode, light: light(), dark: dark(),
		asian: fyne.NewStaticResource("DroidSansFallback.ttf", assets.Font()),
	}
}

// Apply gives an app the look of a mode, unless it has it: every change of theme
// makes Fyne read all fonts again.
func Apply(a fyne.App, mode Mode) {
	if now, ok := a.Settings().Theme().(*Theme); !ok || now.mode != mode {
		a.Settings().SetTheme(New(mode))
	}
}

// Mode gives the mode it was made for.
func (t *Theme) Mode() Mode { return t.mode }

// variant gives what the mode demands, else what the desktop wants.
func (t *Theme) variant(desktop fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.mode {
	case ModeLight:
		return theme.VariantLight
	case ModeDark:
		return theme.VariantDark
	}
	return desktop
}

// Variant gives the variant that is shown now, whoever chose it.
func Variant() fyne.ThemeVariant {
	settings := fyne.CurrentApp().Settings()
	if t, ok := settings.Theme().(*Theme); ok {
		return t.variant(settings.ThemeVariant())
	}
	return settings.ThemeVariant()
}

// Color implements fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, desktop fyne.ThemeVariant) color.Color {
	v := t.variant(desktop)
	palette := t.dark
	if v == theme.VariantLight {
		palette = t.light
	}
	if c, ok := palette[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, v)
}

// Font implements fyne.Theme. The font has no letters but Hangul, Hanzi and
// Kana; for all others Fyne falls back on its own font of the style.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Symbol {
		return theme.DefaultTheme().Font(style)
	}
	return t.asian
}

// Icon implements fyne.Theme.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size implements fyne.Theme, in pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 13
	case theme.SizeNameCaptionText:
		return 11
	case theme.SizeNameHeadingText:
		return 22
	case theme.SizeNameSubHeadingText:
		return 15
	case theme.SizeNamePadding:
		return Tight
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameInlineIcon:
		return 18
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius:
		return 4
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameModalBlurRadius:
		return 0 // a photo behind a question stays as it is
	}
	return theme.DefaultTheme().Size(name)
}
