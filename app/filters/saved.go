package filters

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"waybill/app/task"
	"waybill/catalog"
)

// Saved is what a catalogue keeps beside its photos: searches under names.
type Saved interface {
	Searches(ctx context.Context) ([]catalog.SavedSearch, error)
	Count(ctx context.Context, q catalog.Query) (int, error)
}

// Fields of the rows above the values, which no query has.
const (
	fieldSaved catalog.Field = "saved-search"
	fieldBin   catalog.Field = "bin"
)

// saved is the saved searches and the bin, above the values, each with how many
// photos it finds. Only those whose rows are shown are counted, one after another.
type saved struct {
	view     *View
	store    Saved
	list     []catalog.SavedSearch
	counts   map[string]found // by the text of the query
	now      int              // grows whenever the catalogue changed
	reading  task.Latest
	counting task.Latest
	under    map[string]bool // texts that are being counted
	searches *section
	bin      *section
}

// found is how many photos a query found when it was counted last.
type found struct {
	n   int
	err error // why it cannot be carried out
	at  int
}

// Keep shows the saved searches and the bin of a catalogue above the values. It is
// called once, and Recount whenever the catalogue changed.
func (v *View) Keep(store Saved) {
	s := &saved{view: v, store: store, counts: map[string]found{}, under: map[string]bool{}}
	s.searches = newSection(v, fieldSaved, v.words.T("filters.saved"))
	s.searches.pick = func(val value) { s.pick(val.query, val.picked()) }
	s.searches.onKey, s.searches.onMenu = s.key, s.menu
	s.bin = newSection(v, fieldBin, "")
	s.bin.bare = true
	s.bin.pick = s.searches.pick
	v.saved = s
	v.sections = append([]*section{s.searches, s.bin}, v.sections...)
	v.list.Objects = append([]fyne.CanvasObject{s.searches.box, s.bin.box}, v.list.Objects...)
	v.show()
	v.Recount()
}

// Recount reads the saved searches again and counts those that are shown.
func (v *View) Recount() {
	s := v.saved
	if s == nil {
		return
	}
	s.now++
	task.Ask(v.tasks, &s.reading, func(ctx context.Context, tell func([]catalog.SavedSearch)) error {
		list, err := s.store.Searches(ctx)
		if err == nil {
			tell(list)
		}
		return err
	}, func(list []catalog.SavedSearch) {
		s.list = list
		s.forget()
		clear(s.under)
		v.show()
		if v.OnSaved != nil {
			v.OnSaved()
		}
	}, v.report)
}

// Saved gives a saved search by its name.
func (v *View) Saved(name string) (catalog.SavedSearch, bool) {
	if v.saved == nil {
		return catalog.SavedSearch{}, false
	}
	i := slices.IndexFunc(v.saved.list, func(s catalog.SavedSearch) bool { return s.Name == name })
	if i < 0 {
		return catalog.SavedSearch{}, false
	}
	return v.saved.list[i], true
}

// Shown gives what the rows of the saved searches and of the bin show: "*" for the
// active one, the name and how many photos it finds.
func (v *View) Shown() []string {
	var lines []string
	for _, section := range []*section{v.saved.searches, v.saved.bin} {
		for _, r := range section.shown {
			if r.value.query == "" {
				continue
			}
			line := r.value.label + " " + r.counted()
			if r.value.picked() {
				line = "*" + line
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// SavedAs gives the name of the saved search that means the same as a query, "" for
// none.
func (v *View) SavedAs(q catalog.Query) string {
	if v.saved == nil {
		return ""
	}
	for _, s := range v.saved.list {
		if saved, err := catalog.ParseQuery(s.Query); err == nil && saved.String() == q.String() {
			return s.Name
		}
	}
	return ""
}

// forget drops the counts of what is no longer listed.
func (s *saved) forget() {
	known := map[string]bool{binText: true}
	for _, search := range s.list {
		known[search.Query] = true
	}
	for text := range s.counts {
		if !known[text] {
			delete(s.counts, text)
		}
	}
}

// binText is the query for what lies in the bin.
const binText = string(catalog.FieldIs) + ":" + catalog.IsRemoved

// shown lists the texts of the queries whose rows are shown, those that were counted
// the longest ago first, so that all are counted even when the catalogue goes on changing.
func (s *saved) shown() []string {
	texts := []string{binText}
	for _, r := range s.searches.shown {
		if r.value.query != "" && !slices.Contains(texts, r.value.query) {
			texts = append(texts, r.value.query)
		}
	}
	slices.SortStableFunc(texts, func(a, b string) int { return s.counts[a].at - s.counts[b].at })
	return slices.DeleteFunc(texts, func(text string) bool { return s.counts[text].at == s.now })
}

// countedText is one answer.
type countedText struct {
	text string
	found
}

// count counts what is shown and was not counted since the last change, unless it is
// under way already.
func (s *saved) count() {
	texts, now := s.shown(), s.now
	if !slices.ContainsFunc(texts, func(text string) bool { return !s.under[text] }) {
		return
	}
	clear(s.under)
	for _, text := range texts {
		s.under[text] = true
	}
	task.Ask(s.view.tasks, &s.counting, func(ctx context.Context, tell func(countedText)) error {
		for _, text := range texts {
			c := countedText{text: text, found: found{at: now}}
			q, err := catalog.ParseQuery(text)
			if err == nil {
				c.n, err = s.store.Count(ctx, q)
			}
			if c.err = err; err != nil && catalog.CodeOf(err) != catalog.ErrQuery {
				return err
			}
			tell(c)
		}
		return nil
	}, func(c countedText) {
		s.counts[c.text] = c.found
		delete(s.under, c.text)
		s.view.show()
	}, s.view.report)
}

// show brings the rows in line with what is known.
func (s *saved) show() {
	active := s.view.query.String()
	values := make([]value, 0, len(s.list))
	for _, search := range s.list {
		values = append(values, s.value(fieldSaved, search.Name, search.Query, active))
	}
	s.searches.set(values)
	bin := s.value(fieldBin, s.view.words.T("filters.bin"), binText, active)
	s.bin.set([]value{bin})
}

func (s *saved) value(field catalog.Field, name, text, active string) value {
	f, known := s.counts[text]
	val := value{term: catalog.Term{Field: field, Value: name}, label: name, query: text, count: f.n, known: known && f.err == nil, wrong: f.err}
	if q, err := catalog.ParseQuery(text); err == nil && q.String() == active {
		val.role = catalog.RoleAny
	}
	return val
}

// pick searches for what a row stands for, or for everything again.
func (s *saved) pick(text string, active bool) {
	q, err := catalog.ParseQuery(text)
	if err != nil {
		s.view.report(err)
		return
	}
	if active {
		q = catalog.Query{}
	}
	if s.view.OnQuery != nil {
		s.view.OnQuery(q)
	}
}

// key does what a key means on a saved search: F2 renames it, Delete deletes it.
func (s *saved) key(r *row, name fyne.KeyName) bool {
	search, ok := s.view.Saved(r.value.term.Value)
	switch {
	case !ok || r.value.plain:
		return false
	case name == fyne.KeyF2 && s.view.OnRename != nil:
		s.view.OnRename(search)
	case name == fyne.KeyDelete && s.view.OnDelete != nil:
		s.view.OnDelete(search)
	case name != fyne.KeyBackspace:
		return false
	}
	return true
}

// menu asks for what can be done with a saved search.
func (s *saved) menu(r *row, at fyne.Position) {
	if search, ok := s.view.Saved(r.value.term.Value); ok && !r.value.plain && s.view.OnMenu != nil {
		s.view.OnMenu(search, at)
	}
}
