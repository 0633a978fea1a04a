package inspector

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// itemRow is one kind of goods with its status, which can be changed in place.
type itemRow struct {
	view    *View
	key     string
	goods   *goods
	showing bool // the row is being filled; nobody chose anything

	badge  *widgets.StatusBadge
	name   *widget.Label
	remove *rowButton
	seen   *rowButton
	status *rowSelect
	reason *field
	detail *widget.Label

	lot     *lotRow
	facts   *widget.Label // of one photo: what else is known of the goods
	verdict *verdict
	advice  *advice
	details *details
	stripe  *canvas.Rectangle // beside the row that keys act on
	box     *fyne.Container
}

func newItemRow(v *View) *itemRow {
	r := &itemRow{view: v, badge: widgets.NewStatusBadge(widgets.Badge{}), name: newText(strong), detail: newText(muted), facts: newText(muted)}
	r.verdict, r.advice = newVerdict(r), newAdvice(r)
	r.details, r.lot = newDetails(r), newLotRow(r)
	r.remove = newRowButton(r, "", theme.CancelIcon(), r.takeAway)
	r.remove.Importance = widget.LowImportance
	r.seen = newRowButton(r, "", nil, r.turn)
	var statuses []string
	for _, s := range catalog.Statuses() {
		statuses = append(statuses, v.words.Status(s))
	}
	r.status = newRowSelect(r, statuses, func(string) { r.judge() })
	entry := newRowEntry(r)
	entry.SetPlaceHolder(v.words.T("inspector.reason"))
	r.reason = newField(v, "", "", entry, &entry.Entry, r.reasonEdit)
	r.reason.write = r.writeReason
	entry.onSave, entry.onEscape = r.reason.commit, r.reason.escape
	entry.OnChanged = func(string) {
		r.reason.typed()
		setVisible(r.reason.mark, r.reason.dirty())
	}
	if v.locked {
		r.remove.Hide()
		r.status.Disable()
		entry.Disable()
	}
	badge := container.NewCenter(r.badge)
	r.stripe = canvas.NewRectangle(nil)
	r.stripe.Hide()
	r.box = container.New(striped{}, r.stripe, container.New(&column{0},
		container.NewBorder(nil, nil, badge, r.remove, r.name), r.facts,
		container.NewBorder(nil, nil, r.seen, nil, r.status),
		r.reason.box, r.detail, r.lot.box, r.verdict.box, r.advice.box, r.details.box,
	))
	return r
}

// show fills the row.
func (r *itemRow) show(key string, g *goods, c *content) {
	r.showing = true
	defer func() { r.showing = false }()
	other := r.key != key
	r.key, r.goods = key, g
	r.reason.name = "reason " + key
	r.stripe.FillColor = theme.Color(theme.ColorNamePrimary)
	r.name.TextStyle.Italic = g.visible == 0
	r.name.SetText(g.name)
	r.showSeen(c.whole())
	w := r.view.words
	status, common := g.common()
	badge := widgets.Badge{}
	text := ""
	if common {
		badge, text = look.Status(status, look.Variant()), w.Status(status)
	}
	r.badge.SetBadge(badge)
	r.status.PlaceHolder = w.T("inspector.mixed")
	if r.status.Selected != text {
		r.status.Selected = text
	}
	r.status.Refresh()
	reason := ""
	if g.judged != nil {
		reason = g.judged.Reason
	}
	r.reason.set(reason, "", w.T("inspector.reason"))
	setVisible(r.reason.mark, r.reason.dirty())
	setVisible(r.reason.box, (common && status != catalog.NotAssessed) || r.reason.dirty())
	setText(r.detail, r.detailText(c, common))
	r.lot.show(c)
	r.details.show(g.seen, other)
	r.showAssessment(c.one)
}

// showAssessment shows what is known of goods of one photo, what is judged of
// them and what could be.
func (r *itemRow) showAssessment(one *single) {
	o := r.goods.seen
	setVisible(r.verdict.box, one != nil)
	setVisible(r.advice.box, one != nil)
	if one == nil || o == nil {
		setText(r.facts, "")
		return
	}
	shown := *o
	shown.Visible = true // that it is reported stands on the button
	setText(r.facts, strings.Join(r.view.words.Seen(&shown), " · "))
	said := one.advice[o.ID]
	r.verdict.show(said, one.lines[o.ID], one.editor)
	r.advice.show(said, o.Determination)
}

// showSeen says whether the picture shows the goods or only the source speaks of
// them.
func (r *itemRow) showSeen(whole bool) {
	w, g := r.view.words, r.goods
	switch {
	case g.reported() == 0:
		r.seen.SetText(w.T("inspector.seen"))
		r.seen.SetIcon(theme.VisibilityIcon())
		r.seen.Importance = widget.MediumImportance
	case g.visible == 0:
		r.seen.SetText(w.T("inspector.reported"))
		r.seen.SetIcon(theme.AccountIcon())
		r.seen.Importance = widget.LowImportance
	default:
		r.seen.SetText(w.T("inspector.seen_or_reported", "seen", g.visible, "reported", g.reported()))
		r.seen.SetIcon(nil)
		r.seen.Importance = widget.LowImportance
	}
	if whole && !r.view.locked {
		r.seen.Enable()
	} else {
		r.seen.Disable() // or it is not known which observations the others have
	}
	r.seen.Refresh()
}

// detailText says how many of the photos have the goods.
func (r *itemRow) detailText(c *content, common bool) string {
	w, g := r.view.words, r.goods
	if c.one != nil {
		return ""
	}
	lines := []string{w.T("inspector.of_photos", "n", g.photos, "of", c.read)}
	if !common {
		var parts []string
		for _, s := range catalog.Statuses() {
			if n := g.statuses[s]; n > 0 {
				parts = append(parts, w.T("inspector.count", "value", w.Status(s), "n", n))
			}
		}
		lines = append(lines, strings.Join(parts, " · "))
	}
	return strings.Join(lines, "\n")
}

// turn makes what is seen reported, and all else seen.
func (r *itemRow) turn() {
	visible := make(map[int64]bool, len(r.goods.observations))
	for _, o := range r.goods.observations {
		visible[o] = r.goods.reported() > 0
	}
	r.view.change(catalog.Edit{Visible: visible})
}

// takeAway removes the goods: of one photo this observation alone, also when it
// has others of the same item.
func (r *itemRow) takeAway() {
	if o := r.goods.seen; o != nil {
		r.view.change(catalog.Edit{RemoveObservations: []int64{o.ID}})
		return
	}
	r.view.change(catalog.Edit{RemoveItems: []catalog.ItemID{r.goods.item}})
}

// judge gives the goods the status that was chosen, with the reason that was
// typed before.
func (r *itemRow) judge() {
	at := r.status.SelectedIndex()
	if r.showing || at < 0 {
		return
	}
	s := catalog.Statuses()[at]
	var reason *string
	if r.reason.dirty() && s != catalog.NotAssessed {
		text := r.reason.entry.Text
		reason = &text
	}
	j := job{edit: catalog.Edit{Photos: r.view.form, Status: &s, StatusItems: []catalog.ItemID{r.goods.item}, Reason: reason}}
	if o := r.goods.seen; o != nil { // its own, also where the photo has others of the item
		j = job{write: judging(o.Photo, o.ID, s, reason)}
	}
	if reason != nil {
		r.reason.send(*reason, j)
		return
	}
	r.view.queue(j)
}

// reasonEdit is the status in force for another reason.
func (r *itemRow) reasonEdit(text string) (catalog.Edit, error) {
	s, common := r.goods.common()
	if !common || s == catalog.NotAssessed {
		return catalog.Edit{}, &catalog.Error{Code: catalog.ErrInvalid, Op: "status"}
	}
	return catalog.Edit{Status: &s, StatusItems: []catalog.ItemID{r.goods.item}, Reason: &text}, nil
}

// writeReason is the judgement in force on goods of one photo for another reason,
// with what it rests on in law; nil for many photos.
func (r *itemRow) writeReason(text string) writing {
	d := r.goods.judged
	if d == nil || r.goods.seen == nil {
		return nil
	}
	j := workspace.Judgement{Observations: []int64{r.goods.seen.ID}, Status: d.Status, Legal: d.Legal, Reason: text}
	return func(ctx context.Context, store Store) (catalog.Step, error) {
		return store.Determine(ctx, []workspace.Judgement{j}, "")
	}
}
