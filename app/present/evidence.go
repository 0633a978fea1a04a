package present

import "waybill/catalog"

// Kind is the name of a kind of picture, also that nobody knows it.
func (w *Words) Kind(k catalog.Kind) string {
	if k == "" {
		return w.T("kind.unknown")
	}
	return w.T("kind." + string(k))
}

// Precision is the name of how closely a place is known.
func (w *Words) Precision(p catalog.Precision) string { return w.T("precision." + string(p)) }

// Warning says what a person should look at.
func (w *Words) Warning(c catalog.WarningCode) string { return w.T("warning." + string(c)) }

// kinds lists the kinds of picture as they are typed.
func (w *Words) kinds() string {
	var names []string
	for _, k := range catalog.Kinds() {
		names = append(names, string(k))
	}
	return w.list(names)
}
