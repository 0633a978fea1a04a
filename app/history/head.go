package history

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
)

// head stands above the steps: the way back, whose history it is, and of whom.
type head struct {
	view   *View
	title  *widget.Label
	whole  *widget.Button // from one photo to the catalogue
	who    *widget.Select
	ground *canvas.Rectangle
	box    *fyne.Container
}

func newHead(v *View) *head {
	t := v.words.T
	h := &head{view: v, title: widget.NewLabel(""), ground: canvas.NewRectangle(nil)}
	h.title.TextStyle.Bold, h.title.Truncation = true, fyne.TextTruncateEllipsis
	back := widget.NewButtonWithIcon("", theme.NavigateBackIcon(), v.leave)
	back.Importance = widget.LowImportance
	h.whole = widget.NewButton(t("history.all"), func() {
		v.Open(0)
		v.Focus()
	})
	h.who = widget.NewSelect([]string{t("history.anybody")}, nil)
	h.who.SetSelectedIndex(0)
	h.who.OnChanged = func(string) { h.chosen() }
	row := container.NewBorder(nil, nil, container.NewCenter(back), container.NewHBox(h.whole, h.who), h.title)
	inset := layout.NewCustomPaddedLayout(look.Tight, look.Tight, look.Tight, look.Space)
	h.box = container.NewStack(h.ground, container.New(layout.NewCustomPaddedVBoxLayout(0), container.New(inset, row), widget.NewSeparator()))
	return h
}

// chosen shows the steps of another person.
func (h *head) chosen() {
	v := h.view
	v.of.Actor = nil
	if i := h.who.SelectedIndex(); i > 0 && i <= len(v.actors) {
		v.of.Actor = &v.actors[i-1]
	}
	v.read()
	v.Focus()
}

// show brings the line in line with what is known.
func (h *head) show() {
	v, t := h.view, h.view.words.T
	h.title.SetText(t("history.title"))
	if v.of.Photo != 0 {
		h.title.SetText(t("history.title_of", "photo", v.of.Photo.String()))
	}
	h.whole.Hidden = v.of.Photo == 0
	names := []string{t("history.anybody")}
	for _, name := range v.actors {
		if name == "" {
			name = t("history.unnamed")
		}
		names = append(names, name)
	}
	if !slices.Equal(names, h.who.Options) {
		h.who.SetOptions(names)
	}
	h.who.Hidden = len(v.actors) < 2 && v.of.Actor == nil
	h.box.Refresh()
}

// detail stands above what a step changed.
type detail struct {
	view   *View
	title  *widget.Label // what was done, whole
	count  *widget.Label
	photos *widget.Button
	ground *canvas.Rectangle
	box    *fyne.Container
}

func newDetail(v *View) *detail {
	d := &detail{view: v, title: widget.NewLabel(""), count: widget.NewLabel(""), ground: canvas.NewRectangle(nil)}
	d.title.Wrapping, d.title.TextStyle.Bold = fyne.TextWrapWord, true
	d.title.Hide()
	d.count.Truncation, d.count.Importance = fyne.TextTruncateEllipsis, widget.LowImportance
	d.photos = widget.NewButtonWithIcon(v.words.T("history.photos"), theme.GridIcon(), v.photos)
	row := container.NewBorder(nil, nil, nil, d.photos, d.count)
	inset := layout.NewCustomPaddedLayout(look.Tight, look.Tight, look.Tight, look.Space)
	d.box = container.NewStack(d.ground, container.New(layout.NewCustomPaddedVBoxLayout(0), widget.NewSeparator(), d.title, container.New(inset, row)))
	return d
}

// show says how much of the step's changes is listed.
func (d *detail) show() {
	v, c := d.view, &d.view.changes
	text := v.words.T("history.reading")
	switch n := len(c.list); {
	case c.of == 0:
		text = ""
	case c.whole && n == 0:
		text = v.words.T("history.no_changes")
	case c.whole && n >= maxLines:
		text = v.words.T("history.first_changes", "n", n, "step", int64(c.of))
	case c.whole:
		text = v.words.N("history.changes", n)
	case n > 0:
		text = v.words.T("history.changes_so_far", "n", n)
	}
	if d.count.Text != text {
		d.count.SetText(text)
	}
	did := ""
	if e := v.entries.peek(v.Step()); e != nil {
		did = shorten(e.text)
	}
	if d.title.Text != did {
		d.title.SetText(did)
		d.title.Hidden = did == ""
		if v.root != nil {
			v.root.Refresh() // the lines may be higher now
		}
	}
	widgets.SetDisabled(d.photos, !c.photos)
}

// mostText is how many characters of what was done stand above the changes: a few
// lines in a narrow window.
const mostText = 300

func shorten(text string) string {
	if runes := []rune(text); len(runes) > mostText {
		return string(runes[:mostText-1]) + "…"
	}
	return text
}
