package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// maxLines is how many claims are listed: a hostile file makes thousands.
const maxLines = 20

// claimList shows what is claimed besides what was chosen: contradictions side
// by side, then line by line what else is said. A claim can be taken over as the
// editor's word.
type claimList struct {
	view *View
	said evidence
	box  *fyne.Container
}

func newClaimList(v *View) *claimList {
	return &claimList{view: v, box: container.New(&column{-look.Space})}
}

func (l *claimList) show(e evidence) {
	l.said = e
	var objects []fyne.CanvasObject
	for _, c := range e.conflicts[:min(len(e.conflicts), maxLines)] {
		objects = append(objects, l.pair(c))
	}
	for _, x := range e.lines[:min(len(e.lines), maxLines)] {
		objects = append(objects, l.line(x))
	}
	if more := len(e.lines) + len(e.conflicts) - len(objects); more > 0 {
		rest := newText(muted)
		rest.SetText(l.view.words.N("inspector.more_claims", more))
		objects = append(objects, rest)
	}
	l.box.Objects = objects
	setVisible(l.box, len(objects) > 0)
	l.box.Refresh()
}

// line shows a claim with what can be done with it at its end.
func (l *claimList) line(x line) fyne.CanvasObject {
	text := newText(muted)
	text.SetText(joined(x.text, x.reason))
	if link := l.link(x); link != nil {
		return container.NewBorder(nil, nil, nil, link, text)
	}
	return text
}

// pair shows two claims side by side, under what each of them is.
func (l *claimList) pair(c conflict) fyne.CanvasObject {
	w := l.view.words
	side := func(title string, x line) fyne.CanvasObject {
		heading := newText(muted)
		heading.TextStyle.Bold = true
		heading.SetText(title)
		text := newText(plain)
		text.SizeName = theme.SizeNameCaptionText
		text.SetText(joined(x.text, x.reason))
		objects := []fyne.CanvasObject{heading, text}
		if link := l.link(x); link != nil {
			objects = append(objects, container.NewHBox(link))
		}
		return container.New(&column{-look.Space - look.Tight}, objects...)
	}
	left := w.T("inspector.followed")
	if c.followed.use != nil {
		left = w.T("inspector.either")
	}
	halves := container.New(twoHalves{0}, side(left, c.followed), side(w.T("inspector.contradicts"), c.other))
	return container.NewBorder(nil, nil, newSign(), nil, halves)
}

// link is the way to take a claim over, nil where there is none.
func (l *claimList) link(x line) fyne.CanvasObject {
	if x.use == nil || l.view.locked {
		return nil
	}
	h := widget.NewHyperlink(l.view.words.T("inspector.use"), nil)
	h.SizeName = theme.SizeNameCaptionText
	statement := *x.use
	h.OnTapped = func() { l.view.change(catalog.Edit{Statements: []catalog.Statement{statement}}) }
	return h
}

// twoHalves sets two objects side by side, each as high as it needs.
type twoHalves struct{ gap float32 }

// MinSize implements fyne.Layout.
func (h twoHalves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+h.gap+b.Width, max(a.Height, b.Height))
}

// Layout implements fyne.Layout.
func (h twoHalves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	half := (size.Width - h.gap) / 2
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(half+h.gap), 0))
		o.Resize(fyne.NewSize(half, size.Height))
	}
}

// newSign returns the sign of what a person should look at, for the left of a text.
func newSign() fyne.CanvasObject {
	return container.New(signLayout{}, widgets.NewStatusBadge(widgets.Caution()))
}

// signLayout sets a sign beside the first line of a text.
type signLayout struct{}

const signSide = 15 // pixels

// MinSize implements fyne.Layout.
func (signLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.InnerPadding()+signSide, signSide+theme.InnerPadding())
}

// Layout implements fyne.Layout.
func (signLayout) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(theme.InnerPadding(), theme.InnerPadding()))
		o.Resize(fyne.NewSquareSize(signSide))
	}
}
