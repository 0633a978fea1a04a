package present_test

import (
	"testing"

	"waybill/catalog"
)

func claim(origin catalog.Origin, property catalog.Property, raw, value string) catalog.Claim {
	return catalog.Claim{Origin: origin, Property: property, Raw: raw, Value: value}
}

func TestClaim(t *testing.T) {
	w := load(t)
	place := catalog.Place{Latitude: p(42.5667), Longitude: p(130.5333), Entry: "quanhe-wonjong", Name: "圈河", Precision: catalog.PrecisionCrossing}
	pin := catalog.Place{Latitude: p(42.5667), Longitude: p(130.5333), Datum: catalog.DatumGCJ02, Precision: catalog.PrecisionExact}
	for _, c := range []struct {
		claim catalog.Claim
		want  string
	}{
		{claim(catalog.OriginExif, catalog.PropTaken, "2023:07:03 14:05:59", "2023-07-03T14:05:59"), "EXIF: 3 July 2023, 14:05"},
		{claim(catalog.OriginExif, catalog.PropTaken, "0000:00:00 00:00:00", ""), "EXIF: “0000:00:00 00:00:00” (Taken, not usable)"},
		{claim(catalog.OriginFilename, catalog.PropSaved, "mmexport1720512345678.jpg", "2024-07-09T08:05:45Z"), "file name: saved 9 July 2024, 08:05 (UTC)"},
		{claim(catalog.OriginGPS, catalog.PropPosition, "…", "42.5667,130.5333"), "GPS: 42.56670° N, 130.53330° E"},
		{claim(catalog.OriginEditor, catalog.PropPlace, "圈河", place.Value()), "editor: 圈河"},
		{claim(catalog.OriginSource, catalog.PropPlaceShown, "…", pin.Value()), "source: shows 42.56670° N, 130.53330° E · converted from Chinese map coordinates (GCJ-02)"},
		{claim(catalog.OriginFilename, catalog.PropKind, "Screenshot_1.png", "screenshot"), "file name: screenshot"},
		{claim(catalog.OriginGPS, catalog.PropGPSTime, "2023:07:03 05:05:00", "2023-07-03T05:05:00Z"), "GPS: 3 July 2023, 05:05 (UTC)"},
		{claim(catalog.OriginGPS, catalog.PropAltitude, "25/1", "25"), "GPS: 25 m above sea level"},
		{claim(catalog.OriginGPS, catalog.PropDirection, "214/1 M", "214M"), "GPS: looking to 214° from magnetic north"},
		{claim(catalog.OriginGPS, catalog.PropDirection, "214/1", "214"), "GPS: looking to 214°"},
		{claim(catalog.OriginExif, catalog.PropModel, "SM-G991B", "SM-G991B"), "EXIF: Camera SM-G991B"},
		{claim(catalog.OriginFilesystem, catalog.PropFormat, "jpg", "png"), "file: it is PNG, though its name ends in “jpg”"},
		{claim(catalog.OriginExif, catalog.PropPosition, "x", "not,one"), "EXIF: not,one"},
	} {
		check(t, w.Claim(c.claim), c.want)
	}
}

func TestWarningText(t *testing.T) {
	w := load(t)
	taken := claim(catalog.OriginExif, catalog.PropTaken, "2023:07:03 14:05:00", "2023-07-03T14:05:00")
	for want, x := range map[string]catalog.Warning{
		"Two dates cannot both be right. EXIF says 3 July 2023, 14:05; the batch says 5 July 2023. If you know which is right, set the date yourself.": {
			Code: catalog.WarnDates, Claims: []catalog.Claim{taken, claim(catalog.OriginBatch, catalog.PropTaken, "2023-07-05", "2023-07-05")},
		},
		"Two dates cannot both be right. The file name says saved 1 July 2023; EXIF says 3 July 2023, 14:05. If you know which is right, set the date yourself.": {
			Code: catalog.WarnDates, Claims: []catalog.Claim{claim(catalog.OriginFilename, catalog.PropSaved, "a.jpg", "2023-07-01"), taken},
		},
		"The file name says another format than the file has. The file says it is PNG, though its name ends in “jpg”. Nothing needs to be done; the picture is read as what it is.": {
			Code: catalog.WarnFormat, Claims: []catalog.Claim{claim(catalog.OriginFilesystem, catalog.PropFormat, "jpg", "png")},
		},
		"The small picture inside the file shows something else than the photo. Compare the two: the photo may have been cropped or changed after it was taken.": {
			Code: catalog.WarnThumbnail, Claims: []catalog.Claim{claim(catalog.OriginExif, catalog.PropThumbnail, "120 of 255", "differs")},
		},
	} {
		check(t, w.WarningText(x), want)
	}
}
