package format

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"
)

func be32(v ...uint32) (b []byte) {
	for _, x := range v {
		b = binary.BigEndian.AppendUint32(b, x)
	}
	return b
}

func be16(v ...uint16) (b []byte) {
	for _, x := range v {
		b = binary.BigEndian.AppendUint16(b, x)
	}
	return b
}

func box(kind string, parts ...[]byte) []byte {
	payload := slices.Concat(parts...)
	return join(be32(uint32(8+len(payload))), []byte(kind), payload)
}

func TestBoxes(t *testing.T) {
	long := join(be32(1), []byte("long"), be32(0, 18), []byte("ab"))
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"side by side", join(box("one ", []byte("x")), box("two ")), "one =x two ="},
		{"size of 64 bits", join(long, box("next")), "long=ab next="},
		{"up to the end", join(be32(0), []byte("last"), []byte("xyz")), "last=xyz"},
		{"cut off", box("cut ", []byte("abcdef"))[:11], "cut =abc"},
		{"shorter than its header", join(box("one "), be32(7), []byte("bad "), box("two ")), "one ="},
		{"64 bits below the header", join(be32(1), []byte("bad "), be32(0, 15), box("two ")), ""},
		{"64 bits cut off", join(be32(1), []byte("bad "), be32(0)), ""},
		{"all bits", join(be32(1), []byte("huge"), be32(math.MaxUint32, math.MaxUint32), []byte("x")), "huge=x"},
		{"too short", []byte("\x00\x00\x00\x08fre"), ""},
	}
	for _, test := range tests {
		var got []string
		for b := range Boxes(test.data) {
			got = append(got, b.Type+"="+string(b.Payload))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	if FindBox(box("one "), "two ") != nil || string(FindBox(join(box("one "), box("two ", []byte("x"))), "two ")) != "x" {
		t.Error("FindBox finds the wrong box")
	}
}

// heif writes a file whose meta box has an item of type Exif, and the boxes
// given; then "0123456789".
func heif(iloc []byte, more ...[]byte) (file []byte, at uint32) {
	info := func(version uint32, id []byte, kind string) []byte {
		return box("infe", be32(version<<24), id, be16(0), []byte(kind+"\x00"))
	}
	iinf := box("iinf", be32(0), be16(3), box("infe", be32(0), be16(1, 0)), info(2, be16(2), "hvc1"), info(3, be32(70_000), "Exif"))
	head := join(ftyp("heic"), box("meta", append([][]byte{be32(0), iinf, iloc}, more...)...))
	return append(head, "0123456789"...), uint32(len(head))
}

func TestHEIFItem(t *testing.T) {
	// Version 2: identifiers of 32 bits; offsets, lengths, bases and indices of
	// 4, 4, 4 and 0 bytes. Another item with two extents comes first.
	iloc := func(method uint16, base uint32, extents ...uint32) []byte {
		return box("iloc", be32(2<<24), []byte{0x44, 0x40}, be32(2),
			be32(2), be16(0, 0), be32(0), be16(2), be32(1, 1, 2, 2),
			be32(70_000), be16(method, 0), be32(base), be16(uint16(len(extents)/2)), be32(extents...))
	}
	_, at := heif(iloc(0, 0, 0, 0))
	_, at2 := heif(iloc(0, 0, 0, 0, 0, 0))
	idat := box("idat", []byte("inside"))
	tests := []struct {
		name string
		iloc []byte
		want string
	}{
		{"one extent", iloc(0, 0, at+2, 3), "234"},
		{"from a base", iloc(0, at, 2, 3), "234"},
		{"two extents", iloc(0, at2, 7, 2, 1, 2), "7812"},
		{"beyond the end", iloc(0, at, 8, 100), "89"},
		{"outside", iloc(0, at, 1000, 3), ""},
		{"up to the end", iloc(0, at, 6, 0), "6789"},
		{"no extent", iloc(0, at), ""},
		{"an unknown way", iloc(2, 0, 0, 3), ""},
		{"cut off", iloc(0, at, 2, 3)[:60], ""},
	}
	for _, test := range tests {
		file, _ := heif(test.iloc)
		if got := HEIFItem(file, "Exif"); string(got) != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	file, _ := heif(iloc(1, 0, 2, 3), idat)
	if got := HEIFItem(file, "Exif"); string(got) != "sid" {
		t.Errorf("in the item data box: %q", got)
	}
	if HEIFItem(file, "mime") != nil || HEIFItem(ftyp("heic"), "Exif") != nil {
		t.Error("an item that is not there is found")
	}
	for _, c := range []struct {
		skip uint32
		want string
	}{{0, "..II"}, {2, "II"}, {4, ""}, {99, "..II"}} {
		idat := box("idat", be32(c.skip), []byte("..II"))
		file, _ := heif(iloc(1, 0, 0, 8), idat)
		if got := HEIFExif(file); got == nil || string(got) != c.want {
			t.Errorf("Exif behind %d bytes: %q, want %q", c.skip, got, c.want)
		}
	}
	if file, _ := heif(iloc(1, 0, 0, 3), idat); HEIFExif(file) != nil {
		t.Error("an item without the length is taken for Exif")
	}
}

func TestChunks(t *testing.T) {
	chunk := func(kind, data string) []byte {
		return join(be32(uint32(len(data))), []byte(kind+data), make([]byte, 4))
	}
	riff := func(kind, data string) []byte {
		b := binary.LittleEndian.AppendUint32([]byte(kind), uint32(len(data)))
		return append(append(b, data...), make([]byte, len(data)%2)...)
	}
	list := func(chunks func(func(Chunk) bool)) string {
		var all []string
		for c := range chunks {
			all = append(all, c.Type+"="+string(c.Data))
		}
		return strings.Join(all, " ")
	}
	signature := []byte("\x89PNG\r\n\x1a\n")
	for want, data := range map[string][]byte{
		"IHDR=abc tEXt=": join(signature, chunk("IHDR", "abc"), chunk("tEXt", ""), chunk("IEND", ""), chunk("tEXt", "behind")),
		"IHDR=abc":       join(signature, chunk("IHDR", "abc"), chunk("tEXt", "cut off")[:10]),
		"IHDR=without":   join(signature, chunk("IHDR", "without"))[:8+8+7],
		"":               join(signature, be32(math.MaxUint32), []byte("IHDRx")),
	} {
		if got := list(PNGChunks(data)); got != want {
			t.Errorf("PNG: %q, want %q", got, want)
		}
	}
	head := []byte("RIFF\x00\x00\x00\x00WEBP")
	for want, data := range map[string][]byte{
		"VP8 =odd EXIF=even": join(head, riff("VP8 ", "odd"), riff("EXIF", "even")),
		"VP8 =odd":           join(head, riff("VP8 ", "odd"), riff("EXIF", "even")[:11]),
		"":                   head[:11],
	} {
		if got := list(RIFFChunks(data)); got != want {
			t.Errorf("RIFF: %q, want %q", got, want)
		}
	}
}

func TestGIFApplication(t *testing.T) {
	screen := []byte("GIF89a\x01\x00\x01\x00\x80\x00\x00abcdef") // two colours
	image := []byte("\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x80abcdef\x02\x02ab\x00")
	loop := []byte("\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00")
	xmp := []byte("\x21\xff\x0bXMP DataXMP\x03abc\x01x\x00")
	for name, test := range map[string]struct {
		data []byte
		want string
	}{
		"alone":          {join(screen, xmp, []byte{0x3b}), "\x03abc\x01x"},
		"behind others":  {join(screen, loop, image, xmp), "\x03abc\x01x"},
		"none":           {join(screen, loop, image, []byte{0x3b}), ""},
		"no terminator":  {join(screen, xmp[:len(xmp)-3]), "\x03ab"},
		"behind the end": {join(screen, []byte{0x3b}, xmp), ""},
		"cut in a name":  {join(screen, xmp[:10]), ""},
		"no screen":      {screen[:10], ""},
	} {
		if got := GIFApplication(test.data, "XMP DataXMP"); string(got) != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

func TestPhotoshop(t *testing.T) {
	resource := func(id uint16, name, data string) []byte {
		pascal := append([]byte{byte(len(name))}, name...)
		pascal = append(pascal, make([]byte, len(pascal)%2)...)
		return join([]byte("8BIM"), be16(id), pascal, be32(uint32(len(data))), []byte(data), make([]byte, len(data)%2))
	}
	all := join(resource(1, "", "odd"), resource(2, "name", "even"), resource(3, "odd", "x"), resource(ResourceIPTC, "", "records"))
	if got := PhotoshopResource(all, ResourceIPTC); string(got) != "records" {
		t.Errorf("records: %q", got)
	}
	if got := PhotoshopResource(all[:len(all)-4], ResourceIPTC); string(got) != "reco" {
		t.Errorf("cut off: %q", got)
	}
	if got := PhotoshopResource(append([]byte("8BIN"), all...), ResourceIPTC); got != nil {
		t.Errorf("no resource: %q", got)
	}
	name := []byte("Photoshop 3.0\x00")
	file := []byte{0xff, 0xd8}
	for _, part := range [][]byte{all[:20], all[20:]} {
		file = append(file, segment(MarkerAPP13, "Adobe_CM")...)
		file = append(file, segment(MarkerAPP13, string(name)+string(part))...)
	}
	whole := slices.Clone(file)
	if got := PhotoshopPayload(file); !slices.Equal(got, all) {
		t.Errorf("joined: %q", got)
	}
	if !slices.Equal(file, whole) {
		t.Error("the file was written to")
	}
	if PhotoshopPayload([]byte{0xff, 0xd8}) != nil {
		t.Error("resources of nothing")
	}
}
