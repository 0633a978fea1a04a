package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
)

// messageBar is the one place in which the window says what went wrong and
// what happened. It stands above everything, hides nothing and waits for nobody.
type messageBar struct {
	words  *present.Words
	resize func() // makes room for the bar, or takes it
	tint   fyne.ThemeColorName
	stripe *canvas.Rectangle
	icon   *widget.Icon
	text   *widget.Label
	action *widget.Button
	shut   *widget.Button
	box    *fyne.Container
}

func newMessageBar(words *present.Words) *messageBar {
	m := &messageBar{
		words: words, tint: theme.ColorNamePrimary, stripe: canvas.NewRectangle(nil), icon: widget.NewIcon(nil),
		text: widget.NewLabel(""), action: widget.NewButton("", nil),
	}
	m.text.Wrapping = fyne.TextWrapWord
	m.text.Selectable = true
	m.stripe.SetMinSize(fyne.NewSize(4, 0))
	m.shut = widget.NewButtonWithIcon("", theme.CancelIcon(), m.clear)
	m.shut.Importance = widget.LowImportance
	buttons := container.NewHBox(m.action, m.shut)
	icon := container.NewCenter(m.icon)
	row := container.NewBorder(nil, nil, container.NewHBox(m.stripe, icon), container.NewCenter(buttons), m.text)
	m.box = container.New(layout.NewCustomPaddedVBoxLayout(0), row, widget.NewSeparator())
	m.box.Hide()
	return m
}

func (m *messageBar) object() fyne.CanvasObject { return m.box }

// fail shows what went wrong and what to do next; nothing for nil.
func (m *messageBar) fail(err error) {
	if err != nil {
		m.show(theme.ColorNameError, theme.WarningIcon(), m.words.Error(err), "", nil)
	}
}

// say shows what happened.
func (m *messageBar) say(text string) { m.offer(text, "", nil) }

// offer shows what happened with a button for what can be done about it.
func (m *messageBar) offer(text, label string, action func()) {
	m.show(theme.ColorNamePrimary, theme.InfoIcon(), text, label, action)
}

// retract takes a message away if it is still there.
func (m *messageBar) retract(text string) {
	if m.text.Text == text {
		m.clear()
	}
}

// pass takes away what was said of what is no longer looked at. What went wrong
// and what something can be done about stay.
func (m *messageBar) pass() {
	if m.tint == theme.ColorNamePrimary && m.action.Hidden {
		m.clear()
	}
}

// part takes away what was said and offered about a catalogue that is closed: its
// button has nothing left to act on. What went wrong stays.
func (m *messageBar) part() {
	if m.tint == theme.ColorNamePrimary {
		m.clear()
	}
}

func (m *messageBar) clear() {
	if m.box.Visible() {
		m.box.Hide()
		m.text.SetText("")
		m.resize()
	}
}

func (m *messageBar) show(tint fyne.ThemeColorName, icon fyne.Resource, text, label string, action func()) {
	m.tint = tint
	m.paint()
	m.icon.SetResource(theme.NewColoredResource(icon, tint))
	m.text.SetText(text)
	m.action.SetText(label)
	m.action.OnTapped = func() {
		m.clear()
		action()
	}
	if m.action.Hidden = action == nil; !m.action.Hidden {
		m.action.Refresh()
	}
	m.box.Show()
	m.resize() // Fyne does not look by itself at what was never shown
}

// paint gives the stripe the colour of the theme.
func (m *messageBar) paint() {
	m.stripe.FillColor = theme.Color(m.tint)
	m.stripe.Refresh()
}
