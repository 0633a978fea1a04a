// Package filters is the panel beside the gallery that counts what the photos
// found have in common, and narrows the search by a pick. It changes nothing in
// the catalogue and knows no text of the search but its terms.
package filters

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
)

// Source counts the values among the photos that a query finds, and those photos.
type Source interface {
	Facets(ctx context.Context, q catalog.Query) ([]catalog.Facet, error)
	Count(ctx context.Context, q catalog.Query) (int, error)
}

// View is the panel. Its methods are for the UI thread.
type View struct {
	// OnPick is called when the user picks a value, with whether it shall be a
	// condition from now on. The view waits for Refresh to show it.
	OnPick func(t catalog.Term, selected bool)
	// OnError is called when the values cannot be counted, but not for a query
	// that cannot be understood: whoever typed it is told where it was typed.
	OnError func(error)
	// OnLeave is called for Escape: the keyboard is free.
	OnLeave func()

	source Source
	tasks  *task.Runner
	words  *present.Words
	badge  func(catalog.Status) widgets.Badge

	query    catalog.Query
	facets   []catalog.Facet
	counted  bool // facets are those of some query that could be counted
	asked    task.Latest
	sections []*section
	focused  *row // has the keyboard
	empty    *widget.Label
	scroll   *container.Scroll
	hint     *hint
	object   fyne.CanvasObject
}

// New makes an empty panel; Refresh fills it. badge gives the look of a status
// in the theme of the moment.
func New(source Source, tasks *task.Runner, words *present.Words, badge func(catalog.Status) widgets.Badge) *View {
	v := &View{source: source, tasks: tasks, words: words, badge: badge, hint: newHint()}
	list := container.New(stack{})
	for _, s := range []struct {
		field catalog.Field
		title string
	}{
		{catalog.FieldStatus, words.T("filters.status")},
		{catalog.FieldHas, words.T("filters.check")},
		{catalog.FieldRoute, words.T("filters.route")},
		{catalog.FieldItem, words.T("filters.item")},
		{catalog.FieldKind, words.T("filters.kind")},
		{catalog.FieldBatch, words.T("filters.batch")},
		{catalog.FieldSource, words.T("filters.source")},
		{catalog.FieldType, words.T("filters.type")},
	} {
		section := newSection(v, s.field, s.title)
		v.sections = append(v.sections, section)
		list.Add(section.box)
	}
	v.empty = widget.NewLabel(words.T("filters.empty"))
	v.empty.Wrapping, v.empty.Importance = fyne.TextWrapWord, widget.LowImportance
	list.Add(v.empty)
	v.scroll = container.NewVScroll(list)
	v.scroll.OnScrolled = func(fyne.Position) { v.hint.hide() }
	v.object = container.NewStack(v.scroll, v.hint.layer)
	v.show()
	return v
}

// Object is what to put into the window.
func (v *View) Object() fyne.CanvasObject { return v.object }

// Refresh shows the conditions of a query at once and counts its results off
// the UI thread.
func (v *View) Refresh(q catalog.Query) {
	v.query = q
	v.show()
	task.Ask(v.tasks, &v.asked, func(ctx context.Context, partial func([]catalog.Facet)) error {
		facets, err := v.count(ctx, q)
		if err == nil {
			partial(facets)
		}
		return err
	}, func(facets []catalog.Facet) {
		v.facets, v.counted = facets, true
		v.show()
	}, func(err error) {
		if err == nil {
			return
		}
		v.facets, v.counted = nil, false
		v.show()
		if _, wrong := errors.AsType[*catalog.QueryError](err); !wrong && v.OnError != nil {
			v.OnError(err)
		}
	})
}

// count gives the facets, and as one more how many photos have a warning.
func (v *View) count(ctx context.Context, q catalog.Query) ([]catalog.Facet, error) {
	facets, err := v.source.Facets(ctx, q)
	if err != nil {
		return nil, err
	}
	n, err := v.source.Count(ctx, q.With(catalog.Term{Field: catalog.FieldHas, Value: hasWarning}))
	if err != nil || n == 0 {
		return facets, err
	}
	return append(facets, catalog.Facet{Field: catalog.FieldHas, Value: hasWarning, Count: n}), nil
}

// show brings the rows in line with the query and the counts.
func (v *View) show() {
	v.change(v.showValues)
}

func (v *View) showValues() {
	total := 0
	for _, f := range v.facets {
		if f.Field == catalog.FieldStatus { // each photo has exactly one
			total += f.Count
		}
	}
	for _, s := range v.sections {
		s.set(v.values(s.field, total))
	}
	v.empty.Hidden = !v.counted || total > 0 || len(v.query.Terms) > 0
}

// change changes what rows there are. When the row with the keyboard goes, the
// one that is now in its place gets it.
func (v *View) change(f func()) {
	v.hint.hide()
	at := slices.Index(v.rows(), v.focused)
	f()
	v.scroll.Content.Refresh()
	rows := v.rows()
	if at < 0 || slices.Contains(rows, v.focused) {
		return
	}
	if c := widgets.CanvasOf(v.scroll); c != nil {
		c.Focus(rows[min(at, len(rows)-1)])
	}
}

// pick asks for a condition or takes it back.
func (v *View) pick(val value) {
	if v.OnPick != nil {
		v.OnPick(val.term, !val.picked)
	}
}

func (v *View) leave() {
	if v.OnLeave != nil {
		v.OnLeave()
	}
}

// rows lists what can be focused, from top to bottom.
func (v *View) rows() []*row {
	var all []*row
	for _, s := range v.sections {
		all = append(all, s.shown...)
	}
	return all
}

// move takes the keyboard to the row so many places further.
func (v *View) move(from *row, by int) {
	rows := v.rows()
	at := slices.Index(rows, from) + by
	if c := fyne.CurrentApp().Driver().CanvasForObject(from); c != nil && at >= 0 && at < len(rows) {
		c.Focus(rows[at])
	}
}

// reveal scrolls to a row that got the keyboard.
func (v *View) reveal(r *row) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(r).Y - driver.AbsolutePositionForObject(v.scroll).Y
	height, room := r.Size().Height, v.scroll.Size().Height
	at := v.scroll.Offset
	switch {
	case top < 0:
		at.Y += top
	case top+height > room:
		at.Y += top + height - room
	default:
		return
	}
	v.scroll.ScrollToOffset(at)
}
