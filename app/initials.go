package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// initials asks for the name or initials that changes are booked under. It
// stands in the window and can be left alone: nothing is ever taken from the
// computer's account. It is all that is asked at the first start.
type initials struct {
	onSave func(name string)
	onDone func() // answered or put off: the keyboard is free
	resize func() // makes room for the question, or takes it
	entry  *widgets.TextField
	whole  *fyne.Container
}

func newInitials(words *present.Words) *initials {
	i := &initials{entry: widgets.NewTextField()}
	i.entry.SetPlaceHolder(words.T("app.initials.example"))
	i.entry.OnSubmitted = func(string) { i.save() }
	save := widget.NewButton(words.T("app.initials.save"), i.save)
	save.Importance = widget.HighImportance
	later := widget.NewButton(words.T("app.initials.later"), i.hide)
	later.Importance = widget.LowImportance
	field := container.NewGridWrap(fyne.NewSize(160, i.entry.MinSize().Height), i.entry)
	row := container.NewHBox(widget.NewLabel(words.T("app.initials.ask")), field, save, later)
	inset := layout.NewCustomPaddedLayout(look.Tight, look.Tight, look.Space, look.Space)
	i.whole = container.New(layout.NewCustomPaddedVBoxLayout(0), container.New(inset, row), widget.NewSeparator())
	i.whole.Hide()
	return i
}

func (i *initials) object() fyne.CanvasObject { return i.whole }

// ask shows the question.
func (i *initials) ask() {
	i.whole.Show()
	i.resize()
}

func (i *initials) hide() {
	i.whole.Hide()
	i.resize()
	i.onDone()
}

func (i *initials) save() {
	i.hide()
	i.onSave(strings.TrimSpace(i.entry.Text))
}

// askInitials asks whose changes these are when nobody has said.
func (s *session) askInitials() {
	task.Run(s.tasks, func(ctx context.Context) (string, error) { return s.catalogue.Editor(ctx) }, func(name string, err error) {
		s.fail(err)
		if err == nil && name == "" {
			s.initials.ask()
		}
	})
}

func (s *session) saveInitials(name string) {
	task.Run(s.tasks, func(ctx context.Context) (catalog.Step, error) { return s.catalogue.SetEditor(ctx, name) },
		func(_ catalog.Step, err error) {
			s.fail(err)
			s.changes.stepped()
		})
}
