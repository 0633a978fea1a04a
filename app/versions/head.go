package versions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
)

// head is the line above the groups: the way back, what is shown, and what can
// be done with all groups. Below it stands a question, the progress of what was
// begun, or what came of it.
type head struct {
	view   *View
	asking bool   // whether the tags of all groups shall be united
	result string // what came of the last action

	title, count *widget.Label
	unite, again *widget.Button
	text         *widget.Label
	yes, no      *widget.Button
	second       *fyne.Container
	ground       *canvas.Rectangle
	box          *fyne.Container
}

func newHead(v *View) *head {
	t := v.words.T
	h := &head{view: v, title: widget.NewLabel(""), count: widget.NewLabel(""), text: widget.NewLabel(""), ground: canvas.NewRectangle(nil)}
	h.title.TextStyle.Bold = true
	h.count.Importance, h.count.SizeName = widget.LowImportance, theme.SizeNameCaptionText
	h.title.Truncation, h.count.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	h.text.Wrapping = fyne.TextWrapWord
	back := widget.NewButtonWithIcon("", theme.NavigateBackIcon(), func() { v.unions.stop(); v.leave() })
	h.unite = widget.NewButton(t("versions.unite_all"), func() { h.ask(true) })
	h.again = widget.NewButtonWithIcon("", theme.ViewRefreshIcon(), func() { h.say(""); v.look() })
	h.yes = widget.NewButton(t("versions.unite_yes"), func() { h.ask(false); v.unions.every(); v.Focus() })
	h.yes.Importance = widget.HighImportance
	h.no = widget.NewButton(t("versions.cancel"), func() { v.unions.stop(); v.Focus() })
	for _, b := range []*widget.Button{back, h.again, h.no} {
		b.Importance = widget.LowImportance
	}
	titles := container.New(layout.NewCustomPaddedVBoxLayout(-14), h.title, h.count)
	right := container.NewHBox(container.NewCenter(h.unite), container.NewCenter(h.again))
	inset := layout.NewCustomPaddedLayout(0, 0, look.Tight, look.Space)
	first := container.New(inset, container.NewBorder(nil, nil, container.NewCenter(back), right, titles))
	h.second = container.New(inset, container.NewBorder(nil, nil, nil, container.NewHBox(container.NewCenter(h.yes), container.NewCenter(h.no)), h.text))
	lines := container.New(layout.NewCustomPaddedVBoxLayout(0), first, h.second, widget.NewSeparator())
	h.box = container.NewStack(h.ground, lines)
	return h
}

func (h *head) paint() {
	h.ground.FillColor = theme.Color(theme.ColorNameBackground)
	h.ground.Refresh()
}

// ask asks whether the tags of all groups shall be united, or takes the
// question back.
func (h *head) ask(on bool) {
	h.asking, h.result = on, ""
	h.show()
}

// say shows what came of something; nothing for "".
func (h *head) say(text string) {
	h.asking, h.result = false, text
	h.show()
}

// show brings the line in line with what is known.
func (h *head) show() {
	v, t := h.view, h.view.words.T
	h.title.SetText(t("versions.title"))
	if v.subject != 0 {
		h.title.SetText(t("versions.title_of", "photo", v.subject.String()))
	}
	h.count.SetText(h.counted())
	h.unite.Hidden = v.locked || len(v.groups) < 2
	widgets.SetDisabled(h.unite, h.asking || v.unions.many)
	widgets.SetDisabled(h.again, v.looking)
	h.yes.Hidden, h.no.Hidden = !h.asking, !h.asking && !v.unions.many
	switch {
	case h.asking:
		h.text.SetText(v.words.N("versions.ask", len(v.groups)))
	case v.unions.many:
		h.text.SetText(t("versions.uniting", "done", v.unions.done, "total", v.unions.total))
	default:
		h.text.SetText(h.result)
	}
	h.second.Hidden = h.text.Text == ""
	h.box.Refresh()
	if v.root != nil {
		v.root.Refresh() // the line may be higher now
	}
}

// counted says how many groups of how many photos there are.
func (h *head) counted() string {
	v, photos := h.view, 0
	for _, g := range v.groups {
		photos += len(g.Photos)
	}
	switch {
	case v.looking:
		return v.words.T("versions.working")
	case len(v.groups) == 0:
		return v.words.T("versions.keys_none")
	case v.subject != 0:
		return v.words.T("versions.counted", "groups", v.words.N("versions.photos", photos), "keys", v.words.T("versions.keys"))
	}
	groups := v.words.T("versions.groups", "groups", v.words.N("versions.group", len(v.groups)), "photos", v.words.N("versions.photos", photos))
	return v.words.T("versions.counted", "groups", groups, "keys", v.words.T("versions.keys"))
}
