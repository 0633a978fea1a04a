package inspector

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/catalog"
)

// field is a text of the photos: what the catalogue says, and what the user
// typed and did not save yet. The latter is never overwritten by the former.
type field struct {
	view  *View
	name  string // for drafts
	hint  string // how to save it
	entry *widget.Entry
	input fyne.Focusable // the entry itself

	locks   catalog.Field // under which it can be locked, "" for none
	saved   string        // what the catalogue says
	sending *string       // what is being written
	batch   bool          // the photos have it from their batch
	edit    func(text string) (catalog.Edit, error)
	stays   bool // the ✕ also stands beside a value that all share

	understand func(text string) understanding // when the text is a person's word about the photos
	write      func(text string) writing       // what saving a text does instead of edit, nil for edit
	refused    func(error) (handled bool)      // what was sent was not taken
	follow     func()                          // the text, or what the catalogue says, has changed

	mark, counts *widget.Label
	erase        *widget.Button
	line         *fyne.Container // title and marks
	box          *fyne.Container
}

// newField makes a field around an entry. edit says what saving a text means.
func newField(v *View, name, title string, input fyne.Focusable, entry *widget.Entry, edit func(string) (catalog.Edit, error)) *field {
	f := &field{view: v, name: name, entry: entry, input: input, edit: edit, mark: newText(muted), counts: newText(muted)}
	f.hint = v.words.T("inspector.unsaved_enter")
	if long, ok := input.(*textEntry); ok && !long.short {
		f.hint = v.words.T("inspector.unsaved_ctrl_enter")
	}
	f.mark.Wrapping, f.mark.Truncation, f.mark.Alignment = fyne.TextWrapOff, fyne.TextTruncateEllipsis, fyne.TextAlignTrailing
	f.erase = newSmallButton(theme.CancelIcon(), func() { f.save("") })
	f.erase.Hide()
	f.counts.Hide()
	entry.OnChanged = func(string) { f.typed() }
	if title == "" {
		f.mark.Hide()
		f.box = newTight(input.(fyne.CanvasObject), f.mark)
		return f
	}
	heading := widget.NewLabel(title)
	heading.Importance, heading.SizeName, heading.TextStyle.Bold = widget.LowImportance, theme.SizeNameCaptionText, true
	buttons := container.NewHBox(f.erase)
	if of, ok := map[string]catalog.Field{
		"route": catalog.FieldRoute, "where": catalog.FieldPlace, "when": catalog.FieldDate, "source": catalog.FieldSource,
		"caption": catalog.FieldCaption, "note": catalog.FieldNote, "credit": catalog.FieldCredit,
	}[name]; ok {
		f.locks = of
		buttons.Add(v.locks.find(of).button)
	}
	f.line = container.NewBorder(nil, nil, heading, buttons, f.mark)
	f.box = container.New(&column{0}, f.line, input.(fyne.CanvasObject), f.counts)
	return f
}

// dirty tells whether the user typed something that is not saved.
func (f *field) dirty() bool { return f.entry.Text != f.saved }

// selectAll selects what the catalogue says, so that another name typed now takes
// its place. What was typed before stays as it is.
func (f *field) selectAll() {
	if !f.dirty() {
		f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// empty makes the field speak of nobody.
func (f *field) empty() {
	f.saved, f.sending, f.batch = "", nil, false
	f.entry.SetText("")
}

// set tells the field what the catalogue says.
func (f *field) set(own, inherited, placeholder string) {
	typed := f.dirty()
	f.saved, f.batch = own, inherited != ""
	if !typed && f.entry.Text != own {
		f.entry.SetText(own)
	}
	if f.batch {
		placeholder = inherited
	}
	if f.entry.PlaceHolder != placeholder {
		f.entry.SetPlaceHolder(placeholder)
	}
	f.remark()
}

// setTally tells the field what the catalogue says of all photos of the form.
func (f *field) setTally(t *tally) {
	v, common := t.common()
	w := f.view.words
	switch {
	case f.view.content.read == 0: // nothing is known yet
		f.set("", "", "")
		setText(f.counts, "")
	case !common:
		f.set("", "", w.T("inspector.mixed"))
		setText(f.counts, countsLine(w, t))
	case v.fromBatch:
		f.set("", v.text, "")
		setText(f.counts, "")
	default:
		f.set(v.text, "", f.view.locks.pending(f.locks, w.T("inspector.none")))
		setText(f.counts, "")
	}
	setVisible(f.erase, !f.view.locked && t.own() && (f.stays || !common))
}

// remark says beside the field what is the matter with its text.
func (f *field) remark() {
	text, importance := "", widget.LowImportance
	switch {
	case f.sending != nil && *f.sending == f.entry.Text:
		text = f.view.words.T("inspector.saving")
	case f.dirty():
		text, importance = f.hint, widget.WarningImportance
	case f.batch:
		text = f.view.words.T("inspector.from_batch")
	}
	if f.mark.Text != text || f.mark.Importance != importance {
		f.mark.Importance = importance
		f.mark.SetText(text)
	}
	if f.follow != nil {
		f.follow()
	}
}

// commit saves what was typed.
func (f *field) commit() {
	if f.dirty() {
		f.save(f.entry.Text)
	}
}

// submit saves what was typed and gives the keyboard back, unless the text means
// nothing that could be saved.
func (f *field) submit() {
	f.commit()
	if !f.dirty() || f.sending != nil {
		f.view.leave()
	}
}

// typed follows the text in what stands beside it and in its height.
func (f *field) typed() {
	f.remark()
	if e, ok := f.input.(*textEntry); ok && e.grow() {
		f.view.relayout()
	}
}

// escape puts back what the catalogue says, and leaves the field when that
// stands there already.
func (f *field) escape() {
	if f.dirty() {
		f.entry.SetText(f.saved)
		return
	}
	f.view.leave()
}

// save writes a text; on an error the field keeps it.
func (f *field) save(text string) {
	if f.sending != nil && *f.sending == text {
		return
	}
	if f.understand != nil {
		f.entry.SetText(text)
		f.send(text, job{understand: f.understand(text)})
		return
	}
	if f.write != nil {
		if write := f.write(text); write != nil {
			f.send(text, job{write: write})
			return
		}
	}
	e, err := f.edit(text)
	if err != nil {
		f.view.report(err)
		return
	}
	f.entry.SetText(text)
	f.send(text, job{edit: e})
}

func (f *field) send(text string, j job) {
	v, form := f.view, f.view.form
	j.edit.Photos = form
	if j.idle() {
		return
	}
	f.sending = &text
	sent := f.sending
	f.remark()
	j.done = func(err error) bool {
		if f.sending == sent {
			f.sending = nil
		}
		same := slices.Equal(v.form, form)
		if same {
			if err == nil {
				f.saved = text
			}
			f.remark()
		} else if err == nil {
			v.drafts.drop(selectionKey(form), f.name, text)
		}
		return err != nil && same && f.refused != nil && f.refused(err)
	}
	v.queue(j)
}
