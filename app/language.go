package app

import (
	"context"
	"errors"
	"io/fs"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/assets"
	"waybill/catalog"
)

// languages lists the tags of those that the program speaks, in the order in
// which they are offered.
func languages() []string {
	var list []string
	for _, tag := range []string{"en", "ko", "zh"} {
		if _, err := fs.Stat(assets.Translations(), tag+".json"); !errors.Is(err, fs.ErrNotExist) {
			list = append(list, tag)
		}
	}
	return list
}

// languageName gives what a language calls itself; one that is not known, its tag.
func languageName(words *present.Words, tag string) string {
	switch tag {
	case "en":
		return words.T("language.en")
	case "ko":
		return words.T("language.ko")
	case "zh":
		return words.T("language.zh")
	}
	return tag
}

// wordsOf loads the words of a language, of the computer's for "".
func (w *Window) wordsOf(tag string) *present.Words {
	if tag == "" {
		return w.system
	}
	words, err := present.Load(assets.Translations(), tag)
	if err != nil { // what is built in can be read; if not, the window goes on as it is
		return w.words
	}
	return words
}

// setLanguage changes the language for good: at once, or at the next start when
// something is under way. then, if any, is called once the window speaks it.
func (w *Window) setLanguage(tag string, then func()) {
	w.choices.setLanguage(tag)
	words := w.wordsOf(tag)
	if words.Language() == w.words.Language() {
		return
	}
	s := w.session
	if s == nil {
		w.speak(words)
		w.ShowWelcome()
		then()
		return
	}
	if w.working() {
		s.say(w.words.T("settings.language.later"))
		return
	}
	s.settled(func() {
		task.Run(s.tasks, func(ctx context.Context) (struct{}, error) {
			return struct{}{}, words.LearnFrom(ctx, s.catalogue.Names)
		}, func(_ struct{}, err error) {
			if s.fail(err); err == nil && w.session == s {
				w.speak(words)
				w.again(s)
				then()
			}
		})
	})
}

// speak makes all of the window anew that holds words, without a catalogue.
func (w *Window) speak(words *present.Words) {
	w.words = words
	w.closeOverlays()
	w.build()
}

// again shows the catalogue of a session in a new one, as the old one left it.
func (w *Window) again(old *session) {
	last, chosen := old.view(), old.gallery.Selected()
	old.close()
	w.showCatalogue(old.catalogue, last)
	if len(chosen) > 1 {
		w.session.sought = append([]catalog.PhotoID(nil), chosen...)
	}
}
