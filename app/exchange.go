package app

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"waybill/app/task"
)

// importPaths asks what is said about files and folders, and imports them.
func (s *session) importPaths(paths []string) {
	if s.catalogue.ReadOnly() {
		s.say(s.words.T("app.read_only"))
		return
	}
	s.transfer.ShowImport(paths)
}

// importing tells whether an import or export is under way.
func (s *session) importing() bool { return s.transfer.Busy() }

// whenPace is how often is looked whether something has ended.
const whenPace = 20 * time.Millisecond

// when goes on with then as soon as something is so.
func (s *session) when(so func() bool, then func()) {
	if so() {
		then()
		return
	}
	task.Run(s.tasks, func(ctx context.Context) (struct{}, error) {
		select {
		case <-time.After(whenPace):
		case <-ctx.Done():
		}
		return struct{}{}, nil
	}, func(struct{}, error) { s.when(so, then) })
}

// export asks in what form the photos of the search, or those selected, leave.
func (s *session) export() {
	if s.catalogue.ReadOnly() {
		s.say(s.words.T("app.read_only_export"))
		return
	}
	s.transfer.ShowExport(s.search.query, s.chosen())
}

// askImportFolder and askImportFile choose what to import; more than one file
// or folder at a time can be dropped on the window.
func (w *Window) askImportFolder() {
	w.chooseFolder(w.folder, func(dir string) { w.importPath(dir) })
}

func (w *Window) askImportFile() {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		w.messages.fail(err)
		if f == nil {
			return
		}
		w.messages.fail(f.Close())
		w.importPath(filepath.FromSlash(f.URI().Path()))
	}, w.win)
	w.showFiles(d)
}

func (w *Window) importPath(path string) {
	if w.session != nil {
		w.session.importPaths([]string{path})
	}
}
