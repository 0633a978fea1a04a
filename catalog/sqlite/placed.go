package sqlite

import (
	"iter"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"waybill/catalog"
)

// found is a page of results with what tells where in the order each stands: its
// seq in the order of time, else when it was added, or the key of its name.
type found struct {
	ids      []catalog.PhotoID
	sort     catalog.Sort // of standing
	seqs     []int64
	standing []string
}

// parts gives a page as smaller ones of a size above 0, the last with what is left.
func (f *found) parts(size int) iter.Seq[found] {
	return func(yield func(found) bool) {
		for from := 0; from < len(f.ids); from += size {
			to := min(from+size, len(f.ids))
			part := found{ids: f.ids[from:to:to], sort: f.sort}
			if len(f.seqs) > 0 {
				part.seqs = f.seqs[from:to]
			}
			if len(f.standing) > 0 {
				part.standing = f.standing[from:to]
			}
			if !yield(part) {
				return
			}
		}
	}
}

// places gives the keys of the runs that the photos belong to, see catalog.Run.
func (f *found) places() []int32 {
	keys := make([]int32, 0, len(f.ids))
	last, key := int64(-1), int32(catalog.NoKey)
	for _, seq := range f.seqs {
		if second, dated := secondOf(seq); !dated {
			key = catalog.NoKey
		} else if day := second / (24 * 60 * 60); day != last || second < 0 {
			t := time.Unix(second, 0).UTC()
			key = catalog.DayKey(time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC), catalog.InMonth)
			last = day
		}
		keys = append(keys, key)
	}
	for i, text := range f.standing {
		switch {
		case f.sort == catalog.SortName:
			key = initial(text)
		case i == 0 || !sameDay(text, f.standing[i-1]):
			key = addedDay(text)
		}
		keys = append(keys, key)
	}
	return keys
}

// sameDay tells whether two times of record are of one day.
func sameDay(a, b string) bool {
	return len(a) >= len(time.DateOnly) && strings.HasPrefix(b, a[:len(time.DateOnly)])
}

func addedDay(text string) int32 {
	t, err := parseTime(text)
	if err != nil {
		return catalog.NoKey
	}
	return catalog.DayKey(t, catalog.OnDay)
}

// initials are the consonants that syllables of Hangul begin with, in the order
// of Unicode 16.0, section 3.12: 588 syllables each from U+AC00 on.
const initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"

// initial gives the letter under which a name is looked up: of Hangul the first
// consonant, of digits 0.
func initial(name string) int32 {
	r, size := utf8.DecodeRuneInString(name)
	switch {
	case size == 0:
		return catalog.NoKey
	case r >= '0' && r <= '9':
		return '0'
	case r >= 0xAC00 && r <= 0xD7A3:
		return int32([]rune(initials)[(r-0xAC00)/588])
	}
	return int32(unicode.ToUpper(r))
}
