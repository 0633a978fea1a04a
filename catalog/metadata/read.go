package metadata

import (
	"bytes"
	"errors"

	"waybill/catalog"
	"waybill/catalog/format"
)

// Read returns the claims that a file of format f makes about itself, each with
// Origin, Property, N, Raw and Value; ID and Photo stay 0. A field that is there
// but says nothing usable is a claim with an empty Value; a field that is empty
// is none. Other formats than those of the package comment have no claims.
// Data may be the start of a file: what lies further in counts as absent.
//
// The error is for logs and notes: it wraps a *catalog.Error of code
// FileDamaged and says which fields could not be read. What was read is
// returned beside it.
func Read(data []byte, f format.Format) ([]catalog.Claim, error) {
	var c collector
	c.file(data, f)
	return c.result()
}

// ReadSidecar returns the claims of an XMP file that lies beside a photo, as
// Read does for the packet inside one.
func ReadSidecar(data []byte) ([]catalog.Claim, error) {
	var c collector
	c.xmp(data)
	return c.result()
}

func (c *collector) result() ([]catalog.Claim, error) {
	if len(c.errs) == 0 {
		return c.claims, nil
	}
	return c.claims, &catalog.Error{Code: catalog.FileDamaged, Op: "read metadata", Err: errors.Join(c.errs...)}
}

// Orientation returns the usable orientation among claims, 1 to 8 as in TIFF
// 6.0 (section 8, Orientation): that of Exif, else that of XMP; nil when none is
// stated.
func Orientation(claims []catalog.Claim) *int {
	for _, origin := range []catalog.Origin{catalog.OriginExif, catalog.OriginXMP} {
		for _, c := range claims {
			if c.Origin == origin && c.Property == catalog.PropOrientation && upright(c.Value) != "" {
				n := int(c.Value[0] - '0')
				return &n
			}
		}
	}
	return nil
}

// file finds the parts of a file that say something and reads them, Exif first.
func (c *collector) file(data []byte, f format.Format) {
	switch {
	case f == format.JPEG:
		c.jpeg(data)
	case f == format.RAF:
		c.raf(data)
	case f == format.CR3:
		c.cr3(data)
	case f.IsTIFF():
		c.tiff(data)
	case f == format.PNG:
		c.png(data)
	case f == format.GIF:
		c.gif(data)
	case f == format.WebP:
		c.webp(data)
	case f == format.HEIC, f == format.AVIF:
		// Not by imagemeta, which hands values over as its own: 0/0 degrees as
		// 0, three rationals as one number.
		c.exif(withoutName(format.HEIFExif(data)))
		c.packets(data)
	}
}

// jpeg reads the segments of a JPEG. Extended XMP is not read: what does not fit
// into the packet proper is never what is asked for here.
func (c *collector) jpeg(data []byte) {
	c.exif(format.ExifPayload(data))
	for s := range format.Segments(data) {
		if s.Marker == format.MarkerAPP1 {
			c.xmp(jpegPacket(s.Payload))
		}
	}
	c.iptc(format.PhotoshopResource(format.PhotoshopPayload(data), format.ResourceIPTC))
}

// jpegPacket returns the XMP packet in an APP1 segment, nil when it has none. The
// name in front (XMP Specification Part 3, section 1.1.3) is damaged in some
// files, but how the packet begins gives it away.
func jpegPacket(payload []byte) []byte {
	const (
		name     = "http://ns.adobe.com/xap/1.0/\x00"
		extended = "http://ns.adobe.com/xmp/extension/\x00"
		nameLen  = 64
	)
	if packet, is := bytes.CutPrefix(payload, []byte(name)); is {
		return packet
	}
	if bytes.HasPrefix(payload, []byte("Exif\x00")) || bytes.HasPrefix(payload, []byte(extended)) {
		return nil
	}
	for _, start := range []string{"<?xpacket", "<x:xmpmeta", "<rdf:RDF"} {
		if at := bytes.Index(payload[:min(len(payload), nameLen)], []byte(start)); at >= 0 {
			return payload[at:]
		}
	}
	return nil
}

// webp reads the chunks of a WebP (RFC 9649, sections 2.7.1.4 and 2.7.1.5).
func (c *collector) webp(data []byte) {
	var packet []byte
	for chunk := range format.RIFFChunks(data) {
		switch chunk.Type {
		case "EXIF":
			c.exif(withoutName(chunk.Data))
		case "XMP ":
			packet = chunk.Data
		}
	}
	c.xmp(packet)
}

// withoutName cuts off the name that Exif has in a JPEG, which some programs
// write in front of the block elsewhere too.
func withoutName(block []byte) []byte {
	if rest, is := bytes.CutPrefix(block, []byte("Exif\x00")); is && len(rest) > 0 {
		return rest[1:]
	}
	return block
}

// gif reads the one packet that a GIF can have (XMP Specification Part 3,
// section 1.1.2): it stands where sub-blocks would, and ends in bytes that lead
// a reader of sub-blocks from anywhere to the terminator.
func (c *collector) gif(data []byte) {
	const trailer = 257 // without the terminator
	if b := format.GIFApplication(data, "XMP DataXMP"); len(b) > trailer {
		c.xmp(b[:len(b)-trailer])
	}
}
