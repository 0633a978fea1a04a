package inspector

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// takeMany shows what can be taken over for the goods of many photos, one line
// for each item, direction and suggestion, and takes it over in one step.
type takeMany struct {
	view    *View
	asking  task.Latest
	because bool
	offers  []offer
	title   *widget.Label
	lines   *fyne.Container
	ways    *fyne.Container // which way those went that are left for that
	take    *widgets.Chip
	cancel  *widgets.Chip
	reason  *textEntry
	exempt  *exemptions // asked for with the reason
	name    func(string) string
	box     *fyne.Container
}

// maxOffers is how many lines are shown.
const maxOffers = 40

func newTakeMany(v *View) *takeMany {
	m := &takeMany{view: v, title: newText(plain), lines: newTight(), take: widgets.NewChip("", widgets.Badge{}), reason: newTextEntry(1), exempt: newExemptions(v, nil)}
	m.cancel = widgets.NewChip(v.words.T("inspector.cancel"), widgets.Badge{})
	m.cancel.OnTap, m.cancel.OnEscape = m.giveUp, m.giveUp
	m.take.OnTap, m.take.OnEscape = func() { m.takeOver("") }, m.giveUp
	m.reason.SetPlaceHolder(v.words.T("inspector.take_reason"))
	m.reason.onSave = func() { m.takeOver(strings.TrimSpace(m.reason.Text)) }
	m.reason.onEscape = m.giveUp
	m.ways = widgets.NewFlow(look.Tight)
	m.box = container.New(&column{0}, m.title, m.lines, m.ways, m.exempt.box, m.reason, widgets.NewFlow(look.Tight, m.take, m.cancel))
	m.box.Hide()
	return m
}

// open asks what can be taken over for photos, off the UI thread.
func (m *takeMany) open(ids []catalog.PhotoID, because bool) {
	v := m.view
	m.because = because
	task.Ask(v.tasks, &m.asking, func(ctx context.Context, tell func([]workspace.Suggested)) error {
		said, err := v.store.SuggestAll(ctx, ids)
		if err == nil {
			tell(said)
		}
		return err
	}, func(said []workspace.Suggested) {
		m.name = v.exemptionName(func(id string) *catalog.Measure {
			if len(said) == 0 {
				return nil
			}
			return measure(said[0], id) // all are asked about the same packs
		})
		m.show(offers(said))
	}, func(err error) {
		if err != nil {
			v.report(err)
		}
	})
}

func (m *takeMany) show(list []offer) {
	v := m.view
	n := takenOver(list)
	if len(list) == 0 {
		m.close()
		v.say(v.words.T("inspector.nothing_to_take"))
		return
	}
	m.offers = list
	m.title.SetText(v.words.T("inspector.take_none"))
	if n > 0 {
		m.title.SetText(v.words.N("inspector.take_many", n))
	}
	m.lines.Objects = nil
	for i := range list[:min(len(list), maxOffers)] {
		tone := plain
		if list[i].left != notLeft {
			tone = muted
		}
		line := newText(tone)
		line.SetText(list[i].line(v.words))
		m.lines.Add(line)
	}
	if more := len(list) - maxOffers; more > 0 {
		line := newText(muted)
		line.SetText(v.words.N("inspector.more_values", more))
		m.lines.Add(line)
	}
	m.offerWays()
	m.take.SetText(v.words.N("inspector.take_all", n))
	setVisible(m.take, n > 0)
	setVisible(m.reason, n > 0 && m.because)
	m.exempt.close()
	if m.because {
		m.exempt.offer(exemptionsOf(list), m.name, m.giveUp)
	}
	m.box.Show()
	v.relayout()
	switch {
	case m.reason.Visible():
		v.focus(m.reason)
	case n > 0:
		v.focus(m.take)
	case m.ways.Visible():
		v.focus(m.ways.Objects[0].(fyne.Focusable))
	default:
		v.focus(m.cancel)
	}
}

// offerWays asks which way the goods went that are left for not knowing it.
func (m *takeMany) offerWays() {
	ids := directionless(m.offers)
	m.ways.Objects = nil
	for _, d := range []catalog.Direction{catalog.Into, catalog.OutOf} {
		chip := widgets.NewChip(m.view.words.T("inspector.take_way", "n", len(ids), "direction", m.view.words.Direction(d)), widgets.Badge{})
		chip.OnTap, chip.OnEscape = func() { m.goes(ids, d) }, m.giveUp
		m.ways.Add(chip)
	}
	setVisible(m.ways, len(ids) > 0)
	m.ways.Refresh()
}

// goes says which way goods went, in one step, and then shows what is suggested.
func (m *takeMany) goes(goods []int64, d catalog.Direction) {
	v, photos, because := m.view, slices.Clone(m.view.ids), m.because
	m.giveUp()
	v.queue(job{write: func(ctx context.Context, store Store) (catalog.Step, error) {
		return send(ctx, store, photos, goods, d)
	}, done: func(err error) bool {
		if err == nil && slices.Equal(photos, v.ids) {
			m.open(photos, because)
		}
		return false
	}})
}

// takeOver makes judgements of what is not left, in one step.
func (m *takeMany) takeOver(reason string) {
	all := judgements(m.offers, reason, m.exempt)
	m.giveUp()
	m.view.determine(all, nil)
}

// close takes the lines away, and drops a question that is being worked on.
func (m *takeMany) close() {
	m.asking.Cancel()
	if m.box.Visible() {
		m.offers = nil
		m.reason.SetText("")
		m.exempt.close()
		m.box.Hide()
		m.view.relayout()
	}
}

// giveUp takes the lines away and gives the keyboard back.
func (m *takeMany) giveUp() {
	m.close()
	m.view.leave()
}
