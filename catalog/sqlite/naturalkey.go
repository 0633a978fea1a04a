package sqlite

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// naturalKey gives a key that sorts file names as people do: case aside, and
// IMG_2 before IMG_10.
func naturalKey(name string) string {
	var b strings.Builder
	digits := ""
	flush := func() {
		if digits != "" {
			trimmed := strings.TrimLeft(digits, "0")
			b.WriteString(strings.Repeat("0", max(0, 12-len(trimmed))) + trimmed)
			digits = ""
		}
	}
	for _, r := range strings.ToLower(norm.NFC.String(name)) {
		if r >= '0' && r <= '9' {
			digits += string(r)
			continue
		}
		flush()
		b.WriteRune(r)
	}
	flush()
	return b.String()
}
