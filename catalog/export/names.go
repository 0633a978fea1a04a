package export

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxStem is the longest name of a copy before its extension, in bytes: with
// an id behind it, it still fits into the 255 that file systems take.
const maxStem = 180

// safeName turns an original file name into one that every system takes, in
// NFC, and splits it before the extension. The stem is "" when nothing is left.
func safeName(name string) (stem, ext string) {
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`<>:"/\|?*`, r):
			return '_'
		case r == utf8.RuneError, unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1 // these could turn the direction of a name or hide in it
		}
		return r
	}, norm.NFC.String(name))
	ext = filepath.Ext(name)
	if len(ext) > 12 {
		ext = ""
	}
	stem = clip(strings.TrimSuffix(name, ext), maxStem)
	ext = strings.TrimRight(ext, ". ")
	stem = strings.TrimLeft(strings.Trim(stem, " "), ".")
	if ext == "" {
		stem = strings.TrimRight(stem, ". ")
	}
	if reserved(stem) {
		stem = "_" + stem
	}
	return stem, ext
}

// reserved tells whether Windows keeps a name for a device, whatever its
// extension.
func reserved(stem string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(strings.TrimRight(stem, " ")), ".")
	switch base {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(base) == 4 && (strings.HasPrefix(base, "COM") || strings.HasPrefix(base, "LPT")) && base[3] >= '0' && base[3] <= '9'
}

// clip shortens a text to at most n bytes, between characters.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
