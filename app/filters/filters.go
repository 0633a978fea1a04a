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

// Source counts the values among the photos that a query finds.
type Source interface {
	Facets(ctx context.Context, q catalog.Query) ([]catalog.Facet, error)
	// Meant gives the query with its names as Facets gives them.
	Meant(ctx context.Context, q catalog.Query) (catalog.Query, error)
}

// View is the panel. Its methods are for the UI thread.
type View struct {
	// OnQuery is called when the user picks a value, with the query that is then
	// wanted. The view waits for Refresh to show it.
	OnQuery func(catalog.Query)
	// OnText is called when the user edits the text of the query, with whether
	// that is done and the answer is wanted at once.
	OnText func(text string, done bool)
	// OnError is called when the values cannot be counted, but not for a query
	// that cannot be understood: whoever typed it is told where it was typed.
	OnError func(error)
	// OnSaved is called when the saved searches were read anew.
	OnSaved func()
	// OnRename, OnDelete and OnMenu are called for a saved search: it shall have
	// another name, go, or show what can be done with it at a place of the canvas.
	OnRename, OnDelete func(catalog.SavedSearch)
	OnMenu             func(of catalog.SavedSearch, at fyne.Position)
	// OnLeave is called for Escape: the keyboard is free.
	OnLeave func()

	source Source
	tasks  *task.Runner
	words  *present.Words
	badge  func(catalog.Status) widgets.Badge

	query    catalog.Query
	meant    catalog.Query // the same, with the names that the values have
	facets   []catalog.Facet
	more     map[catalog.Field][]catalog.Facet // as they are counted without a field's own values of any
	total    int                               // photos found
	counted  bool                              // facets are those of some query that could be counted
	waiting  bool                              // for an answer
	asked    task.Latest
	saved    *saved // above the sections of values, nil without
	list     *fyne.Container
	sections []*section
	kept     *section // the one that was picked from last
	focused  *row     // has the keyboard
	text     *queryText
	empty    *widget.Label
	scroll   *container.Scroll
	hint     *hint
	object   fyne.CanvasObject
}

// New makes an empty panel; Refresh fills it. badge gives the look of a status
// in the theme of the moment.
func New(source Source, tasks *task.Runner, words *present.Words, badge func(catalog.Status) widgets.Badge) *View {
	v := &View{source: source, tasks: tasks, words: words, badge: badge, hint: newHint()}
	v.text = newQueryText(v)
	list := container.New(stack{})
	v.list = list
	for _, section := range sectionsOf(v) {
		v.sections = append(v.sections, section)
		list.Add(section.box)
	}
	v.empty = widget.NewLabel(words.T("filters.empty"))
	v.empty.Wrapping, v.empty.Importance = fyne.TextWrapWord, widget.LowImportance
	list.Add(v.empty)
	v.scroll = container.NewVScroll(list)
	v.scroll.OnScrolled = func(fyne.Position) { v.hint.hide() }
	v.object = container.NewStack(container.NewBorder(v.text.box, nil, nil, nil, v.scroll), v.hint.layer)
	v.show()
	return v
}

// Object is what to put into the window.
func (v *View) Object() fyne.CanvasObject { return v.object }

// answer is what was counted for a query.
type answer struct {
	meant  catalog.Query
	facets []catalog.Facet
	more   map[catalog.Field][]catalog.Facet
	whole  bool // more is counted too
}

// Refresh shows the conditions of a query at once and counts its results off
// the UI thread; then, for each field of which any of some values will do, what
// another one would add.
func (v *View) Refresh(q catalog.Query) {
	if v.query.String() != q.String() {
		v.kept, v.meant = nil, q
	}
	v.query, v.waiting = q, true
	v.text.show(q)
	v.show()
	task.Ask(v.tasks, &v.asked, func(ctx context.Context, partial func(answer)) error {
		return v.count(ctx, q, partial)
	}, func(a answer) {
		v.meant, v.facets, v.counted = a.meant, a.facets, true
		if a.whole {
			v.more = a.more
		}
		v.show()
	}, func(err error) {
		v.waiting = false
		if err == nil {
			return
		}
		v.facets, v.more, v.counted = nil, nil, false
		v.show()
		if _, wrong := errors.AsType[*catalog.QueryError](err); !wrong && v.OnError != nil {
			v.OnError(err)
		}
	})
}

func (v *View) count(ctx context.Context, q catalog.Query, hand func(answer)) error {
	facets, err := v.source.Facets(ctx, q)
	if err != nil {
		return err
	}
	meant, err := v.source.Meant(ctx, q)
	if err != nil {
		return err
	}
	wider := widened(q)
	a := answer{meant: meant, facets: facets, more: map[catalog.Field][]catalog.Facet{}, whole: len(wider) == 0}
	hand(a)
	if a.whole {
		return nil
	}
	for field, q := range wider {
		all, err := v.source.Facets(ctx, q)
		if err != nil {
			return err
		}
		for _, f := range all {
			if f.Field == field {
				a.more[field] = append(a.more[field], f)
			}
		}
	}
	a.whole = true
	hand(a)
	return nil
}

// widened gives, for each field that has a term which another value could join,
// the query without that term.
func widened(q catalog.Query) map[catalog.Field]catalog.Query {
	wider := map[catalog.Field]catalog.Query{}
	for _, t := range q.Terms {
		if !t.Not && t.Field != catalog.FieldWords && t.Field != catalog.FieldDate {
			wider[t.Field] = q.Without(t) // the last one, which WithRole joins
		}
	}
	return wider
}

// show brings the rows in line with the query and the counts.
func (v *View) show() {
	v.change(v.showValues)
}

func (v *View) showValues() {
	v.total = 0
	for _, f := range v.facets {
		if f.Field == catalog.FieldStatus { // each photo has exactly one
			v.total += f.Count
		}
	}
	for _, s := range v.sections {
		if v.saved == nil || s != v.saved.searches && s != v.saved.bin {
			s.set(v.values(s))
		}
	}
	if v.saved != nil {
		v.saved.show()
	}
	v.empty.Hidden = !v.counted || v.total > 0 || len(v.query.Terms) > 0
}

// change changes what rows there are. When the row with the keyboard goes, the
// one that is now in its place gets it.
func (v *View) change(f func()) {
	v.hint.hide()
	at := slices.Index(v.rows(), v.focused)
	f()
	v.scroll.Content.Refresh()
	if v.saved != nil {
		v.saved.count()
	}
	rows := v.rows()
	if at < 0 || slices.Contains(rows, v.focused) {
		return
	}
	if c := widgets.CanvasOf(v.scroll); c != nil {
		c.Focus(rows[min(at, len(rows)-1)])
	}
}

// pick asks for the query in which a value takes part in another way.
func (v *View) pick(s *section, val value, role catalog.Role) {
	if v.OnQuery == nil || val.plain {
		return
	}
	q := v.named(val.term.Field).WithRole(val.term, role)
	v.OnQuery(q)
	if v.query.String() == q.String() {
		v.kept = s
		v.show()
	}
}

// named gives the query with the names of one field as the values have them.
func (v *View) named(field catalog.Field) catalog.Query {
	q := catalog.Query{Terms: slices.Clone(v.query.Terms)}
	for i, t := range v.meant.Terms {
		if t.Field == field && i < len(q.Terms) {
			q.Terms[i] = t
		}
	}
	return q
}

func (v *View) report(err error) {
	if err != nil && v.OnError != nil {
		v.OnError(err)
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

// move takes the keyboard to the next row in a direction, past the titles of
// sections whose values are shown.
func (v *View) move(from *row, by int) {
	rows := v.rows()
	for at := slices.Index(rows, from) + by; at >= 0 && at < len(rows); at += by {
		if r := rows[at]; !r.heading || r.section.folded {
			v.focus(r)
			return
		}
	}
}

func (v *View) focus(r *row) { widgets.Focus(r) }

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
