package templates

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/naming"
)

// row is a template in the list.
type row struct {
	widget.BaseWidget
	name *field
	key  *pick
	give *widgets.Button
	away *widgets.Button
	box  *fyne.Container
}

func newRow(v *View, t catalog.Template) *row {
	r, hand := &row{}, widgets.Hand{Escape: v.close}
	r.name = newField(func() { v.rename(t.Name, r.name.Text) }, v.close)
	r.name.SetText(t.Name)
	r.key = newPick(keyNames(v.words), nil, v.close)
	r.key.SetSelectedIndex(indexOf(t.Key))
	r.key.OnChanged = func(string) { v.rekey(t, r.key.key()) }
	r.give = widgets.NewButton(hand, v.words.N("templates.give", v.photos), nil, func() {
		v.close()
		if v.OnGive != nil {
			v.OnGive(t.Name)
		}
	})
	if v.photos == 0 {
		r.give.SetText(v.words.T("templates.give.nobody"))
		r.give.Disable()
	}
	r.away = widgets.NewButton(hand, v.words.T("templates.delete"), theme.DeleteIcon(), func() { v.remove(t.Name) })
	holds := newLabel(true)
	holds.SetText(describe(v.words, v.known, &t.Values))
	line := container.NewBorder(nil, nil, r.key, container.NewHBox(r.give, r.away), r.name)
	r.box = container.NewVBox(line, holds)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

// rename gives a template another name.
func (v *View) rename(name, into string) {
	if into = strings.TrimSpace(into); into != name {
		v.write(func(ctx context.Context) (catalog.Step, error) { return v.store.RenameTemplate(ctx, name, into, "") }, func() {})
	}
}

// rekey gives a template another key, which it takes from who has it.
func (v *View) rekey(t catalog.Template, key string) {
	if t.Key != key {
		t.Key = key
		v.write(func(ctx context.Context) (catalog.Step, error) { return v.store.SaveTemplate(ctx, t, "") }, func() {})
	}
}

func (v *View) remove(name string) {
	v.write(func(ctx context.Context) (catalog.Step, error) { return v.store.DeleteTemplate(ctx, name, "") }, v.Focus)
}

// taken tells whether a template is called so.
func taken(list []catalog.Template, name string) bool {
	for _, t := range list {
		if naming.Fold(t.Name) == naming.Fold(name) {
			return true
		}
	}
	return false
}

// mostKeys is how many digits can stand for templates: 1 to 9, for Ctrl+0 fits
// the picture into the window.
const mostKeys = 9

func keyNames(w *present.Words) []string {
	names := []string{w.T("templates.no_key")}
	for i := 1; i <= mostKeys; i++ {
		names = append(names, w.T("templates.key", "key", strconv.Itoa(i)))
	}
	return names
}

// indexOf gives the place of a key among their names.
func indexOf(key string) int {
	n, err := strconv.Atoi(key)
	if err != nil || n < 1 || n > mostKeys {
		return 0
	}
	return n
}

// field is a text that Enter saves and that Escape leaves with its sheet.
type field struct {
	widgets.TextField
	escape func()
}

func newField(enter, escape func()) *field {
	f := &field{escape: escape}
	f.OnSubmitted = func(string) { enter() }
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		f.escape()
		return
	}
	f.TextField.TypedKey(k)
}

// pick is the choice of a key.
type pick struct {
	widget.Select
	escape func()
}

func newPick(names []string, changed func(string), escape func()) *pick {
	p := &pick{escape: escape}
	p.Options, p.OnChanged = names, changed
	p.ExtendBaseWidget(p)
	return p
}

// key gives the digit that is chosen, "" for none.
func (p *pick) key() string {
	if i := p.SelectedIndex(); i > 0 {
		return strconv.Itoa(i)
	}
	return ""
}

// TypedKey implements fyne.Focusable. The arrows open the list: going through it
// saves nothing.
func (p *pick) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		p.escape()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		p.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		p.Select.TypedKey(k)
	}
}
