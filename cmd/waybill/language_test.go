package main

import (
	"testing"

	"waybill/app/present"
	"waybill/assets"
)

func TestLanguageOfTheComputer(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{nil, ""},
		{map[string]string{"LANG": "ko_KR.UTF-8"}, "ko_KR.UTF-8"},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh_CN.UTF-8"},
		{map[string]string{"LANG": "ko_KR.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": "C"}, "C"},
	} {
		got := systemLanguage("linux", func(name string) string { return c.env[name] })
		if got != c.want {
			t.Errorf("%v is %q, want %q", c.env, got, c.want)
		}
		if _, err := present.Load(assets.Translations(), got); err != nil {
			t.Errorf("%q has no words: %v", got, err)
		}
	}
}
