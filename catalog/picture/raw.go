package picture

import (
	"encoding/binary"
	"errors"
	"image"

	"waybill/catalog/format"
)

// preview is the JPEG in a raw file that is shown for the photo, and its size in
// pixels.
type preview struct{ start, end, width, height int }

// smallPreview is the longest side, in pixels, of a preview that is only taken
// when the file has no larger one anywhere.
const smallPreview = 640

// probeRaw finds the largest JPEG in a raw file: what the camera itself made of
// the photo. Directories say where previews lie; some makers refer to theirs
// from their own notes, or keep other structures, so that a file that has none
// or only a small one is searched for the beginnings of JPEGs.
//
// The size is what the file states for the photo, as ExifTool gives it: see
// rawSize. It is the preview's when nothing is stated.
func probeRaw(data []byte, f format.Format) (Info, error) {
	info := Info{Format: f}
	var best preview
	size := image.Point{}
	if f.IsTIFF() {
		best, size = rawDirectories(data, f)
	} else if f == format.RAF {
		size = sizeOfRAF(data)
	} else if f == format.CR3 {
		size = sizeOfCR3(data)
	}
	if max(best.width, best.height) < smallPreview {
		for p := range embeddedJPEGs(data) {
			best = larger(best, p)
		}
	}
	info.Width, info.Height = size.X, size.Y
	if best.end == 0 {
		return info, unsupported(errors.New("raw file without a preview"))
	}
	shown, err := probeJPEG(data[best.start:best.end])
	if err != nil {
		return info, err
	}
	info.preview, info.Progressive, info.Cost = best, shown.Progressive, shown.Cost
	if size.X <= 0 || size.Y <= 0 {
		info.Width, info.Height = best.width, best.height
	}
	return info, nil
}

func larger(a, b preview) preview {
	if b.width*b.height > a.width*a.height {
		return b
	}
	return a
}

// rawDirectories looks for previews and for the photo's size in all directories
// of a file built like a TIFF.
func rawDirectories(data []byte, f format.Format) (best preview, size image.Point) {
	for n, d := range directories(data, true) {
		best = larger(best, stripPreview(data, d))
		best = larger(best, previewAt(data, uint64(number(d, tagJPEGOffset)), uint64(number(d, tagJPEGLength))))
		if f == format.RW2 {
			best = larger(best, previewAt(data, uint64(d.Offset(tagJpgFromRaw)), uint64(d.Count(tagJpgFromRaw))))
		}
		if s := rawSize(d, f, n); size == (image.Point{}) && s.X > 0 && s.Y > 0 {
			size = s
		}
	}
	return best, size
}

// stripPreview is the JPEG that is a directory's one strip, compressed by either
// of TIFF's ways to do that.
func stripPreview(data []byte, d format.IFD) preview {
	c := number(d, tagCompression)
	if c != 6 && c != 7 || d.Count(tagStripOffsets) != 1 {
		return preview{}
	}
	return previewAt(data, uint64(number(d, tagStripOffsets)), uint64(number(d, tagStripByteCounts)))
}

// previewAt looks at bytes that are said to be a JPEG. It returns the zero value
// when they are none that can be decoded; raw files keep sensor data in lossless
// JPEGs too.
func previewAt(data []byte, start, length uint64) preview {
	part := slice(data, start, length)
	for s := range format.Segments(part) {
		if !isFrame(s.Marker) {
			continue
		}
		info := Info{}
		if readFrame(&info, s, false) != nil || info.Width == 0 || info.Height == 0 {
			break
		}
		return preview{int(start), int(start) + len(part), info.Width, info.Height}
	}
	return preview{}
}

// Tags of maker's own directories (Panasonic, Fujifilm), and of Exif's.
const (
	tagSensorTop       = 0x0004
	tagSensorLeft      = 0x0005
	tagSensorBottom    = 0x0006
	tagSensorRight     = 0x0007
	tagJpgFromRaw      = 0x002e
	tagRAFCropped      = 0x0111
	tagPixelXDimension = 0xa002
	tagPixelYDimension = 0xa003
)

// rawSize is the photo's size if this directory states it: where the sensor's
// part lies for RW2, what Exif says for CR2, else the directory of the full
// picture, which is no reduced one by its NewSubfileType.
func rawSize(d format.IFD, f format.Format, n int) image.Point {
	at := func(w, h uint16) image.Point {
		return image.Pt(clampSide(number(d, w)), clampSide(number(d, h)))
	}
	switch {
	case f == format.RW2 && n == 0:
		return at(tagSensorRight, tagSensorBottom).Sub(at(tagSensorLeft, tagSensorTop))
	case f == format.RW2:
		return image.Point{}
	case f == format.CR2:
		return at(tagPixelXDimension, tagPixelYDimension)
	case number(d, tagNewSubfileType) != 0:
		return image.Point{}
	}
	return at(tagImageWidth, tagImageLength)
}

// sizeOfRAF reads RawImageCroppedSize from the directory of a Fujifilm raw file:
// big-endian, its place at byte 92, entries of tag, length and value.
func sizeOfRAF(data []byte) image.Point {
	const place, maxEntries = 92, 256
	if len(data) < place+8 {
		return image.Point{}
	}
	dir := slice(data, uint64(binary.BigEndian.Uint32(data[place:])), uint64(binary.BigEndian.Uint32(data[place+4:])))
	if len(dir) < 4 {
		return image.Point{}
	}
	n := min(binary.BigEndian.Uint32(dir), maxEntries)
	for dir = dir[4:]; n > 0 && len(dir) >= 4; n-- {
		tag, length := binary.BigEndian.Uint16(dir), uint64(binary.BigEndian.Uint16(dir[2:]))
		value := slice(dir, 4, length)
		if tag == tagRAFCropped && len(value) >= 4 {
			return image.Pt(int(binary.BigEndian.Uint16(value[2:])), int(binary.BigEndian.Uint16(value)))
		}
		dir = dir[4+len(value):]
	}
	return image.Point{}
}

// sizeOfCR3 reads the first directory of Canon's own box, the one uuid box in
// moov that holds a CMT1 box, a TIFF.
func sizeOfCR3(data []byte) image.Point {
	for b := range format.Boxes(format.FindBox(data, "moov")) {
		if b.Type != "uuid" || len(b.Payload) < 16 {
			continue
		}
		for _, d := range directories(format.FindBox(b.Payload[16:], "CMT1"), false) {
			return image.Pt(clampSide(number(d, tagImageWidth)), clampSide(number(d, tagImageLength)))
		}
	}
	return image.Point{}
}
