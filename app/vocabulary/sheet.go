package vocabulary

import (
	"context"
	"unicode"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// sheet is the form of one vocabulary.
type sheet interface {
	// object is the form for a layout.
	object() fyne.CanvasObject
	// fill shows an entry, or an empty form for one that is not stored.
	fill(r ref)
	// begin names an entry that is not stored yet.
	begin(name string)
	// saved is told which entry the form is of now.
	saved(r ref)
	// typed is all that stands in the form, to notice when that is another.
	typed() string
	// state is told that the store says what stands in the form now.
	state()
	// hold gives a function that puts back what was typed after fill.
	hold() (putBack func())
	// gather gives the work that saves what stands in the form, or a *problem.
	gather() (work, error)
	// start is where typing begins.
	start() fyne.Focusable
	// lock makes the form one that cannot be typed into.
	lock()
}

// work writes to the store, off the UI thread, and gives the entry that it
// wrote or that stands for it now.
type work func(ctx context.Context) (ref, catalog.Step, error)

// problem says what is wrong with what was typed, and where.
type problem struct {
	text string
	at   fyne.Focusable
}

// Error implements error.
func (p *problem) Error() string { return p.text }

// nameLines are the fields of what something is called.
type nameLines struct {
	english, korean, north, chinese, also *line
}

func newNameLines(v *View) nameLines {
	t := v.words.T
	return nameLines{newLine(v, ""), newLine(v, ""), newLine(v, ""), newLine(v, ""), newTall(v, t("vocabulary.variants_hint"))}
}

func (n *nameLines) fill(names catalog.Names) {
	n.english.SetText(names.English)
	n.korean.SetText(names.Korean)
	n.north.SetText(names.KoreanNorth)
	n.chinese.SetText(names.Chinese)
	n.also.SetText(names.AlsoKnownAs)
}

func (n *nameLines) names() catalog.Names {
	return catalog.Names{
		English: n.english.text(), Korean: n.korean.text(), KoreanNorth: n.north.text(), Chinese: n.chinese.text(), AlsoKnownAs: n.also.text(),
	}
}

// begin puts what was looked for in vain into the field of its script.
func (n *nameLines) begin(name string) {
	field := n.english
	for _, r := range name {
		if unicode.Is(unicode.Hangul, r) {
			field = n.korean
		} else if unicode.Is(unicode.Han, r) {
			field = n.chinese
		}
	}
	field.SetText(name)
	field.CursorColumn = len([]rune(name))
}

// check finds a name missing altogether.
func (n *nameLines) check(v *View) error {
	if n.english.text() == "" && n.korean.text() == "" && n.chinese.text() == "" {
		return &problem{v.words.T("vocabulary.no_name"), n.english}
	}
	return nil
}

// rows lays the fields out; north is left out where nobody keeps it.
func (n *nameLines) rows(v *View, north bool) []fyne.CanvasObject {
	t := v.words.T
	rows := []fyne.CanvasObject{labelled(t("vocabulary.english"), n.english), labelled(t("vocabulary.korean"), n.korean)}
	if north {
		rows = append(rows, labelled(t("vocabulary.korean_north"), n.north))
	}
	return append(rows, labelled(t("vocabulary.chinese"), n.chinese), labelled(t("vocabulary.variants"), n.also))
}
