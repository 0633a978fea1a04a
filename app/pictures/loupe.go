package main

import "fyne.io/fyne/v2"

// longName is a name of goods that no plate has room for.
const longName = "산업용 대형 냉장 진열장 (유리문 네 짝, 스테인리스, 훈춘 세관 창고에서 본 것)"

// loupe looks at photos among others and at two side by side, whole and zoomed,
// with goods of a long name in them.
func (s *studio) loupe() {
	s.search("")
	s.key(fyne.KeyHome)
	for range 12 {
		s.key(fyne.KeyRight)
	}
	s.choose("menu.view.loupe")
	s.choose("menu.tag.mark")
	s.answer(longName)
	s.shoot("loupe-film", normal)
	s.shoot("loupe-film-small", small)
	s.choose("menu.view.pixels")
	s.shoot("loupe-pixels", normal)
	s.choose("menu.view.whole")
	s.choose("menu.view.two")
	s.shoot("loupe-two-light", normal)
	s.choose("menu.view.dark")
	s.choose("menu.view.larger")
	s.choose("menu.view.larger")
	s.choose("menu.view.larger")
	s.shoot("loupe-two-dark", normal)
	s.shoot("loupe-two-small", small)
	s.choose("menu.view.light")
	s.choose("menu.view.photos")
	s.search("")
}
