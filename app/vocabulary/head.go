package vocabulary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
)

// head is what stands above the list: the way back, the vocabularies with their
// counts, the filter, and what can be done with all of them.
type head struct {
	view      *View
	tabs      [kinds]*widget.Button
	count     *widget.Label
	filter    *filter
	add       *widget.Button
	take, put *widget.Button
	box       *fyne.Container
}

func newHead(v *View) *head {
	t := v.words.T
	h := &head{view: v, count: caption("")}
	title := widget.NewLabel(t("vocabulary.title"))
	title.TextStyle.Bold, title.Truncation = true, fyne.TextTruncateEllipsis
	h.count.Truncation = fyne.TextTruncateEllipsis
	back := widget.NewButtonWithIcon("", theme.NavigateBackIcon(), v.Leave)
	back.Importance = widget.LowImportance
	h.take = widget.NewButton(t("vocabulary.import"), func() { call(v.OnImport) })
	h.put = widget.NewButton(t("vocabulary.export"), func() { call(v.OnExport) })
	tabs := container.NewHBox()
	for k := range h.tabs {
		h.tabs[k] = widget.NewButton("", func() { v.turn(Kind(k)) })
		tabs.Add(h.tabs[k])
	}
	h.filter = newFilter(v)
	h.add = widget.NewButtonWithIcon(t("vocabulary.new"), theme.ContentAddIcon(), v.NewEntry)
	titles := container.New(layout.NewCustomPaddedVBoxLayout(-14), title, h.count)
	right := container.NewHBox(container.NewCenter(h.take), container.NewCenter(h.put))
	first := container.NewBorder(nil, nil, container.NewCenter(back), right, titles)
	second := container.NewBorder(nil, nil, tabs, h.add, h.filter)
	inset := layout.NewCustomPaddedLayout(0, look.Tight, look.Tight, look.Space)
	lines := container.New(layout.NewCustomPaddedVBoxLayout(0), first, container.New(layout.NewCustomPaddedLayout(0, 0, look.Tight, 0), second))
	h.box = container.New(layout.NewCustomPaddedVBoxLayout(0), container.New(inset, lines), widget.NewSeparator())
	return h
}

func call(f func()) {
	if f != nil {
		f()
	}
}

func (h *head) lock() {
	h.add.Hide()
	h.take.Hide()
}

// show brings the head in line with what is known.
func (h *head) show() {
	v, t := h.view, h.view.words.T
	for k, name := range [kinds]string{t("vocabulary.goods"), t("vocabulary.routes"), t("vocabulary.places"), t("vocabulary.units")} {
		b := h.tabs[k]
		b.Text, b.Importance = t("vocabulary.tab", "name", name, "n", v.words.Count(len(v.shelf.lists[k]))), widget.LowImportance
		if Kind(k) == v.kind {
			b.Importance = widget.HighImportance
		}
		b.Refresh()
	}
	keys := t("vocabulary.keys")
	if v.locked {
		keys = t("vocabulary.keys_locked")
	}
	if n := len(v.shown); h.filter.Text != "" {
		keys = v.say.dotted(v.words.N("vocabulary.found", n), keys)
	}
	h.count.SetText(keys)
	h.box.Refresh()
}

// focused tells whether the filter has the keyboard and a text.
func (h *head) focused() bool { return h.filter.focus && h.filter.Text != "" }

// filter is the field in which a part of a name is typed.
type filter struct {
	widgets.TextField
	view  *View
	focus bool
	clear *widget.Button
}

func newFilter(v *View) *filter {
	f := &filter{view: v}
	f.Icon = theme.SearchIcon()
	f.PlaceHolder = v.words.T("vocabulary.filter")
	f.clear = widget.NewButtonWithIcon("", theme.CancelIcon(), f.empty)
	f.clear.Importance = widget.LowImportance
	f.clear.Hide()
	f.ActionItem = f.clear
	f.OnChanged = func(text string) {
		f.clear.Hidden = text == ""
		v.sift()
	}
	f.ExtendBaseWidget(f)
	return f
}

// empty takes the text away as its user would: after Fyne's SetText, what was
// selected before would go on being selected.
func (f *filter) empty() {
	if f.Text != "" {
		f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

// FocusGained implements fyne.Focusable.
func (f *filter) FocusGained() {
	f.focus = true
	f.Entry.FocusGained()
}

// FocusLost implements fyne.Focusable.
func (f *filter) FocusLost() {
	f.focus = false
	f.Entry.FocusLost()
}

// TypedKey implements fyne.Focusable: Enter and the arrows lead to what was
// found, Escape takes the filter away.
func (f *filter) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		if f.view.at < 0 {
			f.view.pick(0)
		}
		f.view.Focus()
	case fyne.KeyEscape:
		if f.Text == "" {
			f.view.Focus()
			return
		}
		f.empty()
	default:
		f.Entry.TypedKey(k)
	}
}
