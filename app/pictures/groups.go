package main

import "fyne.io/fyne/v2"

// groups puts the photos of the gallery into groups, and leaves out their captions.
func (s *studio) groups() {
	s.choose("menu.view.group.day")
	s.key(fyne.KeyHome)
	s.shoot("groups-light", normal)
	s.choose("menu.view.dark")
	s.key(fyne.KeyEnd)
	s.shoot("groups-dark", normal)
	s.choose("menu.view.group.alike")
	s.choose("menu.view.captions")
	s.key(fyne.KeyHome)
	s.shoot("groups-alike", normal)
	s.choose("menu.view.light")
	s.shoot("groups-small", small)
	s.choose("menu.view.captions")
	s.choose("menu.view.group.none")
	s.key(fyne.KeyHome)
}
