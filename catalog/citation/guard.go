package citation

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// Secrets is what a public citation must not hold.
type Secrets struct {
	Aliases []string // of all sources
	Names   []string // original names of all files
}

var (
	// inner are ids and hashes: short ids, UUIDs, and 32 or more hexadecimal digits.
	inner = regexp.MustCompile(`(?i)\b[PODL]-\d{3,}\b|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-|[0-9a-f]{32}`)
	// space separates the words of a file name.
	space = regexp.MustCompile(`\s`)
)

// Guard refuses a public citation that holds, in words or in its facts, what must
// stay inside. Its error has the code ErrAliasLeak for a source's alias and
// ErrInnerLeak for a file's name, an id or a hash, and does not tell which.
func Guard(c *Citation, text string, s Secrets) error {
	leak := func(code catalog.Code) error { return &catalog.Error{Code: code, Op: "cite"} }
	texts := append([]string{text}, c.values()...)
	free := c.free()
	for _, alias := range s.Aliases {
		within := func(t string) bool { return naming.HasWords(t, alias) }
		anywhere := func(t string) bool { return holds(t, alias) }
		if slices.ContainsFunc(texts, within) || slices.ContainsFunc(free, anywhere) {
			return leak(catalog.ErrAliasLeak)
		}
	}
	if slices.ContainsFunc(texts, func(t string) bool { return inner.MatchString(t) || namesFile(t, s.Names) }) {
		return leak(catalog.ErrInnerLeak)
	}
	return nil
}

// holds tells whether a text that people wrote freely holds an alias anywhere; a
// very short one only as words of its own.
func holds(text, alias string) bool {
	letters := naming.Letters(alias)
	if utf8.RuneCountInString(letters) < catalog.MinAlias {
		return naming.HasWords(text, alias)
	}
	return strings.Contains(naming.Letters(text), letters)
}

// namesFile tells whether a text has the name of a file in it, with its
// extension or without it. A name without its extension that is words as people
// write them, such as "refrigerators", tells nothing and is not looked for.
func namesFile(text string, names []string) bool {
	text = strings.ToLower(text)
	for _, name := range names {
		name = strings.ToLower(strings.TrimSpace(name))
		if name == "" {
			continue
		}
		stem, _, _ := cutLast(name)
		if strings.Contains(text, name) && strings.Contains(name, ".") || telling(stem) && strings.Contains(text, stem) {
			return true
		}
	}
	return false
}

func cutLast(name string) (stem, extension string, ok bool) {
	i := strings.LastIndexByte(name, '.')
	if i <= 0 {
		return name, "", false
	}
	return name[:i], name[i+1:], true
}

// telling says whether a name without its extension is that of one file: at
// least six characters with digits, five of them where it has spaces, for
// "July 2023" stands in every citation of that month.
func telling(stem string) bool {
	digits := 0
	for _, r := range stem {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if utf8.RuneCountInString(stem) < 6 {
		return false
	}
	return digits >= 5 || digits > 0 && !space.MatchString(stem)
}
