package app

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/app/widgets"
)

// settingsSize is how large the settings are at first, in pixels.
var settingsSize = fyne.NewSize(640, 660)

// settings is the sheet of what can be chosen: for the open catalogue, if there
// is one that can be changed, and for the program. Each choice works at once.
type settings struct {
	w        *Window
	rows     []fyne.CanvasObject
	first    fyne.Focusable // what gets the keyboard
	initials *settingLine   // nil without a catalogue that can be changed
	before   string         // the initials as they are in the catalogue
	sheet    dialog.Dialog
	scroll   *container.Scroll
}

// showSettings opens the settings.
func (w *Window) showSettings() {
	s := &settings{w: w}
	t := w.words.T
	if session := w.session; session != nil && !session.catalogue.ReadOnly() {
		s.ofCatalogue(session)
	}
	s.heading(t("settings.program"))
	s.language()
	s.looks()
	s.codes()
	s.recent()
	body := container.New(layout.NewCustomPaddedVBoxLayout(look.Space), s.rows...)
	inset := container.New(layout.NewCustomPaddedLayout(look.Tight, look.Space, look.Tight, 2*look.Space), body)
	s.scroll = container.NewVScroll(inset)
	s.sheet = dialog.NewCustom(t("settings.title"), t("settings.close"), s.scroll, w.win)
	s.sheet.Resize(settingsSize)
	w.ask(s.sheet)
	w.win.Canvas().Focus(s.first)
}

func (s *settings) hide() { s.sheet.Hide() }

// reveal scrolls to a control that gets the keyboard, with what stands below it.
func (s *settings) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.scroll.Content).Y
	const below = 48 // pixels
	from, to := top-look.Space, top+o.Size().Height+below
	switch room := s.scroll.Size().Height; {
	case from < s.scroll.Offset.Y:
		s.scroll.ScrollToOffset(fyne.NewPos(0, max(from, 0)))
	case to > s.scroll.Offset.Y+room:
		s.scroll.ScrollToOffset(fyne.NewPos(0, to-room))
	}
}

// hand is what the controls do besides.
func (s *settings) hand() widgets.Hand { return widgets.Hand{Escape: s.hide, Entered: s.reveal} }

func (s *settings) heading(text string) {
	l := widget.NewLabel(text)
	l.SizeName, l.TextStyle.Bold = theme.SizeNameSubHeadingText, true
	s.rows = append(s.rows, l)
}

// row puts a name before a control, and what there is to know below it.
func (s *settings) row(name, hint string, control fyne.CanvasObject) (note *widget.Label) {
	label := wrapped(name)
	note = wrapped(hint)
	note.Importance, note.SizeName = widget.LowImportance, theme.SizeNameCaptionText
	note.Hidden = hint == ""
	right := container.New(layout.NewCustomPaddedVBoxLayout(0), control, note)
	s.rows = append(s.rows, container.New(keyColumn{}, label, right))
	if f, ok := control.(fyne.Focusable); ok && s.first == nil {
		s.first = f
	}
	return note
}

// ofCatalogue are the settings that stand in the catalogue.
func (s *settings) ofCatalogue(session *session) {
	t := s.w.words.T
	s.heading(t("settings.catalogue", "catalogue", displayName(session.catalogue.Dir())))
	s.initials = newSettingLine(s.hand())
	s.initials.SetPlaceHolder(t("app.initials.example"))
	store := func() {
		if name := s.initials.Text; name != s.before {
			s.before = name
			session.initials.whole.Hide() // it is answered here
			session.initials.resize()
			session.saveInitials(name)
		}
	}
	s.initials.OnSubmitted = func(string) { store() }
	s.initials.onLeave = store
	task.Run(session.tasks, func(ctx context.Context) (string, error) { return session.catalogue.Editor(ctx) }, func(name string, err error) {
		session.fail(err)
		if s.initials.Text == "" {
			s.before = name
			s.initials.SetText(name)
			s.initials.TypedShortcut(&fyne.ShortcutSelectAll{}) // what is typed replaces who was before
		}
	})
	s.row(t("settings.initials"), t("settings.initials.hint"), s.initials)
	review := widgets.NewCheck(s.hand(), t("settings.review"), nil)
	review.Checked = session.reviewed
	review.OnChanged = func(on bool) {
		if on != session.reviewed {
			session.toggleReviewed()
		}
	}
	s.row(t("settings.export"), t("settings.review.hint"), review)
}

// language offers those that the program speaks.
func (s *settings) language() {
	t := s.w.words.T
	tags := append([]string{""}, languages()...)
	names := []string{t("settings.language.system", "language", languageName(s.w.words, s.w.system.Language()))}
	for _, tag := range tags[1:] {
		names = append(names, languageName(s.w.words, tag))
	}
	s.row(t("settings.language"), "", s.choice(tags, names, s.w.choices.language(), func(tag string) {
		s.w.setLanguage(tag, s.w.showSettings)
	}))
}

// looks offers the colours and the sizes of text.
func (s *settings) looks() {
	t := s.w.words.T
	var modes, sizes, names []string
	for _, m := range look.Modes() {
		modes = append(modes, string(m))
	}
	names = []string{t("menu.view.system"), t("menu.view.light"), t("menu.view.dark"), t("menu.view.contrast")} // in the order of the modes
	s.row(t("settings.theme"), "", s.choice(modes, names, string(s.w.choices.mode()), func(m string) { s.w.setMode(look.Mode(m)) }))
	names = nil
	for _, size := range look.TextSizes() {
		sizes = append(sizes, strconv.Itoa(int(size)))
		names = append(names, t("settings.text.size", "percent", int(size)))
	}
	s.row(t("settings.text"), "", s.choice(sizes, names, strconv.Itoa(int(s.w.choices.text())), func(text string) {
		if size, err := strconv.Atoi(text); err == nil {
			s.w.SetTextSize(look.TextSize(size))
		}
	}))
}

// choice is a list of which one is chosen; a value that is none is the first.
func (s *settings) choice(values, names []string, now string, chosen func(value string)) *widgets.Select {
	c := widgets.NewSelect(s.hand(), names, nil)
	c.SetSelectedIndex(0)
	for i, v := range values {
		if v == now {
			c.SetSelectedIndex(i)
		}
	}
	c.OnChanged = func(string) { chosen(values[c.SelectedIndex()]) }
	return c
}

// codes asks between what codes are typed.
func (s *settings) codes() {
	t := s.w.words.T
	hint := t("settings.codes.hint")
	field := newSettingLine(s.hand())
	field.SetText(s.w.choices.store.String(prefCodes))
	field.SetPlaceHolder("==")
	note := s.row(t("settings.codes"), hint, field)
	field.OnChanged = func(text string) {
		if !s.w.choices.setCodes(text) {
			note.Importance = widget.DangerImportance
			note.SetText(t("settings.codes.wrong"))
			return
		}
		note.Importance = widget.LowImportance
		note.SetText(hint)
		if session := s.w.session; session != nil {
			session.readCodes(func() {})
		}
	}
}

// recent asks whether the catalogues that were open are remembered.
func (s *settings) recent() {
	t := s.w.words.T
	check := widgets.NewCheck(s.hand(), t("settings.recent"), nil)
	check.Checked = s.w.choices.recent()
	check.OnChanged = s.w.setRecent
	s.row(t("settings.recents"), t("settings.recent.hint"), check)
	s.row("", "", widgets.NewButton(s.hand(), t("settings.recent.clear"), nil, s.w.forgetRecent))
}
