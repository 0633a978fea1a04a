package catalog_test

import (
	"testing"

	"waybill/catalog"
)

func parsed(t *testing.T, text string) catalog.Query {
	t.Helper()
	q, err := catalog.ParseQuery(text)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// onlyTerm parses a text of one term.
func onlyTerm(t *testing.T, text string) catalog.Term {
	t.Helper()
	q := parsed(t, text)
	if len(q.Terms) != 1 {
		t.Fatalf("%q has %d terms", text, len(q.Terms))
	}
	return q.Terms[0]
}

func TestQueryWithAndWithout(t *testing.T) {
	tests := []struct{ name, query, term, with, without string }{
		{"an empty query", "", "item:cart", "item:cart", ""},
		{"a second item", "cart item:tile", "item:cart", "cart item:tile item:cart", "cart item:tile"},
		{"there already", `item:"Shopping Cart"`, `item:"shopping  cart"`, `item:"Shopping Cart"`, ""},
		{"there twice", "item:cart 타일 item:CART", "item:cart", "item:cart 타일 item:CART", "타일"},
		{"in NFD", "route:\u1112\u116e\u11ab\u110e\u116e\u11ab", "route:훈춘", "route:\u1112\u116e\u11ab\u110e\u116e\u11ab", ""},
		{"excluded", "-item:cart", "item:cart", "item:cart", "-item:cart"},
		{"to exclude", "item:cart x", "-item:cart", "x -item:cart", "item:cart x"},
		{"another status", "status:sanctioned cart", "status:disputed", "cart status:disputed", "status:sanctioned cart"},
		{"beside an excluded status", "-status:exempt", "status:disputed", "-status:exempt status:disputed", "-status:exempt"},
		{"another type", "type:png", "type:jpeg", "type:jpeg", "type:png"},
		{"word and field differ", "cart", "item:cart", "cart item:cart", "cart"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q, term := parsed(t, tt.query), onlyTerm(t, tt.term)
			with, without := q.With(term), q.Without(term)
			if with.String() != tt.with || without.String() != tt.without {
				t.Errorf("with %q, without %q", with, without)
			}
			if !with.Has(term) || without.Has(term) {
				t.Errorf("Has after With is %v, after Without %v", with.Has(term), without.Has(term))
			}
			if q.String() != parsed(t, tt.query).String() {
				t.Errorf("the query itself became %q", q)
			}
			for _, edited := range []catalog.Query{with, without} {
				for i, again := range parsed(t, edited.String()).Terms {
					if edited.Terms[i].Pos != again.Pos {
						t.Errorf("term %d of %q is said to stand at %d", i, edited, edited.Terms[i].Pos)
					}
				}
			}
		})
	}
}
