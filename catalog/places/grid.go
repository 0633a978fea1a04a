package places

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Grid references: UTM, "52T 625700 4713500", and MGRS, "52T FN 25700 13500"
// (NGA.STND.0037: The Universal Grids and the Transverse Mercator Projection).

var (
	utmText  = regexp.MustCompile(`^(?:utm)?[ :]*(\d{1,2}) ?([a-z])[ ,;]+(\d{6,7}(?:\.\d{1,6})?) ?(?:m?e)?[ ,;]+(\d{1,8}(?:\.\d{1,6})?) ?(?:m?n)?$`)
	mgrsText = regexp.MustCompile(`^(?:mgrs)?[ :]*(\d{1,2}) ?([a-z]) ?([a-z]{2}) ?(\d{1,10}|\d{1,5}[ ,]+\d{1,5})$`)
)

const bands = "cdefghjklmnpqrstuvwx" // 8 degrees each from 80 S, the last one 12

// parseGrid reads a grid reference; isGrid is false when the text is none.
func parseGrid(text string) (f fix, isGrid bool, err error) {
	plainText := strings.Join(strings.Fields(strings.Map(plain, text)), " ")
	if m := utmText.FindStringSubmatch(plainText); m != nil {
		easting, _ := strconv.ParseFloat(m[3], 64)
		northing, _ := strconv.ParseFloat(m[4], 64)
		f, err = fromUTM(text, m[1], m[2], easting, northing)
		return f, true, err
	}
	if m := mgrsText.FindStringSubmatch(plainText); m != nil {
		f, err = fromMGRS(text, m[1], m[2], m[3], m[4])
		return f, true, err
	}
	return fix{}, false, nil
}

// zoneOf checks a zone and its band and gives the zone and the band's latitudes.
func zoneOf(text, zone, band string) (n int, south, north float64, err error) {
	n, _ = strconv.Atoi(zone)
	b := strings.Index(bands, band)
	if n < 1 || n > 60 || b < 0 {
		return 0, 0, 0, wrong(ReasonGrid, text, 0)
	}
	south = float64(8*b - 80)
	north = south + 8
	if band == "x" {
		north += 4
	}
	return n, south, north, nil
}

// fromUTM reads a UTM position. The letter is the band; S is taken for "south" when
// the northing does not fit into the band S.
func fromUTM(text, zone, band string, easting, northing float64) (fix, error) {
	n, south, north, err := zoneOf(text, zone, band)
	if err != nil {
		return fix{}, err
	}
	if easting < 100_000 || easting >= 900_000 || northing > 10_000_000 {
		return fix{}, wrong(ReasonGrid, text, 0)
	}
	falseNorthing := 0.0
	if south < 0 {
		falseNorthing = 10_000_000
	}
	lat, lon := transverse(n, easting, northing-falseNorthing)
	fits := func() bool { return lat >= south-0.5 && lat <= north+0.5 }
	if !fits() && band == "s" {
		south, north = -80, 0
		lat, lon = transverse(n, easting, northing-10_000_000)
	}
	if !fits() && band == "n" { // "north"
		south, north = 0, 84
		lat, lon = transverse(n, easting, northing)
	}
	if !fits() {
		return fix{}, wrong(ReasonGrid, text, 0)
	}
	return fix{lat, lon, 1}, check(text, lat, lon)
}

// fromMGRS reads a square of 100 km by its letters and the place in it.
func fromMGRS(text, zone, band, square, place string) (fix, error) {
	n, south, north, err := zoneOf(text, zone, band)
	if err != nil {
		return fix{}, err
	}
	const columns, rows = "abcdefghjklmnpqrstuvwxyz", "abcdefghjklmnpqrstuv"
	column := strings.IndexByte(columns, square[0]) - (n-1)%3*8
	row := strings.IndexByte(rows, square[1])
	if column < 0 || column > 7 || row < 0 {
		return fix{}, wrong(ReasonGrid, text, 0)
	}
	if n%2 == 0 {
		row = (row + 15) % 20 // even zones begin with F
	}
	digits := strings.FieldsFunc(place, func(r rune) bool { return r == ' ' || r == ',' })
	if len(digits) == 1 && len(place)%2 == 0 {
		digits = []string{place[:len(place)/2], place[len(place)/2:]}
	}
	if len(digits) != 2 || len(digits[0]) != len(digits[1]) {
		return fix{}, wrong(ReasonGrid, text, 0)
	}
	step := math.Pow(10, float64(5-len(digits[0])))
	e, _ := strconv.ParseFloat(digits[0], 64)
	o, _ := strconv.ParseFloat(digits[1], 64)
	easting := float64(column+1)*100_000 + (e+0.5)*step
	northing := float64(row)*100_000 + (o+0.5)*step
	falseNorthing := 0.0
	if south < 0 {
		falseNorthing = 10_000_000
	}
	// The letters of rows repeat every 2,000 km: the band tells which is meant.
	for ; northing < 10_000_000; northing += 2_000_000 {
		lat, lon := transverse(n, easting, northing-falseNorthing)
		if lat >= south-0.5 && lat <= north+0.5 {
			return fix{lat, lon, step / math.Sqrt2}, check(text, lat, lon)
		}
	}
	return fix{}, wrong(ReasonGrid, text, 0)
}

// transverse gives the latitude and longitude of a point of UTM, in metres east
// of 500 km west of the zone's meridian and north of the equator: the series of
// Krüger (1912) to the fourth order, exact to a millimetre inside of a zone.
func transverse(zone int, easting, northing float64) (lat, lon float64) {
	const (
		axis = 6_378_137.0 // WGS 84
		n    = 0.0016792203863837047
		k    = 0.9996
	)
	const rectifying = axis / (1 + n) * (1 + n*n/4 + n*n*n*n/64)
	beta := [4]float64{
		n/2 - 2*n*n/3 + 37*n*n*n/96 - n*n*n*n/360,
		n*n/48 + n*n*n/15 - 437*n*n*n*n/1440,
		17*n*n*n/480 - 37*n*n*n*n/840,
		4397 * n * n * n * n / 161280,
	}
	delta := [4]float64{
		2*n - 2*n*n/3 - 2*n*n*n + 116*n*n*n*n/45,
		7*n*n/3 - 8*n*n*n/5 - 227*n*n*n*n/45,
		56*n*n*n/15 - 136*n*n*n*n/35,
		4279 * n * n * n * n / 630,
	}
	xi, eta := northing/(k*rectifying), (easting-500_000)/(k*rectifying)
	x, y := xi, eta
	for i, b := range beta {
		m := float64(2 * (i + 1))
		x -= b * math.Sin(m*xi) * math.Cosh(m*eta)
		y -= b * math.Cos(m*xi) * math.Sinh(m*eta)
	}
	chi := math.Asin(math.Sin(x) / math.Cosh(y))
	phi := chi
	for i, d := range delta {
		phi += d * math.Sin(float64(2*(i+1))*chi)
	}
	lambda := math.Atan2(math.Sinh(y), math.Cos(x))
	return phi * 180 / math.Pi, lambda*180/math.Pi + float64(6*zone-183)
}
