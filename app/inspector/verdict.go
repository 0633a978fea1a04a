package inspector

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// verdict is the determination in force on goods, in black: with its basis in
// law, who judged and when. Those before it are folded away.
type verdict struct {
	row     *itemRow
	law, by *widget.Label
	now     *fyne.Container // the two
	earlier *widget.Hyperlink
	line    *fyne.Container
	reviews *reviews
	box     *fyne.Container
}

func newVerdict(r *itemRow) *verdict {
	d := &verdict{row: r, now: newTight(), earlier: newLink(), line: newTight()}
	d.say("", "")
	d.earlier.OnTapped = func() {
		setVisible(d.line, !d.line.Visible())
		r.view.relayout()
	}
	d.line.Hide()
	d.reviews = newReviews(r)
	d.box = container.New(&column{-look.Space}, d.now, d.reviews.box, d.earlier, d.line)
	return d
}

// newLink returns a small text that can be tapped.
func newLink() *widget.Hyperlink {
	h := widget.NewHyperlink("", nil)
	h.SizeName = theme.SizeNameCaptionText
	return h
}

// show shows what is judged of one observation. line is all that was, the latest
// last.
func (d *verdict) show(said workspace.Suggested, line []catalog.Determination, editor string) {
	w := d.row.view.words
	var now *catalog.Determination
	if n := len(line); n > 0 {
		if now = &line[n-1]; now.Status == catalog.NotAssessed {
			now = nil
		} else {
			line = line[:n-1]
		}
	}
	law, author := "", ""
	if now != nil {
		if now.Legal != (catalog.Legal{}) {
			bare := d.called(said, *now)
			bare.Reason, bare.By = "", "" // they stand beside it already
			law = w.Determination(&bare, measure(said, now.Measure))
		}
		author = w.T("inspector.judged", "by", by(d.row.view, now.By), "time", stamp(d.row.view, now.At))
	}
	d.say(law, author)
	d.line.Objects = nil
	for i := len(line) - 1; i >= 0; i-- {
		text := newText(muted)
		earlier := d.called(said, line[i])
		text.SetText(w.Determination(&earlier, measure(said, earlier.Measure)))
		d.line.Add(text)
	}
	d.earlier.SetText(w.N("inspector.earlier", len(line)))
	setVisible(d.earlier, len(line) > 0)
	if len(line) == 0 {
		d.line.Hide()
	}
	d.reviews.show(now, editor)
	d.box.Refresh()
}

// say shows the basis in law and who judged, in new texts: those that had been
// hidden in the window's pane stayed blank when they were shown.
func (d *verdict) say(law, by string) {
	d.law, d.by = newText(plain), newText(plain)
	d.by.SizeName = theme.SizeNameCaptionText
	setText(d.law, law)
	setText(d.by, by)
	d.now.Objects = []fyne.CanvasObject{d.law, d.by}
	setVisible(d.now, by != "")
	d.now.Refresh()
}

// called is a determination whose exemptions are in words: a measure that exempts
// from others is called by its instrument and paragraph, as where it was ticked.
func (d *verdict) called(said workspace.Suggested, t catalog.Determination) catalog.Determination {
	parts := strings.Split(t.Exemptions, separator)
	for i, text := range parts {
		if m := measure(said, text); m != nil {
			parts[i] = d.row.view.words.Measure(m.Instrument, m.Paragraph)
		}
	}
	t.Exemptions = strings.Join(parts, separator)
	return t
}
