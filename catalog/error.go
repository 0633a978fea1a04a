package catalog

import (
	"errors"
	"strings"
)

// Code names the kind of a failure. Codes are stable: scripts read them, and
// app/present turns each into words for people.
type Code string

// Codes of failures of a catalogue as a whole.
const (
	ErrNotFound     Code = "not_found"         // no such photo, item, route, batch or step
	ErrNotCatalog   Code = "not_a_catalogue"   // the folder holds no catalogue
	ErrExists       Code = "exists"            // what should be made is there already
	ErrOpen         Code = "already_open"      // another window or import holds the catalogue
	ErrReadOnly     Code = "read_only"         // the folder cannot be written to
	ErrNotClean     Code = "not_closed"        // read-only, and its last changes are still in the log
	ErrFuture       Code = "from_the_future"   // made by a newer Waybill
	ErrCorrupt      Code = "corrupt"           // the database is damaged
	ErrDiskFull     Code = "disk_full"         // nothing more can be stored
	ErrBusy         Code = "busy"              // another program is writing and did not finish in time
	ErrIO           Code = "io"                // the operating system refused to read or write
	ErrInvalid      Code = "invalid"           // a value that its field cannot hold
	ErrAmbiguous    Code = "ambiguous"         // a name that fits more than one
	ErrUnknownItem  Code = "unknown_item"      // a name that fits no item
	ErrManyItems    Code = "many_items"        // a status needs to be told which item it is for
	ErrNoItem       Code = "no_such_item"      // the photo does not have the item named
	ErrInUse        Code = "in_use"            // what photos or other entries have cannot be removed
	ErrOwnReview    Code = "own_review"        // nobody reviews their own determination
	ErrUnreviewed   Code = "unreviewed"        // a judgement that would leave waits for a review
	ErrNoSuggestion Code = "no_suggestion"     // the rule packs suggest nothing for the goods
	ErrNoPlace      Code = "no_place"          // the photo has no place that could be copied
	ErrNothing      Code = "nothing_to_undo"   // the history has nothing to undo, or to redo
	ErrQuery        Code = "query"             // the query text cannot be understood; see QueryError
	ErrAliasWord    Code = "alias_is_a_word"   // an alias that is also a word of the vocabulary
	ErrAliasLeak    Code = "alias_in_text"     // a text that would leave contains a source's alias
	ErrInnerLeak    Code = "id_in_text"        // a text that would leave contains a file's name, an id or a hash
	ErrDamage       Code = "damage_found"      // verify found damage
	ErrInBin        Code = "in_bin"            // the photo lies in the bin: it does not leave, and an import leaves it there
	ErrCancelled    Code = "cancelled"         // the user stopped it
	ErrIncomplete   Code = "some_files_failed" // done, but not for every file
)

// Codes of what can be wrong with one file.
const (
	FileNotImage      Code = "not_an_image"       // its bytes are no picture: skipped
	FileEmpty         Code = "empty"              // it has no bytes: skipped
	FileUnsupported   Code = "unsupported_format" // a picture that this version cannot decode
	FileVideo         Code = "video"              // a video: kept, its picture is not shown
	FileDamaged       Code = "damaged"            // a picture whose bytes are broken or end early
	FileTooLarge      Code = "too_large"          // decoding it would need more memory than allowed
	FileDecoderFailed Code = "decoder_crashed"    // the decoder panicked
	FileDecoderSlow   Code = "decoder_too_slow"   // the decoder took longer than allowed
	FileUnreadable    Code = "unreadable"         // it could not be opened or read
	FileVanished      Code = "vanished"           // it was gone when its turn came
	FileNotStored     Code = "not_stored"         // the copy could not be written or proved
	FileSidecar       Code = "sidecar_damaged"    // the .xmp file beside it cannot be read; the photo can
	FileAgain         Code = "already_imported"   // this very file is already in this batch
)

// Error is a failure with what is needed to put it into words: what kind, what
// was being done (Op, for logs), and to what (Subject, for people). Matches
// narrows ErrAmbiguous and holds the candidates, best first.
type Error struct {
	Code    Code
	Op      string
	Subject string
	Matches []string
	Err     error // the cause, may be nil
}

// Error gives the text for logs and developers; app/present has the words for users.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Op != "" {
		b.WriteString(e.Op + ": ")
	}
	b.WriteString(string(e.Code))
	if e.Subject != "" {
		b.WriteString(" " + e.Subject)
	}
	if len(e.Matches) > 0 {
		b.WriteString(" [" + strings.Join(e.Matches, "; ") + "]")
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf returns the code of the first *Error in err's chain, or "" when there is none.
func CodeOf(err error) Code {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return ""
}
