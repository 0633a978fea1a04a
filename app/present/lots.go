package present

import (
	"strings"

	"waybill/catalog"
)

// SameGoods says in which other photos the goods of a lot are: "Same goods as in
// P-000012 and 3 more"; "" when they are in none.
func (w *Words) SameGoods(photos []catalog.PhotoID) string {
	if len(photos) == 0 {
		return ""
	}
	where := photos[0].String()
	if more := len(photos) - 1; more > 0 {
		where = w.T("list.more", "list", where, "n", more)
	}
	return w.T("lot.same", "photos", where)
}

// JudgedDifferently says in which photos the goods of a lot are judged otherwise;
// "" when they are in none.
func (w *Words) JudgedDifferently(photos []catalog.PhotoID) string {
	if len(photos) == 0 {
		return ""
	}
	names := make([]string, len(photos))
	for i, id := range photos {
		names[i] = id.String()
	}
	return w.T("lot.differs", "photos", w.pair(names))
}

// Tally says how much of one kind of goods there is: "household refrigerator: 2
// lots in 5 photos, 38 pieces (1 lot without a quantity)".
func (w *Words) Tally(c *catalog.Count) string {
	item := w.Called(c.ItemName)
	if !c.Visible {
		item = w.T("tally.reported", "item", item)
	}
	lots := w.T("tally.in", "lots", w.N("tally.lots", c.Lots), "photos", w.N("tally.photos", c.Photos))
	return w.T("tally.goods", "item", item, "text", w.amounts(c, lots))
}

// Lots says of one kind of goods how many lots it is, and how much, as far as
// that is more than the number of photos tells; else "".
func (w *Words) Lots(c *catalog.Count) string {
	if c.Lots == c.Photos && len(c.Amounts) == 0 {
		return ""
	}
	return w.amounts(c, w.N("tally.lots", c.Lots))
}

// amounts adds to a number of lots the quantities, and what is open about them.
func (w *Words) amounts(c *catalog.Count, lots string) string {
	parts, notes := []string{lots}, []string{}
	for _, a := range c.Amounts {
		n := w.number(a.Low)
		if a.Low != a.High {
			n = w.T("tally.range", "low", n, "high", w.number(a.High))
		}
		parts = append(parts, w.quantity(n, w.Unit(a.Unit, a.UnitNames, a.High), a.Estimated))
		if a.Differ > 0 {
			notes = append(notes, w.N("tally.differ", a.Differ))
		}
	}
	if len(c.Amounts) > 0 && c.Unknown > 0 {
		notes = append(notes, w.N("tally.unknown", c.Unknown))
	}
	text := strings.Join(parts, w.T("list.separator"))
	if len(notes) > 0 {
		text = w.T("tally.notes", "text", text, "notes", strings.Join(notes, w.T("list.separator")))
	}
	return text
}
