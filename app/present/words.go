package present

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// english is the language of the texts that stand in where another has none.
const english = "en"

// Words is a translation. After Load only what Learn takes in changes. It may be
// used by several goroutines.
type Words struct {
	language string
	texts    map[string]string // of the language
	english  map[string]string

	called atomic.Pointer[map[string]string] // names in the language by their labels, nil before Learn
}

// Load reads the words of a language from the root of fsys. The language is a
// tag of BCP 47 or a POSIX locale: "ko", "zh-Hans-CN" and "ko_KR.UTF-8" find
// ko.json and zh.json. A language without a file is English, and so is every
// key that its file lacks. The error is of a file that cannot be read, or that
// English itself is missing.
func Load(fsys fs.FS, language string) (*Words, error) {
	texts, err := read(fsys, english)
	if err != nil {
		return nil, err
	}
	w := &Words{language: english, texts: texts, english: texts}
	for tag := languageTag(language); tag != ""; tag = parentTag(tag) {
		texts, err := read(fsys, tag)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		w.language, w.texts = tag, texts
		break
	}
	return w, nil
}

func read(fsys fs.FS, tag string) (map[string]string, error) {
	name := tag + ".json"
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read translation %s: %w", name, err)
	}
	var texts map[string]string
	if err := json.Unmarshal(b, &texts); err != nil {
		return nil, fmt.Errorf("read translation %s: %w", name, err)
	}
	return texts, nil
}

// languageTag turns a tag or locale into the name of a file; "" when it holds
// anything that no tag has.
func languageTag(s string) string {
	s, _, _ = strings.Cut(s, ".")
	s, _, _ = strings.Cut(s, "@")
	tag := strings.ToLower(strings.ReplaceAll(s, "_", "-"))
	if strings.ContainsFunc(tag, func(r rune) bool { return r != '-' && (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		return ""
	}
	return tag
}

// parentTag takes the last part off a tag: zh-hans gives zh.
func parentTag(tag string) string {
	return tag[:max(strings.LastIndexByte(tag, '-'), 0)]
}

// Language is the tag of the language that was found, such as "en".
func (w *Words) Language() string { return w.language }

// T gives the text of a key with each {name} replaced by its value; args are
// pairs of name and value. Whole numbers get thousands separators, so a year or
// a number that is a name is passed as text. An unknown key gives itself in ⟦⟧.
func (w *Words) T(key string, args ...any) string {
	text, ok := w.find(key)
	if !ok {
		return "⟦" + key + "⟧"
	}
	return w.fill(text, args)
}

// N gives the text for a number of things: that of key.one for 1 where there is
// one, else that of key.other. {n} stands for the number.
func (w *Words) N(key string, n int, args ...any) string {
	args = append([]any{"n", n}, args...)
	for _, texts := range []map[string]string{w.texts, w.english} {
		if text := texts[key+".one"]; n == 1 && text != "" {
			return w.fill(text, args)
		}
		if text := texts[key+".other"]; text != "" {
			return w.fill(text, args)
		}
	}
	return "⟦" + key + "⟧"
}

func (w *Words) find(key string) (string, bool) {
	if text := w.texts[key]; text != "" {
		return text, true
	}
	text := w.english[key]
	return text, text != ""
}

// has tells whether a key has a text.
func (w *Words) has(key string) bool {
	_, ok := w.find(key)
	return ok
}

// fill replaces the placeholders of a text in one pass, so that a value which
// looks like a placeholder stays as it is.
func (w *Words) fill(text string, args []any) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !found || !closed {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(before)
		if v, ok := argument(args, name); ok {
			b.WriteString(w.value(v))
			text = after
		} else {
			b.WriteByte('{')
			text = rest
		}
	}
}

// argument finds the value of a name.
func argument(args []any, name string) (any, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == any(name) {
			return args[i+1], true
		}
	}
	return nil, false
}

func (w *Words) value(v any) string {
	switch v := v.(type) {
	case int:
		return w.Count(v)
	case int64:
		return w.group(strconv.FormatInt(v, 10))
	}
	return harmless(fmt.Sprint(v))
}

// maxValue is how many characters of one value are shown, so that a hostile
// file name or search does not fill the screen.
const maxValue = 2000

// harmless takes out of a value what would steer a terminal or turn the
// direction of the text around it, and shortens what is very long.
func harmless(s string) string {
	if utf8.RuneCountInString(s) > maxValue {
		s = string([]rune(s)[:maxValue-1]) + "…"
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
