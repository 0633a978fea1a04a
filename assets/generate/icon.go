package main

import "image"

// drawIcon is the program's mark, 512 by 512: a consignment tag that carries a
// small photograph, a road to a horizon. It is drawn at twice the size and
// averaged down.
func drawIcon() *image.RGBA {
	const side = 1024
	s := newSheet(side, side)
	s.round(0x1f4e5f, 32, 32, 960, 960, 220)
	s.poly(0x1a4251, [2]float64{500, 992}, [2]float64{880, 330}, [2]float64{992, 450}, [2]float64{992, 800}, [2]float64{800, 992})
	tag := func(hex uint32, dx, dy float64) {
		s.poly(hex, [2]float64{330 + dx, 150 + dy}, [2]float64{694 + dx, 150 + dy}, [2]float64{790 + dx, 262 + dy}, [2]float64{790 + dx, 850 + dy},
			[2]float64{766 + dx, 874 + dy}, [2]float64{258 + dx, 874 + dy}, [2]float64{234 + dx, 850 + dy}, [2]float64{234 + dx, 262 + dy})
	}
	tag(0x163845, 14, 20)
	tag(0xf3ead6, 0, 0)
	s.round(0xcdbf9f, 462, 190, 100, 100, 50)
	s.round(0x1f4e5f, 478, 206, 68, 68, 34)
	s.round(0x2f7f95, 294, 344, 436, 336, 18)
	s.rect(0xbfe0e2, 304, 354, 416, 176)
	s.round(0xf2b84b, 560, 392, 84, 84, 42)
	s.poly(0x5f9a86, [2]float64{304, 530}, [2]float64{304, 470}, [2]float64{400, 416}, [2]float64{506, 492}, [2]float64{590, 462}, [2]float64{720, 520}, [2]float64{720, 530})
	s.rect(0x3f7a66, 304, 524, 416, 146)
	s.poly(0xf3ead6, [2]float64{496, 524}, [2]float64{516, 524}, [2]float64{616, 670}, [2]float64{402, 670})
	s.rect(0x8a7f68, 294, 736, 300, 30)
	s.rect(0xc4b797, 294, 796, 210, 30)
	s.round(0xc8553d, 640, 726, 92, 92, 46)
	return half(s.img)
}

// half averages blocks of two by two pixels.
func half(src *image.RGBA) *image.RGBA {
	w, h := src.Bounds().Dx()/2, src.Bounds().Dy()/2
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			a, b := src.PixOffset(2*x, 2*y), src.PixOffset(2*x, 2*y+1)
			for c := range 4 {
				sum := int(src.Pix[a+c]) + int(src.Pix[a+4+c]) + int(src.Pix[b+c]) + int(src.Pix[b+4+c])
				out.Pix[out.PixOffset(x, y)+c] = uint8((sum + 2) / 4)
			}
		}
	}
	return out
}
