package vocabulary

import (
	"io"
	"slices"

	"waybill/catalog"
)

// ItemsFile is the table of kinds of goods.
const ItemsFile = "items.tsv"

var itemColumns = []string{
	"key", "en", "ko", "ko_dprk", "zh", "variants", "hs", "parent",
	"caption_en_singular", "caption_en_plural", "caption_ko", "caption_ko_counter", "caption_zh", "caption_zh_counter",
}

// ExportItems writes items.tsv.
func ExportItems(w io.Writer, items []catalog.Item) error {
	keys := map[catalog.ItemID]string{}
	for _, i := range items {
		keys[i.ID] = i.Key
	}
	rows := make([][]string, len(items))
	for n, i := range items {
		c := i.Caption
		rows[n] = []string{
			i.Key, i.Names.English, i.Names.Korean, i.Names.KoreanNorth, i.Names.Chinese, i.Names.AlsoKnownAs, i.HS, keys[i.Parent],
			c.Singular, c.Plural, c.Korean, c.KoreanCounter, c.Chinese, c.ChineseCounter,
		}
	}
	return write(w, itemColumns, rows)
}

// ReadItems reads items.tsv. A parent must be in it or among the known items.
// What is wrong is listed, and then there are no entries. The error is that of
// the reader.
func ReadItems(r io.Reader, known []catalog.Item) ([]catalog.ItemEntry, []Rejected, error) {
	t, err := read(r, ItemsFile, itemColumns)
	if err != nil {
		return nil, nil, err
	}
	seen := map[string]bool{}
	entries := make([]catalog.ItemEntry, 0, len(t.rows))
	for i := range t.rows {
		entries = append(entries, t.rows[i].item(seen))
	}
	t.parents(entries, known)
	if len(t.rejected) > 0 {
		return nil, t.inOrder(), nil
	}
	return entries, nil, nil
}

func (r *row) item(seen map[string]bool) catalog.ItemEntry {
	e := catalog.ItemEntry{ParentKey: r.cell("parent")}
	e.Key, e.HS = r.key("key", seen), r.cell("hs")
	e.Names = r.names()
	e.Caption = catalog.CaptionForms{
		Singular: r.cell("caption_en_singular"), Plural: r.cell("caption_en_plural"),
		Korean: r.cell("caption_ko"), KoreanCounter: r.cell("caption_ko_counter"),
		Chinese: r.cell("caption_zh"), ChineseCounter: r.cell("caption_zh_counter"),
	}
	if !catalog.IsHS(e.HS) {
		r.wrong("hs", ProblemHS)
	}
	return e
}

// parents checks that every parent is there and no item is a kind of itself.
func (t *table) parents(entries []catalog.ItemEntry, known []catalog.Item) {
	parent := map[string]string{}
	keys := map[catalog.ItemID]string{}
	for _, i := range known {
		keys[i.ID] = i.Key
	}
	for _, i := range known {
		parent[i.Key] = keys[i.Parent]
	}
	for _, e := range entries {
		if e.Key != "" {
			parent[e.Key] = e.ParentKey
		}
	}
	ways := waysUp(parent)
	for i, e := range entries {
		if _, ok := parent[e.ParentKey]; e.ParentKey != "" && !ok {
			t.rows[i].wrong("parent", ProblemParent)
		} else if ways[e.Key] == circle {
			t.rows[i].wrong("parent", ProblemCircle)
		}
	}
}

// way says where it leads to go from an item to its parent and on.
type way int

const (
	ending way = iota + 1
	caught     // in a circle that the item is no part of
	circle     // back to the item
)

// waysUp tells of every key where the way up leads, walking each part of it once.
func waysUp(parent map[string]string) map[string]way {
	known := map[string]way{"": ending}
	for key := range parent {
		var walked []string
		at := key
		for ; known[at] == 0; at = parent[at] {
			known[at] = caught // until it is known better; met again on this walk, it is part of a circle
			walked = append(walked, at)
		}
		if known[at] == ending {
			for _, k := range walked {
				known[k] = ending
			}
			continue
		}
		if from := slices.Index(walked, at); from >= 0 {
			for _, k := range walked[from:] {
				known[k] = circle
			}
		}
	}
	return known
}
