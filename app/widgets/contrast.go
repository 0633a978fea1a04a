package widgets

import (
	"image/color"
	"math"
)

// contrasting returns black or white, whichever stands out more against a background.
func contrasting(background color.Color) color.Color {
	if contrast(background, color.White) >= contrast(background, color.Black) {
		return color.White
	}
	return color.Black
}

// contrast is the ratio of two colours' luminance, from 1 to 21 (WCAG 2.1, "contrast ratio"). Transparency is ignored.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is from 0, black, to 1, white (WCAG 2.1, "relative luminance").
func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

// linear takes the transfer curve of sRGB off a component.
func linear(component uint8) float64 {
	v := float64(component) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}
