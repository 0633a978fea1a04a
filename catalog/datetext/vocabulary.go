package datetext

// kind is what a word does in a date.
type kind uint8

const (
	unknown kind = iota
	end_         // the end of the text
	mark_        // punctuation
	number
	noise // says nothing by itself: of, the, 에, 的

	month   // n: 1 to 12
	season  // n: 21 to 24, as in EDTF
	part    // n: early, middle, late, firstHalf, secondHalf
	weekday // n: 0 is Sunday

	yearUnit // 년, 年: the number before it is a year
	monthUnit
	dayUnit
	hourUnit
	minuteUnit
	secondUnit
	halfHour // half past: 반, 半
	ordinal  // st, nd, rd, th
	decade   // the s of 1990s, 년대, 年代
	tee      // the T between date and time
	dayHalf  // n: am, pm, evening
	oclock   // a time by name; n: its hour
	zone     // offset, or pyongyang

	qualifier // n: an edtf.Qualifier

	from     // begins a stretch, or alone means since: from, since, 从
	between  // begins a stretch
	to       // stands between the ends: to, 에서, 至
	and      // stands between the ends of "between"
	or       // stands between choices
	startsAt // after a date: from then on, or to: 부터, 起
	endsAt   // after or before a date: until then: 까지, until, 为止
	within   // ends a stretch: 사이, 之间
	bound    // before a date; n: a limit
	bounded  // after a date; n: a limit

	relative      // depends on when it is read
	ambiguousZone // means two zones
	otherCalendar // the lunar calendar
)

const (
	early = iota
	middle
	late
	firstHalf
	secondHalf
)

const (
	am = iota
	pm
	evening
)

const (
	before    = iota // before the date, without it
	notAfter         // before it or then
	after            // after the date, without it
	notBefore        // then or after it
)

// pyongyang is the zone whose offset depends on the date.
const pyongyang = "Pyongyang"

// Offsets of the zones that have a name here.
const (
	korea   = "+09:00" // and Japan
	beijing = "+08:00"
)

// word is an entry of a vocabulary.
type word struct {
	kind   kind
	n      int
	offset string
}

// The vocabularies are tables: nothing writes to them. Keys are lower case and
// composed, with single spaces.

// also gives every spelling the same meaning.
func also(w word, spellings ...string) map[string]word {
	entries := make(map[string]word, len(spellings))
	for _, spelling := range spellings {
		entries[spelling] = w
	}
	return entries
}

// series gives the spellings the meanings first, first+1 and so on.
func series(k kind, first int, spellings ...string) map[string]word {
	entries := make(map[string]word, len(spellings))
	for i, spelling := range spellings {
		entries[spelling] = word{kind: k, n: first + i}
	}
	return entries
}

// vocabulary unites tables.
func vocabulary(tables ...map[string]word) map[string]word {
	all := map[string]word{}
	for _, table := range tables {
		for spelling, w := range table {
			all[spelling] = w
		}
	}
	return all
}
