package metadata

import (
	"errors"
	"fmt"

	"waybill/catalog"
	"waybill/catalog/format"
)

// Read returns the claims that a file of format f makes about itself, each with
// Origin, Property, N, Raw and Value; ID and Photo stay 0. A field that is there
// but says nothing usable is a claim with an empty Value; a field that is empty
// is none. A format without an Exif block that this package knows has no claims.
//
// The error is for logs and notes: it wraps a *catalog.Error of code
// FileDamaged and says which fields could not be read. What was read is
// returned beside it.
func Read(data []byte, f format.Format) (claims []catalog.Claim, err error) {
	block := data
	switch {
	case f == format.JPEG:
		block = format.ExifPayload(data)
	case !f.IsTIFF():
		block = nil
	}
	if block == nil {
		return nil, nil
	}
	var r reader
	defer func() {
		// goexif panics on what it did not foresee; that costs the field in
		// hand and those behind it, not the import.
		if p := recover(); p != nil {
			r.note(fmt.Errorf("panic: %v", p))
		}
		claims = r.claims
		if len(r.errs) > 0 {
			err = &catalog.Error{Code: catalog.FileDamaged, Op: "read exif", Err: errors.Join(r.errs...)}
		}
	}()
	r.read(block)
	return claims, err
}

// Orientation returns the usable orientation among claims, 1 to 8 as in TIFF
// 6.0 (section 8, Orientation), or nil when none is stated.
func Orientation(claims []catalog.Claim) *int {
	for _, c := range claims {
		if c.Property == catalog.PropOrientation && len(c.Value) == 1 && c.Value >= "1" && c.Value <= "8" {
			n := int(c.Value[0] - '0')
			return &n
		}
	}
	return nil
}

// read collects the claims of a TIFF structure.
func (r *reader) read(block []byte) {
	if !r.open(block) {
		return
	}
	r.times()
	r.camera()
	r.exposure()
	r.orientation()
	if r.gps != nil {
		r.position()
		r.altitude()
		r.gpsTime()
	}
}

// claim keeps what one field, or several that belong together, say. Nothing
// written is nothing claimed.
func (r *reader) claim(o catalog.Origin, p catalog.Property, raw, value string) {
	if raw != "" {
		r.claims = append(r.claims, catalog.Claim{Origin: o, Property: p, Raw: raw, Value: value})
	}
}

func (r *reader) note(err error) { r.errs = append(r.errs, err) }

func (r *reader) camera() {
	for _, f := range []struct {
		tag      uint16
		property catalog.Property
	}{
		{tagMake, catalog.PropMake},
		{tagModel, catalog.PropModel},
		{tagLensModel, catalog.PropLens},
	} {
		raw := rawText(r.field(f.tag))
		r.claim(catalog.OriginExif, f.property, raw, cleanText(raw))
	}
}

func (r *reader) orientation() {
	raw := rawNumbers(r.field(tagOrientation))
	value := ""
	if len(raw) == 1 && raw >= "1" && raw <= "8" {
		value = raw
	}
	r.claim(catalog.OriginExif, catalog.PropOrientation, raw, value)
}
