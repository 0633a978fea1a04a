package present_test

import (
	"testing"
	"time"

	"waybill/catalog"
)

func TestCountAndBytes(t *testing.T) {
	w := load(t)
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1000: "−1,000"} {
		check(t, w.Count(n), want)
	}
	for n, want := range map[int64]string{
		0: "0 bytes", 1: "1 byte", 999: "999 bytes", 1000: "1 kB", 1500: "1.5 kB", 9949: "9.9 kB", 9960: "10 kB", 999_400: "999 kB",
		999_600: "1 MB", 12_345_678: "12 MB", 2_500_000_000: "2.5 GB", 7_000_000_000_000: "7 TB", 5_000_000_000_000_000: "5,000 TB", -5: "0 bytes",
	} {
		check(t, w.Bytes(n), want)
	}
}

func TestMegapixels(t *testing.T) {
	w := load(t)
	for sides, want := range map[[2]int]string{
		{4000, 3000}: "12 megapixels", {1600, 1200}: "1.9 megapixels", {1000, 1000}: "1 megapixel", {320, 240}: "0.08 megapixels",
		{10, 10}: "0.01 megapixels", {20000, 10000}: "200 megapixels", {60000, 50000}: "3,000 megapixels",
	} {
		check(t, w.Megapixels(sides[0], sides[1]), want)
	}
}

func TestDuration(t *testing.T) {
	w := load(t)
	for d, want := range map[time.Duration]string{
		0: "less than 1 s", -time.Hour: "less than 1 s", 600 * time.Millisecond: "1 s", 6 * time.Second: "6 s",
		59*time.Second + 700*time.Millisecond: "1 min", 125 * time.Second: "2 min", 59*time.Minute + 40*time.Second: "1 h",
		80 * time.Minute: "1 h 20 min", 1500 * time.Hour: "1,500 h",
	} {
		check(t, w.Duration(d), want)
	}
}

func TestPosition(t *testing.T) {
	w := load(t)
	check(t, w.Position(42.858, 130.356), "42.85800° N, 130.35600° E")
	check(t, w.Position(-33.9, -70.123456), "33.90000° S, 70.12346° W")
	check(t, w.Position(0, 0), "0.00000° N, 0.00000° E")
}

func TestDayAndTime(t *testing.T) {
	w := load(t)
	for text, want := range map[string][2]string{
		"2023-07-03T14:05:59":       {"3 July 2023", "3 July 2023, 14:05"},
		"2023-07-03T14:05:00+08:00": {"3 July 2023", "3 July 2023, 14:05 (+08:00)"},
		"1999-12-31T00:00:00-03:30": {"31 December 1999", "31 December 1999, 00:00 (-03:30)"},
	} {
		at, err := catalog.ParseWallTime(text)
		if err != nil {
			t.Fatal(err)
		}
		check(t, w.Day(at), want[0])
		check(t, w.Time(at), want[1])
	}
	for month := time.January; month <= time.December; month++ {
		at := catalog.WallTime{Time: time.Date(2023, month, 1, 0, 0, 0, 0, time.UTC)}
		check(t, w.Day(at), "1 "+month.String()+" 2023")
	}
}
