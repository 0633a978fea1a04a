package transfer

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
)

const (
	sheetWidth  = 720 // at most, pixels
	sheetMargin = 16  // between the sheet and the window's edge
	sheetPad    = 16  // between the sheet's edge and what is in it
	sheetGap    = 8
)

// sheet is a panel over the window with a title, a body that scrolls, a line
// that says what is in the way, and buttons. It keeps the keyboard from what
// lies below; Escape closes it.
type sheet struct {
	widget.BaseWidget
	title   *widget.Label
	body    fyne.CanvasObject
	note    *widget.Label
	buttons *fyne.Container
	onClose func()

	canvas  fyne.Canvas // nil while it is not shown
	veil    *canvas.Rectangle
	panel   *canvas.Rectangle
	scroll  *container.Scroll // nil when the body scrolls by itself
	objects []fyne.CanvasObject
}

// newSheet makes a sheet; buttons are given from left to right. The body is as
// high as it wants and the window allows; it scrolls unless it does so itself.
func newSheet(title string, body fyne.CanvasObject, scrolls bool, buttons ...fyne.CanvasObject) *sheet {
	s := &sheet{
		title: widget.NewLabel(title), body: body, note: widget.NewLabel(""), buttons: container.NewHBox(buttons...),
		veil: canvas.NewRectangle(nil), panel: canvas.NewRectangle(nil),
	}
	s.title.TextStyle.Bold, s.title.SizeName, s.title.Truncation = true, theme.SizeNameSubHeadingText, fyne.TextTruncateEllipsis
	s.note.Wrapping = fyne.TextWrapWord
	s.note.Hide()
	s.panel.CornerRadius, s.panel.StrokeWidth = 8, 1
	holder := body
	if !scrolls {
		s.scroll = container.NewVScroll(container.New(gutter{}, body))
		holder = s.scroll
	}
	s.objects = []fyne.CanvasObject{s.veil, s.panel, s.title, holder, s.note, s.buttons}
	s.ExtendBaseWidget(s)
	return s
}

func (s *sheet) show(c fyne.Canvas) {
	s.canvas = c
	c.Overlays().Add(s)
	s.Resize(c.Size())
	c.Focus(s)
}

func (s *sheet) hide() {
	if s.canvas != nil {
		s.canvas.Overlays().Remove(s)
		s.canvas = nil
	}
}

// focus gives the keyboard to something in the sheet.
func (s *sheet) focus(o fyne.Focusable) {
	if s.canvas != nil {
		s.canvas.Focus(o)
	}
}

// say shows what is in the way, or nothing for "".
func (s *sheet) say(text string, importance widget.Importance) {
	s.note.Importance = importance
	s.note.SetText(text)
	s.note.Hidden = text == ""
	s.Refresh()
}

func (s *sheet) close() {
	if s.onClose != nil {
		s.onClose()
	}
}

// Tapped takes the keyboard, so that it does not fall through to the window.
func (s *sheet) Tapped(*fyne.PointEvent) { s.focus(s) }

// Cursor implements desktop.Cursorable: what lies below does not show through.
func (s *sheet) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// FocusGained implements fyne.Focusable.
func (s *sheet) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (s *sheet) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (s *sheet) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *sheet) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		s.close()
	}
}

// CreateRenderer implements fyne.Widget.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetRenderer{s}
	r.paint()
	return r
}

type sheetRenderer struct{ sheet *sheet }

func (r *sheetRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.sheet.objects }
func (r *sheetRenderer) Destroy()                     {}

func (r *sheetRenderer) Refresh() {
	r.paint()
	r.Layout(r.sheet.Size())
	canvas.Refresh(r.sheet)
}

func (r *sheetRenderer) paint() {
	s := r.sheet
	s.veil.FillColor = color.NRGBA{A: 0x80}
	s.panel.FillColor = theme.ColorForWidget(theme.ColorNameOverlayBackground, s)
	s.panel.StrokeColor = theme.ColorForWidget(theme.ColorNameSeparator, s)
	s.veil.Refresh()
	s.panel.Refresh()
}

func (r *sheetRenderer) Layout(size fyne.Size) {
	s := r.sheet
	s.veil.Resize(size)
	width := max(0, min(sheetWidth, size.Width-2*sheetMargin))
	inner := max(0, width-2*sheetPad)
	room := max(0, size.Height-2*sheetMargin)
	title, buttons := s.title.MinSize().Height, s.buttons.MinSize()
	note := float32(0)
	if s.note.Visible() {
		note = widgets.HeightAt(s.note, inner)
	}
	fixed := title + note + buttons.Height + 2*sheetPad + sheetGap
	body := min(max(0, room-fixed), widgets.HeightAt(s.body, inner))
	at := fyne.NewPos((size.Width-width)/2, sheetMargin+(room-fixed-body)/3)
	s.panel.Move(at)
	s.panel.Resize(fyne.NewSize(width, fixed+body))
	at = at.AddXY(sheetPad, sheetPad)
	put := func(o fyne.CanvasObject, x, width, height float32) {
		o.Move(at.AddXY(x, 0))
		o.Resize(fyne.NewSize(width, height))
		at.Y += height
	}
	pad := theme.SizeForWidget(theme.SizeNameInnerPadding, s)
	put(s.title, -pad, inner+2*pad, title)
	put(s.objects[3], -gutterLeft, inner+gutterLeft+gutterRight, body)
	put(s.note, -pad, inner+2*pad, note)
	at.Y += sheetGap
	put(s.buttons, max(0, inner-buttons.Width), min(inner, buttons.Width), buttons.Height)
}

// reveal scrolls to a control that got the keyboard, with what stands around it.
func (s *sheet) reveal(o fyne.CanvasObject) {
	const above, below = 24, 48 // its name and its hint, pixels
	if s.scroll == nil || s.canvas == nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.scroll).Y - above
	bottom := top + above + o.Size().Height + below
	at := s.scroll.Offset
	if room := s.scroll.Size().Height; bottom > room {
		at.Y += min(bottom-room, top)
	} else if top < 0 {
		at.Y += top
	}
	if at != s.scroll.Offset {
		s.scroll.ScrollToOffset(at)
	}
}

// gutter keeps what scrolls clear of the scrollbar and of the edge at which it
// is clipped.
type gutter struct{}

const gutterLeft, gutterRight = 4, 12 // pixels; the right one is less than sheetPad

func (gutter) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(gutterLeft+gutterRight, 0)
}

func (gutter) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(gutterLeft, 0))
	o[0].Resize(size.SubtractWidthHeight(gutterLeft+gutterRight, 0))
}
