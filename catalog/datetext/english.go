package datetext

import "waybill/catalog/edtf"

// english also has the marks that are words in every language.
var english = vocabulary(
	series(month, 1, "january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december"),
	series(month, 1, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
	also(word{kind: month, n: 9}, "sept"),
	series(season, 21, "spring", "summer", "autumn", "winter"),
	also(word{kind: season, n: 23}, "fall"),
	also(word{kind: part, n: early}, "early", "early-", "beginning", "start"),
	also(word{kind: part, n: middle}, "mid", "mid-", "middle"),
	also(word{kind: part, n: late}, "late", "late-", "end"),
	series(part, firstHalf, "first half", "second half"),
	series(weekday, 0, "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"),
	series(weekday, 0, "sun", "mon", "tue", "wed", "thu", "fri", "sat"),
	also(word{kind: weekday, n: 2}, "tues"),
	also(word{kind: weekday, n: 4}, "thur", "thurs"),

	also(word{kind: ordinal}, "st", "nd", "rd", "th"),
	also(word{kind: decade}, "s"),
	also(word{kind: tee}, "t"),
	also(word{kind: dayHalf, n: am}, "am", "a.m", "a.m.", "morning"),
	also(word{kind: dayHalf, n: pm}, "pm", "p.m", "p.m.", "afternoon"),
	also(word{kind: dayHalf, n: evening}, "evening"),
	also(word{kind: oclock, n: 12}, "noon", "midday"),
	also(word{kind: zone, offset: edtf.UTC}, "z", "utc", "gmt"),
	also(word{kind: zone, offset: korea}, "kst", "korea time", "korean time", "seoul time",
		"korea standard time", "korean standard time", "jst", "japan time", "japan standard time"),
	also(word{kind: zone, offset: beijing}, "beijing time", "china time", "china standard time"),
	also(word{kind: zone, offset: pyongyang}, "pyongyang time", "north korea time", "north korean time"),
	also(word{kind: ambiguousZone}, "cst"),

	also(word{kind: qualifier, n: int(edtf.Approximate)}, "~", "ca", "ca.", "c", "c.", "cca", "cca.",
		"circa", "about", "around", "approximately", "approx", "approx.", "roughly", "or so"),
	also(word{kind: qualifier, n: int(edtf.Uncertain)}, "?", "perhaps", "maybe", "possibly",
		"probably", "likely", "presumably", "apparently", "uncertain"),
	also(word{kind: qualifier, n: int(edtf.Uncertain | edtf.Approximate)}, "%"),

	also(word{kind: from}, "from", "since"),
	also(word{kind: between}, "between"),
	also(word{kind: to}, "to", "through", "thru", "–"),
	also(word{kind: and}, "and", "&"),
	also(word{kind: or}, "or", "or on", "or in"),
	also(word{kind: endsAt}, "until", "till", "up to"),
	also(word{kind: bound, n: before}, "before", "prior to", "earlier than"),
	also(word{kind: bound, n: notAfter}, "by", "not after", "not later than", "no later than", "on or before", "in or before"),
	also(word{kind: bound, n: after}, "after", "later than"),
	also(word{kind: bound, n: notBefore}, "not before", "not earlier than", "no earlier than", "on or after", "in or after"),
	also(word{kind: bounded, n: notAfter}, "or earlier", "or before", "and earlier"),
	also(word{kind: bounded, n: notBefore}, "or later", "or after", "and later", "onward", "onwards"),

	also(word{kind: noise}, ",", "(", ")", "of", "the", "in", "on", "at", "during", "year"),
	also(word{kind: relative}, "yesterday", "today", "tonight", "tomorrow", "now", "last", "next", "this",
		"ago", "recent", "recently", "past", "current", "week", "weeks", "days", "months", "years"),
)
