package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/catalog"
)

// saving is the row below the search in which a search gets a name.
type saving struct {
	words  *present.Words
	onSave func(name string)
	onDone func() // the keyboard is free
	resize func() // makes room for the row, or takes it
	known  func(name string) bool

	title *widget.Label
	entry *lineEntry
	note  *widget.Label
	whole *fyne.Container
	own   string // the name that it has, which is no other's
}

func newSaving(words *present.Words) *saving {
	s := &saving{words: words, title: widget.NewLabel(""), entry: newLineEntry(), note: widget.NewLabel("")}
	s.entry.OnSubmitted = func(string) { s.save() }
	s.entry.onEscape = s.hide
	s.entry.OnChanged = func(string) { s.tell() }
	save := widget.NewButton(words.T("app.saving.save"), s.save)
	save.Importance = widget.HighImportance
	leave := widget.NewButtonWithIcon("", theme.CancelIcon(), s.hide)
	leave.Importance = widget.LowImportance
	s.note.Wrapping, s.note.Importance = fyne.TextWrapWord, widget.LowImportance
	row := container.NewBorder(nil, nil, s.title, container.NewHBox(save, leave), s.entry)
	inset := layout.NewCustomPaddedLayout(look.Tight, look.Tight, look.Space, look.Space)
	tight := container.New(layout.NewCustomPaddedVBoxLayout(0), row, s.note)
	s.whole = container.New(layout.NewCustomPaddedVBoxLayout(0), container.New(inset, tight), widget.NewSeparator())
	s.whole.Hide()
	return s
}

func (s *saving) object() fyne.CanvasObject { return s.whole }

// ask asks for a name, with one that may do; own is the name that a search has
// already and that does not count as another's.
func (s *saving) ask(title, name, own string, onSave func(name string)) {
	s.onSave, s.own = onSave, own
	s.title.SetText(title)
	s.entry.SetText(name)
	s.tell()
	s.whole.Show()
	s.resize()
}

// tell says that a name is taken.
func (s *saving) tell() {
	name := strings.TrimSpace(s.entry.Text)
	taken := name != s.own && s.known(name)
	if taken {
		key := "app.saving.taken"
		if s.own != "" {
			key = "app.saving.other"
		}
		s.note.SetText(s.words.T(key, "name", name))
	}
	if taken == s.note.Hidden {
		s.note.Hidden = !taken
		s.resize()
	}
}

func (s *saving) hide() {
	s.whole.Hide()
	s.resize()
	s.onDone()
}

func (s *saving) save() {
	if strings.TrimSpace(s.entry.Text) != "" {
		s.hide()
		s.onSave(s.entry.Text)
	}
}

// joinSaved leads from the saved searches to what can be done with them.
func (s *session) joinSaved() {
	f := s.filters
	f.OnSaved = func() { s.searched(s.search.query) }
	f.Keep(s.catalogue)
	s.search.onSave = s.saveSearch
	s.search.save.Hidden = true
	s.saving.known = func(name string) bool { _, ok := f.Saved(name); return ok }
	s.saving.onDone = s.focusMiddle
	if s.catalogue.ReadOnly() {
		return
	}
	f.OnRename, f.OnDelete = s.renameSearch, s.deleteSearch
	f.OnMenu = func(of catalog.SavedSearch, at fyne.Position) {
		t := s.words.T
		update := fyne.NewMenuItem(t("app.saving.update"), func() { s.keepSearch(of.Name, s.search.query.String()) })
		update.Disabled = len(s.search.query.Terms) == 0
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("",
			fyne.NewMenuItem(t("app.saving.rename"), func() { s.renameSearch(of) }),
			update,
			fyne.NewMenuItem(t("app.saving.delete"), func() { s.deleteSearch(of) }),
		), s.window.Canvas(), at)
	}
}

// searched notes which saved search the search of the moment began with.
func (s *session) searched(q catalog.Query) {
	if name := s.filters.SavedAs(q); name != "" || len(q.Terms) == 0 {
		s.picked = name
	}
	s.search.offerSave(s.canSave() && s.filters.SavedAs(q) == "")
}

// canSave tells whether there is a search that could be saved.
func (s *session) canSave() bool {
	return len(s.search.query.Terms) > 0 && !s.catalogue.ReadOnly() && s.page != vocabularyPage
}

// saveSearch asks under which name to save the search of the moment: that of the
// saved search that was picked last, to bring it up to date.
func (s *session) saveSearch() {
	if !s.canSave() {
		return
	}
	query, name := s.search.query.String(), s.picked
	if _, ok := s.filters.Saved(name); !ok {
		name = ""
	}
	s.saving.ask(s.words.T("app.saving.name"), name, "", func(name string) { s.keepSearch(name, query) })
	s.focusSaving()
}

// renameSearch asks for another name of a saved search.
func (s *session) renameSearch(of catalog.SavedSearch) {
	s.saving.ask(s.words.T("app.saving.new_name"), of.Name, of.Name, func(name string) {
		s.stepAbout(func(ctx context.Context) (catalog.Step, error) {
			return s.catalogue.RenameSearch(ctx, of.Name, name, "")
		})
	})
	s.focusSaving()
}

func (s *session) focusSaving() {
	s.focus(s.saving.entry)
	s.saving.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (s *session) keepSearch(name, query string) {
	s.picked = strings.Join(strings.Fields(name), " ")
	s.stepAbout(func(ctx context.Context) (catalog.Step, error) { return s.catalogue.SaveSearch(ctx, name, query, "") })
}

// deleteSearch forgets a saved search; undo brings it back.
func (s *session) deleteSearch(of catalog.SavedSearch) {
	s.stepAbout(func(ctx context.Context) (catalog.Step, error) { return s.catalogue.DeleteSearch(ctx, of.Name, "") })
}

// stepAbout changes something that is no photo, says what it did and offers to take
// it back.
func (s *session) stepAbout(do func(ctx context.Context) (catalog.Step, error)) {
	task.Run(s.tasks, do, func(step catalog.Step, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		if step.ID != 0 {
			s.changes.stepped()
			s.offerUndo(step)
		}
	})
}
