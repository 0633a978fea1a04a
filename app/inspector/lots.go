package inspector

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
)

// lots asks which goods of the photos are the same, where that is not clear, and
// joins them into a lot or takes them out of theirs.
type lots struct {
	view    *View
	asking  task.Latest
	title   *widget.Label
	choices *fyne.Container
	box     *fyne.Container
}

func newLots(v *View) *lots {
	l := &lots{view: v, title: newText(plain), choices: widgets.NewFlow(look.Tight)}
	l.box = newColumn(l.title, l.choices)
	l.box.Hide()
	return l
}

// JoinLot makes the goods that the selected photos have in common one lot, or
// asks which. What is one lot already, or the lot of a single photo's goods, it
// offers to part.
func (v *View) JoinLot() { v.goods.lots.read(v.goods.lots.join) }

// PartLot takes the goods of the selected photos out of their lot, or asks which.
func (v *View) PartLot() { v.goods.lots.read(v.goods.lots.part) }

// read looks what the selected photos have, off the UI thread.
func (l *lots) read(then func(ids []catalog.PhotoID, all []*lotGoods)) {
	v := l.view
	v.goods.closeQuestion()
	v.goods.many.close()
	l.close()
	ids := v.ids
	if len(ids) > maxRead {
		v.say(v.words.N("inspector.lot.too_many", maxRead))
		return
	}
	task.Ask(v.tasks, &l.asking, func(ctx context.Context, tell func([]*lotGoods)) error {
		all, err := readLotGoods(ctx, v.store, ids)
		if err == nil {
			tell(all)
		}
		return err
	}, func(all []*lotGoods) { then(ids, all) }, func(err error) {
		if err != nil {
			v.report(err)
		}
	})
}

func (l *lots) join(ids []catalog.PhotoID, all []*lotGoods) {
	w := l.view.words
	choices, lotted := joinable(all), partable(all)
	switch {
	case len(choices) == 1:
		l.joinOne(ids, choices[0])
	case len(choices) > 1:
		l.ask(w.T("inspector.lot.which"), choices, func(g *lotGoods) { l.joinOne(ids, g) })
	case len(lotted) > 0:
		l.ask(w.T("inspector.lot.take_out"), lotted, l.partOne)
	case len(ids) == 1:
		l.view.say(w.T("inspector.lot.one_photo"))
	default:
		l.view.say(w.T("inspector.lot.nothing_common"))
	}
}

func (l *lots) part(_ []catalog.PhotoID, all []*lotGoods) {
	w := l.view.words
	switch lotted := partable(all); len(lotted) {
	case 0:
		l.view.say(w.T("inspector.lot.none"))
	case 1:
		l.partOne(lotted[0])
	default:
		l.ask(w.T("inspector.lot.take_out"), lotted, l.partOne)
	}
}

// joinOne makes goods one lot, in one step. Photos without them are left.
func (l *lots) joinOne(ids []catalog.PhotoID, g *lotGoods) {
	w := l.view.words
	text := w.N("inspector.lot.joined", g.photos, "item", w.Called(g.name))
	if left := len(ids) - g.photos; left > 0 {
		text = w.N("inspector.lot.left", left, "text", text)
	}
	if g.differ() {
		text = w.T("inspector.lot.differ", "text", text)
	}
	l.write(Store.Join, g.ids(false), text)
}

// partOne takes goods out of their lots, in one step.
func (l *lots) partOne(g *lotGoods) {
	ids := g.ids(true)
	l.write(Store.Part, ids, l.view.words.N("inspector.lot.parted", len(ids), "item", l.view.words.Called(g.name)))
}

// write changes lots, and says so afterwards.
func (l *lots) write(change func(Store, context.Context, []int64, string) (catalog.Step, error), ids []int64, text string) {
	v := l.view
	v.queue(job{write: func(ctx context.Context, store Store) (catalog.Step, error) {
		return change(store, ctx, ids, "")
	}, done: func(err error) bool {
		if err == nil {
			v.say(text)
		}
		return false
	}})
}

// ask lets the user say which goods are meant.
func (l *lots) ask(title string, list []*lotGoods, do func(*lotGoods)) {
	l.title.SetText(title)
	l.choices.Objects = nil
	for _, g := range list {
		l.choices.Add(l.chip(l.view.words.Called(g.name), func() {
			l.giveUp()
			do(g)
		}))
	}
	l.choices.Add(l.chip(l.view.words.T("inspector.cancel"), l.giveUp))
	l.box.Show()
	l.view.relayout()
	l.view.focus(l.choices.Objects[0].(*widgets.Chip))
}

func (l *lots) chip(text string, tapped func()) *widgets.Chip {
	c := widgets.NewChip(text, widgets.Badge{})
	c.OnTap, c.OnEscape = tapped, l.giveUp
	return c
}

// close takes the question away, and drops one that is being worked on.
func (l *lots) close() {
	l.asking.Cancel()
	if l.box.Visible() {
		l.box.Hide()
		l.choices.Objects = nil
		l.view.relayout()
	}
}

// giveUp takes the question away and gives the keyboard back.
func (l *lots) giveUp() {
	l.close()
	l.view.leave()
}
