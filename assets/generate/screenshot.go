package main

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"

	"golang.org/x/image/draw"
)

// The screen of a telephone, in pixels, on which the parts below are measured.
const (
	screenWidth  = 1080
	screenHeight = 2340
)

// screenshot is the screen of a telephone, h pixels high, on which a messenger
// shows a picture.
func screenshot(jpg []byte, h, quality int) ([]byte, error) {
	picture, err := jpeg.Decode(bytes.NewReader(jpg))
	if err != nil {
		return nil, err
	}
	s := newSheet(screenWidth, screenHeight)
	draw.Draw(s.img, s.img.Rect, image.NewUniform(color.RGBA{0xb2, 0xc7, 0xd9, 255}), image.Point{}, draw.Src)
	s.chat(picture)
	out := image.NewRGBA(image.Rect(0, 0, h*screenWidth/screenHeight, h))
	draw.CatmullRom.Scale(out, out.Rect, s.img, s.img.Rect, draw.Src, nil)
	return encode(out, quality)
}

// chat draws a talk of a few lines with a picture among them.
func (s *sheet) chat(picture image.Image) {
	const dark, faint, white, own = 0x1f2a33, 0x5f7482, 0xffffff, 0xfee500
	s.text(dark, 40, 110, 66, "21:30")
	s.round(dark, 950, 36, 74, 34, 8)
	s.text(dark, 52, 540, 200, "물류")
	s.poly(dark, [2]float64{50, 182}, [2]float64{82, 150}, [2]float64{90, 158}, [2]float64{66, 182}, [2]float64{90, 206}, [2]float64{82, 214})
	s.round(0x9fb6c9, 400, 280, 280, 58, 29)
	s.text(dark, 32, 540, 320, "2023.7.5")
	said := func(y, w float64, line string) {
		s.round(0x8aa3b8, 36, y, 96, 96, 40)
		s.round(white, 160, y, w, 96, 26)
		s.text(dark, 42, 160+w/2, y+63, line)
	}
	said(400, 420, "안녕하세요")
	said(530, 560, "7월 2일 사진입니다")
	wide := 700
	high := wide * picture.Bounds().Dy() / picture.Bounds().Dx()
	at := image.Rect(160, 660, 160+wide, 660+high)
	draw.CatmullRom.Scale(s.img, at, picture, picture.Bounds(), draw.Src, nil)
	s.text(faint, 30, 930, 660+float64(high)-14, "21:28")
	below := 660 + float64(high) + 50
	s.round(own, 620, below, 420, 96, 26)
	s.text(dark, 42, 830, below+63, "감사합니다")
	s.text(faint, 30, 550, below+84, "21:29")
	s.rect(white, 0, screenHeight-190, screenWidth, 190)
	s.round(0xf0f2f4, 110, screenHeight-160, 840, 92, 46)
	s.text(faint, 40, 300, screenHeight-100, "메시지 입력")
	s.round(0x9aa6b0, 400, screenHeight-34, 280, 10, 5)
}
