package places

import (
	"math"
	"strings"
	"unicode/utf8"
)

// maxCoordinates is how long a text with coordinates may be, in bytes.
const maxCoordinates = 400

// fix is a point that was read from a text.
type fix struct {
	lat, lon float64 // degrees
	accuracy float64 // metres that the last digit given stands for, half of its step
}

// parseFix reads a point in any common notation, in degrees:
//
//	42.5645, 130.532            decimal degrees, latitude first
//	42,5645; 130,532            with decimal commas
//	-33.9 18.4                  south and west negative
//	130.532E 42.5645N           any order with N, S, E, W
//	42°33′52.2″N 130°31′55.2″E  degrees, minutes, seconds; also 42° 33.87' N
//	N42 33 52 E130 31 55        and without marks; 423352N 1303155E
//	lat 42.5645 lon 130.532     also 북위 42.5645도, 北纬42.5645°, с.ш.
//	+42.5645+130.532/           ISO 6709
//	geo:42.5645,130.532;u=35    RFC 5870
//	52T 625700 4713500          UTM: zone and band, metres east and north
//	52T FN 25700 13500          MGRS: the middle of the square that it names
//
// Without letters the first number is the latitude, unless it is beyond 90
// degrees and only the other one can be. Full-width characters are read as
// their common forms. Errors are an *Error. 0, 0 is refused: no photo of this world
// was taken there, but many devices write it when they do not know.
func parseFix(text string) (fix, error) {
	if len(text) > maxCoordinates || !utf8.ValidString(text) {
		if len(text) > maxCoordinates {
			return fix{}, wrong(ReasonTooLong, text, 0)
		}
		return fix{}, wrong(ReasonNotNumbers, text, 0)
	}
	if strings.TrimSpace(text) == "" {
		return fix{}, wrong(ReasonEmpty, text, 0)
	}
	if rest, ok := cutScheme(text, "geo:"); ok {
		l, err := readGeo(text, rest)
		if err != nil {
			return fix{}, err
		}
		return fix{l.Lat, l.Lon, l.Accuracy}, nil
	}
	if f, isGrid, err := parseGrid(text); isGrid {
		return f, err
	}
	tokens, err := lex(text)
	if err != nil {
		return fix{}, err
	}
	f, err := combine(text, tokens)
	if err != nil {
		return fix{}, err
	}
	return f, check(text, f.lat, f.lon)
}

// check refuses what is no point on the globe, and 0, 0.
func check(text string, lat, lon float64) error {
	switch {
	case !(math.Abs(lat) <= 90):
		return wrong(ReasonLatitude, text, 0)
	case !(math.Abs(lon) <= 180):
		return wrong(ReasonLongitude, text, 0)
	case math.Abs(lat) < 1e-9 && math.Abs(lon) < 1e-9:
		return wrong(ReasonZero, text, 0)
	}
	return nil
}

// angle is what stands for one coordinate: up to three numbers and what they are called.
type angle struct {
	numbers  []token
	marks    []rune // '°', '\'' or '"' after the number of the same place, 0 for none
	axis     axis
	negative bool // S or W
	lettered bool // N, S, E or W is given
	sign     int  // -1, +1, or 0 when none is given
	signAt   int
}

// combine makes a point of tokens: it divides them in two angles, by the letters
// if there are any.
func combine(text string, tokens []token) (fix, error) {
	var worst *Error
	for _, divide := range []func(string, []token) ([]angle, *Error){byPrefix, bySuffix, byNumbers} {
		angles, err := divide(text, tokens)
		if err == nil {
			return point(text, angles)
		}
		// The attempt that got farthest knows best what is wrong.
		if worst == nil || worst.Reason == ReasonIncomplete && (err.Reason != ReasonIncomplete || err.At > worst.At) {
			worst = err
		}
	}
	return fix{}, worst
}

// point puts two angles together.
func point(text string, angles []angle) (fix, error) {
	a, b := angles[0], angles[1]
	x, stepX, err := a.degrees(text)
	if err != nil {
		return fix{}, err
	}
	y, stepY, err := b.degrees(text)
	if err != nil {
		return fix{}, err
	}
	switch {
	case a.axis != noAxis && a.axis == b.axis:
		return fix{}, wrong(ReasonSameAxis, text, b.numbers[0].at)
	case a.axis == longitude || b.axis == latitude,
		a.axis == noAxis && b.axis == noAxis && math.Abs(x) > 90 && math.Abs(x) <= 180 && math.Abs(y) <= 90:
		a, b, x, y, stepX, stepY = b, a, y, x, stepY, stepX
	}
	if math.Abs(x) > 90 {
		return fix{}, wrong(ReasonLatitude, text, a.numbers[0].at)
	}
	if math.Abs(y) > 180 {
		return fix{}, wrong(ReasonLongitude, text, b.numbers[0].at)
	}
	// Tables drop the noughts at the end: 42.5645, 130.5 is as good as 130.5000.
	step := min(stepX, stepY) * metresPerDegree
	return fix{x, y, math.Hypot(step, step*math.Cos(x*math.Pi/180)) / 2}, nil
}

// degrees gives an angle in degrees, and the step of its last digit.
func (a angle) degrees(text string) (value, step float64, err error) {
	if a.sign != 0 && a.lettered {
		return 0, 0, wrong(ReasonSign, text, a.signAt)
	}
	numbers := a.numbers
	if len(numbers) == 1 && a.lettered {
		numbers = numbers[0].packed(a.axis)
	}
	unit := 1.0
	for i, n := range numbers {
		if i > 0 && n.value >= 60 {
			return 0, 0, wrong(ReasonSixty, text, n.at)
		}
		if i+1 < len(numbers) && n.decimals > 0 {
			return 0, 0, wrong(ReasonFraction, text, n.at)
		}
		if m := a.mark(i); m != 0 && m != []rune{'°', '\'', '"'}[i] {
			return 0, 0, wrong(ReasonOrder, text, n.at)
		}
		value += n.value * unit
		step = unit * math.Pow(10, -float64(n.decimals))
		unit /= 60
	}
	if a.negative || a.sign < 0 {
		value = -value
	}
	return value, step, nil
}

func (a angle) mark(i int) rune {
	if i < len(a.marks) {
		return a.marks[i]
	}
	return 0
}
