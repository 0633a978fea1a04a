package sqlite

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold brings a name into the form in which names are compared: composed
// (macOS hands out Hangul in pieces), lower case, without accents, full-width
// forms or punctuation, its words one space apart.
func fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r): // an accent
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r == '’' || r == '\'': // Hunch’un is one word
		default:
			gap = true
		}
	}
	return norm.NFC.String(b.String())
}

// spellings splits a vocabulary label into the names it stands for: variants
// after "/", "·" or ";", each with and without what stands in brackets.
func spellings(label string) []string {
	var names []string
	for _, part := range strings.FieldsFunc(label, func(r rune) bool { return strings.ContainsRune("/·;", r) }) {
		names = append(names, part)
		if open := strings.IndexAny(part, "(（"); open > 0 {
			names = append(names, part[:open])
		}
	}
	return append(names, label)
}

// indexText prepares text for the full-text index. SQLite's tokenizers cannot
// find words of two characters in Hangul and Hanzi, which are written without
// spaces or with endings attached, so a run of these becomes overlapping pairs
// in words, and single characters in chars.
func indexText(parts ...string) (words, chars string) {
	var w, c []string
	for _, part := range parts {
		for _, run := range runs(norm.NFC.String(part)) {
			if !run.dense {
				w = append(w, run.text)
				continue
			}
			w = append(w, pairs(run.text)...)
			c = append(c, strings.Split(run.text, "")...)
		}
	}
	return strings.Join(w, " "), strings.Join(c, " ")
}

// matchText gives the FTS5 query (sqlite.org/fts5.html, section 3) for one
// free word or phrase, "" when it holds nothing that can be looked for.
func matchText(text string, phrase bool) string {
	list := runs(norm.NFC.String(text))
	if phrase && len(list) > 1 {
		words, _ := indexText(text)
		return inWords(words)
	}
	var terms []string
	for _, run := range list {
		switch {
		case run.dense && len([]rune(run.text)) == 1:
			terms = append(terms, "chars : "+quoted(run.text))
		case run.dense:
			terms = append(terms, inWords(strings.Join(pairs(run.text), " ")))
		case phrase:
			terms = append(terms, inWords(run.text))
		default:
			for _, word := range strings.Fields(run.text) {
				terms = append(terms, inWords(word)+" *")
			}
		}
	}
	return strings.Join(terms, " AND ")
}

func inWords(text string) string { return "words : " + quoted(text) }

func quoted(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// textRun is a stretch of text that is either dense (Hangul or Hanzi) or not.
type textRun struct {
	text  string
	dense bool
}

// runs splits text where dense writing begins and ends. What is neither letter
// nor number becomes a space, and dense runs end there.
func runs(text string) []textRun {
	var out []textRun
	var current strings.Builder
	dense := false
	flush := func() {
		if t := strings.TrimSpace(current.String()); t != "" {
			out = append(out, textRun{t, dense})
		}
		current.Reset()
	}
	for _, r := range text {
		is := unicode.In(r, unicode.Hangul, unicode.Han)
		word := unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
		switch {
		case !word && dense:
			flush()
			dense = false
		case !word:
			current.WriteByte(' ')
			continue
		case is != dense:
			flush()
			dense = is
		}
		if word {
			current.WriteRune(r)
		}
	}
	flush()
	return out
}

func pairs(text string) []string {
	r := []rune(text)
	if len(r) < 2 {
		return []string{text}
	}
	out := make([]string, 0, len(r)-1)
	for i := range len(r) - 1 {
		out = append(out, string(r[i:i+2]))
	}
	return out
}

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
