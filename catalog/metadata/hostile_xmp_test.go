package metadata

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"waybill/catalog"
	"waybill/catalog/format"
)

// sidecar is read as a packet in a JPEG is, for readBounded.
const sidecar format.Format = "a packet"

// TestHostileXMP: packets that want memory or depth are read up to a bound, and
// what stands in front is kept.
func TestHostileXMP(t *testing.T) {
	const made = `<tiff:Make>Canon</tiff:Make>`
	whole := string(packetOf(made))
	open := whole[:strings.Index(whole, made)+len(made)]
	for name, rest := range map[string]string{
		"nesting":            strings.Repeat("<exif:a>", 300_000),
		"nesting of others":  strings.Repeat("<a>", 600_000),
		"lists in lists":     strings.Repeat("<tiff:Model><rdf:Bag><rdf:li>", 50_000),
		"structs in structs": strings.Repeat("<exif:a><rdf:Description>", 80_000),
		"attributes":         "<exif:a " + strings.Repeat("a='' ", 400_000) + "/>",
		"properties":         strings.Repeat("<exif:a>x</exif:a>", 110_000),
		"items":              "<tiff:Model><rdf:Bag>" + strings.Repeat("<rdf:li>x</rdf:li>", 100_000),
		"text":               "<tiff:Model>" + strings.Repeat("x", 3_000_000),
		"text in pieces":     "<tiff:Model>" + strings.Repeat("x<!-- -->", 200_000),
		"references":         "<tiff:Model>" + strings.Repeat("&amp;", 400_000),
		"entities":           `<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><tiff:Model>&c;</tiff:Model><tiff:Model`,
		"names":              strings.Repeat(`<a xmlns:b="c"/>`, 120_000),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			claims, err := readBounded(t, []byte(open+rest), sidecar, maxMemoryXML)
			if _, value, _ := said(t, claims, catalog.PropMake); value != "Canon" {
				t.Errorf("what stands in front is lost: %v, %v", claims, err)
			}
			if catalog.CodeOf(err) != catalog.FileDamaged {
				t.Errorf("error %v", err)
			}
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// TestHostileParts: more parts of one kind than any file has are not all read.
func TestHostileParts(t *testing.T) {
	file := []byte{0xFF, 0xD8}
	name := []byte("http://ns.adobe.com/xap/1.0/\x00")
	for range 200 {
		file = append(file, segment(0xE1, append(slices.Clone(name), "<rdf:RDF"+strings.Repeat("<a b='c'>", 7000)...))...)
	}
	readBounded(t, file, format.JPEG, 64<<20)

	bomb := deflated(make([]byte, 64<<20))
	chunk := pngChunk("iTXt", []byte("XML:com.adobe.xmp\x00\x01\x00\x00\x00"), bomb)
	readBounded(t, png(slices.Repeat([][]byte{chunk}, 50)...), format.PNG, 16<<20)
}

// TestHostileBoxes: boxes that lead back, or announce more than there is, end.
func TestHostileBoxes(t *testing.T) {
	huge := func(size uint64, kind string) []byte {
		return slices.Concat(u32(1), []byte(kind), binary.BigEndian.AppendUint64(nil, size))
	}
	ftyp := box("ftyp", []byte("heic"), u32(0))
	exif := phone(binary.BigEndian)
	iinf := box("iinf", u32(0), u16(1), box("infe", u32(2<<24), u16(1, 0), []byte("Exif\x00")))
	extents := func(count uint16, each []byte) []byte {
		return box("iloc", u32(1<<24), []byte{0x44, 0x00}, u16(1), u16(1, 0, 0, count), each)
	}
	xmpItem := box("iinf", u32(0), u16(1), box("infe", u32(2<<24), u16(1, 0), []byte("mime\x00application/rdf+xml\x00")))
	for name, file := range map[string][]byte{
		"box leads back":      slices.Concat(ftyp, box("free", make([]byte, 8)), huge(math.MaxUint64-15, "free")),
		"box of no length":    slices.Concat(ftyp, huge(0, "meta")),
		"box of all bits":     slices.Concat(ftyp, huge(math.MaxUint64, "meta")),
		"items without end":   slices.Concat(ftyp, box("meta", u32(0), box("iinf", u32(1<<24), u32(math.MaxUint32)), box("iloc", u32(2<<24), []byte{0, 0}, u32(math.MaxUint32)))),
		"extents of nothing":  slices.Concat(ftyp, box("meta", u32(0), xmpItem, box("iloc", u32(0), []byte{0, 0}, u16(0xFFFF), slices.Repeat(u16(2, 0, 0xFFFF), 0xFFFF)))),
		"extents of all":      slices.Concat(ftyp, box("meta", u32(0), iinf, extents(0xFFFF, make([]byte, 8*0xFFFF))), exif),
		"item outside":        slices.Concat(ftyp, box("meta", u32(0), iinf, extents(1, u32(math.MaxUint32, 100)))),
		"packet of gigabytes": slices.Concat(ftyp, box("meta", u32(0), xmpItem, extents(1, u32(8, 0x7FFFFFFF)))),
		"cut off":             heif("heic", exif, small, false)[:200],
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, err := readBounded(t, file, format.HEIC, 48<<20)
			if name == "box leads back" && catalog.CodeOf(err) != catalog.FileDamaged {
				t.Errorf("error %v", err)
			}
			if took := time.Since(start); took > 6*maxTime {
				t.Errorf("took %v", took)
			}
		})
	}
}

func FuzzXMP(f *testing.F) {
	f.Add([]byte(small))
	f.Add(packetOf(`<exif:GPSLatitude>42,33.87N</exif:GPSLatitude><exif:GPSLongitude>130,21,57E</exif:GPSLongitude>`))
	f.Add(packetOf(`<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Rason</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>`))
	f.Fuzz(func(t *testing.T, data []byte) { readBounded(t, data, sidecar, maxMemoryXML) })
}

// records is read as the resource of a JPEG is, for readBounded.
const records format.Format = "records"

func FuzzIPTC(f *testing.F) {
	f.Add(slices.Concat(stateUTF8, dataset(55, "20230703"), dataset(60, "140500+0900"), dataset(90, "훈춘")))
	f.Add(dataset(0, "\x00\x04"))
	f.Fuzz(func(t *testing.T, data []byte) { readBounded(t, data, records, 4*maxMemory) })
}

// FuzzRead reads files of every format, told by their bytes.
func FuzzRead(f *testing.F) {
	exif := block(binary.LittleEndian, []field{ascii(tagMake, "Canon")}, nil, nil)
	f.Add(heif("heic", exif, small, false))
	f.Add(heif("avif", exif, nil, true))
	f.Add(png(pngChunk("eXIf", exif), pngChunk("tEXt", []byte("Software\x00x"))))
	f.Add(webp(exif, small))
	f.Add(gifFile(small))
	f.Add(news(resource(0x0404, "", dataset(55, "20230703")), 20))
	f.Fuzz(func(t *testing.T, data []byte) { readBounded(t, data, format.Sniff(data), maxMemoryXML) })
}
