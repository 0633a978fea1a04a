package history

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"waybill/app/present"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// Source is where the history comes from.
type Source interface {
	Actions(ctx context.Context, of catalog.HistoryOf) ([]catalog.StepID, error)
	Actors(ctx context.Context) ([]string, error)
	Steps(ctx context.Context, actions []catalog.StepID) ([]catalog.Step, error)
	Changes(ctx context.Context, of catalog.StepID, photo catalog.PhotoID, after catalog.ChangeCursor, limit int) ([]catalog.Change, catalog.ChangeCursor, error)
}

// View is the page of the history. Its methods are for the UI thread.
type View struct {
	OnSelection func()                    // another step or change has the keyboard, or none
	OnPhotos    func(catalog.StepID)      // the photos that a step touched shall be shown
	OnShow      func(catalog.PhotoID)     // a photo shall be shown large
	OnKey       func(*fyne.KeyEvent) bool // a key the page has no use for; the result is whether it was used
	OnRune      func(rune)                // likewise a character
	OnLeave     func()                    // the user is done here
	OnError     func(error)               // something could not be read

	source Source
	tasks  *task.Runner
	words  *present.Words

	of      catalog.HistoryOf
	actions []catalog.StepID // what is listed, the latest first
	at      int              // the one with the keyboard
	entries entries
	reading bool
	failed  bool
	asked   task.Latest
	naming  task.Latest
	actors  []string

	changes changes

	list   *steps
	lines  *lines
	head   *head
	detail *detail
	note   *widgets.Note
	ground *canvas.Rectangle
	root   *fyne.Container
}

// New makes an empty page; Open fills it.
func New(source Source, tasks *task.Runner, words *present.Words) *View {
	v := &View{source: source, tasks: tasks, words: words, ground: canvas.NewRectangle(nil)}
	v.entries.view, v.changes.view = v, v
	v.entries.forget()
	v.list, v.lines = newSteps(v), newLines(v)
	v.head, v.detail, v.note = newHead(v), newDetail(v), widgets.NewNote()
	upper := container.NewStack(v.list, v.note.Object())
	lower := container.New(widgets.Topped{}, v.detail.box, v.lines)
	v.root = container.NewStack(v.ground, container.New(widgets.Topped{}, v.head.box, container.New(halves{}, upper, lower)))
	v.Paint()
	return v
}

// Object is the page for a layout.
func (v *View) Object() fyne.CanvasObject { return v.root }

// Paint gives the page the colours of the theme.
func (v *View) Paint() {
	v.ground.FillColor = theme.Color(look.ColorNameWell)
	v.head.ground.FillColor = theme.Color(theme.ColorNameBackground)
	v.detail.ground.FillColor = theme.Color(theme.ColorNameBackground)
	v.root.Refresh()
}

// Open reads the history anew: of a photo, or of the whole catalogue for 0. The
// keyboard begins at the latest step.
func (v *View) Open(photo catalog.PhotoID) {
	if photo != v.of.Photo {
		v.replace(nil)
	}
	v.of.Photo = photo
	v.head.show()
	v.read()
}

// Photo is the one whose history is shown, 0 for that of the catalogue.
func (v *View) Photo() catalog.PhotoID { return v.of.Photo }

// Changed reads again what happened; it is called while the page is shown.
func (v *View) Changed() { v.read() }

// read lists the steps, and those who made them.
func (v *View) read() {
	of := v.of
	v.reading, v.failed = true, false
	v.show()
	task.Ask(v.tasks, &v.asked, func(ctx context.Context, tell func([]catalog.StepID)) error {
		list, err := v.source.Actions(ctx, of)
		if err == nil {
			tell(list)
		}
		return err
	}, func(list []catalog.StepID) {
		v.reading = false
		v.replace(list)
	}, func(err error) {
		v.reading, v.failed = false, err != nil
		v.show()
		v.report(err)
	})
	task.Ask(v.tasks, &v.naming, func(ctx context.Context, tell func([]string)) error {
		names, err := v.source.Actors(ctx)
		if err == nil {
			tell(names)
		}
		return err
	}, func(names []string) {
		v.actors = names
		v.head.show()
	}, v.report)
}

// replace shows other steps. The keyboard stays at its step, and at the latest one
// when it was there.
func (v *View) replace(list []catalog.StepID) {
	before := v.Step()
	top := v.at == 0
	v.actions = list
	v.entries.stale()
	if at := slices.Index(list, before); at >= 0 && !top {
		v.at = at
	} else {
		v.at = max(0, min(v.at, len(list)-1))
	}
	if v.Step() != before {
		v.changes.read()
	}
	v.show()
	v.notify()
}

// show brings everything in line with what is known.
func (v *View) show() {
	t := v.words.T
	switch {
	case len(v.actions) > 0:
		v.note.Hide()
	case v.reading:
		v.note.Work(t("history.reading"))
	case v.failed:
		v.note.Say(t("history.failed"), t("history.failed_hint"))
	default:
		v.note.Say(t("history.none"), t("history.none_hint"))
	}
	v.list.Refresh()
	v.detail.show()
}

// Step is the one that the keyboard is at, 0 for none.
func (v *View) Step() catalog.StepID {
	if v.at >= len(v.actions) {
		return 0
	}
	return v.actions[v.at]
}

// Focus gives the page the keyboard.
func (v *View) Focus() { widgets.TakeKeyboard(v.list) }

// Focused gives the photo that the inspector shall speak of: the one whose history
// this is, else that of the change that is chosen.
func (v *View) Focused() (catalog.PhotoID, bool) {
	if v.of.Photo != 0 {
		return v.of.Photo, true
	}
	id := v.changes.photo()
	return id, id != 0
}

// pick moves the keyboard to a step.
func (v *View) pick(index int) {
	if index = max(0, min(index, len(v.actions)-1)); index == v.at || len(v.actions) == 0 {
		return
	}
	v.at = index
	v.list.ScrollTo(index)
	v.list.Refresh()
	v.changes.read()
	v.detail.show()
	v.notify()
}

// photos shows the photos of the step with the keyboard.
func (v *View) photos() {
	if step := v.Step(); step != 0 && v.OnPhotos != nil {
		v.OnPhotos(step)
	}
}

func (v *View) leave() {
	if v.OnLeave != nil {
		v.OnLeave()
	}
}

func (v *View) notify() {
	if v.OnSelection != nil {
		v.OnSelection()
	}
}

func (v *View) report(err error) {
	if err != nil && v.OnError != nil {
		v.OnError(err)
	}
}

// halves puts the steps above what the chosen one changed.
type halves struct{}

// MinSize implements fyne.Layout; both parts scroll.
func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 120) }

// Layout implements fyne.Layout.
func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	upper := float32(int(size.Height * 0.56))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, upper))
	objects[1].Move(fyne.NewPos(0, upper))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-upper)))
}
