package vocabulary

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/catalog"
	tables "waybill/catalog/vocabulary"
)

// takenIn is what came of an import.
type takenIn struct {
	Taken
	rejected []tables.Rejected
	step     catalog.Step
	err      error
}

// ImportFrom takes the tables of a folder, after what was typed is saved. When
// something is wrong with them nothing is taken, and what it is is listed.
func (v *View) ImportFrom(dir string) {
	if v.locked || v.TakeIn == nil {
		return
	}
	v.leaving(func() {
		var out takenIn
		v.write(func(ctx context.Context) (ref, catalog.Step, error) {
			out.Taken, out.rejected, out.step, out.err = v.TakeIn(ctx, dir)
			return ref{}, out.step, nil // what went wrong is not about the form
		}, func() { v.taken(out) }, func(ref) {})
	})
}

// taken says what came of an import.
func (v *View) taken(out takenIn) {
	if len(out.rejected) > 0 {
		v.report.open(out.rejected)
		return
	}
	if v.fail(out.err); out.err == nil && v.OnSay != nil {
		v.OnSay(v.words.T("vocabulary.imported", "added", v.words.Count(out.Added), "changed", v.words.Count(out.Changed), "same", v.words.Count(out.Same)))
	}
}

// ExportTo writes the vocabularies as tables into a folder, after what was
// typed is saved.
func (v *View) ExportTo(dir string) {
	v.leaving(func() {
		store := v.store
		task.Run(v.tasks, func(ctx context.Context) ([]string, error) { return store.ExportVocabulary(ctx, dir) }, func(files []string, err error) {
			v.fail(err)
			if err == nil && v.OnSay != nil {
				v.OnSay(v.words.N("vocabulary.exported", len(files), "folder", dir))
			}
		})
	})
}

// report lists what is wrong with tables, over the list and the form.
type report struct {
	view   *View
	texts  []string
	title  *widget.Label
	list   *widget.List
	shut   *shutter
	ground *canvas.Rectangle
	box    *fyne.Container
}

// mostRejected is how many rejected lines are measured and listed.
const mostRejected = 2_000

func newReport(v *View) *report {
	t := v.words.T
	r := &report{view: v, title: widget.NewLabel(""), ground: canvas.NewRectangle(nil)}
	r.title.TextStyle.Bold, r.title.Wrapping = true, fyne.TextWrapWord
	r.list = widget.NewList(func() int { return len(r.texts) }, newReportLine, func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(r.texts) {
			o.(*widget.Label).SetText(r.texts[i])
		}
	})
	copyAll := widget.NewButtonWithIcon(t("vocabulary.copy"), theme.ContentCopyIcon(), r.copy)
	r.shut = newShutter(t("vocabulary.close"), r.close)
	buttons := container.NewHBox(layout.NewSpacer(), copyAll, r.shut)
	hint := caption(t("vocabulary.rejected_hint"))
	hint.Wrapping = fyne.TextWrapWord
	top := container.New(layout.NewCustomPaddedVBoxLayout(-8), r.title, hint)
	inset := layout.NewCustomPaddedLayout(look.Space, look.Space, look.Space, look.Space)
	r.box = container.NewStack(r.ground, container.New(inset, container.NewBorder(top, buttons, nil, nil, r.list)))
	r.box.Hide()
	return r
}

func newReportLine() fyne.CanvasObject {
	l := widget.NewLabel("")
	l.Wrapping = fyne.TextWrapWord
	return l
}

func (r *report) paint() {
	r.ground.FillColor = theme.Color(theme.ColorNameBackground)
	r.ground.Refresh()
}

// open lists what is wrong.
func (r *report) open(rejected []tables.Rejected) {
	w := r.view.words
	r.texts = nil
	for _, line := range rejected[:min(len(rejected), mostRejected)] {
		r.texts = append(r.texts, w.Rejected(line))
	}
	r.title.SetText(w.N("vocabulary.rejected", len(rejected)))
	r.box.Show()
	r.measure()
	r.list.ScrollToTop()
	r.box.Refresh()
	r.view.focus(r.shut)
}

// measure gives every line the height that its text takes.
func (r *report) measure() {
	probe := newReportLine().(*widget.Label)
	for i, text := range r.texts {
		probe.SetText(text)
		probe.Resize(fyne.NewSize(max(200, r.list.Size().Width), 1))
		r.list.SetItemHeight(i, probe.MinSize().Height)
	}
}

func (r *report) copy() {
	fyne.CurrentApp().Clipboard().SetContent(strings.Join(r.texts, "\n") + "\n")
}

func (r *report) close() {
	r.texts = nil
	r.box.Hide()
	r.view.Focus()
}

// shutter is a button that Escape presses, too.
type shutter struct{ widget.Button }

func newShutter(text string, tap func()) *shutter {
	s := &shutter{}
	s.Text, s.OnTapped, s.Importance = text, tap, widget.HighImportance
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey implements fyne.Focusable.
func (s *shutter) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		s.OnTapped()
	default:
		s.Button.TypedKey(k)
	}
}
