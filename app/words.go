package app

import (
	"context"

	"waybill/app/vocabulary"
	"waybill/catalog"
	tables "waybill/catalog/vocabulary"
)

// joinVocabulary leads to the page of the vocabularies and back.
func (s *session) joinVocabulary(w *Window) {
	v := s.vocabulary
	if s.catalogue.ReadOnly() {
		v.Lock()
	}
	v.OnStep = func(catalog.Step) { s.changes.stepped() }
	v.OnLeave = s.toGallery
	v.OnChoice = s.onMenu
	v.OnError, v.OnSay = s.fail, s.say
	v.OnImport, v.OnExport = w.askImportWords, w.askExportWords
	v.TakeIn = func(ctx context.Context, dir string) (vocabulary.Taken, []tables.Rejected, catalog.Step, error) {
		merged, rejected, step, err := s.catalogue.ImportVocabulary(ctx, dir, "")
		return vocabulary.Taken{Added: merged.Added, Changed: merged.Changed, Same: merged.Same}, rejected, step, err
	}
}

// showVocabulary shows the page of the vocabularies.
func (s *session) showVocabulary() {
	s.vocabulary.Open()
	s.turnTo(vocabularyPage)
}

// toggleVocabulary shows it, or the gallery again.
func (s *session) toggleVocabulary() {
	if s.page == vocabularyPage {
		s.vocabulary.Leave()
	} else {
		s.showVocabulary()
	}
}

// widen gives a page the room of the search and of the panes beside it, too.
func (s *session) widen(on bool) {
	if on == s.vocabulary.Object().Visible() {
		return
	}
	if on {
		s.panes.whole.Hide()
		s.search.object().Hide()
		s.vocabulary.Object().Show()
	} else {
		s.vocabulary.Object().Hide()
		s.search.object().Show()
		s.panes.whole.Show()
	}
	s.whole.Refresh()
}

// askImportWords chooses a folder with tables of the vocabularies to import.
func (w *Window) askImportWords() {
	w.chooseFolder(w.folder, w.ImportVocabularies)
}

// ImportVocabularies imports the tables of a folder into the open catalogue.
func (w *Window) ImportVocabularies(dir string) {
	if s := w.session; s != nil {
		s.showVocabulary()
		s.vocabulary.ImportFrom(dir)
	}
}

// askExportWords chooses a folder to write the tables of the vocabularies into.
func (w *Window) askExportWords() {
	w.chooseFolder(w.folder, func(dir string) {
		if s := w.session; s != nil {
			s.vocabulary.ExportTo(dir)
		}
	})
}
