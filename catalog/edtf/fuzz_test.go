package edtf

import (
	"errors"
	"testing"
	"unicode/utf8"
)

func FuzzParse(f *testing.F) {
	for _, c := range readable {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(text)
		if err != nil {
			var e *SyntaxError
			if !errors.As(err, &e) || e.Pos > utf8.RuneCountInString(text) || !d.IsZero() {
				t.Fatalf("Parse(%q) = %q, %v", text, d, err)
			}
			return
		}
		if again, err := Parse(d.String()); err != nil || again != d {
			t.Fatalf("Parse(%q) = %q, which reads as %q, %v", text, d, again, err)
		}
		if from, to := d.Bounds(); from != nil && to != nil && to.Before(*from) {
			t.Fatalf("%s is within %v and %v", d, from, to)
		}
		if _, offset, ok := d.Exact(); ok && offset != "" && offset != UTC && !ValidOffset(offset) {
			t.Fatalf("%s has the offset %q", d, offset)
		}
		if plain := d.WithQualifier(0); plain.Uncertain() || plain.Approximate() {
			t.Fatalf("%s without qualifiers is %s", d, plain)
		}
	})
}
