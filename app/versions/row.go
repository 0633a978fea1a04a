package versions

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
	"waybill/catalog/workspace"
)

// Measures of a row, in pixels.
const (
	rowMargin  = 4  // around the card
	rowPad     = 8  // inside it
	rowTitle   = 36 // its first line
	rowGap     = 8
	headWidth  = 192
	tileWidth  = 136
	tileLeast  = 104 // where there is little room
	moreWidth  = 36
	tileHeight = 196
	rowHeight  = 2*rowMargin + rowTitle + tileHeight + rowPad
)

// row shows one group after another: the head, then the other versions.
type row struct {
	widget.BaseWidget
	widgets.StillRow
	view  *View
	index int             // of the group; -1: none yet
	group workspace.Group // what it shows
	first int             // of the other versions that is visible

	card          *canvas.Rectangle
	title         *canvas.Text
	before, after *canvas.Text // how many versions are out of sight
	unite, open   *button
	tiles         []*tile // the head's first; made when there is room for them
	objects       []fyne.CanvasObject
}

func newRow(v *View) *row {
	r := &row{
		view: v, index: -1, card: canvas.NewRectangle(nil),
		title: canvas.NewText("", nil), before: canvas.NewText("", nil), after: canvas.NewText("", nil),
	}
	r.card.CornerRadius = 6
	r.title.TextStyle.Bold = true
	r.before.Alignment, r.after.Alignment = fyne.TextAlignCenter, fyne.TextAlignCenter
	r.unite = newButton(r, "", func() { v.pick(r.index, 0); v.unions.one(r.index); v.Focus() })
	r.open = newButton(r, v.words.T("versions.show"), func() { v.present(r.index) })
	r.open.Importance = widget.LowImportance
	r.objects = []fyne.CanvasObject{r.card, r.title, r.unite, r.open, r.before, r.after}
	r.ExtendBaseWidget(r)
	return r
}

// button is a button of a row.
type button struct {
	widget.Button
	row *row
}

func newButton(r *row, text string, tapped func()) *button {
	b := &button{row: r}
	b.Text, b.OnTapped = text, tapped
	b.ExtendBaseWidget(b)
	return b
}

// show makes the row the one of a group.
func (r *row) show(index int) {
	g := r.view.groups[index]
	if r.index != index || !slices.Equal(r.group.Photos, g.Photos) {
		r.first = 0
		r.giveKeyboardBack()
	}
	r.index, r.group = index, g
	r.Refresh()
}

// giveKeyboardBack keeps a button from acting on another group than the one for
// which it got the keyboard.
func (r *row) giveKeyboardBack() {
	if widgets.HasKeyboard(r.unite, r.open) {
		r.view.Focus()
	}
}

// MouseDown takes the keyboard to the group.
func (r *row) MouseDown(*desktop.MouseEvent) {
	r.view.Focus()
	r.view.pick(r.index, 0)
}

// Scrolled implements fyne.Scrollable.
func (r *row) Scrolled(e *fyne.ScrollEvent) { r.view.list.wheel(e) }

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	renderer := &rowRenderer{r}
	renderer.paint()
	return renderer
}

type rowRenderer struct{ row *row }

func (r *rowRenderer) MinSize() fyne.Size           { return fyne.NewSize(headWidth, rowHeight) }
func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.row.objects }
func (r *rowRenderer) Destroy()                     {}

func (r *rowRenderer) Refresh() {
	r.paint()
	r.Layout(r.row.Size())
	for _, o := range r.row.objects[:6] {
		o.Refresh()
	}
}

func (r *rowRenderer) Layout(size fyne.Size) {
	row := r.row
	row.card.Move(fyne.NewSquareOffsetPos(rowMargin))
	row.card.Resize(size.SubtractWidthHeight(2*rowMargin, 2*rowMargin))
	if row.index < 0 || size.Width <= 0 {
		return
	}
	right := size.Width - rowMargin - rowPad/2
	for _, b := range []*button{row.open, row.unite} {
		if !b.Visible() {
			continue
		}
		least := b.MinSize()
		right -= least.Width
		b.Move(fyne.NewPos(right, rowMargin+(rowTitle-least.Height)/2))
		b.Resize(least)
		right -= 4
	}
	left := float32(rowMargin + rowPad)
	row.title.Text = widgets.Ellipsis(row.heading(), right-left-rowPad, row.title.TextSize, row.title.TextStyle)
	height := row.title.MinSize().Height
	row.title.Move(fyne.NewPos(left, rowMargin+(rowTitle-height)/2))
	row.title.Resize(fyne.NewSize(max(0, right-left), height))
	row.arrange(left, size.Width-2*left)
}

// heading says how many versions there are.
func (r *row) heading() string { return r.view.words.N("versions.versions", len(r.group.Photos)) }

// arrange puts the tiles into a width: the head, and of the others those around
// the one with the keyboard.
func (r *row) arrange(left, width float32) {
	top := float32(rowMargin + rowTitle)
	head := min(headWidth, width*0.4)
	r.put(0, 0, fyne.NewPos(left, top), head)
	left, width = left+head+rowGap, width-head-rowGap
	others := len(r.group.Photos) - 1
	n := min(fit(width), others)
	if n < others {
		left, width = left+moreWidth, width-2*moreWidth
		n = fit(width)
	}
	r.scrollTo(n, others)
	across := min(tileWidth, (width+rowGap)/float32(n)-rowGap)
	for i := range n {
		r.put(i+1, r.first+i+1, fyne.NewPos(left+float32(i)*(across+rowGap), top), across)
	}
	for _, t := range r.tiles[n+1:] {
		t.picture.Clear()
		t.Hide()
	}
	r.label(r.before, r.first, left-moreWidth)
	r.label(r.after, others-n-r.first, left+float32(n)*(across+rowGap)-rowGap)
}

// fit is how many tiles beside the head's have room in a width.
func fit(width float32) int { return max(1, int((width+rowGap)/(tileLeast+rowGap))) }

// scrollTo brings the version with the keyboard among the n visible ones.
func (r *row) scrollTo(n, others int) {
	if r.index == r.view.at && r.view.version > 0 {
		at := r.view.version - 1
		r.first = min(max(r.first, at-n+1), at)
	} else if r.index != r.view.at {
		r.first = 0
	}
	r.first = min(max(r.first, 0), others-n)
}

// put shows a version of the group in the nth tile.
func (r *row) put(n, version int, at fyne.Position, width float32) {
	if n == len(r.tiles) {
		t := newTile(r)
		r.tiles = append(r.tiles, t)
		r.objects = append(r.objects, t)
	}
	t := r.tiles[n]
	t.Move(at)
	t.Resize(fyne.NewSize(width, tileHeight))
	t.Show()
	t.show(version)
}

// label says how many versions are out of sight on a side.
func (r *row) label(t *canvas.Text, n int, left float32) {
	t.Text = ""
	if n > 0 {
		t.Text = "+" + r.view.words.Count(n)
	}
	t.Move(fyne.NewPos(left, rowMargin+rowTitle+tileHeight/3))
	t.Resize(fyne.NewSize(moreWidth, t.MinSize().Height))
}

func (r *rowRenderer) paint() {
	row, v := r.row, r.row.view
	row.card.FillColor = theme.ColorForWidget(theme.ColorNameBackground, row)
	row.card.StrokeColor, row.card.StrokeWidth = theme.ColorForWidget(theme.ColorNameSeparator, row), 1
	if row.index == v.at && v.list.Focused() {
		row.card.StrokeColor, row.card.StrokeWidth = widgets.Ring(row)
	}
	for _, t := range []*canvas.Text{row.title, row.before, row.after} {
		t.Color, t.TextSize = theme.ColorForWidget(theme.ColorNameForeground, row), theme.SizeForWidget(theme.SizeNameText, row)
	}
	row.before.Color, row.after.Color = theme.ColorForWidget(theme.ColorNamePlaceHolder, row), theme.ColorForWidget(theme.ColorNamePlaceHolder, row)
	row.unite.Hidden = v.locked
	if row.index < 0 {
		return
	}
	same := v.alike(row.group)
	text := v.words.T("versions.unite")
	if same {
		text = v.words.T("versions.same")
	}
	if row.unite.Text != text {
		row.unite.SetText(text)
	}
	widgets.SetDisabled(&row.unite.Button, same || v.unions.many || v.unions.running[row.group.Photos[0].Photo])
}
