package inspector

import (
	"context"
	"slices"

	"waybill/catalog"
)

// Lots joins the goods of several photos, and parts them.
type Lots interface {
	Lot(ctx context.Context, lot catalog.LotID) ([]catalog.Observation, error)
	Join(ctx context.Context, observations []int64, by string) (catalog.Step, error)
	Part(ctx context.Context, observations []int64, by string) (catalog.Step, error)
}

// lotGoods is one kind of goods that photos have, with the lots they are of.
type lotGoods struct {
	item   catalog.ItemID
	name   string
	photos int // that have them
	list   []catalog.Observation
}

// lotGoodsOf lists the goods that photos have, in the order in which they come.
// Goods that nobody has named are no goods that could be the same.
func lotGoodsOf(photos []catalog.Photo, goods []*lotGoods) []*lotGoods {
	for i := range photos {
		for _, o := range photos[i].Observations {
			if o.ItemKey == catalog.UnspecifiedKey {
				continue
			}
			at := slices.IndexFunc(goods, func(g *lotGoods) bool { return g.item == o.Item })
			if at < 0 {
				at = len(goods)
				goods = append(goods, &lotGoods{item: o.Item, name: o.ItemName})
			}
			g := goods[at]
			if n := len(g.list); n == 0 || g.list[n-1].Photo != o.Photo {
				g.photos++
			}
			g.list = append(g.list, o)
		}
	}
	return goods
}

// one tells whether all of them are of one lot.
func (g *lotGoods) one() bool {
	lot := g.list[0].Lot
	return lot != 0 && !slices.ContainsFunc(g.list, func(o catalog.Observation) bool { return o.Lot != lot })
}

// ids lists the observations, or only those of a lot.
func (g *lotGoods) ids(ofLots bool) []int64 {
	var ids []int64
	for _, o := range g.list {
		if !ofLots || o.Lot != 0 {
			ids = append(ids, o.ID)
		}
	}
	return ids
}

// differ tells whether some are judged otherwise than the first.
func (g *lotGoods) differ() bool { return len(catalog.JudgedDifferently(&g.list[0], g.list)) > 0 }

// joinable lists the goods that several of the photos have, and that are not one
// lot yet.
func joinable(all []*lotGoods) []*lotGoods {
	return choose(all, func(g *lotGoods) bool { return g.photos > 1 && !g.one() })
}

// partable lists the goods of which some are of a lot.
func partable(all []*lotGoods) []*lotGoods {
	return choose(all, func(g *lotGoods) bool { return len(g.ids(true)) > 0 })
}

func choose(all []*lotGoods, fits func(*lotGoods) bool) []*lotGoods {
	return slices.DeleteFunc(slices.Clone(all), func(g *lotGoods) bool { return !fits(g) })
}

// readLotGoods reads what photos have.
func readLotGoods(ctx context.Context, store Store, ids []catalog.PhotoID) ([]*lotGoods, error) {
	var goods []*lotGoods
	for page := range slices.Chunk(ids, pageSize) {
		photos, err := store.Photos(ctx, page)
		if err != nil {
			return nil, err
		}
		goods = lotGoodsOf(photos, goods)
	}
	return goods, nil
}

// hasLotIn tells whether some of the photos have the same goods as this one.
func (s *single) hasLotIn(photos map[catalog.PhotoID]bool) bool {
	if s == nil {
		return false
	}
	for _, lot := range s.lots {
		if slices.ContainsFunc(lot, func(o catalog.Observation) bool { return photos[o.Photo] }) {
			return true
		}
	}
	return false
}

// readLots reads the lots that the photo's goods are of.
func (s *single) readLots(ctx context.Context, store Store) error {
	s.lots = map[catalog.LotID][]catalog.Observation{}
	for _, o := range s.photo.Observations {
		if o.Lot == 0 || s.lots[o.Lot] != nil {
			continue
		}
		var err error
		if s.lots[o.Lot], err = store.Lot(ctx, o.Lot); err != nil {
			return err
		}
	}
	return nil
}
