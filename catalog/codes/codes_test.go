package codes

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"waybill/catalog"
)

const sample = "code\ten\tko\tzh\tnote\n" +
	"rf\thousehold refrigerators\t냉장고\t家用冰箱\tgoods\r\n" +
	"\n" +
	"un7\tparagraph 7\t\t\t\n" +
	"xq\t\t취안허\t\t\n" +
	"냉\tcold\t찬 것\t\t\n"

func parsed(t *testing.T, text string) *Table {
	t.Helper()
	table, err := Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestExpand(t *testing.T) {
	table := parsed(t, sample)
	for _, c := range []struct{ name, text, language, want string }{
		{"alone", "=rf=|", "en", "household refrigerators|"},
		{"between words", "Three =rf=| on a truck", "en", "Three household refrigerators| on a truck"},
		{"in Korean", "트럭의 =rf=|", "ko", "트럭의 냉장고|"},
		{"with a region", "=rf=|", "ko-KP", "냉장고|"},
		{"in Chinese", "=rf=|", "zh-Hans-CN", "家用冰箱|"},
		{"in another language", "=rf:ko=|", "en", "냉장고|"},
		{"the language in Hangul keys", "=ㄱㄹ:ㅏㅐ=|", "en", "냉장고|"},
		{"a capital", "=Rf=| were seen", "en", "Household refrigerators| were seen"},
		{"capitals", "=RF=|", "en", "Household refrigerators|"},
		{"in the language that has a text", "=un7=|", "ko", "paragraph 7|"},
		{"no English", "=xq=|", "en", "취안허|"},
		{"with the Hangul keyboard", "=ㄱㄹ=|", "en", "household refrigerators|"},
		{"composed", "=ㅌㅂ=|", "ko", "취안허|"},
		{"a code in Hangul", "=냉=|", "ko", "찬 것|"},
		{"a code in Hangul, decomposed", "=냉=|", "ko", "찬 것|"},
		{"full-width", "＝ｒｆ＝|", "en", "household refrigerators|"},
		{"full-width language", "=rf：ko=|", "en", "냉장고|"},
		{"the second of two", "a = b =rf=|", "en", "a = b household refrigerators|"},
		{"behind an unknown one", "=zz=rf=|", "en", "=zzhousehold refrigerators|"},
		{"over two lines", "x\n=rf=|\ny", "en", "x\nhousehold refrigerators|\ny"},
	} {
		before, after, _ := strings.Cut(c.text, "|")
		got, cursor, ok := table.Expand(before+after, utf8.RuneCountInString(before), c.language)
		runes := []rune(got)
		if marked := string(runes[:cursor]) + "|" + string(runes[cursor:]); !ok || marked != c.want {
			t.Errorf("%s: %q becomes %q, %v; want %q", c.name, c.text, marked, ok, c.want)
		}
	}
}

func TestExpandLeaves(t *testing.T) {
	table := parsed(t, sample)
	for _, text := range []string{
		"=zz=|", "rf=|", "=rf|", "==|", "=|", "|", "=rf= |", "|=rf=", "= rf=|", "=r f=|", "=rf\n=|", "=rf:fr=|", "=:ko=|", "=rf:=|",
		"=" + strings.Repeat("r", 300) + "=|", "item:=냉냉냉=|",
	} {
		before, after, _ := strings.Cut(text, "|")
		at := utf8.RuneCountInString(before)
		if got, cursor, ok := table.Expand(before+after, at, "en"); ok || got != before+after || cursor != at {
			t.Errorf("%q becomes %q", text, got)
		}
	}
	for _, cursor := range []int{-1, 0, 5, 1 << 40} { // not in the text
		if _, _, ok := table.Expand("=rf=", cursor, "en"); ok {
			t.Errorf("a code is found before character %d", cursor)
		}
	}
	if _, _, ok := (&Table{}).Expand("=rf=", 4, "en"); ok {
		t.Error("an empty table knows a code")
	}
}

func TestDelimiters(t *testing.T) {
	for head, typed := range map[string]string{"=code=": "=rf=", "[code]": "[rf]", `\code\`: `\rf\`, "code": "=rf=", ";code;": ";rf;"} {
		table := parsed(t, strings.Replace(sample, "code", head, 1))
		if got, _, _ := table.Expand("a "+typed, 6, "ko"); got != "a 냉장고" {
			t.Errorf("%s: %s becomes %q", head, typed, got)
		}
		if got := table.Delimiters().Around("rf"); got != typed {
			t.Errorf("%s: written %s", head, got)
		}
	}
	table := parsed(t, sample)
	other, ok := table.With(Delimiters{'/', '/'})
	if got, _, _ := other.Expand("/rf/", 4, "ko"); !ok || got != "냉장고" {
		t.Errorf("/rf/ becomes %q", got)
	}
	if got, _, _ := table.Expand("=rf=", 4, "ko"); got != "냉장고" {
		t.Errorf("the table was changed: %q", got)
	}
	for _, d := range []Delimiters{{}, {'a', '='}, {'=', ' '}, {'=', '-'}, {':', ':'}, {'ㄱ', 'ㄱ'}, {'＝', '＝'}, {'=', '\n'}, {'=', '冰'}} {
		if _, ok := table.With(d); ok {
			t.Errorf("%q is accepted", d)
		}
	}
}

func TestBefore(t *testing.T) {
	own := parsed(t, "\\code\\\ten\tko\tzh\tnote\nRF\tfridges\t\t\t\nnew\tnews\t\t\t\n")
	both := own.Before(parsed(t, sample))
	for typed, want := range map[string]string{`\rf\`: "fridges", `\new\`: "news", `\un7\`: "paragraph 7", "=rf=": "=rf="} {
		if got, _, _ := both.Expand(typed, len(typed), "en"); got != want {
			t.Errorf("%s becomes %q, want %q", typed, got, want)
		}
	}
	list := both.Codes()
	if len(list) != 5 || !list[0].Own || !list[1].Own || list[2].Own || list[2].Code != "un7" || list[0].Text("ko") != "fridges" {
		t.Errorf("the codes are %+v", list)
	}
}

func TestParseRefuses(t *testing.T) {
	head := "code\ten\tko\tzh\tnote\n"
	long := strings.Repeat("x", maxText+1)
	for name, c := range map[string]struct {
		table string
		want  TableError
	}{
		"nothing":             {"", TableError{Line: 1, Problem: ProblemHeader}},
		"no header":           {"rf\ta\t\t\t\n", TableError{Line: 1, Problem: ProblemHeader}},
		"other columns":       {"code\tko\ten\tzh\tnote\n", TableError{Line: 1, Problem: ProblemHeader}},
		"one delimiter":       {"=code\ten\tko\tzh\tnote\n", TableError{Line: 1, Column: "code", Problem: ProblemDelimiters}},
		"letters around":      {"xcodex\ten\tko\tzh\tnote\n", TableError{Line: 1, Column: "code", Problem: ProblemDelimiters}},
		"too few cells":       {head + "rf\ta\n", TableError{Line: 2, Problem: ProblemCells}},
		"too many cells":      {head + "rf\ta\tb\tc\td\te\n", TableError{Line: 2, Problem: ProblemCells}},
		"not UTF-8":           {head + "rf\t\xff\t\t\t\n", TableError{Line: 2, Problem: ProblemText}},
		"a control":           {head + "rf\ta\t\u0007\t\t\n", TableError{Line: 2, Column: "ko", Problem: ProblemText}},
		"no code":             {head + "\ta\t\t\t\n", TableError{Line: 2, Column: "code", Problem: ProblemCode}},
		"a space":             {head + "r f\ta\t\t\t\n", TableError{Line: 2, Column: "code", Problem: ProblemCode}},
		"a number":            {head + "12\ta\t\t\t\n", TableError{Line: 2, Column: "code", Problem: ProblemCode}},
		"delimiters in it":    {head + "=rf=\ta\t\t\t\n", TableError{Line: 2, Column: "code", Problem: ProblemCode}},
		"no text":             {head + "rf\t\t \t\tnote\n", TableError{Line: 2, Problem: ProblemEmpty}},
		"twice":               {head + "rf\ta\t\t\t\nRf\tb\t\t\t\n", TableError{Line: 3, Column: "code", Problem: ProblemTwice}},
		"a long code":         {head + strings.Repeat("r", maxCode+1) + "\ta\t\t\t\n", TableError{Line: 2, Column: "code", Problem: ProblemLong}},
		"a long text":         {head + "rf\t\t\t" + long + "\t\n", TableError{Line: 2, Column: "zh", Problem: ProblemLong}},
		"a long note":         {head + "rf\ta\t\t\t" + long + long + "\n", TableError{Line: 2, Column: "note", Problem: ProblemLong}},
		"a long line":         {head + strings.Repeat(long, 20), TableError{Line: 2, Problem: ProblemLong}},
		"too many lines":      {head + strings.Repeat("\n", maxLines), TableError{Line: maxLines + 1, Problem: ProblemLong}},
		"the same decomposed": {head + "각\ta\t\t\t\n각\tb\t\t\t\n", TableError{Line: 3, Column: "code", Problem: ProblemTwice}},
	} {
		_, err := Parse(strings.NewReader(c.table))
		wrong, ok := errors.AsType[*TableError](err)
		if !ok || *wrong != c.want || catalog.CodeOf(err) != catalog.ErrInvalid {
			t.Errorf("%s: %v, want %v", name, err, &c.want)
		}
	}
	if _, err := Parse(iotest.ErrReader(io.ErrUnexpectedEOF)); catalog.CodeOf(err) != catalog.ErrIO || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v", err)
	}
	if _, err := Parse(strings.NewReader("\uFEFF" + sample)); err != nil {
		t.Errorf("with a byte order mark: %v", err)
	}
}

func FuzzExpand(f *testing.F) {
	table, err := Parse(strings.NewReader(sample))
	if err != nil {
		f.Fatal(err)
	}
	f.Add("=rf=", 4, "en")
	f.Add("=ㄱㄹ:ko=\xff", 7, "ko")
	f.Fuzz(func(t *testing.T, text string, cursor int, language string) {
		got, at, ok := table.Expand(text, cursor, language)
		if !ok && (got != text || at != cursor) {
			t.Errorf("%q became %q without a code", text, got)
		}
		if ok && (at < 0 || at > utf8.RuneCountInString(got)) {
			t.Errorf("the cursor is at %d of %q", at, got)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add(sample)
	f.Fuzz(func(t *testing.T, text string) {
		table, err := Parse(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, c := range table.Codes() {
			typed := table.Delimiters().Around(c.Code)
			if _, _, ok := table.Expand(typed, utf8.RuneCountInString(typed), "en"); !ok {
				t.Errorf("%q is not known", typed)
			}
		}
	})
}
