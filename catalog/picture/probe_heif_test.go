package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"waybill/catalog"
	"waybill/catalog/format"
)

func testdata(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestProbePhonePictures(t *testing.T) {
	tests := []struct {
		name    string
		format  format.Format
		size    image.Point
		upright bool
	}{
		{"phone.heic", format.HEIC, image.Pt(144, 192), true},
		{"phone.avif", format.AVIF, image.Pt(144, 192), true},
		{"phone.webp", format.WebP, image.Pt(192, 144), false},
		{"moving.webp", format.WebP, image.Pt(40, 30), false},
	}
	for _, test := range tests {
		data := testdata(t, test.name)
		info, err := Probe(data)
		if err != nil || info.Format != test.format || image.Pt(info.Width, info.Height) != test.size || info.Upright != test.upright {
			t.Errorf("%s: %+v, %v", test.name, info, err)
		}
		if w, h := info.UprightSize(6); test.size.X > 100 && (w != 144 || h != 192) {
			t.Errorf("%s: upright %d×%d", test.name, w, h)
		}
		if _, _, err := (Decoder{}).DecodeScaled(t.Context(), data, 32); catalog.CodeOf(err) != catalog.FileUnsupported {
			t.Errorf("%s without a remote decoder: %v", test.name, err)
		}
		if _, _, err := (Decoder{MaxCost: 1000}).DecodeScaled(t.Context(), data, 32); catalog.CodeOf(err) != catalog.FileTooLarge {
			t.Errorf("%s with too little memory: %v", test.name, err)
		}
	}
}

// heifFile is a file of one item with properties, without pixels.
func heifFile(kind string, properties ...[]byte) []byte {
	be := binary.BigEndian
	infe := isoBox("infe", []byte{2, 0, 0, 0, 0, 7, 0, 0}, []byte(kind), []byte{0})
	ipma := be.AppendUint32([]byte{0, 0, 0, 0}, 1)
	ipma = append(ipma, 0, 7, byte(len(properties)))
	for i := range properties {
		ipma = append(ipma, 0x80|byte(i+1))
	}
	return slices.Concat(isoBox("ftyp", []byte("mif1\x00\x00\x00\x00mif1heic")),
		isoBox("meta", []byte{0, 0, 0, 0},
			isoBox("pitm", []byte{0, 0, 0, 0, 0, 7}),
			isoBox("iinf", []byte{0, 0, 0, 0, 0, 1}, infe),
			isoBox("iprp", isoBox("ipco", properties...), isoBox("ipma", ipma))))
}

func ispe(w, h uint32) []byte {
	return isoBox("ispe", make([]byte, 4), binary.BigEndian.AppendUint32(nil, w), binary.BigEndian.AppendUint32(nil, h))
}

// clap is a clean aperture of w×h whose centre is off by x, y halves.
func clap(w, h uint32, x, y int32) []byte {
	var b []byte
	for _, v := range [][2]uint32{{w, 1}, {h, 1}, {uint32(x), 2}, {uint32(y), 2}} {
		b = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(b, v[0]), v[1])
	}
	return isoBox("clap", b)
}

func TestHEIFProperties(t *testing.T) {
	irot, imir := func(n byte) []byte { return isoBox("irot", []byte{n}) }, func(n byte) []byte { return isoBox("imir", []byte{n}) }
	tests := []struct {
		name       string
		properties [][]byte
		size       image.Point
		crop       image.Rectangle
		turn       int
		code       catalog.Code
	}{
		{"plain", [][]byte{ispe(40, 30)}, image.Pt(40, 30), image.Rect(0, 0, 40, 30), 0, ""},
		{"a quarter", [][]byte{ispe(40, 30), irot(1)}, image.Pt(30, 40), image.Rect(0, 0, 40, 30), 8, ""},
		{"half", [][]byte{ispe(40, 30), irot(2)}, image.Pt(40, 30), image.Rect(0, 0, 40, 30), 3, ""},
		{"three quarters", [][]byte{ispe(40, 30), irot(3)}, image.Pt(30, 40), image.Rect(0, 0, 40, 30), 6, ""},
		{"mirrored left to right", [][]byte{ispe(40, 30), imir(1)}, image.Pt(40, 30), image.Rect(0, 0, 40, 30), 2, ""},
		{"turned, then top to bottom", [][]byte{ispe(40, 30), irot(1), imir(0)}, image.Pt(30, 40), image.Rect(0, 0, 40, 30), 5, ""},
		{"cut and turned", [][]byte{ispe(40, 30), clap(20, 10, 0, 0), irot(1)}, image.Pt(10, 20), image.Rect(10, 10, 30, 20), 8, ""},
		{"cut at the corner", [][]byte{ispe(40, 30), clap(20, 10, -20, 20)}, image.Pt(20, 10), image.Rect(0, 20, 20, 30), 0, ""},
		{"senseless cut", [][]byte{ispe(40, 30), clap(50, 10, 0, 0)}, image.Pt(40, 30), image.Rect(0, 0, 40, 30), 0, ""},
		{"turned, then cut", [][]byte{ispe(40, 30), irot(1), clap(20, 10, 0, 0)}, image.Point{}, image.Rectangle{}, 0, catalog.FileUnsupported},
		{"without a size", [][]byte{irot(1)}, image.Point{}, image.Rectangle{}, 0, catalog.FileDamaged},
		{"absurd", [][]byte{ispe(1<<31, 1<<31)}, image.Point{}, image.Rectangle{}, 0, catalog.FileDamaged},
		{"short ispe", [][]byte{isoBox("ispe", []byte{0})}, image.Point{}, image.Rectangle{}, 0, catalog.FileDamaged},
	}
	for _, test := range tests {
		info, err := Probe(heifFile("av01", test.properties...))
		if catalog.CodeOf(err) != test.code {
			t.Errorf("%s: %v", test.name, err)
		}
		if err != nil {
			continue
		}
		if info.Format != format.AVIF || !info.Upright || image.Pt(info.Width, info.Height) != test.size || info.crop != test.crop || info.turn != test.turn {
			t.Errorf("%s: %+v", test.name, info)
		}
		// libheif does all that itself: only the size counts.
		heic, err := Probe(heifFile("hvc1", test.properties...))
		if err != nil || image.Pt(heic.Width, heic.Height) != test.size || heic.turn != 0 || heic.crop != (image.Rectangle{}) {
			t.Errorf("%s as HEIC: %+v, %v", test.name, heic, err)
		}
	}
	if _, err := Probe(heifFile("jpeg", ispe(40, 30))); catalog.CodeOf(err) != catalog.FileUnsupported {
		t.Errorf("an item of another codec: %v", err)
	}
}

// TestFinish cuts and turns the way an AVIF says.
func TestFinish(t *testing.T) {
	info, err := Probe(heifFile("av01", ispe(6, 4), clap(4, 2, 0, 0), isoBox("irot", []byte{3})))
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewRGBA(image.Rect(0, 0, 6, 4))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	img.Pix[img.PixOffset(1, 1)] = 7 // the first pixel that is seen
	got, w, h, err := Finish(img, info, 0)
	if err != nil || w != 2 || h != 4 || got.Rect.Size() != image.Pt(2, 4) {
		t.Fatalf("%v, %d×%d, %v", got.Bounds(), w, h, err)
	}
	if c := got.NRGBAAt(1, 0); c.R != 7 { // turned by a quarter with the clock
		t.Errorf("the first pixel is %v at the top right", c)
	}
	if _, _, _, err := Finish(image.NewRGBA(image.Rect(0, 0, 5, 4)), info, 0); catalog.CodeOf(err) != catalog.FileDamaged {
		t.Errorf("a picture of another size: %v", err)
	}
}

// TestTurned holds the composition of orientations to what Upright does.
func TestTurned(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	for i := range img.Pix {
		img.Pix[i] = byte(i)
	}
	for first := 1; first <= 8; first++ {
		for then := 1; then <= 8; then++ {
			want := Upright(Upright(img, first), then)
			got := Upright(img, turned(first, then))
			if got.Rect.Size() != want.Rect.Size() || !bytes.Equal(got.Pix, want.Pix) {
				t.Errorf("%d, then %d is not %d", first, then, turned(first, then))
			}
		}
	}
}

func TestProbeWebPHeaders(t *testing.T) {
	riff := func(kind string, payload ...byte) []byte {
		b := append([]byte("RIFF\xff\x00\x00\x00WEBP"), kind...)
		return append(binary.LittleEndian.AppendUint32(b, uint32(len(payload))), payload...)
	}
	tests := []struct {
		name string
		data []byte
		size image.Point
		code catalog.Code
	}{
		{"lossy", riff("VP8 ", 0x10, 0, 0, 0x9d, 0x01, 0x2a, 0x90, 0x41, 0x2c, 0x81), image.Pt(400, 300), ""}, // with scaling bits
		{"lossless", riff("VP8L", 0x2f, 0x8f, 0xc1, 0x4a, 0x00), image.Pt(400, 300), ""},
		{"extended", riff("VP8X", 0, 0, 0, 0, 0x8f, 0x01, 0, 0x2b, 0x01, 0), image.Pt(400, 300), ""},
		{"other chunk before", append(riff("ICCP", 1, 2, 3, 0), riff("VP8X", 0, 0, 0, 0, 9, 0, 0, 4, 0, 0)[12:]...), image.Pt(10, 5), ""},
		{"no key frame", riff("VP8 ", 0x11, 0, 0, 0x9d, 0x01, 0x2a, 1, 0, 1, 0), image.Point{}, catalog.FileDamaged},
		{"no signature", riff("VP8L", 0x2e, 0, 0, 0, 0), image.Point{}, catalog.FileDamaged},
		{"newer lossless", riff("VP8L", 0x2f, 0, 0, 0, 0x20), image.Point{}, catalog.FileUnsupported},
		{"ends early", riff("VP8X", 0, 0), image.Point{}, catalog.FileDamaged},
		{"nothing", riff("")[:12], image.Point{}, catalog.FileDamaged},
	}
	for _, test := range tests {
		info, err := Probe(test.data)
		if catalog.CodeOf(err) != test.code || image.Pt(info.Width, info.Height) != test.size {
			t.Errorf("%s: %+v, %v", test.name, info, err)
		}
	}
}
