package transfer

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
)

// fieldName names a field of the intake.
type fieldName int

const (
	fieldBatch fieldName = iota
	fieldReceived
	fieldVia
	fieldSource
	fieldRoute
	fieldDirection
	fieldTaken
	fieldPlace
	fieldCredit
	fieldTemplate
	fieldMessage
)

// intakeForm is the fields of an intake.
type intakeForm struct {
	t     *Transfer
	words *present.Words
	known known

	name, received, taken, credit, message *line
	via, source, route, place              *widgets.CompleteEntry
	direction, template                    *widgets.Select
	fields                                 map[fieldName]*field
	meant                                  meantPlace
	placing                                task.Latest
	touched                                bool             // the direction was chosen by the user
	onChange                               func(wrong bool) // of what fields say; wrong: of one of them
}

// known is what the catalogue knows already, to choose from.
type known struct {
	batches   []catalog.Batch // the latest first
	sources   []catalog.Source
	routes    []catalog.Route
	templates []catalog.Template
}

// directions are the choices of the direction, the unknown first.
func directions() []catalog.Direction { return []catalog.Direction{"", catalog.Into, catalog.OutOf} }

func newIntakeForm(t *Transfer, keys *sheetKeys) *intakeForm {
	f := &intakeForm{
		t: t, words: t.words, fields: map[fieldName]*field{}, onChange: func(bool) {},
		name: newLine(keys, false), received: newLine(keys, false), taken: newLine(keys, false), credit: newLine(keys, false), message: newLine(keys, true),
	}
	f.via = newChoice(keys, func(text string, show func([]widgets.Option)) { show(f.known.vias(text)) })
	f.source = newChoice(keys, func(text string, show func([]widgets.Option)) { show(f.known.aliases(text, f.words)) })
	f.route = newChoice(keys, func(text string, show func([]widgets.Option)) { show(f.known.ways(text, f.words)) })
	f.place = newChoice(keys, func(text string, show func([]widgets.Option)) { show(f.placesCalled(text)) })
	var names []string
	for _, d := range directions() {
		names = append(names, f.words.Direction(d))
	}
	f.direction = widgets.NewSelect(keys.Hand, names, func(string) { f.touched = true })
	f.direction.SetSelectedIndex(0)
	f.touched = false
	f.makeTemplates(keys)
	f.message.SetMinRowsVisible(3)
	w := f.words
	f.fields[fieldBatch] = newField(w.T("transfer.batch"), f.name, w.T("transfer.batch.hint"))
	f.fields[fieldReceived] = newField(w.T("transfer.received"), f.received, w.T("transfer.received.hint"))
	f.fields[fieldVia] = newField(w.T("transfer.via"), f.via, w.T("transfer.via.hint"))
	f.fields[fieldSource] = newField(w.T("transfer.source"), f.source, w.T("transfer.source.hint", "min", catalog.MinAlias))
	f.fields[fieldRoute] = newField(w.T("transfer.route"), f.route, w.T("transfer.route.hint"))
	f.fields[fieldDirection] = newField(w.T("transfer.direction"), f.direction, "")
	f.fields[fieldTaken] = newField(w.T("transfer.taken"), f.taken, w.T("transfer.taken.hint"))
	f.fields[fieldPlace] = newField(w.T("transfer.place"), f.place, w.T("transfer.place.hint"))
	f.fields[fieldCredit] = newField(w.T("transfer.credit"), f.credit, w.T("transfer.credit.hint"))
	f.fields[fieldTemplate] = newField(w.T("transfer.template"), f.template, w.T("transfer.template.hint"))
	f.fields[fieldMessage] = newField(w.T("transfer.message"), f.message, "")
	f.name.OnChanged = func(string) { f.checkName(); f.checked() }
	f.received.OnChanged = func(string) { f.checkReceived(); f.checked() }
	f.taken.OnChanged = func(string) { f.checkTaken(); f.checked() }
	f.place.OnChanged = func(string) { f.checkPlace() }
	f.place.OnChosen = f.choosePlace
	f.source.OnChanged = func(string) { f.fields[fieldSource].clear(); f.checked() }
	f.route.OnChanged = func(string) { f.fields[fieldRoute].clear(); f.checked() }
	return f
}

// checked tells the sheet what is wrong and that hints may have grown.
func (f *intakeForm) checked() {
	wrong := false
	for _, field := range f.fields {
		wrong = wrong || field.bad
	}
	f.onChange(wrong)
}

// objects lists the fields in the order of the form.
func (f *intakeForm) objects() []fyne.CanvasObject {
	var list []fyne.CanvasObject
	for name := fieldBatch; name <= fieldMessage; name++ {
		list = append(list, f.fields[name].box)
	}
	return list
}

func (f *intakeForm) focusable(name fieldName) fyne.Focusable {
	return map[fieldName]fyne.Focusable{
		fieldBatch: f.name, fieldReceived: f.received, fieldVia: f.via, fieldSource: f.source, fieldRoute: f.route,
		fieldDirection: f.direction, fieldTaken: f.taken, fieldPlace: f.place, fieldCredit: f.credit, fieldTemplate: f.template, fieldMessage: f.message,
	}[name]
}

// prefill reads what the catalogue knows and takes from the latest batch what is
// likely the same again. What the user has typed by then stays.
func (f *intakeForm) prefill() {
	store := f.t.store
	task.Run(f.t.tasks, func(ctx context.Context) (k known, err error) {
		if k.batches, err = store.Batches(ctx); err != nil {
			return k, err
		}
		if k.sources, err = store.Sources(ctx); err != nil {
			return k, err
		}
		if k.routes, err = store.Routes(ctx); err != nil {
			return k, err
		}
		k.templates, err = store.Templates(ctx)
		return k, err
	}, func(k known, err error) {
		if err != nil {
			f.t.fail(err)
			return
		}
		f.known = k
		f.offerTemplates()
		f.checkName()
		f.checked()
		if len(k.batches) == 0 {
			return
		}
		last := k.batches[0]
		for _, p := range []struct {
			entry *widget.Entry
			value string
		}{{&f.via.Entry, last.Via}, {&f.source.Entry, last.SourceName}, {&f.route.Entry, f.words.Called(last.RouteName)}, {&f.credit.Entry, last.Credit}, {&f.taken.Entry, last.Taken}} {
			if p.entry.Text == "" && p.value != "" {
				p.entry.SetText(p.value)
			}
		}
		f.prefillPlace(last.Place)
		if !f.touched {
			f.direction.SetSelectedIndex(max(0, slices.Index(directions(), last.Direction)))
			f.touched = false
		}
	})
}

// checkName tells that a name is one of a batch that there is already.
func (f *intakeForm) checkName() {
	name := strings.TrimSpace(f.name.Text)
	same := func(b catalog.Batch) bool { return strings.EqualFold(b.Name, name) }
	if i := slices.IndexFunc(f.known.batches, same); name != "" && i >= 0 {
		f.fields[fieldBatch].tell(f.words.N("transfer.batch.goes_on", f.known.batches[i].Photos))
		return
	}
	f.fields[fieldBatch].clear()
}

// checkReceived tells as the user types whether the text is a date.
func (f *intakeForm) checkReceived() bool {
	text := strings.TrimSpace(f.received.Text)
	if text == "" {
		f.fields[fieldReceived].clear()
		return true
	}
	r, err := catalog.ParseDate(text)
	if err != nil {
		f.fields[fieldReceived].fail(f.words.Error(err))
		return false
	}
	f.fields[fieldReceived].tell(f.rangeText(r))
	return true
}

// rangeText says which days a date means.
func (f *intakeForm) rangeText(r catalog.DateRange) string {
	day := func(wall catalog.WallTime) string { return f.words.Day(wall) }
	switch {
	case r.From == nil:
		return f.words.T("transfer.received.until", "day", day(catalog.WallTime{Time: *r.To}))
	case r.To == nil:
		return f.words.T("transfer.received.since", "day", day(catalog.WallTime{Time: *r.From}))
	}
	from, to := day(catalog.WallTime{Time: *r.From}), day(catalog.WallTime{Time: *r.To})
	if from == to {
		return from
	}
	return f.words.T("transfer.received.between", "from", from, "to", to)
}

// valid checks what can be checked without the catalogue, and takes the
// keyboard to the first field that is wrong.
func (f *intakeForm) valid() bool {
	wrong := fieldName(-1)
	if alias := strings.TrimSpace(f.source.Text); alias != "" {
		if _, err := catalog.CleanAlias(alias); err != nil {
			f.fields[fieldSource].fail(f.words.Error(err))
			wrong = fieldSource
		}
	}
	if !f.checkTaken() {
		wrong = fieldTaken
	}
	if !f.checkReceived() {
		wrong = fieldReceived
	}
	if wrong < 0 {
		return true
	}
	if c := widgets.CanvasOf(f.fields[wrong].box); c != nil {
		c.Focus(f.focusable(wrong))
	}
	return false
}

// intake gives what the fields say, but the place, which is read off the UI
// thread.
func (f *intakeForm) intake() catalog.Intake {
	trim := strings.TrimSpace
	return catalog.Intake{
		Name: trim(f.name.Text), Received: trim(f.received.Text), Via: trim(f.via.Text), Source: trim(f.source.Text),
		Message: trim(f.message.Text), Route: trim(f.route.Text), Direction: directions()[max(0, f.direction.SelectedIndex())],
		Taken: f.takenValue(), Credit: trim(f.credit.Text), Template: f.templateName(),
	}
}
