package transfer

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog/ingest"
	"waybill/catalog/workspace"
)

// importSheet asks what is known about files before they are imported.
type importSheet struct {
	*sheet
	t        *Transfer
	words    *present.Words
	paths    []string
	counted  *counted // what is below the paths, nil until it is known
	counting task.Latest
	checking task.Latest
	waiting  bool // another import or export runs
	checked  bool // the intake is being checked

	what  *fyne.Container // the paths and what is below them
	where *field
	form  *intakeForm
	keep  *widgets.Check // leave the files where they are
	start *widgets.Button
	keys  *sheetKeys
}

// counted is what an import of some paths would walk through.
type counted struct {
	files int
	bytes int64
}

// ShowImport asks what is known about the files below the paths, and imports
// them when the user says so. With the sheet open already, the paths are added.
func (t *Transfer) ShowImport(paths []string) {
	if s, ok := t.open.(*importSheet); ok {
		s.add(paths)
		return
	}
	if s, ok := t.open.(*exportSheet); ok { // what was typed there stays
		s.say(t.words.T("transfer.close_first"), widget.WarningImportance)
		return
	}
	s := newImportSheet(t)
	t.show(s)
	s.add(paths)
	s.focus(s.form.name)
	s.form.prefill()
}

func newImportSheet(t *Transfer) *importSheet {
	s := &importSheet{t: t, words: t.words, what: container.New(tight{})}
	w := t.words
	s.keys = &sheetKeys{Hand: widgets.Hand{Escape: s.cancel, Entered: func(o fyne.CanvasObject) { s.reveal(o) }}, submit: s.submit}
	s.form = newIntakeForm(t, s.keys)
	s.where = newField(w.T("transfer.import.what"), s.what, "")
	s.keep = widgets.NewCheck(s.keys.Hand, w.T("transfer.import.reference"), func(bool) { s.update() })
	keep := newField("", s.keep, w.T("transfer.import.reference.hint"))
	objects := append([]fyne.CanvasObject{s.where.box}, s.form.objects()...)
	objects = append(objects, keep.box)
	body := container.New(&columns{wide: map[fyne.CanvasObject]bool{
		s.where.box: true, s.form.fields[fieldMessage].box: true, keep.box: true,
	}}, objects...)
	cancel := widgets.NewButton(s.keys.Hand, w.T("transfer.cancel"), nil, s.cancel)
	s.start = widgets.NewButton(s.keys.Hand, w.T("transfer.import.start"), nil, s.submit)
	s.start.Importance = widget.HighImportance
	s.sheet = newSheet(w.T("transfer.import.title"), body, false, cancel, s.start)
	s.onClose = s.cancel
	s.form.onChange = s.changed
	return s
}

func (s *importSheet) base() *sheet { return s.sheet }

// changed follows what the fields say: the sheet grows with it, and forgets what
// was in the way when nothing is wrong any more.
func (s *importSheet) changed(wrong bool) {
	if wrong {
		s.Refresh()
		return
	}
	s.busy(s.waiting)
}

// busy says that a second import has to wait, or that it may begin.
func (s *importSheet) busy(waiting bool) {
	s.waiting = waiting
	text := ""
	if waiting {
		text = s.words.T("transfer.wait")
	}
	s.say(text, widget.WarningImportance)
	s.update()
}

func (s *importSheet) cancel() {
	s.counting.Cancel()
	s.checking.Cancel()
	s.t.hide()
}

// add adds paths and counts anew what is below them all.
func (s *importSheet) add(paths []string) {
	for _, path := range paths {
		if !slices.Contains(s.paths, path) {
			s.paths = append(s.paths, path)
		}
	}
	s.count()
}

func (s *importSheet) remove(path string) {
	s.paths = slices.DeleteFunc(s.paths, func(p string) bool { return p == path })
	s.count()
}

func (s *importSheet) count() {
	s.counted = nil
	s.update()
	paths := slices.Clone(s.paths)
	task.Ask(s.t.tasks, &s.counting, func(ctx context.Context, partial func(counted)) error {
		files, bytes, err := ingest.Count(ctx, paths)
		if err == nil {
			partial(counted{files, bytes})
		}
		return err
	}, func(c counted) {
		s.counted = &c
		s.update()
	}, func(err error) {
		if err != nil {
			s.where.fail(s.words.Error(err))
		}
	})
}

// listed is how many paths are named; of more only the number is told.
const listed = 4

// update brings what is shown about the paths, and the button, up to date.
func (s *importSheet) update() {
	w := s.words
	s.what.Objects = nil
	for i, path := range s.paths {
		if i == listed && len(s.paths) > listed+1 {
			s.what.Add(s.pathRow(w.N("transfer.import.more_paths", len(s.paths)-i), func() { s.paths = s.paths[:listed]; s.count() }))
			break
		}
		s.what.Add(s.pathRow(path, func() { s.remove(path) }))
	}
	s.what.Add(container.NewHBox(
		widgets.NewButton(s.keys.Hand, w.T("transfer.import.add_folder"), theme.FolderOpenIcon(), s.chooseFolder),
		widgets.NewButton(s.keys.Hand, w.T("transfer.import.add_file"), theme.FileImageIcon(), s.chooseFile)))
	s.start.SetText(w.T("transfer.import.start"))
	switch {
	case len(s.paths) == 0:
		s.where.tell(w.T("transfer.import.no_paths"))
	case s.counted == nil:
		s.where.tell(w.T("transfer.import.counting"))
	case s.counted.files == 0:
		s.where.fail(w.T("transfer.import.no_files"))
	default:
		text := w.N("transfer.import.files", s.counted.files, "size", w.Bytes(s.counted.bytes))
		if s.keep.Checked {
			text = w.N("transfer.import.files_reference", s.counted.files, "size", w.Bytes(s.counted.bytes))
		}
		s.where.tell(text)
		s.start.SetText(w.N("transfer.import.start_files", s.counted.files))
	}
	if s.waiting || s.checked || len(s.paths) == 0 || (s.counted != nil && s.counted.files == 0) {
		s.start.Disable()
	} else {
		s.start.Enable()
	}
	s.Refresh()
}

func (s *importSheet) chooseFolder() {
	dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if folder != nil || err != nil {
			s.chosen(folder, err)
		}
	}, s.t.window).Show()
}

func (s *importSheet) chooseFile() {
	dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if file != nil {
			s.chosen(file.URI(), file.Close())
		} else if err != nil {
			s.chosen(nil, err)
		}
	}, s.t.window).Show()
}

func (s *importSheet) chosen(what fyne.URI, err error) {
	if err != nil {
		s.where.fail(s.words.Error(err))
		return
	}
	s.add([]string{filepath.FromSlash(what.Path())})
}

// submit checks what was entered and begins the import. On an error the sheet
// keeps its text and says at the field what is wrong.
func (s *importSheet) submit() {
	if s.start.Disabled() {
		return
	}
	if !s.form.valid() {
		s.say(s.words.T("transfer.check_fields"), widget.DangerImportance)
		return
	}
	intake := s.form.intake()
	s.checked = true
	s.update()
	place := s.form.placed()
	task.Ask(s.t.tasks, &s.checking, func(ctx context.Context, tell func(place string)) error {
		if intake.Route != "" {
			if _, err := s.t.store.FindRoute(ctx, intake.Route); err != nil {
				return &fieldError{fieldRoute, err}
			}
		}
		value, err := place(ctx)
		if err != nil {
			return &fieldError{fieldPlace, err}
		}
		tell(value)
		return nil
	}, func(place string) { intake.Place = place }, func(err error) {
		s.checked = false
		s.update()
		if wrong, ok := errors.AsType[*fieldError](err); ok {
			s.refuse(wrong.field, wrong.err)
			return
		}
		if s.t.Busy() {
			return
		}
		s.t.hide()
		s.t.startImport(s, workspace.ImportOptions{Paths: slices.Clone(s.paths), Intake: intake, Reference: s.keep.Checked})
	})
}

// refuse says at a field why the catalogue does not take it.
func (s *importSheet) refuse(name fieldName, err error) {
	s.form.fields[name].fail(s.words.Error(err))
	s.say(s.words.T("transfer.check_fields"), widget.DangerImportance)
	s.focus(s.form.focusable(name))
}

// pathRow is a path with a button that takes it away.
func (s *importSheet) pathRow(text string, remove func()) fyne.CanvasObject {
	label := widget.NewLabel(text)
	label.Truncation = fyne.TextTruncateEllipsis
	away := widgets.NewButton(s.keys.Hand, "", theme.CancelIcon(), remove)
	away.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, nil, away, label)
}

// tight puts objects below one another, closer than labels would stand.
type tight struct{}

const overlap = 4 // pixels that rows share

func (tight) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for i, o := range objects {
		least := o.MinSize()
		size.Height += least.Height
		if i > 0 {
			size.Height -= overlap
		}
	}
	return size
}

func (tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		height := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height - overlap
	}
}
