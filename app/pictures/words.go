package main

import (
	"errors"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
)

// vocabularies goes through the page of words: kinds of goods, a route, a place
// and a unit, a merge, and tables that are wrong.
func (s *studio) vocabularies() {
	s.choose("menu.view.vocabularies")
	s.choose("menu.edit.new_word")
	s.typeThere("wine cooler")
	for range 6 {
		s.window.Window().Canvas().FocusNext()
	}
	s.typeThere("household refr")
	s.shoot("vocabulary-parent", small)
	s.key(fyne.KeyReturn)
	s.choose("menu.edit.save_word")
	s.filterBy("household refr")
	s.choose("menu.edit.find")
	s.key(fyne.KeyEscape)
	s.key(fyne.KeyReturn)
	s.shoot("vocabulary-light", normal)
	s.choose("menu.view.dark")
	s.shoot("vocabulary-small", small)
	s.choose("menu.view.light")
	s.choose("menu.edit.merge_word")
	s.typeThere("freez")
	s.key(fyne.KeyReturn)
	s.shoot("vocabulary-merge", normal)
	s.key(fyne.KeyEscape)
	s.key(fyne.KeyEscape)
	s.turnTo('2', "圈河")
	s.shoot("vocabulary-route", normal)
	s.choose("menu.view.dark")
	s.turnTo('3', "원정")
	s.shoot("vocabulary-place", small)
	s.choose("menu.view.light")
	s.turnTo('4', "forty-foot container")
	s.choose("menu.edit.new_word")
	s.shoot("vocabulary-new", normal)
	s.key(fyne.KeyEscape)
	s.wrongTables()
	s.choose("menu.view.vocabularies")
}

// filterBy types into the filter and goes to the first that is found.
func (s *studio) filterBy(text string) {
	s.choose("menu.edit.find")
	s.typeThere(text)
	s.key(fyne.KeyReturn)
}

// turnTo turns the page of words to another vocabulary, and to what is called so.
func (s *studio) turnTo(digit rune, text string) {
	if list := s.window.Window().Canvas().Focused(); list != nil {
		list.TypedRune(digit)
	}
	s.queue.settle()
	s.filterBy(text)
}

// wrongTables imports tables in which something is wrong.
func (s *studio) wrongTables() {
	dir := filepath.Join(s.temp, "Vocabulary of July")
	items := "key\ten\tko\tko_dprk\tzh\tvariants\ths\tparent\tcaption_en_singular\tcaption_en_plural\tcaption_ko\tcaption_ko_counter\tcaption_zh\tcaption_zh_counter\n" +
		"water pump\twater pump\t양수기\t\t水泵\t\t8413\t\t\t\t\t\t\t\n" +
		"rice-cooker\t\t\t\t\t\t8516.60\t\t\t\t\t\t\t\n" +
		"solar-panel\tsolar panel\t태양광 패널\t\t太阳能板\t\t85-41\tpower-equipment\t\t\t\t\t\t\n"
	routes := "key\ten\tko\tzh\tvariants\tmode\tdirection\nsanhe\tSanhe to Hoeryong\t싼허–회령\t三合—会宁\t\tcart\tinto\n"
	legs := "route\tn\tkind\tplace\ten\tko\tzh\tvariants\tlat\tlon\taccuracy_m\n" +
		"sanhe\t0\torigin\t\tLongjing\t룽징\t龙井\t\t42.77\t\t\n" +
		"sanhe\t2\tborder\tsanhe-hoeryong\tSanhe\t싼허\t三合\t\t42.44\t129.75\t300\n"
	s.note(errors.Join(
		os.MkdirAll(dir, 0o700),
		os.WriteFile(filepath.Join(dir, "items.tsv"), []byte(items), 0o600),
		os.WriteFile(filepath.Join(dir, "routes.tsv"), []byte(routes), 0o600),
		os.WriteFile(filepath.Join(dir, "legs.tsv"), []byte(legs), 0o600),
	))
	s.window.ImportVocabularies(dir)
	s.queue.settle()
	s.shoot("vocabulary-rejected", normal)
	s.key(fyne.KeyEscape)
}
