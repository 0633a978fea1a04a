package vocabulary

import (
	"context"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// unitSheet is the form of a unit.
type unitSheet struct {
	view   *View
	unit   catalog.Unit // what the store said
	names  nameLines
	plural *line
	fields
	box *fyne.Container
}

func newUnitSheet(v *View) *unitSheet {
	t := v.words.T
	s := &unitSheet{view: v, names: newNameLines(v), plural: newLine(v, t("vocabulary.unit_many_hint"))}
	n := &s.names
	n.english.SetPlaceHolder(t("vocabulary.unit_one_hint"))
	s.inputs = []input{n.english, s.plural, n.korean, n.chinese, n.also}
	s.box = column(
		labelled(t("vocabulary.unit_one"), n.english), labelled(t("vocabulary.unit_many"), s.plural),
		labelled(t("vocabulary.korean"), n.korean), labelled(t("vocabulary.chinese"), n.chinese), labelled(t("vocabulary.variants"), n.also),
	)
	return s
}

func (s *unitSheet) object() fyne.CanvasObject { return s.box }
func (s *unitSheet) begin(name string)         { s.names.begin(name) }
func (s *unitSheet) start() fyne.Focusable     { return s.names.english }
func (s *unitSheet) saved(r ref)               { s.unit.ID = catalog.UnitID(r.id) }

func (s *unitSheet) fill(r ref) {
	s.unit = catalog.Unit{}
	if u := s.view.shelf.units[catalog.UnitID(r.id)]; u != nil {
		s.unit = *u
	}
	s.names.fill(s.unit.Names)
	s.plural.SetText(s.unit.Plural)
	s.state()
}

func (s *unitSheet) gather() (work, error) {
	if err := s.names.check(s.view); err != nil {
		return nil, err
	}
	u, store := s.unit, s.view.store
	u.Names, u.Plural = s.names.names(), s.plural.text()
	return func(ctx context.Context) (ref, catalog.Step, error) {
		id, step, err := store.SaveUnit(ctx, u, "")
		return ref{kind: Units, id: int64(id)}, step, err
	}, nil
}
