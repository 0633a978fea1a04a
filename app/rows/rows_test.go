package rows

import (
	"testing"

	"waybill/catalog"
)

func TestRowsAreBounded(t *testing.T) {
	c := New(Options{})
	for id := range catalog.PhotoID(20_000) {
		c.put(id, &catalog.Photo{ID: id})
		c.look(5) // in use all the time
	}
	if n := c.Kept(); n > 2*Max {
		t.Errorf("%d rows are kept", n)
	}
	if c.Get(5) == nil || c.Get(19_999) == nil || c.Get(100) != nil {
		t.Error("the rows used last are not the ones kept")
	}
}
