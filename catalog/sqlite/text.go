package sqlite

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"waybill/catalog/naming"
)

// maxBeginnings is how many words a typed beginning is spelt out to. One that
// fits more is left to the index, which is slower for words that many photos have.
const maxBeginnings = 400

// token is a word of folded text, or a run of dense writing in it.
type token struct {
	text  string
	dense bool // Hangul or Hanzi
}

// tokens splits text into words, and these where dense writing begins and ends.
func tokens(text string) []token {
	var list []token
	for word := range strings.FieldsSeq(naming.Fold(text)) {
		start, dense := 0, false
		for i, r := range word {
			is := naming.IsDense(r)
			if i > 0 && is != dense {
				list = append(list, token{word[start:i], dense})
				start = i
			}
			dense = is
		}
		list = append(list, token{word[start:], dense})
	}
	return list
}

// indexed is text prepared for the full-text index. SQLite's tokenizers cannot
// find words of two characters in Hangul and Hanzi, which are written without
// spaces or with endings attached, so a dense run becomes overlapping pairs in
// words, and single characters in chars.
type indexed struct {
	words, chars string
	plain        []string // the words that are not dense
}

func indexText(parts ...string) indexed {
	var words, chars, plain []string
	for _, part := range parts {
		for _, t := range tokens(part) {
			words = append(words, t.grams()...)
			if t.dense {
				chars = append(chars, strings.Split(t.text, "")...)
			} else {
				plain = append(plain, t.text)
			}
		}
	}
	return indexed{words: strings.Join(words, " "), chars: strings.Join(chars, " "), plain: plain}
}

// grams gives what stands for a token in the index: itself, or its pairs.
func (t token) grams() []string {
	runes := []rune(t.text)
	if !t.dense || len(runes) < 2 {
		return []string{t.text}
	}
	pairs := make([]string, 0, len(runes)-1)
	for i := range len(runes) - 1 {
		pairs = append(pairs, string(runes[i:i+2]))
	}
	return pairs
}

// matchText gives the FTS5 query (sqlite.org/fts5.html, section 3) for one
// free word or phrase, "" when it holds nothing that can be looked for. The last
// word of one that is not a phrase may be the beginning of a longer one.
func matchText(ctx context.Context, q querier, text string, phrase bool) (string, error) {
	list := tokens(text)
	if len(list) == 0 {
		return "", nil
	}
	last := list[len(list)-1]
	switch {
	case len(list) == 1 && last.dense && len([]rune(last.text)) == 1:
		return "chars : " + quoted(last.text), nil
	case len(list) == 1 && !last.dense && !phrase:
		return matchBeginning(ctx, q, last.text)
	}
	var grams []string
	for _, t := range list {
		grams = append(grams, t.grams()...)
	}
	match := "words : " + quoted(strings.Join(grams, " "))
	if !phrase && !last.dense {
		match += " *"
	}
	return match, nil
}

// matchBeginning spells out the words that a beginning stands for: looking for
// a word takes one step in the index, looking for a beginning gathers all photos
// that have a word like it.
func matchBeginning(ctx context.Context, q querier, beginning string) (string, error) {
	words, err := column[string](ctx, q, "SELECT word FROM word WHERE word >= ? AND word < ? LIMIT ?", beginning, beginning+"\U0010FFFF", maxBeginnings)
	if err != nil {
		return "", err
	}
	if len(words) == maxBeginnings || len(words) == 0 {
		return "words : " + quoted(beginning) + " *", nil
	}
	for i, word := range words {
		words[i] = quoted(word)
	}
	return "words : (" + strings.Join(words, " OR ") + ")", nil
}

func quoted(text string) string { return `"` + text + `"` } // folded text has no quotes

// reindexing is a change of the full-text index that waits: SQLite's index
// takes rows in their order many times faster than in any other.
type reindexing struct {
	old  int64 // seq of the text to take out, 0 for none
	seq  int64 // seq of the text to put in, 0 for none
	text indexed
}

// maxWaiting is how many changes of the full-text index wait at most.
const maxWaiting = 2000

func (d *door) reindex(r reindexing) error {
	d.texts = append(d.texts, r)
	if len(d.texts) < maxWaiting {
		return nil
	}
	return d.flushTexts()
}

// flushTexts carries out the changes that wait.
func (d *door) flushTexts() error {
	waiting := d.texts
	d.texts = nil
	slices.SortFunc(waiting, func(a, b reindexing) int { return cmp.Compare(a.old, b.old) })
	for _, r := range waiting {
		if r.old != 0 {
			if err := d.exec("DELETE FROM photo_text WHERE rowid = ?", r.old); err != nil {
				return err
			}
		}
	}
	slices.SortFunc(waiting, func(a, b reindexing) int { return cmp.Compare(a.seq, b.seq) })
	for _, r := range waiting {
		if r.seq == 0 {
			continue
		}
		if err := d.exec("INSERT INTO photo_text (rowid, words, chars) VALUES (?, ?, ?)", r.seq, r.text.words, r.text.chars); err != nil {
			return err
		}
		if err := d.learn(r.text.plain); err != nil {
			return err
		}
	}
	return nil
}

// learn keeps the words that a beginning may stand for.
func (d *door) learn(words []string) error {
	for _, word := range words {
		if d.words[word] {
			continue
		}
		d.words[word] = true
		if err := d.exec("INSERT OR IGNORE INTO word VALUES (?)", word); err != nil {
			return err
		}
	}
	return nil
}
