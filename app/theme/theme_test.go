package look_test

import (
	"bytes"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// ratio is the contrast of WCAG 2.1, from 1 to 21.
func ratio(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	linear := func(v uint8) float64 {
		if x := float64(v) / 255; x > 0.04045 {
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return float64(v) / 255 / 12.92
	}
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

// over lays a colour that lets something through over another.
func over(under, top color.Color) color.Color {
	u, o := color.NRGBAModel.Convert(under).(color.NRGBA), color.NRGBAModel.Convert(top).(color.NRGBA)
	mix := func(below, above uint8) uint8 {
		return uint8((int(below)*(255-int(o.A)) + int(above)*int(o.A)) / 255)
	}
	return color.NRGBA{R: mix(u.R, o.R), G: mix(u.G, o.G), B: mix(u.B, o.B), A: 255}
}

// WCAG 2.1, 1.4.3: text has a contrast of 4.5 at least, and by 1.4.6 of 7, which
// the mode of high contrast promises.
func TestTextStandsOutFromItsGround(t *testing.T) {
	test.NewTempApp(t)
	grounds := []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, theme.ColorNameInputBackground,
	}
	texts := []fyne.ThemeColorName{
		theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNameDisabled, theme.ColorNameError, theme.ColorNameWarning,
		theme.ColorNameSuccess, theme.ColorNamePrimary, theme.ColorNameHyperlink,
	}
	veils := []fyne.ThemeColorName{theme.ColorNameHover, theme.ColorNameFocus, theme.ColorNameSelection, theme.ColorNamePressed}
	for _, mode := range []look.Mode{look.ModeLight, look.ModeDark, look.ModeContrast} {
		l, least := look.New(mode), 4.5
		if mode == look.ModeContrast {
			least = 7
		}
		stands := func(what string, text, ground color.Color) {
			if c := ratio(text, ground); c < least {
				t.Errorf("%s: %s has the contrast %.2f", mode, what, c)
			}
		}
		color := func(name fyne.ThemeColorName) color.Color { return l.Color(name, 0) }
		plain := color(theme.ColorNameForeground)
		for _, ground := range grounds {
			for _, text := range texts {
				stands(string(text+" on "+ground), color(text), color(ground))
			}
			for _, veil := range veils {
				stands(string("text on "+ground+" under "+veil), plain, over(color(ground), color(veil)))
			}
		}
		for _, veil := range veils {
			stands(string("a button under "+veil), plain, over(color(theme.ColorNameButton), color(veil)))
		}
		for _, ground := range []fyne.ThemeColorName{theme.ColorNameHeaderBackground, theme.ColorNameButton} {
			stands(string("text on "+ground), plain, color(ground))
		}
		for text, ground := range map[fyne.ThemeColorName]fyne.ThemeColorName{
			theme.ColorNameForegroundOnPrimary: theme.ColorNamePrimary, theme.ColorNameForegroundOnError: theme.ColorNameError,
			theme.ColorNameForegroundOnWarning: theme.ColorNameWarning, theme.ColorNameForegroundOnSuccess: theme.ColorNameSuccess,
		} {
			stands(string(text), color(text), color(ground))
		}
	}
}

// WCAG 2.1, 1.4.11: what shows the state of a control has a contrast of 3 at least.
func TestKeyboardIsSeen(t *testing.T) {
	test.NewTempApp(t)
	for _, mode := range []look.Mode{look.ModeLight, look.ModeDark, look.ModeContrast} {
		l := look.New(mode)
		for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, theme.ColorNameInputBackground, look.ColorNameWell} {
			if c := ratio(l.Color(widgets.ColorNameRing, 0), l.Color(ground, 0)); c < 3 {
				t.Errorf("%s: the ring on %s has the contrast %.2f", mode, ground, c)
			}
		}
	}
	l := look.New(look.ModeContrast)
	focused := over(l.Color(theme.ColorNameButton, 0), l.Color(theme.ColorNameFocus, 0))
	if c := ratio(focused, l.Color(theme.ColorNameBackground, 0)); c < 2.75 {
		t.Errorf("a button with the keyboard has the contrast %.2f to what is around it", c)
	}
	if w := l.Size(widgets.SizeNameRing); w <= look.New(look.ModeLight).Size(widgets.SizeNameRing) {
		t.Errorf("the ring of high contrast is %v wide", w)
	}
}

func TestTextGrowsWithItsSize(t *testing.T) {
	before := look.New(look.ModeLight)
	for _, size := range look.TextSizes()[1:] {
		l := look.NewSized(look.ModeLight, size)
		for _, name := range []fyne.ThemeSizeName{theme.SizeNameText, theme.SizeNameCaptionText, theme.SizeNameHeadingText, theme.SizeNameInlineIcon} {
			if l.Size(name) <= before.Size(name) {
				t.Errorf("%d %%: %s is %v, smaller it is %v", size, name, l.Size(name), before.Size(name))
			}
		}
		before = l
	}
	if got := look.NewSized(look.ModeLight, 1000).TextSize(); got != look.TextUsual {
		t.Errorf("a size that is none gives %d", got)
	}
}

func TestStatusesDiffer(t *testing.T) {
	for _, v := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
		type sign struct{ shape, letter any }
		seen := map[sign]catalog.Status{}
		for _, s := range catalog.Statuses() {
			b := look.Status(s, v)
			key := sign{b.Shape, b.Letter}
			if other, ok := seen[key]; ok {
				t.Errorf("%s and %s look the same without colour", s, other)
			}
			seen[key] = s
			mode := look.ModeDark
			if v == theme.VariantLight {
				mode = look.ModeLight
			}
			if c := ratio(b.Color, look.New(mode).Color(theme.ColorNameBackground, v)); c < 3 {
				t.Errorf("%s on %s has the contrast %.2f", s, mode, c)
			}
			if c := ratio(b.Color, look.New(look.ModeContrast).Color(theme.ColorNameBackground, v)); v == theme.VariantDark && c < 7 {
				t.Errorf("%s in high contrast has the contrast %.2f", s, c)
			}
		}
	}
}

func TestModeOverrulesTheDesktop(t *testing.T) {
	a := test.NewTempApp(t)
	for mode, want := range map[look.Mode]fyne.ThemeVariant{look.ModeLight: theme.VariantLight, look.ModeDark: theme.VariantDark} {
		a.Settings().SetTheme(look.New(mode))
		if got := look.Variant(); got != want {
			t.Errorf("%s shows variant %v, want %v", mode, got, want)
		}
	}
	system := look.New(look.ModeSystem)
	if system.Color(theme.ColorNameBackground, theme.VariantLight) == system.Color(theme.ColorNameBackground, theme.VariantDark) {
		t.Error("the desktop's wish changes nothing")
	}
}

// picture renders a text without any font of the system.
func picture(t *testing.T, text string, style fyne.TextStyle) []byte {
	t.Helper()
	c := software.NewCanvas()
	label := canvas.NewText(text, color.Black)
	label.TextStyle = style
	c.SetContent(label)
	c.Resize(fyne.NewSize(120, 40))
	img := c.Capture()
	var pixels []byte
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, _, _, _ := img.At(x, y).RGBA()
			pixels = append(pixels, byte(r>>8))
		}
	}
	return pixels
}

func TestHangulAndHanziAreDrawn(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.New(look.ModeLight))
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Monospace: true}} {
		missing := picture(t, "\U0010FFF0", style)
		for _, text := range []string{"훈", "춘", "珲", "春", "타", "A"} {
			if bytes.Equal(picture(t, text, style), missing) {
				t.Errorf("%s is drawn as a missing letter, %+v", text, style)
			}
		}
		if bytes.Equal(picture(t, "훈", style), picture(t, "춘", style)) {
			t.Errorf("훈 and 춘 look the same, %+v", style)
		}
	}
}

// Latin letters keep Fyne's own font: its bold differs from its regular.
func TestLatinKeepsItsStyles(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.New(look.ModeLight))
	ours := picture(t, "Hunchun", fyne.TextStyle{Bold: true})
	if bytes.Equal(ours, picture(t, "Hunchun", fyne.TextStyle{})) {
		t.Error("bold looks like regular")
	}
}
