package inspector

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
)

// facts are with what photos were taken, as their files say.
type facts struct {
	view             *View
	camera, exposure *widget.Label
	box              *fyne.Container
}

func newFacts(v *View) *facts {
	f := &facts{view: v, camera: newText(plain), exposure: newText(muted)}
	f.box = newSection(v.words.T("inspector.camera"), newTight(f.camera, f.exposure))
	return f
}

func (f *facts) show() {
	w, c := f.view.words, &f.view.content
	switch {
	case c.one != nil:
		f.camera.SetText(orNone(w, "inspector.no_camera", camera(&c.one.photo)))
		setText(f.exposure, joined(c.one.photo.Lens, c.one.photo.Exposure))
	case c.read == 0: // nothing is known yet
		f.camera.SetText("")
		setText(f.exposure, "")
	default:
		f.camera.SetText(countsLine(w, &c.sum.cameras))
		setText(f.exposure, "")
	}
}

// lacking counts the photos without something that others have.
func lacking(w *present.Words, key string, without, with int) string {
	if without == 0 || with == 0 {
		return ""
	}
	return w.N(key, without)
}

func orNone(w *present.Words, key, text string) string {
	if text == "" {
		return w.T(key)
	}
	return text
}

func joined(texts ...string) string {
	var some []string
	for _, t := range texts {
		if t != "" {
			some = append(some, t)
		}
	}
	return strings.Join(some, "\n")
}

const (
	maxCounts    = 4  // values that a line of counts names
	maxCountText = 40 // characters of each
)

// countsLine names the values of a field with how many photos have each:
// "Hunchun–Rason 31 · none 12".
func countsLine(w *present.Words, t *tally) string {
	var parts []string
	ranked := t.ranked()
	for i, v := range ranked {
		if i == maxCounts {
			parts = append(parts, w.N("inspector.more_values", len(ranked)-i))
			break
		}
		text := clip(v.text)
		switch {
		case v.text == "":
			text = w.T("inspector.none")
		case v.fromBatch:
			text = w.T("inspector.value_from_batch", "value", text)
		case v.proposed:
			text = w.T("inspector.value_proposed", "value", text)
		}
		parts = append(parts, countOf(w, text, t.counts[v]))
	}
	return strings.Join(parts, " · ")
}

// clip shortens a text to one short line.
func clip(text string) string { return cut(text, maxCountText) }

// cut shortens a text to one line of at most some characters.
func cut(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return string(runes)
}
