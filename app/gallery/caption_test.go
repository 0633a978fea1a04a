package gallery

import (
	"testing"
	"time"

	"waybill/catalog"
)

func TestYearStaysWhereThereIsLittleRoom(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	c := newCell(f.View)
	c.photo = &catalog.Photo{Name: "IMG_0001.jpg"}
	c.photo.Date = catalog.DateAt(time.Date(2000, time.September, 2, 14, 30, 0, 0, time.UTC), catalog.OriginExif)
	c.caption.TextSize = 12
	for _, k := range []struct {
		room float32
		want string
	}{
		{400, "2 September 2000, 14:30"},
		{118, "2000-09-02 14:30"},
		{80, "2000-09-02"},
		{60, "2000-09"},
	} {
		if got := c.line(k.room); got != k.want {
			t.Errorf("in %v pixels it is %q, want %q", k.room, got, k.want)
		}
	}
}
