package present

import (
	"strconv"
	"strings"

	"waybill/catalog"
)

// Status is the name of a status.
func (w *Words) Status(s catalog.Status) string { return w.T("status." + string(s)) }

// Direction says which way goods went over the border, also that nobody knows.
func (w *Words) Direction(d catalog.Direction) string {
	if d == "" {
		return w.T("direction.unknown")
	}
	return w.T("direction." + string(d))
}

// Property is the name of what a claim is about.
func (w *Words) Property(p catalog.Property) string { return w.T("property." + string(p)) }

// Origin is the name of who makes a claim.
func (w *Words) Origin(o catalog.Origin) string { return w.T("origin." + string(o)) }

// Day writes the day of a wall time: "3 July 2023".
func (w *Words) Day(t catalog.WallTime) string {
	return w.T("date.day", "day", t.Time.Day(), "month", w.month(t), "year", strconv.Itoa(t.Time.Year()))
}

// Time writes a wall time to the minute, with the offset from UTC where it is
// known: "3 July 2023, 14:05 (+08:00)".
func (w *Words) Time(t catalog.WallTime) string {
	day, clock := w.Day(t), t.Time.Format("15:04")
	if t.Offset == "" {
		return w.T("date.time", "day", day, "time", clock)
	}
	return w.T("date.time_offset", "day", day, "time", clock, "offset", t.Offset)
}

func (w *Words) month(t catalog.WallTime) string {
	return w.T("month." + strconv.Itoa(int(t.Time.Month())))
}

// FileReason says what is wrong with a file, what became of it and what can be
// done. No code gives no words.
func (w *Words) FileReason(code catalog.Code) string {
	if code == "" {
		return ""
	}
	if key := "file." + string(code); w.has(key) {
		return w.T(key)
	}
	return w.T("file.other", "code", string(code))
}

// Finding says what verify found wrong, where, and what to do.
func (w *Words) Finding(f catalog.Finding) string {
	key := "finding." + string(f.Code)
	if !w.has(key) {
		key = "finding.other"
	}
	text := w.about(key, f.Subject, "code", string(f.Code))
	if f.Path == "" {
		return text
	}
	return w.T("finding.with_path", "text", text, "path", f.Path)
}

// about gives the text of a key with its {subject}, or of key.bare when there is
// no subject and the text needs one.
func (w *Words) about(key, subject string, args ...any) string {
	if subject == "" && w.has(key+".bare") {
		key += ".bare"
	}
	return w.T(key, append(args, "subject", subject)...)
}

// maxListed is how many names a sentence lists before it only counts.
const maxListed = 8

// list joins names: "a, b, c", or "a, b and 31 more".
func (w *Words) list(names []string) string {
	separator := w.T("list.separator")
	if len(names) <= maxListed {
		return strings.Join(names, separator)
	}
	return w.T("list.more", "list", strings.Join(names[:maxListed], separator), "n", len(names)-maxListed)
}

// pair joins names as in a sentence: "a, b and c", or as list does when they are many.
func (w *Words) pair(names []string) string {
	if len(names) < 2 || len(names) > maxListed {
		return w.list(names)
	}
	last := len(names) - 1
	return w.T("list.last", "list", w.list(names[:last]), "item", names[last])
}
