package format

// Format names a file format. The value is stable: it is stored in catalogues
// and printed for scripts. "" is a file that is neither picture nor video.
type Format string

// Picture formats.
const (
	JPEG Format = "jpeg"
	PNG  Format = "png"
	GIF  Format = "gif"
	TIFF Format = "tiff"
	WebP Format = "webp"
	HEIC Format = "heic" // HEIF with HEVC, and HEIF whose brands do not say more
	AVIF Format = "avif"
	BMP  Format = "bmp"
	PSD  Format = "psd"
	JXL  Format = "jxl"
	JP2  Format = "jp2"
)

// Raw formats of cameras.
const (
	DNG Format = "dng"
	CR2 Format = "cr2"
	CR3 Format = "cr3"
	NEF Format = "nef"
	ARW Format = "arw"
	ORF Format = "orf"
	RW2 Format = "rw2"
	PEF Format = "pef"
	RAF Format = "raf"
)

// Video formats.
const (
	MP4     Format = "mp4"
	MOV     Format = "mov"
	AVI     Format = "avi"
	MKV     Format = "mkv" // Matroska, WebM too
	ThreeGP Format = "3gp"
)

// IsPicture reports whether f is a picture format, raw formats included.
func (f Format) IsPicture() bool { return f != "" && !f.IsVideo() }

// IsVideo reports whether f is a video format.
func (f Format) IsVideo() bool {
	switch f {
	case MP4, MOV, AVI, MKV, ThreeGP:
		return true
	}
	return false
}

// IsRaw reports whether f holds a camera's undeveloped sensor data.
func (f Format) IsRaw() bool {
	switch f {
	case DNG, CR2, CR3, NEF, ARW, ORF, RW2, PEF, RAF:
		return true
	}
	return false
}

// IsTIFF reports whether FirstIFD can read a file of this format.
func (f Format) IsTIFF() bool {
	return f == TIFF || f.IsRaw() && f != CR3 && f != RAF
}

// Ext returns the usual file name extension, lower case, without a dot; "" for
// a file that is neither picture nor video.
func (f Format) Ext() string {
	switch f {
	case JPEG:
		return "jpg"
	case TIFF:
		return "tif"
	}
	return string(f)
}
