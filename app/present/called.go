package present

import (
	"context"
	"strings"

	"waybill/catalog"
)

// Name gives the name in the language of the words, else in English, else in
// any: of several spellings the first.
func (w *Words) Name(n catalog.Names) string {
	language, region, _ := strings.Cut(w.language, "-")
	name := ""
	switch {
	case language == "ko" && region == "kp" && n.KoreanNorth != "":
		name = n.KoreanNorth
	case language == "ko":
		name = n.Korean
	case language == "zh":
		name = n.Chinese
	}
	name, _, _ = strings.Cut(name, ";")
	if name = strings.TrimSpace(name); name != "" {
		return harmless(name)
	}
	return harmless(strings.TrimSpace(n.Label()))
}

// Leg names a place of a route as the vocabulary calls the place; else by the
// names that the route has for it.
func (w *Words) Leg(l *catalog.Leg) string {
	for _, label := range []string{l.Place, l.Names.Label()} {
		if name := w.Called(label); name != harmless(label) {
			return name
		}
	}
	return w.Name(l.Names)
}

// Learn takes in what a catalogue calls its goods, routes, places and units, for
// Called; what was learnt before is forgotten. It may be called at any time.
func (w *Words) Learn(vocabulary []catalog.Names) {
	called := map[string]string{}
	for _, n := range vocabulary {
		label := n.Label()
		if name := w.Name(n); name != label && called[label] == "" {
			called[label] = name
		}
	}
	w.called.Store(&called)
}

// LearnFrom reads the vocabulary and learns it, unless its labels are the names in
// the language of the words anyway.
func (w *Words) LearnFrom(ctx context.Context, read func(context.Context) ([]catalog.Names, error)) error {
	if w.language == english {
		return nil
	}
	vocabulary, err := read(ctx)
	if err == nil {
		w.Learn(vocabulary)
	}
	return err
}

// Called gives the name in the language of the words for what records name by
// its label (see catalog.Names.Label): goods, a route, a place or a unit. A label
// that was not learnt stays as it is.
func (w *Words) Called(label string) string {
	if called := w.called.Load(); called != nil {
		if name := (*called)[label]; name != "" {
			return name
		}
	}
	return harmless(label)
}

// calledAll gives the names for labels.
func (w *Words) calledAll(labels []string) []string {
	names := make([]string, len(labels))
	for i, label := range labels {
		names[i] = w.Called(label)
	}
	return names
}
