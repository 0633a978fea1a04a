package catalog

import (
	"strings"
	"time"
)

// parseQueryDate reads the value of date: and gives it in its one form with its bounds.
func parseQueryDate(typed string) (string, DateRange, bool) {
	s := strings.ToUpper(strings.ReplaceAll(foldWord(typed), "。。", ".."))
	if strings.HasPrefix(s, "[") {
		r, ok := parseMoment(s)
		return s, r, ok
	}
	from, to, interval := strings.Cut(s, "/")
	if interval {
		from, to = strings.TrimPrefix(from, ".."), strings.TrimPrefix(to, "..")
	} else if from, to, interval = strings.Cut(s, ".."); !interval {
		r, ok := parseMoment(s)
		return s, r, ok
	}
	var r DateRange
	if from != "" {
		begin, ok := parseMoment(from)
		if !ok {
			return "", r, false
		}
		r.From = begin.From
	}
	if to != "" {
		end, ok := parseMoment(to)
		if !ok {
			return "", r, false
		}
		r.To = end.To
	}
	if (r.From == nil && r.To == nil) || (r.From != nil && r.To != nil && r.To.Before(*r.From)) {
		return "", r, false
	}
	return from + ".." + to, r, true
}

// parseMoment reads what ParseDate reads except intervals, and a minute.
func parseMoment(s string) (DateRange, bool) {
	minute := s
	if n := len(s) - 1; n >= 0 && strings.ContainsRune("?~%", rune(s[n])) {
		minute = s[:n]
	}
	if from, err := time.Parse("2006-01-02T15:04", minute); err == nil {
		to := from.Add(time.Minute - time.Second)
		return DateRange{From: &from, To: &to}, true
	}
	r, err := ParseDate(s)
	return r, err == nil && !strings.Contains(s, "/")
}
