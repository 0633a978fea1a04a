package inspector

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// goodsList is what the photos show, or are said to.
type goodsList struct {
	view     *View
	rows     []*itemRow
	list     *fyne.Container
	none     *widget.Label
	add      *widgets.CompleteEntry
	question *question
	asking   *fyne.Container
	many     *takeMany
	lots     *lots
	box      *fyne.Container
}

// question is a status of which it is not clear what it is for.
type question struct {
	status catalog.Status
	ids    []catalog.PhotoID
}

// NewItem is the choice of an item that does not exist yet: its name.
type NewItem string

func newGoodsList(v *View) *goodsList {
	l := &goodsList{view: v, list: newColumn(), none: newText(muted), asking: newColumn(), many: newTakeMany(v), lots: newLots(v)}
	l.none.SetText(v.words.T("inspector.no_goods"))
	l.asking.Hide()
	l.add = widgets.NewCompleteEntry(l.complete)
	l.add.Eager = true
	l.add.SetPlaceHolder(v.words.T("inspector.add_item"))
	l.add.OnChosen = l.chosen
	l.add.OnSubmitted = l.submitted
	l.add.OnEscape = l.escape
	l.box = newColumn(newSection(v.words.T("inspector.goods"), newColumn(l.asking, l.many.box, l.lots.box, l.none, l.list)), container.NewBorder(nil, nil, nil, v.locks.find(catalog.FieldItem).button, l.add))
	return l
}

// complete offers the items that fit, and a new one of that name.
func (l *goodsList) complete(text string, show func([]widgets.Option)) {
	show(l.view.ItemsCalled(text))
}

// ItemsCalled gives the items that fit a text, the closest first, each with its
// catalog.ItemID, and a NewItem of that name when none is called just so.
func (v *View) ItemsCalled(text string) []widgets.Option {
	name := strings.TrimSpace(text)
	options, exactly := complete(v.names.items, name)
	if name != "" && !exactly {
		options = append(options, widgets.Option{Text: v.words.T("inspector.new_item", "name", name), Value: NewItem(name)})
	}
	return options
}

func (l *goodsList) chosen(o widgets.Option) {
	switch value := o.Value.(type) {
	case catalog.ItemID:
		l.add.SetText(o.Text)
		l.put(catalog.Edit{AddItems: []catalog.ItemID{value}})
	case NewItem:
		l.add.SetText(string(value))
		l.put(catalog.Edit{NewItems: []string{string(value)}})
	}
}

// escape takes away what was typed, and leaves the entry when nothing was.
func (l *goodsList) escape() {
	if l.add.Text != "" {
		l.add.SetText("")
		return
	}
	l.view.leave()
}

// submitted takes a name that was typed without choosing from the list.
func (l *goodsList) submitted(text string) {
	name := strings.TrimSpace(text)
	if name == "" {
		return
	}
	options, exactly := complete(l.view.names.items, name)
	switch {
	case exactly || len(options) == 1:
		l.chosen(options[0])
	case len(options) == 0:
		l.chosen(widgets.Option{Text: name, Value: NewItem(name)})
	default:
		l.view.report(&catalog.Error{Code: catalog.ErrAmbiguous, Op: "find item", Subject: name, Matches: texts(options)})
	}
}

// put adds an item and gives the keyboard back; on an error the entry keeps the
// name.
func (l *goodsList) put(e catalog.Edit) {
	text := l.add.Text
	e.Photos = l.view.form
	l.view.apply(e, func(err error) bool {
		if err == nil && l.add.Text == text {
			l.add.SetText("")
		}
		return false
	})
	l.view.leave()
}

// show lists the goods. Rows keep their goods, and so what is typed into them,
// as long as the photos are the same.
func (l *goodsList) show(other bool) {
	c := &l.view.content
	if other {
		l.add.SetText("")
	}
	byKey := map[string]*itemRow{}
	for _, r := range l.rows {
		byKey[r.key] = r
	}
	keys := make([]string, len(c.sum.goods))
	rows := make([]*itemRow, len(c.sum.goods))
	for i, g := range c.sum.goods {
		keys[i] = keyOf(g, c.one != nil)
		rows[i] = byKey[keys[i]]
		delete(byKey, keys[i])
	}
	var free []*itemRow
	for _, r := range byKey {
		r.reason.empty()
		free = append(free, r)
	}
	objects := make([]fyne.CanvasObject, len(rows))
	for i, g := range c.sum.goods {
		if rows[i] == nil && len(free) > 0 {
			rows[i], free = free[0], free[1:]
		} else if rows[i] == nil {
			rows[i] = newItemRow(l.view)
		}
		rows[i].show(keys[i], g, c)
		objects[i] = rows[i].box
	}
	l.rows, l.list.Objects = rows, objects
	l.list.Refresh()
	l.mark()
	setVisible(l.none, len(rows) == 0 && c.read > 0)
	l.showQuestion()
}

// keyOf tells one row from the others: by observation, or by item when the
// photos are many.
func keyOf(g *goods, single bool) string {
	if single {
		return "observation " + strconv.FormatInt(g.observations[0], 10)
	}
	return "item " + strconv.FormatInt(int64(g.item), 10)
}

// ask lets the user say which goods a status is for.
func (l *goodsList) ask(q question) {
	l.question = &q
	l.showQuestion()
	l.view.relayout()
	for _, o := range l.asking.Objects {
		if flow, ok := o.(*fyne.Container); ok {
			l.view.focus(flow.Objects[0].(*widgets.Chip))
		}
	}
}

// drop takes away what is asked about photos that are not selected any more.
func (l *goodsList) drop() {
	l.question = nil
	l.many.close()
	l.lots.close()
}

func (l *goodsList) closeQuestion() {
	if l.question != nil {
		l.question = nil
		l.showQuestion()
		l.view.relayout()
	}
}

// giveUp takes the question away and gives the keyboard back to where the
// status came from.
func (l *goodsList) giveUp() {
	l.closeQuestion()
	l.view.leave()
}

// showQuestion shows the choice among the items that the photos have.
func (l *goodsList) showQuestion() {
	setVisible(l.asking, l.question != nil)
	if l.question == nil {
		l.asking.Objects = nil
		return
	}
	w, q := l.view.words, *l.question
	title := newText(plain)
	title.SetText(w.T("inspector.which_item", "status", w.Status(q.status)))
	flow := widgets.NewFlow(look.Tight, l.choice(w.T("inspector.all_items"), catalog.Edit{AllItems: true}))
	seen := map[catalog.ItemID]bool{}
	for _, g := range l.view.content.sum.goods {
		if !seen[g.item] {
			seen[g.item] = true
			flow.Add(l.choice(g.name, catalog.Edit{StatusItems: []catalog.ItemID{g.item}}))
		}
	}
	cancel := widgets.NewChip(w.T("inspector.cancel"), widgets.Badge{})
	cancel.OnTap, cancel.OnEscape = l.giveUp, l.giveUp
	flow.Add(cancel)
	l.asking.Objects = []fyne.CanvasObject{title, flow}
	l.asking.Refresh()
}

// choice is one answer to the question.
func (l *goodsList) choice(text string, e catalog.Edit) *widgets.Chip {
	q := *l.question
	e.Photos, e.Status = q.ids, &q.status
	chip := widgets.NewChip(text, look.Status(q.status, look.Variant()))
	chip.OnEscape = l.giveUp
	chip.OnTap = func() {
		l.giveUp()
		l.view.apply(e, nil)
	}
	return chip
}
