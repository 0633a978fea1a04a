package gallery

import (
	"slices"
	"testing"
	"time"

	"waybill/app/apptest"
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

func TestStretchesHaveShortForms(t *testing.T) {
	words := apptest.Words(t)
	for _, c := range []struct {
		edtf string
		want []string
	}{
		{"2023-07", []string{"July 2023", "2023-07"}},
		{"[..2024-07-09T08:05:00]", []string{"not after 9 July 2024, 08:05", "by 9 July 2024", "by 2024-07-09", "by 2024-07"}},
		{"[2024-07-09..]", []string{"not before 9 July 2024", "from 9 July 2024", "from 2024-07-09", "from 2024-07"}},
		{"[2023-07-01~..2023-07-10~]", []string{"early July 2023", "about 2023-07"}},
		{"[2023-07-01..2023-09-10]", []string{"between 1 July and 10 September 2023", "2023"}},
		{"2022/2024", []string{"from 2022 to 2024", "2022–2024"}},
		{"2023-07-03", []string{"3 July 2023", "2023-07-03"}},
	} {
		r, err := catalog.ParseDate(c.edtf)
		if err != nil {
			t.Fatal(err)
		}
		if got := dates(words, &catalog.Date{EDTF: c.edtf, Earliest: r.From, Latest: r.To}); !slices.Equal(got, c.want) {
			t.Errorf("%s is %q, want %q", c.edtf, got, c.want)
		}
	}
	if got := dates(words, nil); got != nil {
		t.Errorf("nothing is %q", got)
	}
}
