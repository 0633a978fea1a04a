package present

import (
	"errors"
	"strings"

	"waybill/catalog/codes"
	"waybill/catalog/edtf"
	"waybill/catalog/filename"
	"waybill/catalog/places"
	"waybill/catalog/rules"
)

// refusal puts into words why a text that a person typed is no date and no
// place, and why a table of file names or of codes or a rule pack cannot be used. People count characters
// from 1.
func (w *Words) refusal(err error) (text string, ok bool) {
	if e, ok := errors.AsType[*places.Error](err); ok {
		return w.placeError(e), true
	}
	if e, ok := errors.AsType[*filename.TableError](err); ok {
		return w.tableError(e), true
	}
	if e, ok := errors.AsType[*codes.TableError](err); ok {
		return w.codesError(e), true
	}
	if e, ok := errors.AsType[*rules.TableError](err); ok {
		return w.packError(e), true
	}
	if e, ok := errors.AsType[*edtf.SyntaxError](err); ok {
		return w.dateError(e), true
	}
	return "", false
}

func (w *Words) dateError(e *edtf.SyntaxError) string {
	key := "baddate." + string(e.Reason)
	if !w.has(key) {
		key = "baddate.unexpected"
	}
	token := clip(e.Token)
	if token == "" && w.has(key+".bare") {
		key += ".bare"
	}
	return w.T(key, "token", token, "pos", e.Pos+1)
}

func (w *Words) placeError(e *places.Error) string {
	key := "badplace." + string(e.Reason)
	if !w.has(key) {
		key = "badplace.not_coordinates"
	}
	text := w.T(key, "text", clip(e.Text), "rest", clip(from(e.Text, e.At)), "pos", e.At+1)
	if len(e.Matches) == 0 {
		return text
	}
	names := w.list(w.matches(e.Matches))
	if e.Reason == places.ReasonAmbiguous {
		return w.T("badplace.one_of", "text", text, "places", names)
	}
	return w.T("error.did_you_mean", "text", text, "matches", names)
}

// from gives a text from a rune on.
func from(text string, at int) string {
	runes := []rune(text)
	return string(runes[min(max(at, 0), len(runes)):])
}

// matches names places, each once, and with their kind where two have one name.
func (w *Words) matches(found []places.Match) []string {
	count := map[string]int{}
	for _, m := range found {
		count[w.Name(m.Entry.Names)]++
	}
	var names []string
	for _, m := range found {
		name := w.Name(m.Entry.Names)
		if count[name] > 1 {
			name = w.T("badplace.namesake", "name", name, "countries", strings.Join(m.Entry.Countries, "/"))
		}
		names = append(names, name)
	}
	return names
}

func (w *Words) tableError(e *filename.TableError) string {
	key := "badtable." + string(e.Problem)
	if !w.has(key) {
		key = "badtable.value"
	}
	text := w.T(key, "column", e.Column)
	if e.Column == "" && w.has(key+".bare") {
		text = w.T(key + ".bare")
	}
	return w.T("badtable.at", "line", e.Line, "text", text)
}

func (w *Words) codesError(e *codes.TableError) string {
	key := "badcodes." + string(e.Problem)
	if e.Column == "" && w.has(key+".bare") {
		key += ".bare"
	}
	return w.T("badcodes.at", "line", e.Line, "text", w.T(key, "column", e.Column))
}
