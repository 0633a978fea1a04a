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
	"waybill/catalog"
)

// contrast is the ratio of WCAG 2.1, from 1 to 21.
func contrast(a, b color.Color) float64 {
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

func TestTextStandsOutFromItsGround(t *testing.T) {
	test.NewTempApp(t)
	grounds := []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, theme.ColorNameInputBackground,
	}
	for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
		l := look.New(mode)
		for _, ground := range grounds {
			for _, text := range []fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNameDisabled, theme.ColorNameError, theme.ColorNameWarning, theme.ColorNamePrimary} {
				if c := contrast(l.Color(text, 0), l.Color(ground, 0)); c < 4.5 {
					t.Errorf("%s: %s on %s has the contrast %.2f", mode, text, ground, c)
				}
			}
		}
		if c := contrast(l.Color(theme.ColorNameForegroundOnPrimary, 0), l.Color(theme.ColorNamePrimary, 0)); c < 4.5 {
			t.Errorf("%s: text on the accent has the contrast %.2f", mode, c)
		}
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
			if c := contrast(b.Color, look.New(mode).Color(theme.ColorNameBackground, v)); c < 3 {
				t.Errorf("%s on %s has the contrast %.2f", s, mode, c)
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
