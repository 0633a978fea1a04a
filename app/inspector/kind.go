package inspector

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/catalog"
)

// kind is what sort of picture the photos are: proposed, in grey, until a person
// decides.
type kind struct {
	view    *View
	showing bool // it is being filled; nobody chose anything
	choice  *choice
	origin  *widget.Label
	counts  *widget.Label
	box     *fyne.Container
}

// kinds lists what can be chosen; the last takes the decision back.
func kinds() []catalog.Kind { return append(catalog.Kinds(), "") }

func newKind(v *View) *kind {
	k := &kind{view: v, origin: newText(muted), counts: newText(muted)}
	var names []string
	for _, kind := range kinds() {
		names = append(names, v.words.Kind(kind))
	}
	k.choice = newChoice(names, func(string) { k.decide() }, v.leave)
	heading := widget.NewLabel(v.words.T("inspector.kind"))
	heading.Importance, heading.SizeName, heading.TextStyle.Bold = widget.LowImportance, theme.SizeNameCaptionText, true
	k.origin.Wrapping, k.origin.Truncation, k.origin.Alignment = fyne.TextWrapOff, fyne.TextTruncateEllipsis, fyne.TextAlignTrailing
	line := container.NewBorder(nil, nil, heading, nil, k.origin)
	k.box = container.New(&column{-look.Tight}, newDivider(), line, k.counts, k.choice.paint())
	return k
}

func (k *kind) decide() {
	at := k.choice.SelectedIndex()
	if k.showing || at < 0 {
		return
	}
	decided := string(kinds()[at])
	k.view.change(catalog.Edit{Statements: []catalog.Statement{{Property: catalog.PropKind, Raw: decided, Value: decided}}})
}

func (k *kind) show() {
	k.showing = true
	defer func() { k.showing = false }()
	c, w := &k.view.content, k.view.words
	v, common := c.sum.kinds.common()
	selected, placeholder, origin := "", w.T("inspector.mixed"), ""
	switch {
	case c.read == 0 && c.one == nil: // nothing is known yet
		placeholder = w.T("inspector.none")
	case !common:
	case v.proposed && v.text != "":
		placeholder, origin = v.text, w.T("inspector.proposed")
		if c.one != nil {
			origin = w.T("inspector.proposed_by", "origin", w.Origin(c.one.assessed.KindOrigin))
		}
	case v.text == "":
		placeholder = w.Kind("")
	default:
		selected, origin = v.text, w.T("inspector.decided")
	}
	k.origin.SetText(origin)
	setText(k.counts, manyLine(w, &c.sum.kinds))
	k.choice.grey = selected == ""
	k.choice.PlaceHolder = placeholder
	if k.choice.Selected != selected {
		k.choice.Selected = selected
	}
	k.choice.Refresh()
}

// choice is a select that the arrows open, so that each choice is one step, and
// that Escape leaves.
type choice struct {
	widget.Select
	onEscape func()
	grey     bool // nothing is chosen: what stands there is only proposed
}

// paint shows the choice in the colours of the theme, a proposal in grey.
func (c *choice) paint() fyne.CanvasObject {
	return container.NewThemeOverride(c, proposalTheme{c})
}

// proposalTheme is the program's theme with grey text in a choice that is grey.
type proposalTheme struct{ choice *choice }

// Color implements fyne.Theme.
func (t proposalTheme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameForeground && t.choice.grey {
		name = theme.ColorNamePlaceHolder
	}
	return t.own().Color(name, v)
}

// Font implements fyne.Theme.
func (t proposalTheme) Font(s fyne.TextStyle) fyne.Resource { return t.own().Font(s) }

// Icon implements fyne.Theme.
func (t proposalTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.own().Icon(name) }

// Size implements fyne.Theme.
func (t proposalTheme) Size(name fyne.ThemeSizeName) float32 { return t.own().Size(name) }

func (proposalTheme) own() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

func newChoice(options []string, chosen func(string), escape func()) *choice {
	c := &choice{onEscape: escape}
	c.Options, c.OnChanged = slices.Clone(options), chosen
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey implements fyne.Focusable.
func (c *choice) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		c.onEscape()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		c.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		c.Select.TypedKey(k)
	}
}
