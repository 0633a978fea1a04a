package keys

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestLetter(t *testing.T) {
	for name, want := range map[fyne.KeyName]rune{
		fyne.KeyI: 'i', fyne.KeyZ: 'z', fyne.Key0: '0', fyne.Key5: '5', fyne.KeySlash: '/', fyne.KeyPlus: '+', fyne.KeyEqual: '=', fyne.KeyMinus: '-',
		fyne.KeySpace: 0, fyne.KeyReturn: 0, fyne.KeyF1: 0, fyne.KeyUnknown: 0, fyne.KeyDelete: 0, desktop.KeyShiftLeft: 0,
	} {
		got, ok := Letter(&fyne.KeyEvent{Name: name})
		if ok != (want != 0) || ok && got != want {
			t.Errorf("%q is %q, %v; want %q", name, got, ok, want)
		}
	}
}

func TestMeant(t *testing.T) {
	for typed, want := range map[rune]rune{
		'i': 'i', 'G': 'G', '/': '/', '1': '1', '!': '!',
		'ㅑ': 'i', 'ㄱ': 'r', 'ㄲ': 'R', 'ㅊ': 'c', 'ㅎ': 'g', 'ㅒ': 'O', 'ㅣ': 'l',
		'ｉ': 'i', 'Ｇ': 'G', '１': '1', '／': '/', '？': '?', '、': '/', '。': '.', '，': ',', '；': ';',
		'ш': 'i', 'к': 'r', 'П': 'G', 'ь': 'm',
		'ﾡ': 'r', // half-width ㄱ
		'갸': 0, 'ㄳ': 0, '你': 0, 'é': 0, ' ': 0, 'あ': 0, '\n': 0, 0: 0, -1: 0,
	} {
		if got, ok := Meant(typed); got != want || ok != (want != 0) {
			t.Errorf("%c means %q, %v; want %q", typed, got, ok, want)
		}
	}
}
