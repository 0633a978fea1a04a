package inspector

import (
	"slices"
	"strings"

	"waybill/app/widgets"
	"waybill/catalog"
)

// unit is a field for what a quantity is counted in: one of the vocabulary, by
// any of its names in any language, or words of one's own.
func (d *details) unit() *detail {
	v := d.row.view
	e := widgets.NewCompleteEntry(func(text string, show func([]widgets.Option)) {
		options, exactly := complete(v.names.units, strings.TrimSpace(text))
		if exactly && len(options) == 1 && options[0].Text == text {
			options = nil
		}
		show(options)
	})
	e.OnSubmitted = func(string) { d.commit() }
	e.OnEscape = d.escape
	e.OnChanged = func(string) { d.remark(nil) }
	e.OnKeyboard = func(here bool) {
		if here {
			v.entered(d.row)
		} else {
			v.left()
		}
	}
	return &detail{
		name: "unit", title: d.titleOf("unit"), input: e,
		get:   func(s *catalog.Seen) string { return v.unitLabel(s.Unit) },
		set:   func(s *catalog.Seen, text string) error { s.Unit = v.unitCalled(text); return nil },
		value: func() string { return v.unitLabel(v.unitCalled(strings.TrimSpace(e.Text))) },
		put:   e.SetText,
	}
}

// unitLabel is how a unit is called that an observation keeps; the text itself
// when the vocabulary does not have it.
func (v *View) unitLabel(key string) string {
	for i := range v.names.units.list {
		if o := &v.names.units.list[i].option; o.Value == any(key) {
			return o.Text
		}
	}
	return key
}

// unitCalled gives the key of the unit that is called just so, else the text.
func (v *View) unitCalled(text string) string {
	options, exactly := complete(v.names.units, text)
	if !exactly {
		return text
	}
	at := max(0, slices.IndexFunc(options, func(o widgets.Option) bool { return o.Text == text }))
	return options[at].Value.(string)
}
