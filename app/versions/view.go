package versions

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"waybill/app/present"
	"waybill/app/rows"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/app/thumbs"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// cacheBytes is how much memory thumbnails that are kept take, decoded.
const cacheBytes = 24 << 20

// Source is where photos that look alike come from, and where their tags are
// united. Thumbnail gives the upright picture as JPEG.
type Source interface {
	Duplicates(ctx context.Context) ([]workspace.Group, error)
	Near(ctx context.Context, id catalog.PhotoID) ([]workspace.Similar, error)
	Photos(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error)
	Thumbnail(ctx context.Context, p catalog.Photo) ([]byte, error)
	Unite(ctx context.Context, photos []catalog.PhotoID, by string) (catalog.Step, error)
}

// View is the page of versions. Its methods are for the UI thread. It keeps
// loading until it is closed or the runner is.
type View struct {
	OnSelection func()                      // another version has the keyboard, or none
	OnShow      func(ids []catalog.PhotoID) // a group shall be shown among all photos, its head first
	OnStep      func(catalog.Step)          // tags were united
	OnKey       func(*fyne.KeyEvent) bool   // a key the page has no use for; the result is whether it was used
	OnRune      func(rune)                  // likewise a character
	OnLeave     func()                      // the user is done here
	OnError     func(error)                 // something could not be read or written

	source Source
	tasks  *task.Runner
	words  *present.Words

	subject catalog.PhotoID // the one photo whose versions are shown, 0: all groups
	groups  []workspace.Group
	looking bool
	failed  bool // the groups could not be had
	at      int  // the group that has the keyboard
	version int  // and the photo in it, by its place
	locked  bool
	asked   task.Latest

	photos *rows.Cache
	thumbs *thumbs.Thumbs
	unions unions
	list   *list
	head   *head
	note   *widgets.Note
	ground *canvas.Rectangle
	root   *fyne.Container
}

// New makes a page without groups; Open and OpenOf fill it.
func New(source Source, tasks *task.Runner, words *present.Words) *View {
	v := &View{source: source, tasks: tasks, words: words, ground: canvas.NewRectangle(nil)}
	v.photos, v.thumbs, v.unions = v.newPhotos(), thumbs.New(source, tasks, cacheBytes), unions{view: v, running: map[catalog.PhotoID]bool{}}
	v.list, v.head, v.note = newList(v), newHead(v), widgets.NewNote()
	middle := container.NewStack(v.list, v.note.Object())
	v.root = container.NewStack(v.ground, container.New(widgets.Topped{}, v.head.box, middle))
	v.Paint()
	return v
}

// Object is the page for a layout.
func (v *View) Object() fyne.CanvasObject { return v.root }

// Close stops loading; the runner waits for what was under way.
func (v *View) Close() { v.thumbs.Close() }

// Lock makes the page of a catalogue that cannot be changed: it unites nothing.
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

// Open looks for all photos that look alike and shows them.
func (v *View) Open() { v.open(0) }

// OpenOf looks for the photos that look like one.
func (v *View) OpenOf(id catalog.PhotoID) { v.open(id) }

func (v *View) open(subject catalog.PhotoID) {
	v.unions.stop()
	if subject != v.subject {
		v.set(nil)
	}
	v.subject = subject
	v.head.say("")
	v.look()
}

// Again looks anew, because photos went or came; the keyboard stays where it is.
func (v *View) Again() { v.look() }

// look looks for the groups; those that are shown stay until others are there.
func (v *View) look() {
	subject := v.subject
	v.looking, v.failed = true, false
	v.show()
	task.Ask(v.tasks, &v.asked, func(ctx context.Context, partial func([]workspace.Group)) error {
		groups, err := v.find(ctx, subject)
		if err == nil {
			partial(groups)
		}
		return err
	}, v.set, func(err error) {
		v.looking, v.failed = false, err != nil
		v.show()
		v.report(err)
	})
}

// find asks for all groups, or for the one of a photo.
func (v *View) find(ctx context.Context, subject catalog.PhotoID) ([]workspace.Group, error) {
	if subject == 0 {
		return v.source.Duplicates(ctx)
	}
	near, err := v.source.Near(ctx, subject)
	if err != nil || len(near) == 0 {
		return nil, err
	}
	return []workspace.Group{{Photos: append([]workspace.Similar{{Photo: subject}}, near...)}}, nil
}

// set shows groups; the keyboard stays at its photo as far as it is there.
func (v *View) set(groups []workspace.Group) {
	before, _ := v.Focused()
	v.groups, v.at, v.version = groups, max(0, min(v.at, len(groups)-1)), 0
	for i, g := range groups {
		if n := slices.IndexFunc(g.Photos, func(s workspace.Similar) bool { return s.Photo == before }); n >= 0 {
			v.at, v.version = i, n
			break
		}
	}
	v.photos.Retry()
	v.list.ToTop()
	if v.at > 0 {
		v.list.ScrollTo(v.at)
	}
	v.show()
	v.notify()
}

// show brings everything in line with what is known.
func (v *View) show() {
	v.head.show()
	v.showNote()
	v.list.Refresh()
	v.photos.Fetch()
}

func (v *View) showNote() {
	t := v.words.T
	switch {
	case len(v.groups) > 0:
		v.note.Hide()
	case v.looking:
		v.note.Work(t("versions.working"))
	case v.failed:
		v.note.Say(t("versions.failed"), t("versions.failed_hint"))
	case v.subject != 0:
		v.note.Say(t("versions.none_of"), t("versions.none_of_hint"))
	default:
		v.note.Say(t("versions.none"), t("versions.none_hint"))
	}
}

// Changed reads photos again: at once where they are visible, else when they
// come into view.
func (v *View) Changed(ids []catalog.PhotoID) {
	v.photos.Forget(ids)
	v.thumbs.Forget(ids)
	v.photos.Fetch()
}

// Focus gives the page the keyboard.
func (v *View) Focus() { v.list.takeKeyboard() }

// Focused gives the photo the keyboard is at.
func (v *View) Focused() (catalog.PhotoID, bool) {
	if v.at >= len(v.groups) {
		return 0, false
	}
	return v.groups[v.at].Photos[v.version].Photo, true
}

// pick moves the keyboard to a photo of a group.
func (v *View) pick(group, version int) {
	if group < 0 || group >= len(v.groups) {
		return
	}
	version = min(max(version, 0), len(v.groups[group].Photos)-1)
	if group == v.at && version == v.version {
		return
	}
	v.at, v.version = group, version
	v.list.ScrollTo(group)
	v.list.Refresh()
	v.notify()
}

// present shows a group in the gallery.
func (v *View) present(group int) {
	if group < len(v.groups) && v.OnShow != nil {
		v.OnShow(idsOf(v.groups[group]))
	}
}

// leave stops what is under way, else leaves the page.
func (v *View) leave() {
	if !v.unions.stop() && v.OnLeave != nil {
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

func idsOf(g workspace.Group) []catalog.PhotoID {
	ids := make([]catalog.PhotoID, len(g.Photos))
	for i, s := range g.Photos {
		ids[i] = s.Photo
	}
	return ids
}
