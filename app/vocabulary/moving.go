package vocabulary

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"waybill/app/task"
)

// sifted is how many entries are sifted without leaving the UI thread: less
// than a frame's worth.
const sifted = 2_000

// Focus gives the page the keyboard.
func (v *View) Focus() {
	if v.report.box.Visible() {
		v.focus(v.report.shut)
		return
	}
	v.list.takeKeyboard()
}

// Find takes the keyboard to the filter, where typing begins a new one.
func (v *View) Find() {
	v.focus(v.head.filter)
	if v.head.filter.Text != "" { // Fyne would go on selecting what is typed
		v.head.filter.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// pick chooses an entry of the list, after what was typed is saved.
func (v *View) pick(i int) {
	if i < 0 || i >= len(v.shown) || i == v.at {
		return
	}
	r := v.shown[i].ref
	v.leaving(func() { v.choose(r) })
}

// turn shows another vocabulary, after what was typed is saved.
func (v *View) turn(k Kind) {
	if k == v.kind {
		return
	}
	v.leaving(func() {
		v.kind, v.empty, v.current = k, true, ref{kind: k}
		v.head.filter.empty() // sifts, too
		v.shown = v.shelf.lists[k]
		v.choose(v.nearest(0))
		v.Focus()
	})
}

// NewEntry empties the form for an entry that is not there yet, after what was
// typed is saved. It begins with the name that was looked for in vain.
func (v *View) NewEntry() {
	if v.locked {
		return
	}
	v.leaving(func() {
		v.choose(ref{kind: v.kind})
		v.empty = false
		if len(v.shown) == 0 {
			v.panel.sheet().begin(strings.TrimSpace(v.head.filter.Text))
		}
		v.show()
		v.toForm()
	})
}

// toForm takes the keyboard to the form.
func (v *View) toForm() {
	if !v.empty && !v.locked {
		v.focus(v.panel.sheet().start())
	}
}

// escape leads out of the form: what was typed goes first, then the form of a
// new entry, then the keyboard goes to the list.
func (v *View) escape() {
	switch {
	case v.panel.merging():
		v.panel.closeMerge()
		v.toForm()
	case v.dirty() && v.current.stored():
		v.panel.alert(nil)
		v.fill(v.current)
		v.show()
	case v.dirty() || v.isNew():
		v.choose(v.nearest(0))
		v.Focus()
	default:
		v.Focus()
	}
}

// Leave leaves the page, after what was typed is saved.
func (v *View) Leave() {
	v.leaving(func() {
		if v.OnLeave != nil {
			v.OnLeave()
		}
	})
}

// leaving saves what was typed and goes on with then; when it cannot be saved
// the form stays instead.
func (v *View) leaving(then func()) {
	switch {
	case v.writing:
		v.next = func() { v.leaving(then) }
	case v.dirty():
		v.save(func() { v.leaving(then) })
	default:
		then()
	}
}

// sift narrows the list to what the filter has in a name.
func (v *View) sift() {
	text, entries := v.head.filter.Text, v.shelf.lists[v.kind]
	if len(entries) <= sifted {
		v.sifting.Cancel()
		v.sieved(narrow(entries, text))
		return
	}
	task.Ask(v.tasks, &v.sifting, func(_ context.Context, tell func([]entry)) error {
		tell(narrow(entries, text))
		return nil
	}, v.sieved, v.fail)
}

// sieved shows what the filter left. The form stays as it is.
func (v *View) sieved(entries []entry) {
	v.shown = entries
	v.locate()
	if v.at < 0 && len(entries) > 0 {
		v.list.ScrollToTop()
	}
	v.show()
}
