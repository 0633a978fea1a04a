package present_test

import (
	"testing"

	"waybill/catalog"
)

func TestChange(t *testing.T) {
	w := load(t)
	for _, c := range []struct {
		change catalog.Change
		want   string
	}{
		{catalog.Change{Entity: "photo", Subject: "IMG_1.jpg", Field: "caption", Before: "a yard", After: "the  yard\nin Hunchun"}, "caption: a yard › the yard in Hunchun"},
		{catalog.Change{Entity: "photo", Subject: "IMG_1.jpg", Field: "removed", After: "1"}, "in the bin: yes"},
		{catalog.Change{Entity: "photo", Field: "route", Before: "Changbai–Hyesan"}, "route: no longer Changbai–Hyesan"},
		{catalog.Change{Entity: "photo", Field: "source", After: "Sandpiper", Alias: true}, "source: Sandpiper"},
		{catalog.Change{Entity: "observation", Subject: "ceramic tile", Field: "item", After: "ceramic tile"}, "goods: ceramic tile"},
		{catalog.Change{Entity: "observation", Subject: "ceramic tile", Field: "visible", Before: "1", After: "0"}, "ceramic tile: seen: visible › reported"},
		{catalog.Change{Entity: "observation", Subject: "ceramic tile", Field: "direction", After: "into"}, "ceramic tile: direction: Into the DPRK"},
		{catalog.Change{Entity: "observation", Subject: "ceramic tile", Field: "stage", After: "on-sale"}, "ceramic tile: stage: on sale"},
		{catalog.Change{Entity: "determination", Subject: "ceramic tile", Field: "status", Before: "suspected", After: "sanctioned"}, "ceramic tile: status: Suspected › Sanctioned"},
		{catalog.Change{Entity: "review", Subject: "ceramic tile", Field: "kind", After: "disagrees"}, "ceramic tile: kind: disagrees"},
		{catalog.Change{Entity: "claim", Origin: catalog.OriginEditor, Property: catalog.PropTaken, Field: "value", After: "2023-07"}, "Taken (editor): July 2023"},
		{catalog.Change{Entity: "claim", Origin: catalog.OriginSource, Property: catalog.PropPlace, Field: "value", Before: `{"name":"a yard"}`}, "Place (source): no longer a yard"},
		{catalog.Change{Entity: "arrival", Subject: "SD card", Field: "name", After: "IMG_1.jpg"}, "SD card: came as: IMG_1.jpg"},
		{catalog.Change{Entity: "item", Subject: "ice maker", Field: "hs", After: "8418"}, "ice maker: HS code: 8418"},
		{catalog.Change{Entity: "item", Subject: "ice maker", Field: "removed", After: "1"}, "ice maker: removed: yes"},
		{catalog.Change{Entity: "batch", Subject: "SD card", Field: "name", After: "SD card"}, "name: SD card"},
		{catalog.Change{Entity: "batch", Subject: "SD card", Field: "taken", After: "2023-07"}, "SD card: date: July 2023"},
		{catalog.Change{Entity: "photo", Destroyed: true}, "what was changed here was destroyed"},
		{catalog.Change{Entity: "observation", Field: "stage", After: "nowhere"}, "stage: nowhere"},
	} {
		if got := w.Change(c.change); got != c.want {
			t.Errorf("%+v: %q, want %q", c.change, got, c.want)
		}
	}
}
