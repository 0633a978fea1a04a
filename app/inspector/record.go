package inspector

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"waybill/catalog"
)

// record is where a photo came from and what became of it, folded away.
type record struct {
	view                         *View
	arrivals, judgements, change *widget.Label
	whole                        *widget.Button // leads to the page of the history
	lists                        *widget.Accordion
	box                          *fyne.Container
}

func newRecord(v *View) *record {
	r := &record{view: v, arrivals: newText(muted), judgements: newText(muted), change: newText(muted)}
	r.whole = widget.NewButton(v.words.T("inspector.whole_history"), func() {
		if s := v.content.one; s != nil && v.OnShowHistory != nil {
			v.OnShowHistory(s.photo.ID)
		}
	})
	r.whole.Importance = widget.LowImportance
	r.lists = widget.NewAccordion(
		widget.NewAccordionItem(v.words.T("inspector.arrivals"), r.arrivals),
		widget.NewAccordionItem(v.words.T("inspector.judgements"), r.judgements),
		widget.NewAccordionItem(v.words.T("inspector.history"), newColumn(r.change, container.NewHBox(r.whole))),
	)
	r.lists.MultiOpen = true
	r.box = newColumn(r.lists)
	return r
}

func (r *record) show() {
	s := r.view.content.one
	setVisible(r.lists, s != nil)
	if s == nil {
		return
	}
	r.arrivals.SetText(r.arrivalLines(s))
	r.judgements.SetText(r.judgementLines(s))
	r.change.SetText(r.historyLines(s))
	r.lists.Refresh()
}

// stamp writes a time of record as the clock here shows it.
func (r *record) stamp(t time.Time) string { return stamp(r.view, t) }

func stamp(v *View, t time.Time) string {
	return v.words.Time(catalog.WallTime{Time: t.Local()})
}

func (r *record) arrivalLines(s *single) string {
	w := r.view.words
	lines := []string{w.T("inspector.added", "time", r.stamp(s.photo.Added))}
	for _, a := range s.arrivals {
		lines = append(lines, w.T("inspector.arrival", "name", a.Name, "batch", a.batch, "time", r.stamp(a.MTime)))
	}
	if s.more > 0 {
		lines = append(lines, w.N("inspector.more_arrivals", s.more))
	}
	return strings.Join(lines, "\n")
}

func (r *record) judgementLines(s *single) string {
	w := r.view.words
	var lines []string
	for _, o := range s.photo.Observations {
		for _, d := range s.lines[o.ID] {
			text := w.T("inspector.judgement", "item", w.Called(o.ItemName), "status", w.Status(d.Status), "by", by(r.view, d.By), "time", r.stamp(d.At))
			if d.Reason != "" {
				text = w.T("inspector.judgement_reason", "text", text, "reason", d.Reason)
			}
			lines = append(lines, text)
		}
	}
	if len(lines) == 0 {
		return w.T("inspector.no_judgements")
	}
	return strings.Join(lines, "\n")
}

func (r *record) historyLines(s *single) string {
	w := r.view.words
	var lines []string
	for _, step := range s.steps {
		key := "inspector.step"
		if step.Undone {
			key = "inspector.step_undone"
		}
		lines = append(lines, w.T(key, "step", w.Step(step), "by", by(r.view, step.Actor), "time", r.stamp(step.At)))
	}
	return strings.Join(lines, "\n")
}

// by names who did something.
func by(v *View, actor string) string {
	if actor == "" {
		return v.words.T("inspector.nobody_named")
	}
	return actor
}
