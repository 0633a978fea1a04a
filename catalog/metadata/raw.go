package metadata

import (
	"encoding/binary"

	"waybill/catalog/format"
)

// tagPreview is where Panasonic keeps a whole JPEG in its RW2.
const tagPreview = 0x002E

// tiff reads a TIFF, or a raw file built on it. Where the maker keeps a JPEG
// with an Exif block of its own, what that says stands beside it.
func (c *collector) tiff(data []byte) {
	r := reader{collector: c}
	c.part("exif", func() {
		r.open(data)
		r.read()
	})
	if preview := r.ifd0.octets(tagPreview); format.Sniff(preview) == format.JPEG {
		c.jpeg(preview)
	}
	c.xmp(r.ifd0.octets(tagXMP))
	records := r.ifd0.octets(tagIPTC)
	if records == nil {
		records = format.PhotoshopResource(r.ifd0.octets(tagPhotoshop), format.ResourceIPTC)
	}
	c.iptc(records)
}

// raf reads the JPEG in a Fujifilm raw file; its header says where that lies.
func (c *collector) raf(data []byte) {
	const at = 84 // offset and length of the JPEG, big-endian
	if len(data) < at+8 {
		return
	}
	start, length := uint64(binary.BigEndian.Uint32(data[at:])), uint64(binary.BigEndian.Uint32(data[at+4:]))
	if end := min(start+length, uint64(len(data))); start < end {
		c.jpeg(data[start:end])
	}
}

// Identifiers of the uuid boxes in a Canon CR3.
const (
	uuidCanon = "\x85\xc0\xb6\x87\x82\x0f\x11\xe0\x81\x11\xf4\xce\x46\x2b\x6a\x48"
	uuidXMP   = "\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac"
)

// cr3 reads a Canon CR3, where each directory is a TIFF structure in a box of
// its own: CMT1 is IFD0, CMT2 Exif and CMT4 GPS.
func (c *collector) cr3(data []byte) {
	canon := uuidBox(format.FindBox(data, "moov"), uuidCanon)
	c.part("exif", func() {
		r := reader{collector: c}
		for _, d := range []struct {
			box string
			to  *directory
		}{{"CMT1", &r.ifd0}, {"CMT2", &r.exif}, {"CMT4", &r.gps}} {
			if block := format.FindBox(canon, d.box); block != nil {
				*d.to = r.first(block)
			}
		}
		r.read()
	})
	c.xmp(uuidBox(data, uuidXMP))
}

// uuidBox returns what the first box of that extended type holds (ISO/IEC
// 14496-12, section 4.2), nil when there is none.
func uuidBox(data []byte, id string) []byte {
	for b := range format.Boxes(data) {
		if b.Type == "uuid" && len(b.Payload) >= len(id) && string(b.Payload[:len(id)]) == id {
			return b.Payload[len(id):]
		}
	}
	return nil
}
