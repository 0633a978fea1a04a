// Package picture turns a file's bytes into pixels: it looks at headers before
// it decodes, refuses what would need too much memory, scales while it converts,
// turns pictures upright, makes thumbnails and says by numbers what looks alike.
// DecodeScaled is the one way from bytes to pixels.
//
// It decodes JPEG, PNG, GIF, TIFF and the previews in raw files itself, and has
// WebP, HEIC and AVIF decoded by a Remote: see package box. It knows no catalogue, no database and no
// metadata: the caller says which orientation a file states. What goes wrong
// with a file is a *catalog.Error with one of catalog's File codes.
package picture
