package versions

import (
	"image"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
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
	photo    *catalog.Photo  // nil until it is read
	shape    image.Rectangle // of the picture, empty when there is none
	key      pictureKey      // of the picture that is shown or on its way
	ticket   *widgets.Ticket[pictureKey]
	frame    *canvas.Rectangle
	well     *canvas.Rectangle
	picture  *canvas.Image
	broken   *widget.Icon
	relation *canvas.Text
	badge    *widgets.StatusBadge
	count    *canvas.Text
	size     *canvas.Text
	name     *canvas.Text
}

func newTile(r *row) *tile {
	t := &tile{
		row: r, frame: canvas.NewRectangle(nil), well: canvas.NewRectangle(nil),
		picture: &canvas.Image{ScaleMode: canvas.ImageScaleFastest}, broken: widget.NewIcon(theme.BrokenImageIcon()),
		relation: canvas.NewText("", nil), badge: widgets.NewStatusBadge(widgets.Badge{}),
		count: canvas.NewText("", nil), size: canvas.NewText("", nil), name: canvas.NewText("", nil),
	}
	t.frame.CornerRadius, t.well.CornerRadius = 4, 2
	t.count.TextStyle.Bold = true
	t.ExtendBaseWidget(t)
	return t
}

// show makes the tile the one of a version of its row's group.
func (t *tile) show(version int) {
	s := t.row.group.Photos[version]
	if t.similar.Photo != s.Photo {
		t.clear()
		t.photo = nil
	}
	t.version, t.similar = version, s
	if p := t.row.view.photos.get(s.Photo); p != nil { // else one that is being read again stays as it was
		t.photo = p
		t.ask(keyOf(p))
	}
	t.Refresh()
}

// ask asks for a picture, unless it is here or on its way.
func (t *tile) ask(key pictureKey) {
	pictures := t.row.view.pictures
	if key == t.key && (t.ticket != nil || !t.shape.Empty() || pictures.failed[key]) {
		return
	}
	t.clear()
	t.key = key
	if pictures.failed[key] {
		return
	}
	t.ticket = pictures.loader.Request(key, func(img image.Image, err error) {
		t.ticket = nil
		if err != nil {
			pictures.fail(key)
		} else {
			t.picture.Image, t.shape = img, img.Bounds()
		}
		t.Refresh()
	})
}

// clear takes the picture away, and the request for one.
func (t *tile) clear() {
	t.ticket.Cancel()
	t.ticket, t.key, t.shape = nil, pictureKey{}, image.Rectangle{}
	t.picture.Image = nil
}

// broke tells whether the picture could not be had.
func (t *tile) broke() bool {
	return t.photo != nil && t.shape.Empty() && t.row.view.pictures.failed[t.key]
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
	r := &tileRenderer{t, []fyne.CanvasObject{t.frame, t.well, t.picture, t.broken, t.relation, t.badge, t.count, t.size, t.name}}
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
	fit := widgets.Fit(t.shape, room)
	if t.shape.Empty() {
		fit.Height = min(fit.Height, fit.Width*3/4)
	}
	at := fyne.NewPos(tilePad+(room.Width-fit.Width)/2, tilePad+room.Height-fit.Height) // all stand on one line
	for _, o := range []fyne.CanvasObject{t.picture, t.well} {
		o.Resize(fit)
		o.Move(at)
	}
	side := min(32, room.Height)
	t.broken.Resize(fyne.NewSquareSize(side))
	t.broken.Move(at.AddXY((fit.Width-side)/2, (fit.Height-side)/2))
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
		t.frame.StrokeColor, t.frame.StrokeWidth = theme.ColorForWidget(theme.ColorNamePrimary, t), 2
	}
	t.well.FillColor = theme.ColorForWidget(theme.ColorNameSeparator, t)
	t.well.Hidden, t.picture.Hidden, t.broken.Hidden = !t.shape.Empty(), t.shape.Empty(), !t.broke()
	t.badge.Hidden = t.photo == nil
	t.count.Text, t.name.Text, t.size.Text = "", "", t.pixels()
	if t.photo != nil {
		t.badge.SetBadge(look.Status(t.photo.Status, look.Variant()))
		if n := len(t.photo.ItemNames()); n > 0 {
			t.count.Text = t.row.view.words.Count(n)
		}
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
