package filename_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"waybill/catalog"
	"waybill/catalog/filename"
)

// FuzzMatch: no name breaks anything, and whatever is claimed is a date.
func FuzzMatch(f *testing.F) {
	for _, e := range examples {
		f.Add(e.name)
	}
	p := shipped(f)
	f.Fuzz(func(t *testing.T, name string) {
		r, ok := p.Match(name)
		claims := p.Claims(name)
		if ok != (len(claims) > 0) || ok != (r.Pattern != "") {
			t.Fatalf("%q: %t, %+v, %d claims", name, ok, r, len(claims))
		}
		for _, c := range claims {
			if c.Raw != name || c.Value == "" || c.Origin != catalog.OriginFilename {
				t.Errorf("%q: %+v", name, c)
			}
		}
		if r.Moment == nil {
			return
		}
		if year := r.Moment.Time.Year(); year < 1 || year > 9999 {
			t.Errorf("%q: year %d", name, year)
		}
		from, to, set := strings.Cut(strings.Trim(r.Moment.EDTF(), "[]"), "..")
		if !isDate(from) || (set && (!isDate(to) || to <= from)) {
			t.Errorf("%q: %s", name, r.Moment.EDTF())
		}
	})
}

func isDate(s string) bool {
	return slices.ContainsFunc([]string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05Z"}, func(layout string) bool {
		t, err := time.Parse(layout, s)
		return err == nil && t.Format(layout) == s
	})
}

// FuzzParse: no table breaks anything or takes long; what is refused says where.
func FuzzParse(f *testing.F) {
	for line := range strings.Lines(string(table(f))) {
		f.Add([]byte(ownTable(line)), "IMG_20240709_123456.jpg")
	}
	f.Add([]byte(ownTable(good)), "a20240709.jpg")
	f.Add([]byte(worst(2)), "aaaaaaaaaaaa")
	f.Fuzz(func(t *testing.T, text []byte, name string) {
		start := time.Now()
		p, err := filename.Parse(bytes.NewReader(text))
		if err != nil {
			wrong, ok := errors.AsType[*filename.TableError](err)
			if !ok || wrong.Line < 1 || wrong.Problem == "" {
				t.Fatalf("%v", err)
			}
			return
		}
		p.Claims(name)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("took %v", took)
		}
	})
}
