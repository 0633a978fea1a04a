package places

import "unicode"

// words that say which coordinate a number is. Longer ones come first.
var words = []struct {
	text     string
	kind     tokenKind
	axis     axis
	negative bool
}{
	{"latitude", axisName, latitude, false},
	{"longitude", axisName, longitude, false},
	{"north", letter, latitude, false},
	{"south", letter, latitude, true},
	{"east", letter, longitude, false},
	{"west", letter, longitude, true},
	{"lat", axisName, latitude, false},
	{"long", axisName, longitude, false},
	{"lng", axisName, longitude, false},
	{"lon", axisName, longitude, false},
	{"n", letter, latitude, false},
	{"s", letter, latitude, true},
	{"e", letter, longitude, false},
	{"w", letter, longitude, true},
	{"위도", axisName, latitude, false},
	{"경도", axisName, longitude, false},
	{"북위", letter, latitude, false},
	{"남위", letter, latitude, true},
	{"동경", letter, longitude, false},
	{"서경", letter, longitude, true},
	{"纬度", axisName, latitude, false},
	{"经度", axisName, longitude, false},
	{"緯度", axisName, latitude, false},
	{"經度", axisName, longitude, false},
	{"北纬", letter, latitude, false},
	{"南纬", letter, latitude, true},
	{"东经", letter, longitude, false},
	{"西经", letter, longitude, true},
	{"北緯", letter, latitude, false},
	{"南緯", letter, latitude, true},
	{"東經", letter, longitude, false},
	{"東経", letter, longitude, false},
	{"西經", letter, longitude, true},
	{"西経", letter, longitude, true},
	{"широта", axisName, latitude, false},
	{"долгота", axisName, longitude, false},
	{"с.ш.", letter, latitude, false},
	{"ю.ш.", letter, latitude, true},
	{"в.д.", letter, longitude, false},
	{"з.д.", letter, longitude, true},
	{"с. ш.", letter, latitude, false},
	{"ю. ш.", letter, latitude, true},
	{"в. д.", letter, longitude, false},
	{"з. д.", letter, longitude, true},
}

// plain replaces the forms of a character that stand for the same one here.
func plain(r rune) rune {
	switch {
	case r >= '！' && r <= '～': // full-width ASCII
		r -= '！' - '!'
	case r == '、' || r == '،':
		return ','
	}
	switch r {
	case '′', '’', '‘', 'ʹ', '´', '`', '‵', 'ʼ', '분', '分':
		return '\''
	case '″', '”', '“', '〃', 'ʺ', '˝', '초', '秒':
		return '"'
	case 'º', '˚', '∘', '⁰', '도', '度':
		return '°'
	case '−', '–', '—', '‐', '‑', '﹣':
		return '-'
	case '\u200b', '\u200e', '\u200f', '\ufeff', '\u2060', '\u202a', '\u202c':
		return ' '
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return unicode.ToLower(r)
}
