// Package look gives the window its colours, fonts and spacing: neutral grey
// around the pictures, one accent, and colour for the status of a photo alone.
// It knows the statuses and no view.
package look

import (
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"waybill/app/widgets"
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
	ModeSystem   Mode = "system" // as the desktop is
	ModeLight    Mode = "light"
	ModeDark     Mode = "dark"
	ModeContrast Mode = "contrast" // black and white
)

// Modes lists them in the order in which they are offered.
func Modes() []Mode { return []Mode{ModeSystem, ModeLight, ModeDark, ModeContrast} }

// TextSize is how large text is, in percent of the usual.
type TextSize int

// TextUsual is the size of text that nobody changed.
const TextUsual TextSize = 100

// TextSizes lists those that are offered.
func TextSizes() []TextSize { return []TextSize{TextUsual, 115, 130, 150} }

// Theme is the look of every window. It does not change once it is made.
type Theme struct {
	mode                  Mode
	text                  TextSize
	asian                 fyne.Resource
	light, dark, contrast map[fyne.ThemeColorName]color.Color
}

// New returns the look of a mode; a mode that is none is ModeSystem.
func New(mode Mode) *Theme { return NewSized(mode, TextUsual) }

// NewSized returns the look of a mode with text of a size; one that is not of
// TextSizes is TextUsual.
func NewSized(mode Mode, text TextSize) *Theme {
	if !slices.Contains(TextSizes(), text) {
		text = TextUsual
	}
	return &Theme{
		mode: mode, text: text, light: light(), dark: dark(), contrast: contrast(),
		asian: fyne.NewStaticResource("DroidSansFallback.ttf", assets.Font()),
	}
}

// Apply gives an app the look of a mode and a size of text, unless it has it:
// every change of theme makes Fyne read all fonts again.
func Apply(a fyne.App, mode Mode, text TextSize) {
	if now, ok := a.Settings().Theme().(*Theme); !ok || now.mode != mode || now.text != text {
		a.Settings().SetTheme(NewSized(mode, text))
	}
}

// Mode gives the mode it was made for.
func (t *Theme) Mode() Mode { return t.mode }

// TextSize gives the size of text it was made for.
func (t *Theme) TextSize() TextSize { return t.text }

// variant gives what the mode demands, else what the desktop wants.
func (t *Theme) variant(desktop fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.mode {
	case ModeLight:
		return theme.VariantLight
	case ModeDark, ModeContrast:
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
	switch {
	case t.mode == ModeContrast:
		palette = t.contrast
	case v == theme.VariantLight:
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
		return t.scaled(13)
	case theme.SizeNameCaptionText:
		return t.scaled(11)
	case theme.SizeNameHeadingText:
		return t.scaled(22)
	case theme.SizeNameSubHeadingText:
		return t.scaled(15)
	case theme.SizeNameInlineIcon:
		return t.scaled(18)
	case widgets.SizeNameRing, theme.SizeNameInputBorder:
		return t.edge(name)
	case theme.SizeNamePadding:
		return Tight
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius:
		return 4
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameModalBlurRadius:
		return 0 // a photo behind a question stays as it is
	}
	return theme.DefaultTheme().Size(name)
}

// scaled gives a size of text in whole pixels, so that letters stay sharp.
func (t *Theme) scaled(usual float32) float32 {
	return float32(math.Round(float64(usual) * float64(t.text) / 100))
}

// edge is how thick the line around a field is, or around what has the keyboard.
func (t *Theme) edge(name fyne.ThemeSizeName) float32 {
	contrast := t.mode == ModeContrast
	switch {
	case name == widgets.SizeNameRing && contrast:
		return 4
	case name == widgets.SizeNameRing:
		return 2
	case contrast:
		return 2
	}
	return theme.DefaultTheme().Size(name)
}
