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
	s.locks()
}

// locks shows what the next photo will get.
func (s *studio) locks() {
	s.search("IMG_20230702_101744")
	s.key(fyne.KeyHome)
	for _, field := range []string{"menu.tag.item", "menu.tag.route", "menu.tag.caption"} {
		s.choose(field)
		s.key(fyne.KeyEscape) // what was used last
		s.choose(field)
		s.choose("menu.tag.lock")
		s.choose("menu.view.photos")
	}
	s.search("")
	s.key(fyne.KeyHome)
	s.key(fyne.KeyRight)
	s.choose("menu.tag.item")
	s.key(fyne.KeyEscape)
	s.shoot("locks", normal)
	s.choose("menu.tag.release")
	s.choose("menu.view.photos")
	s.choose("menu.edit.select_none")
}
