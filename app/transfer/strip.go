package transfer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
)

// tone says how grave a line is.
type tone int

const (
	toneGood tone = iota
	toneWarning
	toneError
)

// strip is one line: what runs and how far it is, or how it ended. How it ended
// takes more lines where it is long, for it may say what to do next.
type strip struct {
	widget.BaseWidget
	words    *present.Words
	onCancel func()
	onMore   func()  // nil: there is nothing more to show
	width    float32 // of the last Layout

	text    *widget.Label
	bar     *widget.ProgressBar
	state   *widget.Label
	cancel  *widget.Button
	more    *widget.Button
	dismiss *widget.Button
	objects []fyne.CanvasObject
}

func newStrip(words *present.Words) *strip {
	s := &strip{words: words, text: widget.NewLabel(""), bar: widget.NewProgressBar(), state: widget.NewLabel("")}
	s.text.Truncation = fyne.TextTruncateEllipsis
	s.state.Truncation = fyne.TextTruncateEllipsis
	s.bar.TextFormatter = func() string { return "" } // the numbers stand beside it
	s.cancel = widget.NewButton(words.T("transfer.cancel"), func() { s.onCancel() })
	s.more = widget.NewButton("", func() { s.onMore() })
	s.dismiss = widget.NewButtonWithIcon("", theme.CancelIcon(), s.clear)
	s.dismiss.Importance = widget.LowImportance
	s.objects = []fyne.CanvasObject{s.text, s.bar, s.state, s.cancel, s.more, s.dismiss}
	s.clear()
	s.ExtendBaseWidget(s)
	return s
}

// only shows these parts and hides the others.
func (s *strip) only(parts ...fyne.CanvasObject) {
	for _, o := range s.objects {
		o.Hide()
	}
	for _, o := range parts {
		o.Show()
	}
	s.Hidden = len(parts) == 0
	s.Refresh()
}

func (s *strip) clear() {
	s.onMore = nil
	s.text.SetText("")
	s.state.SetText("")
	s.only()
}

// start shows that something runs.
func (s *strip) start(name, state string) {
	s.text.Importance, s.text.Wrapping, s.text.Truncation = widget.MediumImportance, fyne.TextWrapOff, fyne.TextTruncateEllipsis
	s.text.SetText(name)
	s.state.SetText(state)
	s.bar.SetValue(0)
	s.cancel.Enable()
	s.only(s.text, s.bar, s.state, s.cancel)
}

func (s *strip) progress(part float64, state string) {
	s.bar.SetValue(part)
	if state != s.state.Text {
		s.state.SetText(state)
		s.Refresh()
	}
}

func (s *strip) stopping() {
	s.cancel.Disable()
	s.state.SetText(s.words.T("transfer.stopping"))
	s.Refresh()
}

// done shows how it ended. more, if not nil, is offered under a name.
func (s *strip) done(text string, t tone, name string, more func()) {
	s.onMore = more
	s.text.Wrapping, s.text.Truncation = fyne.TextWrapWord, fyne.TextTruncateOff
	s.text.Importance = [...]widget.Importance{widget.MediumImportance, widget.WarningImportance, widget.DangerImportance}[t]
	s.text.SetText(text)
	parts := []fyne.CanvasObject{s.text, s.dismiss}
	if more != nil {
		s.more.SetText(name)
		parts = append(parts, s.more)
	}
	s.only(parts...)
}

// CreateRenderer implements fyne.Widget.
func (s *strip) CreateRenderer() fyne.WidgetRenderer { return &stripRenderer{s} }

type stripRenderer struct{ strip *strip }

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
	height := s.cancel.MinSize().Height
	if s.text.Wrapping == fyne.TextWrapOff || s.width == 0 {
		return fyne.NewSize(0, max(height, s.state.MinSize().Height))
	}
	return fyne.NewSize(0, max(height, heightAt(s.text, s.width-s.buttons())))
}

// buttons is the width of the buttons that are shown.
func (s *strip) buttons() float32 {
	width := float32(0)
	for _, o := range []fyne.CanvasObject{s.dismiss, s.cancel, s.more} {
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
	for _, o := range []fyne.CanvasObject{s.dismiss, s.cancel, s.more} {
		if o.Visible() {
			width := o.MinSize().Width
			right -= width
			put(o, right, width)
		}
	}
	name := natural(s.text)
	if !s.state.Visible() {
		heightAt(s.text, right)
		put(s.text, 0, right)
		return
	}
	state := min(natural(s.state), right)
	text := min(name, max(textLeast, right-state-barLeast))
	bar := min(barMost, right-state-text)
	if bar < barLeast {
		bar = 0
	}
	text = max(0, min(name, right-state-bar))
	put(s.text, 0, text)
	s.bar.Move(fyne.NewPos(text, (size.Height-barHeight)/2))
	s.bar.Resize(fyne.NewSize(bar, barHeight))
	put(s.state, text+bar, min(state, right-text-bar))
}

// natural is the width of a label's whole text; its MinSize is that of "…".
func natural(l *widget.Label) float32 {
	size := theme.SizeForWidget(theme.SizeNameText, l)
	return fyne.MeasureText(l.Text, size, l.TextStyle).Width + 2*theme.SizeForWidget(theme.SizeNameInnerPadding, l) + 1
}
