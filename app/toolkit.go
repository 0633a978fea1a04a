package app

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"waybill/app/present"
)

// toolkitKeys are the texts that Fyne writes by itself, in file dialogs and in the
// menus of text fields, by what Fyne calls them.
func toolkitKeys() map[string]string {
	return map[string]string{
		"Cancel": "toolkit.cancel", "Copy": "toolkit.copy", "Create Folder": "toolkit.create_folder", "Cut": "toolkit.cut",
		"Enter filename": "toolkit.enter_name", "Error": "toolkit.error", "File": "toolkit.of_file", "Folder": "toolkit.of_folder",
		"New Folder": "toolkit.new_folder", "No": "toolkit.no", "OK": "toolkit.ok", "Open": "toolkit.open", "Paste": "toolkit.paste",
		"Quit": "menu.file.quit", "Redo": "menu.edit.redo", "Save": "toolkit.save", "Select all": "toolkit.select_all",
		"Show Hidden Files": "toolkit.hidden", "Undo": "menu.edit.undo", "Yes": "toolkit.yes",
		"file.name": "toolkit.name", "file.parent": "toolkit.parent",
	}
}

// speakToolkit makes Fyne write its own texts in the language of the words. It
// knows only the language of the computer, so they are put in the place of that.
func speakToolkit(words *present.Words) error {
	texts := map[string]string{}
	for name, key := range toolkitKeys() {
		texts[name] = words.T(key)
	}
	data, err := json.Marshal(texts)
	if err != nil {
		return err
	}
	return lang.AddTranslationsForLocale(data, fyne.Locale(lang.SystemLocale().LanguageString()))
}
