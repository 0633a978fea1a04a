package inspector

import (
	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// lotRow says of goods of one photo in which others they are too, and where they
// are judged differently; of goods of many photos how many lots and pieces they
// are.
type lotRow struct {
	row *itemRow
	box *fyne.Container
}

func newLotRow(r *itemRow) *lotRow { return &lotRow{r, newTight()} }

// show says it in new texts: those that had been hidden in the window's pane
// stayed blank when they were shown.
func (l *lotRow) show(c *content) {
	l.box.Objects = nil
	if c.one != nil {
		l.showLot(c.one)
	} else {
		l.showCounts(&c.sum)
	}
	setVisible(l.box, len(l.box.Objects) > 0)
	l.box.Refresh()
}

func (l *lotRow) showLot(one *single) {
	o, w, v := l.row.goods.seen, l.row.view.words, l.row.view
	if o == nil || o.Lot == 0 {
		return
	}
	lot := one.lots[o.Lot]
	if same := w.SameGoods(catalog.OtherPhotos(o, lot)); same != "" {
		link := newLink()
		link.Wrapping = fyne.TextWrapWord
		link.SetText(same)
		id := o.Lot
		link.OnTapped = func() {
			if v.OnShowLot != nil {
				v.OnShowLot(id)
			}
		}
		l.box.Add(link)
	}
	if differ := w.JudgedDifferently(catalog.JudgedDifferently(o, lot)); differ != "" {
		text := newText(alarming)
		text.SetText(differ)
		l.box.Add(text)
	}
}

func (l *lotRow) showCounts(sum *summary) {
	w := l.row.view.words
	counts := sum.amounts.CountsOf(l.row.goods.item)
	for i := range counts {
		text := w.Lots(&counts[i])
		if text == "" {
			continue
		}
		if !counts[i].Visible && len(counts) > 1 {
			text = w.T("inspector.lot.reported", "text", text)
		}
		line := newText(muted)
		line.SetText(text)
		l.box.Add(line)
	}
}
