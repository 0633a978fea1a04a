package main

import (
	"math"
	"strconv"
	"strings"
	"time"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// showLine is a photo in show --json. Who asks for one photo asks for all that
// is known about it, also from whom it came.
type showLine struct {
	photoLine
	Observations []judgedLine `json:"observations"`

	Date       *dateLine  `json:"date"`
	Place      *placeLine `json:"place"`
	PlaceShown *placeLine `json:"place_shown"`
	KindOrigin *string    `json:"kind_origin"`
	SourceType *string    `json:"digital_source_type"` // of the IPTC vocabulary of that name
	Near       []nearLine `json:"near"`
	routeLines
	Warnings []warningLine `json:"warnings"`
	Source   *string       `json:"source"`
	Arrivals []arrivalLine `json:"arrivals"`
	Claims   []claimLine   `json:"claims"`
}

// dateLine is when the photo was taken. Times are wall times without an offset,
// but those named UTC.
type dateLine struct {
	EDTF         string  `json:"edtf"`
	Earliest     *string `json:"earliest"`
	Latest       *string `json:"latest"`
	Wall         *string `json:"wall"`   // only when it is known to the second
	Offset       *string `json:"offset"` // "+08:00", or "[+08:00,+09:00]" for one of these
	OffsetOrigin *string `json:"offset_origin"`
	UTCEarliest  *string `json:"utc_earliest"`
	UTCLatest    *string `json:"utc_latest"`
	Origin       string  `json:"origin"`
}

// placeLine is where the camera stood, or what the picture shows.
type placeLine struct {
	Latitude     *float64     `json:"latitude"`  // degrees, WGS 84
	Longitude    *float64     `json:"longitude"` // degrees, WGS 84
	Precision    *string      `json:"precision"`
	Accuracy     *float64     `json:"accuracy_m"` // radius
	Name         *string      `json:"name"`       // as typed, or as a map or the file called it
	Names        *namesLine   `json:"names"`      // of the gazetteer, when it was set by name
	Origin       string       `json:"origin"`
	Datum        *string      `json:"datum"` // in which it was given, when it was converted: "gcj02", "bd09"
	Nearest      *nearestLine `json:"nearest"`
	Country      *string      `json:"country"` // ISO 3166-1 alpha-2; null in a border zone
	BorderZone   bool         `json:"border_zone"`
	Countries    []string     `json:"countries"` // in a border zone those on its sides
	Altitude     *float64     `json:"altitude_m"`
	Direction    *float64     `json:"direction"`     // of view, degrees clockwise from north
	DirectionRef *string      `json:"direction_ref"` // "T" true or "M" magnetic north
	Error        *float64     `json:"error_m"`       // of positioning, as the device stated it
}

type namesLine struct {
	English *string `json:"en"`
	Korean  *string `json:"ko"`
	Chinese *string `json:"zh"`
}

// nearestLine is the nearest place of the gazetteer.
type nearestLine struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
	namesLine
	Distance float64 `json:"distance_m"`
}

type nearLine struct {
	Photo    string `json:"photo"`
	Distance int    `json:"distance"` // bits of 64 in which the perceptual hashes differ
}

type warningLine struct {
	Code   string        `json:"code"`
	Text   string        `json:"text"`
	Claims []warnedAbout `json:"claims"`
}

type warnedAbout struct {
	Origin   string  `json:"origin"`
	Property string  `json:"property"`
	Value    *string `json:"value"`
	Raw      string  `json:"raw"`
}

type claimLine struct {
	warnedAbout
	Chosen bool `json:"chosen"`
}

type arrivalLine struct {
	Name  string `json:"name"`
	Path  string `json:"path"`
	Batch string `json:"batch"`
}

// dateOf gives nil when nothing is known.
func dateOf(d *catalog.Date) *dateLine {
	if d == nil {
		return nil
	}
	text := func(t *time.Time, zone string) *string {
		if t == nil {
			return nil
		}
		return known(catalog.WallTime{Time: *t}.Wall() + zone)
	}
	from, to := d.UTC()
	line := &dateLine{
		EDTF: d.EDTF, Earliest: text(d.Earliest, ""), Latest: text(d.Latest, ""), Wall: text(d.Wall, ""),
		OffsetOrigin: known(string(d.OffsetOrigin)), UTCEarliest: text(from, "Z"), UTCLatest: text(to, "Z"), Origin: string(d.Origin),
	}
	switch len(d.Offsets) {
	case 0:
	case 1:
		line.Offset = &d.Offsets[0]
	default:
		line.Offset = known("[" + strings.Join(d.Offsets, ",") + "]")
	}
	return line
}

// placeOf gives nil when nothing is known.
func placeOf(c *workspace.Catalogue, x *catalog.Where, lat, lon *float64) *placeLine {
	if x == nil {
		return nil
	}
	line := &placeLine{
		Latitude: lat, Longitude: lon, Precision: known(string(x.Precision)), Accuracy: x.Accuracy, Name: known(x.Name),
		Origin: string(x.Origin), Datum: known(x.Datum), Country: known(x.Country), BorderZone: x.BorderZone, Countries: []string{},
	}
	switch {
	case x.BorderZone:
		line.Countries = append(line.Countries, x.Countries...)
	case x.Country != "":
		line.Countries = append(line.Countries, x.Country)
	}
	if n := x.Nearest; n != nil {
		line.Nearest = &nearestLine{ID: n.Entry, Kind: n.Kind, namesLine: namesOf(n.Names), Distance: math.Round(n.Distance)}
	}
	line.Names = entryNames(c, x)
	return line
}

// entryNames gives the names of the gazetteer's entry that a place was set by,
// which need not be the nearest one; nil when it was set otherwise.
func entryNames(c *workspace.Catalogue, x *catalog.Where) *namesLine {
	if x.Entry == "" {
		return nil
	}
	found := c.PlaceNames(x.Name, -1)
	if x.Nearest != nil {
		found = append(found, *x.Nearest)
	}
	for _, n := range found {
		if n.Entry == x.Entry {
			names := namesOf(n.Names)
			return &names
		}
	}
	return nil
}

func namesOf(n catalog.Names) namesLine {
	return namesLine{known(n.English), known(n.Korean), known(n.Chinese)}
}

// takenAt is placeOf where the camera stood, with what is known of how it stood.
func takenAt(cat *workspace.Catalogue, c *catalog.Chosen) *placeLine {
	line := placeOf(cat, c.Where, c.Latitude, c.Longitude)
	if line == nil {
		return nil
	}
	line.Altitude, line.Error = c.Altitude, c.PositionError
	degrees, magnetic := strings.CutSuffix(c.Direction, "M")
	if n, err := strconv.ParseFloat(degrees, 64); err == nil {
		reference := "T"
		if magnetic {
			reference = "M"
		}
		line.Direction, line.DirectionRef = &n, &reference
	}
	return line
}

// shownAt gives what the picture shows. The point is that of the claim which is
// followed.
func shownAt(a *workspace.Assessment) (x *catalog.Where, lat, lon *float64) {
	for i, c := range a.Claims {
		if c.Property != catalog.PropPlaceShown || !a.Followed[i] {
			continue
		}
		if place, err := catalog.ParsePlace(c.Value); err == nil {
			return a.Shown, place.Latitude, place.Longitude
		}
	}
	return a.Shown, nil, nil
}

func (p *program) warningLines(warnings []catalog.Warning) []warningLine {
	lines := []warningLine{}
	for _, x := range warnings {
		line := warningLine{Code: string(x.Code), Text: p.words.WarningText(x), Claims: []warnedAbout{}}
		for _, c := range x.Claims {
			line.Claims = append(line.Claims, about(c))
		}
		lines = append(lines, line)
	}
	return lines
}

func about(c catalog.Claim) warnedAbout {
	return warnedAbout{Origin: string(c.Origin), Property: string(c.Property), Value: known(c.Value), Raw: c.Raw}
}
