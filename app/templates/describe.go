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
	var parts []string
	part := func(field, value string) {
		if value == "" {
			value = w.T("templates.taken_away")
		}
		parts = append(parts, w.T("templates.value", "field", field, "value", cut(value)))
	}
	text := func(field string, value *string) {
		if value != nil {
			part(w.T(field), *value)
		}
	}
	if len(v.Items) > 0 {
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
		part(field, strings.Join(list, w.T("list.separator")))
	}
	if v.Status != nil {
		part(w.T("batch.status"), w.Status(*v.Status))
	}
	text("inspector.reason", v.Reason)
	if v.Direction != nil {
		part(w.T("batch.direction"), w.Direction(*v.Direction))
	}
	if v.Stage != nil {
		part(w.T("inspector.detail.stage"), w.Stage(*v.Stage))
	}
	if v.MadeIn != nil {
		part(w.T("batch.made_in"), w.Country(*v.MadeIn))
	}
	if v.Packaging != nil {
		part(w.T("inspector.detail.packaging"), w.Packaging(*v.Packaging))
	}
	if v.Route != nil {
		name := n.routes[*v.Route]
		if name == "" {
			name = *v.Route
		}
		part(w.T("inspector.route"), w.Called(name))
	}
	for _, s := range v.States {
		part(w.Property(s.Property), statement(w, s))
	}
	text("inspector.source", v.Source)
	text("inspector.caption", v.Caption)
	text("inspector.note", v.Note)
	text("inspector.credit", v.Credit)
	if len(v.Locks) > 0 {
		parts = append(parts, w.N("templates.locks", len(v.Locks)))
	}
	return strings.Join(parts, " · ")
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
