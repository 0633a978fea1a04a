package datetext

import (
	"errors"
	"slices"
	"testing"
	"unicode/utf8"

	"waybill/catalog/edtf"
)

func FuzzParse(f *testing.F) {
	for _, c := range slices.Concat(readableEnglish, readableAsian, readableForms) {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(text)
		if err != nil {
			var e *edtf.SyntaxError
			if !errors.As(err, &e) || e.Pos < 0 || e.Pos > utf8.RuneCountInString(text) || !d.IsZero() {
				t.Fatalf("Parse(%q) = %q, %v", text, d, err)
			}
			return
		}
		if again, err := edtf.Parse(d.String()); err != nil || again != d {
			t.Fatalf("Parse(%q) = %q, which reads as %q, %v", text, d, again, err)
		}
		if from, to := d.Bounds(); from != nil && to != nil && to.Before(*from) {
			t.Fatalf("Parse(%q) = %s is within %v and %v", text, d, from, to)
		}
	})
}
