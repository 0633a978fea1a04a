package gallery

import (
	"strings"
	"time"

	"waybill/app/present"
	"waybill/catalog"
)

const month = "2006-01"

// dates says when a photo was taken in fewer and fewer words; none when nothing
// is known.
func dates(w *present.Words, d *catalog.Date) []string {
	switch {
	case d == nil:
		return nil
	case d.Wall != nil:
		t := *d.Wall
		return []string{w.Time(catalog.WallTime{Time: t}), t.Format("2006-01-02 15:04"), t.Format(time.DateOnly), t.Format(month)}
	case d.Earliest == nil && d.Latest == nil:
		return []string{w.Date(d)}
	case d.Earliest == nil:
		return append([]string{w.Date(d)}, bound(w, "gallery.not_after", *d.Latest)...)
	case d.Latest == nil:
		return append([]string{w.Date(d)}, bound(w, "gallery.not_before", *d.Earliest)...)
	}
	short := common(*d.Earliest, *d.Latest)
	if strings.ContainsAny(d.EDTF, "~?%") {
		short = w.T("gallery.about", "date", short)
	}
	return []string{w.Date(d), short}
}

// bound says a date that is open on one side.
func bound(w *present.Words, key string, t time.Time) []string {
	return []string{
		w.T(key, "date", w.Day(catalog.WallTime{Time: t})), w.T(key, "date", t.Format(time.DateOnly)), w.T(key, "date", t.Format(month)),
	}
}

// common gives the day, month or year that two times share, or both years.
func common(from, to time.Time) string {
	for _, layout := range []string{time.DateOnly, month, "2006"} {
		if text := from.Format(layout); text == to.Format(layout) {
			return text
		}
	}
	return from.Format("2006") + "–" + to.Format("2006")
}
