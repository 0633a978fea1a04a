package places

import (
	"fmt"
	"time"
)

// period is a time in which the clocks of a place showed one offset from UTC.
type period struct {
	from   time.Time // until the next period begins
	offset time.Duration
}

// Offsets gives the offsets from UTC that the clocks of a country may have shown
// at a wall time, such as "+09:00", in order: one, except in the hours in which
// the clocks were changed; with a zero time all that were in use since the
// first year given here. It knows CN since 1992, KP and KR since 1989, and the
// Primorsky territory of RU since 1997, and gives none for other countries and
// earlier times. Only the reading of the clock in on counts, not its zone.
//
// Source: the tz database, Asia/Shanghai, Asia/Pyongyang, Asia/Seoul and
// Asia/Vladivostok. The DPRK went from +09:00 to +08:30 on 2015-08-15 at 00:00,
// and back on 2018-05-04 at 23:30, when 2018-05-05 00:00 began. Primorsky had
// +10:00 with an hour more in summer until 2010, +11:00 from 2011-03-27, and has
// had +10:00 since 2014-10-26.
func Offsets(country string, on time.Time) []string {
	periods := clocks(country)
	var out []string
	if on.IsZero() {
		for _, p := range periods {
			out = append(out, written(p.offset))
		}
		return sorted(out)
	}
	wall := time.Date(on.Year(), on.Month(), on.Day(), on.Hour(), on.Minute(), on.Second(), on.Nanosecond(), time.UTC)
	for i, p := range periods {
		at := wall.Add(-p.offset)
		if !at.Before(p.from) && (i+1 == len(periods) || at.Before(periods[i+1].from)) {
			out = append(out, written(p.offset))
		}
	}
	if len(out) == 0 { // an hour that the clocks skipped
		for i := 1; i < len(periods); i++ {
			if at := wall.Add(-periods[i].offset); at.Before(periods[i].from) && !wall.Add(-periods[i-1].offset).Before(periods[i].from) {
				out = append(out, written(periods[i-1].offset), written(periods[i].offset))
			}
		}
	}
	return sorted(out)
}

func written(offset time.Duration) string {
	minutes := int(offset / time.Minute)
	return fmt.Sprintf("+%02d:%02d", minutes/60, minutes%60)
}

// clocks gives the periods of a country. All are east of Greenwich.
func clocks(country string) []period {
	const hour = time.Hour
	switch country {
	case "CN":
		return []period{{utc(1991, 12, 31, 16), 8 * hour}}
	case "KR":
		return []period{{utc(1988, 12, 31, 15), 9 * hour}}
	case "KP":
		return []period{
			{utc(1988, 12, 31, 15), 9 * hour},
			{utc(2015, 8, 14, 15), 8*hour + 30*time.Minute},
			{utc(2018, 5, 4, 15), 9 * hour},
		}
	case "RU":
		return primorsky()
	}
	return nil
}

// primorsky gives the periods of Asia/Vladivostok: until 2010 summer time from
// the last Sunday of March, 02:00, to that of October, 03:00.
func primorsky() []period {
	const hour = time.Hour
	periods := []period{{utc(1996, 12, 31, 14), 10 * hour}}
	for year := 1997; year <= 2010; year++ {
		periods = append(periods, period{lastSunday(year, time.March), 11 * hour}, period{lastSunday(year, time.October), 10 * hour})
	}
	return append(periods, period{lastSunday(2011, time.March), 11 * hour}, period{utc(2014, 10, 25, 15), 10 * hour})
}

// lastSunday gives 02:00 at +10:00 on the last Sunday of a month.
func lastSunday(year int, month time.Month) time.Time {
	last := utc(year, month+1, 0, 16)
	return last.AddDate(0, 0, -int(last.Weekday())-1)
}

func utc(year int, month time.Month, day, hour int) time.Time {
	return time.Date(year, month, day, hour, 0, 0, 0, time.UTC)
}
