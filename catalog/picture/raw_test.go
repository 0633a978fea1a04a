package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"slices"
	"testing"

	"waybill/catalog"
	"waybill/catalog/format"
)

// rawFile builds a TIFF-based raw file: directories of entries, and bytes that
// entries refer to by where they were put.
type rawFile struct {
	data  []byte
	order binary.AppendByteOrder
	last  int // where the last directory of the chain says what is next
}

func newRaw(magic string) *rawFile {
	f := &rawFile{order: binary.LittleEndian, last: 4}
	if magic[0] == 'M' {
		f.order = binary.BigEndian
	}
	f.data = append([]byte(magic), 0, 0, 0, 0)
	return f
}

// put appends bytes and returns where they lie.
func (f *rawFile) put(b []byte) uint32 {
	at := len(f.data)
	f.data = append(f.data, b...)
	return uint32(at)
}

// directory appends a directory of LONG entries (tag, value), or of the type and
// count given behind them.
func (f *rawFile) directory(entries ...[]uint32) uint32 {
	slices.SortFunc(entries, func(a, b []uint32) int { return int(a[0]) - int(b[0]) })
	at := uint32(len(f.data))
	b := f.order.AppendUint16(nil, uint16(len(entries)))
	for _, e := range entries {
		kind, count := uint32(4), uint32(1)
		if len(e) > 2 {
			kind, count = e[2], e[3]
		}
		b = f.order.AppendUint16(b, uint16(e[0]))
		b = f.order.AppendUint16(b, uint16(kind))
		b = f.order.AppendUint32(b, count)
		b = f.order.AppendUint32(b, e[1])
	}
	f.data = append(f.data, f.order.AppendUint32(b, 0)...)
	return at
}

// chained appends a directory to the chain.
func (f *rawFile) chained(entries ...[]uint32) {
	at := f.directory(entries...)
	copy(f.data[f.last:], f.order.AppendUint32(nil, at))
	f.last = len(f.data) - 4
}

// text puts a text entry.
func (f *rawFile) text(tag uint32, s string) []uint32 {
	return []uint32{tag, f.put([]byte(s + "\x00")), 2, uint32(len(s) + 1)}
}

// raws are one file of each kind whose photo is 6000×4000, with a preview of
// 1200×800 and, where the kind has one, a thumbnail of 160×120.
func raws(t testing.TB) map[format.Format][]byte {
	big, small := jpegFile(t, landscape(1200, 800)), jpegFile(t, landscape(160, 120))
	bigLen, smallLen := uint32(len(big)), uint32(len(small))
	main := func(f *rawFile) uint32 {
		return f.directory([]uint32{tagNewSubfileType, 0}, []uint32{tagImageWidth, 6000}, []uint32{tagImageLength, 4000},
			[]uint32{tagCompression, 7}, []uint32{tagStripOffsets, 8}, []uint32{tagStripByteCounts, 1 << 30})
	}
	nef := newRaw("MM\x00*")
	preview := nef.directory([]uint32{tagNewSubfileType, 1}, []uint32{tagJPEGOffset, nef.put(big)}, []uint32{tagJPEGLength, bigLen})
	subs := nef.put(nef.order.AppendUint32(nef.order.AppendUint32(nil, preview), main(nef)))
	nef.chained([]uint32{tagNewSubfileType, 1}, []uint32{tagImageWidth, 160}, []uint32{tagImageLength, 120}, nef.text(0x010f, "NIKON CORPORATION"),
		[]uint32{tagSubIFDs, subs, 4, 2})

	dng := newRaw("II*\x00")
	strip := dng.directory([]uint32{tagNewSubfileType, 1}, []uint32{tagImageWidth, 1200}, []uint32{tagImageLength, 800}, []uint32{tagCompression, 7},
		[]uint32{tagStripOffsets, dng.put(big)}, []uint32{tagStripByteCounts, bigLen})
	subs = dng.put(dng.order.AppendUint32(dng.order.AppendUint32(nil, main(dng)), strip))
	dng.chained([]uint32{tagNewSubfileType, 1}, []uint32{0xc612, 0x01040000, 1, 4}, []uint32{tagSubIFDs, subs, 13, 2})

	cr2 := newRaw("II*\x00")
	cr2.put([]byte("CR\x02\x00\x00\x00\x00\x00"))
	exif := cr2.directory([]uint32{tagPixelXDimension, 6000, 3, 1}, []uint32{tagPixelYDimension, 4000, 3, 1})
	cr2.chained([]uint32{tagImageWidth, 6000}, []uint32{tagCompression, 6, 3, 1}, []uint32{tagStripOffsets, cr2.put(big)},
		[]uint32{tagStripByteCounts, bigLen}, []uint32{tagExifIFD, exif})
	cr2.chained([]uint32{tagJPEGOffset, cr2.put(small)}, []uint32{tagJPEGLength, smallLen})

	rw2 := newRaw("IIU\x00")
	rw2.chained([]uint32{tagSensorTop, 8, 3, 1}, []uint32{tagSensorLeft, 16, 3, 1}, []uint32{tagSensorBottom, 4008, 3, 1}, []uint32{tagSensorRight, 6016, 3, 1},
		[]uint32{tagJpgFromRaw, rw2.put(big), 7, bigLen})

	// Olympus refers to its preview from its own notes: it is found by searching.
	orf := newRaw("IIRO")
	orf.put(big)
	orf.chained([]uint32{tagImageWidth, 6000}, []uint32{tagImageLength, 4000})
	orf.chained([]uint32{tagJPEGOffset, orf.put(small)}, []uint32{tagJPEGLength, smallLen})

	pef := newRaw("MM\x00*")
	pef.chained([]uint32{tagImageWidth, 6000}, []uint32{tagImageLength, 4000}, []uint32{tagCompression, 65535 << 16, 3, 1}, pef.text(0x010f, "PENTAX"))
	pef.chained([]uint32{tagJPEGOffset, pef.put(small)}, []uint32{tagJPEGLength, smallLen})
	pef.chained([]uint32{tagJPEGOffset, pef.put(big)}, []uint32{tagJPEGLength, bigLen})

	arw := newRaw("II*\x00")
	arw.chained([]uint32{tagNewSubfileType, 1}, arw.text(0x010f, "SONY"), []uint32{tagJPEGOffset, arw.put(big)}, []uint32{tagJPEGLength, bigLen},
		[]uint32{tagSubIFDs, main(arw)})

	return map[format.Format][]byte{
		format.NEF: nef.data, format.DNG: dng.data, format.CR2: cr2.data, format.RW2: rw2.data, format.ORF: orf.data,
		format.PEF: pef.data, format.ARW: arw.data, format.RAF: rafFile(big), format.CR3: cr3File(big, small),
	}
}

func rafFile(jpeg []byte) []byte {
	be := binary.BigEndian
	b := make([]byte, 148)
	copy(b, "FUJIFILMCCD-RAW 0201FF000000")
	be.PutUint32(b[84:], 148)
	be.PutUint32(b[88:], uint32(len(jpeg)))
	be.PutUint32(b[92:], uint32(148+len(jpeg)))
	be.PutUint32(b[96:], 20)
	b = append(b, jpeg...)
	b = be.AppendUint32(b, 2)
	b = append(b, 0x01, 0x00, 0, 4, 0x10, 0, 0x18, 0)
	b = append(b, 0x01, 0x11, 0, 4)
	return be.AppendUint16(be.AppendUint16(b, 4000), 6000)
}

func isoBox(kind string, parts ...[]byte) []byte {
	payload := bytes.Join(parts, nil)
	return append(binary.BigEndian.AppendUint32(nil, uint32(8+len(payload))), append([]byte(kind), payload...)...)
}

func cr3File(jpegs ...[]byte) []byte {
	cmt := newRaw("II*\x00")
	cmt.chained([]uint32{tagImageWidth, 6000, 3, 1}, []uint32{tagImageLength, 4000, 3, 1})
	return slices.Concat(
		isoBox("ftyp", []byte("crx \x00\x00\x00\x01crx isom")),
		isoBox("moov", isoBox("uuid", make([]byte, 16), isoBox("CMT1", cmt.data))),
		isoBox("mdat", jpegs...))
}

func TestRaw(t *testing.T) {
	for f, data := range raws(t) {
		if got := format.Sniff(data); got != f {
			t.Errorf("%s is told to be %q", f, got)
			continue
		}
		info, err := Probe(data)
		if err != nil || info.Width != 6000 || info.Height != 4000 || info.Upright {
			t.Errorf("%s: %+v, %v", f, info, err)
			continue
		}
		if w, h := info.Decoded(); w != 1200 || h != 800 {
			t.Errorf("%s: preview of %d×%d", f, w, h)
		}
		for side, want := range map[int]image.Point{0: {1200, 800}, 300: {300, 200}} {
			img, _, err := Decoder{}.DecodeScaled(t.Context(), data, side)
			if err != nil || img.Rect.Size() != want {
				t.Errorf("%s at %d: %v, %v", f, side, img.Bounds(), err)
			}
		}
		look, err := Decoder{}.Look(t.Context(), data, 8)
		if err != nil || look.Hash == nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		if thumb, err := Probe(look.Thumb); err != nil || thumb.Width != 213 || thumb.Height != ThumbSide {
			t.Errorf("%s: thumbnail %+v, %v", f, thumb, err)
		}
	}
}

// TestRawWithoutPreview keeps the size and says what is missing.
func TestRawWithoutPreview(t *testing.T) {
	orf := newRaw("IIRO")
	orf.chained([]uint32{tagImageWidth, 4000}, []uint32{tagImageLength, 3000}, []uint32{tagJPEGOffset, 1 << 31}, []uint32{tagJPEGLength, 1 << 31})
	info, err := Probe(orf.data)
	if catalog.CodeOf(err) != catalog.FileUnsupported || info.Width != 4000 || info.Height != 3000 {
		t.Errorf("%+v, %v", info, err)
	}
}

// TestHostileRaw has directories that refer to themselves and to one another.
func TestHostileRaw(t *testing.T) {
	f := newRaw("IIRO")
	here := uint32(len(f.data))
	var entries [][]uint32
	for range 200 {
		entries = append(entries, []uint32{tagSubIFDs, here}, []uint32{tagExifIFD, 1 << 20, 4, 1 << 30})
	}
	f.chained(entries...)
	copy(f.data[f.last:], f.order.AppendUint32(nil, here))
	n := 0
	for range directories(f.data, true) {
		n++
	}
	if n != 1 {
		t.Errorf("%d directories", n)
	}
	chain := newRaw("IIRO")
	for range 500 {
		chain.chained([]uint32{tagImageWidth, 1})
	}
	n = 0
	for range directories(chain.data, true) {
		n++
	}
	if n != maxDirectories {
		t.Errorf("%d directories of a long chain", n)
	}
}

func FuzzProbe(f *testing.F) {
	for _, data := range raws(f) {
		f.Add(data[:min(len(data), 4096)])
	}
	for _, name := range []string{"phone.heic", "phone.avif", "phone.webp", "moving.webp"} {
		f.Add(testdata(f, name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var info Info
		var err error
		if used := allocated(func() { info, err = Probe(data) }); used > 1<<20+int64(len(data)) {
			t.Fatalf("%d bytes allocated to probe %d", used, len(data))
		}
		if err == nil && (info.Width < 1 || info.Height < 1 || info.Cost < 1) {
			t.Fatalf("%+v without an error", info)
		}
		if err != nil && catalog.CodeOf(err) == "" {
			t.Fatalf("no code in %v", err)
		}
		EmbeddedThumbnail(data)
	})
}
