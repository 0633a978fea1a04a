package main

import (
	"fyne.io/fyne/v2"

	look "waybill/app/theme"
)

// comfort shows the settings, and the window in high contrast and with large text.
func (s *studio) comfort() {
	s.choose("menu.edit.settings")
	s.shoot("settings", normal)
	s.choose("menu.view.dark")
	s.shoot("settings-dark", small)
	s.key(fyne.KeyEscape)
	s.choose("menu.view.contrast")
	s.choose("menu.view.photos")
	s.key(fyne.KeyRight)
	s.shoot("contrast", normal)
	s.choose("menu.edit.settings")
	s.shoot("settings-contrast", normal)
	s.key(fyne.KeyEscape)
	s.choose("menu.view.light")
	s.window.SetTextSize(look.TextSizes()[3])
	s.choose("menu.view.photos")
	s.shoot("text-large", normal)
	s.choose("menu.edit.settings")
	s.shoot("settings-large", normal)
	s.key(fyne.KeyEscape)
	s.window.SetTextSize(look.TextUsual)
}
