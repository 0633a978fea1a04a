package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/task"
	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// fileDialogSize is how large a file dialog is, in pixels.
var fileDialogSize = fyne.NewSize(820, 560)

// OpenCatalogue opens the catalogue in a folder and shows it. The one that is
// open stays as it is when that fails.
func (w *Window) OpenCatalogue(dir string) { w.openAfter(nil, dir) }

// CreateCatalogue makes a catalogue in a folder, which must not exist or be
// empty, and shows it.
func (w *Window) CreateCatalogue(dir string) {
	w.openAfter(func(ctx context.Context) error { return workspace.Create(ctx, dir, assets.Vocabulary, "") }, dir)
}

// OpenSamples shows the catalogue of sample photos; the first time it is made.
func (w *Window) OpenSamples() {
	dir := filepath.Join(w.folder, w.words.T("app.samples.name")+workspace.Suffix)
	w.messages.say(w.words.T("app.samples.wait"))
	w.openAfter(func(ctx context.Context) error {
		if _, err := os.Stat(dir); err == nil {
			return nil
		}
		_, err := workspace.CreateSampleCatalogue(ctx, dir, workspace.Samples{
			Photos: assets.Samples(), Words: assets.Vocabulary, Intake: catalog.Intake{Name: w.words.T("app.samples.batch"), Direction: catalog.Into},
		})
		return err
	}, dir)
}

// openAfter does what comes first, if anything, then opens a catalogue.
func (w *Window) openAfter(first func(context.Context) error, dir string) {
	if w.session != nil && filepath.Clean(dir) == filepath.Clean(w.session.catalogue.Dir()) {
		return
	}
	w.stopWork(func() {
		closed, words := w.closed, w.words
		task.Run(w.tasks, func(ctx context.Context) (*opening, error) {
			<-closed // perhaps it is the same
			if first != nil {
				if err := first(ctx); err != nil {
					return nil, err
				}
			}
			c, err := workspace.OpenSession(ctx, dir, words.T("app.name"))
			if err != nil {
				return nil, err
			}
			return &opening{catalogue: c, last: readLastView(ctx, c)}, errors.Join(words.LearnFrom(ctx, c.Names), w.remember(dir))
		}, w.opened)
	})
}

// opening is a catalogue that was opened, and how its window was left.
type opening struct {
	catalogue *workspace.Catalogue
	last      lastView
}

// opened shows a catalogue in the place of the one before. A list of recent
// ones that could not be written is told, and no reason to close it again.
func (w *Window) opened(o *opening, err error) {
	w.messages.clear()
	if o == nil {
		w.messages.fail(err)
		return
	}
	w.closeSession(func() {
		w.showCatalogue(o.catalogue, o.last)
		w.messages.fail(err)
		w.readRecent()
	})
}

// readRecent brings the list of recent catalogues up to date.
func (w *Window) readRecent() {
	task.Run(w.tasks, func(context.Context) ([]recent, error) { return w.recents.load() }, func(list []recent, err error) {
		w.messages.fail(err)
		w.listed = list
		w.welcome.show(list)
		w.refreshMenu()
	})
}

func (w *Window) forgetRecent() {
	task.Run(w.tasks, func(context.Context) (struct{}, error) { return struct{}{}, w.recents.clear() }, func(_ struct{}, err error) {
		w.messages.fail(err)
		w.readRecent()
	})
}

// remember puts a catalogue at the head of the list of recent ones, unless that
// is switched off.
func (w *Window) remember(dir string) error {
	if !w.choices.recent() {
		return nil
	}
	return w.recents.add(dir)
}

// setRecent switches the list of recent catalogues on, beginning with the one
// that is open, or off: then it is deleted and nothing is written any more.
func (w *Window) setRecent(on bool) {
	w.choices.setRecent(on)
	if !on {
		w.forgetRecent()
		return
	}
	if w.session == nil {
		return
	}
	dir := w.session.catalogue.Dir()
	task.Run(w.tasks, func(context.Context) (struct{}, error) { return struct{}{}, w.remember(dir) }, func(_ struct{}, err error) {
		w.messages.fail(err)
		w.readRecent()
	})
}

// askOpen lets the user choose the folder of a catalogue.
func (w *Window) askOpen() {
	w.chooseFolder(w.folder, func(dir string) { w.OpenCatalogue(dir) })
}

// chooseFolder asks for a folder, beginning in start.
func (w *Window) chooseFolder(start string, chosen func(dir string)) {
	d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		w.messages.fail(err)
		if u != nil {
			chosen(filepath.FromSlash(u.Path()))
		}
	}, w.win)
	if at, err := storage.ListerForURI(storage.NewFileURI(start)); err == nil {
		d.SetLocation(at)
	}
	w.showFiles(d)
}

// showFiles shows a file dialog in a useful size. Fyne's cannot be resized
// before it is shown, nor when the desktop shows one of its own instead.
func (w *Window) showFiles(d *dialog.FileDialog) {
	overlays := w.win.Canvas().Overlays()
	before := overlays.Top()
	w.ask(d)
	if overlays.Top() != before {
		d.Resize(fileDialogSize)
	}
}

// askNew asks for the name and the place of a new catalogue.
func (w *Window) askNew() {
	folder := w.folder
	name := newLineEntry()
	name.SetPlaceHolder(w.words.T("app.new.example"))
	where := widget.NewLabel(folder)
	where.Truncation = fyne.TextTruncateEllipsis
	change := widget.NewButtonWithIcon(w.words.T("app.new.change"), theme.FolderOpenIcon(), func() {
		w.chooseFolder(folder, func(dir string) {
			folder = dir
			where.SetText(dir)
		})
	})
	form := widget.NewForm(
		widget.NewFormItem(w.words.T("app.new.name"), name),
		widget.NewFormItem(w.words.T("app.new.folder"), container.NewBorder(nil, nil, nil, change, where)),
	)
	d := dialog.NewCustomConfirm(w.words.T("app.new.title"), w.words.T("app.new.create"), w.words.T("app.cancel"), form, func(yes bool) {
		if text := cleanName(name.Text); yes && text != "" {
			w.CreateCatalogue(filepath.Join(folder, text+workspace.Suffix))
		}
	}, w.win)
	name.OnSubmitted = func(string) { d.Confirm() }
	name.onEscape = d.Hide
	d.Resize(fyne.NewSize(560, 200))
	w.ask(d)
	w.win.Canvas().Focus(name)
}

// cleanName makes a folder's name of what was typed.
func cleanName(text string) string {
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimSpace(text))
	return strings.Trim(strings.TrimSuffix(text, workspace.Suffix), ". ")
}
