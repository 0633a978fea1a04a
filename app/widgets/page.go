package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Page is something to read that may be longer than its room: the wheel scrolls
// it, and, with the keyboard here, the arrows, Page Up, Page Down, Space, Home and
// End do. All other keys go to OnKey.
type Page struct {
	widget.BaseWidget
	OnKey func(*fyne.KeyEvent) // nil: nobody wants them

	scroll *container.Scroll
	ring   *canvas.Rectangle
}

// NewPage returns a page of some content.
func NewPage(content fyne.CanvasObject) *Page {
	p := &Page{scroll: container.NewVScroll(content), ring: canvas.NewRectangle(nil)}
	p.ring.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// Offset is how far the page is scrolled down, in pixels.
func (p *Page) Offset() float32 { return p.scroll.Offset.Y }

// TypedKey implements fyne.Focusable.
func (p *Page) TypedKey(e *fyne.KeyEvent) {
	line, page := 2*theme.TextSize(), p.scroll.Size().Height*0.9
	switch e.Name {
	case fyne.KeyUp:
		p.by(-line)
	case fyne.KeyDown:
		p.by(line)
	case fyne.KeyPageUp:
		p.by(-page)
	case fyne.KeyPageDown, fyne.KeySpace:
		p.by(page)
	case fyne.KeyHome:
		p.scroll.ScrollToTop()
	case fyne.KeyEnd:
		p.scroll.ScrollToBottom()
	default:
		if p.OnKey != nil {
			p.OnKey(e)
		}
	}
}

// by scrolls on, as far as there is something.
func (p *Page) by(way float32) {
	least := p.scroll.Content.MinSize().Height - p.scroll.Size().Height
	p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(p.scroll.Offset.Y+way, least))))
}

// TypedRune implements fyne.Focusable.
func (p *Page) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (p *Page) FocusGained() { p.ring.Show(); p.Refresh() }

// FocusLost implements fyne.Focusable.
func (p *Page) FocusLost() { p.ring.Hide(); p.Refresh() }

// CreateRenderer implements fyne.Widget.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	r := &pageRenderer{p}
	r.Refresh()
	return r
}

type pageRenderer struct{ page *Page }

func (r *pageRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.page.scroll, r.page.ring}
}
func (r *pageRenderer) Destroy()           {}
func (r *pageRenderer) MinSize() fyne.Size { return r.page.scroll.MinSize() }

func (r *pageRenderer) Layout(size fyne.Size) {
	r.page.scroll.Resize(size)
	r.page.ring.Resize(size)
}

func (r *pageRenderer) Refresh() {
	ring := r.page.ring
	ring.StrokeColor, ring.StrokeWidth = Ring(r.page)
	ring.CornerRadius = theme.InputRadiusSize()
	ring.Refresh()
}
