package picture

import (
	"bytes"
	"iter"
)

// maxSearched is how many beginnings of JPEGs are looked at in one file. Sensor
// data holds some by chance: about one in 16 MB.
const maxSearched = 256

// embeddedJPEGs yields what looks like a JPEG within data, which is said to end
// where the data does: decoders stop at the end of the image.
func embeddedJPEGs(data []byte) iter.Seq[preview] {
	return func(yield func(preview) bool) {
		pos := 0
		for range maxSearched {
			i := bytes.Index(data[pos:], []byte("\xff\xd8\xff"))
			if i < 0 {
				return
			}
			pos += i
			if p := previewAt(data, uint64(pos), uint64(len(data))); p.end > 0 && !yield(p) {
				return
			}
			pos += 3
		}
	}
}
