package box

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"slices"

	"github.com/gen2brain/heic"

	"waybill/catalog"
	"waybill/catalog/format"
	"waybill/catalog/picture"
)

// leastWidth is the least width, in pixels, at which the decoder's wrapper knows
// how far apart libheif lays rows: as many samples as the next multiple of 16,
// but at least leastRow, in the planes of halved colour too.
const (
	leastWidth = 128
	leastRow   = 64
	rowStep    = 16
)

// decodeHEIC decodes with libheif. A picture that is less wide than leastWidth
// is said to be larger than it is, so that all that libheif writes has room, and
// is then taken apart as it was laid.
func decodeHEIC(data []byte, info picture.Info) (image.Image, error) {
	if info.Width >= leastWidth {
		img, err := heic.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		return mended(img), nil
	}
	img, err := heic.Decode(bytes.NewReader(enlarged(data)))
	if err != nil {
		return nil, err
	}
	claimed := img.Bounds().Size()
	if claimed.X != leastWidth || claimed.Y < info.Height {
		return nil, failure(catalog.FileUnsupported, fmt.Errorf("HEIC of %d pixels in width, cut or put together", info.Width))
	}
	return mended(relaid(img, claimed.Y, info.Width, info.Height)), nil
}

// enlarged returns a copy of a file in which every item is said to have at least
// leastWidth pixels either way.
func enlarged(data []byte) []byte {
	data = bytes.Clone(data)
	meta := format.FindBox(data, "meta")
	if len(meta) < 4 {
		return data
	}
	ipco := format.FindBox(format.FindBox(meta[4:], "iprp"), "ipco")
	for b := range format.Boxes(ipco) {
		if b.Type != "ispe" || len(b.Payload) < 12 {
			continue
		}
		for _, side := range [][]byte{b.Payload[4:8], b.Payload[8:12]} {
			binary.BigEndian.PutUint32(side, max(binary.BigEndian.Uint32(side), leastWidth))
		}
	}
	return data
}

// relaid finds the planes of a picture of w×h in what was decoded as one of
// leastWidth×rows.
func relaid(img image.Image, rows, w, h int) image.Image {
	rect := image.Rect(0, 0, w, h)
	switch m := img.(type) {
	case *image.YCbCr:
		all := slices.Concat(m.Y, m.Cb, m.Cr) // they lie side by side, in other parts
		out := &image.YCbCr{SubsampleRatio: m.SubsampleRatio, Rect: rect, YStride: rowOf(w, 1), CStride: rowOf(w, 1)}
		chromaRows := rows
		if m.SubsampleRatio != image.YCbCrSubsampleRatio444 {
			out.CStride = rowOf((w+1)/2, 1)
		}
		if m.SubsampleRatio == image.YCbCrSubsampleRatio420 {
			chromaRows = (rows + 1) / 2
		}
		luma, chroma := out.YStride*rows, out.CStride*chromaRows
		out.Y, out.Cb, out.Cr = all[:luma], all[luma:luma+chroma], all[luma+chroma:luma+2*chroma]
		return out
	case *image.Gray:
		return &image.Gray{Pix: m.Pix, Stride: rowOf(w, 1), Rect: rect}
	case *image.RGBA:
		return &image.RGBA{Pix: m.Pix, Stride: rowOf(w, 4), Rect: rect}
	case *image.NRGBA:
		return &image.NRGBA{Pix: m.Pix, Stride: rowOf(w, 4), Rect: rect}
	}
	return img
}

// rowOf is how many bytes libheif takes for a row of w samples of size bytes.
func rowOf(w, size int) int {
	n := max(w+w%2, leastRow) * size
	return (n + rowStep - 1) / rowStep * rowStep
}

func mended(img image.Image) image.Image {
	switch m := img.(type) {
	case *image.YCbCr:
		mend(m.Y, m.YStride)
	case *image.Gray:
		mend(m.Pix, m.Stride)
	case *image.RGBA:
		mend(m.Pix, m.Stride)
	case *image.NRGBA:
		mend(m.Pix, m.Stride)
	}
	return img
}

// mend puts the beginning of the second row into that of the first. The decoders'
// wrappers free the memory of a picture that they give out, and the allocator in
// WebAssembly keeps its notes about free memory at its beginning.
func mend(pix []byte, stride int) {
	const notes = 32
	if len(pix) >= stride+notes && stride >= notes {
		copy(pix[:notes], pix[stride:])
	}
}
