package templates

import (
	"context"
	"strings"

	"waybill/app/present"
	"waybill/catalog"
)

// names are what items and routes are called, by key.
type names struct{ items, routes map[string]string }

func readNames(ctx context.Context, store Store) (names, error) {
	n := names{map[string]string{}, map[string]string{}}
	items, err := store.Items(ctx)
	if err != nil {
		return n, err
	}
	for _, i := range items {
		n.items[i.Key] = i.Names.Label()
	}
	routes, err := store.Routes(ctx)
	for _, r := range routes {
		n.routes[r.Key] = r.Names.Label()
	}
	return n, err
}

// maxText is how many characters of a text are shown.
const maxText = 60

// describe says in one line what a template gives.
func describe(w *present.Words, n names, v *catalog.TemplateValues) string {
	d := description{words: w}
	d.items(n, v)
	d.goods(v)
	if v.Route != nil {
		name := n.routes[*v.Route]
		if name == "" {
			name = *v.Route
		}
		d.add(w.T("inspector.route"), w.Called(name))
	}
	for _, s := range v.States {
		d.add(w.Property(s.Property), statement(w, s))
	}
	d.text("inspector.source", v.Source)
	d.text("inspector.caption", v.Caption)
	d.text("inspector.note", v.Note)
	d.text("inspector.credit", v.Credit)
	if len(v.Locks) > 0 {
		d.parts = append(d.parts, w.N("templates.locks", len(v.Locks)))
	}
	return strings.Join(d.parts, " · ")
}

// description is what a template gives, field by field.
type description struct {
	words *present.Words
	parts []string
}

// add says what a field is given; without a value it is emptied.
func (d *description) add(field, value string) {
	if value == "" {
		value = d.words.T("templates.taken_away")
	}
	d.parts = append(d.parts, d.words.T("templates.value", "field", field, "value", cut(value)))
}

// text says what a field of text is given, nil for nothing.
func (d *description) text(field string, value *string) {
	if value != nil {
		d.add(d.words.T(field), *value)
	}
}

// items says which goods are added.
func (d *description) items(n names, v *catalog.TemplateValues) {
	w := d.words
	if len(v.Items) == 0 {
		return
	}
	list := make([]string, len(v.Items))
	for i, key := range v.Items {
		if list[i] = w.Called(n.items[key]); list[i] == "" {
			list[i] = key
		}
	}
	field := w.T("inspector.goods")
	if v.Reported {
		field = w.T("inspector.reported")
	}
	d.add(field, strings.Join(list, w.T("list.separator")))
}

// goods says what is said of all goods.
func (d *description) goods(v *catalog.TemplateValues) {
	w := d.words
	if v.Status != nil {
		d.add(w.T("batch.status"), w.Status(*v.Status))
	}
	d.text("inspector.reason", v.Reason)
	if v.Direction != nil {
		d.add(w.T("batch.direction"), w.Direction(*v.Direction))
	}
	if v.Stage != nil {
		d.add(w.T("inspector.detail.stage"), w.Stage(*v.Stage))
	}
	if v.MadeIn != nil {
		d.add(w.T("batch.made_in"), w.Country(*v.MadeIn))
	}
	if v.Packaging != nil {
		d.add(w.T("inspector.detail.packaging"), w.Packaging(*v.Packaging))
	}
}

// statement says what a person stated, as they typed it.
func statement(w *present.Words, s catalog.TemplateStatement) string {
	if s.Property == catalog.PropKind && s.Value != "" {
		return w.Kind(catalog.Kind(s.Value))
	}
	if s.Raw != "" && s.Value != "" {
		return s.Raw
	}
	return s.Value
}

// cut shortens a text to one short line.
func cut(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > maxText {
		return string(runes[:maxText-1]) + "…"
	}
	return string(runes)
}
