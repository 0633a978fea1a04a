package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/actions"
	"waybill/app/filters"
	"waybill/app/gallery"
	"waybill/app/history"
	"waybill/app/inspector"
	"waybill/app/keys"
	"waybill/app/law"
	"waybill/app/loupe"
	"waybill/app/present"
	"waybill/app/task"
	"waybill/app/transfer"
	"waybill/app/versions"
	"waybill/app/vocabulary"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/codes"
	"waybill/catalog/workspace"
)

// session is one open catalogue in the window: its views, and what leads from
// one to the other.
type session struct {
	words     *present.Words
	catalogue *workspace.Catalogue
	window    fyne.Window
	choices   choices
	tasks     *task.Runner
	fail      func(error)                             // shows an error
	say       func(string)                            // shows what happened
	offer     func(text, label string, action func()) // with a button for what can be done about it
	retract   func(text string)                       // takes a message away if it is still there
	pass      func()                                  // takes away what was said
	onMenu    func()                                  // what the menu offers has changed
	list      actions.List                            // of what can be done

	search     *search
	saving     *saving
	picked     string // the saved search that was picked last
	results    *results
	filters    *filters.View
	gallery    *gallery.View
	versions   *versions.View // in the place of the gallery at times
	loupe      *loupe.View
	looker     *fyne.Container // the loupe with the field for names over it
	naming     *namingField
	inspector  *inspector.View
	transfer   *transfer.Transfer
	changes    *changes
	initials   *initials
	law        *law.View        // in the place of the gallery at times
	history    *history.View    // likewise
	vocabulary *vocabulary.View // in the place of everything between the bars at times
	keys       *keys.Reader     // of single keys in the views
	codes      *codes.Table     // that become words while somebody types, nil until they are read
	status     *statusBar
	panes      *panes
	grounds    []*canvas.Rectangle // behind what stands above and below the panes
	whole      fyne.CanvasObject

	page       page
	grouping   catalog.Grouping
	captions   bool // stand below the pictures of the gallery
	alike      alike
	patterns   patterns
	keeping    keeping
	lookedFrom []catalog.PhotoID // what the loupe showed first
	pairs      bool              // it shows two photos
	regions    task.Latest
	settings   task.Latest
	searching  task.Latest // for the saved searches of the palette
	stride     stride
	citing     task.Latest
	loosened   task.Latest // what would be found without a condition
	asking     task.Latest // for the photos of a step
	lookedIn   page        // from which the loupe was opened: the gallery, or a list of photos of its own
	reread     rereading
	reviewed   bool // what leaves must have been reviewed

	gone       map[catalog.PhotoID]bool // into the bin or out of it, and perhaps still listed
	goneAt     catalog.StepID           // the last step that did that
	offered    offered                  // a step that a message offers to undo
	undo, redo *catalog.Step            // what can be reversed, nil for nothing
	led        catalog.PhotoID          // the photo that the keyboard was at last
	some       int                      // photos are selected: none, one, or 2 for many
	place      *catalog.Statement       // copied, to be given to other photos
	sought     []catalog.PhotoID        // to be selected once the gallery lists them
	once       func() (done bool)       // waits for all that is found to be listed
}

// newSession builds the views of a catalogue and joins them.
func newSession(w *Window, c *workspace.Catalogue, last lastView) *session {
	tasks := task.New(w.ctx, w.post)
	tasks.Watch(w.work.Watch)
	s := &session{
		words: w.words, catalogue: c, window: w.win, choices: w.choices, tasks: tasks, fail: w.messages.fail, say: w.messages.say, offer: w.messages.offer, retract: w.messages.retract, pass: w.messages.pass, onMenu: w.refreshMenu,
		list:    w.list,
		filters: filters.New(c, tasks, w.words, badge), gallery: gallery.New(c, tasks, w.words), versions: versions.New(c, tasks, w.words),
		loupe:     loupe.New(c, tasks, w.words),
		inspector: inspector.New(c, tasks, w.words), transfer: transfer.New(c, tasks, w.words, w.win),
		vocabulary: vocabulary.New(c, tasks, w.words),
		law:        law.New(c, tasks, w.words),
		history:    history.New(c, tasks, w.words),
		changes:    newChanges(c, tasks), initials: newInitials(w.words),
		captions: true,
	}
	s.keys = newReader(w, s)
	s.search = newSearch(w.words, tasks, last.cell)
	s.saving = newSaving(w.words)
	s.results = &results{store: c, tasks: tasks}
	s.status = newStatusBar(w.words, s.transfer.Strip(), w.Undo)
	s.naming = newNamingField(s)
	s.looker = container.NewStack(s.loupe.Object(), s.naming.layer)
	s.versions.Object().Hide()
	s.looker.Hide()
	s.vocabulary.Object().Hide()
	s.law.Object().Hide()
	s.history.Object().Hide()
	middle := container.NewStack(s.gallery.Object(), s.versions.Object(), s.looker, s.law.Object(), s.history.Object())
	s.panes = newPanes(s.filters.Object(), middle, s.inspector.Object(), s.focusMiddle)
	top := container.New(layout.NewCustomPaddedVBoxLayout(0), s.search.object(), widget.NewSeparator(), s.saving.object(), s.initials.object())
	s.initials.resize = func() { s.whole.Refresh() }
	s.saving.resize = s.initials.resize
	s.whole = framed(frame{top: s.grounded(top), bottom: s.grounded(s.status.object()), middle: container.NewStack(s.panes.whole, s.vocabulary.Object())})

	s.joinSearch()
	s.joinSaved()
	s.joinGallery()
	s.joinVersions()
	s.joinLoupe()
	s.joinVocabulary(w)
	s.joinLaw(w)
	s.joinHistory()
	s.joinWriters()
	s.joinTemplates(w)
	s.joinLetters()
	return s
}

// grounded puts a ground behind an object, so that nothing shows through that
// scrolls beneath it.
func (s *session) grounded(o fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
	s.grounds = append(s.grounds, ground)
	return container.NewStack(ground, o)
}

// pause is how long to wait between two looks for changes: an import makes them
// without end, and the counts of a large catalogue take their time.
func (s *session) pause() time.Duration {
	if s.importing() {
		return max(2*time.Second, 8*s.results.took)
	}
	return 4 * s.results.took
}

// begin shows everything as it was left and starts to look for changes.
func (s *session) begin(last lastView) {
	s.restore(last)
	s.selected()
	s.changes.start()
	s.readSettings()
	s.readTemplates()
	s.readCodes(func() {})
	s.focusMiddle()
	if s.catalogue.ReadOnly() {
		s.say(s.words.T("app.read_only"))
		return
	}
	s.askInitials()
}

// close ends the views and waits for their work. The catalogue stays open.
func (s *session) close() {
	s.gallery.Close()
	s.versions.Close()
	s.loupe.Close()
	s.tasks.Close()
}

// repaint gives what keeps a colour the one of the theme.
func (s *session) repaint() {
	s.panes.paint()
	for _, ground := range s.grounds {
		ground.FillColor = theme.Color(theme.ColorNameBackground)
	}
	s.filters.Refresh(s.search.query)
	s.versions.Paint()
	s.loupe.Paint()
	s.vocabulary.Paint()
	s.law.Paint()
	s.history.Paint()
	s.inspector.Changed(s.chosen())
	s.whole.Refresh()
}

// news hands a change on to all that show what it changed.
func (s *session) news(n news) {
	if s.undo, s.redo = n.undo, n.redo; s.catalogue.ReadOnly() {
		s.undo, s.redo = nil, nil
	}
	s.withdraw(n)
	s.status.showStep(s.undo)
	s.onMenu()
	s.vocabulary.Changed()
	s.law.Changed(n.photos)
	s.recall()
	s.readSettings()
	s.readTemplates()
	if len(n.photos) > 0 {
		s.gallery.Changed(n.photos)
		s.versions.Changed(n.photos)
		s.lookedAgain(n.photos)
	}
	s.inspector.Changed(n.photos) // without photos there may be other words
	s.filters.Refresh(s.search.query)
	s.filters.Recount()
	s.results.changed()
}

// selected shows the selection in the inspector.
func (s *session) selected() {
	n := s.chosenCount()
	if id, ok := s.lead(); ok {
		if s.led != 0 && s.led != id {
			s.pass()
		}
		s.led = id
		s.inspector.SetLead(id)
	}
	s.inspector.Show(s.chosen())
	s.status.showSelected(n)
	if some := min(n, 2); s.some != some {
		s.some = some
		s.onMenu()
	}
}

// find takes the keyboard to the search, where typing begins a new one.
func (s *session) find() {
	if s.page == vocabularyPage {
		s.vocabulary.Find()
		return
	}
	s.focus(s.search.entry)
	s.search.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (s *session) focus(o fyne.Focusable) {
	widgets.Focus(o)
}
