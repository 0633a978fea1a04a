package inspector

import (
	"context"
	"image"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
)

// head is the picture and what the file is.
type head struct {
	view     *View
	loading  task.Latest
	shown    catalog.PhotoID // whose picture is shown or on its way, 0: none
	picture  *canvas.Image
	frame    *fyne.Container
	title    *widget.Label
	file     *widget.Label
	problem  *widget.Label
	versions *versions
	box      *fyne.Container
}

func newHead(v *View) *head {
	h := &head{
		view: v, picture: newPicture(),
		title: newText(strong), file: newText(muted), problem: newText(alarming),
	}
	h.frame = newFrame(h.picture, pictureHeight)
	h.versions = newVersions(v)
	h.box = newColumn(h.frame, newTight(h.title, h.file, h.problem, h.versions.box))
	return h
}

// progress says how far a long selection was read.
func (h *head) progress(c content) {
	w := h.view.words
	h.title.SetText(w.N("inspector.photos", len(c.ids)))
	setText(h.file, w.T("inspector.reading", "n", c.read, "of", min(len(c.ids), maxRead)))
}

func (h *head) show() {
	c, w := &h.view.content, h.view.words
	h.showPicture()
	h.versions.show()
	if c.one != nil {
		p := &c.one.photo
		h.title.SetText(w.T("inspector.title", "id", p.ID.String(), "name", p.Name))
		setText(h.file, fileLine(h.view, p))
		setText(h.problem, w.FileReason(p.Problem))
		return
	}
	h.title.SetText(w.N("inspector.photos", len(c.ids)))
	lines := []string{w.N("inspector.changes_go_to", len(c.ids))}
	switch {
	case c.read == 0:
		lines = []string{w.T("inspector.reading", "n", 0, "of", min(len(c.ids), maxRead))}
	case !c.whole():
		lines = append(lines, w.T("inspector.first_only", "n", c.read))
	}
	setText(h.file, strings.Join(lines, "\n"))
	problems := ""
	if c.sum.problems > 0 {
		problems = w.N("inspector.problems", c.sum.problems)
	}
	setText(h.problem, problems)
}

// fileLine says what the file is: pixels, format, size, beginning of its hash.
func fileLine(v *View, p *catalog.Photo) string {
	w := v.words
	var parts []string
	if p.Width != nil && p.Height != nil {
		parts = append(parts, w.T("inspector.pixels", "w", *p.Width, "h", *p.Height), w.Megapixels(*p.Width, *p.Height))
	}
	parts = append(parts, strings.ToUpper(p.Format), w.Bytes(p.Size), w.T("inspector.hash", "hash", p.SHA256[:min(10, len(p.SHA256))]))
	return strings.Join(parts, " · ")
}

// showPicture shows the photo that the keyboard is at, if it is one of the
// form's, else the first.
func (h *head) showPicture() {
	ids := h.view.form
	if len(ids) == 0 {
		h.loading.Cancel()
		h.shown = 0
		h.setPicture(nil)
		return
	}
	id := ids[0]
	if slices.Contains(ids, h.view.lead) {
		id = h.view.lead
	}
	if id == h.shown {
		return
	}
	h.shown = id
	h.setPicture(nil) // no other photo's picture stands beside this one's facts
	store := h.view.store
	task.Ask(h.view.tasks, &h.loading, func(ctx context.Context, tell func(image.Image)) error {
		img, err := thumbnail(ctx, store, id)
		if err == nil {
			tell(img)
		}
		return err
	}, h.setPicture, func(err error) {
		if err != nil { // that the original is gone is told where photos are verified
			h.setPicture(nil)
		}
	})
}

func thumbnail(ctx context.Context, store Store, id catalog.PhotoID) (image.Image, error) {
	photos, err := store.Photos(ctx, []catalog.PhotoID{id})
	if err != nil {
		return nil, err
	}
	if len(photos) == 0 {
		return nil, &catalog.Error{Code: catalog.ErrNotFound, Op: "inspect", Subject: id.String()}
	}
	data, err := store.Thumbnail(ctx, photos[0])
	if err != nil {
		return nil, err
	}
	return widgets.DecodePicture(data)
}

func (h *head) setPicture(img image.Image) {
	h.picture.Image = img
	setVisible(h.picture, img != nil)
	h.picture.Refresh()
}
