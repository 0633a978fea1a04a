package vocabulary

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// FuzzTables: what any of the tables gives can be stored, and is the same when it
// was written and read again.
func FuzzTables(f *testing.F) {
	head := func(columns []string) string { return strings.Join(columns, "\t") + "\n" }
	items, routes, legs := head(itemColumns), head(routeColumns), head(legColumns)
	f.Add(items+itemLine("fan", "fan", "8414.51; 84", ""), routes+"r\tR\t\t\t\troad\tinto\n", legs+"r\t0\torigin\t\tA\t\t\t\t42.5\t130.5\t1e3\n",
		head(unitColumns)+"box\tbox\tboxes\t상자\t箱\tcase; crate\n", head(placeColumns)+"depot\twarehouse\tDepot\t\t\t\t\tCN;RU\t42\t130\t300\n")
	f.Add("\uFEFFkey\r\n", routes+"r\tR\t\t\t\tcamel\tup\n", legs+"r\t1\tx\t\t\t\t\t\tNaN\t+Inf\t-1\n", "\t\t\t\n", head(placeColumns)+"Depot \t\t\u202e\t\t\t\t\tChina\t91\t0x1p4\t1e400\n")
	f.Fuzz(func(t *testing.T, items, routes, legs, units, places string) {
		var a, b bytes.Buffer
		goods, rejected, err := ReadItems(strings.NewReader(items), nil)
		checked(t, goods, rejected, err, func(e catalog.ItemEntry) error { return e.Check() })
		counted, rejected, err := ReadUnits(strings.NewReader(units))
		if checked(t, counted, rejected, err, catalog.Unit.Check) {
			same(t, counted, ExportUnits(&a, counted), func() ([]catalog.Unit, []Rejected, error) { return ReadUnits(&a) })
		}
		a.Reset()
		stood, rejected, err := ReadPlaces(strings.NewReader(places))
		if checked(t, stood, rejected, err, func(p catalog.PlaceEntry) error { return p.Check() }) {
			same(t, stood, ExportPlaces(&a, stood), func() ([]catalog.PlaceEntry, []Rejected, error) { return ReadPlaces(&a) })
		}
		a.Reset()
		ways, rejected, err := ReadRoutes(strings.NewReader(routes), strings.NewReader(legs))
		if checked(t, ways, rejected, err, catalog.Route.Check) {
			same(t, ways, errors.Join(ExportRoutes(&a, ways), ExportLegs(&b, ways)), func() ([]catalog.Route, []Rejected, error) { return ReadRoutes(&a, &b) })
		}
	})
}

// checked tells whether a table was taken. Of one that was not nothing is.
func checked[T any](t *testing.T, list []T, rejected []Rejected, err error, check func(T) error) bool {
	t.Helper()
	if err != nil || len(rejected) > 0 && list != nil {
		t.Fatal(list, rejected, err)
	}
	for _, r := range rejected {
		if r.Line < 0 || r.Number < 0 || r.Problem == "" || r.File == "" || len([]rune(r.Cell)) > 81 {
			t.Fatalf("%+v", r)
		}
	}
	for _, e := range list {
		if err := check(e); err != nil {
			t.Fatalf("%+v: %v", e, err)
		}
	}
	return len(rejected) == 0
}

func same[T any](t *testing.T, list []T, written error, read func() ([]T, []Rejected, error)) {
	t.Helper()
	again, rejected, err := read()
	if diff := cmp.Diff(list, again); diff != "" || len(rejected) > 0 || err != nil || written != nil {
		t.Fatalf("(-read +read again), %v, %v, %v:\n%s", rejected, err, written, diff)
	}
}
