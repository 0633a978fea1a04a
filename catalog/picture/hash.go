package picture

import (
	"image"
	"math"
	"math/bits"

	"github.com/disintegration/imaging"
)

// hashSide is the size to which a picture is reduced for its hash, and minSpread
// the least standard deviation of its luma there that counts as contrast, of
// 255.
const (
	hashSide  = 32
	minSpread = 4.0
)

// PerceptualHash returns 64 bits that are nearly the same for pictures that look
// the same: the signs, about their median, of the 64 lowest frequencies, but the
// constant one, of the cosine transform of the luma at 32×32 pixels. HashDistance
// compares two.
//
// A difference hash, which compares neighbouring pixels, is quicker, but what
// messengers do to pictures, scaling and coarse quantisation, changes high
// frequencies first: low ones stay as they are, whatever the size, and one
// changed corner of the picture changes few of them. The time for either is
// small beside decoding.
//
// It is to be taken of the upright picture, scaled down (Look does). It returns
// false for a picture without contrast, whose bits would be noise.
func PerceptualHash(img *image.NRGBA) (hash uint64, ok bool) {
	luma := lumaOf(img, hashSide, hashSide)
	if _, spread := meanAndSpread(luma); spread < minSpread {
		return 0, false
	}
	coefficients := lowFrequencies(luma)
	median := medianOf(coefficients)
	for i, c := range coefficients {
		if c > median {
			hash |= 1 << i
		}
	}
	return hash, true
}

// HashDistance returns in how many bits two hashes differ, 0 to 64.
func HashDistance(a, b uint64) int { return bits.OnesCount64(a ^ b) }

// lumaOf returns the luma (Rec. ITU-R BT.601) of a picture reduced to w×h by
// means, row by row, 0 to 255.
func lumaOf(img *image.NRGBA, w, h int) []float64 {
	small := imaging.Resize(img, w, h, imaging.Box)
	luma := make([]float64, w*h)
	for i := range luma {
		p := small.Pix[4*i:]
		luma[i] = 0.299*float64(p[0]) + 0.587*float64(p[1]) + 0.114*float64(p[2])
	}
	return luma
}

// lowFrequencies returns 64 coefficients of the two-dimensional cosine transform
// of hashSide×hashSide values, in the order of their frequency.
func lowFrequencies(luma []float64) []float64 {
	const n, kept = hashSide, 11 // frequencies of up to 10 either way are needed
	var cosine [kept][n]float64
	for k := range cosine {
		for x := range cosine[k] {
			cosine[k][x] = math.Cos(math.Pi * float64(k) * (float64(x) + 0.5) / n)
		}
	}
	var rows [n][kept]float64
	for y := range rows {
		for k := range kept {
			for x := range n {
				rows[y][k] += cosine[k][x] * luma[y*n+x]
			}
		}
	}
	coefficients := make([]float64, 0, 64)
	for sum := 1; sum < kept; sum++ { // diagonals, from the lowest on
		for v := 0; v <= sum && len(coefficients) < cap(coefficients); v++ {
			c := 0.0
			for y := range n {
				c += cosine[v][y] * rows[y][sum-v]
			}
			coefficients = append(coefficients, c)
		}
	}
	return coefficients
}

func meanAndSpread(v []float64) (mean, spread float64) {
	for _, x := range v {
		mean += x
	}
	mean /= float64(len(v))
	for _, x := range v {
		spread += (x - mean) * (x - mean)
	}
	return mean, math.Sqrt(spread / float64(len(v)))
}
