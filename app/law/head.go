package law

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
)

// head stands above the list: the way back, the packs in force or the one that is
// looked at, what can be done, and what came of it.
type head struct {
	view *View

	title, count, packs, text *widget.Label
	choose, load, cancel      *widget.Button
	export                    *widget.Button
	buttons                   *fyne.Container
	ground                    *canvas.Rectangle
	box                       *fyne.Container
}

func newHead(v *View) *head {
	t := v.words.T
	h := &head{
		view: v, title: widget.NewLabel(""), count: widget.NewLabel(""), packs: widget.NewLabel(""), text: widget.NewLabel(""),
		ground: canvas.NewRectangle(nil),
	}
	h.title.TextStyle.Bold, h.title.Truncation = true, fyne.TextTruncateEllipsis
	for _, l := range []*widget.Label{h.count, h.packs} {
		l.Importance, l.SizeName, l.Wrapping = widget.LowImportance, theme.SizeNameCaptionText, fyne.TextWrapWord
	}
	h.text.Wrapping = fyne.TextWrapWord
	back := widget.NewButtonWithIcon("", theme.NavigateBackIcon(), v.leave)
	back.Importance = widget.LowImportance
	h.choose = widget.NewButtonWithIcon(t("law.choose"), theme.FolderOpenIcon(), v.choose)
	h.load = widget.NewButton(t("law.load"), v.load)
	h.load.Importance = widget.HighImportance
	h.cancel = widget.NewButton(t("law.cancel"), v.leave)
	h.export = widget.NewButtonWithIcon(t("law.export"), theme.DocumentSaveIcon(), v.export)
	h.buttons = widgets.NewFlow(look.Tight, h.choose, h.load, h.cancel, h.export)
	first := container.NewBorder(nil, nil, container.NewCenter(back), nil, h.title)
	lines := container.New(stacked{}, first, h.packs, h.count, h.text, container.New(layout.NewCustomPaddedLayout(overlap, look.Tight, look.Space, look.Space), h.buttons), widget.NewSeparator())
	h.box = container.NewStack(h.ground, lines)
	return h
}

func (h *head) paint() {
	h.ground.FillColor = theme.Color(theme.ColorNameBackground)
	h.ground.Refresh()
}

// say shows what came of something; nothing for "".
func (h *head) say(text string) { h.tell(text, widget.MediumImportance) }

// refuse says why a pack was not taken.
func (h *head) refuse(text string) { h.tell(text, widget.DangerImportance) }

func (h *head) tell(text string, importance widget.Importance) {
	h.text.Importance = importance
	h.text.SetText(text)
	h.show()
}

// show brings the lines in line with what is known.
func (h *head) show() {
	v, t := h.view, h.view.words.T
	p := v.proposal
	h.title.SetText(t("law.title"))
	h.packs.SetText(strings.Join(v.packs, "\n"))
	if p != nil {
		h.title.SetText(t("law.proposed", "title", v.words.PackTitle(p.diff.New.ID, p.diff.New.Title), "version", p.diff.New.Version))
		h.packs.SetText(packText(v.words, p.diff.New))
	}
	h.count.SetText(h.counted())
	h.text.Hidden, h.packs.Hidden, h.count.Hidden = h.text.Text == "", h.packs.Text == "", h.count.Text == ""
	h.choose.Hidden = p != nil || v.locked
	h.load.Hidden, h.cancel.Hidden = p == nil, p == nil
	h.export.Hidden = h.listed() == 0
	if p != nil {
		widgets.SetDisabled(h.load, p.loading)
		widgets.SetDisabled(h.cancel, p.loading)
	}
	h.buttons.Refresh()
	h.box.Refresh()
	if v.root != nil {
		v.root.Refresh() // the lines may be higher now
	}
}

// listed is how many judgements are listed.
func (h *head) listed() int {
	if p := h.view.proposal; p != nil {
		return len(h.view.entries) - p.changes
	}
	return len(h.view.entries)
}

// counted says how much is listed.
func (h *head) counted() string {
	v, w := h.view, h.view.words
	p, n := v.proposal, h.listed()
	more := v.more
	if p != nil {
		more = p.more
	}
	judgements := w.N("law.judgements", n)
	if more {
		judgements = w.N("law.judgements_more", n)
	}
	switch {
	case p != nil && p.changes > 0:
		return w.T("law.would_change", "changes", w.N("law.changes", p.changes), "judgements", judgements)
	case p != nil, n == 0:
		return ""
	case v.locked:
		return judgements
	}
	return w.T("law.counted", "judgements", judgements, "keys", w.T("law.keys"))
}

// stacked puts objects below one another with little room between texts; it gives
// each its width before it asks for its height, for texts wrap.
type stacked struct{}

// overlap is how far texts are moved together: they bring room of their own.
const overlap = 10

// MinSize implements fyne.Layout.
func (stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		if o.Visible() {
			height += o.MinSize().Height - overlapOf(o)
		}
	}
	return fyne.NewSize(0, height)
}

// Layout implements fyne.Layout.
func (stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, height))
		y += height - overlapOf(o)
	}
}

func overlapOf(o fyne.CanvasObject) float32 {
	if _, text := o.(*widget.Label); text {
		return overlap
	}
	return 0
}
