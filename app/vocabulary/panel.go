package vocabulary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// panel is the right side of the page: what the entry is called and what can be
// done with it, what went wrong, and the form.
type panel struct {
	view     *View
	sheets   [kinds]sheet
	title    *widget.Label
	about    *widget.Label
	save     *widget.Button
	mergeTo  *widget.Button
	remove   *widget.Button
	trouble  *widget.Label
	instead  *widget.Button // merges what cannot be removed
	troubled *fyne.Container
	merge    *merge
	scroll   *container.Scroll
	top      *fyne.Container
	box      *fyne.Container
}

func newPanel(v *View) *panel {
	t := v.words.T
	p := &panel{view: v, title: widget.NewLabel(""), about: caption(""), trouble: widget.NewLabel("")}
	p.sheets = [kinds]sheet{newGoodsSheet(v), newRouteSheet(v), newPlaceSheet(v), newUnitSheet(v)}
	p.title.SizeName, p.title.TextStyle.Bold = theme.SizeNameSubHeadingText, true
	p.title.Truncation, p.about.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	p.save = widget.NewButton(t("vocabulary.save"), v.Save)
	p.save.Importance = widget.HighImportance
	p.mergeTo = widget.NewButton(t("vocabulary.merge"), v.AskMerge)
	p.remove = widget.NewButton(t("vocabulary.remove"), v.Remove)
	p.trouble.Importance, p.trouble.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	p.instead = widget.NewButton(t("vocabulary.merge"), v.AskMerge)
	p.troubled = container.NewBorder(nil, nil, nil, container.NewCenter(p.instead), p.trouble)
	p.troubled.Hide()
	p.merge = newMerge(v)

	forms := make([]fyne.CanvasObject, 0, kinds)
	for _, s := range p.sheets {
		s.object().Hide()
		forms = append(forms, s.object())
	}
	inset := layout.NewCustomPaddedLayout(look.Tight, 2*look.Space, look.Space, 2*look.Space)
	p.scroll = container.NewVScroll(container.New(inset, container.New(narrowed{}, container.NewStack(forms...))))
	buttons := container.NewCenter(container.NewHBox(p.save, p.mergeTo, p.remove))
	titles := container.New(layout.NewCustomPaddedVBoxLayout(-12), p.title, p.about)
	margin := layout.NewCustomPaddedLayout(look.Tight, look.Tight, look.Space, 2*look.Space)
	lines := container.New(layout.NewCustomPaddedVBoxLayout(0), container.NewBorder(nil, nil, nil, buttons, titles), p.troubled, p.merge.box)
	p.top = container.New(margin, container.New(narrowed{}, lines))
	p.box = container.New(above{}, p.scroll, p.top)
	return p
}

// sheet is the form of the vocabulary that is shown.
func (p *panel) sheet() sheet { return p.sheets[p.view.kind] }

func (p *panel) lock() {
	for _, s := range p.sheets {
		s.lock()
	}
}

// show brings the panel in line with what is known.
func (p *panel) show() {
	v, t := p.view, p.view.words.T
	for k, s := range p.sheets {
		s.object().(*fyne.Container).Hidden = v.empty || Kind(k) != v.kind
	}
	e := v.shelf.find(v.current)
	p.title.SetText(v.title())
	p.about.Importance = widget.LowImportance
	switch {
	case v.empty:
		p.about.SetText("")
	case v.writing:
		p.about.SetText(t("vocabulary.saving"))
	case v.dirty():
		p.about.Importance = widget.WarningImportance
		p.about.SetText(t("vocabulary.unsaved"))
	case e != nil:
		p.about.SetText(p.told(e))
	default:
		p.about.SetText(t("vocabulary.new_hint"))
	}
	if v.isNew() {
		p.title.SetText(p.newTitle())
	}
	p.about.Refresh()
	hidden := v.locked || v.empty
	p.save.Hidden, p.mergeTo.Hidden, p.remove.Hidden = hidden, hidden || v.isNew(), hidden || v.isNew()
	widgets.SetDisabled(p.save, !v.dirty() || v.writing)
	if p.merging() {
		p.merge.show()
	}
	p.box.Refresh()
}

// told says how much an entry is used, and who brought it in.
func (p *panel) told(e *entry) string {
	v, w := p.view, p.view.words
	text := e.use
	if text == "" && v.kind != Places {
		text = w.T("vocabulary.unused")
	}
	if n := v.children(e.ref); n > 0 {
		text = v.say.dotted(text, w.N("vocabulary.kinds", n))
	}
	origin := w.T("vocabulary.shipped")
	if e.own {
		origin = w.T("vocabulary.added_here")
	}
	return v.say.dotted(text, origin)
}

// newTitle is the heading of an entry that is not stored yet.
func (p *panel) newTitle() string {
	switch t := p.view.words.T; p.view.kind {
	case Goods:
		return t("vocabulary.new_goods")
	case Routes:
		return t("vocabulary.new_route")
	case Places:
		return t("vocabulary.new_place")
	default:
		return t("vocabulary.new_unit")
	}
}

// alert says what went wrong, nothing for nil.
func (p *panel) alert(err error) {
	text := ""
	if problem, ok := err.(*problem); ok {
		text = problem.text
	} else if err != nil {
		text = p.view.words.Error(err)
	}
	p.trouble.SetText(text)
	p.instead.Hidden = catalog.CodeOf(err) != catalog.ErrInUse
	p.troubled.Hidden = text == ""
	p.box.Refresh()
}

func (p *panel) merging() bool { return p.merge.box.Visible() }

func (p *panel) closeMerge() {
	if p.merging() {
		p.merge.box.Hide()
		p.box.Refresh()
	}
}

func (p *panel) toTop() { p.scroll.ScrollToTop() }

// reveal scrolls so far that an object of the form is in sight.
func (p *panel) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.scroll).Y
	switch bottom := y + o.Size().Height; {
	case y < 0:
		p.scroll.ScrollToOffset(p.scroll.Offset.AddXY(0, y-look.Space))
	case bottom > p.scroll.Size().Height:
		p.scroll.ScrollToOffset(p.scroll.Offset.AddXY(0, bottom-p.scroll.Size().Height+look.Space))
	}
}
