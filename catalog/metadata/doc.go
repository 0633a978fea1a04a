// Package metadata reads what a picture file says about itself: claims with
// their text as it stands in the file, and what that text was understood as.
// It looks at the Exif block (Exif 3.0, CIPA DC-008) of a JPEG, of a TIFF and
// of raw formats built on TIFF. It decides nothing between claims, never
// guesses a time zone, knows no store and no picture decoder.
//
// Files are hostile until proved otherwise: three directories are looked at
// and no chain of them is followed, of a directory only the fields asked for
// are read, and a field longer than any camera writes is refused. So time
// grows with the size of a directory at most, and memory does not grow with
// the file nor with what its counts say.
package metadata
