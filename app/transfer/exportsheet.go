package transfer

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
)

// exportSheet asks what shall leave the catalogue, how and where to.
type exportSheet struct {
	*sheet
	t         *Transfer
	words     *present.Words
	query     catalog.Query
	selection []catalog.PhotoID
	found     *int // photos of the query, nil until they are counted
	counting  task.Latest
	unread    *unreviewed
	asking    task.Latest // what waits for a review
	looking   task.Latest
	waiting   bool   // another import or export runs
	looked    bool   // the folder is being looked at
	replace   string // the folder that the user was asked about and may replace

	what                              *widget.RadioGroup
	parent, name                      *line
	csv, json, originals, names       *widgets.Check
	whatField, parentField, nameField *field
	formats                           *field
	start, show                       *widgets.Button
}

// ShowExport asks how the photos that a query finds, or those of a selection if
// there is one, shall be exported, and exports them when the user says so.
func (t *Transfer) ShowExport(q catalog.Query, selection []catalog.PhotoID) {
	switch open := t.open.(type) {
	case *importSheet: // what was typed there stays
		open.say(t.words.T("transfer.close_first"), widget.WarningImportance)
		return
	case *exportSheet:
		return
	}
	s := newExportSheet(t, q, selection)
	t.show(s)
	s.focus(s.name)
	s.count()
	s.countWaiting()
}

func newExportSheet(t *Transfer, q catalog.Query, selection []catalog.PhotoID) *exportSheet {
	s := &exportSheet{t: t, words: t.words, query: q, selection: selection}
	w := t.words
	keys := &sheetKeys{Hand: widgets.Hand{Escape: s.cancel, Entered: func(o fyne.CanvasObject) { s.reveal(o) }}, submit: s.submit}
	s.what = widget.NewRadioGroup(nil, func(string) { s.update() })
	s.what.Required = true
	s.parent, s.name = newLine(keys, false), newLine(keys, false)
	s.parent.SetText(t.exportedTo)
	if home, err := os.UserHomeDir(); err == nil && t.exportedTo == "" {
		s.parent.SetText(home)
	}
	s.name.SetText(w.T("transfer.export.name", "day", time.Now().Format(time.DateOnly)))
	choose := widgets.NewButton(keys.Hand, w.T("transfer.export.choose"), theme.FolderOpenIcon(), s.choose)
	s.csv, s.json = widgets.NewCheck(keys.Hand, w.T("transfer.export.csv"), nil), widgets.NewCheck(keys.Hand, w.T("transfer.export.json"), nil)
	s.originals, s.names = widgets.NewCheck(keys.Hand, w.T("transfer.export.originals"), nil), widgets.NewCheck(keys.Hand, w.T("transfer.export.names"), nil)
	s.csv.SetChecked(true)
	s.whatField = newField(w.T("transfer.export.what"), s.what, "")
	s.parentField = newField(w.T("transfer.export.parent"), container.NewBorder(nil, nil, nil, choose, s.parent), "")
	s.nameField = newField(w.T("transfer.export.folder"), s.name, w.T("transfer.export.folder.hint"))
	s.formats = newField(w.T("transfer.export.formats"), container.NewHBox(s.csv, s.json), "")
	originals := newField("", s.originals, w.T("transfer.export.originals.hint"))
	names := newField("", s.names, w.T("transfer.export.names.hint"))
	s.parent.OnChanged = func(string) { s.forget() }
	s.name.OnChanged = func(string) { s.forget() }
	s.csv.OnChanged = func(bool) { s.formats.clear() }
	s.json.OnChanged = s.csv.OnChanged
	boxes := []fyne.CanvasObject{s.whatField.box, s.parentField.box, s.nameField.box, s.formats.box, originals.box, names.box}
	wide := map[fyne.CanvasObject]bool{}
	for _, box := range boxes {
		wide[box] = true
	}
	cancel := widgets.NewButton(keys.Hand, w.T("transfer.cancel"), nil, s.cancel)
	s.start = widgets.NewButton(keys.Hand, "", nil, s.submit)
	s.start.Importance = widget.HighImportance
	s.show = widgets.NewButton(keys.Hand, w.T("transfer.export.show_waiting"), nil, s.showWaiting)
	s.show.Hide()
	s.sheet = newSheet(w.T("transfer.export.title"), container.New(&columns{wide: wide}, boxes...), false, s.show, cancel, s.start)
	s.onClose = s.cancel
	s.offer()
	return s
}

func (s *exportSheet) base() *sheet { return s.sheet }

// busy says that a second export has to wait, or that it may begin.
func (s *exportSheet) busy(waiting bool) {
	s.waiting = waiting
	s.update()
}

func (s *exportSheet) cancel() {
	s.counting.Cancel()
	s.asking.Cancel()
	s.looking.Cancel()
	s.t.hide()
}

// count counts what the query finds.
func (s *exportSheet) count() {
	task.Ask(s.t.tasks, &s.counting, func(ctx context.Context, partial func(int)) error {
		n, err := s.t.store.Count(ctx, s.query)
		if err == nil {
			partial(n)
		}
		return err
	}, func(n int) {
		s.found = &n
		s.offer()
	}, func(err error) {
		if err != nil {
			s.whatField.fail(s.words.Error(err))
		}
	})
}

// offer names what can be exported, with how many photos each is.
func (s *exportSheet) offer() {
	whole := s.words.T("transfer.export.search")
	if len(s.query.Terms) == 0 {
		whole = s.words.T("transfer.export.everything")
	}
	if s.found != nil {
		whole = s.words.N("transfer.export.search_photos", *s.found, "what", whole)
	}
	chosen := s.whole()
	s.what.Options = []string{whole}
	if len(s.selection) > 0 {
		s.what.Options = []string{s.words.N("transfer.export.selection", len(s.selection)), whole}
	}
	s.what.Selected = s.what.Options[0]
	if chosen {
		s.what.Selected = whole
	}
	s.what.Refresh()
	s.update()
}

// whole tells whether all that the query finds is chosen, not the selection.
func (s *exportSheet) whole() bool {
	if len(s.selection) == 0 {
		return true
	}
	return len(s.what.Options) == 2 && s.what.Selected == s.what.Options[1]
}

// photos gives how many photos are chosen, nil while that is not known.
func (s *exportSheet) photos() *int {
	if !s.whole() {
		n := len(s.selection)
		return &n
	}
	return s.found
}

// folder is where the export goes.
func (s *exportSheet) folder() string {
	return filepath.Join(strings.TrimSpace(s.parent.Text), strings.TrimSpace(s.name.Text))
}

// forget takes back what was said about another folder.
func (s *exportSheet) forget() {
	s.replace = ""
	s.parentField.clear()
	s.nameField.clear()
	s.update()
}

// update brings the button and the line beside it up to date.
func (s *exportSheet) update() {
	if s.sheet == nil {
		return // the fields are being made
	}
	w, n := s.words, s.photos()
	text, note, importance := w.T("transfer.export.start"), "", widget.WarningImportance
	if n != nil {
		text = w.N("transfer.export.start_photos", *n)
	}
	switch {
	case s.waiting:
		note = w.T("transfer.wait")
	case n != nil && *n == 0:
		note = w.T("transfer.export.nothing")
	case s.unreviewed() > 0:
		note = w.N("transfer.export.waiting", s.unreviewed())
	case s.replace != "":
		note, text = w.T("transfer.export.replace", "folder", s.replace), w.T("transfer.export.replace.start")
	}
	s.start.SetText(text)
	setShown(s.show, s.unreviewed() > 0)
	if s.waiting || s.looked || s.unreviewed() > 0 || (n != nil && *n == 0) {
		s.start.Disable()
	} else {
		s.start.Enable()
	}
	s.say(note, importance)
}

func (s *exportSheet) choose() {
	dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			s.parentField.fail(s.words.Error(err))
		case folder != nil:
			s.parent.SetText(filepath.FromSlash(folder.Path()))
		}
	}, s.t.window).Show()
}

// submit checks what was entered, looks at the folder and begins the export,
// after asking if the folder is there already.
func (s *exportSheet) submit() {
	if s.start.Disabled() || !s.valid() {
		return
	}
	parent, folder := strings.TrimSpace(s.parent.Text), s.folder()
	s.looked = true
	s.update()
	task.Ask(s.t.tasks, &s.looking, func(_ context.Context, partial func(bool)) error {
		info, err := os.Stat(parent)
		if err != nil {
			return err
		}
		if !info.IsDir() {
			return &fs.PathError{Op: "look at", Path: parent, Err: fs.ErrNotExist}
		}
		_, err = os.Lstat(folder)
		partial(err == nil)
		return nil
	}, func(exists bool) {
		if exists && s.replace != folder {
			s.replace = folder
			return
		}
		s.begin(folder, exists)
	}, func(err error) {
		s.looked = false
		s.update()
		if err != nil {
			s.parentField.fail(s.words.Error(err))
			s.focus(s.parent)
		}
	})
}

// valid checks what can be checked without looking at the disk.
func (s *exportSheet) valid() bool {
	w, name := s.words, strings.TrimSpace(s.name.Text)
	ok := true
	if !s.csv.Checked && !s.json.Checked {
		s.formats.fail(w.T("transfer.export.no_format"))
		ok = false
	}
	switch {
	case name == "", name == ".", name == "..", strings.ContainsAny(name, `/\`):
		s.nameField.fail(w.T("transfer.export.bad_name"))
		s.focus(s.name)
		ok = false
	}
	if !filepath.IsAbs(strings.TrimSpace(s.parent.Text)) {
		s.parentField.fail(w.T("transfer.export.bad_parent"))
		s.focus(s.parent)
		ok = false
	}
	return ok
}
