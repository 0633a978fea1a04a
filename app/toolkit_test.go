package app

import (
	"testing"

	"fyne.io/fyne/v2/lang"

	"waybill/app/present"
	"waybill/assets"
)

// Fyne's own dialogs speak the language of the window, whatever the computer's is.
func TestToolkitSpeaksTheLanguageOfTheWindow(t *testing.T) {
	for _, locale := range []string{"en_US.UTF-8", "ko_KR.UTF-8", "zh_CN.UTF-8", "de_DE.UTF-8", "C"} {
		t.Setenv("LC_ALL", locale)
		for _, c := range []struct{ tag, cancel, hidden, parent string }{
			{"ko", "취소", "숨김 파일 보기", "상위 폴더"}, {"zh", "取消", "显示隐藏文件", "上级文件夹"}, {"en", "Cancel", "Show hidden files", "Parent"},
		} {
			words, err := present.Load(assets.Translations(), c.tag)
			if err != nil {
				t.Fatal(err)
			}
			if err := speakToolkit(words); err != nil {
				t.Fatal(err)
			}
			if a, b, p := lang.L("Cancel"), lang.L("Show Hidden Files"), lang.X("file.parent", "Parent"); a != c.cancel || b != c.hidden || p != c.parent {
				t.Errorf("on %s it says %s, %s, %s in %s", locale, a, b, p, c.tag)
			}
		}
	}
}
