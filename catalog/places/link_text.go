package places

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// schemes that begin a link, beside a bare host.
var schemes = []string{"https://", "http://", "geo:"}

// findLink finds the first link in a text, and the runes before it.
func findLink(text string) (link string, at int) {
	start := -1
	for _, s := range schemes {
		if i := indexFold(text, s); i >= 0 && (start < 0 || i < start) {
			start = i
		}
	}
	bare := start < 0
	if bare {
		start = indexHost(text)
		if start < 0 {
			return "", 0
		}
	}
	link = text[start:]
	if end := strings.IndexFunc(link, endsLink); end >= 0 {
		if _, isGeo := cutScheme(link, "geo:"); !isGeo {
			link = link[:end]
		}
	}
	link = strings.TrimRight(strings.TrimSpace(link), ".,;:!?)]}>'\"。，、）】」")
	if bare {
		link = "https://" + link
	}
	return link, utf8.RuneCountInString(text[:start])
}

func endsLink(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("<>\"“”「」【】，。", r)
}

// indexHost finds a link without its scheme: www.google.com/maps/@42.5,130.5,9z.
func indexHost(text string) int {
	for at, field := range fields(text) {
		host, _, hasPath := strings.Cut(strings.TrimLeft(field, "(<[\"'"), "/")
		host, _, hasQuery := strings.Cut(host, "?")
		if (hasPath || hasQuery) && isHost(host) {
			return at + len(field) - len(strings.TrimLeft(field, "(<[\"'"))
		}
	}
	return -1
}

// isHost tells whether a text may be the name of a host: www.amap.com, but not 42.5N.
func isHost(text string) bool {
	dot := strings.LastIndexByte(text, '.')
	return dot > 0 && len(text)-dot > 2 && strings.IndexFunc(text[dot+1:], notLetter) < 0 &&
		strings.Trim(text, "0123456789.-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func notLetter(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') }

// fields gives the words of a text with where they begin.
func fields(text string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for at := 0; at < len(text); {
			n := strings.IndexFunc(text[at:], unicode.IsSpace)
			if n < 0 {
				n = len(text) - at
			}
			if n > 0 && !yield(at, text[at:at+n]) {
				return
			}
			_, space := utf8.DecodeRuneInString(text[at+n:])
			at += n + space
		}
	}
}

// indexFold is strings.Index for an ASCII text of lower case, in any case.
func indexFold(text, lower string) int {
	for i := 0; i+len(lower) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(lower)], lower) {
			return i
		}
	}
	return -1
}

// cutScheme takes a scheme off a text.
func cutScheme(text, scheme string) (rest string, ok bool) {
	text = strings.TrimSpace(text)
	if len(text) < len(scheme) || !strings.EqualFold(text[:len(scheme)], scheme) {
		return "", false
	}
	return text[len(scheme):], true
}

// looksLikeLink tells whether a text is to be read as a link at all.
func looksLikeLink(text string) bool {
	if len(text) > maxLink {
		return false
	}
	link, _ := findLink(text)
	return link != ""
}

// cleanName makes a name out of what a link calls its point. Coordinates are none.
func cleanName(name string) string {
	if _, err := parseFix(name); err == nil {
		return ""
	}
	name = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(name, ""), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
	if utf8.RuneCountInString(name) > maxName {
		name = string([]rune(name)[:maxName])
	}
	return name
}

// pair reads "a,b" with whatever follows, in decimal degrees or metres.
func pair(text string) (a, b float64, ok bool) {
	text = strings.TrimSpace(text)
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '~' || r == '_' || r == '/' || r == ' ' || r == ';' })
	if len(parts) < 2 {
		return 0, 0, false
	}
	return numberPair(parts[0], parts[1])
}

// only is pair for a text that holds nothing else.
func only(text string) (a, b float64, ok bool) {
	text, _, _ = strings.Cut(text, "(") // 42.5,130.5(Quanhe)
	if strings.Count(strings.TrimSpace(text), ",") != 1 {
		return 0, 0, false
	}
	return pair(text)
}

func numberPair(x, y string) (a, b float64, ok bool) {
	a, okA := finite(x)
	b, okB := finite(y)
	return a, b, okA && okB
}

// finite reads a plain decimal number; no hexadecimal ones and no NaN.
func finite(text string) (float64, bool) {
	text = strings.TrimPrefix(strings.TrimSpace(text), "+")
	if text == "" || len(text) > 40 || strings.Trim(text, "0123456789.-") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && !math.IsInf(n, 0)
}

// view gives the accuracy of the middle of a map: half a tile of 256 pixels.
func view(lat float64, zoom string) float64 {
	z, ok := finite(strings.TrimRight(zoom, "zZ"))
	if !ok || z < 0 || z > 24 {
		return 0
	}
	return 40_075_016.7 * math.Cos(lat*math.Pi/180) / math.Exp2(z) / 2
}
