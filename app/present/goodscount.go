package present

import "waybill/catalog"

// GoodsCount says how many kinds of goods a photo shows, and in brackets how many
// more are only reported: "2", "2 (+1)", "(+1)"; "" without any.
func (w *Words) GoodsCount(p *catalog.Photo) string {
	seen := map[catalog.ItemID]bool{}
	for _, o := range p.Observations {
		seen[o.Item] = seen[o.Item] || o.Visible
	}
	visible := 0
	for _, shown := range seen {
		if shown {
			visible++
		}
	}
	reported := len(seen) - visible
	switch {
	case len(seen) == 0:
		return ""
	case reported == 0:
		return w.Count(visible)
	case visible == 0:
		return w.T("goods.count.reported", "reported", w.Count(reported))
	}
	return w.T("goods.count.both", "seen", w.Count(visible), "reported", w.Count(reported))
}
