package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/assets"
)

var (
	normal = fyne.NewSize(1200, 780)
	small  = fyne.NewSize(900, 600)
)

// frame puts the menu's titles above the window, where a desktop shows them.
func (s *studio) frame() {
	w := s.window.Window()
	bar := container.NewHBox()
	for _, menu := range w.MainMenu().Items {
		bar.Add(widget.NewLabel(menu.Label))
	}
	w.SetContent(container.NewBorder(container.NewVBox(bar), nil, nil, nil, w.Content()))
}

// scenes goes through the window and paints every view.
func (s *studio) scenes() {
	s.choose("menu.view.light")
	welcome := s.window.Window().Title()
	s.window.OpenSamples()
	s.queue.until(func() bool { return s.window.Window().Title() != welcome })
	s.choose("menu.edit.settings")
	s.answer("HK")
	s.key(fyne.KeyEscape)
	s.choose("menu.edit.select_none")
	s.key(fyne.KeyHome)
	s.key(fyne.KeyRight)
	s.key(fyne.KeyRight)
	s.choose("menu.tag.note")
	s.answer("훈춘의 창고, 냉장고 · 珲春仓库里的冰箱")
	s.choose("menu.view.photos")
	s.shoot("inspector", normal)
	s.key(fyne.KeyLeft)
	s.key(fyne.KeyRight)
	s.shoot("window-light", normal)
	s.choose("menu.view.dark")
	s.shoot("window-dark", normal)
	s.shoot("small", small)
	s.comfort()
	s.choose("menu.view.dark")

	s.choose("menu.edit.select_all")
	s.shoot("many-selected", normal)
	s.choose("menu.view.light")
	s.search("item:냉장고 route:珲春")
	s.key(fyne.KeyHome)
	s.shoot("search", normal)
	s.search(`status:sanctioned|not-assessed item:냉장고 item:"electric fan" -place:Dandong`)
	s.key(fyne.KeyHome)
	s.shoot("filters-light", normal)
	s.choose("menu.view.dark")
	s.shoot("filters-dark", normal)
	s.shoot("filters-small", small)
	s.choose("menu.view.light")
	s.search("item:refrigerater")
	s.shoot("search-error", normal)
	s.search("item:refrigerator status:exempt")
	s.shoot("search-nothing", normal)
	s.search("")

	s.evidence()
	s.goods()
	s.loupe()
	s.batch()
	s.versions()
	s.groups()
	s.vocabularies()
	s.transfer()
	s.law()
	s.finding()
	s.choose("menu.help.search")
	s.shoot("help", normal)
	s.clear()
	s.choose("menu.file.close")
	s.shoot("welcome", normal)
}

// evidence types a date and a place, and looks at what contradicts itself.
func (s *studio) evidence() {
	s.search(`"KakaoTalk_20230704"`)
	s.key(fyne.KeyHome)
	s.typeInto("menu.photo.date", "early July 2023")
	s.shoot("date", normal)
	s.key(fyne.KeyEscape)
	s.choose("menu.view.photos")
	s.key(fyne.KeyHome)
	s.typeInto("menu.photo.place", "취안허")
	s.shoot("place", normal)
	s.key(fyne.KeyEscape)
	s.search("has:warning")
	s.key(fyne.KeyHome)
	s.shoot("warning", normal)
	s.search("")
}

// goods looks at a photo in the loupe, marks and names goods in it, and shows what
// is suggested for them, judged and known of them.
func (s *studio) goods() {
	s.search("IMG_20230702_101744")
	s.key(fyne.KeyHome)
	s.choose("menu.view.loupe")
	s.choose("menu.tag.mark")
	s.typeThere("냉장")
	s.shoot("loupe-name", normal)
	s.key(fyne.KeyEscape) // the list
	s.key(fyne.KeyEscape) // the field
	s.press(s.words.Called("household refrigerator"))
	s.choose("menu.tag.mark")
	s.shoot("loupe-light", normal)
	s.choose("menu.view.dark")
	s.shoot("loupe-dark", normal)
	s.shoot("loupe-small", small)
	s.choose("menu.view.light")
	s.choose("menu.view.photos")
	s.choose("menu.tag.item") // scrolls to the goods
	s.key(fyne.KeyEscape)     // what was used last lies over them
	s.shoot("suggestion-light", normal)
	s.choose("menu.view.dark")
	s.shoot("suggestion-dark", small)
	s.choose("menu.view.light")
	s.choose("menu.view.photos")
	s.choose("menu.tag.take_because")
	s.shoot("exemptions", normal)
	s.key(fyne.KeyEscape)
	s.choose("menu.tag.take")
	s.choose("menu.edit.select_none")
	s.key(fyne.KeyHome) // shown anew from the top
	s.choose("menu.tag.item")
	s.key(fyne.KeyEscape)
	s.shoot("determination", normal)
	s.choose("menu.tag.details")
	s.shoot("details", normal)
	s.choose("menu.view.photos")
	s.manyGoods()
}

// manyGoods takes over what is suggested for many photos.
func (s *studio) manyGoods() {
	s.search("")
	s.choose("menu.edit.select_all")
	s.choose("menu.tag.take_many")
	s.shoot("take-many", normal)
	s.key(fyne.KeyEscape)
	s.choose("menu.edit.select_none")
}

// typeThere types where the keyboard is.
func (s *studio) typeThere(text string) {
	if field := s.window.Window().Canvas().Focused(); field != nil {
		test.Type(field, text)
	}
	s.queue.settle()
}

// versions shows what looks alike, and unites the tags of a group.
func (s *studio) versions() {
	s.choose("menu.view.alike")
	s.shoot("versions-light", normal)
	s.choose("menu.view.dark")
	s.key(fyne.KeyRight)
	s.shoot("versions-dark", normal)
	s.choose("menu.view.light")
	s.shoot("versions-small", small)
	s.key(fyne.KeyEscape)
}

// typeInto types into the field that an entry of the menu leads to, and leaves
// it there.
func (s *studio) typeInto(key, text string) {
	s.choose(key)
	s.typeThere(text)
}

// transfer imports a folder in which not everything is a whole picture, and exports.
func (s *studio) transfer() {
	dir := filepath.Join(s.temp, "SD card 12 July")
	s.note(s.card(dir))
	s.drop(dir)
	if field := s.window.Window().Canvas().Focused(); field != nil {
		test.Type(field, "SD card 12 July")
	}
	s.shoot("import", normal)
	s.key(fyne.KeyReturn)
	s.shoot("import-result", normal)
	s.press(s.words.T("transfer.show_list"))
	s.shoot("import-list", normal)
	s.clear()
	s.choose("menu.file.export")
	s.shoot("export", normal)
	s.clear()
}

// answer types into the field that asks, and presses Enter.
func (s *studio) answer(text string) {
	canvas := s.window.Window().Canvas()
	if field := canvas.Focused(); field != nil {
		test.Type(field, text)
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	s.queue.settle()
}

// key presses a key where the keyboard is.
func (s *studio) key(name fyne.KeyName) {
	if field := s.window.Window().Canvas().Focused(); field != nil {
		field.TypedKey(&fyne.KeyEvent{Name: name})
	}
	s.queue.settle()
}

// card fills a folder as a camera's card might be: three samples that differ by
// a byte from those in the catalogue, one of them cut off, and what is no picture.
func (s *studio) card(dir string) error {
	names, err := fs.Glob(assets.Samples(), "IMG_20230702*.jpg")
	if err != nil {
		return err
	}
	files := map[string][]byte{"DCIM/NOTES.TXT": []byte("12 July"), "DCIM/IMG_0233.JPG": nil}
	for i, name := range names[:3] {
		data, err := fs.ReadFile(assets.Samples(), name)
		if err != nil {
			return err
		}
		files[fmt.Sprintf("DCIM/IMG_%04d.JPG", 230+i)] = append(data, 0)
	}
	cut := files["DCIM/IMG_0230.JPG"]
	files["DCIM/IMG_0230.JPG"] = cut[:len(cut)/2]
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, data, 0o600)); err != nil {
			return err
		}
	}
	return nil
}
