package hangul

import "testing"

func TestKeys(t *testing.T) {
	for r, want := range map[rune]string{
		'ㅑ': "i", 'ㄱ': "r", 'ㄲ': "R", 'ㄳ': "rt", 'ㅎ': "g", 'ㅏ': "k", 'ㅣ': "l", 'ㅢ': "ml", 'ㅒ': "O", 'ㅖ': "P", 'ㄸ': "E",
		'가': "rk", '내': "so", '갸': "ri", '힣': "glg", '값': "rkqt", '뷁': "qnpfr", '웬': "dnps", '꽤': "Rho", '싸': "Tk", '있': "dlT",
		'i': "", '冰': "", 'ㆍ': "", '㄰': "", '힤': "", ' ': "",
	} {
		if got := Keys(r); got != want {
			t.Errorf("%c is typed %q, want %q", r, got, want)
		}
	}
}

// The keyboard has 33 jamo on 26 letters, each typed with one key.
func TestEveryKeyIsOneJamo(t *testing.T) {
	seen := map[string]rune{}
	for r := 'ㄱ'; r <= 'ㅣ'; r++ {
		keys := Keys(r)
		if other, twice := seen[keys]; twice || keys == "" {
			t.Errorf("%c and %c are both %q", r, other, keys)
		}
		seen[keys] = r
	}
	single := 0
	for keys := range seen {
		if len(keys) == 1 {
			single++
		}
	}
	if single != 33 {
		t.Errorf("%d jamo have a key of their own, want 33", single)
	}
}

func TestLatin(t *testing.T) {
	for text, want := range map[string]string{"ㄱㄹ": "rf", "ㅊㅁㄱㅅ": "cart", "쵸ㅅ": "cyt", "rf": "rf", "냉장고 3": "sodwkdrh 3", "": ""} {
		if got := Latin(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
