package gallery

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"waybill/catalog"
)

// grouped makes a list of groups of the given sizes, with photos from 1 on.
func grouped(by catalog.Grouping, sizes ...int) catalog.Listing {
	l := catalog.Listing{By: by, Sort: catalog.SortTaken}
	for i, size := range sizes {
		n := catalog.PhotoID(len(l.IDs))
		l.IDs = append(l.IDs, count(n+1, n+catalog.PhotoID(size))...)
		day := time.Date(2023, 7, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i)
		l.Runs = append(l.Runs, catalog.Run{Key: catalog.DayKey(day, catalog.OnDay), Count: int32(size), Label: fmt.Sprint("group ", i)})
	}
	return l
}

// headers gives the visible headers by what they say.
func (f *fixture) headers() map[string]*header {
	found := map[string]*header{}
	for _, o := range test.WidgetRenderer(f.grid).Objects() {
		if h, ok := o.(*header); ok && h.Visible() {
			found[h.title+" · "+h.rest] = h
		}
	}
	return found
}

func TestDaysHaveHeaders(t *testing.T) {
	f := newFixture(t, generated{})
	f.View.Reset(grouped(catalog.GroupDay, 3, 41, 500))
	f.ui.Until(t, "the routes", func() bool { return f.headers()["1 July 2023 · Quanhe · 3"] != nil })
	second := f.headers()["2 July 2023 · Quanhe · 41"]
	if second == nil {
		t.Fatalf("the headers are %v", f.headers())
	}
	press := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	press.Position = second.Position().AddXY(20, 10)
	f.grid.MouseDown(press)
	f.grid.MouseUp(press)
	if got := f.Selected(); !slices.Equal(got, count(4, 44)) || f.chosen != 1 {
		t.Errorf("a tap on the header selects %v, told %d times", got, f.chosen)
	}
	f.grid.ScrollTo(400)
	f.ui.Until(t, "the third day", func() bool { return f.headers()["3 July 2023 · Quanhe · 500"] != nil })
	if y := f.headers()["3 July 2023 · Quanhe · 500"].Position().Y; y != 0 || len(f.headers()) != 1 {
		t.Errorf("%d headers, that of the day at %v", len(f.headers()), y)
	}
}

func TestGroupTitles(t *testing.T) {
	f := newFixture(t, generated{})
	day := func(kind catalog.DayKind, text string) int32 {
		d, err := time.Parse(time.DateOnly, text)
		if err != nil {
			t.Fatal(err)
		}
		return catalog.DayKey(d, kind)
	}
	for _, tt := range []struct {
		by   catalog.Grouping
		run  catalog.Run
		want string
	}{
		{catalog.GroupDay, catalog.Run{Key: day(catalog.OnDay, "2023-07-03")}, "3 July 2023"},
		{catalog.GroupDay, catalog.Run{Key: day(catalog.ByDay, "2023-07-03")}, "By 3 July 2023"},
		{catalog.GroupDay, catalog.Run{Key: day(catalog.FromDay, "2023-07-03")}, "From 3 July 2023"},
		{catalog.GroupDay, catalog.Run{Key: day(catalog.InMonth, "2023-07-01")}, "July 2023"},
		{catalog.GroupDay, catalog.Run{Key: day(catalog.InYear, "2023-01-01")}, "2023"},
		{catalog.GroupDay, catalog.Run{Key: day(catalog.InStretch, "2023-07-01")}, "Some day from 1 July 2023"},
		{catalog.GroupDay, catalog.Run{Key: catalog.NoKey}, "Without a date"},
		{catalog.GroupBatch, catalog.Run{Key: 4, Label: "SD card"}, "SD card"},
		{catalog.GroupRoute, catalog.Run{Key: 4, Label: "Quanhe"}, "Quanhe"},
		{catalog.GroupRoute, catalog.Run{Key: catalog.NoKey}, "Without a route"},
		{catalog.GroupLot, catalog.Run{Key: 12, Label: "refrigerator"}, "Lot 12 · refrigerator"},
		{catalog.GroupLot, catalog.Run{Key: catalog.NoKey}, "In no lot"},
		{catalog.GroupAlike, catalog.Run{Key: 12}, "Versions of P-000012"},
		{catalog.GroupAlike, catalog.Run{Key: catalog.NoKey}, "Without other versions"},
	} {
		f.runs.by = tt.by
		if got := f.groupTitle(tt.run); got != tt.want {
			t.Errorf("by %s, %+v is called %q, want %q", tt.by, tt.run, got, tt.want)
		}
	}
	for want, routes := range map[string][]catalog.Facet{
		"no route": nil, "Quanhe": {{Label: "Quanhe"}}, "Quanhe +2": {{Label: "Quanhe"}, {Label: "Hyesan"}, {Label: "Changbai"}},
	} {
		if got := f.placeText(routes); got != want {
			t.Errorf("%v is %q, want %q", routes, got, want)
		}
	}
}

// TestPlacesAreReadOnce counts how often routes are asked for.
func TestPlacesAreReadOnce(t *testing.T) {
	f := newFixture(t, generated{})
	f.View.Reset(grouped(catalog.GroupDay, slices.Repeat([]int{5}, 100)...))
	f.ui.Until(t, "the routes", func() bool { return !f.places.reading })
	asked := f.source.routes
	f.grid.Refresh()
	f.fetch()
	if f.places.reading || asked == 0 {
		t.Errorf("routes that are known are read again, after %d reads", asked)
	}
	f.source.set(func() { f.source.failing = errors.New("busy") })
	f.Changed(count(1, 1))
	f.ui.Until(t, "the failures", func() bool { return len(f.errors) == 2 }) // of the rows and of the routes
	f.fetch()
	f.ui.Drain()
	if f.places.reading || len(f.errors) != 2 {
		t.Errorf("what failed is read again and again: %v", f.errors)
	}
	if f.headers()["1 July 2023 · Quanhe · 5"] == nil {
		t.Errorf("what was known is forgotten: %v", f.headers())
	}
	f.source.set(func() { f.source.failing = nil })
	f.View.Reset(grouped(catalog.GroupBatch, 5, 5))
	asked = f.source.routes
	f.ui.Until(t, "the rows", func() bool { return !f.rows.Reading() })
	if f.source.routes != asked {
		t.Error("routes are read for headers that do not show them")
	}
}

// TestRegroupingKeepsSelectionAndPlace goes from one grouping to another.
func TestRegroupingKeepsSelectionAndPlace(t *testing.T) {
	f := newFixture(t, generated{})
	f.View.Reset(grouped(catalog.GroupDay, 30, 30, 30, 30))
	f.Select([]catalog.PhotoID{95, 96, 3})
	f.grid.SetTop(90)
	top := f.ids[f.grid.Top()]
	odd := grouped(catalog.GroupLot, 60, 60) // the odd numbers, then the even ones
	for i := range odd.IDs {
		odd.IDs[i] = catalog.PhotoID(2*i + 1)
		if i >= 60 {
			odd.IDs[i] = catalog.PhotoID(2 * (i - 59))
		}
	}
	f.View.Reset(odd)
	if got := f.Selected(); !slices.Equal(got, []catalog.PhotoID{3, 95, 96}) {
		t.Errorf("%v are selected", got)
	}
	if from := f.grid.Top(); !slices.Contains(f.ids[from:from+f.grid.Columns()], top) {
		t.Errorf("%v was at the top, now %v is", top, f.ids[from])
	}
	f.Reset(count(1, 120))
	if got := f.Selected(); !slices.Equal(got, []catalog.PhotoID{3, 95, 96}) || len(f.headers()) != 0 {
		t.Errorf("without groups %v are selected, headers %v", got, f.headers())
	}
}

func TestRubberBandSelectsPhotos(t *testing.T) {
	f := newFixture(t, generated{})
	f.View.Reset(grouped(catalog.GroupDay, 3, 41))
	at := func(id catalog.PhotoID) fyne.Position { return f.cells()[id].Position().AddXY(30, 30) }
	press := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	press.Position = fyne.NewPos(1, headerHeight+2)
	drag := &fyne.DragEvent{}
	drag.Position = at(5)
	f.grid.MouseDown(press)
	f.grid.Dragged(drag)
	f.grid.MouseUp(press)
	f.grid.DragEnd()
	if got := f.Selected(); !slices.Equal(got, []catalog.PhotoID{1, 2, 4, 5}) {
		t.Errorf("the band selects %v", got)
	}
}

func TestRulerMarks(t *testing.T) {
	f := newFixture(t, generated{})
	key := func(text string, kind catalog.DayKind) int32 {
		d, err := time.Parse(time.DateOnly, text)
		if err != nil {
			t.Fatal(err)
		}
		return catalog.DayKey(d, kind)
	}
	for _, tt := range []struct {
		sort  catalog.Sort
		by    catalog.Grouping
		runs  []catalog.Run
		want  string
		where string // of the last photo
	}{
		{catalog.SortTaken, "", []catalog.Run{{Key: key("2022-12-01", catalog.InMonth), Count: 2}, {Key: key("2023-01-01", catalog.InMonth), Count: 2}, {Key: key("2023-02-01", catalog.InMonth), Count: 1}, {Key: catalog.NoKey, Count: 1}}, "0 2022! 2 2023! 4 Feb", "Without a date"},
		{catalog.SortImported, "", []catalog.Run{{Key: key("2022-12-24", 0), Count: 2}, {Key: key("2022-12-25", 0), Count: 2}}, "0 2022! 2 25 Dec", "25 December 2022"},
		{catalog.SortName, "", []catalog.Run{{Key: '0', Count: 2}, {Key: 'I', Count: 2}, {Key: 'ㅎ', Count: 1}}, "0 0–9 2 I 4 ㅎ", "ㅎ"},
		{catalog.SortName, catalog.GroupDay, []catalog.Run{{Key: key("2023-01-30", 0), Count: 2}, {Key: key("2023-01-31", 0), Count: 2}, {Key: key("2023-02-01", catalog.ByDay), Count: 1}}, "0 2023! 4 Feb", "By 1 February 2023"},
		{catalog.SortTaken, catalog.GroupRoute, []catalog.Run{{Key: 3, Count: 2, Label: "Hyesan"}, {Key: 1, Count: 2, Label: "Quanhe"}}, "0 Hyesan 2 Quanhe", "Quanhe"},
		{catalog.SortTaken, catalog.GroupLot, []catalog.Run{{Key: 3, Count: 2, Label: "cart"}, {Key: 4, Count: 2, Label: "tile"}}, "", "Lot 4 · tile"},
	} {
		l := catalog.Listing{Sort: tt.sort, By: tt.by, Runs: tt.runs}
		for _, r := range tt.runs {
			l.IDs = append(l.IDs, count(catalog.PhotoID(len(l.IDs)+1), catalog.PhotoID(len(l.IDs)+int(r.Count)))...)
		}
		f.View.Reset(l)
		got := ""
		for i, m := range f.marks() {
			if i > 0 {
				got += " "
			}
			got += fmt.Sprint(m.At, " ", m.Label)
			if m.Major {
				got += "!"
			}
		}
		if got != tt.want {
			t.Errorf("%s by %q: marks %q, want %q", tt.sort, tt.by, got, tt.want)
		}
		if where := f.standing(len(l.IDs) - 1); where != tt.where {
			t.Errorf("%s by %q: the last photo stands at %q, want %q", tt.sort, tt.by, where, tt.where)
		}
	}
	if f.standing(900) != "" {
		t.Error("a photo that is not listed stands somewhere")
	}
}
