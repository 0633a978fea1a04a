package inspector

import (
	"fyne.io/fyne/v2"

	"waybill/app/widgets"
	"waybill/catalog"
)

// makeFields makes the texts that a photo has.
func (v *View) makeFields() {
	v.caption = v.newLongField("caption", v.words.T("inspector.caption"), func(s string) catalog.Edit { return catalog.Edit{Caption: &s} })
	v.note = v.newLongField("note", v.words.T("inspector.note"), func(s string) catalog.Edit { return catalog.Edit{Note: &s} })
	credit := newTextEntry(1)
	v.credit = newField(v, "credit", v.words.T("inspector.credit"), credit, &credit.Entry, func(s string) (catalog.Edit, error) {
		return catalog.Edit{Credit: &s}, nil
	})
	v.credit.stays = true
	credit.onSave, credit.onEscape = v.credit.submit, v.credit.escape
	v.makeRoute()
	v.makeSource()
}

// newLongField makes a text of several lines, saved when it is left.
func (v *View) newLongField(name, title string, edit func(string) catalog.Edit) *field {
	e := newTextEntry(3)
	f := newField(v, name, title, e, &e.Entry, func(s string) (catalog.Edit, error) { return edit(s), nil })
	e.onLeave, e.onSave, e.onEscape = f.commit, f.submit, f.escape
	return f
}

func (v *View) makeRoute() {
	e := widgets.NewCompleteEntry(nil)
	e.Eager = true
	e.Complete = func(text string, show func([]widgets.Option)) { show(v.routesCalled(text)) }
	v.route = newField(v, "route", v.words.T("inspector.route"), e, &e.Entry, func(text string) (catalog.Edit, error) {
		id, err := v.routeCalled(text)
		v.used(id)
		return catalog.Edit{Route: &id}, err
	})
	v.route.stays = true
	v.nearby = newNearby(v)
	v.route.box.Add(v.nearby.box)
	e.OnChosen = func(o widgets.Option) {
		id := o.Value.(catalog.RouteID)
		e.SetText(o.Text)
		v.used(id)
		v.route.send(o.Text, job{edit: catalog.Edit{Route: &id}})
		v.leave()
	}
	e.OnSubmitted = func(string) { v.route.submit() }
	e.OnEscape = v.route.escape
}

// routeCalled finds the one route that a text means; 0 for no text.
func (v *View) routeCalled(text string) (catalog.RouteID, error) {
	if text == "" {
		return 0, nil
	}
	options, exactly := complete(v.names.routes, text)
	switch {
	case len(options) == 0:
		return 0, &catalog.Error{Code: catalog.ErrNotFound, Op: "find route", Subject: text}
	case len(options) > 1 && !exactly:
		return 0, &catalog.Error{Code: catalog.ErrAmbiguous, Op: "find route", Subject: text, Matches: texts(options)}
	}
	return options[0].Value.(catalog.RouteID), nil
}

func texts(options []widgets.Option) []string {
	list := make([]string, len(options))
	for i, o := range options {
		list[i] = o.Text
	}
	return list
}

func (v *View) makeSource() {
	e := widgets.NewCompleteEntry(nil)
	e.Complete = func(text string, show func([]widgets.Option)) {
		options, _ := complete(v.names.sources, text)
		show(options)
	}
	v.source = newField(v, "source", v.words.T("inspector.source"), e, &e.Entry, func(s string) (catalog.Edit, error) {
		return catalog.Edit{Source: &s}, nil
	})
	v.source.stays = true
	e.OnChosen = func(o widgets.Option) { v.source.save(o.Text); v.leave() }
	e.OnSubmitted = func(string) { v.source.submit() }
	e.OnEscape = v.source.escape
}

// fields lists all texts that the user can leave unsaved.
func (v *View) fields() []*field {
	list := []*field{v.when.entry.field, v.where.entry.field, v.route, v.caption, v.note, v.source, v.credit}
	for _, r := range v.goods.rows {
		list = append(list, r.reason)
	}
	return list
}

// showFields tells the fields what the catalogue says.
func (v *View) showFields() {
	sum := &v.content.sum
	for f, t := range map[*field]*tally{
		v.route: &sum.route, v.caption: &sum.caption, v.note: &sum.note, v.source: &sum.source, v.credit: &sum.credit,
	} {
		f.setTally(t)
	}
	v.nearby.show()
}

// Commit saves what is typed in the long texts, for a window that closes.
func (v *View) Commit() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.root); c != nil {
		c.Unfocus()
	}
	v.caption.commit()
	v.note.commit()
}

// Busy tells whether an edit is being written or waits for its turn.
func (v *View) Busy() bool { return v.writing || len(v.jobs) > 0 }
