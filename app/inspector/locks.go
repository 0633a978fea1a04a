package inspector

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
	"waybill/catalog"
)

// Given is what locks ask of the store.
type Given interface {
	Given(ctx context.Context, id catalog.PhotoID) (catalog.Edit, error)
}

// locks are the fields whose value goes to the next photos, see docs/decisions.md.
// Looking at a photo writes nothing: it gets the values together with what is
// changed in it first, or by GiveLocked, and only where it has none.
type locks struct {
	view   *View
	list   []*lock
	values catalog.Edit // of those that are on
	bar    *fyne.Container
	text   *widget.Label
}

// lock is a field that can be locked.
type lock struct {
	of     catalog.Field
	title  string
	on     bool
	spared map[catalog.PhotoID]bool // photos in which the editor said something else, or nothing, meanwhile
	button *lockButton
}

func newLocks(v *View) *locks {
	l := &locks{view: v, text: newText(muted)}
	l.text.Wrapping, l.text.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
	for of, title := range map[catalog.Field]string{
		catalog.FieldItem: "inspector.goods", catalog.FieldRoute: "inspector.route", catalog.FieldPlace: "inspector.where",
		catalog.FieldDate: "inspector.when", catalog.FieldSource: "inspector.source", catalog.FieldCaption: "inspector.caption",
		catalog.FieldNote: "inspector.note", catalog.FieldCredit: "inspector.credit",
	} {
		k := &lock{of: of, title: v.words.T(title), spared: map[catalog.PhotoID]bool{}}
		k.button = newLockButton(v.words.T("locks.lock", "field", k.title), func() { l.toggle(k) }, v.leave)
		l.list = append(l.list, k)
	}
	slices.SortFunc(l.list, func(a, b *lock) int { return strings.Compare(string(a.of), string(b.of)) })
	release := widgets.NewButton(widgets.Hand{Escape: v.leave}, v.words.T("locks.release"), nil, v.ReleaseLocks)
	release.Importance = widget.LowImportance
	l.bar = container.NewBorder(nil, nil, nil, release, l.text)
	l.bar.Hide()
	return l
}

// find gives the lock of a field.
func (l *locks) find(of catalog.Field) *lock {
	for _, k := range l.list {
		if k.of == of {
			return k
		}
	}
	return nil
}

// Locks names the fields that are locked.
func (v *View) Locks() []string {
	var list []string
	for _, k := range v.locks.list {
		if k.on {
			list = append(list, string(k.of))
		}
	}
	return list
}

// ToggleLock locks the field that has the keyboard, or releases it; without one
// it says what to do.
func (v *View) ToggleLock() {
	if canvas := widgets.CanvasOf(v.root); canvas != nil {
		focused := canvas.Focused()
		if list, ok := focused.(interface{ Field() *widgets.CompleteEntry }); ok {
			focused = list.Field()
		}
		for of, input := range v.lockable() {
			if input == focused && !v.batch.shown() {
				v.locks.toggle(v.locks.find(of))
				return
			}
		}
	}
	v.say(v.words.T("locks.where"))
}

// lockable gives the inputs of the fields that can be locked.
func (v *View) lockable() map[catalog.Field]fyne.Focusable {
	return map[catalog.Field]fyne.Focusable{
		catalog.FieldItem: v.goods.add, catalog.FieldRoute: v.route.input, catalog.FieldPlace: v.where.input, catalog.FieldDate: v.when.entry.input,
		catalog.FieldSource: v.source.input, catalog.FieldCaption: v.caption.input, catalog.FieldNote: v.note.input, catalog.FieldCredit: v.credit.input,
	}
}

// lockedFields gives the texts among them, by what they hold.
func (v *View) lockedFields() map[catalog.Field]*field {
	return map[catalog.Field]*field{
		catalog.FieldRoute: v.route, catalog.FieldPlace: v.where.entry.field, catalog.FieldDate: v.when.entry.field,
		catalog.FieldSource: v.source, catalog.FieldCaption: v.caption, catalog.FieldNote: v.note, catalog.FieldCredit: v.credit,
	}
}

// ReleaseLocks releases all fields.
func (v *View) ReleaseLocks() {
	for _, k := range v.locks.list {
		if k.on {
			v.locks.release(k)
		}
	}
	v.locks.show()
}

// toggle locks a field with the value that the photo has, or releases it.
func (l *locks) toggle(k *lock) {
	v := l.view
	switch {
	case v.locked:
		return
	case k.on:
		l.release(k)
	case len(v.ids) != 1:
		v.say(v.words.T("locks.one_photo"))
		return
	default:
		k.on = true
		if f := v.lockedFields()[k.of]; f != nil {
			f.commit() // what is typed is what is meant
		}
		l.capture(v.ids[0], k.of)
	}
	l.show()
}

func (l *locks) release(k *lock) {
	k.on = false
	clear(k.spared)
	l.values = putField(l.values, catalog.Edit{}, k.of)
}

// capture takes the values of fields from a photo, after what is being written.
func (l *locks) capture(id catalog.PhotoID, fields ...catalog.Field) {
	v := l.view
	var given catalog.Edit
	v.queue(job{write: func(ctx context.Context, store Store) (_ catalog.Step, err error) {
		given, err = store.Given(ctx, id)
		return catalog.Step{}, err
	}, done: func(err error) bool {
		if err == nil {
			l.hold(given, fields)
		}
		return false
	}})
}

// hold keeps the values of fields that are locked.
func (l *locks) hold(values catalog.Edit, fields []catalog.Field) {
	for _, of := range fields {
		if k := l.find(of); k != nil && k.on {
			l.values = putField(l.values, values, of)
		}
	}
	l.show()
}

// engage locks the fields that a template names, with its values.
func (l *locks) engage(values catalog.Edit, names []string) {
	var fields []catalog.Field
	for _, name := range names {
		if k := l.find(catalog.Field(name)); k != nil {
			k.on = true
			clear(k.spared)
			fields = append(fields, k.of)
		}
	}
	l.hold(values, fields)
}

// show brings the buttons, the bar and what stands in empty fields up to date.
func (l *locks) show() {
	v := l.view
	var titles []string
	for _, k := range l.list {
		k.button.set(k.on)
		setVisible(k.button, !v.locked && (k.on || len(v.form) == 1))
		if k.on {
			titles = append(titles, k.title)
		}
	}
	l.text.SetText(v.words.T("locks.bar", "fields", strings.Join(titles, v.words.T("list.separator"))))
	setVisible(l.bar, len(titles) > 0)
	v.showFields()
	v.when.show()
	v.where.showEntry()
	v.goods.add.SetPlaceHolder(l.pending(catalog.FieldItem, v.words.T("inspector.add_item")))
	v.relayout()
	v.root.Refresh()
}

// pending is what stands in an empty field: the value that the photo will get, or
// else what stands there otherwise.
func (l *locks) pending(of catalog.Field, otherwise string) string {
	v := l.view
	k := l.find(of)
	value := l.value(of)
	if k == nil || !k.on || value == "" || v.content.one == nil || k.spared[v.content.one.photo.ID] {
		return otherwise
	}
	lacking := catalog.Edit{}.Fill(putField(catalog.Edit{}, l.values, of), &v.content.one.photo)
	if lacking.Empty() {
		return otherwise
	}
	return v.words.T("locks.pending", "value", value)
}

// value says what the value of a locked field is.
func (l *locks) value(of catalog.Field) string {
	e, names := &l.values, &l.view.names
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	switch of {
	case catalog.FieldItem:
		var list []string
		for _, id := range e.AddItems {
			list = append(list, names.items.called(id))
		}
		return strings.Join(list, l.view.words.T("list.separator"))
	case catalog.FieldRoute:
		if e.Route != nil {
			return names.routes.called(*e.Route)
		}
	case catalog.FieldSource:
		return text(e.Source)
	case catalog.FieldCaption:
		return text(e.Caption)
	case catalog.FieldNote:
		return text(e.Note)
	case catalog.FieldCredit:
		return text(e.Credit)
	}
	for _, s := range e.Statements {
		if about, ok := lockedProperties[of]; ok && s.Property == about {
			return s.Raw
		}
	}
	return ""
}

// called gives the name of what has a number.
func (l *lookup) called(id any) string {
	for i := range l.list {
		if l.list[i].option.Value == id {
			return l.list[i].option.Text
		}
	}
	return ""
}

// lockButton is the padlock of a field.
type lockButton struct {
	widgets.Button
	name string
}

func newLockButton(name string, tapped, escape func()) *lockButton {
	b := &lockButton{name: name}
	b.OnTapped, b.Hand.Escape = tapped, escape
	b.ExtendBaseWidget(b)
	b.set(false)
	return b
}

// Title is what the button does, for who cannot see it.
func (b *lockButton) Title() string { return b.name }

// set shows whether the field is locked.
func (b *lockButton) set(on bool) {
	b.Icon, b.Importance = theme.NewThemedResource(fyne.NewStaticResource("lock-open.svg", []byte(openLock))), widget.LowImportance
	if on {
		b.Icon, b.Importance = theme.NewThemedResource(fyne.NewStaticResource("lock-shut.svg", []byte(shutLock))), widget.HighImportance
	}
	b.Refresh()
}
