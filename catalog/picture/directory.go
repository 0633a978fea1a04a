package picture

import (
	"iter"

	"waybill/catalog/format"
)

// Tags that lead to other directories, and to pictures in a picture.
const (
	tagNewSubfileType = 0x00fe
	tagStripOffsets   = 0x0111
	tagSubIFDs        = 0x014a
	tagJPEGOffset     = 0x0201 // JPEGInterchangeFormat
	tagJPEGLength     = 0x0202 // JPEGInterchangeFormatLength
	tagExifIFD        = 0x8769
)

// maxDirectories is how many directories of one file are read; a raw file has
// about five.
const maxDirectories = 32

// directories yields the directories of a TIFF: those of the chain with their
// numbers, and, if deep, those they refer to, numbered -1. Each is yielded once,
// and no more than maxDirectories.
func directories(data []byte, deep bool) iter.Seq2[int, format.IFD] {
	return func(yield func(int, format.IFD) bool) {
		order, first, ok := format.TIFFOrder(data)
		if !ok {
			return
		}
		type place struct {
			offset uint32
			number int
		}
		seen := map[uint32]bool{}
		for queue := []place{{offset: first}}; len(queue) > 0 && len(seen) < maxDirectories; {
			at := queue[0]
			queue = queue[1:]
			d, ok := format.IFDAt(data, order, at.offset)
			if !ok || seen[at.offset] {
				continue
			}
			seen[at.offset] = true
			if !yield(at.number, d) {
				return
			}
			if at.number >= 0 {
				queue = append(queue, place{d.Next(), at.number + 1})
			}
			if deep {
				for _, offset := range referred(d) {
					queue = append(queue, place{offset, -1})
				}
			}
		}
	}
}

// referred lists where the directories lie that one refers to, at most
// maxDirectories of each kind.
func referred(d format.IFD) []uint32 {
	var offsets []uint32
	for _, tag := range [...]uint16{tagSubIFDs, tagExifIFD} {
		n := 0
		for offset := range d.Uints(tag) {
			if n++; n > maxDirectories {
				break
			}
			offsets = append(offsets, offset)
		}
	}
	return offsets
}

// number returns the first value of a tag, 0 when it is absent.
func number(d format.IFD, tag uint16) uint32 {
	v, _ := d.Uint(tag)
	return v
}

// slice returns length bytes of data from start on, or as many as there are.
func slice(data []byte, start, length uint64) []byte {
	if start >= uint64(len(data)) {
		return nil
	}
	return data[start:][:min(length, uint64(len(data))-start)]
}

// exifOf returns the TIFF structure that holds a picture's Exif data, or nil.
func exifOf(data []byte, f format.Format) []byte {
	switch {
	case f == format.JPEG:
		return format.ExifPayload(data)
	case f == format.HEIC || f == format.AVIF:
		return format.HEIFExif(data)
	case f.IsTIFF():
		return data
	}
	return nil
}
