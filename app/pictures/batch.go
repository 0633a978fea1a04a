package main

import "fyne.io/fyne/v2"

// batch edits many photos together.
func (s *studio) batch() {
	s.search("")
	s.choose("menu.edit.select_all")
	s.choose("menu.tag.together")
	s.typeThere("냉장")
	s.key(fyne.KeyReturn)
	s.typeInto("menu.tag.route", "Hunchun")
	s.key(fyne.KeyEscape)
	s.typeInto("menu.tag.caption", "훈춘의 창고 앞마당에 쌓여 있는 가전제품 상자들, 국경을 넘기 전")
	s.choose("menu.tag.item")
	s.key(fyne.KeyEscape)
	s.shoot("batch-light", normal)
	s.choose("menu.view.dark")
	s.choose("menu.tag.caption")
	s.shoot("batch-dark", normal)
	s.choose("menu.tag.item")
	s.key(fyne.KeyEscape)
	s.shoot("batch-small", small)
	s.choose("menu.view.light")
	s.press(s.words.T("batch.keep"))
	s.typeThere("국경 창고의 가전제품 – household goods at the border")
	s.key(fyne.KeyReturn)
	s.typeThere("Yard")
	s.shoot("templates-light", normal)
	s.choose("menu.view.dark")
	s.shoot("templates-dark", small)
	s.key(fyne.KeyEscape)
	s.choose("menu.view.light")
	s.press(s.words.T("batch.reset"))
	s.press(s.words.T("batch.close"))
	s.choose("menu.edit.select_none")
}
