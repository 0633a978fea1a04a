package present_test

import (
	"errors"
	"strings"
	"testing"

	"waybill/catalog"
)

// Every example of the search help can be typed as it stands, in its language.
func TestSearchHelpCanBeTyped(t *testing.T) {
	en := fieldsOf(t, loadIn(t, "en").T("help.search"))
	for _, language := range []string{"en", "ko", "zh"} {
		w := loadIn(t, language)
		batch := `batch:"` + w.T("app.samples.batch") + `"`
		fields := fieldsOf(t, w.T("help.search"))
		if _, named := fields[batch]; !named {
			t.Errorf("%s: no example is %s", language, batch)
		}
		have := map[catalog.Field]int{}
		for _, field := range fields {
			have[field]++
		}
		for _, field := range en {
			if have[field] == 0 {
				t.Errorf("%s: no example of %q", language, field)
			}
		}
	}
}

// fieldsOf reads the examples of a search help, with the field that each is about.
func fieldsOf(t *testing.T, help string) map[string]catalog.Field {
	t.Helper()
	fields := map[string]catalog.Field{}
	for _, line := range strings.Split(help, "\n") {
		example, text, ok := strings.Cut(line, "\t")
		q, err := catalog.ParseQuery(example)
		if err != nil || !ok || text == "" || len(q.Terms) != 1 {
			t.Errorf("%q: %v, %+v", line, err, q)
			continue
		}
		fields[example] = q.Terms[0].Field
	}
	return fields
}

// What the window calls a status, a stage and the like can be typed into a search.
func TestWordsOfTheWindowCanBeSearched(t *testing.T) {
	for _, language := range []string{"en", "ko", "zh"} {
		w := loadIn(t, language)
		find := func(field, word, want string) {
			q, err := catalog.ParseQuery(field + `:"` + word + `"`)
			if err != nil || len(q.Terms) != 1 || q.Terms[0].Value != want {
				t.Errorf("%s: %s:%q is read as %+v, %v; want %s", language, field, word, q.Terms, err, want)
			}
		}
		for _, s := range catalog.Statuses() {
			find("status", w.Status(s), string(s))
		}
		for _, s := range catalog.Stages() {
			find("stage", w.Stage(s), string(s))
		}
		for _, p := range catalog.Packagings() {
			find("packaging", w.Packaging(p), string(p))
		}
		for _, k := range catalog.Kinds() {
			find("kind", w.Kind(k), string(k))
		}
		for _, d := range []catalog.Direction{catalog.Into, catalog.OutOf} {
			find("direction", w.Direction(d), string(d))
		}
		for _, key := range []string{"item", "route", "status", "batch", "source", "kind", "type", "stage", "packaging", "review", "crossing", "place", "month", "camera", "made_in", "warnings"} {
			label := strings.ReplaceAll(w.T("filters."+key), " ", "-")
			_, err := catalog.ParseQuery(label + ":1")
			if e, ok := errors.AsType[*catalog.QueryError](err); ok && e.Reason == catalog.QueryUnknownField {
				t.Errorf("%s: the facet %s is no field", language, label)
			}
		}
	}
}
