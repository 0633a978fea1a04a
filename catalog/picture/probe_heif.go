package picture

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"math"

	"waybill/catalog/format"
)

// probeHEIF reads the properties of the primary item of a HEIF file: HEIC and
// AVIF (ISO/IEC 23008-12, section 6). The size is that of the upright picture:
// what ispe says, cut and turned by the properties clap, irot and imir in the
// order in which they are associated.
//
// libheif does all that itself, so that HEIC comes upright and cut. libavif
// leaves it to its caller, so Info keeps what is to be done. An Exif orientation
// says the same again, if it is right, and is not for the decoder to use
// (section A.2 of the standard): Upright is true for both.
func probeHEIF(data []byte, f format.Format) (Info, error) {
	info := Info{Format: f, Upright: true, Cost: decoderOverhead}
	meta := format.FindBox(data, "meta")
	if len(meta) < 4 {
		return info, heifWithout(data, "meta")
	}
	meta = meta[4:] // version and flags
	primary, ok := primaryItem(meta)
	if !ok {
		return info, damaged(errors.New("no primary item"))
	}
	switch kind := itemType(meta, primary); kind {
	case "av01":
		info.Format = format.AVIF // the brands need not say which codec
	case "hvc1":
		info.Format = format.HEIC
	case "":
		return info, damaged(errors.New("primary item is not there"))
	case "grid", "iovl", "iden": // made of items of the brand's codec
	default:
		return info, unsupported(fmt.Errorf("HEIF item of type %q", kind))
	}
	var size image.Point
	for p := range itemProperties(meta, primary) {
		if err := info.apply(p, &size); err != nil {
			return info, err
		}
	}
	info.Width, info.Height = size.X, size.Y
	if size == (image.Point{}) {
		return info, damaged(errors.New("no ispe property"))
	}
	if info.Format == format.HEIC {
		info.coded, info.crop, info.turn = image.Point{}, image.Rectangle{}, 0
		info.video = samplesAsInVideo(meta, primary)
	}
	return info, nil
}

// heifWithout tells a sequence, which has tracks instead of items, from a file
// that ends early.
func heifWithout(data []byte, box string) error {
	if format.FindBox(data, "moov") != nil {
		return unsupported(errors.New("image sequence without a still picture"))
	}
	return damaged(fmt.Errorf("no %s box", box))
}

// apply takes one property into account. Size is that of the picture so far.
func (i *Info) apply(p format.Box, size *image.Point) error {
	b := p.Payload
	switch p.Type {
	case "ispe": // section 6.5.3
		if len(b) < 12 {
			return damaged(errEndsEarly)
		}
		*size = image.Pt(clampSide(binary.BigEndian.Uint32(b[4:])), clampSide(binary.BigEndian.Uint32(b[8:])))
		i.coded, i.crop = *size, image.Rectangle{Max: *size}
	case "clap":
		if i.Format == format.AVIF && (i.turn > 1 || i.crop != image.Rectangle{Max: i.coded}) {
			return unsupported(errors.New("picture is cut after it is turned"))
		}
		if r, ok := cleanAperture(b, *size); ok {
			i.crop, *size = r, r.Size()
		}
	case "irot": // section 6.5.10: quarters against the clock
		if len(b) < 1 {
			return damaged(errEndsEarly)
		}
		for range b[0] & 3 {
			i.turn = turned(i.turn, turnLeft)
			*size = image.Pt(size.Y, size.X)
		}
	case "imir": // section 6.5.12
		if len(b) < 1 {
			return damaged(errEndsEarly)
		}
		// The standard's second edition swapped what 0 and 1 mean; encoders and
		// decoders go by: 0 mirrors top to bottom, 1 left to right.
		if b[0]&1 == 0 {
			i.turn = turned(i.turn, mirrorRows)
		} else {
			i.turn = turned(i.turn, mirrorColumns)
		}
	}
	return nil
}

// cleanAperture reads a clap property (ISO/IEC 14496-12, section 12.1.4): the
// part of the picture that is to be seen, given by its size and by how far its
// centre lies from the picture's, as fractions. It returns false for one that
// makes no sense, which decoders pass over.
func cleanAperture(b []byte, size image.Point) (image.Rectangle, bool) {
	if len(b) < 32 {
		return image.Rectangle{}, false
	}
	var v [4]float64
	for i := range v {
		n := int32(binary.BigEndian.Uint32(b[8*i:]))
		d := int32(binary.BigEndian.Uint32(b[8*i+4:]))
		if d == 0 {
			return image.Rectangle{}, false
		}
		v[i] = float64(n) / float64(d)
	}
	w, h := math.Round(v[0]), math.Round(v[1])
	left := math.Round((float64(size.X)-w)/2 + v[2])
	top := math.Round((float64(size.Y)-h)/2 + v[3])
	if !(w >= 1 && h >= 1 && left >= 0 && top >= 0 && left+w <= float64(size.X) && top+h <= float64(size.Y)) {
		return image.Rectangle{}, false
	}
	return image.Rect(int(left), int(top), int(left+w), int(top+h)), true
}

// Orientations as Exif numbers them that stand for one step.
const (
	mirrorColumns = 2
	mirrorRows    = 4
	turnLeft      = 8
)

// turned returns the orientation that stands for first one, then another.
func turned(first, then int) int {
	// Where the corners of a square go tells everything: follow two of them.
	at := func(p image.Point, orientation int) image.Point {
		switch orientation {
		case 2:
			return image.Pt(1-p.X, p.Y)
		case 3:
			return image.Pt(1-p.X, 1-p.Y)
		case 4:
			return image.Pt(p.X, 1-p.Y)
		case 5:
			return image.Pt(p.Y, p.X)
		case 6:
			return image.Pt(1-p.Y, p.X)
		case 7:
			return image.Pt(1-p.Y, 1-p.X)
		case 8:
			return image.Pt(p.Y, 1-p.X)
		}
		return p
	}
	a, b := image.Pt(0, 0), image.Pt(1, 0)
	for o := 1; o <= 8; o++ {
		if at(a, o) == at(at(a, first), then) && at(b, o) == at(at(b, first), then) {
			return o
		}
	}
	return first
}
