package workspace_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"waybill/catalog"
)

// expected is what ExifTool reads from one file.
type expected struct {
	SourceFile, FileType      string
	DateTimeOriginal          *string
	GPSLatitude, GPSLongitude *float64
	ImageWidth, ImageHeight   int
	Orientation               *int
}

// apart lists what is chosen otherwise than ExifTool shows it, by file and
// field, with the reason. Where the reason is a warning, the photo has it.
var apart = map[[2]string]struct {
	reason  string
	warning catalog.WarningCode
}{
	{"exif-samples/jpg/Reconyx_HC500_Hyperfire.jpg", "date"}:   {reason: "only in the MakerNote"},
	{"exif-samples/jpg/exif-org/olympus-d320l.jpg", "date"}:    {reason: "no Exif: text in APP12"},
	{"exif-samples/jpg/exif-org/sony-powershota5.jpg", "date"}: {reason: "no Exif: CIFF in APP0"},
	{"exif-samples/heic/mobile/HMD_Nokia_8.3_5G.heif", "size"}: {reason: "HEIF turns it (irot); ExifTool shows the size before"},
}

// TestRealPhotosAsExifTool proves what is chosen for every real file after an
// import, and that its picture has the right size and is upright.
func TestRealPhotosAsExifTool(t *testing.T) {
	root := realPhotos(t)
	text, err := os.ReadFile(filepath.Join(root, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var list []expected
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	dir := create(t, "real.waybill")
	if _, err := importInto(t.Context(), dir, []string{root}, nil); err != nil {
		t.Fatal(err)
	}
	c := open(t, dir)
	byPath := map[string]catalog.Photo{}
	for _, p := range allPhotos(t, c) {
		arrivals, err := c.Arrivals(t.Context(), p.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range arrivals {
			byPath[a.Path] = p
		}
	}
	met := map[[2]string]bool{}
	for _, want := range list {
		abs, _ := filepath.Abs(filepath.Join(root, want.SourceFile))
		p, ok := byPath[abs]
		if !ok {
			t.Errorf("%s is not in the catalogue", want.SourceFile)
			continue
		}
		for field, difference := range differences(p, want) {
			key := [2]string{strings.TrimPrefix(want.SourceFile, "./"), field}
			entry, listed := apart[key]
			met[key] = true
			if !listed || entry.warning != "" && !p.Warned(entry.warning) {
				t.Errorf("%s: %s", want.SourceFile, difference)
			}
		}
	}
	for key := range apart {
		if !met[key] {
			t.Errorf("%v agrees now: take it off the list", key)
		}
	}
	if len(list) < 100 {
		t.Errorf("compared %d files only", len(list))
	}
}

// differences says, by field, what was chosen otherwise.
func differences(p catalog.Photo, want expected) map[string]string {
	found := map[string]string{}
	date, wantDate := "none", "none"
	if taken := p.Taken(); taken != nil {
		date = taken.Time.Format("2006:01:02 15:04:05")
	}
	if want.DateTimeOriginal != nil {
		if text := strings.TrimSpace(*want.DateTimeOriginal); len(text) >= 19 && !strings.HasPrefix(text, "0000") {
			wantDate = text[:19]
		}
	}
	if date != wantDate {
		found["date"] = fmt.Sprintf("taken %s, want %s", date, wantDate)
	}
	at := func(lat, lon *float64) string {
		if lat == nil || lon == nil {
			return "none"
		}
		return fmt.Sprintf("%.5f,%.5f", *lat, *lon)
	}
	near := p.Latitude != nil && want.GPSLatitude != nil && math.Abs(*p.Latitude-*want.GPSLatitude) < 1e-5 && math.Abs(*p.Longitude-*want.GPSLongitude) < 1e-5
	if got, wanted := at(p.Latitude, p.Longitude), at(want.GPSLatitude, want.GPSLongitude); got != wanted && !near {
		found["gps"] = fmt.Sprintf("is at %s, want %s", got, wanted)
	}
	turn := func(o *int) int {
		if o == nil || *o < 1 || *o > 8 {
			return 1
		}
		return *o
	}
	if turn(p.Orientation) != turn(want.Orientation) {
		found["orientation"] = fmt.Sprintf("orientation %d, want %d", turn(p.Orientation), turn(want.Orientation))
	}
	w, h := want.ImageWidth, want.ImageHeight
	if turn(want.Orientation) >= 5 {
		w, h = h, w
	}
	if p.Problem == "" && (p.Width == nil || *p.Width != w || *p.Height != h) {
		found["size"] = fmt.Sprintf("size %v×%v, want %d×%d", deref(p.Width), deref(p.Height), w, h)
	}
	return found
}

func deref(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}
