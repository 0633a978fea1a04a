package versions

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/thumbs"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// Measures of a tile, in pixels.
const (
	tilePad   = 6
	lineSide  = 18 // of each of the three lines below the picture
	badgeSide = 16
	lineGap   = 5 // between things in a line
)

// tile shows one version after another: its picture, how far it is from the
// head, its status, number of items and size, and its name.
type tile struct {
	widget.BaseWidget
	row      *row
	version  int // its place in the group
	similar  workspace.Similar
	photo    *catalog.Photo // nil until it is read
	frame    *canvas.Rectangle
	picture  *thumbs.Picture
	relation *canvas.Text
	badge    *widgets.StatusBadge
	count    *canvas.Text
	size     *canvas.Text
	name     *canvas.Text
}

func newTile(r *row) *tile {
	t := &tile{
		row: r, frame: canvas.NewRectangle(nil),
		relation: canvas.NewText("", nil), badge: widgets.NewStatusBadge(widgets.Badge{}),
		count: canvas.NewText("", nil), size: canvas.NewText("", nil), name: canvas.NewText("", nil),
	}
	t.picture = r.view.thumbs.NewPicture(t.Refresh)
	t.frame.CornerRadius = 4
	t.count.TextStyle.Bold = true
	t.ExtendBaseWidget(t)
	return t
}

// show makes the tile the one of a version of its row's group.
func (t *tile) show(version int) {
	s := t.row.group.Photos[version]
	if t.similar.Photo != s.Photo {
		t.picture.Clear()
		t.photo = nil
	}
	t.version, t.similar = version, s
	if p := t.row.view.photos.Get(s.Photo); p != nil { // else one that is being read again stays as it was
		t.photo = p
		t.picture.Show(p)
	}
	t.Refresh()
}

// focused tells whether the keyboard is at this version.
func (t *tile) focused() bool {
	v := t.row.view
	return t.row.index == v.at && t.version == v.version
}

// MouseDown takes the keyboard to the version.
func (t *tile) MouseDown(*desktop.MouseEvent) {
	t.row.view.Focus()
	t.row.view.pick(t.row.index, t.version)
}

// MouseUp implements desktop.Mouseable; nothing is left to do.
func (t *tile) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped shows the group in the gallery.
func (t *tile) DoubleTapped(*fyne.PointEvent) { t.row.view.present(t.row.index) }

// words say how the version stands to the head.
func (t *tile) words() string {
	v := t.row.view
	switch {
	case t.version > 0 && t.similar.Distance == 0:
		return v.words.T("versions.equal")
	case t.version > 0:
		return v.words.N("versions.distance", t.similar.Distance)
	case v.subject != 0:
		return v.words.T("versions.this")
	}
	return v.words.T("versions.best")
}

// pixels says how large the version is.
func (t *tile) pixels() string {
	switch p := t.photo; {
	case p == nil:
		return ""
	case p.Width == nil || p.Height == nil:
		return t.row.view.words.T("versions.no_size")
	default:
		return t.row.view.words.T("versions.size", "width", strconv.Itoa(*p.Width), "height", strconv.Itoa(*p.Height))
	}
}

// CreateRenderer implements fyne.Widget.
func (t *tile) CreateRenderer() fyne.WidgetRenderer {
	r := &tileRenderer{t, slices.Concat([]fyne.CanvasObject{t.frame}, t.picture.Objects(), []fyne.CanvasObject{t.relation, t.badge, t.count, t.size, t.name})}
	r.paint()
	return r
}

type tileRenderer struct {
	tile    *tile
	objects []fyne.CanvasObject
}

func (r *tileRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(48) }
func (r *tileRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *tileRenderer) Destroy()                     {}

func (r *tileRenderer) Refresh() {
	r.paint()
	r.Layout(r.tile.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *tileRenderer) Layout(size fyne.Size) {
	t := r.tile
	t.frame.Resize(size)
	room := fyne.NewSize(max(1, size.Width-2*tilePad), max(1, size.Height-3*lineSide-2*tilePad))
	fit := widgets.Fit(t.picture.Shape(), room)
	if !t.picture.Shown() {
		fit.Height = min(fit.Height, fit.Width*3/4)
	}
	t.picture.Place(fyne.NewPos(tilePad+(room.Width-fit.Width)/2, tilePad+room.Height-fit.Height), fit) // all stand on one line
	y := size.Height - tilePad - 3*lineSide + 2
	line := func(text *canvas.Text, x, y float32) {
		height := text.MinSize().Height
		text.Move(fyne.NewPos(x, y+(lineSide-height)/2))
		text.Resize(fyne.NewSize(max(0, size.Width-tilePad-x), height))
	}
	t.relation.Text = widgets.Ellipsis(t.words(), room.Width, t.relation.TextSize, t.relation.TextStyle)
	line(t.relation, tilePad, y)
	y += lineSide
	t.badge.Move(fyne.NewPos(tilePad, y+(lineSide-badgeSide)/2))
	t.badge.Resize(fyne.NewSquareSize(badgeSide))
	x := float32(tilePad + badgeSide + lineGap)
	if t.count.Text != "" {
		line(t.count, x, y)
		x += t.count.MinSize().Width + lineGap
	}
	line(t.size, x, y)
	if t.photo != nil {
		t.name.Text = widgets.Ellipsis(t.photo.Name, room.Width, t.name.TextSize, t.name.TextStyle)
	}
	line(t.name, tilePad, y+lineSide)
}

func (r *tileRenderer) paint() {
	t := r.tile
	t.frame.FillColor, t.frame.StrokeColor, t.frame.StrokeWidth = nil, nil, 0
	if t.focused() {
		t.frame.FillColor = theme.ColorForWidget(theme.ColorNameSelection, t)
		t.frame.StrokeColor, t.frame.StrokeWidth = widgets.Ring(t)
	}
	t.picture.Paint(theme.ColorForWidget(theme.ColorNameSeparator, t))
	t.badge.Hidden = t.photo == nil
	t.count.Text, t.name.Text, t.size.Text = "", "", t.pixels()
	if t.photo != nil {
		t.badge.SetBadge(look.Status(t.photo.Status, look.Variant()))
		t.count.Text = t.row.view.words.GoodsCount(t.photo)
	}
	plain, faint := theme.ColorForWidget(theme.ColorNameForeground, t), theme.ColorForWidget(theme.ColorNamePlaceHolder, t)
	if t.focused() {
		faint = plain
	}
	t.count.Color, t.size.Color, t.name.Color, t.relation.Color = plain, plain, faint, faint
	t.relation.TextStyle.Bold = t.version == 0
	if t.version == 0 {
		t.relation.Color = theme.ColorForWidget(theme.ColorNamePrimary, t)
	}
	for _, text := range []*canvas.Text{t.relation, t.count, t.size, t.name} {
		text.TextSize = theme.SizeForWidget(theme.SizeNameCaptionText, t)
	}
}
