package catalog

import (
	"fmt"
	"slices"
	"time"

	"waybill/catalog/edtf"
)

// Offsets from UTC that places on earth use or used.
const (
	minOffset = -12 * time.Hour
	maxOffset = 14 * time.Hour
)

// offset says by how much the clock differed from UTC: as the time itself
// states it, else as another claim about the same moment does, else as a time
// in UTC beside it shows, else as the place has it.
func (w *weighing) offset(d *Date, best told, all []told) {
	measured, by := w.measuredOffset(best, all)
	switch {
	case best.offset != "":
		d.Offsets, d.OffsetOrigin = []string{best.offset}, w.claims[best.i].Origin
	case best.utc != nil:
		if d.Offsets = w.placeOffsets(*best.utc); len(d.Offsets) > 0 {
			d.OffsetOrigin = OriginPlace
		}
		return
	case w.statedBeside(d, best, all):
	case measured != "":
		d.Offsets, d.OffsetOrigin = []string{measured}, w.claims[by].Origin
	default:
		w.offsetOfPlace(d)
		return
	}
	if measured != "" && measured != d.Offsets[0] {
		w.warn(WarnOffset, w.claims[best.i], w.claims[by])
	}
}

// statedBeside looks for another claim about the same wall time that states the
// offset.
func (w *weighing) statedBeside(d *Date, best told, all []told) bool {
	if best.wall == nil {
		return false
	}
	for _, t := range all {
		if t.wall != nil && t.offset != "" && best.wall.Sub(*t.wall).Abs() <= sameMoment {
			d.Offsets, d.OffsetOrigin = []string{t.offset}, w.claims[t.i].Origin
			return true
		}
	}
	return false
}

// measuredOffset compares the wall time with a time in UTC of the same moment:
// that of the GPS receiver, or one in the file's name. It gives the claim too.
func (w *weighing) measuredOffset(best told, all []told) (offset string, by int) {
	if best.wall == nil || best.utc != nil {
		return "", 0
	}
	for _, i := range w.order {
		if utc, ok := gpsTime(w.claims[i]); ok && !w.ofScreen(w.claims[i]) {
			if o := offsetBetween(*best.wall, utc); o != "" {
				return o, i
			}
		}
	}
	for _, t := range all {
		if t.utc != nil {
			if o := offsetBetween(*best.wall, *t.utc); o != "" {
				return o, t.i
			}
		}
	}
	return "", 0
}

// gpsTime reads a claim about when a GPS receiver took its fix, in UTC.
func gpsTime(c Claim) (time.Time, bool) {
	if c.Property != PropGPSTime {
		return time.Time{}, false
	}
	utc, err := time.Parse("2006-01-02T15:04:05Z", c.Value)
	return utc, err == nil
}

// offsetBetween gives the offset that lies between a wall time and UTC: a
// multiple of 15 minutes from -12:00 to +14:00, which they may miss by two
// minutes; "" when there is none.
func offsetBetween(wall, utc time.Time) string {
	const step = 15 * time.Minute
	d := wall.Sub(utc)
	o := d.Round(step)
	if (d-o).Abs() > 2*time.Minute || o < minOffset || o > maxOffset {
		return ""
	}
	return formatOffset(o)
}

// offsetOfPlace takes the clocks that the place has on the days in question: a
// time of summer is not passed over.
func (w *weighing) offsetOfPlace(d *Date) {
	if d.Earliest == nil || d.Latest == nil {
		return
	}
	step := max(d.Latest.Sub(*d.Earliest)/100, 30*24*time.Hour)
	offsets := w.placeOffsets(*d.Earliest)
	for on := *d.Earliest; on.Before(*d.Latest); {
		if on = on.Add(step); on.After(*d.Latest) {
			on = *d.Latest
		}
		for _, o := range w.placeOffsets(on) {
			if !slices.Contains(offsets, o) {
				offsets = append(offsets, o)
			}
		}
	}
	if len(offsets) > 0 {
		d.Offsets, d.OffsetOrigin = offsets, OriginPlace
	}
}

// placeOffsets gives the offsets in use where the camera stood; none when that
// is not known.
func (w *weighing) placeOffsets(on time.Time) []string {
	if w.at.Gazetteer == nil || w.chosen.Latitude == nil {
		return nil
	}
	return w.at.Gazetteer.At(*w.chosen.Latitude, *w.chosen.Longitude, on).Offsets
}

// offsetBounds gives the least and the most of some offsets, or of all that
// there are when none is given.
func offsetBounds(offsets []string) (least, most time.Duration) {
	if len(offsets) == 0 {
		return minOffset, maxOffset
	}
	least, most = maxOffset, minOffset
	for _, s := range offsets {
		o, _ := edtf.OffsetDuration(s)
		least, most = min(least, o), max(most, o)
	}
	return least, most
}

func formatOffset(o time.Duration) string {
	sign := "+"
	if o < 0 {
		sign, o = "-", -o
	}
	return fmt.Sprintf("%s%02d:%02d", sign, int(o.Hours()), int(o.Minutes())%60)
}
