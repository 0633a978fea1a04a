package inspector

import (
	"context"
	"slices"

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

// scrollbar is the room that is left for it, in pixels.
const scrollbar = 4

// View is the inspector. Its methods are for the UI thread.
type View struct {
	OnApplied func(catalog.Step) // an edit changed something
	OnError   func(error)        // something could not be read or written
	OnLeave   func()             // the user is done here: the keyboard is free

	OnGoods func(id int64) (kept bool) // the keyboard is in the row of goods; kept: the picture marks them too, and goes on when it leaves

	OnShowHistory  func(catalog.PhotoID) // the user wants to see all that was done to a photo
	OnRestore      func()                // the selected photos shall come back from the bin
	OnSay          func(string)          // what became of what the user asked for
	OnShowVersions func(catalog.PhotoID) // the user wants to see the photos that look like one
	OnShowLot      func(catalog.LotID)   // the user wants to see the photos that have the same goods

	OnKeep func(made func(context.Context) (catalog.Edit, error)) // what was chosen for many photos is to be kept as a template

	store Store
	tasks *task.Runner
	words *present.Words

	ids      []catalog.PhotoID // the selection
	lead     catalog.PhotoID   // whose picture is shown
	locked   bool              // nothing can be changed
	form     []catalog.PhotoID // whom the form speaks of, and what it changes: the selection once it is read
	waiting  func()            // what to do once it is
	content  content           // of the form
	goodsAt  int64             // the observation that keys act on, 0 for the first that waits for a judgement
	kept     bool              // it is selected in the picture, and stays so when the keyboard leaves its row
	revealed int64             // the observation whose row was scrolled to
	reading  task.Latest
	drafts   drafts
	jobs     []job
	writing  bool
	names    names
	naming   task.Latest
	routes   []catalog.RouteID // that were chosen here, the last one first

	head    *head
	binned  *binned
	alerts  *alerts
	when    *when
	where   *where
	kind    *kind
	facts   *facts
	goods   *goodsList
	route   *field
	nearby  *nearby
	caption *field
	note    *field
	source  *field
	credit  *field
	record  *record
	batch   *batch
	locks   *locks
	body    *fyne.Container
	nothing fyne.CanvasObject
	absence *widget.Label
	scroll  *container.Scroll
	root    *fyne.Container
}

// New makes an inspector of no photos.
func New(store Store, tasks *task.Runner, words *present.Words) *View {
	v := &View{store: store, tasks: tasks, words: words}
	v.locks = newLocks(v)
	v.head, v.facts, v.record = newHead(v), newFacts(v), newRecord(v)
	v.alerts, v.when, v.where, v.kind = newAlerts(v), newWhen(v), newWhere(v), newKind(v)
	v.goods, v.binned = newGoodsList(v), newBinned(v)
	v.makeFields()
	v.batch = newBatch(v)
	v.body = newColumn(
		v.head.box, v.binned.box, v.batch.opener, v.alerts.box, v.when.box, v.where.box, v.goods.box, v.route.box,
		v.caption.box, v.note.box, v.kind.box, v.facts.box, v.source.box, v.credit.box, v.record.box,
	)
	margins := layout.NewCustomPaddedLayout(0, look.Space, look.Space, look.Space+scrollbar)
	v.scroll = container.NewVScroll(container.New(margins, v.body))
	v.absence = newText(muted)
	v.absence.Alignment = fyne.TextAlignCenter
	v.absence.SetText(words.T("inspector.nothing"))
	v.nothing = container.NewVBox(v.absence)
	v.root = container.NewBorder(v.locks.bar, nil, nil, nil, container.NewStack(v.scroll, v.nothing, v.batch.root))
	v.scroll.Hide()
	v.readNames()
	return v
}

// Lock makes the inspector of a catalogue that cannot be changed: it shows all,
// and offers nothing that would fail. It is called before photos are shown.
func (v *View) Lock() {
	v.locked = true
	v.goods.add.Hide()
	v.locks.show()
	v.kind.choice.Disable()
	for _, f := range v.fields() {
		f.entry.Disable()
	}
}

// Object is the inspector for a layout; it works from 260 pixels of width on.
func (v *View) Object() fyne.CanvasObject { return v.root }

// SetLead says whose picture stands on top when several photos are selected: the
// one the keyboard is at. Without it that is the first.
func (v *View) SetLead(id catalog.PhotoID) {
	if v.lead == id {
		return
	}
	v.lead = id
	v.head.showPicture()
}

// Show speaks of other photos. Texts that were not saved wait for their photos
// to come back.
func (v *View) Show(ids []catalog.PhotoID) {
	if slices.Equal(ids, v.ids) {
		return
	}
	v.ids, v.waiting = slices.Clone(ids), nil
	v.goods.drop()
	if len(ids) == 0 || len(ids) > pageSize { // no old content beside a new selection for long
		v.turnTo(content{ids: v.ids})
	}
	v.reload()
}

// Changed reads again when one of the photos is among those shown, or has the
// same goods as the one that is.
func (v *View) Changed(ids []catalog.PhotoID) {
	v.readNames()
	changed := make(map[catalog.PhotoID]bool, len(ids))
	for _, id := range ids {
		changed[id] = true
	}
	if slices.ContainsFunc(v.ids, func(id catalog.PhotoID) bool { return changed[id] }) || v.content.one.hasLotIn(changed) {
		v.reload()
	}
}

// reload reads the selection and shows it. A newer selection ends it.
func (v *View) reload() {
	v.batch.read()
	if len(v.ids) == 0 {
		v.reading.Cancel()
		return
	}
	ids := v.ids
	task.Ask(v.tasks, &v.reading, func(ctx context.Context, tell func(answer)) error {
		return read(ctx, v.store, v.words, ids, tell)
	}, func(a answer) {
		if a.done {
			v.turnTo(a.content)
		} else {
			v.head.progress(a.content)
		}
	}, func(err error) {
		if err != nil {
			v.unread()
			v.report(err)
		}
	})
}

// unread empties the form when the selection could not be read, so that nobody
// takes what stood there for it.
func (v *View) unread() {
	v.waiting = nil
	if v.known() {
		return
	}
	v.goods.drop()
	v.turnTo(content{})
	v.absence.SetText(v.words.T("inspector.unread"))
}

// turnTo makes the form speak of what was read.
func (v *View) turnTo(c content) {
	other := !slices.Equal(v.form, c.ids)
	if other {
		v.stash()
		if !v.kept {
			v.at(0)
		}
	}
	first := other || !v.known() // that is shown of these
	v.form, v.content = c.ids, c
	if len(c.ids) == 0 {
		v.absence.SetText(v.words.T("inspector.nothing"))
	}
	v.face()
	v.head.show()
	v.binned.show()
	v.alerts.show()
	v.when.show()
	v.where.show()
	v.kind.show()
	v.facts.show()
	v.goods.show(other)
	v.locks.show()
	v.record.show()
	if first {
		v.restore()
	}
	if other {
		v.scroll.ScrollToTop()
	}
	v.relayout()
	v.reveal()
	if first {
		v.follow()
	}
	if do := v.waiting; do != nil {
		v.whenRead(do)
	}
}

// whenRead does something with what the form shows as soon as that is what is
// selected: a key is for that, not for what is still shown from before.
func (v *View) whenRead(do func()) {
	if v.waiting = nil; v.known() {
		do()
	} else {
		v.waiting = do
	}
}

// known tells whether the form shows what was read of the selection.
func (v *View) known() bool {
	return slices.Equal(v.form, v.ids) && (len(v.ids) == 0 || v.content.read > 0)
}

// relayout lays out again what has grown or shrunk. What went away gives the
// keyboard back, which would be nowhere.
func (v *View) relayout() {
	v.body.Refresh()
	v.scroll.Content.Refresh()
	v.scroll.Refresh()
	canvas := widgets.CanvasOf(v.root)
	if canvas == nil {
		return
	}
	if o, ok := canvas.Focused().(fyne.CanvasObject); ok && widgets.HiddenWithin(v.body, o) {
		v.leave()
	}
}

func (v *View) leave() {
	if v.OnLeave != nil {
		v.OnLeave()
	}
}

func (v *View) report(err error) {
	if v.OnError != nil {
		v.OnError(err)
	}
}
