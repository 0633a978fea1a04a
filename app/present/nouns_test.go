package present_test

import (
	"testing"

	"waybill/catalog"
)

func TestNames(t *testing.T) {
	w := load(t)
	for _, c := range [][2]string{
		{w.Status(catalog.NotListed), "Not listed"},
		{w.Direction(""), "Direction not known"},
		{w.Direction(catalog.OutOf), "Out of the DPRK"},
		{w.Property(catalog.PropGPSTime), "GPS time (UTC)"},
		{w.Origin(catalog.OriginExif), "EXIF"},
		{w.FileReason(""), ""},
		{w.FileReason(catalog.FileDamaged), "The file ends early or is damaged. It is stored; its picture is not shown."},
		{w.FileReason("brand_new"), "Something went wrong with this file (brand_new). Import it again, or look at it with another program."},
	} {
		check(t, c[0], c[1])
	}
}

func TestFinding(t *testing.T) {
	w := load(t)
	for _, c := range []struct {
		finding catalog.Finding
		want    string
	}{
		{
			catalog.Finding{Code: catalog.FoundMissing, Subject: "P-000007", Path: "originals/ab/cd/x.jpg"},
			"P-000007: the original is missing. Put it back from a backup. File: originals/ab/cd/x.jpg",
		},
		{catalog.Finding{Code: catalog.FoundStepGone, Subject: "Step 12"}, "Step 12: this step of the history is missing. Compare it with a backup."},
		{catalog.Finding{Code: catalog.FoundDatabase, Detail: "page 7"}, "The database is damaged. Copy the folder to a safe place, then go back to a backup."},
		{catalog.Finding{Code: "brand_new", Subject: "P-000007"}, "P-000007: something is wrong (brand_new). Compare it with a backup."},
	} {
		check(t, w.Finding(c.finding), c.want)
	}
}
