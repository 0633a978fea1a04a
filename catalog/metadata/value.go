package metadata

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rwcarlsen/goexif/tiff"
)

// nulSign stands for a NUL inside a text: SQLite's text functions and many
// readers of CSV end a text at the NUL itself.
const nulSign = "\u2400"

// rawText gives the characters of a text field, without the NULs that end it.
// Bytes that are no UTF-8 are taken for Latin-1, which loses none of them:
// Exif up to 2.32 allows ASCII only, so nothing says what else they might be.
// A field of numbers gives them as rawNumbers does. A nil tag gives "".
func rawText(t *tiff.Tag) string {
	if t == nil {
		return ""
	}
	switch t.Type {
	case tiff.DTAscii, tiff.DTUndefined, tiff.DTByte, tiff.DTSByte:
	default:
		return rawNumbers(t)
	}
	return printable(string(t.Val))
}

// printable makes text of a file fit to be stored, without the NULs that end it.
func printable(text string) string {
	text = strings.TrimRight(text, "\x00")
	if !utf8.ValidString(text) {
		text = latin1([]byte(text))
	}
	return strings.ReplaceAll(text, "\x00", nulSign)
}

// latin1 reads text in ISO 8859-1, whose codes are the first of Unicode.
func latin1(text []byte) string {
	runes := make([]rune, len(text))
	for i, b := range text {
		runes[i] = rune(b)
	}
	return string(runes)
}

// cleanText gives the first string of a raw text without control characters and
// without spaces around it; "" when it has neither letter nor digit, as the
// "----" that some cameras write for a lens they do not know.
func cleanText(raw string) string {
	first, _, _ := strings.Cut(raw, nulSign)
	text := strings.TrimSpace(strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return -1
		}
		return c
	}, first))
	if strings.IndexFunc(text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) < 0 {
		return ""
	}
	return text
}

// rawNumbers gives the values of a field separated by spaces, rationals as
// "numerator/denominator". A field of text gives it as rawText does. A nil tag
// gives "".
func rawNumbers(t *tiff.Tag) string {
	if t == nil {
		return ""
	}
	words := make([]string, t.Count)
	for i := range words {
		switch t.Format() {
		case tiff.IntVal:
			n, _ := t.Int64(i)
			words[i] = strconv.FormatInt(n, 10)
		case tiff.RatVal:
			n, d, _ := t.Rat2(i)
			words[i] = strconv.FormatInt(n, 10) + "/" + strconv.FormatInt(d, 10)
		case tiff.FloatVal:
			x, _ := t.Float(i)
			words[i] = strconv.FormatFloat(x, 'g', -1, 64)
		default:
			return rawText(t)
		}
	}
	return strings.Join(words, " ")
}

// number gives value i of a field. It is false when there is no such value or
// it is no number: text, a zero denominator, an infinity.
func number(t *tiff.Tag, i int) (float64, bool) {
	if t == nil || i >= int(t.Count) {
		return 0, false
	}
	var x float64
	switch t.Format() {
	case tiff.IntVal:
		n, _ := t.Int64(i)
		x = float64(n)
	case tiff.RatVal:
		n, d, _ := t.Rat2(i)
		if d == 0 {
			return 0, false
		}
		x = float64(n) / float64(d)
	case tiff.FloatVal:
		x, _ = t.Float(i)
	default:
		return 0, false
	}
	return x, finite(x)
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// join puts the parts that are not empty together.
func join(separator string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, separator)
}

// decimal writes x with at most the given number of decimals.
func decimal(x float64, decimals int) string {
	return strconv.FormatFloat(round(x, decimals), 'f', -1, 64)
}

// round rounds x to a number of decimals, never to a zero with a minus.
func round(x float64, decimals int) float64 {
	scale := math.Pow10(decimals)
	if x = math.Round(x*scale) / scale; x == 0 {
		return 0
	}
	return x
}
