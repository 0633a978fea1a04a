package work

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/app/widgets"
)

// Tone says how grave a line is.
type Tone int

// Tones.
const (
	Good Tone = iota
	Warning
	Grave
)

// Strip is one line: what runs and how far it is, or how it ended. How it ended
// takes more lines where it is long, for it may say what to do next.
type Strip struct {
	widget.BaseWidget
	OnCancel func()
	words    *present.Words
	onMore   func()  // nil: there is nothing more to show
	width    float32 // of the last Layout

	Text    *widget.Label // what runs, or how it ended
	Bar     *widget.ProgressBar
	State   *widget.Label // how far it is
	Stop    *widget.Button
	More    *widget.Button
	Dismiss *widget.Button
	objects []fyne.CanvasObject
}

// New returns a strip that shows nothing and takes no room. OnCancel is for the user
// who wants to end what runs.
func New(words *present.Words) *Strip {
	s := &Strip{words: words, Text: widget.NewLabel(""), Bar: widget.NewProgressBar(), State: widget.NewLabel("")}
	s.Text.Truncation = fyne.TextTruncateEllipsis
	s.State.Truncation = fyne.TextTruncateEllipsis
	s.Bar.TextFormatter = func() string { return "" } // the numbers stand beside it
	s.Stop = widget.NewButton(words.T("work.cancel"), func() { s.OnCancel() })
	s.More = widget.NewButton("", func() { s.onMore() })
	s.Dismiss = widget.NewButtonWithIcon("", theme.CancelIcon(), s.Clear)
	s.Dismiss.Importance = widget.LowImportance
	s.objects = []fyne.CanvasObject{s.Text, s.Bar, s.State, s.Stop, s.More, s.Dismiss}
	s.Clear()
	s.ExtendBaseWidget(s)
	return s
}

// only shows these parts and hides the others.
func (s *Strip) only(parts ...fyne.CanvasObject) {
	for _, o := range s.objects {
		o.Hide()
	}
	for _, o := range parts {
		o.Show()
	}
	s.Hidden = len(parts) == 0
	s.Refresh()
}

// Clear takes it away.
func (s *Strip) Clear() {
	s.onMore = nil
	s.Text.SetText("")
	s.State.SetText("")
	s.only()
}

// Start shows that something runs.
func (s *Strip) Start(name, state string) {
	s.Text.Importance, s.Text.Wrapping, s.Text.Truncation = widget.MediumImportance, fyne.TextWrapOff, fyne.TextTruncateEllipsis
	s.Text.SetText(name)
	s.State.SetText(state)
	s.Bar.SetValue(0)
	s.Stop.Enable()
	s.only(s.Text, s.Bar, s.State, s.Stop)
}

// Progress shows how much is done, from 0 to 1, in numbers too.
func (s *Strip) Progress(part float64, state string) {
	s.Bar.SetValue(part)
	if state != s.State.Text {
		s.State.SetText(state)
		s.Refresh()
	}
}

// Stopping shows that it was told to end.
func (s *Strip) Stopping() {
	s.Stop.Disable()
	s.State.SetText(s.words.T("work.stopping"))
	s.Refresh()
}

// Done shows how it ended. more, if not nil, is offered under a name.
func (s *Strip) Done(text string, t Tone, name string, more func()) {
	s.onMore = more
	s.Text.Wrapping, s.Text.Truncation = fyne.TextWrapWord, fyne.TextTruncateOff
	s.Text.Importance = [...]widget.Importance{widget.MediumImportance, widget.WarningImportance, widget.DangerImportance}[t]
	s.Text.SetText(text)
	parts := []fyne.CanvasObject{s.Text, s.Dismiss}
	if more != nil {
		s.More.SetText(name)
		parts = append(parts, s.More)
	}
	s.only(parts...)
}

// CreateRenderer implements fyne.Widget.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer { return &stripRenderer{s} }

type stripRenderer struct{ strip *Strip }

func (r *stripRenderer) Objects() []fyne.CanvasObject { return r.strip.objects }
func (r *stripRenderer) Destroy()                     {}

func (r *stripRenderer) Refresh() {
	r.Layout(r.strip.Size())
	for _, o := range r.strip.objects {
		o.Refresh()
	}
}

// MinSize speaks of the width of the last Layout. A window notices in its next
// frame that the height has changed.
func (r *stripRenderer) MinSize() fyne.Size {
	s := r.strip
	height := s.Stop.MinSize().Height
	if s.Text.Wrapping == fyne.TextWrapOff || s.width == 0 {
		return fyne.NewSize(0, max(height, s.State.MinSize().Height))
	}
	return fyne.NewSize(0, max(height, widgets.HeightAt(s.Text, s.width-s.buttons())))
}

// buttons is the width of the buttons that are shown.
func (s *Strip) buttons() float32 {
	width := float32(0)
	for _, o := range []fyne.CanvasObject{s.Dismiss, s.Stop, s.More} {
		if o.Visible() {
			width += o.MinSize().Width
		}
	}
	return width
}

const (
	barLeast, barMost = 80, 240 // pixels
	barHeight         = 10
	textLeast         = 120
)

// Layout gives the buttons what they need, then the numbers, the bar and the
// name; where there is little room the bar goes first, then the name is cut.
func (r *stripRenderer) Layout(size fyne.Size) {
	s := r.strip
	s.width = size.Width
	right := size.Width
	put := func(o fyne.CanvasObject, x, width float32) {
		height := min(size.Height, o.MinSize().Height)
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(max(0, width), height))
	}
	for _, o := range []fyne.CanvasObject{s.Dismiss, s.Stop, s.More} {
		if o.Visible() {
			width := o.MinSize().Width
			right -= width
			put(o, right, width)
		}
	}
	name := Natural(s.Text)
	if !s.State.Visible() {
		widgets.HeightAt(s.Text, right)
		put(s.Text, 0, right)
		return
	}
	state := min(Natural(s.State), right)
	text := min(name, max(textLeast, right-state-barLeast))
	bar := min(barMost, right-state-text)
	if bar < barLeast {
		bar = 0
	}
	text = max(0, min(name, right-state-bar))
	put(s.Text, 0, text)
	s.Bar.Move(fyne.NewPos(text, (size.Height-barHeight)/2))
	s.Bar.Resize(fyne.NewSize(bar, barHeight))
	put(s.State, text+bar, min(state, right-text-bar))
}

// Natural is the width of a label's whole text; its MinSize is that of "…".
func Natural(l *widget.Label) float32 {
	size := theme.SizeForWidget(theme.SizeNameText, l)
	return fyne.MeasureText(l.Text, size, l.TextStyle).Width + 2*theme.SizeForWidget(theme.SizeNameInnerPadding, l) + 1
}
