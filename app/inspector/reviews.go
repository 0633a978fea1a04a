package inspector

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/catalog"
)

// reviews is what others say of a determination, beside it until it is resolved.
// Whoever edits and is not its author can say something too.
type reviews struct {
	row    *itemRow
	judged *catalog.Determination // nil: nothing is judged
	kind   catalog.ReviewKind     // that words are asked for
	list   *fyne.Container
	keys   *fyne.Container
	words  *textEntry
	box    *fyne.Container
}

func newReviews(r *itemRow) *reviews {
	w := r.view.words
	x := &reviews{row: r, list: newTight(), words: newRowEntry(r)}
	quiet := func(text string, run func()) *widget.Button {
		b := widget.NewButton(text, run)
		b.Importance = widget.LowImportance
		return b
	}
	x.keys = container.NewHBox(
		quiet(w.T("inspector.agree"), func() { x.write(catalog.Agrees, "") }),
		quiet(w.T("inspector.disagree"), func() { x.ask(catalog.Disagrees) }),
		quiet(w.T("inspector.ask"), func() { x.ask(catalog.Asks) }),
	)
	x.words.onSave = func() {
		if text := strings.TrimSpace(x.words.Text); text != "" {
			x.write(x.kind, text)
		}
	}
	x.words.onEscape = func() {
		x.close()
		r.view.leave()
	}
	x.words.Hide()
	x.box = container.New(&column{-look.Tight}, x.list, x.keys, x.words)
	return x
}

// show lists the reviews of a determination, and offers the editor to add one
// unless they judged themselves or have no name.
func (x *reviews) show(judged *catalog.Determination, editor string) {
	v := x.row.view
	if judged == nil || x.judged == nil || judged.ID != x.judged.ID {
		x.close()
	}
	x.judged = judged
	x.list.Objects = nil
	if judged != nil {
		for _, r := range judged.Reviews {
			x.list.Add(x.line(r))
		}
	}
	setVisible(x.list, len(x.list.Objects) > 0)
	other := judged != nil && editor != "" && !strings.EqualFold(strings.TrimSpace(editor), strings.TrimSpace(judged.By))
	setVisible(x.keys, other && !v.locked)
	setVisible(x.box, judged != nil)
	x.box.Refresh()
}

// line is one review; an objection or a question that stands is loud, and can be
// settled.
func (x *reviews) line(r catalog.Review) fyne.CanvasObject {
	v := x.row.view
	standing := r.Kind != catalog.Agrees && !r.Resolved
	text := newText(muted)
	if standing {
		text = newText(alarming)
	}
	text.SetText(v.words.Review(&r))
	if !standing || v.locked {
		return text
	}
	settle := newLink()
	settle.SetText(v.words.T("inspector.resolve"))
	id := r.ID
	settle.OnTapped = func() {
		v.queue(job{write: func(ctx context.Context, store Store) (catalog.Step, error) { return store.Resolve(ctx, id, "") }})
	}
	return container.NewBorder(nil, nil, nil, settle, text)
}

// ask takes the keyboard to where a reason or a question is typed.
func (x *reviews) ask(kind catalog.ReviewKind) {
	x.kind = kind
	key := "inspector.disagree_reason"
	if kind == catalog.Asks {
		key = "inspector.ask_what"
	}
	x.words.SetPlaceHolder(x.row.view.words.T(key))
	x.words.Show()
	x.row.view.relayout()
	x.row.view.focus(x.words)
}

func (x *reviews) close() {
	if x.words.Visible() {
		x.words.SetText("")
		x.words.Hide()
		x.row.view.relayout()
	}
}

// write keeps a review; on an error its words stay.
func (x *reviews) write(kind catalog.ReviewKind, text string) {
	id := x.judged.ID
	x.row.view.queue(job{write: func(ctx context.Context, store Store) (catalog.Step, error) {
		return store.Review(ctx, id, kind, text, "")
	}, done: func(err error) bool {
		if err == nil && x.judged != nil && x.judged.ID == id {
			x.close()
		}
		return false
	}})
}
