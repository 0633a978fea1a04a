// Package app is the desktop window: it puts the views together, owns the menu
// and the ways in and out of a catalogue, and hands every change on to the
// views. It knows no SQL and draws no photo itself.
package app

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"waybill/app/actions"
	"waybill/app/present"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/app/work"
	"waybill/catalog/workspace"
)

// startSize is how large a window is at first, in pixels.
var startSize = fyne.NewSize(1320, 840)

// Options are what a window needs.
type Options struct {
	App        fyne.App
	Words      *present.Words // in the language of the computer, which a user may change
	RecentFile string         // where the list of recent catalogues is kept
	Folder     string         // where catalogues are made and looked for at first
	Post       func(func())   // brings a function onto the UI thread: fyne.Do in the program
	Quit       func()         // ends the program
}

// Window is the one window of the program. Its methods are for the UI thread.
type Window struct {
	app     fyne.App
	win     fyne.Window
	system  *present.Words // of the computer
	words   *present.Words // of choice
	choices choices
	folder  string
	quit    func()

	tasks    *task.Runner // work that belongs to no open catalogue
	list     actions.List // of all that can be done
	commands commands
	post     func(func())
	ctx      context.Context
	recents  recentList
	listed   []recent
	messages *messageBar
	work     *work.Show // what takes long, in any task
	welcome  *welcome
	body     *fyne.Container
	dialogs  []dialog.Dialog // shown now, the topmost last
	session  *session        // the open catalogue, nil on the welcome screen
	closed   chan struct{}   // closed when the catalogue before has let go of its folder
}

// New makes a window with the welcome screen. ctx ends all of its work.
func New(ctx context.Context, o Options) *Window {
	w := &Window{
		app: o.App, win: o.App.NewWindow(o.Words.T("app.name")), system: o.Words, words: o.Words, choices: choices{o.App.Preferences()},
		folder: o.Folder, quit: o.Quit, tasks: task.New(ctx, o.Post), post: o.Post, ctx: ctx,
		recents: recentList{file: o.RecentFile}, closed: make(chan struct{}),
	}
	w.list = w.newList()
	close(w.closed) // there was none
	w.app.Preferences().RemoveValue(formerCell)
	w.words = w.wordsOf(w.choices.language())
	look.Apply(w.app, w.choices.mode(), w.choices.text())
	w.win.SetPadded(false)
	w.build()
	w.win.SetCloseIntercept(func() { w.leave(w.quit) })
	w.win.Canvas().SetOnTypedKey(w.typedKey)
	w.win.Canvas().SetOnTypedRune(w.typedRune)
	w.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { w.HandleDropped(uris) })
	w.app.Settings().AddListener(func(fyne.Settings) { w.repaint() })
	w.win.Resize(startSize)
	w.ShowWelcome()
	return w
}

// build makes what the window consists of, in its words and without a catalogue.
func (w *Window) build() {
	w.messages, w.body = newMessageBar(w.words), container.NewStack()
	w.welcome = newWelcome(w.words, welcomeActions{
		create: w.askNew, open: w.askOpen, samples: w.OpenSamples, reopen: w.OpenCatalogue, forget: w.forgetRecent,
	})
	w.messages.fail(speakToolkit(w.words))
	w.work = work.NewShow(w.words)
	inset := container.New(layout.NewCustomPaddedLayout(0, 0, look.Space, look.Space), w.work)
	running := container.New(layout.NewCustomPaddedVBoxLayout(0), widget.NewSeparator(), inset)
	running.Hide()
	whole := framed(frame{top: w.messages.object(), bottom: running, middle: w.body})
	w.messages.resize = whole.Refresh
	w.work.OnChange = func() {
		show(running, w.work.Busy())
		whole.Refresh() // Fyne does not look by itself at what was never shown
	}
	w.tasks.Watch(w.work.Watch)
	typing := widgets.NewTyping(whole)
	typing.Expand, typing.Late = w.expand, w.late
	w.win.SetContent(typing)
}

// Show puts the window onto the screen.
func (w *Window) Show() { w.win.Show() }

// ShowWelcome shows the screen without a catalogue.
func (w *Window) ShowWelcome() {
	w.win.SetTitle(w.words.T("app.name"))
	w.put(w.welcome.object())
	w.readRecent()
	w.refreshMenu()
}

// showCatalogue shows an open catalogue, which the window closes.
func (w *Window) showCatalogue(c *workspace.Catalogue, last lastView) {
	w.session = newSession(w, c, last)
	title := w.words.T("app.title", "catalogue", displayName(c.Dir()))
	if c.ReadOnly() {
		title = w.words.T("app.title_read_only", "catalogue", displayName(c.Dir()))
	}
	w.win.SetTitle(title)
	w.put(w.session.whole)
	w.refreshMenu()
	w.session.begin(last)
}

func (w *Window) put(o fyne.CanvasObject) {
	w.body.Objects = []fyne.CanvasObject{o}
	w.body.Refresh()
}

// setMode changes the look, for good.
func (w *Window) setMode(m look.Mode) {
	w.choices.setMode(m)
	look.Apply(w.app, m, w.choices.text())
	w.refreshMenu()
}

// SetTextSize changes the size of text, for good.
func (w *Window) SetTextSize(size look.TextSize) {
	w.choices.setText(size)
	look.Apply(w.app, w.choices.mode(), size)
}

// repaint gives what does not follow the theme by itself its new colours.
func (w *Window) repaint() {
	w.messages.paint()
	if w.session != nil {
		w.session.repaint()
	}
}

// HandleDropped takes what was dropped on the window: a catalogue is opened,
// anything else is imported.
func (w *Window) HandleDropped(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, filepath.FromSlash(u.Path()))
		}
	}
	switch {
	case len(paths) == 0:
	case len(paths) == 1 && strings.HasSuffix(paths[0], workspace.Suffix):
		w.OpenCatalogue(paths[0])
	case w.session == nil:
		w.messages.offer(w.words.T("welcome.drop_first"), w.words.T("welcome.new"), w.askNew)
	default:
		w.session.importPaths(paths)
	}
}

// OnScreen tells whether a window has come of Show. Fyne goes on without one
// when the display cannot draw.
func (w *Window) OnScreen() bool {
	native, ok := w.win.(driver.NativeWindow)
	if !ok {
		return true
	}
	shown := true
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			shown = c.WindowHandle != 0
		case driver.WaylandWindowContext:
			shown = c.WaylandSurface != 0
		}
	})
	return shown
}

// Window is the window as Fyne has it.
func (w *Window) Window() fyne.Window { return w.win }
