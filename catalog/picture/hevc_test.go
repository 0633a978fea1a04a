package picture

import (
	"bytes"
	"strings"
	"testing"
)

// hvcC is a HEVC configuration with one sequence parameter set, whose VUI, and
// what comes before it, is given in bits.
func hvcC(beforeVUI, vui string) []byte {
	bits := strings.Repeat("0", 16+4) + "000" + "1" + // header, ids, one layer
		strings.Repeat("0", 96) + // profile and level
		"1" + "010" + "00111" + "00111" + "0" + // number, 4:2:0, 6×6, no window
		"1" + "1" + "1" + "1" + "1" + "1" + "1" + // depths, order, layers
		"1" + "1" + "1" + "1" + "1" + "1" + // blocks
		beforeVUI + vui
	var sps []byte
	for ; len(bits) > 0; bits = bits[min(8, len(bits)):] {
		var c byte
		for i := range 8 {
			c <<= 1
			if i < len(bits) && bits[i] == '1' {
				c |= 1
			}
		}
		// Bytes that would look like the start of a unit are kept apart.
		if n := len(sps); n >= 2 && sps[n-1] == 0 && sps[n-2] == 0 && c <= 3 {
			sps = append(sps, 3)
		}
		sps = append(sps, c)
	}
	b := append(make([]byte, 22), 2)
	b = append(b, 32, 0, 1, 0, 1, 0xff) // a parameter set of another kind
	return append(append(b, 33, 0, 1, byte(len(sps)>>8), byte(len(sps))), sps...)
}

func TestVideoRange(t *testing.T) {
	const plain = "0" + "00" + "0" + "1" + "0" + "00" // no lists, no PCM, no references
	tests := []struct {
		name string
		data []byte
		want bool
	}{
		{"all of 0 to 255", hvcC(plain, "1"+"0"+"0"+"1"+"101"+"1"+"0"), false},
		{"as in videos", hvcC(plain, "1"+"0"+"0"+"1"+"101"+"0"+"0"), true},
		{"with an aspect ratio", hvcC(plain, "1"+"1"+"11111111"+strings.Repeat("01", 16)+"1"+"1"+"1"+"101"+"1"), false},
		{"left out", hvcC(plain, "1"+"0"+"0"+"0"+"0"), true},
		{"no VUI", hvcC(plain, "0"), true},
		{"with PCM", hvcC("0"+"00"+"1"+"00000000"+"1"+"1"+"0"+"1"+"0"+"00", "1"+"0"+"0"+"1"+"101"+"0"+"0"), true},
		{"scaling lists", hvcC("1", strings.Repeat("0", 40)), false},
		{"reference pictures", hvcC("0"+"00"+"0"+"010"+"0"+"00", strings.Repeat("0", 40)), false},
		{"ends early", hvcC("", "")[:40], false},
		{"empty", nil, false},
		{"zeros", make([]byte, 300), false},
		{"ones", bytes.Repeat([]byte{0xff}, 300), false},
	}
	for _, test := range tests {
		if got := videoRange(test.data); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

// TestColourProperty lets the item's colour property decide before the stream.
func TestColourProperty(t *testing.T) {
	nclx := func(flags byte) []byte {
		return isoBox("colr", []byte("nclx"), []byte{0, 1, 0, 13, 0, 6, flags})
	}
	stream := isoBox("hvcC", hvcC("00001000", "0")) // as in videos
	for name, test := range map[string]struct {
		kind       string
		properties [][]byte
		want       bool
	}{
		"full":        {"hvc1", [][]byte{ispe(200, 100), nclx(0x80), stream}, false},
		"video":       {"hvc1", [][]byte{ispe(200, 100), nclx(0)}, true},
		"stream only": {"hvc1", [][]byte{ispe(200, 100), stream}, true},
		"profile":     {"hvc1", [][]byte{ispe(200, 100), isoBox("colr", []byte("prof"), make([]byte, 20))}, false},
		"AVIF":        {"av01", [][]byte{ispe(200, 100), nclx(0)}, false}, // its decoder gives RGB
	} {
		info, err := Probe(heifFile(test.kind, test.properties...))
		if err != nil || info.VideoRange() != test.want {
			t.Errorf("%s: %v, %v", name, info.VideoRange(), err)
		}
	}
}
