package inspector

import (
	"strings"

	"waybill/app/widgets"
	"waybill/catalog"
)

// makeFields lists the fields that many photos can be given together.
func (b *batch) makeFields() {
	b.makeGoodsFields()
	b.makeRouteField()
	b.makeStatedFields()
	b.makeTextFields()
}

// makeGoodsFields lists what can be said of the goods.
func (b *batch) makeGoodsFields() {
	w := b.view.words
	f := b.newField(catalog.FieldItem, w.T("inspector.goods"), add, set, remove, clean)
	b.goods = b.newGoods(f.said)
	b.fields = append(b.fields, f.with(b.goods))

	pick(b, catalog.FieldStatus, "batch.status", []catalog.Status{
		catalog.Sanctioned, catalog.Suspected, catalog.Disputed, catalog.Exempt, catalog.NotListed,
	}, w.Status, func(e *catalog.Edit, s catalog.Status) {
		if s == "" {
			s = catalog.NotAssessed
		}
		e.Status = &s
	})
	pick(b, catalog.FieldDirection, "batch.direction", []catalog.Direction{catalog.Into, catalog.OutOf}, w.Direction,
		func(e *catalog.Edit, d catalog.Direction) { e.Direction = &d })
	pick(b, catalog.FieldStage, "inspector.detail.stage", catalog.Stages(), w.Stage, func(e *catalog.Edit, s catalog.Stage) { e.Stage = &s })
	pick(b, catalog.FieldPackaging, "inspector.detail.packaging", catalog.Packagings(), w.Packaging,
		func(e *catalog.Edit, p catalog.Packaging) { e.Packaging = &p })
	b.line(catalog.FieldMadeIn, "batch.made_in", b.countries, func(d *draft, t *batchText, text string) error {
		code, known := t.value().(string)
		if !known {
			code = strings.ToUpper(text)
		}
		d.edit.MadeIn = &code
		return nil
	})
}

func (b *batch) makeRouteField() {
	v := b.view
	b.line(catalog.FieldRoute, "inspector.route", v.routesCalled, func(d *draft, t *batchText, text string) error {
		id, known := t.value().(catalog.RouteID)
		var err error
		if !known {
			id, err = v.routeCalled(text)
		}
		d.edit.Route = &id
		return err
	})
}

// makeStatedFields lists what can be stated of where and when a photo was taken,
// and of its kind.
func (b *batch) makeStatedFields() {
	v, w := b.view, b.view.words
	b.line(catalog.FieldPlace, "inspector.where", func(text string) []widgets.Option {
		var options []widgets.Option
		v.where.complete(text, func(all []widgets.Option) { options = all })
		return options
	}, func(d *draft, t *batchText, text string) error {
		if text == "" {
			d.edit.Statements = append(d.edit.Statements, catalog.Statement{Property: catalog.PropPlace})
			return nil
		}
		d.understand = append(d.understand, t.place(v.store, catalog.PropPlace))
		return nil
	})
	b.line(catalog.FieldDate, "inspector.when", nothingCalled, func(d *draft, _ *batchText, text string) error {
		s, err := understandDate(text)
		d.edit.Statements = append(d.edit.Statements, s)
		return err
	})
	pick(b, catalog.FieldKind, "inspector.kind", catalog.Kinds(), w.Kind, func(e *catalog.Edit, k catalog.Kind) {
		e.Statements = append(e.Statements, catalog.Statement{Property: catalog.PropKind, Raw: string(k), Value: string(k)})
	})
}

// makeTextFields lists what is written about a photo.
func (b *batch) makeTextFields() {
	v := b.view
	b.line(catalog.FieldSource, "inspector.source", func(text string) []widgets.Option {
		options, _ := complete(v.names.sources, text)
		return options
	}, func(d *draft, _ *batchText, text string) error {
		d.edit.Source = &text
		return nil
	})
	b.prose(catalog.FieldCaption, "inspector.caption", func(e *catalog.Edit, text string) { e.Caption = &text })
	b.prose(catalog.FieldNote, "inspector.note", func(e *catalog.Edit, text string) { e.Note = &text })
	b.prose(catalog.FieldCredit, "inspector.credit", func(e *catalog.Edit, text string) { e.Credit = &text })
}

func nothingCalled(string) []widgets.Option { return nil }

// pick adds a field that has one of a few values. What the edit says of none is
// the zero value.
func pick[T ~string](b *batch, of catalog.Field, title string, values []T, name func(T) string, put func(*catalog.Edit, T)) {
	f := b.newField(of, b.view.words.T(title), set, clean)
	var names []string
	for _, value := range values {
		names = append(names, name(value))
	}
	p := b.newPick(names, f.said)
	b.fields = append(b.fields, f.with(p))
	f.put = func(d *draft) error {
		var value T
		if f.way() == set {
			value = values[p.list.SelectedIndex()]
		}
		put(&d.edit, value)
		return nil
	}
}

// line adds a field whose value is typed; "" takes it away.
func (b *batch) line(of catalog.Field, title string, called func(string) []widgets.Option, put func(d *draft, t *batchText, text string) error) {
	f := b.newField(of, b.view.words.T(title), set, clean)
	t := b.newText(called, f.said)
	b.fields = append(b.fields, f.with(t))
	f.put = func(d *draft) error {
		text := t.text()
		if f.way() == clean {
			text = ""
		}
		return put(d, t, text)
	}
}

// prose adds a field of free text, to which can be added and from which can be
// taken.
func (b *batch) prose(of catalog.Field, title string, put func(e *catalog.Edit, text string)) {
	f := b.newField(of, b.view.words.T(title), set, add, remove, clean)
	p := b.newProse(f.said)
	b.fields = append(b.fields, f.with(p))
	f.put = func(d *draft) error {
		switch f.way() {
		case add:
			d.edit.AddText[of] = p.text()
		case remove:
			d.edit.RemoveText[of] = p.text()
		case clean:
			put(&d.edit, "")
		default:
			put(&d.edit, p.text())
		}
		return nil
	}
}

// countries offers those that have a name and those that the photos name.
func (b *batch) countries(text string) []widgets.Option {
	var options []widgets.Option
	seen := map[string]bool{}
	offer := func(code string) {
		name := b.view.words.Country(code)
		if fits := strings.Contains(strings.ToLower(name+" "+code), strings.ToLower(strings.TrimSpace(text))); fits && !seen[code] {
			seen[code] = true
			options = append(options, widgets.Option{Text: name, Detail: code, Value: code})
		}
	}
	for _, code := range []string{"CN", "KP", "KR", "JP", "RU", "MN"} {
		offer(code)
	}
	for _, value := range b.values.Fields[catalog.FieldMadeIn].List {
		offer(value.Value)
	}
	return options
}
