package templates

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
	"waybill/app/widgets"
	"waybill/catalog"
)

// Store is what the sheet reads from and writes to.
type Store interface {
	Templates(ctx context.Context) ([]catalog.Template, error)
	SaveTemplate(ctx context.Context, t catalog.Template, by string) (catalog.Step, error)
	RenameTemplate(ctx context.Context, name, into, by string) (catalog.Step, error)
	DeleteTemplate(ctx context.Context, name, by string) (catalog.Step, error)
	Template(ctx context.Context, e catalog.Edit) (v catalog.TemplateValues, whole bool, err error)
	Items(ctx context.Context) ([]catalog.Item, error)
	Routes(ctx context.Context) ([]catalog.Route, error)
}

// Origin is what a new template is made from.
type Origin struct {
	Title string                                      // says what, to people
	Edit  func(context.Context) (catalog.Edit, error) // called off the UI thread; nil: there is nothing to make one from
	Locks []string                                    // fields that are locked now
}

// View is the sheet. Its methods are for the UI thread.
type View struct {
	OnStep  func(catalog.Step) // something changed
	OnGive  func(name string)  // a template is to be given to the selected photos
	OnClose func()             // the user is done here

	store Store
	tasks *task.Runner
	words *present.Words

	photos  int // that are selected
	values  catalog.TemplateValues
	list    []catalog.Template
	known   names
	making  task.Latest
	reading task.Latest

	from   *widget.Label
	holds  *widget.Label
	name   *field
	key    *pick
	save   *widgets.Button
	create *fyne.Container
	note   *widget.Label
	none   *widget.Label
	rows   *fyne.Container
	whole  *fyne.Container
	scroll *container.Scroll
}

// New makes a sheet without templates.
func New(store Store, tasks *task.Runner, words *present.Words) *View {
	v := &View{store: store, tasks: tasks, words: words, from: newLabel(false), holds: newLabel(true), note: newLabel(false), none: newLabel(true), rows: container.NewVBox()}
	v.from.TextStyle.Bold = true
	v.note.Importance = widget.WarningImportance
	v.none.SetText(words.T("templates.none"))
	v.name = newField(v.saveNew, v.close)
	v.name.SetPlaceHolder(words.T("templates.name"))
	v.key = newPick(keyNames(words), nil, v.close)
	v.key.SetSelectedIndex(0)
	v.save = widgets.NewButton(widgets.Hand{Escape: v.close}, words.T("templates.save"), nil, v.saveNew)
	v.save.Importance = widget.HighImportance
	line := container.NewBorder(nil, nil, nil, container.NewHBox(v.key, v.save), v.name)
	v.create = container.NewVBox(v.from, v.holds, line, widget.NewSeparator())
	v.whole = container.NewVBox(v.create, v.note, v.none, v.rows)
	v.note.Hide()
	v.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, look.Space, look.Space, look.Space), v.whole))
	return v
}

// Object is the sheet for a dialog.
func (v *View) Object() fyne.CanvasObject { return v.scroll }

// Show lists the templates anew. What a new one can be made from, and for how
// many photos a template would be, is as the session says.
func (v *View) Show(from Origin, photos int) {
	v.photos = photos
	v.tell(nil)
	v.name.SetText("")
	v.key.SetSelectedIndex(0)
	v.making.Cancel()
	v.values = catalog.TemplateValues{}
	v.create.Hidden = from.Edit == nil
	v.from.SetText(from.Title)
	v.holds.SetText("")
	v.save.Disable()
	v.Changed()
	if from.Edit == nil {
		return
	}
	type made struct {
		values catalog.TemplateValues
		whole  bool
		known  names
	}
	task.Ask(v.tasks, &v.making, func(ctx context.Context, tell func(made)) error {
		e, err := from.Edit(ctx)
		if err != nil {
			return err
		}
		values, whole, err := v.store.Template(ctx, e)
		if err != nil {
			return err
		}
		values.Locks = from.Locks
		known, err := readNames(ctx, v.store)
		if err == nil {
			tell(made{values, whole, known})
		}
		return err
	}, func(m made) {
		v.values, v.known = m.values, m.known
		text := describe(v.words, m.known, &m.values)
		if m.values.Empty() {
			text = v.words.T("templates.empty")
		} else {
			v.save.Enable()
		}
		if !m.whole {
			text += "\n" + v.words.T("templates.part")
		}
		v.holds.SetText(text)
		v.relayout()
	}, v.tell)
}

// Focus takes the keyboard to the name of a new template, or to the first there is.
func (v *View) Focus() {
	if !v.create.Hidden {
		widgets.Focus(v.name)
	} else if len(v.rows.Objects) > 0 {
		widgets.Focus(v.rows.Objects[0].(*row).name)
	}
}

// Changed lists the templates again.
func (v *View) Changed() {
	type listed struct {
		list  []catalog.Template
		known names
	}
	task.Ask(v.tasks, &v.reading, func(ctx context.Context, tell func(listed)) error {
		list, err := v.store.Templates(ctx)
		if err != nil {
			return err
		}
		known, err := readNames(ctx, v.store)
		if err == nil {
			tell(listed{list, known})
		}
		return err
	}, func(l listed) {
		v.list, v.known = l.list, l.known
		v.show()
	}, v.tell)
}

func (v *View) show() {
	v.none.Hidden = len(v.list) > 0
	rows := make([]fyne.CanvasObject, len(v.list))
	for i, t := range v.list {
		rows[i] = newRow(v, t)
	}
	v.rows.Objects = rows
	v.relayout()
}

func (v *View) relayout() {
	v.rows.Refresh()
	v.whole.Refresh()
	v.scroll.Refresh()
}

// tell says what is in the way, or takes that away.
func (v *View) tell(err error) {
	v.note.Hidden = err == nil
	if err != nil {
		v.note.SetText(v.words.Error(err))
	}
	v.relayout()
}

func (v *View) close() {
	if v.OnClose != nil {
		v.OnClose()
	}
}

// write changes the templates off the UI thread, in one step.
func (v *View) write(do func(context.Context) (catalog.Step, error), done func()) {
	task.Run(v.tasks, do, func(step catalog.Step, err error) {
		v.tell(err)
		if err != nil {
			return
		}
		if done(); step.ID != 0 && v.OnStep != nil {
			v.OnStep(step)
		}
		v.Changed()
	})
}

// saveNew keeps the values under the name that was typed.
func (v *View) saveNew() {
	if v.save.Disabled() {
		return
	}
	t := catalog.Template{Name: strings.TrimSpace(v.name.Text), Key: v.key.key(), Values: v.values}
	v.write(func(ctx context.Context) (catalog.Step, error) {
		list, err := v.store.Templates(ctx)
		if err != nil {
			return catalog.Step{}, err
		}
		if taken(list, t.Name) {
			return catalog.Step{}, &catalog.Error{Code: catalog.ErrExists, Op: "save template", Subject: t.Name}
		}
		return v.store.SaveTemplate(ctx, t, "")
	}, func() {
		v.name.SetText("")
		v.key.SetSelectedIndex(0)
	})
}

func newLabel(quiet bool) *widget.Label {
	l := widget.NewLabel("")
	l.Wrapping = fyne.TextWrapWord
	if quiet {
		l.Importance, l.SizeName = widget.LowImportance, theme.SizeNameCaptionText
	}
	return l
}
