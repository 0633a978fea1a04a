package app

import (
	"strings"
	"testing"

	"waybill/catalog"
)

func TestLastViewIsReadFieldByField(t *testing.T) {
	full := lastView{
		width: 1000, height: 700, leftHidden: true, leftWidth: 300, rightWidth: 500, sort: catalog.SortName, grouping: catalog.GroupDay,
		cell: 208, page: lawPage, query: "item:tile no:place", photo: 7, top: 5,
	}
	text, err := full.text()
	if err != nil {
		t.Fatal(err)
	}
	if got := readView(text); got != full {
		t.Errorf("%s is read as %+v", text, got)
	}
	usual := usualView()
	for name, damaged := range map[string]string{
		"nothing": "", "no JSON": "{", "a list": "[1]", "null": "null",
		"wrong kinds":   `{"width":"wide","height":[],"filters":1,"inspector":"no","sort":7,"grouping":{},"captions":0,"cell":true,"page":1,"query":2,"photo":"x","top":{}}`,
		"out of bounds": `{"width":1e30,"height":-4,"filtersWidth":1,"inspectorWidth":99999,"cell":5000,"photo":-3,"top":99999999999}`,
		"unknown":       `{"sort":"colour","grouping":"moon","page":"map","query":"item:\"","later":[1,2]}`,
		"long":          `{"query":"` + strings.Repeat("a", maxQuery+1) + `"}`,
		"half a size":   `{"width":800}`,
	} {
		if got := readView(damaged); got != usual {
			t.Errorf("%s is read as %+v", name, got)
		}
	}
	half := usual
	half.sort, half.cell = catalog.SortImported, 96
	if got := readView(`{"sort":"imported","page":"map","cell":96,"query":7}`); got != half {
		t.Errorf("half of it is read as %+v", got)
	}
}

func FuzzLastView(f *testing.F) {
	f.Add(`{"width":1000,"height":700,"filters":true,"sort":"name","query":"item:tile","photo":3}`)
	f.Fuzz(func(t *testing.T, text string) {
		v := readView(text)
		if _, err := catalog.ParseQuery(v.query); err != nil {
			t.Errorf("%q is kept as a query: %v", v.query, err)
		}
		again, err := v.text()
		if err != nil {
			t.Fatal(err)
		}
		if back := readView(again); back != v {
			t.Errorf("%+v is read back as %+v", v, back)
		}
	})
}
