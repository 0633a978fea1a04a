package ingest

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"

	"golang.org/x/sync/semaphore"

	"waybill/catalog"
	"waybill/catalog/filename"
	"waybill/catalog/format"
	"waybill/catalog/metadata"
	"waybill/catalog/picture"
)

// Reader makes of a file what the catalogue keeps of it. It is used by several
// goroutines at once.
type Reader struct {
	Patterns *filename.Patterns
	Decoder  picture.Decoder
	pixels   *semaphore.Weighted // bytes for decoding
}

// NewReader makes a reader that decodes with at most so many bytes at once.
// remote decodes what must not be decoded in this process; nil decodes none of it.
func NewReader(patterns *filename.Patterns, remote picture.Remote, bytes int64) *Reader {
	return &Reader{
		Patterns: patterns,
		Decoder:  picture.Decoder{MaxCost: bytes, Remote: remote},
		pixels:   semaphore.NewWeighted(bytes),
	}
}

// Source is a file with what lay around it.
type Source struct {
	Data   []byte          // its bytes; the first of them when it is too large to hold
	Names  []string        // base names under which it arrived
	Beside []catalog.Claim // of the .xmp files that lay beside it
	Head   bool            // Data is only the beginning: its picture is not decoded
}

// FormatOf tells a file's format by its bytes and, for camera files that these
// do not give away, by its name. "" is no picture and no video.
func FormatOf(head []byte, name string) format.Format {
	if f := format.Sniff(head[:min(len(head), format.SniffLen)]); f != "" {
		return f
	}
	return format.OfCamera(filepath.Ext(name))
}

// Read gives what a file says and shows, and its thumbnail as a JPEG, nil when
// its picture cannot be shown. Reading.Problem says why; the error has the cause,
// for logs, and is that of ctx when ctx ended before the end.
func (r *Reader) Read(ctx context.Context, s Source) (catalog.Reading, []byte, error) {
	kind := FormatOf(s.Data, s.Names[0])
	read := catalog.Reading{Format: string(kind)}
	claims, errClaims := metadata.Read(s.Data, kind)
	claims = catalog.MergeClaims(claims, s.Beside)
	read.Orientation = metadata.Orientation(claims)
	look, err := r.look(ctx, s, kind, read.Orientation)
	if ctx.Err() != nil {
		return read, nil, ctx.Err()
	}
	if w, h := look.Info.UprightSize(orUpright(read.Orientation)); w > 0 && h > 0 {
		read.Width, read.Height = &w, &h
	}
	read.Look = look.Hash
	if c := look.Embedded; c != nil && c.Differs {
		claims = append(claims, thumbnailClaim(c.Distance))
	}
	for _, name := range s.Names {
		claims = catalog.MergeClaims(claims, r.NameClaims(name, kind))
	}
	read.Claims = catalog.MergeClaims(claims, catalog.ProposeKind(read, claims))
	if err != nil {
		read.Problem = catalog.CodeOf(err)
		return read, nil, errors.Join(err, errClaims)
	}
	return read, look.Thumb, errClaims
}

// look decodes the picture, unless there is none to decode.
func (r *Reader) look(ctx context.Context, s Source, kind format.Format, orientation *int) (picture.Look, error) {
	fail := func(code catalog.Code) (picture.Look, error) {
		return picture.Look{}, &catalog.Error{Code: code, Op: "look at", Subject: s.Names[0]}
	}
	switch {
	case kind.IsVideo():
		return fail(catalog.FileVideo)
	case s.Head:
		return fail(catalog.FileTooLarge)
	}
	info, err := picture.Probe(s.Data)
	if err != nil {
		if catalog.CodeOf(err) == catalog.FileNotImage { // a camera file by its name alone
			return fail(catalog.FileUnsupported)
		}
		return picture.Look{Info: info}, err
	}
	// What would not fit is refused by the decoder from its header, at no cost.
	cost := min(info.CostAt(picture.ThumbSide), r.Decoder.MaxCost)
	if err := r.pixels.Acquire(ctx, cost); err != nil {
		return picture.Look{Info: info}, err
	}
	defer r.pixels.Release(cost)
	return r.Decoder.Look(ctx, s.Data, orUpright(orientation))
}

func orUpright(orientation *int) int {
	if orientation == nil {
		return 1
	}
	return *orientation
}

// thumbnailClaim says that the thumbnail in a file shows another picture, with
// how far it is from it.
func thumbnailClaim(distance int) catalog.Claim {
	return catalog.Claim{
		Origin: catalog.OriginExif, Property: catalog.PropThumbnail, Raw: strconv.Itoa(distance) + " of 255", Value: "differs",
	}
}

// NameClaims gives what a file's name says: when and by what it was made or
// saved, and that its extension belongs to another format than its bytes.
func (r *Reader) NameClaims(name string, kind format.Format) []catalog.Claim {
	claims := r.Patterns.Claims(name)
	ext := filepath.Ext(name)
	if said := format.OfExt(ext); said != "" && !kind.Agrees(said) {
		claims = append(claims, catalog.Claim{
			Origin: catalog.OriginFilesystem, Property: catalog.PropFormat, Raw: ext, Value: string(kind),
		})
	}
	return claims
}
