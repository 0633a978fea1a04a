package metadata

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"waybill/catalog"
)

// exif claims what an Exif block says, a TIFF structure; nil is none.
func (c *collector) exif(block []byte) {
	if block == nil {
		return
	}
	c.part("exif", func() {
		r := reader{collector: c}
		r.open(block)
		r.read()
	})
}

// read claims what the directories say.
func (r *reader) read() {
	r.times()
	r.camera()
	r.exposure()
	r.orientation()
	r.comment()
	if r.gps.entries != nil {
		r.position()
		r.altitude()
		r.direction()
		r.positionError()
		r.gpsTime()
	}
}

func (r *reader) camera() {
	for _, f := range []struct {
		tag      uint16
		property catalog.Property
	}{
		{tagMake, catalog.PropMake},
		{tagModel, catalog.PropModel},
		{tagLensModel, catalog.PropLens},
		{tagSoftware, catalog.PropSoftware},
	} {
		raw := rawText(r.field(f.tag))
		r.claim(catalog.OriginExif, f.property, raw, cleanText(raw))
	}
}

func (r *reader) orientation() {
	raw := rawNumbers(r.field(tagOrientation))
	r.claim(catalog.OriginExif, catalog.PropOrientation, raw, upright(raw))
}

// upright gives the value of an orientation claim: 1 to 8 (TIFF 6.0, section 8).
func upright(raw string) string {
	if len(raw) == 1 && raw >= "1" && raw <= "8" {
		return raw
	}
	return ""
}

// screenshotComment is how phones mark a picture of their own screen.
const screenshotComment = "Screenshot"

// comment claims that the picture is a screenshot when the user comment says so
// and nothing else. Other comments are no claims.
func (r *reader) comment() {
	d := r.exif
	if d.entry(tagUserComment) == nil {
		d = r.ifd0
	}
	if text := userComment(d.octets(tagUserComment), d.order); strings.EqualFold(strings.TrimSpace(text), screenshotComment) {
		r.claim(catalog.OriginExif, catalog.PropKind, text, string(catalog.KindScreenshot))
	}
}

// userComment reads a comment with the code of its characters in front (Exif
// 3.0, UserComment); "" when it has none or is long.
func userComment(b []byte, o binary.ByteOrder) string {
	const codeLen = 8
	if len(b) < codeLen || len(b) > maxValue {
		return ""
	}
	text := b[codeLen:]
	if bytes.HasPrefix(b, []byte("UNICODE\x00")) && len(text)%2 == 0 && bytes.IndexByte(text, 0) >= 0 {
		units := make([]uint16, len(text)/2)
		for i := range units {
			units[i] = o.Uint16(text[2*i:])
		}
		return strings.TrimRight(string(utf16.Decode(units)), "\x00")
	}
	return string(bytes.TrimRight(text, "\x00"))
}
