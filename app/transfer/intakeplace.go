package transfer

import (
	"context"
	"strings"

	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// maxPlaces is how many completions of a place are offered.
const maxPlaces = 30

// meantPlace is what a text in the place's field stands for when the text alone
// does not tell: an entry that was chosen from the list, or the place of the
// latest batch.
type meantPlace struct {
	text  string
	value string // JSON of catalog.Place
}

// placesCalled lists the places that a text may mean, with their other names.
func (f *intakeForm) placesCalled(text string) []widgets.Option {
	var options []widgets.Option
	for _, n := range f.t.store.PlaceNames(text, maxPlaces) {
		name := f.words.Name(n.Names)
		var others []string
		for _, other := range []string{n.Names.Label(), n.Names.Korean, n.Names.Chinese} {
			if other != "" && other != name {
				others = append(others, other)
			}
		}
		options = append(options, widgets.Option{Text: name, Detail: strings.Join(others, " · "), Value: n})
	}
	return options
}

// choosePlace takes an entry from the list.
func (f *intakeForm) choosePlace(o widgets.Option) {
	s, err := f.t.store.UnderstandEntry(catalog.PropPlace, o.Value.(catalog.Near).Entry, o.Text)
	if err != nil {
		f.fields[fieldPlace].fail(f.words.Error(err))
		return
	}
	f.meant = meantPlace{text: s.Raw, value: s.Value}
	f.place.SetText(o.Text)
	f.checkPlace()
}

// prefillPlace writes down the place of the latest batch, exactly as it was.
func (f *intakeForm) prefillPlace(value string) {
	p, err := catalog.ParsePlace(value)
	if value == "" || err != nil || f.place.Text != "" {
		return
	}
	f.meant = meantPlace{text: p.Label(), value: value}
	f.place.SetText(p.Label())
}

// placed gives how to read what stands in the field, off the UI thread; "" for
// nothing.
func (f *intakeForm) placed() func(context.Context) (value string, err error) {
	text, meant, store := strings.TrimSpace(f.place.Text), f.meant, f.t.store
	return func(ctx context.Context) (string, error) {
		switch {
		case text == "":
			return "", nil
		case text == meant.text:
			return meant.value, nil
		}
		s, err := store.UnderstandPlace(ctx, catalog.PropPlace, text)
		return s.Value, err
	}
}

// checkPlace tells as the user types what is understood of the place.
func (f *intakeForm) checkPlace() {
	field, store, read := f.fields[fieldPlace], f.t.store, f.placed()
	if strings.TrimSpace(f.place.Text) == "" {
		f.placing.Cancel()
		field.clear()
		f.checked()
		return
	}
	task.Ask(f.t.tasks, &f.placing, func(ctx context.Context, tell func(string)) error {
		value, err := read(ctx)
		if err != nil {
			return err
		}
		p, err := catalog.ParsePlace(value)
		if err != nil {
			return err
		}
		at := store.Locate(p)
		tell(f.words.Where(&at, p.Latitude, p.Longitude))
		return nil
	}, func(words string) {
		field.tell(words)
		f.checked()
	}, func(err error) {
		if err != nil {
			field.fail(f.words.Error(err))
			f.checked()
		}
	})
}

// checkTaken tells as the user types what is understood of the date.
func (f *intakeForm) checkTaken() bool {
	field := f.fields[fieldTaken]
	s, err := workspace.UnderstandDate(f.taken.Text)
	switch {
	case err != nil:
		field.fail(f.words.Error(err))
		return false
	case s.Value == "":
		field.clear()
		return true
	}
	field.tell(f.words.DateMeant(s.Value))
	return true
}

// takenValue gives the date in EDTF; "" for none.
func (f *intakeForm) takenValue() string {
	s, err := workspace.UnderstandDate(f.taken.Text)
	if err != nil {
		return ""
	}
	return s.Value
}

// fieldError is why the catalogue does not take what a field says.
type fieldError struct {
	field fieldName
	err   error
}

// Error implements error.
func (e *fieldError) Error() string { return e.err.Error() }

// Unwrap gives the reason.
func (e *fieldError) Unwrap() error { return e.err }
