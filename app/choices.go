package app

import (
	"fyne.io/fyne/v2"

	look "waybill/app/theme"
	"waybill/catalog/codes"
)

// Names of what somebody chose for the program, in the app's preferences. They
// say nothing about any catalogue.
const (
	prefMode     = "theme"
	prefText     = "text"
	prefLanguage = "language"
	prefRecent   = "recent"
	prefCodes    = "codes"
	formerCell   = "cell" // what an older program wrote of a catalogue; it is taken out
)

// choices are what somebody chose for the program, whatever catalogue is open.
type choices struct{ store fyne.Preferences }

// mode is the look; the desktop's when nobody chose.
func (c choices) mode() look.Mode {
	return look.Mode(c.store.StringWithFallback(prefMode, string(look.ModeSystem)))
}

func (c choices) setMode(m look.Mode) { c.store.SetString(prefMode, string(m)) }

// text is the size of text.
func (c choices) text() look.TextSize {
	return look.TextSize(c.store.IntWithFallback(prefText, int(look.TextUsual)))
}

func (c choices) setText(t look.TextSize) { c.store.SetInt(prefText, int(t)) }

// language is a tag such as "ko", "" for that of the computer.
func (c choices) language() string { return c.store.String(prefLanguage) }

func (c choices) setLanguage(tag string) { c.store.SetString(prefLanguage, tag) }

// recent tells whether the catalogues that were open are remembered.
func (c choices) recent() bool { return c.store.BoolWithFallback(prefRecent, true) }

func (c choices) setRecent(on bool) { c.store.SetBool(prefRecent, on) }

// codes tells between what codes are typed; ok is false where that is left to
// their tables.
func (c choices) codes() (d codes.Delimiters, ok bool) {
	return readDelimiters(c.store.String(prefCodes))
}

// setCodes keeps the delimiters that a text stands for; "" leaves them to the
// tables. It tells whether the text is of use.
func (c choices) setCodes(text string) bool {
	if _, ok := readDelimiters(text); !ok && text != "" {
		return false
	}
	c.store.SetString(prefCodes, text)
	return true
}

// readDelimiters reads one character for both ends of a code, or two.
func readDelimiters(text string) (d codes.Delimiters, ok bool) {
	switch marks := []rune(text); len(marks) {
	case 1:
		d = codes.Delimiters{Open: marks[0], Close: marks[0]}
	case 2:
		d = codes.Delimiters{Open: marks[0], Close: marks[1]}
	default:
		return d, false
	}
	return d, d.Valid()
}

// delimited gives a table the delimiters of choice.
func (c choices) delimited(t *codes.Table) *codes.Table {
	if d, ok := c.codes(); ok && t != nil {
		t, _ = t.With(d)
	}
	return t
}
