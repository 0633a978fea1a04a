package edtf

import "time"

// UTC is the offset of a time given in UTC without saying what local time was,
// which RFC 9557 section 2 keeps apart from "+00:00".
const UTC = "Z"

const (
	leastOffset    = -12 * time.Hour
	greatestOffset = 14 * time.Hour
)

// ValidOffset tells whether s is written as "+09:00" and is an offset from UTC
// that some place on earth uses or used: "-12:00" to "+14:00".
func ValidOffset(s string) bool {
	_, ok := OffsetDuration(s)
	return ok && s != UTC
}

// OffsetDuration gives how far local time is ahead of UTC for an offset such as
// "+09:00", or "Z"; ok is false for what is neither and for what ValidOffset
// refuses.
func OffsetDuration(s string) (d time.Duration, ok bool) {
	if s == UTC {
		return 0, true
	}
	if len(s) != len("+00:00") || (s[0] != '+' && s[0] != '-') || s[3] != ':' {
		return 0, false
	}
	hours, ok1 := twoDigits(s[1:3])
	minutes, ok2 := twoDigits(s[4:6])
	d = time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
	if s[0] == '-' {
		d = -d
	}
	return d, ok1 && ok2 && minutes < 60 && d >= leastOffset && d <= greatestOffset
}

func twoDigits(s string) (n int, ok bool) {
	if len(s) != 2 || !isDigit(s[0]) || !isDigit(s[1]) {
		return 0, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
