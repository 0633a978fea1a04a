package law

import (
	"cmp"
	"context"
	"io"
	"iter"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"waybill/app/present"
	"waybill/app/task"
	look "waybill/app/theme"
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
	OnRune      func(rune)                                        // a character typed that the page has no use for
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
	note   *note
	ground *canvas.Rectangle
	root   *fyne.Container
}

// New makes an empty page; Open fills it.
func New(source Source, tasks *task.Runner, words *present.Words) *View {
	v := &View{source: source, tasks: tasks, words: words, busy: map[int64]bool{}, changed: map[catalog.PhotoID]bool{}, ground: canvas.NewRectangle(nil)}
	v.list, v.head, v.note = newList(v), newHead(v), newNote()
	v.root = container.NewStack(v.ground, container.New(topped{}, v.head.box, container.NewStack(v.list, v.note.box)))
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

// page is some of what is shown.
type page struct {
	packs   []string
	entries []entry
	first   bool // it takes the place of what was shown
	more    bool
}

// read reads the packs and the list; what is shown stays until others are there.
func (v *View) read() {
	v.reading, v.failed, v.stale = true, false, false
	v.again.Cancel()
	clear(v.changed)
	v.show()
	words := v.words
	task.Ask(v.tasks, &v.asked, func(ctx context.Context, partial func(page)) error {
		packs, err := v.source.Packs(ctx)
		if err != nil {
			return err
		}
		begin := page{first: true}
		for _, p := range packs {
			begin.packs = append(begin.packs, packText(words, p))
		}
		return inPages(words, begin, v.source.Outdated(ctx), partial)
	}, v.add, v.ended)
}

// inPages gives entries as they are read, the first together with what begins.
func inPages(w *present.Words, begin page, pages iter.Seq2[[]workspace.Concern, error], partial func(page)) error {
	n := 0
	for list, err := range pages {
		if err != nil {
			return err
		}
		for i := range list {
			if n == MaxListed {
				begin.more = true
				break
			}
			begin.entries = append(begin.entries, entryOf(w, &list[i]))
			n++
		}
		partial(begin)
		if begin.more {
			return nil
		}
		begin = page{}
	}
	if begin.first {
		partial(begin)
	}
	return nil
}

// add shows what was read; the keyboard stays at its entry as far as it is there.
func (v *View) add(p page) {
	if p.first {
		v.packs = p.packs
		clear(v.busy)
		v.replace(p.entries)
	} else {
		v.entries = append(v.entries, p.entries...)
	}
	v.more = p.more
	v.show()
}

// ended says that all was read, or that it could not be.
func (v *View) ended(err error) {
	v.reading, v.failed = false, err != nil
	v.show()
	v.report(err)
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
		v.note.hide()
	case v.reading || v.proposal != nil && v.proposal.reading:
		v.note.work(t("law.reading"))
	case v.failed:
		v.note.say(t("law.failed"), t("law.failed_hint"))
	case v.proposal != nil:
		v.note.say(t("law.same"), t("law.same_hint"))
	default:
		v.note.say(t("law.none"), t("law.none_hint"))
	}
	v.list.Refresh()
}

// changedAtOnce is how many photos that changed are asked about by themselves.
const changedAtOnce = 500

// Changed reads again what is shown of photos that changed; without any the packs
// may have.
func (v *View) Changed(ids []catalog.PhotoID) {
	switch {
	case !v.shown:
	case !v.root.Visible():
		v.stale = true
	case v.proposal != nil: // its list is of what is; it goes when the page does
		v.stale = true
	case len(ids) == 0 || len(ids) > changedAtOnce || v.reading || v.more:
		v.read()
	default:
		v.readPhotos(ids)
	}
}

// Shown reads the page again when something changed while it was out of sight.
func (v *View) Shown() {
	if v.stale && v.proposal == nil {
		v.read()
	}
}

// readPhotos puts what is now to be said of some photos in the place of what was.
func (v *View) readPhotos(ids []catalog.PhotoID) {
	for _, id := range ids {
		v.changed[id] = true
	}
	words, ids := v.words, slices.Collect(maps.Keys(v.changed)) // with those asked about before
	task.Ask(v.tasks, &v.again, func(ctx context.Context, partial func([]entry)) error {
		list, err := v.source.OutdatedIn(ctx, ids)
		if err != nil {
			return err
		}
		fresh := make([]entry, len(list))
		for i := range list {
			fresh[i] = entryOf(words, &list[i])
		}
		partial(fresh)
		return nil
	}, v.merge, v.report)
}

// merge puts the entries of photos that changed where theirs were; entries are by
// photo.
func (v *View) merge(fresh []entry) {
	kept := slices.Clone(v.entries)
	kept = slices.DeleteFunc(kept, func(e entry) bool {
		if v.changed[e.photo] {
			delete(v.busy, e.observation)
		}
		return v.changed[e.photo]
	})
	clear(v.changed)
	kept = append(kept, fresh...)
	slices.SortStableFunc(kept, func(a, b entry) int { return cmp.Compare(a.photo, b.photo) })
	v.replace(kept)
	v.show()
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
