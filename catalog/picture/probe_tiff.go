package picture

import (
	"errors"
	"fmt"

	"waybill/catalog/format"
)

// Tags of TIFF 6.0, sections 8 and 15.
const (
	tagImageWidth      = 0x0100
	tagImageLength     = 0x0101
	tagBitsPerSample   = 0x0102
	tagCompression     = 0x0103
	tagPhotometric     = 0x0106
	tagRowsPerStrip    = 0x0116
	tagStripByteCounts = 0x0117
	tagTileWidth       = 0x0142
	tagTileLength      = 0x0143
	tagTileByteCounts  = 0x0145
)

// Limits of what is believed: the longest side of a tile, in pixels, and the
// number of strips or tiles, for each of which a decompressor is set up.
const (
	maxBlockSide = 1 << 14
	maxBlocks    = 1 << 17
)

// probeTIFF reads the first directory.
func probeTIFF(data []byte) (Info, error) {
	info := Info{Format: format.TIFF}
	ifd, ok := format.FirstIFD(data)
	if !ok {
		if len(data) > 8 && (data[2] == 43 || data[3] == 43) {
			return info, unsupported(errors.New("BigTIFF"))
		}
		return info, damaged(errEndsEarly)
	}
	w, _ := ifd.Uint(tagImageWidth)
	h, _ := ifd.Uint(tagImageLength)
	info.Width, info.Height = clampSide(w), clampSide(h)
	if w == 0 || h == 0 || w > maxSide || h > maxSide {
		return info, nil // Probe refuses the size
	}
	if err := checkBlocks(ifd, len(data)); err != nil {
		return info, err
	}
	blocks, block, err := tiffBlocks(ifd, info)
	if err != nil {
		return info, err
	}
	size := int64(1) // bytes a pixel of the image that x/image/tiff makes
	if v, _ := ifd.Uint(tagPhotometric); v == 2 {
		size = 4
	}
	if v, _ := ifd.Uint(tagBitsPerSample); v == 16 {
		size *= 2
	}
	info.Cost = size*int64(info.Width)*int64(info.Height) + decoderOverhead
	info.Cost += 32 * blocks // their offsets and lengths, as read and as numbers
	if v, ok := ifd.Uint(tagCompression); ok && v != 1 {
		// A block unpacks to at most 8 bytes a pixel, into a buffer that
		// doubles: the old one, the new one and what is not yet collected.
		info.Cost += 3 * 8 * block
	} else {
		// A block is read into a buffer that grows by quarters.
		info.Cost += min(24*block, 4*int64(len(data)))
	}
	return info, nil
}

// tiffBlocks returns how many strips or tiles there are, and how many pixels the
// largest has.
func tiffBlocks(ifd format.IFD, info Info) (blocks, pixels int64, err error) {
	w, h := int64(info.Width), int64(info.Height)
	bw, bh := w, h
	if tw, _ := ifd.Uint(tagTileWidth); tw != 0 {
		th, _ := ifd.Uint(tagTileLength)
		if th == 0 || tw > maxBlockSide || th > maxBlockSide {
			return 0, 0, damaged(fmt.Errorf("tiles of %d×%d", tw, th))
		}
		bw, bh = int64(tw), int64(th)
	} else if v, _ := ifd.Uint(tagRowsPerStrip); v != 0 {
		bh = min(h, int64(v))
	}
	blocks = (w + bw - 1) / bw * ((h + bh - 1) / bh)
	if blocks > maxBlocks {
		return 0, 0, damaged(fmt.Errorf("%d strips or tiles", blocks))
	}
	return blocks, bw * bh, nil
}

// checkBlocks refuses a directory whose strips or tiles together have far more
// bytes than the file: they lie one upon another, and each would be unpacked
// again and again.
func checkBlocks(ifd format.IFD, length int) error {
	const slack = 4 // some writers' counts are too high
	for _, tag := range [...]uint16{tagStripByteCounts, tagTileByteCounts} {
		if n := ifd.Count(tag); uint64(n) > uint64(length) {
			return damaged(fmt.Errorf("%d blocks in %d bytes", n, length))
		}
		var sum uint64
		for n := range ifd.Uints(tag) {
			sum += min(uint64(n), uint64(length))
		}
		if sum > slack*uint64(length) {
			return damaged(errors.New("blocks overlap"))
		}
	}
	return nil
}
