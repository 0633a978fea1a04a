package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"testing"

	"golang.org/x/image/tiff"
)

// landscape draws a picture with detail of every size, as photos have: smooth
// noise in octaves, a horizon, and hard edges. The same size gives the same
// picture.
func landscape(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		pix := img.Pix[y*img.Stride:]
		for x := range w {
			n := 0.0
			amplitude, cell := 90.0, 256
			for range 6 {
				n += amplitude * smoothNoise(x, y, cell)
				amplitude *= 0.55
				cell /= 3
				if cell < 1 {
					break
				}
			}
			base := [3]float64{90, 130, 190} // sky
			if y > h*2/5 {
				base = [3]float64{110, 105, 70}
			}
			if x/97%5 == 2 && y%211 > 120 { // crates
				base = [3]float64{170, 60, 40}
			}
			for c := range 3 {
				pix[4*x+c] = uint8(min(max(base[c]+n, 0), 255))
			}
			pix[4*x+3] = 255
		}
	}
	return img
}

// smoothNoise interpolates values of -1 to 1 at the corners of cells.
func smoothNoise(x, y, cell int) float64 {
	cx, cy := x/cell, y/cell
	fx, fy := float64(x%cell)/float64(cell), float64(y%cell)/float64(cell)
	corner := func(x, y int) float64 {
		v := uint32(x)*374761393 + uint32(y)*668265263 + uint32(cell)*2246822519
		v = (v ^ v>>13) * 1274126177
		return float64((v^v>>16)&0xffff)/32768 - 1
	}
	a := corner(cx, cy) + fx*(corner(cx+1, cy)-corner(cx, cy))
	b := corner(cx, cy+1) + fx*(corner(cx+1, cy+1)-corner(cx, cy+1))
	return a + fy*(b-a)
}

// converted copies a picture into another type, pixel by pixel.
func converted[T interface {
	image.Image
	Set(x, y int, c color.Color)
}](src image.Image, dst T) T {
	b := src.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			dst.Set(x, y, src.At(x, y))
		}
	}
	return dst
}

func pngFile(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gifFile(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gif.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegFile(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tiffFile(t testing.TB, img image.Image, compression tiff.CompressionType) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := tiff.Encode(&b, img, &tiff.Options{Compression: compression}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pngHeader is a PNG that ends where its pixels would begin.
func pngHeader(w, h uint32, depth, colour, interlace byte) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	b = binary.BigEndian.AppendUint32(b, w)
	b = binary.BigEndian.AppendUint32(b, h)
	b = append(b, depth, colour, 0, 0, interlace)
	b = binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
	return append(b, "\x00\x00\x10\x00IDAT\x78\x9c"...)
}

// gifHeader is a GIF of one frame that ends where its pixels would begin.
func gifHeader(w, h, frameW, frameH uint16) []byte {
	b := []byte("GIF89a")
	b = binary.LittleEndian.AppendUint16(b, w)
	b = binary.LittleEndian.AppendUint16(b, h)
	b = append(b, 0x80, 0, 0, 0, 0, 0, 255, 255, 255) // two colours
	b = append(b, 0x21, 0xfe, 2, 'h', 'i', 0)         // a comment
	b = append(b, 0x2c, 0, 0, 0, 0)
	b = binary.LittleEndian.AppendUint16(b, frameW)
	b = binary.LittleEndian.AppendUint16(b, frameH)
	return append(b, 0, 2)
}

// tiffHeader is a little-endian TIFF of one directory and filler behind it.
// Entries are tag, type, count, value.
func tiffHeader(filler int, entries ...[4]uint32) []byte {
	b := []byte("II*\x00\x08\x00\x00\x00")
	b = binary.LittleEndian.AppendUint16(b, uint16(len(entries)))
	for _, e := range entries {
		b = binary.LittleEndian.AppendUint16(b, uint16(e[0]))
		b = binary.LittleEndian.AppendUint16(b, uint16(e[1]))
		b = binary.LittleEndian.AppendUint32(b, e[2])
		b = binary.LittleEndian.AppendUint32(b, e[3])
	}
	return append(b, make([]byte, 4+filler)...)
}

// meanDifference compares two pictures of one size: the mean of the absolute
// differences of their components, 0 to 255.
func meanDifference(t testing.TB, a, b *image.NRGBA) float64 {
	t.Helper()
	if a.Bounds().Size() != b.Bounds().Size() {
		t.Fatalf("sizes differ: %v and %v", a.Bounds().Size(), b.Bounds().Size())
	}
	sum := 0.0
	for i := range a.Pix {
		sum += math.Abs(float64(a.Pix[i]) - float64(b.Pix[i]))
	}
	return sum / float64(len(a.Pix))
}
