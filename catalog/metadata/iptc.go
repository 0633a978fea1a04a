package metadata

import (
	"encoding/binary"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/bep/imagemeta"

	"waybill/catalog"
)

// maxRecords is the most of IPTC records that is read, in bytes: imagemeta
// passes over a field of a TIFF that is longer.
const maxRecords = 1 << 16

// iptc claims what IPTC records say (IPTC-NAA Information Interchange Model 4.2,
// chapter 6); nil is none.
func (c *collector) iptc(records []byte) {
	if len(records) <= 4 {
		return
	}
	c.part("iptc", func() {
		fields, err := iptcFields(records)
		if err != nil {
			c.note(err)
		}
		for _, f := range []struct {
			date, time string
			property   catalog.Property
		}{
			{"DateCreated", "TimeCreated", catalog.PropTaken},
			{"DigitalCreationDate", "DigitalCreationTime", catalog.PropDigitized},
		} {
			date, clock := fields[f.date], fields[f.time]
			c.claim(catalog.OriginIPTC, f.property, join(" ", date, clock), iptcTime(date, clock))
		}
		c.location(catalog.OriginIPTC, catalog.PropLocation,
			fields["Sub-location"], fields["City"], fields["Province-State"], fields["Country-PrimaryLocationName"])
		program := fields["OriginatingProgram"]
		c.claim(catalog.OriginIPTC, catalog.PropSoftware, program, cleanText(program))
	})
}

// iptcFields gives the first of each dataset, by the name that imagemeta has for
// it, with the punctuation that it gives to dates and times. The records are put
// into the smallest TIFF around them: in a JPEG imagemeta takes the first
// segment of that kind for Photoshop's and goes astray behind a resource of odd
// length.
func iptcFields(records []byte) (map[string]string, error) {
	fields := map[string]string{}
	err := decode(iptcTIFF(records[:min(len(records), maxRecords)]), imagemeta.Options{
		ImageFormat: imagemeta.TIFF,
		Sources:     imagemeta.IPTC,
		HandleTag: func(t imagemeta.TagInfo) error {
			text, is := t.Value.(string)
			if is && fields[t.Tag] == "" && t.Namespace == "IPTCApplication" {
				fields[t.Tag] = printable(asUTF8(text))
			}
			return nil
		},
	})
	return fields, err
}

// iptcTIFF wraps records in a TIFF of one field.
func iptcTIFF(records []byte) []byte {
	const start = 8 + 2 + entryLen + 4
	b := []byte("MM\x00*\x00\x00\x00\x08\x00\x01")
	b = binary.BigEndian.AppendUint16(b, tagIPTC)
	b = binary.BigEndian.AppendUint16(b, 7) // UNDEFINED
	b = binary.BigEndian.AppendUint32(b, uint32(len(records)))
	b = binary.BigEndian.AppendUint32(b, start)
	b = append(b, 0, 0, 0, 0)
	return append(b, records...)
}

// asUTF8 mends text that was taken for Latin-1, as the standard has it where the
// character set is not stated (dataset 1:90), but is UTF-8: in Latin-1 that would
// be letters followed by control characters and signs, which nobody writes.
func asUTF8(text string) string {
	octets := make([]byte, 0, len(text))
	for _, r := range text {
		if r > 0xFF {
			return text
		}
		octets = append(octets, byte(r))
	}
	if len(octets) == len(text) || !utf8.Valid(octets) { // ASCII, or truly Latin-1
		return text
	}
	return string(octets)
}

var (
	iptcDate  = regexp.MustCompile(`^(\d{4}):?(\d\d):?(\d\d)$`)
	iptcClock = regexp.MustCompile(`^(\d\d):?(\d\d):?(\d\d)(?:([+-]\d\d):?(\d\d))?$`)
)

// iptcTime reads a date, CCYYMMDD, and a time, HHMMSS±HHMM, of which either may
// be missing. A month or day of 00 is not known (datasets 2:55 and 2:62). An
// offset of zero is left out: the form demands one, so that is what programs
// write that know none.
func iptcTime(date, clock string) string {
	m := iptcDate.FindStringSubmatch(strings.TrimSpace(date))
	if m == nil {
		return ""
	}
	d := moment{year: m[1], month: m[2], day: m[3]}
	if t := iptcClock.FindStringSubmatch(strings.TrimSpace(clock)); t != nil {
		d.hour, d.minute, d.second = t[1], t[2], t[3]
		if t[4] != "" && t[4][1:]+t[5] != "0000" {
			d.offset = fmt.Sprintf("%s:%s", t[4], t[5])
		}
	}
	return d.edtf()
}
