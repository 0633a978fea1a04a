package vocabulary

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
)

// View is the page of the vocabularies. Its methods are for the UI thread.
//
// What is typed into a form is saved as one step when Enter or Save is pressed,
// and also when another entry is chosen or the page is left; when that fails the
// form stays, with what was typed and what is wrong with it.
type View struct {
	OnStep   func(catalog.Step) // something was written
	OnLeave  func()             // the user is done here
	OnChoice func()             // an entry is chosen now, or none is any more; see Chosen
	OnError  func(error)        // something could not be read
	OnSay    func(string)       // what happened
	OnImport func()             // the user wants to choose tables to import
	OnExport func()             // and where to export them to
	TakeIn   Import
	// OnKey and OnRune, when given, take the keys and characters that the list has
	// no use for, and call Letter with what they mean.
	OnKey  func(*fyne.KeyEvent) bool
	OnRune func(rune)

	store Store
	tasks *task.Runner
	words *present.Words
	say   *sayer

	shelf   *shelf
	kind    Kind
	current ref        // the entry in the form; not stored for a new one
	last    [kinds]ref // the entry that was in the form last
	empty   bool       // the form is of nothing
	shown   []entry
	at      int    // of current in shown; -1 when it is not there
	before  string // what stood in the form before anybody typed
	filling bool   // the program is filling the form
	open    bool   // the page is being looked at
	locked  bool
	had     bool // what Chosen was when it was told last
	stale   bool // what is shown may not be true any more
	busy    bool // it is being read
	writing bool
	next    func() // to be done when what is being written is
	reading task.Latest
	sifting task.Latest

	head   *head
	list   *list
	panel  *panel
	note   *note
	report *report
	ground *canvas.Rectangle
	root   *fyne.Container
}

// New makes a page that has read nothing yet; Open does.
func New(store Store, tasks *task.Runner, words *present.Words) *View {
	v := &View{
		store: store, tasks: tasks, words: words, say: &sayer{words}, stale: true, empty: true, at: -1,
		shelf: &shelf{}, ground: canvas.NewRectangle(nil),
	}
	v.list, v.note = newList(v), newNote()
	v.panel = newPanel(v)
	v.head, v.report = newHead(v), newReport(v)
	left := container.NewStack(v.list, v.note.box)
	body := container.NewStack(container.New(split{}, left, widget.NewSeparator(), v.panel.box), v.report.box)
	v.root = container.NewStack(v.ground, container.New(above{first: true}, v.head.box, body))
	v.Paint()
	v.show()
	return v
}

// Object is the page for a layout; it works from 560 pixels of width on.
func (v *View) Object() fyne.CanvasObject { return v.root }

// Lock makes the page of a catalogue that cannot be changed: it shows
// everything and offers nothing.
func (v *View) Lock() {
	v.locked = true
	v.head.lock()
	v.panel.lock()
	v.show()
}

// Paint gives the page the colours of the theme.
func (v *View) Paint() {
	v.ground.FillColor = theme.Color(theme.ColorNameBackground)
	v.report.paint()
	v.root.Refresh()
}

// Open is told that the page is being looked at from now on.
func (v *View) Open() {
	v.open = true
	if v.stale {
		v.read()
	}
}

// Away is told that it is not any more. What was typed is saved.
func (v *View) Away() {
	v.open = false
	v.Commit()
}

// Changed reads everything again: at once, or when the page is opened.
func (v *View) Changed() {
	if v.stale = true; v.open && !v.writing {
		v.read()
	}
}

// Reading tells whether what is shown is being read again.
func (v *View) Reading() bool { return v.busy }

// read reads everything; what is shown stays until it is there.
func (v *View) read() {
	v.stale, v.busy = false, true
	store, say := v.store, v.say
	task.Ask(v.tasks, &v.reading, func(ctx context.Context, tell func(*shelf)) error {
		s, err := read(ctx, store, say)
		if err == nil {
			tell(s)
		}
		return err
	}, v.set, func(err error) {
		v.busy = false
		if err != nil {
			v.stale = true
			v.fail(err)
		}
	})
}

// set shows what was read. What somebody is typing stays.
func (v *View) set(s *shelf) {
	was := v.at
	v.shelf = s
	v.shown = narrow(s.lists[v.kind], v.head.filter.Text)
	gone := v.current.stored() && s.find(v.current) == nil
	switch {
	case v.empty:
		v.choose(v.nearest(0))
	case gone && v.dirty(): // it was removed while somebody typed: saved, it is a new one
		v.current = ref{kind: v.kind}
		v.panel.sheet().saved(v.current)
	case gone:
		v.choose(v.nearest(was))
	case v.current.stored():
		putBack := v.panel.sheet().hold()
		v.fill(v.current)
		putBack()
	}
	v.locate()
	v.show()
}

// nearest gives the entry at a place of the list, or the closest there is.
func (v *View) nearest(at int) ref {
	if last := v.last[v.kind]; v.shelf.find(last) != nil && last != v.current {
		return last
	}
	if len(v.shown) == 0 {
		return ref{kind: v.kind}
	}
	return v.shown[min(max(at, 0), len(v.shown)-1)].ref
}

// choose puts an entry into the form; none for one that is not stored.
func (v *View) choose(r ref) {
	v.panel.closeMerge()
	v.panel.alert(nil)
	v.current, v.empty, v.last[v.kind] = r, !r.stored(), r
	v.fill(r)
	v.locate()
	v.panel.toTop()
	v.show()
}

// fill makes the form say what the store does.
func (v *View) fill(r ref) {
	v.filling = true
	v.panel.sheet().fill(r)
	v.filling = false
	v.before = v.panel.sheet().typed()
}

// locate finds the entry of the form in the list.
func (v *View) locate() {
	v.at = -1
	if v.current.stored() {
		v.at = slices.IndexFunc(v.shown, func(e entry) bool { return e.ref == v.current })
	}
	v.list.Refresh() // it scrolls no further than what it had
	if v.at >= 0 {
		v.list.ScrollTo(v.at)
	}
}

// show brings everything in line with what is known.
func (v *View) show() {
	v.head.show()
	v.panel.show()
	v.showNote()
	v.list.Refresh()
	v.chosen()
}

func (v *View) showNote() {
	t := v.words.T
	filter := v.head.filter.Text
	switch {
	case len(v.shown) > 0:
		v.note.hide()
	case filter != "" && v.locked:
		v.note.say(t("vocabulary.none_called", "name", filter), t("vocabulary.none_called_hint_locked"))
	case filter != "":
		v.note.say(t("vocabulary.none_called", "name", filter), t("vocabulary.none_called_hint"))
	case v.shelf.items == nil:
		v.note.hide() // nothing is read yet
	case v.locked:
		v.note.say(t("vocabulary.none"), "")
	default:
		v.note.say(t("vocabulary.none"), t("vocabulary.none_hint"))
	}
}

// isNew tells whether the form is of an entry that is not stored yet.
func (v *View) isNew() bool { return !v.empty && !v.current.stored() }

// dirty tells whether something was typed that is not saved.
func (v *View) dirty() bool { return !v.empty && v.panel.sheet().typed() != v.before }

// touched is told that something in the form has changed.
func (v *View) touched() {
	if !v.filling && v.panel != nil {
		v.panel.show()
	}
}

// Chosen tells whether an entry that is stored is in the form.
func (v *View) Chosen() bool { return v.current.stored() }

func (v *View) chosen() {
	if v.had != v.Chosen() && v.OnChoice != nil {
		v.had = v.Chosen()
		v.OnChoice()
	}
}

func (v *View) fail(err error) {
	if err != nil && v.OnError != nil {
		v.OnError(err)
	}
}

// focus gives an object the keyboard.
func (v *View) focus(f fyne.Focusable) {
	widgets.Focus(f)
}
