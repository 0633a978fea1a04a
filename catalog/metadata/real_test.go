package metadata

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/format"
)

// apart lists the files below WAYBILL_PHOTOS for which ExifTool shows a value
// that this package does not claim, with the field and the reason.
var apart = map[string]struct{ field, reason string }{
	"exif-samples/jpg/long_description.jpg":          {"DateTimeOriginal", "photoshop:DateCreated says it, which ExifTool shows under its own name"},
	"exif-samples/jpg/Reconyx_HC500_Hyperfire.jpg":   {"DateTimeOriginal", "only in the MakerNote"},
	"exif-samples/jpg/exif-org/olympus-d320l.jpg":    {"DateTimeOriginal", "no Exif: text in APP12"},
	"exif-samples/jpg/exif-org/sony-powershota5.jpg": {"DateTimeOriginal", "no Exif: CIFF in APP0"},
}

// shown is what ExifTool -n shows of a file.
type shown struct {
	SourceFile       string
	DateTimeOriginal *string
	GPSLatitude      *float64
	GPSLongitude     *float64
	GPSAltitude      *float64
	Orientation      *int
}

// TestRealPhotos compares claims with what ExifTool shows, for every file
// below WAYBILL_PHOTOS.
func TestRealPhotos(t *testing.T) {
	root := os.Getenv("WAYBILL_PHOTOS")
	if root == "" {
		t.Skip("WAYBILL_PHOTOS is not set")
	}
	text, err := os.ReadFile(filepath.Join(root, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var files []shown
	if err := json.Unmarshal(text, &files); err != nil {
		t.Fatal(err)
	}
	compared, values := 0, 0
	met := map[string]bool{}
	for _, want := range files {
		name := strings.TrimPrefix(want.SourceFile, "./")
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			t.Error(err)
			continue
		}
		claims, err := Read(data, format.Sniff(data))
		if err != nil {
			t.Logf("%s: %v", name, err)
		}
		differences := compare(want, claims)
		compared++
		values += countStated(want)
		if entry, listed := apart[name]; listed {
			met[name] = true
			if differences[entry.field] == "" {
				t.Errorf("%s: %s agrees now: take it off the list (%s)", name, entry.field, entry.reason)
			}
			delete(differences, entry.field)
		}
		for field, difference := range differences {
			t.Errorf("%s: %s %s", name, field, difference)
		}
	}
	for name := range apart {
		if !met[name] {
			t.Errorf("%s is on the list but not among the photos", name)
		}
	}
	if compared == 0 || values == 0 {
		t.Errorf("%d files with %d values: nothing was tested", compared, values)
	}
	t.Logf("%d files with %d values, %d of them apart", compared, values, len(apart))
}

func countStated(s shown) int {
	n := 0
	for _, stated := range []bool{s.DateTimeOriginal != nil, s.GPSLatitude != nil, s.GPSLongitude != nil, s.GPSAltitude != nil, s.Orientation != nil} {
		if stated {
			n++
		}
	}
	return n
}

// strongest gives the value of the first usable claim about a property, of the
// strongest of the origins that ExifTool takes these fields from; nil when there
// is none.
func strongest(claims []catalog.Claim, p catalog.Property) *string {
	for _, origin := range []catalog.Origin{catalog.OriginExif, catalog.OriginGPS, catalog.OriginXMP} {
		for _, c := range claims {
			if c.Origin == origin && c.Property == p && c.Value != "" {
				return &c.Value
			}
		}
	}
	return nil
}

// compare says, by field, what the claims say otherwise than ExifTool.
func compare(want shown, claims []catalog.Claim) map[string]string {
	differences := map[string]string{}
	differ := func(what string, got, want any, same bool) {
		if !same {
			differences[what] = fmt.Sprintf("is %v, want %v", got, want)
		}
	}
	taken := strongest(claims, catalog.PropTaken)
	if taken != nil {
		const layout = "2006-01-02T15:04:05"
		wall := strings.NewReplacer("-", ":", "T", " ").Replace((*taken)[:min(len(layout), len(*taken))])
		if want.DateTimeOriginal != nil && len(*want.DateTimeOriginal) > len(layout) { // with the offset, as in XMP
			wall += (*taken)[min(len(layout), len(*taken)):]
		}
		taken = &wall
	}
	differ("DateTimeOriginal", deref(taken), deref(want.DateTimeOriginal), deref(taken) == deref(want.DateTimeOriginal))
	var lat, lon, alt *float64
	if p := strongest(claims, catalog.PropPosition); p != nil {
		if y, x, ok := catalog.ParsePosition(*p); ok {
			lat, lon = &y, &x
		}
	}
	if p := strongest(claims, catalog.PropAltitude); p != nil {
		if metres, err := strconv.ParseFloat(*p, 64); err == nil {
			alt = &metres
		}
	}
	differ("GPSLatitude", deref(lat), deref(want.GPSLatitude), near(lat, want.GPSLatitude, 1e-5))
	differ("GPSLongitude", deref(lon), deref(want.GPSLongitude), near(lon, want.GPSLongitude, 1e-5))
	differ("GPSAltitude", deref(alt), deref(want.GPSAltitude), near(alt, want.GPSAltitude, 1e-3))
	got := Orientation(claims)
	if want.Orientation != nil && (*want.Orientation < 1 || *want.Orientation > 8) {
		// No orientation: kept as raw text only.
		raw := ""
		for _, c := range claims {
			if c.Property == catalog.PropOrientation {
				raw = c.Raw
			}
		}
		differ("Orientation", raw, *want.Orientation, got == nil && raw == strconv.Itoa(*want.Orientation))
		return differences
	}
	differ("Orientation", deref(got), deref(want.Orientation), deref(got) == deref(want.Orientation))
	return differences
}

// deref gives what p points to, or nil.
func deref[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

func near(a, b *float64, tolerance float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return math.Abs(*a-*b) <= tolerance
}
