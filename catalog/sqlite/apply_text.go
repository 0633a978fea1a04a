package sqlite

import (
	"maps"
	"slices"
	"strings"

	"waybill/catalog"
)

// texts are the fields of a photo that hold free text, each named as its column.
var texts = []catalog.Field{catalog.FieldCaption, catalog.FieldNote, catalog.FieldCredit}

// amend changes parts of a photo's texts.
func (a *editing) amend(id catalog.PhotoID) error {
	photo, err := a.d.get(entPhoto, int64(id))
	if err != nil {
		return err
	}
	columns := row{}
	for _, field := range texts {
		before, _ := photo[string(field)].(string)
		if after := a.amended(field, before); after != before {
			columns[string(field)] = after
		}
	}
	if len(columns) == 0 {
		return nil
	}
	return a.d.set(entPhoto, int64(id), columns)
}

// amended gives a text without what is taken out of it and with what is put behind it.
func (a *editing) amended(field catalog.Field, text string) string {
	if out := a.e.RemoveText[field]; out != "" && strings.Contains(text, out) {
		text = strings.TrimSpace(strings.ReplaceAll(text, out, ""))
	}
	if add := strings.TrimSpace(a.e.AddText[field]); add != "" && !strings.Contains(text, add) {
		text = strings.TrimLeft(text+between(field)+add, " \n")
	}
	return text
}

// between is what stands between a text and more of it: a note goes on in a new line.
func between(field catalog.Field) string {
	if field == catalog.FieldNote {
		return "\n"
	}
	return " "
}

// textFields lists the texts that an edit adds to, or takes out of.
func textFields(e *catalog.Edit, add bool) []string {
	changes := e.RemoveText
	if add {
		changes = e.AddText
	}
	var names []string
	for _, field := range slices.Sorted(maps.Keys(changes)) {
		names = append(names, string(field))
	}
	return names
}
