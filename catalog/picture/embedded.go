package picture

import (
	"waybill/catalog/format"
)

// maxEmbedded is the longest side, in pixels, of what counts as a thumbnail in a
// file; Exif recommends 160×120.
const maxEmbedded = 1024

// EmbeddedThumbnail returns the JPEG thumbnail that a picture's Exif data
// carries in its second directory (Exif 3.0, section 4.6.4), part of data. Its
// pixels usually lie as the picture's are stored. It reads JPEG, HEIC and AVIF,
// and returns false for any other format and when there is none that can be
// decoded.
func EmbeddedThumbnail(data []byte) ([]byte, bool) {
	f := format.Sniff(data)
	exif := exifOf(data, f)
	for n, d := range directories(exif, false) {
		if n != 1 {
			continue
		}
		p := previewAt(exif, uint64(number(d, tagJPEGOffset)), uint64(number(d, tagJPEGLength)))
		if p.end == 0 || max(p.width, p.height) > maxEmbedded {
			return nil, false
		}
		return exif[p.start:p.end], true
	}
	return nil, false
}
