package app

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// Cell sizes of the gallery, in pixels.
const (
	minCell     = 96
	maxCell     = 320
	stepCell    = 16
	defaultCell = 160
)

// The search begins by itself a moment after each letter; what is wrong with it
// is told when somebody stops typing, for half a condition is no mistake.
const (
	typingPause  = 50 * time.Millisecond
	thinkingTime = 600 * time.Millisecond
)

// search is the row above the gallery: the query, what is wrong with it, how
// many photos it finds, their order and their size.
type search struct {
	words *present.Words
	tasks *task.Runner

	onQuery func(q catalog.Query, sort catalog.Sort) // the query or the order is another
	onEnter func()                                   // the user is done with the query
	onSave  func()                                   // the search shall be kept under a name
	onSize  func(cell float32)

	entry   *lineEntry
	clear   *widget.Button
	save    *widget.Button
	problem *widget.Label
	count   *widget.Label
	order   *widget.Select
	size    *widget.Slider
	whole   fyne.CanvasObject

	query  catalog.Query
	pause  task.Latest
	silent bool  // the text is being set by the program
	typing bool  // somebody may go on typing
	wrong  error // with the text
}

func newSearch(words *present.Words, tasks *task.Runner, cell float32) *search {
	s := &search{words: words, tasks: tasks, entry: newLineEntry(), problem: widget.NewLabel(""), count: widget.NewLabel("")}
	s.entry.hint = words.T("search.examples")
	s.entry.Icon = theme.SearchIcon()
	s.clear = widget.NewButtonWithIcon("", theme.CancelIcon(), func() { s.setText(""); s.run() })
	s.clear.Importance = widget.LowImportance
	s.clear.Hide()
	s.entry.ActionItem = s.clear
	s.save = widget.NewButtonWithIcon(words.T("search.save"), theme.DocumentSaveIcon(), func() { s.onSave() })
	s.save.Importance = widget.LowImportance
	s.entry.OnChanged = s.typed
	s.entry.OnSubmitted = func(string) {
		if s.run(); s.problem.Hidden {
			s.onEnter()
		}
	}
	s.entry.onEscape = func() { s.onEnter() }
	s.problem.Importance, s.problem.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	s.problem.Hide()

	s.order = widget.NewSelect([]string{words.T("search.sort.taken"), words.T("search.sort.imported"), words.T("search.sort.name")}, nil)
	s.order.SetSelectedIndex(0)
	s.order.OnChanged = func(string) { s.onQuery(s.query, s.sort()) }
	s.size = widget.NewSlider(minCell, maxCell)
	s.size.Step, s.size.Value = stepCell, float64(cell)
	s.size.OnChanged = func(v float64) { s.onSize(float32(v)) }

	sized := container.NewBorder(nil, nil, widget.NewIcon(theme.GridIcon()), nil, container.NewGridWrap(fyne.NewSize(112, 32), s.size))
	right := container.NewHBox(s.save, s.count, layout.NewSpacer(), sized, s.order)
	row := container.NewBorder(nil, nil, nil, right, s.entry)
	inset := layout.NewCustomPaddedLayout(look.Tight, look.Tight, look.Space, look.Space)
	s.whole = container.New(inset, container.New(layout.NewCustomPaddedVBoxLayout(0), row, s.problem))
	return s
}

func (s *search) object() fyne.CanvasObject { return s.whole }

// sorts are in the order of the choice.
func sorts() []catalog.Sort {
	return []catalog.Sort{catalog.SortTaken, catalog.SortImported, catalog.SortName}
}

func (s *search) sort() catalog.Sort { return sorts()[max(s.order.SelectedIndex(), 0)] }

// setSort changes the order, as the choice does.
func (s *search) setSort(sort catalog.Sort) {
	for i, v := range sorts() {
		if v == sort {
			s.order.SetSelectedIndex(i)
		}
	}
}

// begin searches for the first time.
func (s *search) begin(q catalog.Query, sort catalog.Sort) {
	changed := s.order.OnChanged
	s.order.OnChanged = nil
	s.setSort(sort)
	s.order.OnChanged = changed
	s.setText(q.String())
	s.query = q
	s.onQuery(q, sort)
}

// enlarge makes the cells larger, or smaller, by so many steps.
func (s *search) enlarge(steps int) { s.size.SetValue(s.size.Value + float64(steps*stepCell)) }

// typed searches for what there is so far, and waits until its user stops typing
// before it says what is wrong.
func (s *search) typed(text string) {
	s.clear.Hidden = text == ""
	s.entry.Refresh()
	if s.silent {
		return
	}
	s.typing, s.wrong = true, nil
	task.Ask(s.tasks, &s.pause, func(ctx context.Context, partial func(struct{})) error {
		for _, pause := range []time.Duration{typingPause, thinkingTime} {
			select {
			case <-time.After(pause):
				partial(struct{}{})
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	}, func(struct{}) { s.read() }, func(err error) {
		s.typing = false
		if err == nil && s.wrong != nil {
			s.fail(s.wrong)
		}
	})
}

// run reads the text and starts the search, if it is another; its user is done typing.
func (s *search) run() {
	s.pause.Cancel()
	s.typing = false
	s.read()
}

func (s *search) read() {
	q, err := catalog.ParseQuery(s.entry.Text)
	if err != nil {
		s.fail(err)
		return
	}
	same := q.String() == s.query.String() && s.problem.Hidden
	if !same || s.wrong == nil {
		s.problem.Hide()
	}
	s.query = q
	if !same {
		s.wrong = nil
		s.onQuery(q, s.sort())
	}
}

// setText changes the text as if it had been typed, without a pause.
func (s *search) setText(text string) {
	s.silent = true
	s.entry.SetText(text)
	s.silent = false
}

// setQuery searches for what was put together elsewhere.
func (s *search) setQuery(q catalog.Query) {
	s.setText(q.String())
	s.run()
}

// edited takes over what is typed elsewhere, with whether that is done.
func (s *search) edited(text string, done bool) {
	s.setText(text)
	if !done {
		s.typed(text)
		return
	}
	if s.run(); s.problem.Hidden {
		s.onEnter()
	}
}

// fail says what is wrong with the query, below it, once nobody types.
func (s *search) fail(err error) {
	if s.wrong = err; s.typing {
		return
	}
	s.problem.SetText(s.words.Error(err))
	s.problem.Show()
	s.whole.Refresh()
}

// isQueryError tells whether an error is about the text that was typed.
func isQueryError(err error) bool {
	_, ok := errors.AsType[*catalog.QueryError](err)
	return ok
}

// offerSave shows the button that saves the search, or takes it away.
func (s *search) offerSave(on bool) {
	if s.save.Hidden == on {
		s.save.Hidden = !on
		s.whole.Refresh()
	}
}

// showCount says how many photos are found.
func (s *search) showCount(found, total int) {
	if len(s.query.Terms) == 0 {
		s.count.SetText(s.words.N("search.all", total))
		return
	}
	s.count.SetText(s.words.T("search.count", "found", found, "total", total))
}

// lineEntry is a text field that can be left with Escape. Its hint, if any, is
// cut to the field's width: Fyne would make it scroll.
type lineEntry struct {
	widgets.TextField
	hint     string
	onEscape func()
}

func newLineEntry() *lineEntry {
	e := &lineEntry{}
	e.ExtendBaseWidget(e)
	return e
}

// Resize implements fyne.CanvasObject.
func (e *lineEntry) Resize(size fyne.Size) {
	e.Entry.Resize(size)
	if e.hint == "" {
		return
	}
	room := size.Width - 2*theme.IconInlineSize() - 6*theme.InnerPadding() // beside the icon and the button
	if text := widgets.Ellipsis(e.hint, room, theme.TextSize(), e.TextStyle); text != e.PlaceHolder {
		e.SetPlaceHolder(text)
	}
}

// TypedKey implements fyne.Focusable.
func (e *lineEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && e.onEscape != nil {
		e.onEscape()
		return
	}
	e.Entry.TypedKey(k)
}
