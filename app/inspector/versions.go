package inspector

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// maxVersions is how many of the photos that look alike are named.
const maxVersions = 6

// versions says which other photos look like the one that is shown.
type versions struct {
	view    *View
	reading task.Latest
	of      catalog.PhotoID // whom it speaks of, 0: nobody
	link    *widget.Hyperlink
	names   *widget.Label
	box     *fyne.Container
}

func newVersions(v *View) *versions {
	n := &versions{view: v, link: widget.NewHyperlink("", nil), names: newText(muted)}
	n.link.SizeName = theme.SizeNameCaptionText
	n.link.OnTapped = func() {
		if n.of != 0 && v.OnShowVersions != nil {
			v.OnShowVersions(n.of)
		}
	}
	n.box = container.New(&column{-look.Space - look.Tight}, n.link, n.names)
	n.box.Hide()
	return n
}

// show looks for the versions of the photo of the form, after all else is shown:
// it takes all photos to find them.
func (n *versions) show() {
	s := n.view.content.one
	if s == nil {
		n.reading.Cancel()
		n.tell(0, nil)
		return
	}
	id, store := s.photo.ID, n.view.store
	if id != n.of {
		n.tell(id, nil)
	}
	task.Ask(n.view.tasks, &n.reading, func(ctx context.Context, tell func([]workspace.Similar)) error {
		near, err := store.Near(ctx, id)
		if err == nil {
			tell(near)
		}
		return err
	}, func(near []workspace.Similar) { n.tell(id, near) }, func(err error) {
		if err != nil {
			n.view.report(err)
		}
	})
}

func (n *versions) tell(id catalog.PhotoID, near []workspace.Similar) {
	n.of = id
	visible := n.box.Visible()
	setVisible(n.box, len(near) > 0)
	if len(near) > 0 {
		var names []string
		for _, s := range near[:min(len(near), maxVersions)] {
			names = append(names, s.Photo.String())
		}
		if len(near) > maxVersions {
			names = append(names, n.view.words.N("inspector.more_values", len(near)-maxVersions))
		}
		n.link.SetText(n.view.words.N("inspector.versions", len(near)))
		n.names.SetText(strings.Join(names, " · "))
	}
	if visible || n.box.Visible() {
		n.view.relayout()
	}
}
