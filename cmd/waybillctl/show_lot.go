package main

import (
	"context"
	"strconv"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// lots are the observations of lots.
type lots map[catalog.LotID][]catalog.Observation

// lotLine is where else the goods of a lot are.
type lotLine struct {
	Photos []string `json:"lot_photos"`         // the others that have the same goods
	Differ []string `json:"judged_differently"` // those of them where the goods are judged otherwise
}

// lotsOf reads the lots that some observations are of.
func lotsOf(ctx context.Context, c *workspace.Catalogue, list []catalog.Observation) (lots, error) {
	all := lots{}
	for _, o := range list {
		if o.Lot == 0 || all[o.Lot] != nil {
			continue
		}
		var err error
		if all[o.Lot], err = c.Lot(ctx, o.Lot); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (all lots) line(o *catalog.Observation) lotLine {
	return lotLine{photoNames(catalog.OtherPhotos(o, all[o.Lot])), photoNames(catalog.JudgedDifferently(o, all[o.Lot]))}
}

// words says in which lot goods are, which photos have the same and which judge
// them otherwise; nothing when they are in none.
func (all lots) words(p *program, o *catalog.Observation) []string {
	if o.Lot == 0 {
		return nil
	}
	w := p.words
	rows := []string{w.T("cli.show.lot", "n", strconv.FormatInt(int64(o.Lot), 10))}
	if same := w.SameGoods(catalog.OtherPhotos(o, all[o.Lot])); same != "" {
		rows[0] = w.T("cli.show.lot_same", "lot", rows[0], "same", same)
	}
	if differ := w.JudgedDifferently(catalog.JudgedDifferently(o, all[o.Lot])); differ != "" {
		rows = append(rows, differ)
	}
	return rows
}

func photoNames(ids []catalog.PhotoID) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = id.String()
	}
	return names
}
