package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"
)

// phone is the device a sample claims to come from.
type phone struct {
	make, model, lens, software string
	fNumber, focal              [2]uint32 // rationals; focal in millimetres
	bigEndian                   bool
}

// meta is what a telephone writes about one picture (Exif 2.32).
type meta struct {
	phone
	taken       time.Time // wall time; its zone is UTC and means nothing
	offset      string    // OffsetTimeOriginal, or "" when the telephone writes none
	orientation uint16    // 1–8
	exposure    [2]uint32 // seconds
	iso         uint16
	place       *fix
}

// fix is a GPS position: WGS-84 degrees, metres above the sea.
type fix struct {
	lat, lon, alt float64
	utc           *time.Time // GPSDateStamp and GPSTimeStamp
}

// TIFF 6.0 field types.
const (
	typeByte      = 1
	typeASCII     = 2
	typeShort     = 3
	typeLong      = 4
	typeRational  = 5
	typeUndefined = 7
)

type field struct {
	tag, kind uint16
	count     uint32
	data      []byte
}

// directory collects the fields of one IFD.
type directory struct {
	order  binary.AppendByteOrder
	fields []field
}

func (d *directory) ascii(tag uint16, s string) {
	d.fields = append(d.fields, field{tag, typeASCII, uint32(len(s) + 1), append([]byte(s), 0)})
}

func (d *directory) short(tag, v uint16) {
	d.fields = append(d.fields, field{tag, typeShort, 1, d.order.AppendUint16(nil, v)})
}

func (d *directory) long(tag uint16, v uint32) {
	d.fields = append(d.fields, field{tag, typeLong, 1, d.order.AppendUint32(nil, v)})
}

func (d *directory) rational(tag uint16, vs ...[2]uint32) {
	var b []byte
	for _, v := range vs {
		b = d.order.AppendUint32(d.order.AppendUint32(b, v[0]), v[1])
	}
	d.fields = append(d.fields, field{tag, typeRational, uint32(len(vs)), b})
}

func (d *directory) raw(tag, kind uint16, b ...byte) {
	d.fields = append(d.fields, field{tag, kind, uint32(len(b)), b})
}

// size is the length in bytes of the directory with its data.
func (d *directory) size() uint32 {
	n := 2 + 12*len(d.fields) + 4
	for _, f := range d.fields {
		if len(f.data) > 4 {
			n += len(f.data) + len(f.data)%2
		}
	}
	return uint32(n)
}

// append writes the directory as it stands at offset at, fields sorted by tag
// (TIFF 6.0, section 2).
func (d *directory) append(b []byte, at uint32) []byte {
	slices.SortFunc(d.fields, func(x, y field) int { return int(x.tag) - int(y.tag) })
	b = d.order.AppendUint16(b, uint16(len(d.fields)))
	next := at + uint32(2+12*len(d.fields)+4)
	var tail []byte
	for _, f := range d.fields {
		b = d.order.AppendUint16(b, f.tag)
		b = d.order.AppendUint16(b, f.kind)
		b = d.order.AppendUint32(b, f.count)
		if len(f.data) <= 4 {
			b = append(b, append(slices.Clone(f.data), 0, 0, 0, 0)[:4]...)
			continue
		}
		b = d.order.AppendUint32(b, next+uint32(len(tail)))
		tail = append(tail, f.data...)
		if len(f.data)%2 == 1 {
			tail = append(tail, 0)
		}
	}
	return append(d.order.AppendUint32(b, 0), tail...)
}

// tiff is the TIFF structure that describes a stored picture of w by h pixels.
func (m *meta) tiff(w, h int) []byte {
	var order binary.AppendByteOrder = binary.LittleEndian
	mark := "II"
	if m.bigEndian {
		order, mark = binary.BigEndian, "MM"
	}
	stamp := m.taken.Format("2006:01:02 15:04:05")
	main := &directory{order: order}
	main.ascii(0x010f, m.make)
	main.ascii(0x0110, m.model)
	main.short(0x0112, m.orientation)
	main.rational(0x011a, [2]uint32{72, 1})
	main.rational(0x011b, [2]uint32{72, 1})
	main.short(0x0128, 2)
	main.ascii(0x0131, m.software)
	main.ascii(0x0132, stamp)
	main.short(0x0213, 1)
	main.long(0x8769, 0)
	if m.place != nil {
		main.long(0x8825, 0)
	}
	exif := m.exif(order, stamp, w, h)
	exifAt := 8 + main.size()
	gpsAt := exifAt + exif.size()
	for i, f := range main.fields {
		switch f.tag {
		case 0x8769:
			main.fields[i].data = order.AppendUint32(nil, exifAt)
		case 0x8825:
			main.fields[i].data = order.AppendUint32(nil, gpsAt)
		}
	}
	b := order.AppendUint32(order.AppendUint16([]byte(mark), 42), 8)
	b = main.append(b, 8)
	b = exif.append(b, exifAt)
	if m.place != nil {
		b = m.place.directory(order).append(b, gpsAt)
	}
	return b
}

// exif is the Exif IFD.
func (m *meta) exif(order binary.AppendByteOrder, stamp string, w, h int) *directory {
	d := &directory{order: order}
	d.rational(0x829a, m.exposure)
	d.rational(0x829d, m.fNumber)
	d.short(0x8822, 2)
	d.short(0x8827, m.iso)
	d.raw(0x9000, typeUndefined, []byte("0232")...)
	d.ascii(0x9003, stamp)
	d.ascii(0x9004, stamp)
	if m.offset != "" {
		d.ascii(0x9010, m.offset)
		d.ascii(0x9011, m.offset)
		d.ascii(0x9012, m.offset)
	}
	d.raw(0x9101, typeUndefined, 1, 2, 3, 0)
	d.short(0x9207, 2)
	d.short(0x9209, 0)
	d.rational(0x920a, m.focal)
	ms := fmt.Sprintf("%03d", m.taken.Nanosecond()/1e6)
	d.ascii(0x9290, ms)
	d.ascii(0x9291, ms)
	d.ascii(0x9292, ms)
	d.raw(0xa000, typeUndefined, []byte("0100")...)
	d.short(0xa001, 1)
	d.long(0xa002, uint32(w))
	d.long(0xa003, uint32(h))
	d.short(0xa402, 0)
	d.short(0xa403, 0)
	d.short(0xa406, 0)
	if m.lens != "" {
		d.ascii(0xa434, m.lens)
	}
	return d
}

// directory is the GPS IFD (Exif 2.32, section 4.6.6).
func (p *fix) directory(order binary.AppendByteOrder) *directory {
	d := &directory{order: order}
	ref := func(v float64, plus, minus string) string {
		if v < 0 {
			return minus
		}
		return plus
	}
	d.raw(0, typeByte, 2, 2, 0, 0)
	d.ascii(1, ref(p.lat, "N", "S"))
	d.rational(2, dms(p.lat)...)
	d.ascii(3, ref(p.lon, "E", "W"))
	d.rational(4, dms(p.lon)...)
	below := byte(0)
	if p.alt < 0 {
		below = 1
	}
	d.raw(5, typeByte, below)
	d.rational(6, [2]uint32{uint32(math.Round(math.Abs(p.alt) * 100)), 100})
	if p.utc != nil {
		d.rational(7, [2]uint32{uint32(p.utc.Hour()), 1}, [2]uint32{uint32(p.utc.Minute()), 1}, [2]uint32{uint32(p.utc.Second()), 1})
		d.ascii(0x1d, p.utc.Format("2006:01:02"))
	}
	return d
}

// dms splits degrees into degrees, minutes and seconds to 1/10000 second.
func dms(v float64) [][2]uint32 {
	n := uint64(math.Round(math.Abs(v) * 3600 * 10000))
	return [][2]uint32{{uint32(n / 36000000), 1}, {uint32(n / 600000 % 60), 1}, {uint32(n % 600000), 10000}}
}

var errNotJPEG = errors.New("not a JPEG stream")

// insertExif puts a TIFF structure into a JPEG stream as its first segment after
// SOI (Exif 2.32, section 4.5.4).
func insertExif(jpg, tiff []byte) ([]byte, error) {
	length := 2 + 6 + len(tiff)
	if !bytes.HasPrefix(jpg, []byte{0xff, 0xd8}) {
		return nil, errNotJPEG
	}
	if length > math.MaxUint16 {
		return nil, fmt.Errorf("insert Exif: %d bytes do not fit into a segment", length)
	}
	out := append([]byte{0xff, 0xd8, 0xff, 0xe1, byte(length >> 8), byte(length)}, "Exif\x00\x00"...)
	return append(append(out, tiff...), jpg[2:]...), nil
}
