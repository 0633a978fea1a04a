package catalog_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/places"
)

// said reads claims written as "origin property value".
func said(t testing.TB, texts ...string) []catalog.Claim {
	t.Helper()
	claims := make([]catalog.Claim, len(texts))
	next := map[[2]string]int{}
	for i, text := range texts {
		part := strings.SplitN(text, " ", 3)
		if len(part) != 3 {
			t.Fatalf("claim %q", text)
		}
		about := [2]string{part[0], part[1]}
		claims[i] = catalog.Claim{
			ID: int64(i + 1), Origin: catalog.Origin(part[0]), Property: catalog.Property(part[1]), N: next[about], Raw: part[2], Value: part[2],
		}
		next[about]++
	}
	return claims
}

// gazetteer loads the shipped places once.
var gazetteer = sync.OnceValues(func() (*places.Gazetteer, error) { return places.Load(assets.Vocabulary, assets.Place) })

// circumstances are the shipped gazetteer, and a photo that came in on 1 August 2024.
func circumstances(t testing.TB) catalog.Circumstances {
	t.Helper()
	g, err := gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	return catalog.Circumstances{Gazetteer: g, Added: time.Date(2024, 8, 1, 12, 0, 0, 0, time.UTC)}
}

// followed lists the numbers of the claims that are followed, from 0.
func followed(claims []catalog.Claim, at catalog.Circumstances) []int {
	list := []int{}
	for i, f := range catalog.Followed(claims, at) {
		if f {
			list = append(list, i)
		}
	}
	return list
}

// warnings writes each warning as its code and the numbers of its claims.
func warnings(c catalog.Chosen, claims []catalog.Claim) string {
	var list []string
	for _, w := range c.Warnings {
		text := string(w.Code)
		for _, about := range w.Claims {
			text += " " + string(rune('0'+slices.Index(claims, about)))
		}
		list = append(list, text)
	}
	return strings.Join(list, ", ")
}

func bounds(d *catalog.Date) string {
	end := func(t *time.Time) string {
		if t == nil {
			return ""
		}
		return t.Format("2006-01-02T15:04:05")
	}
	return end(d.Earliest) + " " + end(d.Latest)
}

const (
	yanji   = "42.89,129.51"    // inside China
	quanhe  = "42.5645,130.532" // the bridge between China and the DPRK
	hamhung = "39.83,127.53"    // inside the DPRK
)

type dateCase struct {
	name     string
	claims   []string
	edtf     string // "" for no date
	bounds   string // "earliest latest", "" where the EDTF tells them
	exact    string // Taken().Wall(), "" for none
	origin   catalog.Origin
	followed []int
	warnings string
}

func (tt dateCase) run(t *testing.T) {
	claims, at := said(t, tt.claims...), circumstances(t)
	c := catalog.Choose(claims, at)
	edtf, origin, exact := "", catalog.Origin(""), ""
	if c.Date != nil {
		edtf, origin = c.Date.EDTF, c.Date.Origin
		if tt.bounds != "" && bounds(c.Date) != tt.bounds {
			t.Errorf("bounds %s, want %s", bounds(c.Date), tt.bounds)
		}
		if r, err := catalog.ParseDate(edtf); tt.bounds == "" && (err != nil || bounds(&catalog.Date{Earliest: r.From, Latest: r.To}) != bounds(c.Date)) {
			t.Errorf("%s has the bounds %s, %v", edtf, bounds(c.Date), err)
		}
	}
	if taken := c.Taken(); taken != nil {
		exact = taken.Wall()
	}
	if edtf != tt.edtf || origin != tt.origin || exact != tt.exact {
		t.Errorf("date %q of %q, exactly %q; want %q of %q, %q", edtf, origin, exact, tt.edtf, tt.origin, tt.exact)
	}
	if got := followed(claims, at); !slices.Equal(got, tt.followed) {
		t.Errorf("followed %v, want %v", got, tt.followed)
	}
	if got := warnings(c, claims); got != tt.warnings {
		t.Errorf("warnings %q, want %q", got, tt.warnings)
	}
}

func TestChooseDateByRank(t *testing.T) {
	const a, b = "2023-07-03T14:05:00", "2023-07-09T10:00:00"
	all := []string{
		"editor taken 2023-07-01T00:00:00", "source taken 2023-07-02T00:00:00", "exif taken 2023-07-03T00:00:00", "xmp taken 2023-07-04T00:00:00",
		"iptc taken 2023-07-05T00:00:00", "batch taken 2023-07-06T00:00:00", "filename taken 2023-07-07T00:00:00", "filesystem taken 2023-07-08T00:00:00",
	}
	for i, text := range all {
		claims := said(t, all[i:]...)
		slices.Reverse(claims) // the order in which they were made does not matter
		c := catalog.Choose(claims, circumstances(t))
		want, _, _ := strings.Cut(text, " ")
		if c.Date == nil || string(c.Date.Origin) != want || c.Date.EDTF != claims[len(claims)-1].Value {
			t.Errorf("of the origins from %s on it follows %+v", want, c.Date)
		}
		if n := len(c.Warnings); n != len(all)-i-1 {
			t.Errorf("from %s on: %d warnings", want, n)
		}
	}
	for _, tt := range []dateCase{
		{name: "nothing is claimed", followed: []int{}},
		{name: "nothing usable", claims: []string{"exif taken 0000:00:00 00:00:00", "xmp taken soon"}, followed: []int{}},
		{name: "an unusable claim gives way", claims: []string{"exif taken x", "xmp taken " + a}, edtf: a, exact: a, origin: "xmp", followed: []int{1}},
		{
			name: "the first of one origin", claims: []string{"exif taken " + a, "exif taken " + b}, edtf: a, exact: a, origin: "exif", followed: []int{0},
			warnings: "date_conflict 0 1",
		},
		{name: "no origin of ours", claims: []string{"place taken " + a}, followed: []int{}},
		{name: "modified dates nothing", claims: []string{"exif modified " + b}, followed: []int{}},
		{name: "digitized is a bound", claims: []string{"exif digitized 2023-07-03T14:05:00"}, edtf: "[..2023-07-03T14:05:00]", bounds: " 2023-07-03T14:05:00", origin: "exif", followed: []int{0}},
		{name: "digitized by a clock that was not set", claims: []string{"exif digitized 1970-01-01T00:00:10"}, followed: []int{}},
	} {
		t.Run(tt.name, tt.run)
	}
}

func TestChooseDateNarrowed(t *testing.T) {
	const exact = "2023-07-03T14:05:00"
	for _, tt := range []dateCase{
		{
			name: "a batch's days around an exact time", claims: []string{"exif taken " + exact, "batch taken [2023-07-01~..2023-07-10~]"},
			edtf: exact, exact: exact, origin: "exif", followed: []int{0},
		},
		{
			name: "an editor's month stands", claims: []string{"editor taken 2023-07", "exif taken " + exact, "batch taken 2023-07-03"},
			edtf: "2023-07", origin: "editor", followed: []int{0},
		},
		{
			name: "a source's month around an exact time", claims: []string{"source taken 2023-07", "exif taken " + exact},
			edtf: exact, exact: exact, origin: "exif", followed: []int{1},
		},
		{
			name: "a source's day inside a batch's days", claims: []string{"source taken 2023-07-05", "batch taken [2023-07-01..2023-07-10]"},
			edtf: "2023-07-05", origin: "source", followed: []int{0},
		},
		{
			name: "the same said twice keeps the stronger's doubt", claims: []string{"source taken 2023-07?", "batch taken 2023-07"},
			edtf: "2023-07?", origin: "source", followed: []int{0},
		},
		{
			name: "two overlapping sets", claims: []string{"source taken [2023-07-01..2023-07-10]", "batch taken [2023-07-05..2023-07-20]"},
			edtf: "[2023-07-05..2023-07-10]", origin: "source", followed: []int{0, 1},
		},
		{
			name: "an end stays as rough as it was", claims: []string{"source taken [2023-07-01~..2023-07-10~]", "batch taken [2023-07-05?..2023-07-20]"},
			edtf: "[2023-07-05?..2023-07-10~]", origin: "source", followed: []int{0, 1},
		},
		{
			name:   "three together",
			claims: []string{"source taken [2023-07-01..2023-07-10]", "source taken [2023-07-05..2023-07-20]", "batch taken [2023-06-20..2023-07-08]"},
			edtf:   "[2023-07-05..2023-07-08]", origin: "source", followed: []int{0, 1, 2},
		},
		{
			name:   "a fourth says it all",
			claims: []string{"source taken [2023-07-01..2023-07-10]", "source taken [2023-07-05..2023-07-20]", "iptc taken 2023-07-06", "filename taken 2023-07-06T08:00:00"},
			edtf:   "2023-07-06T08:00:00", exact: "2023-07-06T08:00:00", origin: "filename", followed: []int{3},
		},
		{
			name: "open ends meet", claims: []string{"source taken [2023-07-01..]", "source taken [..2023-07-10]"},
			edtf: "[2023-07-01..2023-07-10]", origin: "source", followed: []int{0, 1},
		},
		{
			name: "one day is left", claims: []string{"source taken [2023-07-01..2023-07-05]", "source taken [2023-07-05..2023-07-10]"},
			edtf: "2023-07-05", origin: "source", followed: []int{0, 1},
		},
		{
			name: "minutes apart are one moment", claims: []string{"exif taken " + exact, "filename taken 2023-07-03T14:07:00"},
			edtf: exact, exact: exact, origin: "exif", followed: []int{0},
		},
		{
			name: "more minutes are not", claims: []string{"exif taken " + exact, "filename taken 2023-07-03T14:07:01"},
			edtf: exact, exact: exact, origin: "exif", followed: []int{0}, warnings: "date_conflict 0 1",
		},
		{
			name: "a day apart", claims: []string{"source taken 2023-07-03", "batch taken 2023-07-04"},
			edtf: "2023-07-03", origin: "source", followed: []int{0}, warnings: "date_conflict 0 1",
		},
		{
			name: "against what two say together", claims: []string{"source taken 2023-07", "exif taken " + exact, "batch taken 2023-07-20"},
			edtf: exact, exact: exact, origin: "exif", followed: []int{1}, warnings: "date_conflict 1 2",
		},
		{
			name: "a season and a decade", claims: []string{"source taken 2023-22", "source taken 202X"},
			edtf: "2023-22", origin: "source", followed: []int{0},
		},
		{
			name: "in the border's small hours", claims: []string{"exif taken 2023-07-01T00:30:00+09:00", "batch taken 2023-07"},
			edtf: "2023-07-01T00:30:00+09:00", exact: "2023-07-01T00:30:00", origin: "exif", followed: []int{0},
		},
	} {
		t.Run(tt.name, tt.run)
	}
}

func TestChooseDateBounded(t *testing.T) {
	const saved = "2024-07-09T08:05:00"
	for _, tt := range []dateCase{
		{name: "saved", claims: []string{"filename saved " + saved}, edtf: "[.." + saved + "]", origin: "filename", followed: []int{0}},
		{name: "received on a day", claims: []string{"filename received 2024-07-09"}, edtf: "[..2024-07-09]", origin: "filename", followed: []int{0}},
		{name: "off a screen", claims: []string{"filename screenshot_taken " + saved}, edtf: "[.." + saved + "]", origin: "filename", followed: []int{0}},
		{name: "an end that is open bounds nothing", claims: []string{"filename saved [2024-07-09..]"}, followed: []int{}},
		{
			name: "the earlier of two", claims: []string{"filename saved " + saved, "filename received 2024-07-01"},
			edtf: "[..2024-07-01]", origin: "filename", followed: []int{1},
		},
		{
			name: "saved in UTC, no place", claims: []string{"filename saved 2024-07-09T08:05:00Z"},
			edtf: "[..2024-07-09T22:05:00]", origin: "filename", followed: []int{0},
		},
		{
			name: "saved in UTC, inside China", claims: []string{"filename saved 2024-07-09T08:05:00Z", "gps position " + yanji},
			edtf: "[..2024-07-09T16:05:00]", origin: "filename", followed: []int{0, 1},
		},
		{
			name: "saved after an exact time", claims: []string{"exif taken 2023-07-03T14:05:00", "filename saved " + saved},
			edtf: "2023-07-03T14:05:00", exact: "2023-07-03T14:05:00", origin: "exif", followed: []int{0},
		},
		{
			name: "saved before, by the clock of another place", claims: []string{"exif taken 2024-07-09T20:00:00", "filename saved " + saved},
			edtf: "2024-07-09T20:00:00", exact: "2024-07-09T20:00:00", origin: "exif", followed: []int{0},
		},
		{
			name: "saved days before", claims: []string{"exif taken 2024-07-12T08:05:00", "filename saved " + saved},
			edtf: "2024-07-12T08:05:00", exact: "2024-07-12T08:05:00", origin: "exif", followed: []int{0}, warnings: "date_conflict 0 1",
		},
		{
			// The phone that saved it may have stood where it was the day before.
			name: "a source's day is not cut by a clock elsewhere", claims: []string{"source taken 2024-07-09", "filename saved " + saved},
			edtf: "2024-07-09", origin: "source", followed: []int{0},
		},
		{
			name: "a batch's month is cut by days", claims: []string{"batch taken 2024-07", "filename saved " + saved},
			edtf: "[2024-07-01..2024-07-10]", origin: "batch", followed: []int{0, 1},
		},
		{
			name: "a batch's month is cut by a known instant", claims: []string{"batch taken 2024-07", "filename saved 2024-07-09T08:05:00Z", "gps position " + yanji},
			edtf: "[2024-07-01T00:00:00..2024-07-09T16:05:00]", origin: "batch", followed: []int{0, 1, 2},
		},
	} {
		t.Run(tt.name, tt.run)
	}
	c := catalog.Choose(said(t, "filename saved "+saved), circumstances(t))
	if c.Taken() != nil || c.Dated() {
		t.Errorf("a bound is taken for a date: %v, %v", c.Taken(), c.Dated())
	}
}
