package gallery

import (
	"slices"
	"sort"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"waybill/app/widgets"
	"waybill/catalog"
)

const (
	headerHeight = 32 // pixels
	rulerWidth   = 52 // pixels
)

// runs are the runs of the list: the groups when it is grouped, else where its
// order has come.
type runs struct {
	sort catalog.Sort
	by   catalog.Grouping
	list []catalog.Run
	ends []int32 // the index after the last photo of each
}

// set takes the runs of another list, which it keeps.
func (r *runs) set(l catalog.Listing) {
	*r = runs{sort: l.Sort, by: l.By, list: slices.Clip(l.Runs), ends: make([]int32, len(l.Runs))}
	end := int32(0)
	for n, run := range l.Runs {
		end += run.Count
		r.ends[n] = end
	}
}

// add takes the runs of what comes next.
func (r *runs) add(next []catalog.Run) {
	for _, run := range next {
		last, end := len(r.list)-1, int32(0)
		if last >= 0 {
			end = r.ends[last]
		}
		if last >= 0 && r.list[last].Key == run.Key {
			r.list[last].Count += run.Count
			r.ends[last] += run.Count
			continue
		}
		r.list, r.ends = append(r.list, run), append(r.ends, end+run.Count)
	}
}

// groups gives the ends of the groups, none when the list has no groups.
func (r *runs) groups() []int32 {
	if r.by == catalog.GroupNone {
		return nil
	}
	return r.ends
}

// at gives the run of an index; false when there is none.
func (r *runs) at(index int) (catalog.Run, bool) {
	n := sort.Search(len(r.ends), func(k int) bool { return int(r.ends[k]) > index })
	if n == len(r.list) {
		return catalog.Run{}, false
	}
	return r.list[n], true
}

// span gives the index of the first photo of a run and the one after its last.
func (r *runs) span(n int) (from, to int) {
	if n > 0 {
		from = int(r.ends[n-1])
	}
	return from, int(r.ends[n])
}

// versions gives the photos that are in a group, of those listed.
func (r *runs) versions(ids []catalog.PhotoID) []catalog.PhotoID {
	if n := len(r.list); n > 0 && r.list[n-1].Key == catalog.NoKey {
		from, _ := r.span(n - 1)
		return ids[:from]
	}
	return ids
}

// gridGroups tells the grid what it needs of the groups.
func (v *View) gridGroups() *widgets.GridGroups {
	return &widgets.GridGroups{
		Ends:   func() []int32 { return v.runs.groups() },
		Create: func() fyne.CanvasObject { return newHeader() },
		Update: func(group int, object fyne.CanvasObject) {
			title, rest := v.headerText(v.runs.list[group])
			object.(*header).show(title, rest)
		},
		Height: headerHeight,
	}
}

// headerText says what the photos of a group have in common, and how many they
// are: "3 July 2023", "Quanhe · 41".
func (v *View) headerText(r catalog.Run) (title, rest string) {
	rest = v.words.Count(int(r.Count))
	if place := v.places.of(r.Key); place != "" && v.runs.by == catalog.GroupDay {
		rest = v.words.T("gallery.group.place_count", "place", place, "count", rest)
	}
	return v.groupTitle(r), rest
}

func (v *View) groupTitle(r catalog.Run) string {
	t := v.words.T
	switch v.runs.by {
	case catalog.GroupDay:
		return v.dayTitle(r.Key)
	case catalog.GroupRoute:
		if r.Key == catalog.NoKey {
			return t("gallery.group.no_route")
		}
		return v.words.Called(r.Label)
	case catalog.GroupLot:
		if r.Key == catalog.NoKey {
			return t("gallery.group.no_lot")
		}
		return t("gallery.group.lot", "n", int(r.Key), "item", v.words.Called(r.Label))
	case catalog.GroupAlike:
		if r.Key == catalog.NoKey {
			return t("gallery.group.single")
		}
		return t("gallery.group.alike", "photo", catalog.PhotoID(r.Key).String())
	}
	return r.Label
}

// dayTitle says when the photos of a group were taken, as closely as that is
// known of them.
func (v *View) dayTitle(key int32) string {
	if key == catalog.NoKey {
		return v.words.T("gallery.group.no_date")
	}
	day, kind := catalog.KeyDay(key)
	text := v.words.Day(catalog.WallTime{Time: day})
	switch kind {
	case catalog.ByDay:
		return v.words.T("gallery.group.by", "date", text)
	case catalog.FromDay:
		return v.words.T("gallery.group.from", "date", text)
	case catalog.InMonth:
		return v.words.EDTF(day.Format(month))
	case catalog.InYear:
		return v.words.EDTF(day.Format("2006"))
	case catalog.InStretch:
		return v.words.T("gallery.group.some_day", "date", text)
	}
	return text
}

// gridRuler tells the grid what stands beside the scrollbar.
func (v *View) gridRuler() *widgets.GridRuler {
	return &widgets.GridRuler{Marks: v.marks, Label: v.standing, Width: rulerWidth}
}

// marks labels the list: with years, months or days, letters, or the names of
// batches and routes. Lots and versions only have numbers, which say nothing.
func (v *View) marks() []widgets.Mark {
	switch v.runs.by {
	case catalog.GroupLot, catalog.GroupAlike:
		return nil
	}
	var marks []widgets.Mark
	last := [2]int{}
	for n, r := range v.runs.list {
		from, _ := v.runs.span(n)
		m := widgets.Mark{At: from, Label: r.Label}
		if v.timed() {
			now := v.clock(r.Key)
			if n > 0 && now == last {
				continue
			}
			m.Label, m.Major = v.timeLabel(r.Key, now, last)
			last = now
		} else if v.runs.by == catalog.GroupNone {
			m.Label = letter(r.Key)
		}
		if m.Label != "" {
			marks = append(marks, m)
		}
	}
	return marks
}

// timed tells whether the runs are of time.
func (v *View) timed() bool {
	return v.runs.by == catalog.GroupDay || v.runs.by == catalog.GroupNone && v.runs.sort != catalog.SortName
}

// clock gives the year and the month of a run, or the day of the year where days
// are what the order is about.
func (v *View) clock(key int32) [2]int {
	if key == catalog.NoKey {
		return [2]int{-1, 0}
	}
	day, _ := catalog.KeyDay(key)
	if v.runs.by == catalog.GroupNone && v.runs.sort == catalog.SortImported {
		return [2]int{day.Year(), day.YearDay()}
	}
	return [2]int{day.Year(), int(day.Month())}
}

// timeLabel labels where a year begins with it, else the month or the day.
func (v *View) timeLabel(key int32, now, last [2]int) (label string, major bool) {
	if key == catalog.NoKey {
		return "", false
	}
	day, _ := catalog.KeyDay(key)
	switch {
	case now[0] != last[0]:
		return strconv.Itoa(now[0]), true
	case v.runs.by == catalog.GroupNone && v.runs.sort == catalog.SortImported:
		return v.words.T("gallery.ruler.day", "day", day.Day(), "month", v.shortMonth(day)), false
	}
	return v.shortMonth(day), false
}

func (v *View) shortMonth(t time.Time) string {
	return v.words.T("gallery.month." + strconv.Itoa(int(t.Month())))
}

// standing says where in the list a photo stands.
func (v *View) standing(index int) string {
	r, ok := v.runs.at(index)
	switch {
	case !ok:
		return ""
	case v.runs.by != catalog.GroupNone:
		return v.groupTitle(r)
	case v.timed():
		return v.dayTitle(r.Key)
	}
	return letter(r.Key)
}

// letter is what names begin with.
func letter(key int32) string {
	switch key {
	case catalog.NoKey:
		return ""
	case '0':
		return "0–9"
	}
	return string(rune(key))
}
