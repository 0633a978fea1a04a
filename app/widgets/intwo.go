package widgets

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
)

// InTwo breaks a text that is too long for a line of a size once, at a space if
// there is one.
func InTwo(text string, width, size float32) (first, second string) {
	if fyne.MeasureText(text, size, fyne.TextStyle{}).Width <= width {
		return text, ""
	}
	runes := []rune(text)
	fits := sort.Search(len(runes), func(n int) bool {
		return fyne.MeasureText(string(runes[:n+1]), size, fyne.TextStyle{}).Width > width
	})
	at := fits
	for i := fits; i > fits/2; i-- {
		if runes[i] == ' ' {
			at = i
			break
		}
	}
	return string(runes[:at]), strings.TrimSpace(string(runes[at:]))
}
