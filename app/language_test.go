package app

import (
	"strings"
	"testing"

	"waybill/catalog"
)

// Goods, routes and places are called in the language of the window, also after
// another program gives them another name there, and typed names find them.
func TestNamesFollowTheLanguage(t *testing.T) {
	for _, c := range []struct{ tag, goods, route, step, renamed string }{
		{"ko", "냉장고", "훈춘–취안허–원정리–라선", "사진 1장 변경", "가정용 냉장고"},
		{"zh", "冰箱", "珲春—圈河—元汀里—罗先", "更改1张照片", "家用冰箱"},
	} {
		t.Run(c.tag, func(t *testing.T) {
			d := deskWithFew(t)
			routes, err := d.session.catalogue.Routes(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range routes {
				if r.Key == "hunchun-quanhe-wonjong-rason" {
					_, err = d.session.catalogue.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{2}, Route: &r.ID})
				}
			}
			if err != nil {
				t.Fatal(err)
			}
			d.setLanguage(c.tag, func() {})
			d.until("it speaks "+c.tag, func() bool { return d.words.Language() == c.tag && d.session != nil && d.session.results.listed == 3 })
			d.session.gallery.Select([]catalog.PhotoID{2})
			d.session.selected()
			d.until("the filters and the photo have the names", func() bool {
				filters, photo := textsIn(d.session.filters.Object()), textsIn(d.session.inspector.Object())
				return containsAll(filters, c.goods, c.route) && containsAll(photo, c.goods) && !strings.Contains(filters+photo, "household refrigerator")
			})
			if undo := d.session.undo; undo == nil || !containsAll(d.words.Step(*undo), c.step, c.route) {
				t.Errorf("the last step is %+v", undo)
			}
			query, err := catalog.ParseQuery("item:" + c.goods)
			if err != nil {
				t.Fatal(err)
			}
			d.session.search.setQuery(query)
			d.until("the name finds it", func() bool { return d.session.results.listed == 1 })

			fridge := d.itemCalled("household refrigerator")
			fridge.Names.Korean, fridge.Names.Chinese = c.renamed, c.renamed
			if _, _, err := d.session.catalogue.SaveItem(t.Context(), fridge, ""); err != nil {
				t.Fatal(err)
			}
			d.session.changes.stepped()
			d.until("the filters have the new name", func() bool { return containsAll(textsIn(d.session.filters.Object()), c.renamed) })
		})
	}
}
