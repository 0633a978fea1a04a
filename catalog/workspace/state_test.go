package workspace_test

import (
	"testing"

	"waybill/catalog"
)

// An entry that was chosen from a list is meant by its id, however many others
// are called the same: Rajin is a town and its port.
func TestUnderstandEntry(t *testing.T) {
	c := open(t, create(t, "c.waybill"))
	for _, entry := range []string{"port-rajin", "town-rajin"} {
		s, err := c.UnderstandEntry(catalog.PropPlaceShown, entry, "나진")
		if err != nil || s.Property != catalog.PropPlaceShown || s.Raw != "나진" {
			t.Fatalf("%s: %+v, %v", entry, s, err)
		}
		if p, err := catalog.ParsePlace(s.Value); err != nil || p.Entry != entry || p.Name != "나진" || p.Latitude == nil {
			t.Errorf("%s is %+v, %v", entry, p, err)
		}
	}
	if _, err := c.UnderstandEntry(catalog.PropPlace, "nowhere", "나진"); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("an entry that is not there: %v", err)
	}
}
