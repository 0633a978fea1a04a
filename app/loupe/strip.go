package loupe

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

// maxChips is how many observations of a kind the strip lists.
const maxChips = 12

// strip is the line below the picture: what has no place in it, and what to do
// next. What is seen and not marked yet, and what only the source says, are
// different lists.
type strip struct {
	view   *View
	ground *canvas.Rectangle
	notice *widget.Label
	flow   *fyne.Container
	box    *fyne.Container
}

func newStrip(v *View) *strip {
	s := &strip{view: v, ground: canvas.NewRectangle(nil), notice: widget.NewLabel(""), flow: widgets.NewFlow(look.Tight + 2)}
	s.notice.Wrapping = fyne.TextWrapWord
	s.notice.SizeName = theme.SizeNameCaptionText
	inset := layout.NewCustomPaddedLayout(look.Tight, look.Tight, look.Space, look.Space)
	lines := container.New(layout.NewCustomPaddedVBoxLayout(0), s.notice, container.New(inset, s.flow))
	s.box = container.NewStack(s.ground, lines)
	s.box.Hide()
	return s
}

func (s *strip) paint() {
	s.ground.FillColor = theme.Color(theme.ColorNameBackground)
	s.show()
}

// show brings the strip in line with what is observed and selected.
func (s *strip) show() {
	v := s.view
	text, importance := s.advice()
	s.notice.Importance = importance
	s.notice.SetText(text)
	s.notice.Hidden = text == ""
	var unmarked, reported []Region
	for _, r := range v.side().regions {
		switch {
		case !r.Visible:
			reported = append(reported, r)
		case r.Rect.Empty():
			unmarked = append(unmarked, r)
		}
	}
	s.flow.Objects = append(s.list(v.words.T("loupe.unmarked"), unmarked), s.list(v.words.T("loupe.reported"), reported)...)
	before := s.height()
	s.box.Hidden = text == "" && len(s.flow.Objects) == 0
	s.box.Refresh()
	if v.root != nil && s.height() != before {
		v.root.Refresh()
	}
}

// height is how much room the strip takes, 0 when there is nothing in it.
func (s *strip) height() float32 {
	if s.box.Hidden {
		return 0
	}
	return s.box.MinSize().Height
}

// advice says what is wrong with the picture, or what to do next.
func (s *strip) advice() (string, widget.Importance) {
	v := s.view
	if text := v.side().lesser(); text != "" {
		return text, widget.WarningImportance
	}
	if v.locked || !v.side().picture.HasPicture() {
		return "", widget.LowImportance
	}
	for _, r := range v.side().regions {
		if r.ID == v.side().picture.Selected() && r.Visible && r.Rect.Empty() {
			return v.words.T("loupe.mark_it", "item", r.Label), widget.LowImportance
		}
	}
	if v.two && len(v.side().regions) == 0 {
		return v.words.T("loupe.hint_two"), widget.LowImportance
	}
	if _, whole := v.side().picture.Zoom(); len(v.side().regions) == 0 && !whole {
		return v.words.T("loupe.hint_zoomed"), widget.LowImportance
	} else if len(v.side().regions) == 0 {
		return v.words.T("loupe.hint"), widget.LowImportance
	}
	return "", widget.LowImportance
}

// list gives a caption and a chip for each observation; nothing without any.
func (s *strip) list(caption string, regions []Region) []fyne.CanvasObject {
	if len(regions) == 0 {
		return nil
	}
	v := s.view
	objects := []fyne.CanvasObject{newCaption(caption)}
	for _, r := range regions[:min(len(regions), maxChips)] {
		text := r.Label
		if !r.Visible {
			text = v.words.T("loupe.said", "item", r.Label)
		}
		chip := widgets.NewChip(text, look.Status(r.Status, look.Variant()))
		chip.OnTap = func() { s.choose(r) }
		chip.OnEscape = v.Focus
		objects = append(objects, chip)
	}
	if more := len(regions) - maxChips; more > 0 {
		objects = append(objects, newCaption(v.words.N("loupe.more", more)))
	}
	return objects
}

// choose selects an observation without a place: one that is seen is marked by
// the next drag.
func (s *strip) choose(r Region) {
	v := s.view
	if r.Visible {
		v.Select(r.ID)
	} else {
		v.Select(0)
	}
	v.Focus()
	tell(v.OnSelect, r.ID)
}

// newCaption is a quiet text as high as a chip.
func newCaption(text string) fyne.CanvasObject {
	t := canvas.NewText(text, theme.Color(theme.ColorNamePlaceHolder))
	t.TextSize = theme.Size(theme.SizeNameCaptionText)
	return container.New(layout.NewCustomPaddedLayout(7, 7, 0, 2), t)
}
