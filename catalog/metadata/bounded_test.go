package metadata

import (
	"runtime"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"waybill/catalog"
	"waybill/catalog/edtf"
	"waybill/catalog/format"
)

// What reading one file may allocate in all, in bytes, however large the file is
// and whatever it says.
const (
	maxMemory    = 1 << 20   // for Exif
	maxMemoryXML = 192 << 20 // for packets at the worst that XML can be made to cost
)

// readBounded reads a file and checks what must hold for any bytes.
func readBounded(t *testing.T, data []byte, f format.Format, limit uint64) ([]catalog.Claim, error) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	claims, err := readPart(data, f)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > limit {
		t.Errorf("%d bytes allocated for a file of %d", used, len(data))
	}
	if err != nil && strings.Contains(err.Error(), "panic") {
		t.Errorf("panic inside: %v", err)
	}
	counts := map[[2]string]int{}
	for _, c := range claims {
		key := [2]string{string(c.Origin), string(c.Property)}
		if c.N != counts[key] || c.N >= maxClaims {
			t.Errorf("%s: number %d of %s", c.Property, c.N, c.Origin)
		}
		counts[key]++
		if c.Raw == "" || !utf8.ValidString(c.Raw) || strings.Contains(c.Raw, "\x00") || !utf8.ValidString(c.Value) {
			t.Errorf("%s: raw %q, value %q", c.Property, c.Raw, c.Value)
		}
		valid := true
		switch c.Property {
		case catalog.PropTaken, catalog.PropDigitized, catalog.PropModified, catalog.PropGPSTime:
			_, err := edtf.Parse(c.Value)
			valid = err == nil
		case catalog.PropPosition:
			lat, lon, ok := catalog.ParsePosition(c.Value)
			valid = ok && (lat != 0 || lon != 0)
		case catalog.PropKind:
			_, err := catalog.ParseKind(c.Value)
			valid = err == nil
		case catalog.PropDirection:
			x, err := strconv.ParseFloat(strings.TrimSuffix(c.Value, "M"), 64)
			valid = err == nil && x >= 0 && x <= 360
		case catalog.PropAltitude, catalog.PropPositionError:
			_, err := strconv.ParseFloat(c.Value, 64)
			valid = err == nil
		case catalog.PropOrientation:
			valid = Orientation([]catalog.Claim{c}) != nil
		}
		if c.Value != "" && !valid {
			t.Errorf("%s: value %q", c.Property, c.Value)
		}
	}
	return claims, err
}

// readPart is Read, and reads a packet or records alone too.
func readPart(data []byte, f format.Format) ([]catalog.Claim, error) {
	switch f {
	case sidecar:
		return ReadSidecar(data)
	case records:
		var c collector
		c.iptc(data)
		return c.result()
	}
	return Read(data, f)
}
