package law

import (
	"context"
	"io"
	"iter"
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
	"waybill/catalog/rules"
	"waybill/catalog/workspace"
)

// MaxListed is how many judgements are listed at once: the rest comes when these
// have been worked through.
const MaxListed = 50_000

// Source is where rule packs come from, and what is made of judgements.
type Source interface {
	Packs(ctx context.Context) ([]*rules.Pack, error)
	Outdated(ctx context.Context) iter.Seq2[[]workspace.Concern, error]
	OutdatedIn(ctx context.Context, photos []catalog.PhotoID) ([]workspace.Concern, error)
	DiffPack(ctx context.Context, dir string) (*workspace.PackDiff, error)
	LoadPack(ctx context.Context, dir, by string) (*rules.Pack, catalog.Step, error)
	Stand(ctx context.Context, observations []int64, by string) (catalog.Step, error)
	TakeNew(ctx context.Context, observations []int64, reason, by string) (catalog.Step, error)
}

// View is the page of rules. Its methods are for the UI thread.
type View struct {
	OnSelection func()                                            // another entry has the keyboard, or none
	OnShow      func(catalog.PhotoID)                             // a photo shall be shown large
	OnStep      func(catalog.Step)                                // something was stored
	OnChoose    func(chosen func(dir string))                     // asks for the folder of a pack
	OnSave      func(write func(file io.WriteCloser, asCSV bool)) // asks for a file to be written
	OnKey       func(*fyne.KeyEvent) bool                         // a key the page has no use for; the result is whether it was used
	OnRune      func(rune)                                        // likewise a character
	OnLeave     func()                                            // the user is done here
	OnError     func(error)                                       // something could not be read or written
	OnSay       func(string)                                      // something was done

	source Source
	tasks  *task.Runner
	words  *present.Words

	packs    []string // in force, in words
	entries  []entry
	more     bool // there are more than MaxListed
	at       int  // the entry that has the keyboard
	reading  bool
	failed   bool // the list could not be read
	stale    bool // it must be read again when it is shown
	shown    bool // it was opened
	locked   bool
	busy     map[int64]bool // observations that are being judged
	proposal *proposal      // a pack that is looked at before it is loaded, nil for none
	asked    task.Latest
	again    task.Latest              // for photos that changed
	changed  map[catalog.PhotoID]bool // those that are asked about

	list   *list
	head   *head
	note   *widgets.Note
	ground *canvas.Rectangle
	root   *fyne.Container
}

// New makes an empty page; Open fills it.
func New(source Source, tasks *task.Runner, words *present.Words) *View {
	v := &View{source: source, tasks: tasks, words: words, busy: map[int64]bool{}, changed: map[catalog.PhotoID]bool{}, ground: canvas.NewRectangle(nil)}
	v.list, v.head, v.note = newList(v), newHead(v), widgets.NewNote()
	v.root = container.NewStack(v.ground, container.New(widgets.Topped{}, v.head.box, container.NewStack(v.list, v.note.Object())))
	v.Paint()
	return v
}

// Object is the page for a layout.
func (v *View) Object() fyne.CanvasObject { return v.root }

// Lock makes the page of a catalogue that cannot be changed: nothing is loaded
// or judged.
func (v *View) Lock() {
	v.locked = true
	v.show()
}

// Paint gives the page the colours of the theme.
func (v *View) Paint() {
	v.ground.FillColor = theme.Color(look.ColorNameWell)
	v.head.paint()
	v.root.Refresh()
}

// Open shows the packs in force and the list, which is read anew.
func (v *View) Open() {
	v.shown, v.proposal = true, nil
	v.head.say("")
	v.read()
}

// replace shows other entries.
func (v *View) replace(entries []entry) {
	var before entry
	if v.at < len(v.entries) {
		before = v.entries[v.at]
	}
	v.entries = entries
	if i := slices.IndexFunc(entries, func(e entry) bool { return e.observation != 0 && e.observation == before.observation }); i >= 0 {
		v.at = i
	}
	v.at = max(0, min(v.at, len(entries)-1))
	v.list.Refresh()
	v.notify()
}

// show brings everything in line with what is known.
func (v *View) show() {
	v.head.show()
	t := v.words.T
	switch {
	case len(v.entries) > 0:
		v.note.Hide()
	case v.reading || v.proposal != nil && v.proposal.reading:
		v.note.Work(t("law.reading"))
	case v.failed:
		v.note.Say(t("law.failed"), t("law.failed_hint"))
	case v.proposal != nil:
		v.note.Say(t("law.same"), t("law.same_hint"))
	default:
		v.note.Say(t("law.none"), t("law.none_hint"))
	}
	v.list.Refresh()
}

// Focus gives the page the keyboard.
func (v *View) Focus() { v.list.takeKeyboard() }

// Focused gives the photo of the entry that the keyboard is at.
func (v *View) Focused() (catalog.PhotoID, bool) {
	if v.at >= len(v.entries) || v.entries[v.at].photo == 0 {
		return 0, false
	}
	return v.entries[v.at].photo, true
}

// Goods gives the observation that the keyboard is at, 0 for none.
func (v *View) Goods() int64 {
	if v.at >= len(v.entries) {
		return 0
	}
	return v.entries[v.at].observation
}

// pick moves the keyboard to an entry.
func (v *View) pick(index int) {
	if index = max(0, min(index, len(v.entries)-1)); index == v.at || len(v.entries) == 0 {
		return
	}
	v.at = index
	v.list.ScrollTo(index)
	v.list.Refresh()
	v.notify()
}

// present shows the photo of an entry large.
func (v *View) present(index int) {
	if index < len(v.entries) && v.entries[index].photo != 0 && v.OnShow != nil {
		v.OnShow(v.entries[index].photo)
	}
}

// leave takes the proposal back, else leaves the page.
func (v *View) leave() {
	switch {
	case v.proposal != nil:
		v.drop()
	case v.OnLeave != nil:
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

func (v *View) say(text string) {
	if v.OnSay != nil {
		v.OnSay(text)
	}
}
