package catalog

import (
	"strings"
	"unicode/utf8"
)

// SavedSearch is a query under a name: a live set of photos.
type SavedSearch struct {
	ID    int64
	Name  string
	Query string // as it was typed
	Count int    // photos that it finds now
	Err   error  // why the query can no longer be carried out, such as a name that is gone; nil when it can
}

// MaxTitle is how many characters the name of a saved search or a template has at
// most.
const MaxTitle = 200

// CleanTitle takes the space around a name, and more than one between words, away.
// It refuses what nobody could read, with ErrInvalid.
func CleanTitle(s string) (string, error) {
	title := strings.Join(strings.Fields(s), " ")
	if title == "" || utf8.RuneCountInString(title) > MaxTitle || strings.ContainsFunc(title, Unseen) {
		return "", &Error{Code: ErrInvalid, Op: "title", Subject: s}
	}
	return title, nil
}
