package main

import (
	"cmp"
	"os"
	"strings"

	"waybill/app/present"
	"waybill/assets"
)

// languageFlag names the language of the texts for one run, and languageVariable
// for all; else they are English whatever the computer's language is, for scripts
// read them.
const (
	languageFlag     = "lang"
	languageVariable = "WAYBILL_LANG"
)

// takeLanguage takes the flag of the language out of the arguments, wherever it
// stands, so that the words are there before the commands are. What follows "--"
// is no flag.
func takeLanguage(args []string) (language string, rest []string) {
	for i := 0; i < len(args); i++ {
		value, joined := strings.CutPrefix(args[i], "--"+languageFlag+"=")
		switch {
		case args[i] == "--":
			return language, append(rest, args[i:]...)
		case joined:
			language = value
		case args[i] == "--"+languageFlag && i+1 < len(args):
			i++
			language = args[i]
		default:
			rest = append(rest, args[i])
		}
	}
	return language, rest
}

// loadWords reads the words in the language of the flag, which must be one that
// there is, else of the variable. The words are there even when the flag is wrong,
// to say so.
func loadWords(flag string) (*present.Words, error) {
	words, err := present.Load(assets.Translations(), cmp.Or(flag, os.Getenv(languageVariable)))
	if err == nil && flag != "" && !strings.EqualFold(flag[:min(len(flag), len(words.Language()))], words.Language()) {
		err = &usageError{words.T("cli.usage.bad_value", "value", flag, "flag", "--"+languageFlag)}
	}
	return words, err
}
