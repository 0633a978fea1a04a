// Package metadata reads what a picture file says about itself: claims with
// their text as it stands in the file, and what that text was understood as.
// It decides nothing between claims, never guesses a time zone, knows no store
// and no picture decoder.
//
// There are three ways to say it, each read in one place whatever the file:
//
//   - the Exif block (Exif 3.0, CIPA DC-008) of a JPEG, TIFF, PNG, WebP, HEIC or
//     AVIF, and of the raw formats DNG, CR2, CR3, NEF, ARW, ORF, RW2, PEF and
//     RAF; goexif decodes its fields;
//   - the XMP packet (ISO 16684-1) of all these, of a GIF, or beside a photo;
//     imagemeta finds it in HEIC and AVIF;
//   - the IPTC-IIM records of a JPEG, TIFF, raw or PNG, which imagemeta decodes.
//
// Files are hostile until proved otherwise: of Exif three directories are looked
// at and no chain of them is followed, only the fields asked for are read, and
// one longer than any camera writes is refused, so that memory does not grow
// with the file nor with what its counts say. Packets and records are read up to
// a size, a number of tokens and a depth, and imagemeta up to a number of bytes
// and a time.
package metadata
