package inspector

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"waybill/catalog"
)

// detail is one thing that is known of goods, as a text; "" is not known.
type detail struct {
	name  string // for what is typed and not saved
	title string
	input fyne.CanvasObject
	get   func(*catalog.Seen) string
	set   func(*catalog.Seen, string) error
	value func() string // that stands in the field
	put   func(string)
	said  string // by the catalogue
}

func (p *detail) dirty() bool { return p.value() != p.said }

// makeParts makes the fields in the order in which one looks at goods.
func (d *details) makeParts() []*detail {
	w := d.row.view.words
	return []*detail{
		oneOf(d, "direction", []catalog.Direction{catalog.Into, catalog.OutOf}, w.Direction, func(s *catalog.Seen) *catalog.Direction { return &s.Direction }),
		oneOf(d, "basis", catalog.Bases(), w.Basis, func(s *catalog.Seen) *catalog.Basis { return &s.Basis }),
		oneOf(d, "stage", catalog.Stages(), w.Stage, func(s *catalog.Seen) *catalog.Stage { return &s.Stage }),
		d.quantity(),
		d.unit(),
		d.estimated(),
		d.text("brand", func(s *catalog.Seen) *string { return &s.Brand }),
		d.text("model", func(s *catalog.Seen) *string { return &s.Model }),
		d.text("label", func(s *catalog.Seen) *string { return &s.Label }),
		d.madeIn(),
		oneOf(d, "packaging", catalog.Packagings(), w.Packaging, func(s *catalog.Seen) *catalog.Packaging { return &s.Packaging }),
		d.text("use", func(s *catalog.Seen) *string { return &s.Use }),
		oneOf(d, "confidence", catalog.Confidences(), w.Confidence, func(s *catalog.Seen) *catalog.Confidence { return &s.Confidence }),
		d.text("note", func(s *catalog.Seen) *string { return &s.Note }),
	}
}

// detailKeys are what the fields are called.
var detailKeys = map[string]string{
	"direction": "inspector.detail.direction", "basis": "inspector.detail.basis", "stage": "inspector.detail.stage",
	"quantity": "inspector.detail.quantity", "unit": "inspector.detail.unit", "brand": "inspector.detail.brand",
	"model": "inspector.detail.model", "label": "inspector.detail.label", "made_in": "inspector.detail.made_in",
	"packaging": "inspector.detail.packaging", "use": "inspector.detail.use", "confidence": "inspector.detail.confidence",
	"note": "inspector.detail.note",
}

// titleOf is what a field is called.
func (d *details) titleOf(name string) string { return d.row.view.words.T(detailKeys[name]) }

// oneOf is a field for one of some values, or none.
func oneOf[T ~string](d *details, name string, values []T, called func(T) string, at func(*catalog.Seen) *T) *detail {
	values = append([]T{""}, values...)
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = called(v)
	}
	list := newRowSelect(d.row, names, func(string) { d.remark(nil) })
	list.onSave, list.onEscape = d.commit, d.escape
	return &detail{
		name: name, title: d.titleOf(name), input: list,
		get: func(s *catalog.Seen) string { return string(*at(s)) },
		set: func(s *catalog.Seen, text string) error { *at(s) = T(text); return nil },
		value: func() string {
			if i := list.SelectedIndex(); i >= 0 {
				return string(values[i])
			}
			return ""
		},
		put: func(text string) { list.SetSelectedIndex(max(0, slices.Index(values, T(text)))) },
	}
}

// text is a field for words.
func (d *details) text(name string, at func(*catalog.Seen) *string) *detail {
	e := newRowEntry(d.row)
	e.onSave, e.onEscape = d.commit, d.escape
	e.OnChanged = func(string) {
		e.grow()
		d.remark(nil)
	}
	return &detail{
		name: name, title: d.titleOf(name), input: e,
		get:   func(s *catalog.Seen) string { return *at(s) },
		set:   func(s *catalog.Seen, text string) error { *at(s) = text; return nil },
		value: func() string { return strings.TrimSpace(e.Text) },
		put:   e.SetText,
	}
}

// grouped is a number with commas between its thousands.
var grouped = regexp.MustCompile(`^\d{1,3}(,\d{3})+(\.\d+)?$`)

// quantity is a field for a number greater than 0.
func (d *details) quantity() *detail {
	p := d.text("quantity", func(*catalog.Seen) *string { return new(string) })
	typed := p.value
	p.value = func() string {
		text := typed()
		if grouped.MatchString(text) {
			text = strings.ReplaceAll(text, ",", "")
		}
		return text
	}
	p.get = func(s *catalog.Seen) string {
		if s.Quantity == nil {
			return ""
		}
		return strconv.FormatFloat(*s.Quantity, 'f', -1, 64)
	}
	p.set = func(s *catalog.Seen, text string) error {
		if text == "" {
			s.Quantity = nil
			return nil
		}
		n, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return &catalog.Error{Code: catalog.ErrInvalid, Op: "quantity", Subject: text}
		}
		s.Quantity = &n
		return nil
	}
	return p
}

// estimated is a tick for a quantity that was not counted.
func (d *details) estimated() *detail {
	tick := newTickBox(d.row, d.escape)
	tick.Text, tick.OnChanged = d.row.view.words.T("inspector.detail.not_counted"), func(bool) { d.remark(nil) }
	text := func(on bool) string {
		if on {
			return "yes"
		}
		return ""
	}
	return &detail{
		name: "estimated", title: "", input: tick,
		get:   func(s *catalog.Seen) string { return text(s.Estimated) },
		set:   func(s *catalog.Seen, value string) error { s.Estimated = value != ""; return nil },
		value: func() string { return text(tick.Checked) },
		put:   func(value string) { tick.SetChecked(value != "") },
	}
}

// madeIn is a field for the code of a country, in either case.
func (d *details) madeIn() *detail {
	p := d.text("made_in", func(s *catalog.Seen) *string { return &s.MadeIn })
	typed := p.value
	p.value = func() string { return strings.ToUpper(typed()) }
	return p
}

// labelled sets a field beside its title.
func labelled(title string, input fyne.CanvasObject) *fyne.Container {
	name := newText(muted)
	name.SetText(title)
	return container.New(besides{}, name, input)
}

// besides gives the first of two objects a column of its own.
type besides struct{}

const titleWidth = 92 // pixels

// MinSize implements fyne.Layout.
func (besides) MinSize(objects []fyne.CanvasObject) fyne.Size {
	field := objects[1].MinSize()
	return fyne.NewSize(titleWidth+field.Width, max(objects[0].MinSize().Height, field.Height))
}

// Layout implements fyne.Layout.
func (besides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(titleWidth, size.Height))
	objects[1].Move(fyne.NewPos(titleWidth, 0))
	objects[1].Resize(fyne.NewSize(size.Width-titleWidth, size.Height))
}
