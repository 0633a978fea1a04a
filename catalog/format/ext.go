package format

import "strings"

// OfExt gives the format that a file name's extension means, with or without
// its dot, in any case; "" for one that means no picture and no video.
func OfExt(ext string) Format {
	switch ext = strings.ToLower(strings.TrimPrefix(ext, ".")); ext {
	case "jpg", "jpe", "jfif", "mpo":
		return JPEG
	case "tif":
		return TIFF
	case "heif", "hif":
		return HEIC
	case "m4v":
		return MP4
	case "qt":
		return MOV
	case "webm":
		return MKV
	case "3g2":
		return ThreeGP
	}
	f := Format(ext)
	switch f {
	case JPEG, PNG, GIF, TIFF, WebP, HEIC, AVIF, BMP, PSD, JXL, JP2:
		return f
	}
	if f.IsRaw() || f.IsVideo() {
		return f
	}
	return ""
}

// cameraExts are extensions of camera files whose bytes Sniff does not know:
// raw formats of makers beside the common ones.
var cameraExts = []string{
	"3fr", "cap", "crw", "dcr", "dcs", "eip", "erf", "fff", "gpr", "iiq", "k25", "kdc", "mdc", "mef", "mos", "mrw", "nrw", "ptx",
	"rwl", "sr2", "srf", "srw", "x3f", "insp", "mts", "m2ts", "mpg", "mpeg", "wmv", "flv",
}

// OfCamera gives a name for the format of a file that only its extension tells
// to come from a camera; "" for any other.
func OfCamera(ext string) Format {
	ext = strings.ToLower(strings.TrimPrefix(ext, "."))
	for _, e := range cameraExts {
		if e == ext {
			return Format(e)
		}
	}
	return ""
}

// Agrees reports whether a file of format f may well be called with an extension
// that means e. Raw formats built on TIFF agree with TIFF, and the containers of
// videos with one another, since their bytes hardly tell them apart.
func (f Format) Agrees(e Format) bool {
	return f == e || f.IsTIFF() && e.IsTIFF() || f.IsVideo() && e.IsVideo()
}
