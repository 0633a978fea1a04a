package app

import (
	"fyne.io/fyne/v2"

	"waybill/app/actions"
)

func (w *Window) helpActions() []actions.Action {
	return []actions.Action{
		w.paletteAction(),
		{ID: "menu.help.keys", Keys: []actions.Key{actions.CtrlShift(fyne.KeyK), actions.Alone("?")}, Where: actions.Views, Run: w.showKeys},
		{ID: "menu.help.search", Keys: []actions.Key{actions.CtrlShift(fyne.KeyF)}, Run: w.showSearchHelp},
		{ID: "menu.help.codes", Keys: []actions.Key{actions.CtrlShift(fyne.KeyH)}, Enabled: w.open, Run: w.showCodes},
		{ID: "menu.help.about", Keys: []actions.Key{actions.CtrlShift(fyne.KeyB)}, Run: w.showAbout},
	}
}
