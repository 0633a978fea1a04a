package vocabulary

import (
	"context"

	"fyne.io/fyne/v2"

	"waybill/app/widgets"
	"waybill/catalog"
)

// goodsSheet is the form of a kind of goods.
type goodsSheet struct {
	view   *View
	item   catalog.Item // what the store said
	names  nameLines
	hs     *line
	parent *named

	singular, plural, korean, koreanCounter, chinese, chineseCounter *line

	fields
	box *fyne.Container
}

func newGoodsSheet(v *View) *goodsSheet {
	t := v.words.T
	s := &goodsSheet{view: v, names: newNameLines(v), hs: newLine(v, t("vocabulary.hs_hint"))}
	s.parent = newNamed(v, t("vocabulary.parent_hint"), func(text string) []widgets.Option {
		return offer(v.shelf.lists[Goods], text, func(e *entry) bool { return e.id == int64(s.item.ID) && e.id != 0 })
	})
	s.parent.Eager = true // it must be one of them
	s.singular, s.plural = newLine(v, t("vocabulary.singular_hint")), newLine(v, t("vocabulary.plural_hint"))
	s.korean, s.koreanCounter = newLine(v, ""), newLine(v, t("vocabulary.counter_hint_ko"))
	s.chinese, s.chineseCounter = newLine(v, ""), newLine(v, t("vocabulary.counter_hint_zh"))
	n := &s.names
	s.inputs = []input{
		n.english, n.korean, n.north, n.chinese, n.also, s.hs, s.parent,
		s.singular, s.plural, s.korean, s.koreanCounter, s.chinese, s.chineseCounter,
	}
	s.box = column(n.rows(v, true)...)
	s.box.Add(labelled(t("vocabulary.hs_code"), s.hs))
	s.box.Add(labelled(t("vocabulary.parent"), s.parent.CompleteEntry))
	s.box.Add(section(t("vocabulary.captions")))
	s.box.Add(labelled(t("vocabulary.english"), s.singular, s.plural))
	s.box.Add(labelled(t("vocabulary.korean_counter"), s.korean, s.koreanCounter))
	s.box.Add(labelled(t("vocabulary.chinese_counter"), s.chinese, s.chineseCounter))
	return s
}

func (s *goodsSheet) object() fyne.CanvasObject { return s.box }
func (s *goodsSheet) begin(name string)         { s.names.begin(name) }
func (s *goodsSheet) start() fyne.Focusable     { return s.names.english }

func (s *goodsSheet) fill(r ref) {
	s.item = catalog.Item{}
	if i := s.view.shelf.items[catalog.ItemID(r.id)]; i != nil {
		s.item = *i
	}
	s.names.fill(s.item.Names)
	s.hs.SetText(s.item.HS)
	s.parent.set("", ref{})
	if p := s.view.shelf.items[s.item.Parent]; p != nil {
		s.parent.set(s.view.words.Name(p.Names), ref{kind: Goods, id: int64(p.ID)})
	}
	c := s.item.Caption
	for in, text := range map[*line]string{
		s.singular: c.Singular, s.plural: c.Plural, s.korean: c.Korean, s.koreanCounter: c.KoreanCounter,
		s.chinese: c.Chinese, s.chineseCounter: c.ChineseCounter,
	} {
		in.SetText(text)
	}
	s.state()
}

func (s *goodsSheet) saved(r ref) { s.item.ID = catalog.ItemID(r.id) }

func (s *goodsSheet) gather() (work, error) {
	if err := s.names.check(s.view); err != nil {
		return nil, err
	}
	i := s.item
	i.Names, i.HS, i.Parent = s.names.names(), s.hs.text(), 0
	if s.parent.text() != "" {
		p, ok := meant(s.parent, s.view.shelf.lists[Goods])
		if !ok {
			return nil, &problem{s.view.words.T("vocabulary.unknown_parent", "name", s.parent.text()), s.parent.CompleteEntry}
		}
		i.Parent = catalog.ItemID(p.id)
	}
	i.Caption = catalog.CaptionForms{
		Singular: s.singular.text(), Plural: s.plural.text(), Korean: s.korean.text(), KoreanCounter: s.koreanCounter.text(),
		Chinese: s.chinese.text(), ChineseCounter: s.chineseCounter.text(),
	}
	store := s.view.store
	return func(ctx context.Context) (ref, catalog.Step, error) {
		id, step, err := store.SaveItem(ctx, i, "")
		return ref{kind: Goods, id: int64(id)}, step, err
	}, nil
}
