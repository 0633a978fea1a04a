package catalog_test

import (
	"errors"
	"testing"

	"waybill/catalog"
)

func TestQueryOfSeveralValues(t *testing.T) {
	for text, want := range map[string]string{
		"item:cart|tile":                    "item:cart|tile",
		`품목：「쇼핑 카트」｜타일`:                     `item:"쇼핑 카트"|타일`,
		"-status:exempt|비대상":                "-status:exempt|not-listed",
		"훈춘|珲春 -a|-b":                       "훈춘|珲春 -a|-b",
		"date:2023-07|2023-09/2023-10":      "date:2023-07|2023-09..2023-10",
		"date:[2023-07-01,2023-07-10]|2024": "date:[2023-07-01,2023-07-10]|2024",
		`batch:"a|b"|c`:                     `batch:"a|b"|c`,
		`customs|"item:x"`:                  `customs|"item:x"`,
		"month:2023-07|２０２３-08 월별:2023-09":  "month:2023-07|2023-08 month:2023-09",
		"warning:gcj-02|날짜모순 경고:clock":      "warning:gcj02|date_conflict warning:clock_wrong",
		"장소:훈춘|圈河 camera:x100":              "place:훈춘|圈河 camera:x100",
		`status:"제재 의심"|"해당 조항 없음"|"미 판정"`:  "status:suspected|not-listed|not-assessed",
		"status:해석이견|제재면제|获豁免|未认定|疑似受制裁|有争议": "status:disputed|exempt|exempt|not-assessed|suspected|disputed",
		"취재원:매|消息来源":     "source:매|消息来源",
		"消息来源:Heron 有:x": "source:Heron 有:x",
	} {
		q, err := catalog.ParseQuery(text)
		if err != nil || q.String() != want {
			t.Errorf("%s is read %s, %v; want %s", text, q, err, want)
			continue
		}
		if again := parsed(t, q.String()); again.String() != want {
			t.Errorf("%s is read again as %s", want, again)
		}
	}
}

func TestQueryOfSeveralValuesThatIsWrong(t *testing.T) {
	for text, want := range map[string]catalog.QueryError{
		"x item:cart|":            {Pos: 2, Token: "item:cart|", Reason: catalog.QueryEmptyValue},
		"|":                       {Pos: 0, Token: "|", Reason: catalog.QueryEmptyValue},
		"item:a||b":               {Pos: 0, Token: "item:a||b", Reason: catalog.QueryEmptyValue},
		"status:exempt|sanctoned": {Pos: 14, Token: "sanctoned", Reason: catalog.QueryBadStatus, Suggest: "sanctioned"},
		"customs|item:cart":       {Pos: 8, Token: "item:cart", Reason: catalog.QueryMixedFields},
		"month:2023-13":           {Pos: 6, Token: "2023-13", Reason: catalog.QueryBadDate},
		"month:2023":              {Pos: 6, Token: "2023", Reason: catalog.QueryBadDate},
		"status:-exempt":          {Pos: 7, Token: "-exempt", Reason: catalog.QueryBadStatus, Suggest: "exempt"},
		"a|b " + sixty + " a|b|c": {Pos: 4 + len(sixty) + 1, Token: "a|b|c", Reason: catalog.QueryManyTerms},
	} {
		_, err := catalog.ParseQuery(text)
		if e, ok := errors.AsType[*catalog.QueryError](err); !ok || *e != want {
			t.Errorf("%.40s: %+v, want %+v", text, err, want)
		}
	}
}

// sixty is one term of sixty values.
const sixty = "x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x"

func TestRolesOfValues(t *testing.T) {
	none, some, all, not := catalog.RoleNone, catalog.RoleAny, catalog.RoleAll, catalog.RoleNot
	for _, tt := range []struct {
		query, value string
		was          catalog.Role
		role         catalog.Role
		want         string
	}{
		{"", "item:cart", none, some, "item:cart"},
		{"item:cart", "item:tile", none, some, "item:cart|tile"},
		{"item:cart|tile x", "item:fridge", none, some, "item:cart|tile|fridge x"},
		{"item:cart", "item:tile", none, all, "item:cart item:tile"},
		{"item:cart|tile", "item:fridge", none, all, "item:cart|tile item:fridge"},
		{"item:cart|tile", "item:tile", some, all, "item:cart item:tile"},
		{"item:cart item:tile", "item:tile", all, some, "item:cart|tile"},
		{"item:cart item:tile", "item:fridge", none, some, "item:cart item:tile|fridge"},
		{"item:cart|tile", "item:Cart", some, none, "item:tile"},
		{"item:cart|tile", "item:cart", some, not, "item:tile -item:cart"},
		{"-item:cart|tile", "item:cart", not, none, "-item:tile"},
		{"-item:cart", "item:cart", not, some, "item:cart"},
		{"-item:cart", "item:tile", none, not, "-item:cart -item:tile"},
		{"-item:cart", "item:tile", none, some, "-item:cart item:tile"},
		{"status:exempt", "status:disputed", none, all, "status:exempt|disputed"},
		{"month:2023-07", "month:2023-08", none, all, "month:2023-07|2023-08"},
		{"item:cart", "item:cart", some, some, "item:cart"},
		{`batch:"A|B" x`, `batch:C`, none, some, `batch:"A|B"|C x`},
		{"cart", "item:cart", none, not, "cart -item:cart"},
		{"is:removed", "item:cart", none, some, "is:removed item:cart"},
		{"is:removed item:cart", "item:tile", none, some, "is:removed item:cart|tile"},
		{"item:cart", "is:removed", none, all, "item:cart is:removed"},
		{"item:cart is:removed", "is:removed", some, not, "item:cart -is:removed"},
		{"item:cart -is:removed", "is:removed", not, some, "item:cart is:removed"},
		{"여부:삭제|휴지통 item:cart", "is:removed", some, none, "item:cart"},
	} {
		q, value := parsed(t, tt.query), onlyTerm(t, tt.value)
		if was := q.Role(value); was != tt.was {
			t.Errorf("%s in %q is %q, want %q", tt.value, tt.query, was, tt.was)
		}
		got := q.WithRole(value, tt.role)
		if got.String() != tt.want || q.String() != parsed(t, tt.query).String() {
			t.Errorf("%q with %s %q is %q, want %q", tt.query, tt.value, tt.role, got, tt.want)
		}
		for i, again := range parsed(t, got.String()).Terms {
			if got.Terms[i].Pos != again.Pos {
				t.Errorf("term %d of %q is said to stand at %d", i, got, got.Terms[i].Pos)
			}
		}
	}
}
