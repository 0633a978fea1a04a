package naming

import "strings"

// Letters reduces a text to its letters and numbers, folded: without spaces and
// punctuation.
func Letters(s string) string {
	letters, _ := reduce(s)
	return letters
}

// HasWords tells whether words stand in a text from the beginning of one of its
// words to the end of one, however they are written. Hangul and Hanzi are
// written without spaces or with endings attached: there every character is a word.
func HasWords(text, words string) bool {
	letters, bounds := reduce(text)
	want := Letters(words)
	if want == "" {
		return false
	}
	for at := 0; ; at++ {
		i := strings.Index(letters[at:], want)
		if i < 0 {
			return false
		}
		at += i
		if bounds[at] && bounds[at+len(want)] {
			return true
		}
	}
}

// reduce gives the letters and numbers of a text and tells, for each byte offset
// in them, whether a word begins or ends there.
func reduce(s string) (string, []bool) {
	var b strings.Builder
	bounds := []bool{true}
	for _, r := range Fold(s) {
		dense := IsDense(r)
		if r == ' ' || dense {
			bounds[b.Len()] = true
		}
		if r == ' ' {
			continue
		}
		b.WriteRune(r)
		for len(bounds) <= b.Len() {
			bounds = append(bounds, false)
		}
		bounds[b.Len()] = dense
	}
	bounds[b.Len()] = true
	return b.String(), bounds
}
