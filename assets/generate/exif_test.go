package main

import (
	"bytes"
	"encoding/json"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"os"
	"os/exec"
	"path"
	"testing"

	"github.com/disintegration/imaging"
	"github.com/rwcarlsen/goexif/exif"
	"github.com/rwcarlsen/goexif/tiff"
)

func TestExifReadsBack(t *testing.T) {
	seen := map[int]int{}
	stripped := 0
	for _, s := range shots() {
		b := committed(t, s.file)
		cfg, err := jpeg.DecodeConfig(bytes.NewReader(b))
		if err != nil {
			t.Fatalf("%s: %v", s.file, err)
		}
		x, err := exif.Decode(bytes.NewReader(b))
		if s.meta == nil {
			stripped++
			if err == nil || bytes.Contains(b, []byte("Exif\x00")) {
				t.Errorf("%s should be stripped but has Exif", s.file)
			}
			if max(cfg.Width, cfg.Height) != s.longest() {
				t.Errorf("%s: %d×%d", s.file, cfg.Width, cfg.Height)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", s.file, err)
			continue
		}
		if !bytes.HasPrefix(b, []byte{0xff, 0xd8, 0xff, 0xe1}) {
			t.Errorf("%s: APP1 does not follow SOI", s.file)
		}
		seen[checkExif(t, &s, x, cfg)]++
	}
	for o := 1; o <= 8; o++ {
		if seen[o] == 0 {
			t.Errorf("no sample has orientation %d", o)
		}
	}
	if stripped < 4 {
		t.Errorf("%d stripped samples, want at least 4", stripped)
	}
}

// checkExif compares what goexif reads with what was meant; it returns the orientation.
func checkExif(t *testing.T, s *shot, x *exif.Exif, cfg image.Config) int {
	t.Helper()
	m := s.meta
	stamp := m.taken.Format("2006:01:02 15:04:05")
	for n, want := range map[exif.FieldName]string{
		exif.Make: m.make, exif.Model: m.model, exif.LensModel: m.lens, exif.DateTimeOriginal: stamp, exif.DateTimeDigitized: stamp,
		exif.SubSecTimeOriginal: m.taken.Format(".000")[1:],
	} {
		if got := text(x, n); got != want {
			t.Errorf("%s: %s is %q, want %q", s.file, n, got, want)
		}
	}
	for n, want := range map[exif.FieldName]int{
		exif.PixelXDimension: cfg.Width, exif.PixelYDimension: cfg.Height, exif.ISOSpeedRatings: int(m.iso),
		exif.FNumber: int(m.fNumber[0] * 1000 / m.fNumber[1]), exif.ExposureTime: int(1000 / m.exposure[1]),
		exif.FocalLength: int(m.focal[0] * 1000 / m.focal[1]), exif.Orientation: int(m.orientation),
	} {
		if got := number(x, n); got != want {
			t.Errorf("%s: %s is %d, want %d", s.file, n, got, want)
		}
	}
	if max(cfg.Width, cfg.Height) != cameraSide || (cfg.Width < cfg.Height) != (s.upright != (m.orientation >= 5)) {
		t.Errorf("%s: stored as %d×%d with orientation %d", s.file, cfg.Width, cfg.Height, m.orientation)
	}
	lat, lon, err := x.LatLong()
	if m.place == nil {
		if err == nil {
			t.Errorf("%s: at %v, %v though it knows no place", s.file, lat, lon)
		}
		return number(x, exif.Orientation)
	}
	if err != nil || math.Abs(lat-m.place.lat) > 1e-7 || math.Abs(lon-m.place.lon) > 1e-7 {
		t.Errorf("%s: at %v, %v (%v)", s.file, lat, lon, err)
	}
	if got := float64(number(x, exif.GPSAltitude)) / 1000; math.Abs(got-m.place.alt) > 0.01 {
		t.Errorf("%s: altitude %v, want %v", s.file, got, m.place.alt)
	}
	return number(x, exif.Orientation)
}

// text is a field's text, "" when it is missing.
func text(x *exif.Exif, n exif.FieldName) string {
	tag, err := x.Get(n)
	if err != nil {
		return ""
	}
	v, err := tag.StringVal()
	if err != nil {
		return err.Error()
	}
	return v
}

// number is a field's value, thousandths of a rational, or -1 when it is missing.
func number(x *exif.Exif, n exif.FieldName) int {
	tag, err := x.Get(n)
	if err != nil {
		return -1
	}
	if tag.Format() == tiff.RatVal {
		if a, b, err := tag.Rat2(0); err == nil && b != 0 {
			return int(a * 1000 / b)
		}
		return -1
	}
	v, err := tag.Int(0)
	if err != nil {
		return -1
	}
	return v
}

// TestOrientationAgreesWithImaging stores a picture in each of the eight ways and
// lets another program's reader turn it upright.
func TestOrientationAgreesWithImaging(t *testing.T) {
	up := image.NewRGBA(image.Rect(0, 0, 48, 32))
	for y := range 32 {
		for x := range 48 {
			up.SetRGBA(x, y, color.RGBA{uint8(x * 5), uint8(y * 7), uint8((x/16 + y/16) % 2 * 200), 255})
		}
	}
	for o := uint16(1); o <= 8; o++ {
		m := snap(galaxy(), "2023-07-02 09:12:04.318", o, 42.8, 130.3, 10, 100, 50)
		b, err := encode(stored(up, o), 95)
		if err != nil {
			t.Fatal(err)
		}
		if b, err = insertExif(b, m.tiff(1, 1)); err != nil {
			t.Fatal(err)
		}
		got, err := imaging.Decode(bytes.NewReader(b), imaging.AutoOrientation(true))
		if err != nil {
			t.Fatal(err)
		}
		if d := pixelDistance(up, got); d > 6 {
			t.Errorf("orientation %d: upright differs by %.1f steps", o, d)
		}
	}
}

// TestExiftoolAgrees reads the samples with exiftool where it is installed.
func TestExiftoolAgrees(t *testing.T) {
	tool, err := exec.LookPath("exiftool")
	if err != nil {
		t.Skip("exiftool is not installed")
	}
	dir := t.TempDir()
	want := map[string]*meta{}
	for _, s := range shots() {
		if err := os.WriteFile(path.Join(dir, s.file), committed(t, s.file), 0o600); err != nil {
			t.Fatal(err)
		}
		want[s.file] = s.meta
	}
	out, err := exec.Command(tool, "-json", "-n", "-Warning", "-Validate", "-FileName", "-Orientation", "-OffsetTimeOriginal", "-SubSecDateTimeOriginal", "-GPSDateTime", "-GPSLatitude", dir).Output()
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		FileName, OffsetTimeOriginal, SubSecDateTimeOriginal, GPSDateTime string
		Warning                                                           any
		Orientation                                                       uint16
		GPSLatitude                                                       float64
	}
	if err := json.Unmarshal(out, &rows); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		m := want[r.FileName]
		if r.Warning != nil {
			t.Errorf("%s: exiftool warns: %v", r.FileName, r.Warning)
		}
		if m == nil {
			if r.SubSecDateTimeOriginal != "" || r.Orientation != 0 {
				t.Errorf("%s is not stripped", r.FileName)
			}
			continue
		}
		gps, lat := "", 0.0
		if m.place != nil {
			lat = m.place.lat
		}
		if m.place != nil && m.place.utc != nil {
			gps = m.place.utc.Format("2006:01:02 15:04:05Z")
		}
		if r.Orientation != m.orientation || r.OffsetTimeOriginal != m.offset || r.GPSDateTime != gps ||
			r.SubSecDateTimeOriginal != m.taken.Format("2006:01:02 15:04:05.000")+m.offset || math.Abs(r.GPSLatitude-lat) > 1e-7 {
			t.Errorf("%s: exiftool reads %+v", r.FileName, r)
		}
	}
	if len(rows) != len(want) {
		t.Errorf("exiftool read %d files, want %d", len(rows), len(want))
	}
}
