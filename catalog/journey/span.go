package journey

import (
	"math"
	"time"

	"waybill/catalog"
)

// span is what is certain about a date: seconds since 1970, both included, by the
// clocks and in UTC. Ends that are not known are open.
type span struct {
	from, to       int64
	utcFrom, utcTo int64
	utc            bool // an offset is known, or those of which it is one
}

func spanOf(d *catalog.Date) span {
	s := span{from: math.MinInt64, to: math.MaxInt64}
	if d == nil {
		return s
	}
	s.from, s.to = seconds(d.Earliest, s.from), seconds(d.Latest, s.to)
	if s.utc = len(d.Offsets) > 0; s.utc {
		from, to := d.UTC()
		s.utcFrom, s.utcTo = seconds(from, math.MinInt64), seconds(to, math.MaxInt64)
	}
	return s
}

func seconds(t *time.Time, open int64) int64 {
	if t == nil {
		return open
	}
	return t.Unix()
}

// before tells whether a date certainly ends before another begins: in UTC when
// the offsets of both are known, else by the clocks.
func (s *span) before(other *span) bool {
	if s.utc && other.utc {
		return s.utcTo < other.utcFrom
	}
	return s.to < other.from
}
