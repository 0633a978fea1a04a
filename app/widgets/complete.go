package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Option is one completion.
type Option struct {
	Text   string // what it is
	Detail string // shown grey at the end of the row; may be empty
	Value  any    // the caller's own
}

// CompleteEntry is a one-line entry that offers completions below it while its user types. Down and Up choose among them,
// Enter takes the one chosen or else submits the text through OnSubmitted, Escape closes the list. The entry keeps the
// keyboard throughout.
type CompleteEntry struct {
	TextField
	// Complete finds the completions of a text. It is called on the UI goroutine after each change by the user and must not
	// take long: it may call show at once, or later, on the UI goroutine, when the answer has come. An answer to what is no
	// longer the text is dropped. An empty answer closes the list.
	Complete func(text string, show func([]Option))
	// OnChosen is called with the option taken, and it is for it to change the text. When it is nil, the option's Text becomes
	// the text.
	OnChosen func(Option)
	// OnEscape, when given, is called for an Escape that closes no list.
	OnEscape func()
	// OnSave, when given, is called for Ctrl+Enter.
	OnSave func()
	// Eager chooses the first option as soon as the list is there, so that Enter takes it.
	Eager bool
	// OnKeyboard, when given, is told when the keyboard comes to the entry and when it goes.
	OnKeyboard func(here bool)

	asked   uint64 // counts the questions, so that an answer knows whether it is the latest's
	offered bool   // the list was there before anything was typed: Escape leaves the entry at once
	list    *completionLayer
}

// NewCompleteEntry returns an empty entry.
func NewCompleteEntry(complete func(text string, show func([]Option))) *CompleteEntry {
	e := &CompleteEntry{Complete: complete}
	e.ExtendBaseWidget(e)
	return e
}

// Options returns what is offered now; nil when the list is closed.
func (e *CompleteEntry) Options() []Option {
	if !e.open() {
		return nil
	}
	return e.list.options
}

// Offer opens the list before anything is typed, with the first option chosen when choose is set. The entry must have the
// keyboard.
func (e *CompleteEntry) Offer(options []Option, choose bool) {
	e.asked++
	if e.Text != "" || len(options) == 0 {
		return
	}
	e.present(options, choose)
	e.offered = e.open()
}

// open reports whether the list is there. Whoever removes an overlay below it, such as a dialog that closes, takes it along.
func (e *CompleteEntry) open() bool {
	return e.list != nil && slices.Contains(e.list.canvas.Overlays().List(), fyne.CanvasObject(e.list))
}

// CloseOptions closes the list and drops answers under way.
func (e *CompleteEntry) CloseOptions() {
	e.asked++
	e.offered = false
	if e.list != nil {
		e.list.canvas.Overlays().Remove(e.list)
		e.list = nil
	}
}

// ask begins a question; show is its only answer.
func (e *CompleteEntry) ask() {
	if e.Complete == nil {
		return
	}
	e.asked++
	asked := e.asked
	e.Complete(e.Text, func(options []Option) {
		if asked == e.asked {
			e.show(options)
		}
	})
}

func (e *CompleteEntry) show(options []Option) {
	e.offered = false
	e.present(options, e.Eager)
}

func (e *CompleteEntry) present(options []Option, choose bool) {
	canvas := CanvasOf(e)
	if len(options) == 0 || canvas == nil {
		e.CloseOptions()
		return
	}
	if !e.open() {
		if canvas.Focused() != fyne.Focusable(e) { // the user went elsewhere
			return
		}
		e.list = newCompletionLayer(e, canvas)
		canvas.Overlays().Add(e.list)
		canvas.Focus(e.list)
	}
	e.list.setOptions(options, choose)
}

// choose takes an option.
func (e *CompleteEntry) choose(o Option) {
	e.CloseOptions()
	if e.OnChosen != nil {
		e.OnChosen(o)
		return
	}
	e.SetText(o.Text)
	e.CursorColumn = len([]rune(o.Text))
	e.Refresh()
}

// watch does what the user wants and asks for completions if that changed the text.
func (e *CompleteEntry) watch(edit func()) {
	before := e.Text
	edit()
	if e.Text != before {
		e.ask()
	}
}

// TypedRune implements fyne.Focusable.
func (e *CompleteEntry) TypedRune(r rune) { e.watch(func() { e.TextField.TypedRune(r) }) }

// TypedShortcut implements fyne.Shortcutable.
func (e *CompleteEntry) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && e.OnSave != nil && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		e.CloseOptions()
		e.OnSave()
		return
	}
	e.watch(func() { e.TextField.TypedShortcut(s) })
}

// TypedKey implements fyne.Focusable.
func (e *CompleteEntry) TypedKey(k *fyne.KeyEvent) {
	if e.open() {
		if e.listKey(k.Name) {
			return
		}
	} else if k.Name == fyne.KeyDown {
		e.ask()
		return
	} else if k.Name == fyne.KeyEscape && e.OnEscape != nil {
		e.OnEscape()
		return
	}
	e.watch(func() { e.Entry.TypedKey(k) })
}

// listKey answers the keys that mean something else while the list is open.
func (e *CompleteEntry) listKey(name fyne.KeyName) (used bool) {
	switch name {
	case fyne.KeyDown:
		e.list.move(+1)
	case fyne.KeyUp:
		e.list.move(-1)
	case fyne.KeyEscape:
		leave := e.offered && e.OnEscape != nil
		if e.CloseOptions(); leave {
			e.OnEscape()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if o, ok := e.list.current(); ok {
			e.choose(o)
			return true
		}
		e.CloseOptions()
		return false
	case fyne.KeyTab:
		canvas := e.list.canvas
		e.CloseOptions()
		canvas.FocusNext()
	default:
		return false
	}
	return true
}

// FocusGained implements fyne.Focusable.
func (e *CompleteEntry) FocusGained() {
	e.Entry.FocusGained()
	if e.OnKeyboard != nil {
		e.OnKeyboard(true)
	}
}

// FocusLost implements fyne.Focusable.
func (e *CompleteEntry) FocusLost() {
	e.CloseOptions()
	e.Entry.FocusLost()
	if e.OnKeyboard != nil {
		e.OnKeyboard(false)
	}
}

// Hide implements fyne.CanvasObject.
func (e *CompleteEntry) Hide() {
	e.CloseOptions()
	e.Entry.Hide()
}
