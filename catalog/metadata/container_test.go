package metadata

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/format"
)

// box writes a box of an ISO base media file.
func box(kind string, parts ...[]byte) []byte {
	payload := slices.Concat(parts...)
	b := binary.BigEndian.AppendUint32(nil, uint32(len(payload)+8))
	return slices.Concat(b, []byte(kind), payload)
}

func u16(v ...uint16) (b []byte) {
	for _, x := range v {
		b = binary.BigEndian.AppendUint16(b, x)
	}
	return b
}

func u32(v ...uint32) (b []byte) {
	for _, x := range v {
		b = binary.BigEndian.AppendUint32(b, x)
	}
	return b
}

// heif writes a file with an Exif item and an item of XMP; nil is none. The
// first lies in the item data box when inside is set.
func heif(brand string, exif, packet []byte, inside bool) []byte {
	var infos, places, items []byte
	idat := []byte{}
	build := func(start uint32) []byte {
		infos, places, items = nil, nil, nil
		idat = idat[:0]
		count := uint16(0)
		add := func(info, item []byte, inside bool) {
			count++
			infos = append(infos, box("infe", u32(2<<24), u16(count, 0), info)...)
			method, at := uint16(0), start+uint32(len(items))
			if inside {
				method, at = 1, 0
				idat = append(idat, item...)
			} else {
				items = append(items, item...)
			}
			places = append(places, slices.Concat(u16(count, method, 0, 1), u32(at, uint32(len(item))))...)
		}
		if exif != nil {
			add([]byte("Exif\x00"), slices.Concat(u32(6), []byte("Exif\x00\x00"), exif), inside)
		}
		if packet != nil {
			add([]byte("mime\x00application/rdf+xml\x00"), packet, false)
		}
		return slices.Concat(
			box("ftyp", []byte(brand), u32(0)),
			box("meta", u32(0),
				box("iinf", u32(0), u16(count), infos),
				box("iloc", u32(1<<24), []byte{0x44, 0x00}, u16(count), places),
				box("idat", idat)),
		)
	}
	head := build(0)
	return slices.Concat(build(uint32(len(head))+8), box("mdat", items))
}

func pngChunk(kind string, parts ...[]byte) []byte {
	body := slices.Concat(append([][]byte{[]byte(kind)}, parts...)...)
	b := u32(uint32(len(body) - 4))
	b = append(b, body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(body))
}

func png(chunks ...[]byte) []byte {
	return slices.Concat([]byte("\x89PNG\r\n\x1a\n"), slices.Concat(chunks...), pngChunk("IEND"))
}

// deflated compresses as zlib does.
func deflated(b []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	_, _ = z.Write(b)
	_ = z.Close()
	return out.Bytes()
}

func webp(exif, packet []byte) []byte {
	chunk := func(kind string, b []byte) []byte {
		c := binary.LittleEndian.AppendUint32([]byte(kind), uint32(len(b)))
		c = append(c, b...)
		return append(c, make([]byte, len(b)%2)...)
	}
	body := slices.Concat([]byte("WEBP"), chunk("VP8X", []byte{0x0C, 0, 0, 0, 9, 0, 0, 9, 0, 0}), chunk("EXIF", exif), chunk("XMP ", packet))
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
}

func gifFile(packet []byte) []byte {
	trailer := []byte{1}
	for i := 255; i >= 0; i-- {
		trailer = append(trailer, byte(i))
	}
	return slices.Concat([]byte("GIF89a\x01\x00\x01\x00\x80\x00\x00"), make([]byte, 6),
		[]byte("\x21\xf9\x04\x00\x00\x00\x00\x00"),
		[]byte("\x21\xff\x0bXMP DataXMP"), packet, trailer, []byte{0}, []byte{0x3b})
}

// packetOf wraps properties, written as elements.
func packetOf(elements string) []byte {
	return []byte(`<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" ` + declarations() + `>` + elements + `</rdf:Description>
</rdf:RDF></x:xmpmeta>` + strings.Repeat(" ", 20) + `<?xpacket end="w"?>`)
}

func declarations() string {
	var b strings.Builder
	for uri, prefix := range namespaces {
		fmt.Fprintf(&b, `xmlns:%s="%s" `, prefix, uri)
	}
	return b.String()
}

var small = packetOf(`<exif:DateTimeOriginal>2023-07-03T14:05:00+08:00</exif:DateTimeOriginal><tiff:Orientation>3</tiff:Orientation>`)

// TestContainers reads the same block and packet out of every format.
func TestContainers(t *testing.T) {
	exif := phone(binary.BigEndian)
	named := append([]byte("Exif\x00\x00"), exif...)
	raw := func(name string, b []byte) []byte {
		return fmt.Appendf([]byte(name), "\x00\x00\nexif\n%8d\n%s\n", len(b), hex.EncodeToString(b))
	}
	compressed := func(name string, b []byte) []byte {
		keyword, text, _ := bytes.Cut(raw(name, b), []byte{0})
		return slices.Concat(keyword, []byte{0, 0}, deflated(text[1:]))
	}
	xmpText := append([]byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"), small...)
	tests := []struct {
		name      string
		f         format.Format
		data      []byte
		exif, xmp bool
	}{
		{"PNG", format.PNG, png(pngChunk("IHDR", make([]byte, 13)), pngChunk("eXIf", exif), pngChunk("iTXt", xmpText)), true, true},
		{"PNG with a named block", format.PNG, png(pngChunk("eXIf", named)), true, false},
		{"PNG, text compressed", format.PNG, png(pngChunk("iTXt", []byte("XML:com.adobe.xmp\x00\x01\x00\x00\x00"), deflated(small))), false, true},
		{"PNG, ImageMagick's profile", format.PNG, png(pngChunk("zTXt", compressed("Raw profile type exif", named))), true, false},
		{"PNG, profile of a JPEG's segment", format.PNG, png(pngChunk("tEXt", bytes.Replace(raw("Raw profile type APP1", named), []byte("\x00\x00"), []byte{0}, 1))), true, false},
		{"WebP", format.WebP, webp(exif, small), true, true},
		{"WebP with a named block", format.WebP, webp(named, small), true, true},
		{"GIF", format.GIF, gifFile(small), false, true},
		{"HEIC", format.HEIC, heif("heic", exif, small, false), true, true},
		{"HEIC, in the item data box", format.HEIC, heif("heic", exif, nil, true), true, false},
		{"AVIF", format.AVIF, heif("avif", exif, small, false), true, true},
		{"AVIF with XMP alone", format.AVIF, heif("avif", nil, small, false), false, true},
		{"JPEG with XMP alone", format.JPEG, append([]byte{0xFF, 0xD8}, segment(0xE1, append([]byte("http://ns.adobe.com/xap/1.0/\x00"), small...))...), false, true},
		{"JPEG, name of XMP damaged", format.JPEG, append([]byte{0xFF, 0xD8}, segment(0xE1, append([]byte("XMP\x00://ns.adobe.com/xap/1.0/\x00"), small...))...), false, true},
		{"TIFF", format.TIFF, block(binary.BigEndian, []field{octets(tagXMP, small...)}, nil, nil), false, true},
		{"ORF", format.ORF, append([]byte("IIRO"), phone(binary.LittleEndian)[4:]...), true, false},
		{"RW2", format.RW2, append([]byte("IIU\x00"), phone(binary.LittleEndian)[4:]...), true, false},
		{"RW2, in its JPEG", format.RW2, block(binary.LittleEndian, []field{undefined(tagPreview, string(jpeg(exif, 1)))}, nil, nil), true, false},
		{"RAF", format.RAF, slices.Concat([]byte("FUJIFILMCCD-RAW "), make([]byte, 68), u32(100, 9_000), make([]byte, 8), jpeg(exif, 1)), true, false},
		{"CR3", format.CR3, slices.Concat(
			box("ftyp", []byte("crx \x00\x00\x00\x00")),
			box("moov", box("uuid", []byte(uuidCanon), box("CMT1", exif), box("CMT2", subBlock(exif, tagExifIFD)), box("CMT4", subBlock(exif, tagGPSIFD)))),
			box("uuid", []byte(uuidXMP), small)), true, true},
	}
	want, err := Read(exif, format.TIFF)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		if got := format.Sniff(tt.data); got != tt.f && tt.f != format.RW2 {
			t.Errorf("%s: the file is no %s but %q", tt.name, tt.f, got)
		}
		claims, err := Read(tt.data, tt.f)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		isXMP := func(c catalog.Claim) bool { return c.Origin == catalog.OriginXMP }
		fromXMP := slices.DeleteFunc(slices.Clone(claims), func(c catalog.Claim) bool { return !isXMP(c) })
		fromExif := slices.DeleteFunc(slices.Clone(claims), isXMP)
		if tt.exif && !slices.Equal(fromExif, want) || !tt.exif && len(fromExif) > 0 {
			t.Errorf("%s: exif %v", tt.name, fromExif)
		}
		if n := len(fromXMP); tt.xmp && (n != 2 || fromXMP[0].Value != "2023-07-03T14:05:00+08:00" || fromXMP[1].Value != "3") || !tt.xmp && n > 0 {
			t.Errorf("%s: xmp %v", tt.name, fromXMP)
		}
		turn := Orientation(claims)
		if turn == nil || tt.exif && *turn != 6 || !tt.exif && *turn != 3 {
			t.Errorf("%s: orientation %v", tt.name, turn)
		}
	}
}

// subBlock gives a structure whose first directory is one that another points to.
func subBlock(b []byte, pointer uint16) []byte {
	r := reader{collector: &collector{}}
	r.open(b)
	at, _ := r.find(r.ifd0, pointer).Int64(0)
	sub := bytes.Clone(b)
	binary.BigEndian.PutUint32(sub[4:], uint32(at))
	return sub
}

// TestPNGSoftware: the programs that make pictures of a screen name themselves.
func TestPNGSoftware(t *testing.T) {
	for text, want := range map[string]string{"gnome-screenshot": "gnome-screenshot", "Andr\xE9": "André", "  ": ""} {
		claims, err := Read(png(pngChunk("tEXt", []byte("Software\x00"+text)), pngChunk("tEXt", []byte("date:create\x002020-01-01T00:00:00+00:00"))), format.PNG)
		if err != nil || len(claims) != 1 || claims[0].Property != catalog.PropSoftware || claims[0].Value != want || claims[0].Origin != catalog.OriginFilesystem {
			t.Errorf("%q: %v, %v", text, claims, err)
		}
	}
}

// TestPreviewBeside: what the JPEG in a raw file says otherwise stands beside.
func TestPreviewBeside(t *testing.T) {
	preview := jpeg(block(binary.BigEndian, []field{ascii(tagMake, "Panasonic"), ascii(tagModel, "DC-S5")}, nil, nil), 1)
	claims, err := Read(block(binary.LittleEndian, []field{undefined(tagPreview, string(preview)), ascii(tagMake, "Panasonic"), ascii(tagModel, "S5")}, nil, nil), format.RW2)
	want := []catalog.Claim{
		{Origin: catalog.OriginExif, Property: catalog.PropMake, Raw: "Panasonic", Value: "Panasonic"},
		{Origin: catalog.OriginExif, Property: catalog.PropModel, Raw: "S5", Value: "S5"},
		{Origin: catalog.OriginExif, Property: catalog.PropModel, N: 1, Raw: "DC-S5", Value: "DC-S5"},
	}
	if err != nil || !slices.Equal(claims, want) {
		t.Errorf("%+v, %v", claims, err)
	}
}
