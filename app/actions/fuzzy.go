package actions

import (
	"unicode"

	"waybill/catalog/hangul"
)

// Points of a match, for each key that was typed.
const (
	atWord     = 16 // it begins a word
	atSyllable = 9  // it begins a syllable of Hangul, or is a Hanzi
	inARow     = 8  // it stands right behind the one before
	anywhere   = 1
	skipped    = -1 // for each key between two, up to skippedMost
)

const (
	skippedMost = 6
	none        = -1 << 20
	maxTyped    = 64  // keys of what is typed that count
	maxText     = 256 // keys of a text that count
)

// stroke is a key that a character of a text is typed with.
type stroke struct {
	key  rune
	rank int // what it is worth to meet it
}

// strokes gives the keys of a text. Hangul counts by its keys, so that the first
// consonants of syllables find them, and what was typed with the wrong input
// method means the same.
func strokes(text string, limit int) []stroke {
	var all []stroke
	word := true
	for _, r := range text {
		if len(all) >= limit {
			break
		}
		r = unicode.ToLower(r)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			word = true
			continue
		}
		keys := hangul.Keys(r)
		dense := keys != "" || unicode.Is(unicode.Han, r)
		if keys == "" {
			keys = string(r)
		}
		for i, key := range []rune(keys) {
			s := stroke{unicode.ToLower(key), anywhere}
			if i == 0 && dense {
				s.rank = atSyllable
			}
			if i == 0 && word {
				s.rank = atWord
			}
			all = append(all, s)
		}
		word = false
	}
	return all
}

// Match tells whether the letters of what was typed stand in a text in that order,
// and how well they fit: the greater, the better. Beginnings of words count most,
// then letters in a row; of texts that fit alike the shorter is better. Nothing
// typed fits everything. Space, punctuation and capitals count for nothing.
func Match(typed, text string) (points int, ok bool) {
	want, have := strokes(typed, maxTyped), strokes(text, maxText)
	if len(want) == 0 {
		return 0, true
	}
	if len(want) > len(have) {
		return 0, false
	}
	// best[j] is the most points with which the keys typed so far end at have[j].
	best, next := make([]int, len(have)), make([]int, len(have))
	for i, w := range want {
		for j, h := range have {
			next[j] = none
			if h.key != w.key {
				continue
			}
			switch {
			case i == 0:
				next[j] = h.rank + max(-j, -skippedMost)
			case j > 0:
				next[j] = h.rank + max(best[j-1]+inARow, jump(best, j))
			}
		}
		best, next = next, best
	}
	points = none
	for _, p := range best {
		points = max(points, p)
	}
	return points*maxText - len(have), points > none/2
}

// jump gives the most points with which the key before ended, less what was
// skipped from there to j.
func jump(best []int, j int) int {
	most := none
	for k := range j {
		most = max(most, best[k]+max(skipped*(j-k-1), -skippedMost))
	}
	return most
}
