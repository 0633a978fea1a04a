package datetext

// unit orders the parts of a date from coarse to fine.
type unit int

const (
	years unit = iota
	monthsOrSeasons
	daysOrParts
	times
)

// parts gives the parts that say a unit.
func (f *fields) parts(u unit) []*value {
	switch u {
	case years:
		return []*value{&f.year}
	case monthsOrSeasons:
		return []*value{&f.month, &f.season}
	case daysOrParts:
		return []*value{&f.day, &f.part}
	}
	return []*value{&f.hour, &f.half}
}

func (f *fields) says(u unit) bool {
	for _, v := range f.parts(u) {
		if v.said {
			return true
		}
	}
	return false
}

// complete says what bare numbers are, and gives each date what it leaves out
// and another says.
func complete(dates []*fields) {
	each := func(do func(f, other *fields)) {
		for i, f := range dates {
			for j, other := range dates {
				if i != j {
					do(f, other)
				}
			}
		}
	}
	each((*fields).settleLike)
	each((*fields).inheritHalf)
	each((*fields).inherit)
}

// settleLike makes f's bare number what the other date gives: the hour in "2-3
// pm", the day in "1-10 July", the month in "7~8월".
func (f *fields) settleLike(other *fields) {
	switch {
	case !f.bare.said:
	case other.hour.said && !f.hour.said && (f.day.said || other.hour.by.start == other.start):
		f.settle(&f.hour)
	case other.day.said && !f.day.said:
		f.settle(&f.day)
	case other.month.said && !f.month.said && !f.season.said:
		f.settle(&f.month)
	}
}

// inheritHalf makes "2-3 pm" and 오후 2시부터 3시까지 two times in one half of one
// day.
func (f *fields) inheritHalf(other *fields) {
	if f.hour.said && other.hour.said && !f.half.said && f.hour.n <= 12 && !(f.day.said && other.day.said) {
		f.half = other.half
	}
}

// winterOfTwoYears tells whether the dates are one winter and the year it ends
// in: winter 2022-2023.
func winterOfTwoYears(dates []*fields) bool {
	if len(dates) != 2 {
		return false
	}
	a, b := dates[0], dates[1]
	return a.season.n == 24 && a.year.said && b.year.n == a.year.n+1 &&
		!b.saysFiner(years) && !b.bare.said
}

// settle makes the bare number one of the parts.
func (f *fields) settle(v *value) {
	*v, f.bare = f.bare, value{}
}

// inherit takes from other what f leaves out above its finest part, and the offset
// of a time that has none.
func (f *fields) inherit(other *fields) {
	for u := years; u < times; u++ {
		if f.says(u) || !f.saysFiner(u) {
			continue
		}
		theirs := other.parts(u)
		for i, v := range f.parts(u) {
			*v = *theirs[i]
		}
	}
	if f.hour.said && other.hour.said && !f.zone.said {
		f.zone = other.zone
	}
}

// saysFiner tells whether f says anything finer than u.
func (f *fields) saysFiner(u unit) bool {
	for u++; u <= times; u++ {
		if f.says(u) {
			return true
		}
	}
	return false
}
