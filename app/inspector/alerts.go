package inspector

import (
	"context"
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"waybill/app/present"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/picture"
	"waybill/catalog/workspace"
)

// alerts is what a person should look at, each with its sign.
type alerts struct {
	view    *View
	list    *fyne.Container
	pair    *thumbnails
	loading task.Latest
	shown   string // the photo whose two pictures are shown or on their way, by its bytes
	box     *fyne.Container
}

func newAlerts(v *View) *alerts {
	a := &alerts{view: v, list: container.New(&column{-look.Space})}
	a.pair = newThumbnails(v.words.T("inspector.thumbnail.photo"), v.words.T("inspector.thumbnail.embedded"))
	a.box = newColumn(a.list, a.pair.box)
	a.box.Hide()
	return a
}

func (a *alerts) show() {
	c, w := &a.view.content, a.view.words
	var texts []string
	differs := false
	switch {
	case c.one != nil:
		texts = warningTexts(w, c.one.assessed.Warnings)
		differs = c.one.assessed.Warned(catalog.WarnThumbnail)
	case c.sum.warned > 0:
		texts = append(texts, w.N("inspector.warned", c.sum.warned))
	}
	texts = append(texts, orderTexts(w, &c.order)...)
	a.list.Objects = nil
	for _, text := range texts {
		a.list.Add(a.row(text))
	}
	setVisible(a.box, len(texts) > 0)
	if differs {
		a.load(&c.one.photo)
		return
	}
	a.loading.Cancel()
	a.shown = ""
	a.pair.box.Hide()
}

// warningTexts says each warning once. The claims of those that stand side by
// side below are not told here too.
func warningTexts(w *present.Words, warnings []catalog.Warning) []string {
	var texts []string
	for _, x := range warnings {
		if slices.Contains(paired, x.Code) {
			x.Claims = nil
		}
		if text := w.WarningText(x); !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return texts
}

// maxContradictions is how many photos are told that were taken in the wrong order.
const maxContradictions = 3

// orderTexts says where times of photos run against the legs of their route.
func orderTexts(w *present.Words, order *workspace.Order) []string {
	var texts []string
	list := order.Contradictions
	for i := range list[:min(len(list), maxContradictions)] {
		texts = append(texts, w.RouteOrder(&list[i]))
	}
	if more := len(list) - maxContradictions; more > 0 {
		texts = append(texts, w.N("inspector.more_order", more))
	}
	if order.Left > 0 {
		texts = append(texts, w.N("inspector.order_left", order.Left))
	}
	return texts
}

func (a *alerts) row(text string) fyne.CanvasObject {
	label := newText(alarming)
	label.SetText(text)
	return container.NewBorder(nil, nil, newSign(), nil, label)
}

// twoPictures are a photo's and the one in its file; nil is not to be had.
type twoPictures struct{ photo, embedded image.Image }

// load brings the two pictures off the UI thread.
func (a *alerts) load(p *catalog.Photo) {
	if a.shown == p.SHA256 {
		return
	}
	a.shown = p.SHA256
	a.pair.show(twoPictures{})
	store, photo := a.view.store, *p
	task.Ask(a.view.tasks, &a.loading, func(ctx context.Context, tell func(twoPictures)) error {
		pictures, err := loadTwo(ctx, store, photo)
		if err == nil {
			tell(pictures)
		}
		return err
	}, func(t twoPictures) {
		a.pair.show(t)
		a.view.relayout()
	}, func(err error) {
		if err != nil { // that the original is gone is told where photos are verified
			a.pair.box.Hide()
		}
	})
}

func loadTwo(ctx context.Context, store Store, p catalog.Photo) (twoPictures, error) {
	var both twoPictures
	data, err := store.EmbeddedThumbnail(ctx, p)
	if err != nil || data == nil {
		return both, err
	}
	embedded, err := widgets.DecodePicture(data)
	if err != nil {
		return both, err
	}
	whole, err := store.Thumbnail(ctx, p)
	if err != nil {
		return both, err
	}
	photo, err := widgets.DecodePicture(whole)
	if err != nil {
		return both, err
	}
	turn := 1
	if p.Orientation != nil {
		turn = *p.Orientation
	}
	return twoPictures{photo, uprightLike(embedded, photo, turn)}, nil
}

// uprightLike turns the picture in a file as the photo is turned, unless the
// program that turned the photo has turned it already.
func uprightLike(embedded, photo *image.RGBA, orientation int) image.Image {
	lies := func(r image.Rectangle) bool { return r.Dx() >= r.Dy() }
	quarter := orientation >= 5
	if orientation == 1 || quarter && lies(embedded.Rect) == lies(photo.Rect) {
		return embedded
	}
	opaque := &image.NRGBA{Pix: embedded.Pix, Stride: embedded.Stride, Rect: embedded.Rect} // a JPEG has no other pixels
	return picture.Upright(opaque, orientation)
}

// thumbnails are two pictures side by side, each with its name below.
type thumbnails struct {
	photo, embedded *canvas.Image
	box             *fyne.Container
}

func newThumbnails(photo, embedded string) *thumbnails {
	t := &thumbnails{photo: newPicture(), embedded: newPicture()}
	half := func(p *canvas.Image, name string) fyne.CanvasObject {
		caption := newText(muted)
		caption.Alignment = fyne.TextAlignCenter
		caption.SetText(name)
		return container.New(&column{-look.Tight}, newFrame(p, pairHeight), caption)
	}
	t.box = container.New(twoHalves{look.Tight}, half(t.photo, photo), half(t.embedded, embedded))
	t.box.Hide()
	return t
}

func (t *thumbnails) show(p twoPictures) {
	for i, c := range []*canvas.Image{t.photo, t.embedded} {
		c.Image = []image.Image{p.photo, p.embedded}[i]
		setVisible(c, c.Image != nil)
		c.Refresh()
	}
	setVisible(t.box, p.photo != nil)
}
