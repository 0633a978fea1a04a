package inspector

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/rules"
	"waybill/catalog/workspace"
)

// advice is what the rule packs suggest for goods, in grey: nothing of it is
// true before a person takes it over. Without a direction it asks for that.
type advice struct {
	row       *itemRow
	proposals []workspace.Proposal
	missing   *widget.Label
	ways      *fyne.Container // the two directions
	lines     *fyne.Container
	take      *rowButton
	because   *rowButton
	keys      *fyne.Container
	reason    *textEntry
	exempt    *exemptions // asked for with the reason
	said      workspace.Suggested
	box       *fyne.Container
}

func newAdvice(r *itemRow) *advice {
	w := r.view.words
	a := &advice{row: r, missing: newText(muted), ways: widgets.NewFlow(look.Tight), lines: newTight()}
	for _, d := range []catalog.Direction{catalog.Into, catalog.OutOf} {
		chip := widgets.NewChip(w.Direction(d), widgets.Badge{})
		chip.OnEscape = r.view.leave
		chip.OnTap = func() { a.goes(d) }
		a.ways.Add(chip)
	}
	a.take = newRowButton(r, "", nil, func() { a.takeOver("") })
	a.because = newRowButton(r, w.T("inspector.take_because"), nil, a.ask)
	a.because.Importance = widget.LowImportance
	a.keys = container.New(&column{0}, container.NewHBox(a.take, a.because))
	a.reason = newRowEntry(r)
	a.reason.SetPlaceHolder(w.T("inspector.take_reason"))
	a.reason.onSave = func() { a.takeOver(strings.TrimSpace(a.reason.Text)) }
	a.reason.onEscape = a.giveUp
	a.reason.Hide()
	a.exempt = newExemptions(r.view, r)
	inset := container.New(&column{0}, a.ways)
	a.box = container.New(&column{-look.Tight}, a.missing, inset, a.lines, a.keys, a.exempt.box, a.reason)
	return a
}

// show lists what is suggested for the goods of one photo.
func (a *advice) show(said workspace.Suggested, judged *catalog.Determination) {
	w := a.row.view.words
	a.said, a.proposals = said, said.Proposals()
	directionless, missing := a.lacks(said)
	setText(a.missing, missing)
	setVisible(a.ways, directionless && !a.row.view.locked)
	var texts []string
	for i := range a.proposals {
		texts = append(texts, w.Suggestion(&a.proposals[i].Suggestion))
	}
	for _, answer := range said.Answers {
		for _, list := range [][]catalog.Suggestion{answer.NotYet, answer.Ended} {
			for i := range list {
				texts = append(texts, w.Suggestion(&list[i]))
			}
		}
	}
	a.lines.Objects = nil
	for _, text := range texts {
		line := newText(muted)
		line.TextStyle.Italic = true
		line.SetText(text)
		a.lines.Add(line)
	}
	setVisible(a.lines, len(texts) > 0)
	open := a.open(judged)
	setVisible(a.keys, open)
	if open {
		a.take.SetText(w.T("inspector.take_as", "status", w.Status(a.proposals[0].Status())))
	} else {
		a.closeReason()
	}
	a.box.Refresh()
}

// lacks says what must be known first, and whether that is the direction.
func (a *advice) lacks(said workspace.Suggested) (direction bool, text string) {
	var texts []string
	for _, answer := range said.Answers {
		for _, m := range answer.Missing {
			if text := a.row.view.words.Missing(m); len(texts) == 0 || texts[len(texts)-1] != text {
				texts = append(texts, text)
			}
		}
	}
	return lacksDirection(said), strings.Join(texts, "\n")
}

// lacksDirection tells whether a pack must know first which way the goods went.
func lacksDirection(said workspace.Suggested) bool {
	return slices.ContainsFunc(said.Answers, func(a workspace.PackAnswer) bool {
		return slices.Contains(a.Missing, rules.MissingDirection)
	})
}

// open tells whether there is a suggestion that can be taken over and was not.
func (a *advice) open(judged *catalog.Determination) bool {
	return len(a.proposals) > 0 && !a.row.view.locked && !a.proposals[0].Taken(judged)
}

// takeOver makes the first suggestion a judgement, with its basis in law.
func (a *advice) takeOver(reason string) {
	g := a.row.goods
	if len(a.proposals) == 0 || g == nil || g.seen == nil {
		return
	}
	j := a.proposals[0].Judgement(reason, g.seen.ID)
	j.Exemptions = a.exempt.among(a.proposals[0].Exemptions)
	a.row.view.determine([]workspace.Judgement{j}, func(err error) bool {
		if err == nil && a.row.goods == g {
			a.closeReason()
		}
		return false
	})
}

// ask takes the keyboard to where the reason is typed, below the exemptions to
// consider.
func (a *advice) ask() {
	if !a.reason.Visible() && len(a.proposals) > 0 {
		name := a.row.view.exemptionName(func(id string) *catalog.Measure { return measure(a.said, id) })
		a.exempt.offer(a.proposals[0].Exemptions, name, a.giveUp)
	}
	a.reason.Show()
	a.row.view.relayout()
	a.row.view.focus(a.reason)
}

func (a *advice) closeReason() {
	if a.reason.Visible() {
		a.reason.SetText("")
		a.reason.Hide()
		a.exempt.close()
		a.row.view.relayout()
	}
}

// giveUp takes the question back and gives the keyboard back.
func (a *advice) giveUp() {
	a.closeReason()
	a.row.view.leave()
}

// goes says which way the goods went; how that is known can be said below. The two
// go away with the answer, and the keyboard goes back.
func (a *advice) goes(d catalog.Direction) {
	if s := a.row.goods.seen; s != nil {
		a.row.view.leave()
		a.row.view.reobserve(s.Photo, s.ID, func(o *catalog.Observation) error {
			o.Direction = d
			return nil
		}, nil)
	}
}

// TakeSuggestion takes the first suggestion over for the goods that are selected
// in the picture, else for the first that waits for a judgement. With because it
// asks for the reason first. Where a direction must be known before, it asks for
// that. For many photos it shows what would be taken over.
func (v *View) TakeSuggestion(because bool) {
	switch {
	case v.locked:
		return
	case len(v.ids) > 1:
		v.goods.closeQuestion()
		v.goods.many.open(v.ids, because)
		return
	}
	v.whenRead(func() { v.takeFirst(because) })
}

// takeFirst takes the first suggestion of what the form shows over.
func (v *View) takeFirst(because bool) {
	rows := v.goods.inTurn()
	for _, r := range rows {
		if r.goods.seen == nil || !r.advice.open(r.goods.judged) {
			continue
		}
		if because {
			r.advice.ask()
		} else {
			r.advice.takeOver("")
		}
		return
	}
	for _, r := range rows {
		if r.goods.seen != nil && r.advice.ways.Visible() {
			v.focus(r.advice.ways.Objects[0].(fyne.Focusable))
			return
		}
	}
	v.say(v.words.T("inspector.nothing_to_take"))
}

// inTurn lists the rows in the order in which keys act on them: the goods that
// are selected alone, else those that nobody has judged, then the others.
func (l *goodsList) inTurn() []*itemRow {
	var waiting, judged []*itemRow
	for _, r := range l.rows {
		switch {
		case r.goods.seen != nil && r.goods.seen.ID == l.view.goodsAt:
			return []*itemRow{r}
		case r.goods.judged == nil || r.goods.judged.Status == catalog.NotAssessed:
			waiting = append(waiting, r)
		default:
			judged = append(judged, r)
		}
	}
	return append(waiting, judged...)
}

func (v *View) say(text string) {
	if v.OnSay != nil {
		v.OnSay(text)
	}
}
