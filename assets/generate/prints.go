package main

// cartonPrint is what stands on a shipping carton: a name in big type, a model,
// handling marks and a bar code.
func cartonPrint(hex uint32, name, model, detail string, seed uint64) *sheet {
	s := newSheet(480, 600)
	d := dice(seed)
	s.text(hex, 118, 240, 190, name)
	s.text(hex, 44, 240, 265, model)
	s.text(hex, 26, 240, 310, detail)
	s.rect(hex, 40, 335, 400, 4)
	arrows(s, hex, 75, 380)
	umbrella(s, hex, 210, 380)
	goblet(s, hex, 345, 380)
	s.rect(0xf4f0e6, 262, 492, 180, 84)
	s.barcode(0x181818, 276, 502, 152, 50, seed)
	s.text(0x181818, 15, 352, 570, "69"+string(rune('0'+d.pick(10)))+"1 0423 7718")
	s.text(hex, 22, 145, 520, "数量 1 台")
	s.text(hex, 22, 145, 556, "中国制造")
	return s
}

func arrows(s *sheet, hex uint32, x, y float64) {
	for _, dx := range []float64{0, 34} {
		s.poly(hex, [2]float64{x + dx, y + 30}, [2]float64{x + dx + 14, y}, [2]float64{x + dx + 28, y + 30})
		s.rect(hex, x+dx+9, y+28, 10, 42)
	}
	s.rect(hex, x-4, y+76, 72, 6)
}

func umbrella(s *sheet, hex uint32, x, y float64) {
	s.poly(hex, [2]float64{x, y + 40}, [2]float64{x + 8, y + 18}, [2]float64{x + 32, y + 4}, [2]float64{x + 58, y + 18}, [2]float64{x + 66, y + 40})
	s.rect(hex, x+30, y+38, 6, 42)
	s.rect(hex, x+18, y+76, 18, 6)
}

func goblet(s *sheet, hex uint32, x, y float64) {
	s.poly(hex, [2]float64{x, y}, [2]float64{x + 56, y}, [2]float64{x + 44, y + 38}, [2]float64{x + 12, y + 38})
	s.rect(hex, x+25, y+38, 6, 32)
	s.rect(hex, x+8, y+70, 40, 8)
}

// energyLabel is the efficiency sticker on a household appliance.
func energyLabel() *sheet {
	s := newSheet(200, 300)
	s.rect(0xf6f7f2, 0, 0, 200, 300)
	s.rect(0x1c6fb5, 0, 0, 200, 52)
	s.text(0xffffff, 30, 100, 37, "能效标识")
	for i, c := range []uint32{0x1a9850, 0x7fc64b, 0xf4d03f, 0xf39c3a, 0xd94a2b} {
		y := 66 + float64(i)*30
		w := 70 + float64(i)*20
		s.poly(c, [2]float64{14, y}, [2]float64{14 + w, y}, [2]float64{26 + w, y + 12}, [2]float64{14 + w, y + 24}, [2]float64{14, y + 24})
	}
	s.round(0x22313f, 140, 64, 46, 28, 4)
	s.text(0xffffff, 22, 163, 86, "1")
	for i := range 4 {
		s.rect(0x8a8f96, 16, 228+float64(i)*16, 110+float64(i%2)*44, 6)
	}
	return s
}

// watchFace is a lit smart-watch screen.
func watchFace() *sheet {
	s := newSheet(400, 480)
	s.rect(0x05070a, 0, 0, 400, 480)
	s.text(0xf4f7fa, 118, 200, 190, "14:09")
	s.text(0x8fb7d8, 34, 200, 245, "7月2日 周日")
	for i, c := range []uint32{0xe8506a, 0x63d471, 0x4fb3e8} {
		x := 78 + float64(i)*122
		s.round(c, x-42, 292, 84, 84, 42)
		s.round(0x05070a, x-31, 303, 62, 62, 31)
		s.text(c, 26, x, 344, []string{"72", "64", "8k"}[i])
	}
	s.text(0xd7dde3, 30, 200, 432, "26°  晴  珲春")
	return s
}

// retailPrint is the front of a small retail box.
func retailPrint(ground, hex uint32, title, line, foot string) *sheet {
	s := newSheet(300, 400)
	s.rect(ground, 0, 0, 300, 400)
	s.text(hex, 40, 150, 66, title)
	s.text(hex, 24, 150, 104, line)
	s.text(hex, 18, 150, 378, foot)
	return s
}

// earphonePrint adds a drawing of the two ear pieces.
func earphonePrint(ground, hex uint32) *sheet {
	s := retailPrint(ground, hex, "TWS Air 5", "真无线耳机", "蓝牙 5.3 · 30 小时续航")
	for _, x := range []float64{92, 164} {
		s.round(0xd8dce2, x-6, 150, 56, 62, 26)
		s.round(0xd8dce2, x+14, 170, 20, 130, 10)
		s.round(0x4a4f57, x+4, 166, 22, 22, 11)
		s.round(0xb9bec6, x+17, 286, 14, 10, 5)
	}
	return s
}

// watchPrint is the lid of a watch's box.
func watchPrint() *sheet {
	s := retailPrint(0xf2f3f4, 0x2a2d33, "WATCH S2", "智能手表", "44 mm · 黑色")
	s.round(0x17191d, 112, 120, 76, 220, 16)
	s.round(0x2a2d33, 92, 176, 116, 124, 28)
	s.round(0x06080b, 100, 184, 100, 108, 22)
	s.text(0xf4f7fa, 32, 150, 246, "10:08")
	return s
}

// signBoard is a shop or office sign.
func signBoard(w, h int, ground, hex uint32, upper, lower string) *sheet {
	s := newSheet(w, h)
	s.rect(ground, 0, 0, float64(w), float64(h))
	if lower == "" {
		s.text(hex, float64(h)*0.66, float64(w)/2, float64(h)*0.74, upper)
		return s
	}
	s.text(hex, float64(h)*0.50, float64(w)/2, float64(h)*0.56, upper)
	s.text(hex, float64(h)*0.24, float64(w)/2, float64(h)*0.88, lower)
	return s
}
