package places

import (
	"slices"
	"testing"
	"time"
	_ "time/tzdata"
)

func TestOffsets(t *testing.T) {
	for _, c := range []struct {
		country, wall string
		want          []string
	}{
		{"CN", "2023-07-03 12:00", []string{"+08:00"}},
		{"KR", "2016-07-03 12:00", []string{"+09:00"}},
		{"KP", "2015-08-14 23:29", []string{"+09:00"}},
		{"KP", "2015-08-14 23:30", []string{"+08:30", "+09:00"}}, // this half hour came twice
		{"KP", "2015-08-15 00:00", []string{"+08:30"}},
		{"KP", "2016-01-01 12:00", []string{"+08:30"}},
		{"KP", "2018-05-04 23:29", []string{"+08:30"}},
		{"KP", "2018-05-04 23:45", []string{"+08:30", "+09:00"}}, // this one never
		{"KP", "2018-05-05 00:00", []string{"+09:00"}},
		{"KP", "2023-07-03 12:00", []string{"+09:00"}},
		{"RU", "2010-01-15 12:00", []string{"+10:00"}},
		{"RU", "2010-07-15 12:00", []string{"+11:00"}},
		{"RU", "2012-01-15 12:00", []string{"+11:00"}},
		{"RU", "2014-10-25 12:00", []string{"+11:00"}},
		{"RU", "2014-10-26 01:30", []string{"+10:00", "+11:00"}},
		{"RU", "2014-10-27 12:00", []string{"+10:00"}},
		{"RU", "1990-01-01 12:00", nil},
		{"JP", "2023-07-03 12:00", nil},
	} {
		wall, err := time.Parse("2006-01-02 15:04", c.wall)
		if err != nil {
			t.Fatal(err)
		}
		if got := Offsets(c.country, wall.In(time.UTC)); !slices.Equal(got, c.want) {
			t.Errorf("%s %s: %v, want %v", c.country, c.wall, got, c.want)
		}
	}
	if got := Offsets("KP", time.Time{}); !slices.Equal(got, []string{"+08:30", "+09:00"}) {
		t.Errorf("KP at any time: %v", got)
	}
	seoul := time.FixedZone("", 9*3600)
	if got := Offsets("KP", time.Date(2018, 5, 4, 20, 0, 0, 0, seoul)); !slices.Equal(got, []string{"+08:30"}) {
		t.Errorf("the zone of the time counts: %v", got)
	}
}

// TestOffsetsAgreeWithTheDatabase compares every third hour of three decades.
func TestOffsetsAgreeWithTheDatabase(t *testing.T) {
	for country, name := range map[string]string{"CN": "Asia/Shanghai", "KP": "Asia/Pyongyang", "KR": "Asia/Seoul", "RU": "Asia/Vladivostok"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		for at := time.Date(1997, 1, 2, 0, 0, 0, 0, time.UTC); at.Year() < 2027; at = at.Add(3 * time.Hour) {
			local := at.In(zone)
			if got, want := Offsets(country, local), local.Format("-07:00"); !slices.Contains(got, want) {
				t.Fatalf("%s %v: %v", country, local, got)
			}
		}
	}
}
