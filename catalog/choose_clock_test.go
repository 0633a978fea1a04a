package catalog_test

import (
	"testing"

	"waybill/catalog"
)

// TestChooseUTC: names that give an instant in UTC, see wx_camera and pixel in
// filename_patterns.tsv.
func TestChooseUTC(t *testing.T) {
	const instant = "filename taken 2023-07-03T06:05:00Z"
	for _, tt := range []dateCase{
		{
			name: "no place", claims: []string{instant}, edtf: "2023-07-03T06:05:00Z",
			bounds: "2023-07-02T18:05:00 2023-07-03T20:05:00", origin: "filename", followed: []int{0},
		},
		{
			name: "inside China", claims: []string{instant, "gps position " + yanji}, edtf: "2023-07-03T14:05:00+08:00",
			exact: "2023-07-03T14:05:00", origin: "filename", followed: []int{0, 1},
		},
		{
			name: "on the bridge", claims: []string{instant, "gps position " + quanhe}, edtf: "2023-07-03T06:05:00Z",
			bounds: "2023-07-03T14:05:00 2023-07-03T15:05:00", origin: "filename", followed: []int{0, 1},
		},
		{
			name: "beside the wall time", claims: []string{"exif taken 2023-07-03T15:05:00", instant}, edtf: "2023-07-03T15:05:00",
			exact: "2023-07-03T15:05:00", origin: "exif", followed: []int{0},
		},
		{
			name: "Z in a file is the clock of the place", claims: []string{"xmp taken 2023-07-03T14:05:00Z"}, edtf: "2023-07-03T14:05:00Z",
			exact: "2023-07-03T14:05:00", origin: "xmp", followed: []int{0},
		},
	} {
		t.Run(tt.name, tt.run)
	}
}

// TestChooseImpossible: the photo came in on 1 August 2024 at 12:00 UTC.
func TestChooseImpossible(t *testing.T) {
	const good = "2023-07-03T14:05:00"
	impossible := []string{
		"exif taken 1970-01-01T00:00:00", "exif taken 1970-01-01T08:00:01", "exif taken 1970-06-03T10:00:00", "exif taken 1969-12-31T19:00:00",
		"exif taken 1980-01-01T00:00:00", "exif taken 1904-01-01T00:00:00", "exif taken 2000-01-01T00:00:30", "exif taken 0001-01-01T00:00:00",
		"exif taken 1825-12-31T00:00:00", "exif taken 2024-08-02T02:00:01", "exif taken 2031-05-01T00:00:00", "exif taken 2024-08-03", "xmp taken 2025",
		"xmp taken 2024-08-02T02:00:01Z",
	}
	for _, text := range impossible {
		t.Run(text, func(t *testing.T) {
			dateCase{claims: []string{text}, followed: []int{}, warnings: "clock_wrong 0"}.run(t)
			dateCase{
				claims: []string{text, "filename taken " + good}, edtf: good, exact: good, origin: "filename", followed: []int{1}, warnings: "clock_wrong 0",
			}.run(t)
		})
	}
	for _, text := range []string{
		"filename taken 1970-01-01T00:00:00Z", "filename taken 2024-08-01T12:02:01Z", "filename saved 1970-01-01T00:00:00Z", "filename saved 2031-01-01T00:00:00",
		"filename received 2031-01-01", "filename screenshot_taken 1980-01-01T00:00:00",
	} {
		t.Run(text, func(t *testing.T) {
			dateCase{claims: []string{text}, followed: []int{}, warnings: "clock_wrong 0"}.run(t)
		})
	}
	for text, want := range map[string]string{
		"exif taken 1980-01-02T00:00:00": "1980-01-02T00:00:00", "exif taken 2000-01-01T00:01:00": "2000-01-01T00:01:00",
		"exif taken 2024-08-02T02:00:00": "2024-08-02T02:00:00", "exif taken 1826-06-01T12:00:00": "1826-06-01T12:00:00", "iptc taken 1970": "1970",
		"iptc taken 2000-01-01": "2000-01-01", "xmp taken 2024": "2024", "editor taken 1970-01-01T00:00:00": "1970-01-01T00:00:00",
		"source taken 2031-05-01": "2031-05-01", "editor taken 2031": "2031",
	} {
		if c := catalog.Choose(said(t, text), circumstances(t)); c.Date == nil || c.Date.EDTF != want || c.Warnings != nil {
			t.Errorf("%s gives %+v, %v", text, c.Date, c.Warnings)
		}
	}
	at := catalog.Circumstances{} // when it came in is not known
	if c := catalog.Choose(said(t, "exif taken 2031-05-01T00:00:00"), at); c.Date == nil {
		t.Error("without a time of import the future is refused")
	}
}

// TestChooseOfScreens: what the file of a screenshot or of a photographed screen
// says is the time and the place of the screen.
func TestChooseOfScreens(t *testing.T) {
	const exif = "exif taken 2023-07-03T14:05:00+08:00"
	for _, tt := range []dateCase{
		{
			name: "a screenshot by its name", claims: []string{"filename kind screenshot", exif},
			edtf: "[..2023-07-03T14:05:00]", origin: "exif", followed: []int{0, 1}, warnings: "not_the_scene 1",
		},
		{
			name: "a screen by the editor", claims: []string{"editor kind screen-photo", exif, "gps position " + yanji, "filename taken 2023-07-03T06:05:00Z"},
			edtf: "[..2023-07-03T14:05:00]", origin: "exif", followed: []int{0, 1}, warnings: "not_the_scene 1 2 3",
		},
		{
			name: "the editor's kind counts", claims: []string{"filename kind screenshot", "editor kind scene", exif},
			edtf: "2023-07-03T14:05:00+08:00", exact: "2023-07-03T14:05:00", origin: "exif", followed: []int{1, 2},
		},
		{
			name: "people and batches date it", claims: []string{"filename kind screenshot", exif, "source taken 2021-05-01"},
			edtf: "2021-05-01", origin: "source", followed: []int{0, 2}, warnings: "not_the_scene 1",
		},
		{
			name: "by a batch alone", claims: []string{"filename kind screenshot", exif, "batch taken 2021-05-01"},
			edtf: "2021-05-01", origin: "batch", followed: []int{0, 2}, warnings: "not_the_scene 1",
		},
		{
			name: "nobody can have taken it later", claims: []string{"filename kind screenshot", exif, "editor taken 2024-05-01"},
			edtf: "2024-05-01", origin: "editor", followed: []int{0, 2}, warnings: "date_conflict 2 1, not_the_scene 1",
		},
		{
			name: "documents are scenes", claims: []string{"editor kind document", exif}, edtf: "2023-07-03T14:05:00+08:00",
			exact: "2023-07-03T14:05:00", origin: "exif", followed: []int{0, 1},
		},
	} {
		t.Run(tt.name, tt.run)
	}
	c := catalog.Choose(said(t, "editor kind screen-photo", "gps position "+yanji, "gps altitude 200", "gps view_direction 120", "gps position_error 5", "exif model X"),
		circumstances(t))
	if c.Latitude != nil || c.Where != nil || c.Altitude != nil || c.Direction != "" || c.PositionError != nil || c.Model != "X" {
		t.Errorf("the screen's place is the scene's: %+v", c)
	}
	c = catalog.Choose(said(t, "editor kind screen-photo", "gps position "+yanji, `editor place {"latitude":42.5,"longitude":130.5,"precision":"exact"}`), circumstances(t))
	if c.Latitude == nil || *c.Latitude != 42.5 || c.Where.Origin != catalog.OriginEditor || c.Warned(catalog.WarnPlaces) {
		t.Errorf("an editor's place of a screen: %+v", c)
	}
}
