package present

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"waybill/catalog"
)

// Error says what happened to what and what to do next, in one or two plain
// sentences; nothing for nil. What it does not know it gives in the error's own
// text. It names no source's alias but one that the user has just typed.
func (w *Words) Error(err error) string {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*catalog.QueryError](err); ok {
		return w.queryError(e)
	}
	if text, ok := w.refusal(err); ok {
		return text
	}
	if e, ok := errors.AsType[*catalog.Error](err); ok {
		return w.catalogError(e, err)
	}
	if errors.Is(err, context.Canceled) {
		return w.T("error.cancelled")
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		if errors.Is(e, fs.ErrNotExist) {
			return w.T("error.file_missing", "subject", e.Path)
		}
		if errors.Is(e, fs.ErrPermission) {
			return w.T("error.file_denied", "subject", e.Path)
		}
	}
	return w.T("error.other", "text", err.Error())
}

func (w *Words) catalogError(e *catalog.Error, whole error) string {
	key := "error." + string(e.Code)
	switch e.Code {
	case catalog.ErrInvalid:
		return w.invalid(e)
	case catalog.ErrAmbiguous:
		return w.ambiguous(e)
	case catalog.ErrAliasLeak:
		return w.aliasLeak(e)
	case catalog.ErrUnreviewed:
		if len(e.Matches) > 0 {
			return w.T("error.unreviewed", "matches", w.list(e.Matches))
		}
		return w.T("error.unreviewed.bare")
	case catalog.ErrAliasWord:
		if strings.Contains(e.Op, "name") { // of the vocabulary, against an alias that is there
			return w.about("error.alias_is_a_word.name", e.Subject)
		}
	case catalog.ErrIO:
		return w.about(key, e.Subject, "reason", w.reason(e.Err))
	case catalog.ErrNotFound, catalog.ErrUnknownItem:
		return w.didYouMean(w.about(key, e.Subject), e)
	case catalog.ErrOpen:
		if len(e.Matches) > 0 {
			return w.about("error.already_open.by", e.Subject, "holder", e.Matches[0])
		}
	case catalog.ErrNothing:
		if strings.Contains(e.Op, string(catalog.ActionRedo)) {
			return w.T("error.nothing_to_undo.redo")
		}
	}
	switch {
	case w.has(key):
		return w.about(key, e.Subject)
	case w.has("finding." + string(e.Code)):
		return w.about("finding."+string(e.Code), e.Subject)
	case w.has("file." + string(e.Code)):
		if e.Subject == "" {
			return w.FileReason(e.Code)
		}
		return w.T("error.file", "subject", e.Subject, "reason", w.FileReason(e.Code))
	}
	return w.T("error.other", "text", whole.Error())
}

// invalid says what a field takes, by the operation that refused the value.
func (w *Words) invalid(e *catalog.Error) string {
	key := "error.invalid." + strings.ReplaceAll(e.Op, " ", "_")
	if !w.has(key) {
		key = "error.invalid"
	}
	return w.about(key, e.Subject, "values", w.values(e.Op), "min", catalog.MinAlias)
}

// statuses lists what a user can write for a status.
func (w *Words) statuses() string {
	var words []string
	for _, s := range catalog.Statuses() {
		if s != catalog.NotAssessed {
			words = append(words, string(s))
		}
	}
	return w.list(append(words, "none"))
}

// ambiguous lists what a name fits, unless those are sources: their aliases are
// not told to somebody who typed only a part of one.
func (w *Words) ambiguous(e *catalog.Error) string {
	if len(e.Matches) == 0 || ofSource(e) {
		return w.about("error.ambiguous.unlisted", e.Subject)
	}
	return w.about("error.ambiguous", e.Subject, "matches", w.list(w.calledAll(e.Matches)))
}

func (w *Words) didYouMean(text string, e *catalog.Error) string {
	if len(e.Matches) == 0 || ofSource(e) {
		return text
	}
	return w.T("error.did_you_mean", "text", text, "matches", w.list(w.calledAll(e.Matches)))
}

// ofSource tells whether the failure is about sources, whose aliases stay inside.
func ofSource(e *catalog.Error) bool {
	return strings.Contains(e.Op, string(catalog.FieldSource)) || strings.Contains(e.Op, "alias")
}

// aliasLeak names the photo, and nothing that could be the alias itself.
func (w *Words) aliasLeak(e *catalog.Error) string {
	id, err := catalog.ParsePhotoID(e.Subject)
	if err != nil || id.String() != e.Subject {
		return w.T("error.alias_in_text.bare")
	}
	return w.T("error.alias_in_text", "photo", e.Subject)
}

// reason says why the operating system refused.
func (w *Words) reason(err error) string {
	if errors.Is(err, fs.ErrPermission) {
		return w.T("reason.denied")
	}
	if errors.Is(err, fs.ErrNotExist) {
		return w.T("reason.missing")
	}
	if e, ok := errors.AsType[syscall.Errno](err); ok {
		return e.Error()
	}
	return w.T("reason.unknown")
}

// queryError says what is wrong with a search and where; people count
// characters from 1.
func (w *Words) queryError(e *catalog.QueryError) string {
	key, limit, values := "query."+string(e.Reason), catalog.MaxQueryTerms, ""
	switch e.Reason {
	case catalog.QueryBadStatus:
		values = w.statuses()
	case catalog.QueryBadKind:
		values = w.kinds()
	case catalog.QueryBadHas:
		values = w.list(catalog.HasValues())
	case catalog.QueryTooLong:
		limit = catalog.MaxQueryRunes
	}
	if !w.has(key) {
		key = "query.other"
	}
	text := w.T(key, "token", clip(e.Token), "pos", e.Pos+1, "values", values, "max", limit)
	if e.Suggest == "" {
		return text
	}
	return w.T("error.did_you_mean", "text", text, "matches", e.Suggest)
}

// maxToken is how many characters of a search are quoted back.
const maxToken = 60

func clip(token string) string {
	if runes := []rune(token); len(runes) > maxToken {
		return string(runes[:maxToken-1]) + "…"
	}
	return token
}
