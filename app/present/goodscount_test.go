package present_test

import (
	"testing"

	"waybill/catalog"
)

func TestGoodsCount(t *testing.T) {
	w := load(t)
	seen := func(item catalog.ItemID) catalog.Observation { return catalog.Observation{Item: item, Visible: true} }
	said := func(item catalog.ItemID) catalog.Observation { return catalog.Observation{Item: item} }
	for _, c := range []struct {
		goods []catalog.Observation
		want  string
	}{
		{nil, ""},
		{[]catalog.Observation{seen(1), seen(2), seen(2)}, "2"},
		{[]catalog.Observation{seen(1), said(2)}, "1 (+1)"},
		{[]catalog.Observation{seen(1), said(1)}, "1"},
		{[]catalog.Observation{said(1), said(1), said(3)}, "(+2)"},
	} {
		check(t, w.GoodsCount(&catalog.Photo{Observations: c.goods}), c.want)
	}
}
