package main

import (
	"fyne.io/fyne/v2/lang"
)

// systemLanguage gives the language of the computer as a tag or a POSIX locale.
// The environment says it first, also on systems that have another way: the
// first of LC_ALL, LC_MESSAGES and LANG that is set counts (POSIX.1-2017, 8.2).
// "" means that nobody says, which is English.
func systemLanguage(system string, getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return v
		}
	}
	switch system {
	case "windows", "darwin":
		return lang.SystemLocale().LanguageString()
	}
	return ""
}
