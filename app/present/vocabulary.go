package present

import "waybill/catalog/vocabulary"

// Rejected says where a table of the vocabulary is wrong and what to do about it.
func (w *Words) Rejected(r vocabulary.Rejected) string {
	key := "badvocab." + string(r.Problem)
	if r.Cell == "" && w.has(key+".bare") {
		key += ".bare"
	}
	text := w.T(key, "cell", r.Cell, "column", r.Column)
	switch {
	case r.Line == 0:
		return w.T("badvocab.at.file", "file", r.File, "text", text)
	case r.Number > 0 && r.Column != "":
		return w.T("badvocab.at.column", "file", r.File, "line", r.Line, "number", r.Number, "column", r.Column, "text", text)
	case r.Number > 0:
		return w.T("badvocab.at.number", "file", r.File, "line", r.Line, "number", r.Number, "text", text)
	}
	return w.T("badvocab.at.line", "file", r.File, "line", r.Line, "text", text)
}
