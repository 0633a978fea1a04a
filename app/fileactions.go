package app

import (
	"fyne.io/fyne/v2"

	"waybill/app/actions"
)

func (w *Window) fileActions() []actions.Action {
	return []actions.Action{
		{ID: "menu.file.new", Keys: []actions.Key{actions.Ctrl(fyne.KeyN)}, Run: w.askNew},
		{ID: "menu.file.open", Keys: []actions.Key{actions.Ctrl(fyne.KeyO)}, Run: w.askOpen},
		{ID: "menu.file.recent", Enabled: func() bool { return len(w.listed) > 0 }, Entries: w.recentEntries},
		{ID: "menu.file.import_folder", Line: true, Keys: []actions.Key{actions.Ctrl(fyne.KeyI)}, Enabled: w.writable, Run: w.askImportFolder},
		{ID: "menu.file.import_file", Keys: []actions.Key{actions.CtrlShift(fyne.KeyI)}, Enabled: w.writable, Run: w.askImportFile},
		{ID: "menu.file.export", Keys: []actions.Key{actions.Ctrl(fyne.KeyE)}, Enabled: w.open, Run: w.in((*session).export)},
		{ID: "menu.file.import_words", Keys: []actions.Key{actions.CtrlShift(fyne.KeyT)}, Enabled: w.writable, Run: w.askImportWords},
		{ID: "menu.file.export_words", Keys: []actions.Key{actions.CtrlShift(fyne.KeyE)}, Enabled: w.open, Run: w.askExportWords},
		{ID: "menu.file.close", Line: true, Keys: []actions.Key{actions.Ctrl(fyne.KeyW)}, Enabled: w.open, Run: func() { w.leave(w.ShowWelcome) }},
		{ID: "menu.file.quit", Keys: []actions.Key{actions.Ctrl(fyne.KeyQ)}, Run: func() { w.leave(w.quit) }},
	}
}

// recentEntries offers the catalogues that were open before.
func (w *Window) recentEntries() []actions.Entry {
	entries := make([]actions.Entry, len(w.listed))
	for i, r := range w.listed {
		entries[i] = actions.Entry{Label: displayName(r.path), Off: r.missing, Run: func() { w.OpenCatalogue(r.path) }}
	}
	return entries
}
