package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"waybill/app/inspector"
	"waybill/app/loupe"
	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// naming is what a name is asked for: a region of new goods, or an observation.
type naming struct {
	area loupe.Rect
	of   int64 // observation, 0 for new goods
}

// namingField asks in the picture what goods are, beside where they are marked.
type namingField struct {
	session *session
	entry   *widgets.CompleteEntry
	layer   *fyne.Container
	asked   naming
	writing bool
}

const (
	namingWidth = 280 // pixels
	namingGap   = 6   // between the region and the field
)

func newNamingField(s *session) *namingField {
	f := &namingField{session: s}
	f.entry = widgets.NewCompleteEntry(f.complete)
	f.entry.Eager = true
	f.entry.SetPlaceHolder(s.words.T("app.loupe.name"))
	f.entry.OnChosen = f.chosen
	f.entry.OnSubmitted = f.submitted
	f.entry.OnEscape = func() {
		f.close()
		s.loupe.Focus()
	}
	f.entry.Hide()
	f.layer = container.New(f, f.entry)
	return f
}

// complete offers the names that fit, and one that is new.
func (f *namingField) complete(text string, show func([]widgets.Option)) {
	show(f.session.inspector.ItemsCalled(text))
}

// openNew asks what was just marked in the picture.
func (f *namingField) openNew(r loupe.Rect) { f.open(naming{area: r}, "") }

// openFor asks for another name of goods.
func (f *namingField) openFor(o catalog.Observation) {
	n := naming{of: o.ID}
	if r := o.Region; r != nil {
		n.area = loupe.Rect{X: r.X, Y: r.Y, W: r.W, H: r.H}
	}
	f.open(n, f.session.words.Called(o.ItemName))
}

func (f *namingField) open(n naming, text string) {
	f.asked, f.writing = n, false
	f.entry.SetText(text)
	f.entry.Show()
	f.layer.Refresh()
	f.session.focus(f.entry)
	f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// close takes the field away, and the mark that got no name.
func (f *namingField) close() {
	if !f.entry.Visible() {
		return
	}
	f.entry.Hide()
	if f.asked.of == 0 {
		f.session.loupe.DropDraft()
	}
}

// submitted takes a name that was typed without choosing one of the list.
func (f *namingField) submitted(text string) {
	if options := f.session.inspector.ItemsCalled(text); strings.TrimSpace(text) != "" && len(options) > 0 {
		f.chosen(options[0])
	}
}

// chosen writes the name; on an error the field stays as it is.
func (f *namingField) chosen(o widgets.Option) {
	if f.writing {
		return
	}
	f.writing = true
	f.entry.SetText(o.Text)
	if name, isNew := o.Value.(inspector.NewItem); isNew {
		f.entry.SetText(string(name))
	}
	asked := f.asked
	f.session.named(asked, o.Value, func(err error) {
		if f.asked != asked {
			f.session.fail(err)
			return
		}
		f.writing = false
		if f.session.fail(err); err == nil && f.entry.Visible() {
			f.entry.Hide() // the mark becomes a region
			f.session.loupe.Focus()
		}
	})
}

// MinSize implements fyne.Layout: the field lies over the picture.
func (f *namingField) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout: the field stands below the region, or above it
// where there is no room, and always within the picture.
func (f *namingField) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	at, region := f.session.loupe.Place(f.asked.area)
	at = at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(f.layer))
	field := fyne.NewSize(min(namingWidth, size.Width-2*look.Space), f.entry.MinSize().Height)
	y := at.Y + region.Height + namingGap
	if y+field.Height > size.Height-look.Space {
		y = at.Y - namingGap - field.Height
	}
	within := func(v, room float32) float32 { return max(look.Space, min(v, room-look.Space)) }
	objects[0].Move(fyne.NewPos(within(at.X, size.Width-field.Width), within(y, size.Height-field.Height)))
	objects[0].Resize(field)
}
